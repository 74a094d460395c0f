"""YAML as a tree of nodes that know their places, scalars as typed: no 1.1 surprises, no aliases, no tags."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final, cast

import yaml

from report.fault import Fault, Place, error
from report.source.lines import Lines, Where
from report.source.scalars import align

DEPTH: Final = 16
"""Deepest nesting read; the format needs four levels."""

ENTRIES: Final = 50_000
"""Most nodes read from one file."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """`text` is what was typed, quotes and escapes resolved; `plain` tells that it stood without quotes."""

    text: str
    place: Place
    plain: bool = True
    lines: Lines = field(default=Lines("", ""), repr=False, compare=False)
    span: tuple[int, int] = field(default=(0, 0), repr=False, compare=False)
    style: str = field(default="", repr=False, compare=False)

    @property
    def empty(self) -> bool:
        """Nothing was given: YAML's null."""
        return self.plain and self.text in {"", "~", "null", "Null", "NULL"}

    def where(self) -> Where:
        """The place of every code point of `text`."""
        return align(self.text, self.lines, self.span, self.style)


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys are unique; a second one of the same name is a fault and is left out."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def get(self, name: str) -> Node | None:
        """The value under a key, unless it is empty."""
        for key, value in self.entries:
            if key.text == name:
                return None if isinstance(value, Scalar) and value.empty else value
        return None

    def key(self, name: str) -> Scalar | None:
        return next((key for key, _ in self.entries if key.text == name), None)


Node = Scalar | Sequence | Mapping


def parse(lines: Lines, faults: list[Fault], start: int = 0, end: int | None = None) -> Node | None:
    """The tree of a file, or of its code points from `start` to `end`; None for nothing, or after a fault of syntax."""
    text = _readable(lines.text[start:end])
    builder = _Builder(lines, start, faults)
    try:
        for event in cast("Iterable[Any]", yaml.parse(text, Loader=yaml.SafeLoader)):
            if not builder.take(event):
                return None
    except yaml.MarkedYAMLError as fault:
        faults.append(_syntax(fault, text, lines, start))
        return None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        faults.append(error("K104", lines.place(start)))
        return None
    return builder.root


_UNREADABLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]|[\ud800-\udfff\ufeff]|[\ufffe\uffff]")
"""All but YAML 1.1's printable characters (§5.1); in three sets, since one with as many gaps takes ten times as long to
compile."""


def _readable(text: str) -> str:
    """What YAML refuses as a character is read as U+FFFD: it is told by the rule about characters (K301)."""
    return _UNREADABLE.sub("\ufffd", text)


class _Builder:
    """Turns events into nodes, with a stack of its own: depth costs no recursion."""

    def __init__(self, lines: Lines, start: int, faults: list[Fault]) -> None:
        self.lines, self.start, self.faults = lines, start, faults
        self.root: Node | None = None
        self.open: list[tuple[Place, bool, list[Node]]] = []
        self.documents = self.nodes = 0

    def take(self, event: Any) -> bool:
        """Reads one event; False when reading must stop."""
        place = self.lines.place(self.start + event.start_mark.index)
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self.faults.append(error("K104", place, reason="document"))
                    return False
            case yaml.AliasEvent():
                self.faults.append(error("K110", place, reason="alias"))
                self._add(Scalar("alias", place))
            case yaml.ScalarEvent():
                self._refuse(event, place)
                self._add(self._scalar(event, place))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._refuse(event, place)
                self.open.append((place, isinstance(event, yaml.MappingStartEvent), []))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                place, is_mapping, nodes = self.open.pop()
                self._add(self._mapping(nodes, place) if is_mapping else Sequence(tuple(nodes), place))
            case _:
                pass
        return self._bounded(place)

    def _bounded(self, place: Place) -> bool:
        deep, large = len(self.open) > DEPTH, self.nodes > ENTRIES
        if deep or large:
            limit = DEPTH if deep else ENTRIES
            self.faults.append(error("K117", place, reason="yaml" if deep else "nodes", limit=limit))
        return not (deep or large)

    def _refuse(self, event: Any, place: Place) -> None:
        if event.anchor is not None:
            self.faults.append(error("K110", place, reason="anchor"))
        if event.tag is not None:
            self.faults.append(error("K110", place, reason="tag"))

    def _add(self, node: Node) -> None:
        self.nodes += 1
        if self.open:
            self.open[-1][2].append(node)
        else:
            self.root = node

    def _scalar(self, event: Any, place: Place) -> Scalar:
        span = (self.start + event.start_mark.index, self.start + event.end_mark.index)
        text = cast("str", event.value)
        if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
            self.faults.append(error("K104", place, reason="escape"))
            text = re.sub("[\ud800-\udfff]", "?", text)
        return Scalar(text, place, event.style is None, self.lines, span, event.style or "")

    def _mapping(self, nodes: list[Node], place: Place) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.faults.append(error("K104", key.place, reason="key"))
            elif key.text in entries:
                first = entries[key.text][0].place
                self.faults.append(error("K106", key.place, key=key.text, first=first))
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), place)


def _syntax(fault: yaml.MarkedYAMLError, text: str, lines: Lines, start: int) -> Fault:
    """Why YAML gave up, in our words: PyYAML's are for programmers, and in English only."""
    problem, context = str(fault.problem or ""), str(fault.context or "")
    offset = int(fault.problem_mark.index) if fault.problem_mark else 0
    opened = int(fault.context_mark.index) if fault.context_mark else offset
    place, began = lines.place(start + min(offset, len(text))), lines.place(start + opened)
    line = text[text.rfind("\n", 0, offset) + 1 : offset + 1]
    if "\t" in line[: len(line) - len(line.lstrip())] or text[offset : offset + 1] == "\t":
        return error("K105", place)
    if "quoted scalar" in context and "end of" in problem:
        return error("K104", began, reason="quote")
    if "escape" in problem or "hexdecimal" in problem:
        return error("K104", place, reason="escape")
    if "flow" in context:
        return error("K104", began, reason="bracket")
    if "mapping values" in problem:
        return error("K104", place, reason="colon")
    if "cannot start" in problem:
        return error("K104", place, reason="start", character=text[offset : offset + 1])
    if "expected ':'" in problem:
        return error("K104", began, reason="key")
    return error("K104", place, reason="indent" if "block" in context else "")
