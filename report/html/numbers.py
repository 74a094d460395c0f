"""Numbers with signs keep their order wherever a line or a box begins.

After an Arabic letter UAX #9 (rule W2) takes a European or Persian digit for an Arabic one, and its signs (%, -, +) then
stand on the other side. Engines resolve each text box and each line by itself; a number at the start of one lost that
letter, and «۱۰-۱۲» read the other way round there. An Arabic letter mark (U+061C) before the number says it again.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from markupsafe import Markup, escape

from report.html.runs import INLINE
from report.html.tags import tag
from report.script import languages, tokens
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


def datum(found: tokens.Datum, language: languages.Language) -> Markup:
    """A number with its signs: in a box only where its order needs one or a line could be broken inside it."""
    form, way = tokens.form(found, language), tokens.direction(found, language)
    held = "datum unbroken" if tokens.is_short_and_breakable(found) else "datum"
    match form:
        case "bare":
            plain = escape(found.text)
            return plain if held == "datum" else tag("span", plain, class_=held)
        case "held":
            return tag("span", escape(found.text), class_=held, dir=way)
        case "parted":
            return tag("span", Markup().join(_part(p) for p in tokens.parts(found.text)), class_=held, dir=way)


def _part(part: str) -> Markup:
    return tag("span", escape(part), dir="ltr") if tokens.is_number(part) else escape(part)
