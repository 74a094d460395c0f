"""Display order for a terminal that neither joins Arabic letters nor reorders: its lines only, never a file (law 8)."""

from __future__ import annotations

import unicodedata

from arabic_reshaper import ArabicReshaper

from report.script import characters
from report.script.embedding import Base, levels, order

_RESHAPER = ArabicReshaper({"delete_harakat": False, "support_ligatures": True})
_PAIRS = ("()", "[]", "{}", "<>", "«»", "‹›", "≤≥", "⟨⟩")
MIRRORED = {a: b for pair in _PAIRS for a, b in (pair, pair[::-1])}


def visual(text: str, base: Base) -> str:
    """One line, letters joined by presentation forms, from left to right as it is to be shown.

    Bidi controls are dropped, brackets of right-to-left runs turned (UAX #9 L4), marks put after their letter (L3).
    """
    shaped = "".join(c for c in _RESHAPER.reshape(text) if c not in characters.BIDI_CONTROLS)
    found = levels(shaped, base)
    shown = [MIRRORED.get(shaped[i], shaped[i]) if found[i] % 2 else shaped[i] for i in order(found)]
    return _marks_after_letters(shown)


def _marks_after_letters(shown: list[str]) -> str:
    """In display order a right-to-left mark comes before its letter; terminals combine it with what comes before."""
    out: list[str] = []
    marks: list[str] = []
    for character in shown:
        if unicodedata.combining(character):
            marks.append(character)
        else:
            out += [character, *reversed(marks)]
            marks.clear()
    return "".join(out + marks)
