"""The rules of our own that Markdown gets: `[words]{…}`, `::: name`, `: answer`, and `{#id}` on a line of its own."""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from report.source import attributes

NAMES: Final = ("span", "fence_colons", "answer", "naming")

_FENCE = re.compile(r"(:{3,})[ \t]*([^\s:]*)[ \t]*(.*)")
_CODE = re.compile(r"`{3,}|~{3,}")


def install(md: MarkdownIt) -> None:
    """Adds the rules; spans come after notes, so that `[^1]{…}` is a note call."""
    ends = ["paragraph", "reference", "blockquote", "list"]
    md.inline.ruler.after("footnote_ref", "span", span)
    md.block.ruler.before("fence", "fence_colons", fence, {"alt": ends})
    md.block.ruler.before("list", "answer", answer, {"alt": ends})
    md.block.ruler.before("fence", "naming", naming)


def span(state: StateInline, silent: bool) -> bool:
    """`[words]{keys}`; braces that do not parse leave the words as they stand, to be told as a fault (K113)."""
    if state.src[state.pos] != "[":
        return False
    start, limit = state.pos + 1, state.posMax
    end = state.md.helpers.parseLinkLabel(state, state.pos, False)
    if end < 0 or end + 1 >= limit or state.src[end + 1] != "{":
        return False
    braces = attributes.parse(state.src, end + 1)
    if isinstance(braces, attributes.Malformed) or braces.end > limit:
        return False
    if not silent:
        token = state.push("span_open", "span", 1)
        token.meta["braces"] = braces
        state.pos, state.posMax = start, end
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = braces.end, limit
    return True


def fence(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """`::: name title` to a line of as many colons or more; a line that closes nothing is a token of its own."""
    if state.is_code_block(startLine):
        return False
    opening = _FENCE.fullmatch(_line(state, startLine))
    if not opening:
        return False
    if silent:
        return True
    colons, name, title = opening.groups()
    if not name:
        state.push("fence_stray", "", 0).map = [startLine, startLine + 1]
        state.line = startLine + 1
        return True
    last, closed = _closing(state, startLine, endLine, len(colons))
    token = state.push("fence_open", "div", 1)
    token.info, token.map = name, [startLine, last]
    token.meta.update(title=title.rstrip(" \t"), closed=closed, title_at=opening.start(3))
    _inside(state, startLine + 1, last, "fence", asking=name == "questions")
    state.push("fence_close", "div", -1)
    state.line = last + (1 if closed else 0)
    return True


def _closing(state: StateBlock, startLine: int, endLine: int, colons: int) -> tuple[int, bool]:
    """The line that closes a fence, or the one where its parent ends; fenced code in between is passed over."""
    code = ""
    for line in range(startLine + 1, endLine):
        text = _line(state, line)
        if text and state.sCount[line] < state.blkIndent:
            return line, False
        if state.is_code_block(line):
            continue
        if marks := _CODE.match(text):
            if not code:
                code = marks[0]
            elif marks[0].startswith(code) and text.rstrip() == marks[0]:
                code = ""
        elif not code and len(bare := text.rstrip(" \t")) >= colons and set(bare) == {":"}:
            return line, True
    return endLine, False


def answer(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """`: answer` straight inside a fence of questions. It ends at the next line that is not indented by two: a question
    written right under an answer is no part of it."""
    if state.env.get("asking") != state.level or state.is_code_block(startLine):
        return False
    line = _line(state, startLine)
    if not line.startswith(":") or line[1:2] not in {"", " ", "\t"}:
        return False
    if silent:
        return True
    last = startLine + 1
    while last < endLine and (state.isEmpty(last) or state.sCount[last] >= state.sCount[startLine] + 2):
        last += 1
    token = state.push("answer_open", "dd", 1)
    token.map = [startLine, last]
    kept = state.blkIndent, state.tShift[startLine], state.sCount[startLine]
    state.blkIndent = state.sCount[startLine] + 2
    state.tShift[startLine] += len(line) - len(line[1:].lstrip(" \t"))
    state.sCount[startLine] = state.blkIndent
    _inside(state, startLine, last, "answer")
    state.blkIndent, state.tShift[startLine], state.sCount[startLine] = kept
    state.push("answer_close", "dd", -1)
    state.line = last
    return True


def _inside(state: StateBlock, first: int, last: int, kind: str, asking: bool = False) -> None:
    """Reads the lines of a container; paragraphs in it never run past its end."""
    kept = state.parentType, state.lineMax, state.env.get("asking")
    state.parentType, state.lineMax = kind, last
    state.env["asking"] = state.level if asking else None
    state.md.block.tokenize(state, first, last)
    state.parentType, state.lineMax, state.env["asking"] = kept


def naming(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """`{#id}` on a line of its own names the block below it."""
    line = _line(state, startLine).rstrip(" \t")
    if silent or state.is_code_block(startLine) or not line.endswith("}") or not attributes.LIKELY.match(line):
        return False
    token = state.push("naming", "", 0)
    token.map = [startLine, startLine + 1]
    token.content = line
    state.line = startLine + 1
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
