"""How letters join (Unicode §9.2, ArabicShaping.txt), and the first word of a text: what may stand apart as an initial."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal

from report.script.unicode import icu

TATWEEL = "\u0640"
_SEPARATED = re.compile(r"\d(?:\n\d|[.,٫٬]\n\d|\n[.,٫٬]\d)")  # a number cut at the line feed
_TYPES = {0: "U", 1: "C", 2: "D", 3: "L", 4: "R", 5: "T"}  # the order of ICU's UJoiningType


@cache
def joining_type(ch: str) -> str:
    """One of D (both sides), R (to the letter before), L, C (causes joining), T (transparent), U (none).

    >>> [joining_type(ch) for ch in "بدءَـ"]
    ['D', 'R', 'U', 'T', 'C']
    """
    return _TYPES[icu.Char.getIntPropertyValue(ch, icu.UProperty.JOINING_TYPE)]


@cache
def joining_group(ch: str) -> str:
    """The shape a letter shares with others, as ArabicShaping.txt calls it: `BEH` for ب ت ث پ.

    >>> [joining_group(ch) for ch in "پگة"]
    ['BEH', 'GAF', 'TEH MARBUTA']
    """
    kind = icu.UProperty.JOINING_GROUP
    value = icu.Char.getIntPropertyValue(ch, kind)
    name = str(icu.Char.getPropertyValueName(kind, value, icu.UPropertyNameChoice.LONG_PROPERTY_NAME))
    return name.replace("_", " ").upper()


@cache
def is_foreign(ch: str) -> bool:
    """Whether a character is a number, or a letter of another script than Arabic."""
    category = unicodedata.category(ch)
    if category[0] == "L":
        return str(icu.Script.getScript(ch).getShortName()) not in ("Arab", "Zyyy", "Zinh")
    return category[0] == "N"


def runs(word: str) -> list[list[int]]:
    """Indices, in code points, of the letters of each joined run. Marks are passed over; a tatweel counts as a letter.

    >>> runs("مَدرسة")
    [[0, 2], [3], [4, 5]]
    >>> runs("می\u200cشود")
    [[0, 1], [3, 4], [5]]
    """
    found: list[list[int]] = []
    open_ended = False
    for at, ch in enumerate(word):
        kind = joining_type(ch)
        if kind == "T":
            continue
        if kind == "U" or ch == "\u200d":  # a joiner shows a form; nothing is stretched there
            open_ended = False
            if unicodedata.category(ch) == "Lo":
                found.append([at])
            continue
        if open_ended and kind in "DRC":
            found[-1].append(at)
        else:
            found.append([at])
        open_ended = kind in "DLC"
    return found


def joins(character: str) -> bool:
    """Whether it takes another form beside others (ArabicShaping.txt): Arabic, Syriac, N’Ko and their kin."""
    return joining_type(character) in "CDLR"


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


def cut(before: str, after: str) -> Literal["", "joined", "ligature", "mark", "number"]:
    """What a border of markup between two texts cuts in two; a joined pair can be held by joiners, the others cannot.

    >>> cut("كت", "اب"), cut("سل", "ام"), cut("19", "79"), cut("كتاب", " قديم")
    ('joined', 'ligature', 'number', '')
    """
    if not before or not after or before[-1].isspace():
        return ""
    if unicodedata.category(after[0]).startswith("M"):
        return "mark"
    last = next((ch for ch in reversed(before) if joining_type(ch) != "T"), "")
    if _SEPARATED.search(f"{before[-2:]}\n{after[:2]}"):
        return "number"
    if not last or joining_type(last) not in "DLC" or joining_type(after[0]) not in "DRC":
        return ""
    return "ligature" if (joining_group(last), joining_group(after[0])) == ("LAM", "ALEF") else "joined"
