"""Our Markdown: CommonMark by markdown-it, with tables, notes, spans, fences, answers; every token has its place."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import cache
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from report.source import rules

NESTING: Final = 100
"""Blocks inside blocks, in markdown-it's levels (a list takes two). It drops what lies deeper: a fault (K117);
100 levels keep the parser under a third of Python's recursion limit."""

Env = MutableMapping[str, Any]


class PlacedInline(StateInline):
    """Sets `meta["at"]` of every token to the offset it began at; `begin` is where the running rule began."""

    begin = 0

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:
        if self.pending:
            self._flush(self.begin)
        token = super().push(ttype, tag, nesting)
        # `<https://…>`: its words begin after the bracket.
        inside = len(self.tokens) > 1 and self.tokens[-2].markup == "autolink" and self.tokens[-2].nesting > 0
        token.meta["at"] = self.begin + inside
        return token

    def pushPending(self) -> Token:
        return self._flush(self.pos)

    def _flush(self, end: int) -> Token:
        # Pending text is source as it stands, but the spaces before a line end were cut from it.
        start = self.src.rfind(self.pending, 0, end)
        token = super().pushPending()
        token.meta["at"] = start
        return token


class _Inline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Env, tokens: list[Token]) -> list[Token]:
        state = PlacedInline(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _Block(ParserBlock):
    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:
        if state.level >= NESTING:
            first = state.skipEmptyLines(startLine)
            if first < endLine:
                state.env.setdefault("too_deep", []).append(first)
        super().tokenize(state, startLine, endLine)


class _Markdown(MarkdownIt):
    """Addresses stay as typed and none is refused here: the checker judges them (K210)."""

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link

    def validateLink(self, url: str) -> bool:
        return True


@cache
def markdown() -> MarkdownIt:
    """The one parser. It keeps no state between texts: each parse gets an `env` of its own."""
    md = _Markdown()
    md.inline, md.block = _Inline(), _Block()
    footnote_plugin(md, move_to_end=False, always_match_refs=True)
    rules.install(md)
    options = {"html": True, "maxNesting": NESTING, "inline_definitions": True, "store_labels": True}
    on = md.inline.ruler.get_active_rules(), md.block.ruler.get_active_rules()
    md.configure("commonmark", options)
    added = {"footnote_inline", "footnote_ref", "footnote_def", "table", *rules.NAMES}
    md.inline.ruler.enable([name for name in on[0] if name in added])
    md.block.ruler.enable([name for name in on[1] if name in added])
    md.block.ruler.disable("html_block")
    md.inline.ruler2.disable("fragments_join")
    md.core.ruler.disable(["inline", "text_join"])
    for inline_rule in md.inline.ruler.__rules__:
        inline_rule.fn = _beginning(inline_rule.fn, inline_rule.name == "emphasis")
    for block_rule in md.block.ruler.__rules__:
        block_rule.fn = _placing(block_rule.fn)
    return md


def _beginning(rule: Callable[[StateInline, bool], bool], marks: bool) -> Callable[[StateInline, bool], bool]:
    """An inline rule that notes where it begins; `marks`: emphasis pushes a token for each of its marks."""

    def noted(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, True)
        assert isinstance(state, PlacedInline)
        state.begin = begin = state.pos
        done = rule(state, False)
        if marks and done:
            for index, token in enumerate(state.tokens[begin - state.pos :]):
                token.meta["at"] = begin + index
        elif done and state.tokens:
            state.tokens[-1].meta.setdefault("at", begin)
            state.tokens[-1].meta["end"] = state.pos
        return done

    return noted


def _placing(rule: Callable[[StateBlock, int, int, bool], bool]) -> Callable[[StateBlock, int, int, bool], bool]:
    """A block rule whose first token gets `meta["at"]`, the (line, column) it began at, both from 0."""

    def placed(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
        if silent:
            return rule(state, startLine, endLine, True)
        count, offset = len(state.tokens), state.bMarks[startLine] + state.tShift[startLine]
        done = rule(state, startLine, endLine, False)
        if done and len(state.tokens) > count:
            first = state.tokens[count]
            first.meta["at"] = _at(state, startLine, offset)
            if first.type == "table_open":
                _place_rows(state, count)
        return done

    return placed


def _at(state: StateBlock, line: int, offset: int) -> tuple[int, int]:
    return line, offset - (state.src.rfind("\n", 0, offset) + 1)


def _place_rows(state: StateBlock, first: int) -> None:
    for token in state.tokens[first:]:
        if token.type == "tr_open" and token.map:
            line = token.map[0]
            token.meta["at"] = _at(state, line, state.bMarks[line] + state.tShift[line])
