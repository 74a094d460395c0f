"""Markup that begins or ends inside a word must not undo its joined letters.

Engines shape each inline box by itself. A zero width joiner on both sides of the border keeps the forms (Unicode §9.2,
W3C alreq «styling individual letters»); it is never part of what is copied from the PDF.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from report.html.runs import INLINE
from report.script.joining import cut

_JOINER = "\u200d"
_APART = ("noteref", "pageref", "locators")
_Slot = tuple[ET.Element, str]
"""An element and which text of it: `text` or `tail`."""


def hold(tree: ET.Element) -> bool:
    """Put joiners at such borders in every block of a section's tree, in place; whether there were any."""
    changed = False
    for block in tree.iter():
        if block.tag not in INLINE:
            slots: list[_Slot | None] = []
            _gather(block, slots)
            changed |= _hold(slots)
    return changed


def _gather(element: ET.Element, slots: list[_Slot | None]) -> None:
    """The texts of an element's inline content in order; None where something else stands between two."""
    slots.append((element, "text"))
    for child in element:
        if child.tag not in INLINE or child.tag == "br" or child.get("class") in _APART:
            slots.append(None)
        else:
            _gather(child, slots)
        slots.append((child, "tail"))


def _hold(slots: list[_Slot | None]) -> bool:
    changed, before = False, None
    for slot in slots:
        if slot is None:
            before = None
            continue
        text = getattr(slot[0], slot[1])
        if not text:
            continue
        if before is not None:
            left = getattr(*before)
            if cut(left, text) in ("joined", "ligature") and _JOINER not in (left[-1], text[0]):
                setattr(*before, left + _JOINER)
                setattr(*slot, _JOINER + text)
                changed = True
        before = slot
    return changed
