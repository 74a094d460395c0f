"""What the tests of the source room share: a Markdown text read in one call, and words shown as short strings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from report.fault import Fault
from report.model import (
    Anchor,
    Blocks,
    Code,
    Digits,
    Emphasis,
    Foreign,
    IndexMark,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Ref,
    Strong,
    Text,
)
from report.source import markdown
from report.source.lines import Lines


@dataclass(frozen=True)
class Read:
    """A text and what became of it."""

    blocks: Blocks
    faults: list[Fault]

    @property
    def codes(self) -> list[str]:
        """Faults as `K201@line:column`, by place."""
        return [f"{fault.code}@{fault.place.line}:{fault.place.column}" for fault in sorted(self.faults, key=_place)]

    @property
    def words(self) -> Inlines:
        """The inlines of the first block, which is a paragraph."""
        first = self.blocks[0]
        assert isinstance(first, Paragraph)
        return first.children


def _place(fault: Fault) -> tuple[int, int]:
    return fault.place.line, fault.place.column


@pytest.fixture
def read() -> Callable[[str], Read]:
    """Reads a Markdown text of the section `ch`."""

    def reader(text: str) -> Read:
        faults: list[Fault] = []
        return Read(markdown.text(Lines("t.md", text), 0, "ch", faults), faults)

    return reader


@pytest.fixture
def show() -> Callable[[Inlines], str]:
    """Inlines as one string: `text@line:column`, children in parentheses after the name of their node."""
    return _show


def _show(inlines: Inlines) -> str:
    return " ".join(map(_one, inlines))


def _one(inline: Inline) -> str:
    match inline:
        case Text(text=text, place=place) | Code(text=text, place=place):
            mark = "`" if isinstance(inline, Code) else ""
            return f"{mark}{text}{mark}@{place.line}:{place.column}"
        case LineBreak():
            return "break"
        case Emphasis(children=words):
            return f"em({_show(words)})"
        case Strong(children=words):
            return f"strong({_show(words)})"
        case Note(blocks=blocks, place=place):
            inner = " / ".join(_show(block.children) for block in blocks if isinstance(block, Paragraph))
            return f"note@{place.line}:{place.column}({inner})"
        case Link(href=name, children=words, place=place):
            return f"link[{name}]@{place.line}:{place.column}({_show(words)})"
        case Ref(kind=kind, target=name, children=words, place=place):
            return f"{kind}[{name}]@{place.line}:{place.column}({_show(words)})"
        case IndexMark(path=path, children=words, place=place):
            return f"index[{'!'.join(path)}]@{place.line}:{place.column}({_show(words)})"
        case Foreign(language=name, children=words, place=place) | Anchor(id=name, children=words, place=place):
            kind = "lang" if isinstance(inline, Foreign) else "anchor"
            return f"{kind}[{name}]@{place.line}:{place.column}({_show(words)})"
        case Digits(style=name, children=words):
            return f"digits[{name}]({_show(words)})"
