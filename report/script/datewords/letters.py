"""Numbers in Hebrew letters: days of a month (י״ד) and years (תש״מ, ה׳תש״מ)."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

_UNITS, _TENS, _HUNDREDS = "אבגדהוזחט", "יכלמנסעפצ", "קרשת"
_VALUES: Final = (
    {letter: n for n, letter in enumerate(_UNITS, 1)}
    | {letter: 10 * n for n, letter in enumerate(_TENS, 1)}
    | {letter: 100 * n for n, letter in enumerate(_HUNDREDS, 1)}
    | {"ך": 20, "ם": 40, "ן": 50, "ף": 80, "ץ": 90}
)


def day(word: str) -> int | None:
    """The day of a month that a word with a geresh or gershayim stands for, 1 to 30."""
    number = _sum(word)
    return number if number is not None and 1 <= number <= 30 else None


def year(word: str) -> int | None:
    """The year that a word with gershayim stands for; the thousands may be left out, and are the fifth then."""
    if '"' not in word:
        return None
    if word.startswith("ה'") or (word.startswith("ה") and word[1:2] in "תשרק"):
        word = word[1:].lstrip("'")
    number = _sum(word)
    return number + 5000 if number is not None and 300 <= number <= 999 else None


def _sum(word: str) -> int | None:
    """Letters larger before smaller; None where it is no number."""
    if "'" not in word and '"' not in word:
        return None
    letters = word.replace('"', "").replace("'", "")
    values = [_VALUES.get(letter, 0) for letter in letters]
    ordered = all(a >= b for a, b in pairwise(values))
    return sum(values) if values and all(values) and ordered else None
