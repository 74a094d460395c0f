"""The pages of the printed edition, as an e-book tells them: their numbers, and where in the text each begins.

A place in the text is an element of its section's tree, by its number in document order, and how many letters of the
element's own text stand before. Letters are counted, not code points: a line that is set loses spaces and gains hyphens,
marks and tatweel, but no letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from report.model import Meta
from report.script import digits
from report.theme import Theme

NUMBER = "data-number"
"""Attribute of the print tree: the number of the element in the section's tree."""
_TATWEEL = "\u0640"
_NOTES = 0.3  # of the page's width, where a theme has no token `margin-notes`


@dataclass(frozen=True, slots=True)
class Start:
    """Where page `page` (counted from 1) begins: in a section, before the letter after `letters` of an element's own."""

    page: int
    section: str
    element: int
    letters: int


@dataclass(frozen=True, slots=True)
class Pages:
    """`count` pages, the page each id falls on, the start of each page that has text, and what names the edition (a URN)."""

    count: int
    numbers: Mapping[str, int]
    starts: Sequence[Start]
    source: str

    def labels(self, style: str) -> list[str]:
        return [label(page, style) for page in range(1, self.count + 1)]


def margins(meta: Meta, theme: Theme) -> tuple[float, float]:
    """Gutter and outer margin of an edition's pages, in mm: the theme's shares of the width, and room for notes by hand
    where the edition keeps some."""
    inner, outer = (float(theme.token(f"margin-{side}")) for side in ("inner", "outer"))
    return inner * meta.page[0], max([outer, *_note_margins(meta, theme)]) * meta.page[0]


def _note_margins(meta: Meta, theme: Theme) -> Iterator[float]:
    if meta.study.note_margin in ("true", meta.issue):
        yield float(theme.token("margin-notes")) if "margin-notes" in theme.tokens else _NOTES
    if meta.issue == "teacher" and "margin-teacher" in theme.tokens:
        yield float(theme.token("margin-teacher"))


def label(page: int, style: str) -> str:
    """The number of a page (from 1) as folio, label of the PDF, page list and index tell it: in the booklet's digits."""
    return digits.format(page, "latin" if style == "source" else style)


def letters(text: str) -> int:
    """How many letters and digits there are."""
    return sum(is_letter(ch) for ch in text)


def is_letter(ch: str) -> bool:
    return ch.isalnum() and ch != _TATWEEL


def own(element: ET.Element) -> Iterator[str]:
    """The text that stands in the element itself: before its first child, then behind each."""
    yield element.text or ""
    for child in element:
        yield child.tail or ""


def number(tree: ET.Element) -> None:
    """Write the number of each element on it."""
    for n, element in enumerate(tree.iter()):
        element.set(NUMBER, str(n))
