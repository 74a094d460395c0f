"""Where a line of Arabic script may be stretched by a tatweel, and which of its words are.

The order of preference is the simple one of Explorer 5.5 and Uniscribe (SCRIPT_JUSTIFY_ARABIC_*), after what the naskh
rules of Benatia, Elyaakoubi and Lazrek (TUGboat 27, 2006) forbid is struck from it. W3C alreq, «Kashida»: at preferred
joins, one a word, not near each other in a line or in the line above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from report.script.joining import TATWEEL, is_foreign, joining_group, joining_type, runs

CLEAR = 2.0
"""em between the middles of two tatweels in lines above each other: 1.5 and half a bar."""

_GOD = re.compile("لل[هہ]")  # الله and all that is made with it, before any suffix: اللهم, والله, عبدالله
_MOST_LETTERS = 6  # of a joined run that takes a tatweel well; so do runs of three and more
_SHORTEST = 3  # letters: من and في are not stretched, nor the ير of وزير
_WEAKEST = 5

_BEH = {"BEH", "NOON", "YEH", "FARSI YEH", "NYA", "BURUSHASKI YEH BARREE"}  # one tooth where joined on both sides
_YEH = {"YEH", "FARSI YEH", "YEH WITH TAIL", "YEH BARREE"}
_HEH = {"HEH", "TEH MARBUTA", "HEH GOAL", "TEH MARBUTA GOAL", "KNOTTED HEH", "DAL"}
_ALEF = {"ALEF", "TAH", "LAM", "KAF", "GAF", "SWASH KAF"}
_NEVER_AFTER = {"KAF", "GAF", "SWASH KAF", "LAM"}
_NEVER_BEFORE = {"HAH", "SAD", "AIN", "WAW"}
_NEVER_BEFORE_FINAL = {"FEH", "AFRICAN FEH", "QAF", "AFRICAN QAF"} | _YEH


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a word takes a tatweel: `index` in code points, after a letter and all its marks; rank 0 is the best."""

    index: int
    rank: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word of a line that may be stretched: its number in the line, and where, in em from one edge of the measure."""

    word: int
    at: float
    rank: int


@lru_cache(maxsize=8192)
def opening(word: str) -> Opening | None:
    """The best place for a tatweel in a word, with whatever punctuation stands at it; None if it has none.

    Of two equally good places the one nearest the end is taken.

    >>> opening("المدرسة")
    Opening(index=6, rank=2)
    >>> opening("سَلَامٌ")
    Opening(index=2, rank=1)
    """
    if is_exempt(word):
        return None
    found = [
        Opening(_after_marks(word, run[n]), rank)
        for run in runs(word)
        for n in range(len(run) - 1)
        if (rank := _rank(word, run, n)) is not None
    ]
    return min(found, key=lambda o: (o.rank, -o.index), default=None)


def is_exempt(word: str) -> bool:
    """Words that are never stretched: short ones, those with digits or letters of other scripts, and the name of God."""
    letters = "".join(ch for ch in word if joining_type(ch) not in "TC")
    if any(is_foreign(ch) for ch in word) or _GOD.search(letters):
        return True
    return sum(len(run) for run in runs(word)) < _SHORTEST


def _rank(word: str, run: Sequence[int], n: int) -> int | None:
    """Preference of the join after the n-th letter of a run, 0 the strongest; None where it must not be opened."""
    before, after, last = word[run[n]], word[run[n + 1]], n + 2 == len(run)
    if before == TATWEEL:
        return None if after == TATWEEL else 0
    if after == TATWEEL or _is_forbidden(joining_group(before), joining_group(after), last):
        return None
    following = None if last else joining_group(word[run[n + 2]])
    rank = _ladder(joining_group(before), joining_group(after), following, n + 3 == len(run))
    if rank is None or (rank == _WEAKEST and len(run) < _SHORTEST):
        return None
    return rank + (not _SHORTEST <= len(run) <= _MOST_LETTERS)


def _is_forbidden(before: str, after: str, last: bool) -> bool:
    """The naskh prohibitions. That nothing opens after a lam keeps lam-alef whole, marks between or not."""
    return before in _NEVER_AFTER or after in _NEVER_BEFORE or (last and after in _NEVER_BEFORE_FINAL)


def _ladder(before: str, after: str, following: str | None, following_last: bool) -> int | None:
    """The simple order. Its class of final و ع غ ف ق is not here: the prohibitions strike all of it."""
    if before in ("SEEN", "SAD"):
        return 1
    if following is None:
        return 2 if after in _HEH else 3 if after in _ALEF else _WEAKEST
    if following_last and after in _BEH and following in {"REH"} | _YEH:
        return 4
    return None


def _after_marks(word: str, letter: int) -> int:
    end = letter + 1
    while end < len(word) and joining_type(word[end]) == "T":
        end += 1
    return end


def choose(candidates: Sequence[Candidate], words: int, most: int, above: Sequence[float]) -> list[Candidate]:
    """Which words of a line are stretched: at most `most` and one in three, never neighbours, none under one of `above`.

    The strongest joins come first. Among equals each choice is the one farthest from those made and from those of the
    line above, which takes the two ends of a line in turn, and then its middle.
    """
    chosen: list[Candidate] = []
    left = [c for c in candidates if all(abs(c.at - x) >= CLEAR for x in above)]
    while left and len(chosen) < min(most, words // 3):
        taken = [*above, *(c.at for c in chosen)]
        best = min(left, key=lambda c: (c.rank, -min((abs(c.at - x) for x in taken), default=0.0), -c.word))
        chosen.append(best)
        left = [c for c in left if abs(c.word - best.word) > 1]
    return chosen
