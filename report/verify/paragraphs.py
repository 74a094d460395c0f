"""The paragraphs a file must show, block by block in reading order, as the sections have them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from xml.etree import ElementTree as ET

from report.html import Section
from report.script.languages import Direction

INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "br", "cite", "code", "dfn", "em", "i", "q", "span", "strong", "sub", "sup", "time")
)
OBJECT = "\ufffc"  # stands for what is numbered anew on the page: a note's call, page numbers
_NUMBERED = {"noteref", "pageref", "locators", "backlink"}
_ISOLATES = {"rtl": "\u2067", "ltr": "\u2066"}
_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}


@dataclass(slots=True)
class Paragraph:
    """Inline content between the edges of blocks, in memory order.

    `text` holds isolates (UAX #9 §2.4.2) around what has a direction of its own and U+FFFC for what the page numbers;
    `languages` gives the declared language of each code point, "" for the document's. `note` is the id of the note it
    belongs to; `place` names section and element in a fault.
    """

    place: str
    tag: str
    base: Direction
    note: str = ""
    text: str = ""
    languages: list[str] = field(default_factory=list[str])

    def add(self, text: str, language: str) -> None:
        self.text += text
        self.languages += [language] * len(text)


@cache
def seen(character: str) -> bool:
    """Whether a character is one that proofs count: not a space, a control, or a stand-in."""
    return unicodedata.category(character) not in _UNSEEN and character != OBJECT


def of(sections: Iterable[Section], base: Direction) -> Iterator[Paragraph]:
    """Paragraphs of all sections; those of notes stand where their section has them, with the note's id."""
    for section in sections:
        for paragraph in _walk(section.tree(), section.label, base, "", ""):
            if any(map(seen, paragraph.text)):
                yield paragraph


def _walk(block: ET.Element, label: str, base: Direction, language: str, note: str) -> Iterator[Paragraph]:
    """Inline content of a block in paragraphs, and the paragraphs of the blocks in it, in document order."""
    base, language = _direction(block, base), block.get("lang", language)
    if "note" in block.get("class", "").split():
        note = block.get("id", "")

    def new() -> Paragraph:
        return Paragraph(f"{label} · {block.tag}", block.tag, base, note)

    paragraph = new()
    paragraph.add(block.text or "", language)
    for child in block:
        if child.tag in INLINE and child.tag != "br":
            _inline(child, paragraph, language)
        else:
            yield paragraph
            if child.tag != "br":
                yield from _walk(child, label, base, language, note)
            paragraph = new()
        paragraph.add(child.tail or "", language)
    yield paragraph


def _inline(element: ET.Element, into: Paragraph, language: str) -> None:
    """Add an inline element to a paragraph."""
    names = set(element.get("class", "").split())
    if names & _NUMBERED:
        into.add(OBJECT, language)
        return
    language = element.get("lang", language)
    isolate = _ISOLATES.get(element.get("dir", ""), "")
    into.add(isolate, language)
    into.add(element.text or "", language)
    for child in element:
        if child.tag == "br":
            into.add("\u2028", language)
        else:
            _inline(child, into, language)
        into.add(child.tail or "", language)
    into.add("\u2069" if isolate else "", language)


def _direction(element: ET.Element, base: Direction) -> Direction:
    given = element.get("dir", "")
    return "rtl" if given == "rtl" else "ltr" if given == "ltr" else base
