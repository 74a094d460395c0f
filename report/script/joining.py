"""Letters that join their neighbours, and the first word of a text: what may stand apart as an initial."""

from __future__ import annotations

import unicodedata

from report.script.unicode import icu

_JOINED = frozenset({1, 2, 3, 4})  # U_JT_JOIN_CAUSING, DUAL_JOINING, LEFT_JOINING, RIGHT_JOINING


def joins(character: str) -> bool:
    """Whether it takes another form beside others (ArabicShaping.txt): Arabic, Syriac, N’Ko and their kin."""
    return int(icu.Char.getIntPropertyValue(character, icu.UProperty.JOINING_TYPE)) in _JOINED


def first_word(text: str) -> tuple[str, str]:
    """The first word, with the marks and signs that cling to it, and the rest, which begins with its space if it has one.

    Space before the word is dropped. A word is cut at nothing but space: in a joined script no letter may stand apart.
    """
    text = text.lstrip()
    for at, character in enumerate(text):
        if character.isspace():
            return text[:at], text[at:]
    return text, ""


def first_letter_may_stand_apart(text: str) -> bool:
    """Whether the first letter may be set apart from the rest (`::first-letter`): not where letters join or carry marks."""
    letters = [c for c in text if unicodedata.category(c)[0] in "LM" or c == "\u200d"]
    return not letters or not (joins(letters[0]) or unicodedata.bidirectional(letters[0]) in ("R", "AL"))
