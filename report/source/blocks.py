"""Paragraphs, headings, lists and the like: markdown-it's block tokens to the model's blocks, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from report.fault import Place, error, warning
from report.model import Block, Blocks, Break, CodeBlock, Heading, List, Paragraph, Quote
from report.script import slugs
from report.source import attributes, figures, spans, tables
from report.source.fences import Fence
from report.source.inlines import phrase
from report.source.lines import Where
from report.source.nodes import Node
from report.source.reading import Reading

_BRACES = re.compile(r"(?<!\\)\{[^{}]*\}$")
_TAIL = re.compile(r"[ \t]+#+$")
_TYPED_NUMBER: Final = re.compile(r"[ \t]*[٠-٩۰-۹]{1,3}[.)\-–][ \t]")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the blocks stand in: headings only at the top, notes not in notes."""

    top: bool = False
    in_note: bool = False


INSIDE: Final = Setting()


def blocks(reading: Reading, nodes: list[Node], setting: Setting) -> Blocks:
    """The blocks of a list of nodes. A line `{#id}` names the block that follows it."""
    found: list[Block] = []
    named: tuple[str, Place] | None = None
    level = 1
    for node in nodes:
        if node.kind == "naming":
            _unnamed(reading, named)
            named = _name(reading, node)
            continue
        if node.kind == "heading":
            level = _level(reading, node, level, setting)
        block = _block(reading, node, named[0] if named else "", setting)
        if block:
            found.append(block)
            named = None
    _unnamed(reading, named)
    return tuple(found)


def where(reading: Reading, node: Node) -> Where:
    """Places of an inline token's content: each of its lines ends where its source line ends, trailing spaces apart."""
    first = node.token.map[0] if node.token.map else 0
    runs: list[tuple[int, int, int]] = []
    offset = 0
    for number, line in enumerate(node.token.content.split("\n"), first):
        spaces = len(line) - len(line.lstrip())
        column = len(reading.lines.line(number).rstrip()) - len(line.strip()) - spaces + 1
        runs.append((offset, number + 1, column))
        offset += len(line) + 1
    return Where(reading.lines.path, tuple(runs))


def _block(reading: Reading, node: Node, id: str, setting: Setting) -> Block | None:
    token, inside = node.token, replace(setting, top=False)
    place = reading.place(token.meta["at"]) if "at" in token.meta else Place(reading.lines.path)
    match node.kind:
        case "paragraph":
            return _paragraph(reading, node, id, place, setting)
        case "heading":
            return _heading(reading, node, id, place)
        case "bullet_list" | "ordered_list":
            return _list(reading, node, id, place, inside)
        case "blockquote":
            reading.verbatim += 1
            quoted = blocks(reading, node.children, inside)
            reading.verbatim -= 1
            return Quote(quoted, (), place, id)
        case "table":
            return tables.table(reading, node, setting.in_note, id=id)
        case "code_block":
            reading.faults.append(warning("K138", place))
            return CodeBlock(token.content, place, id)
        case "fence":
            if token.nesting:
                return Fence(
                    reading, node, id, place, setting.in_note, setting.top, lambda nodes: blocks(reading, nodes, inside)
                ).block()
            return _code(reading, node, id, place)
        case "hr":
            return Break(place, id)
        case "fence_stray":
            reading.faults.append(error("K124", place, reason="stray"))
        case "definition" | "footnote_reference":
            pass
        case other:
            raise AssertionError(f"markdown-it gave a block token that no rule of ours makes: {other}")
    return None


def _paragraph(reading: Reading, node: Node, id: str, place: Place, setting: Setting) -> Block:
    inline = node.children[0]
    content, at = inline.token.content, where(reading, inline)
    if (line := tables.near_miss(content)) >= 0:
        reading.faults.append(error("K129", Place(place.path, place.line + line)))
    if sum(1 for text in content.split("\n") if _TYPED_NUMBER.match(text)) > 1:
        reading.faults.append(warning("K137", place))
    if content.startswith("![") and (figure := figures.figure(reading, content, at, id)):
        return figure
    return Paragraph(phrase(reading, content, at, setting.in_note), place, id)


