"""Text as the scanner reads it: digits European, letters that writers mix made one, marks left out, places kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from report.script import digits

_LETTERS: Final = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىیېے", "ي"),
        **dict.fromkeys("ةۀہۂھ", "ه"),
        **dict.fromkeys("׳’‘´", "'"),
        **dict.fromkeys("״”“", '"'),
        **dict.fromkeys("\u200c\u00a0\u202f\t\n", " "),
        "ک": "ك",
        "־": "-",
        "‑": "-",
    }
)
_DROPPED: Final = re.compile("[\u0640\u200d\u200e\u200f\u2066-\u2069\u061c]")


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` folded; `at[i]` is the offset in the original of its i-th code point, with one more for the end."""

    text: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A piece of `text`, not empty, in the original."""
        return self.at[start], self.at[end - 1] + 1


def fold(text: str) -> Folded:
    """Arabic vowel marks and Hebrew points go, as tatweel and direction marks do; all else stays one for one."""
    even = digits.fold(text).translate(_LETTERS)
    kept = [(index, ch) for index, ch in enumerate(even) if not (unicodedata.combining(ch) or _DROPPED.match(ch))]
    return Folded("".join(ch for _, ch in kept), (*(index for index, _ in kept), len(text)))
