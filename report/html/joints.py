"""Markup that begins or ends inside a word must not undo its joined letters.

Engines shape each inline box by itself. A zero width joiner on both sides of the border keeps the forms (Unicode §9.2,
W3C alreq «styling individual letters»); it is never part of what is copied from the PDF.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree as ET

from report.html.runs import INLINE
from report.script.joining import cut

_JOINER = "\u200d"
_APART = ("pageref", "locators")
_CALL = "noteref"  # a call stands above the word: the letters on both sides of it join


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


def hold(tree: ET.Element) -> bool:
    """Put joiners at such borders in every block of a section's tree, in place; whether there were any."""
    changed = False
    for before, after in list(_borders(tree)):
        left, right = before.words, after.words
        if cut(left, right) in ("joined", "ligature") and _JOINER not in (left[-1], right[0]):
            before.write(left + _JOINER)
            after.write(_JOINER + right)
            changed = True
    return changed


def free(tree: ET.Element) -> bool:
    """Take marks that show nothing (of the index, names of places) off words they cut, in place; whether there were any.

    Their element stands empty before its words, with its id: pages and links lead to it as before.
    """
    cutting = {
        element: None
        for before, after in _borders(tree)
        if cut(before.words, after.words)
        for element in (*before.within, *after.within)
        if _shows_nothing(element) and (element in before.within) != (element in after.within)
    }
    parents = {child: parent for parent in tree.iter() for child in parent}
    for element in cutting:
        _empty(element, parents)
    return bool(cutting)


def _shows_nothing(element: ET.Element) -> bool:
    return element.tag == "span" and set(element.keys()) <= {"id", "class"} and element.get("class", "mark") == "mark"


def _empty(element: ET.Element, parents: dict[ET.Element, ET.Element]) -> None:
    """Put what an element holds behind it."""
    parent, held, tail = parents[element], list(element), element.tail
    at = list(parent).index(element) + 1
    element.tail, element.text = element.text, None
    for child in held:
        element.remove(child)
        parents[child] = parent
    parent[at:at] = held
    last = held[-1] if held else element
    last.tail = (last.tail or "") + (tail or "") or None


def _borders(tree: ET.Element) -> Iterator[tuple[_Slot, _Slot]]:
    """Neighbouring texts with the border of markup between them, in every block."""
    for block in tree.iter():
        if block.tag in INLINE:
            continue
        before = None
        for slot in _slots(block, ()):
            if slot is None or slot.words:
                if before is not None and slot is not None:
                    yield before, slot
                before = slot


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
