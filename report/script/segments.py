"""A line of text cut into stretches of one embedding level and one script, as a shaper wants them (UAX #9, UAX #24)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby

from report.script.embedding import at_line_ends, levels
from report.script.languages import Direction
from report.script.unicode import icu


@dataclass(frozen=True, slots=True)
class Segment:
    """`start` and `end` are code points of the line; `level` is odd for right to left; `script` is ISO 15924."""

    start: int
    end: int
    level: int
    script: str


def segments(line: str, base: Direction) -> tuple[Segment, ...]:
    """The stretches of one line in memory order, by the levels it is displayed with (rule L1 included).

    Signs of no script of their own (spaces, digits, brackets, marks) go with the letter before them, at the start of the
    line with the first letter, and a closing bracket with the bracket it closes (UAX #24 §5.1).
    A line break in `line` counts as a space.
    """
    flat = " ".join(line.splitlines())
    found = at_line_ends(flat, list(levels(flat, base)), 1 if base == "rtl" else 0)
    cut: list[Segment] = []
    for (level, script), group in groupby(enumerate(zip(found, _scripts(flat), strict=True)), key=lambda item: item[1]):
        places = [place for place, _ in group]
        cut.append(Segment(places[0], places[-1] + 1, level, script))
    return tuple(cut)


def _scripts(line: str) -> list[str]:
    own = [_script(character) for character in line]
    current = next((script for script in own if script), "Zyyy")
    settled: list[str] = []
    opened: list[tuple[str, str]] = []
    for character, script in zip(line, own, strict=True):
        current = script or current
        kind, partner = _bracket(character)
        if kind == "o":
            opened.append((partner, current))
        elif kind == "c" and character in (closing for closing, _ in opened):
            while opened[-1][0] != character:
                opened.pop()
            current = opened.pop()[1]
        settled.append(current)
    return settled


@cache
def _bracket(character: str) -> tuple[str, str]:
    """`o` or `c`, and the bracket it pairs with; blank for all else (BidiBrackets.txt)."""
    kind = icu.Char.getIntPropertyValue(character, icu.UProperty.BIDI_PAIRED_BRACKET_TYPE)
    return ("", "o", "c")[kind], str(icu.Char.getBidiPairedBracket(character))


@cache
def _script(character: str) -> str:
    """ISO 15924 code; empty for what is common to all scripts or inherited from the letter before."""
    code = str(icu.Script.getScript(character).getShortName())
    return "" if code in ("Zyyy", "Zinh", "Zzzz") else code
