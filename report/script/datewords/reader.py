"""Pieces of dates at a token: days, months, years, eras, cues. Each gives what it read and the token after it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeVar

from report.script.datewords import letters
from report.script.datewords.folding import Token
from report.script.datewords.lexicon import Lexicon, Month, Phrase

DASHES: Final = frozenset("-–—־")
_JOINED: Final = frozenset({*DASHES, "ה", "ב", "ל", "מ", "و", "ب", "ل", "ف"})
"""What may stand between a cue and its number: «عام ل1979», «בשנת ה־1979»."""
_LONGEST: Final = 5  # words in a phrase
_LONGEST_NUMBER: Final = 9  # digits; no year has as many, and int() refuses thousands
V = TypeVar("V")


class Year(NamedTuple):
    """`marked` when an era stands behind the number; `calendar` is then its own, else empty; BC years are negative."""

    year: int
    calendar: str
    marked: bool
    end: int


@dataclass(slots=True)
class Reader:
    """The tokens of a text and the lexicon of its language."""

    tokens: list[Token]
    lexicon: Lexicon
    known: dict[int, tuple[str, ...]] = field(default_factory=dict[int, tuple[str, ...]])
    """The forms of the tokens asked for so far: each is asked for some forty times."""

    def key(self, i: int) -> str:
        return self.tokens[i].key if 0 <= i < len(self.tokens) else ""

    def joined(self, i: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def word(self, i: int, among: Set[str]) -> bool:
        """Whether the token is one of some words, with or without letters joined before it."""
        return any(form in among for form in self.forms(i))

    def forms(self, i: int) -> tuple[str, ...]:
        if i in self.known:
            return self.known[i]
        key = self.key(i)
        cut = [key[len(p) :] for p in self.lexicon.proclitics if key.startswith(p) and len(key) > len(p) + 1]
        self.known[i] = (key, *cut) if key else ()
        return self.known[i]

    def may_begin(self, i: int) -> bool:
        """Whether a date may begin at a token; nine in ten are passed over by this alone."""
        token = self.tokens[i]
        if token.kind in ("number", "numeric"):
            return True
        if token.kind == "word" and self.lexicon.lettered:
            return True
        return self.lexicon.may_begin(token.text)

    def longest(self, i: int, table: Mapping[Phrase, V], *, bare: bool = False) -> tuple[V, int, bool] | None:
        """The longest phrase of a table at `i`: its value, the token after it, and whether letters are joined before."""
        for count in range(min(_LONGEST, len(self.tokens) - i), 0, -1):
            rest = tuple(self.tokens[n].key for n in range(i + 1, i + count))
            for n, form in enumerate(self.forms(i)[: 1 if bare else None]):
                if (value := table.get((form, *rest))) is not None:
                    return value, i + count, n > 0
        return None

    def before(self, i: int, among: Set[Phrase]) -> int | None:
        """Where a phrase begins that ends right before `i`."""
        for count in range(min(_LONGEST, i), 0, -1):
            rest = tuple(self.key(n) for n in range(i - count + 1, i))
            if any((form, *rest) in among for form in self.forms(i - count)):
                return i - count
        return None

    def after(self, i: int, among: Set[Phrase]) -> int | None:
        """The token after a phrase that begins at `i`."""
        for count in range(min(_LONGEST, len(self.tokens) - i), 0, -1):
            if tuple(self.tokens[n].key for n in range(i, i + count)) in among:
                return i + count
        return None

    # ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def number(self, i: int) -> int | None:
        """A plain number; not one that is part of a name (F-14, #3, 1980s)."""
        if not 0 <= i < len(self.tokens) or self.tokens[i].kind != "number" or len(self.key(i)) > _LONGEST_NUMBER:
            return None
        if self.joined(i) and (self.key(i - 1) in "#№_@" or self._latin(i - 1)):
            return None
        dashed = self.joined(i) and self.key(i - 1) in DASHES and self.joined(i - 1) and self._latin(i - 2)
        if dashed and (self.key(i - 2),) not in self.lexicon.parts:
            return None
        if self.joined(i + 1) and self._latin(i + 1) and self.after(i + 1, self.lexicon.eras.keys()) is None:
            return None if self.key(i + 1) not in self.lexicon.links else int(self.key(i))
        return int(self.key(i))

    def _latin(self, i: int) -> bool:
        return self.key(i)[:1].isascii() and self.key(i)[:1].isalpha()

    def day(self, i: int) -> tuple[int, int, bool] | None:
        """A day of a month: the number, the token after it, and whether it was said in words."""
        number = self.number(i)
        if number is not None:
            end = i + 1
            if self.joined(end) and self.key(end) in {"th", "st", "nd", "rd", "ام"}:
                end += 1
            return (number, end, False) if 1 <= number <= 31 and len(self.key(i)) < 3 else None
        if found := self.longest(i, self.lexicon.ordinals):
            if self.word(i - 1, self.lexicon.days) and self.after(i, self.lexicon.weekdays) == found[1]:
                return None
            return found[0], found[1], True
        if self.lexicon.lettered:
            for form in self.forms(i):
                if (value := letters.day(form)) is not None:
                    return value, i + 1, False
        return None

    def year(self, i: int) -> Year | None:
        """A number of one to four digits with an era, or of three or four without; or Hebrew letters."""
        if self.lexicon.lettered:
            for form in self.forms(i):
                if (value := letters.year(form)) is not None:
                    return Year(value, "hebrew", marked=form.startswith("ה"), end=i + 1)
        number = self.number(i)
        if number is None or number == 0 or self._is_decade(i):
            return None
        calendar, end = self.era(i + 1)
        if calendar == "bc":
            return Year(1 - number, "gregorian", marked=True, end=end)
        digits = len(self.key(i))
        if digits > 4 or (digits < 3 and not calendar) or self._is_decade(end - 1):
            return None
        return Year(number, calendar, marked=end > i + 1, end=end)

    def era(self, i: int) -> tuple[str, int]:
        """The calendar of an era's mark, and the token after it; brackets around it are read over."""
        opened = self.key(i) in {"(", "["}
        found = self.longest(i + opened, self.lexicon.eras, bare=True)
        if not found or (self.key(i) == "م" and not self.joined(i) and self.word(i + 1, self.lexicon.counted)):
            return "", i
        end = found[1]
        if opened:
            return (found[0], end + 1) if self.key(end) in {")", "]"} else ("", i)
        return found[0], end

    def _is_decade(self, i: int) -> bool:
        """«دههٔ ۱۹۸۰», "the 1980s", «1980 کی دہائی», «שנות ה־80»."""
        back = i - 1
        while self.key(back) in _JOINED:
            back -= 1
        if self.word(back, self.lexicon.decades) and not self.lexicon.decade_tails:
            return True
        if self.key(i + 1) in {"'", "’"} and self.joined(i + 1) and self.key(i + 2) == "s":
            return True
        return any(self.key(n) in self.lexicon.decade_tails for n in (i + 1, i + 2))

    def counts(self, i: int) -> bool:
        """Whether a counted noun stands at `i`."""
        return self.key(i) in self.lexicon.counted

    # ── months ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def month(self, i: int) -> tuple[Month, int, bool] | None:
        """A month, the token after it and after a second name of it in brackets or behind a stroke, and whether letters
        are joined before it."""
        found = self.longest(i, self.lexicon.months) or self._suffixed(i)
        if not found or (self.lexicon.capital and not self.tokens[i].text[:1].isupper()):
            return None
        month, end, joined = found
        if self.key(end) in {"(", "/", "-"}:
            again = self.longest(end + 1, self.lexicon.months)
            closed = self.key(end) != "("
            if again and again[0] == month and (closed or self.key(again[1]) == ")"):
                return month, again[1] + (not closed), joined
        return month, end + (self.key(end) == "." and self.lexicon.capital and end - i == 1 and self._short(i)), joined

    def _suffixed(self, i: int) -> tuple[Month, int, bool] | None:
        month = self.lexicon.suffixed(self.key(i))
        return (month, i + 1, False) if month else None

    def _short(self, i: int) -> bool:
        return len(self.key(i)) <= 4 and self.key(i) not in {"may", "june", "july"}

    def is_weak(self, i: int, end: int) -> bool:
        return self._among(i, end, self.lexicon.weak)

    def is_treacherous(self, i: int, end: int) -> bool:
        return self._among(i, end, self.lexicon.treacherous)

    def _among(self, i: int, end: int, names: Set[Phrase]) -> bool:
        rest = tuple(self.tokens[n].key for n in range(i + 1, end))
        return any((form, *rest) in names for form in self.forms(i))

    def led(self, i: int) -> bool:
        """Whether the token before `i` makes a date likely: a preposition of time, a month word, a weekday."""
        if i <= 0:
            return False
        back = i - 1
        if self.key(back) in DASHES | {","}:
            back -= 1
        among = self.lexicon.leads | self.lexicon.days | self.lexicon.month_words
        return self.word(back, among) or self.before(back + 1, self.lexicon.weekdays) is not None

    def skip(self, i: int, among: Set[str], most: int = 2) -> int:
        """The token after up to `most` of some words."""
        for _ in range(most):
            if not self.word(i, among):
                break
            i += 1
        return i
