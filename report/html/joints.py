"""Markup that begins or ends inside a word must not undo its joined letters.

Engines shape each inline box by itself. A zero width joiner on both sides of the border keeps the forms (Unicode §9.2,
W3C alreq «styling individual letters»); it is never part of what is copied from the PDF. What shows nothing needs no box.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree as ET

from report.html.runs import INLINE
from report.script.joining import cut

_JOINER = "\u200d"
_APART = ("pageref", "locators")
_CALL = "noteref"  # a call stands above the word: the letters on both sides of it join
_LAST_WORD = re.compile(r"\S*\Z")


@dataclass(frozen=True, slots=True)
class _Slot:
    """An element, which text of it this is, and the elements this text stands in."""

    element: ET.Element
    part: Literal["text", "tail"]
    within: tuple[ET.Element, ...]

    @property
    def words(self) -> str:
        return (self.element.text if self.part == "text" else self.element.tail) or ""

    def write(self, words: str) -> None:
        setattr(self.element, self.part, words)

    def put(self, element: ET.Element, at: int) -> None:
        """Put an element into the text, at an offset."""
        words, holder = self.words, self.element if self.part == "text" else self.within[-1]
        holder.insert(0 if self.part == "text" else list(holder).index(self.element) + 1, element)
        self.write(words[:at])
        element.tail = words[at:]


_Stretch = list[_Slot]
"""Texts in a row, empty ones too, with only borders of markup between them."""


def hold(tree: ET.Element) -> bool:
    """Put joiners at such borders in every block of a section's tree, in place; whether there were any."""
    changed = False
    for stretch in _stretches(tree):
        for i, j in _cuts(stretch):
            left, right = stretch[i].words, stretch[j].words
            if cut(left, right) in ("joined", "ligature") and _JOINER not in (left[-1], right[0]):
                stretch[i].write(left + _JOINER)
                stretch[j].write(_JOINER + right)
                changed = True
    return changed


def free(tree: ET.Element) -> bool:
    """Take marks that show nothing (of the index, names of places) off words they cut, in place; whether there were any.

    Their element stands empty before its word, with its id: pages and links lead to it as before.
    """
    changed = False
    while (found := _cutting(tree)) is not None:
        element, slot, at = found
        parents = {child: parent for parent in tree.iter() for child in parent}
        _empty(element, parents[element])
        if slot is not None:
            _take_out(element, parents[element])
            slot.put(element, at)
        changed = True
    return changed


def _cutting(tree: ET.Element) -> tuple[ET.Element, _Slot | None, int] | None:
    """The first such mark at a border that cuts a word; if it is empty, the text and offset where that word begins."""
    for stretch in _stretches(tree):
        for i, j in _cuts(stretch):
            within = {element: None for slot in stretch[i : j + 1] for element in slot.within}
            for element in within:
                whole = element in stretch[i].within and element in stretch[j].within
                if _shows_nothing(element) and not whole:
                    return (element, None, 0) if element.text or len(element) else (element, *_start(stretch, i))
    return None


def _start(stretch: _Stretch, i: int) -> tuple[_Slot, int]:
    """Where the word begins that the text of this number ends with."""
    starts = {j: i for i, j in _cuts(stretch)}
    while not re.search(r"\s", stretch[i].words) and i in starts:
        i = starts[i]
    found = _LAST_WORD.search(stretch[i].words)
    return stretch[i], found.start() if found else 0


def _shows_nothing(element: ET.Element) -> bool:
    return element.tag == "span" and set(element.keys()) <= {"id", "class"} and element.get("class", "mark") == "mark"


def _empty(element: ET.Element, parent: ET.Element) -> None:
    """Put what an element holds behind it."""
    held, tail = list(element), element.tail
    at = list(parent).index(element) + 1
    element.tail, element.text = element.text, None
    for child in held:
        element.remove(child)
    parent[at:at] = held
    last = held[-1] if held else element
    last.tail = (last.tail or "") + (tail or "") or None


def _take_out(element: ET.Element, parent: ET.Element) -> None:
    """Remove an empty element; what follows it stays."""
    at = list(parent).index(element)
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _cuts(stretch: _Stretch) -> Iterator[tuple[int, int]]:
    """Numbers of neighbouring texts whose border cuts a word."""
    before = None
    for j, slot in enumerate(stretch):
        if slot.words:
            if before is not None and cut(stretch[before].words, slot.words):
                yield before, j
            before = j


def _stretches(tree: ET.Element) -> Iterator[_Stretch]:
    """Those of every block that has any markup inside a line: in others no two texts stand in a row."""
    for block in tree.iter():
        if block.tag not in INLINE and any(child.tag in INLINE for child in block):
            stretch: _Stretch = []
            for slot in _slots(block, ()):
                if slot is None:
                    yield stretch
                    stretch = []
                else:
                    stretch.append(slot)
            yield stretch


def _slots(element: ET.Element, within: tuple[ET.Element, ...]) -> Iterator[_Slot | None]:
    """The texts of an element's inline content in order; None where something else stands between two."""
    inside = (*within, element)
    yield _Slot(element, "text", inside)
    for child in element:
        if child.tag not in INLINE or child.tag == "br" or child.get("class") in _APART:
            yield None
        elif child.get("class") != _CALL:
            yield from _slots(child, inside)
        yield _Slot(child, "tail", inside)
