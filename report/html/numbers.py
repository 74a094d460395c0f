"""Numbers with signs keep their order wherever a line or a box begins.

After an Arabic letter UAX #9 (rule W2) takes a European or Persian digit for an Arabic one, and its signs (%, -, +) then
stand on the other side. Engines resolve each text box and each line by itself; a number at the start of one lost that
letter, and «۱۰-۱۲» read the other way round there. An Arabic letter mark (U+061C) before the number says it again.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from report.html.runs import INLINE
from report.script.embedding import with_letter_marks

_APART = ("noteref", "pageref", "locators")


def anchor(tree: ET.Element) -> bool:
    """Put the mark before such numbers in every block of a section's tree, in place; whether there were any."""
    changed = False
    for block in tree.iter():
        if block.tag not in INLINE:
            changed |= _text(block, "")[1]
    return changed


def _text(element: ET.Element, before: str) -> tuple[str, bool]:
    """Mark the inline content of an element. `before` is the class of the last strong character before it; the one at
    its end is returned, and whether a mark was put. What has a direction or is a block begins anew."""
    changed = False

    def marked(text: str | None) -> str | None:
        nonlocal before, changed
        if not text:
            return text
        made, before = with_letter_marks(text, before)
        changed |= made != text
        return made

    element.text = marked(element.text)
    for child in element:
        if child.tag not in INLINE:
            before = ""
        elif child.get("dir"):
            changed |= _text(child, "")[1]
        elif child.get("class") not in _APART:
            before, inside = _text(child, before)
            changed |= inside
        child.tail = marked(child.tail)
    return before, changed
