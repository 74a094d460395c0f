"""A chapter that opens with an initial: the whole first word, since a joined letter cannot stand apart from it."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET

from report.script.joining import first_word

_BEFORE: Final = frozenset({"opener", "key-terms", "box"})
_HEADINGS: Final = frozenset({"h2", "h3"})
"""What may stand before the first paragraph of a chapter; a table, list or quotation there is no opening."""


def set_initial(section: ET.Element) -> bool:
    """Put the first word of the section's first paragraph in `<span class="initial">`; whether there is one.

    None where the word runs on into markup (a name that is a reference, a note's call): half a word is no initial.
    """
    opening = next(
        (e for e in section if e.tag not in _HEADINGS and not _BEFORE & set(e.get("class", "").split())), None
    )
    if opening is None or opening.tag != "p":
        return False
    word, rest = first_word(opening.text or "")
    if not any(c.isalpha() for c in word) or (not rest and len(opening)):
        return False
    initial = ET.Element("span", {"class": "initial"})
    initial.text, initial.tail, opening.text = word, rest, None
    opening.insert(0, initial)
    return True
