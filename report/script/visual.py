"""Display order for a terminal that neither joins Arabic letters nor reorders: its lines only, never a file (law 8)."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import Any

from arabic_reshaper import ArabicReshaper
from bidi.mirror import MIRRORED

from report.script.characters import BIDI_CONTROLS
from report.script.embedding import at_line_ends, levels, order
from report.script.languages import Direction

# By default it deletes marks, and sets الله as one sign that terminal faces lack; lam with alef must be one.
_RESHAPER: Any = ArabicReshaper({"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})


def visual(text: str, base: Direction) -> str:
    """Each line as it is to be seen, from left to right: letters in joined forms, brackets turned, controls dropped.

    A line wider than the terminal must be broken before: order is a matter of lines.
    """
    return "\n".join(reordered(str(_RESHAPER.reshape(line)), base) for line in text.split("\n"))


def reordered(line: str, base: Direction) -> str:
    """One line in display order, letters as they are (UAX #9 L1–L4): marks stay behind the letter they stand on."""
    found = at_line_ends(line, list(levels(line, base)), 1 if base == "rtl" else 0)
    clusters = _clusters(line)
    shown: list[str] = []
    for i in order([found[start] for start, _ in clusters]):
        start, end = clusters[i]
        head = MIRRORED.get(line[start], line[start]) if found[start] % 2 else line[start]
        shown.append(head + line[start + 1 : end])
    return "".join(ch for ch in "".join(shown) if ch not in BIDI_CONTROLS)


def _clusters(line: str) -> list[tuple[int, int]]:
    """Start and end of every letter with the marks behind it."""
    starts = [i for i, ch in enumerate(line) if i == 0 or unicodedata.bidirectional(ch) != "NSM"]
    return list(pairwise([*starts, len(line)]))