def _heading(reading: Reading, node: Node, id: str, place: Place) -> Heading:
    inline = node.children[0].token
    content, at = inline.content, where(reading, node.children[0])
    if node.token.markup.startswith("#"):
        line = _TAIL.sub("", reading.lines.line(place.line - 1).rstrip())
        at = Where(place.path, ((0, place.line, len(line.rstrip()) - len(content) + 1),))
    if (braces := _BRACES.search(content)) and attributes.LIKELY.match(braces[0]):
        parsed = attributes.parse(content, braces.start())
        if isinstance(parsed, attributes.Braces):
            second = spans.name(parsed, at, reading.faults)
            if id and second:
                reading.faults.append(error("K132", at.place(braces.start()), reason="id", first=id, second=second))
            id, content = second or id, content[: braces.start()].rstrip()
    if not content:
        reading.faults.append(error("K135", place, reason="heading"))
    return Heading(min(max(int(node.token.tag[1]), 2), 3), phrase(reading, content, at), place, id)


def _level(reading: Reading, node: Node, before: int, setting: Setting) -> int:
    """The level of a heading, after telling what is wrong with it."""
    level, markup = int(node.token.tag[1]), node.token.markup
    reason = ""
    if not markup.startswith("#"):
        reason = "underline"
    elif level == 1:
        reason = "one"
    elif level > 3:
        reason = "deep"
    elif not setting.top:
        reason = "inside"
    elif level > before + 1:
        reason = "skip"
    if reason:
        reading.faults.append(error("K121", reading.place(node.token.meta["at"]), reason=reason))
    return level


def _list(reading: Reading, node: Node, id: str, place: Place, setting: Setting) -> List:
    items = tuple(blocks(reading, item.children, setting) for item in node.children)
    if node.kind == "bullet_list":
        return List(None, items, place, id)
    typed = [int(item.token.info) for item in node.children]
    printed = list(range(typed[0], typed[0] + len(typed)))
    if typed != printed and len(set(typed)) > 1:
        odd = next(i for i, number in enumerate(typed) if number != printed[i])
        line = (node.children[odd].token.map or [0])[0]
        reading.faults.append(
            warning("K136", Place(place.path, line + 1), typed=typed[odd], printed=printed[odd]),
        )
    return List(typed[0], items, place, id)


def _code(reading: Reading, node: Node, id: str, place: Place) -> CodeBlock:
    token = node.token
    if token.info.strip():
        reading.faults.append(warning("K131", place, reason="code", words=token.info.strip()))
    first, end = token.map or [0, 1]
    last = reading.lines.line(end - 1).rstrip()
    marks = len(last) - len(last.rstrip(token.markup[0]))
    if end - first < 2 or marks < len(token.markup):
        reading.faults.append(error("K124", place, reason="code"))
    return CodeBlock(token.content, place, id)


def _name(reading: Reading, node: Node) -> tuple[str, Place] | None:
    """The id that a line of braces gives to the next block."""
    place = reading.place(node.token.meta["at"])
    at = Where(place.path, ((0, place.line, place.column),))
    parsed = attributes.parse(node.token.content, 0)
    if isinstance(parsed, attributes.Malformed):
        reading.faults.append(error("K113", at.place(parsed.offset), reason=parsed.reason))
        return None
    if parsed.end < len(node.token.content):
        reading.faults.append(error("K113", at.place(parsed.end), reason="after"))
        return None
    found = spans.name(parsed, at, reading.faults)
    return (found, place) if found else None


def _unnamed(reading: Reading, named: tuple[str, Place] | None) -> None:
    """A name with no block below it."""
    if named:
        reading.faults.append(error("K115", named[1], braces="{#" + slugs.written(named[0]) + "}"))
