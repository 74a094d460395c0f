"""What a language brings to the search for dates: its months, ordinals, cues and traps, folded for comparing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from report.script.datewords.folding import found_words, has_digit, key, keys

Phrase = tuple[str, ...]
"""Folded words, one after the other."""


class Month(NamedTuple):
    calendar: str
    number: int


def phrases(words: str) -> frozenset[Phrase]:
    """A set of phrases from one string, parted by `·`."""
    return frozenset(keys(part) for part in words.split("·"))


def words(listed: str) -> frozenset[str]:
    """A set of single words from one string, parted by spaces."""
    return frozenset(key for key in keys(listed) if key)


def months(calendar: str, *sets: str) -> dict[Phrase, Month]:
    """Months by their names: each set lists the twelve (or fourteen) in order, parted by `·`, variants by `/`."""
    return {
        keys(name): Month(calendar, number)
        for names in sets
        for number, variants in enumerate(names.split("·"), 1)
        for name in variants.split("/")
        if name.strip()
    }


def numbered(listed: str, first: int = 1) -> dict[Phrase, int]:
    """Numbers by their words, counted up from `first`; parted by `·`, variants by `/`."""
    return {
        keys(name): number
        for number, variants in enumerate(listed.split("·"), first)
        for name in variants.split("/")
        if name.strip()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """One language. All words are folded (datewords.folding).

    `weak` months are common words or names too: alone they count only after one of `leads` or beside a month word;
    `treacherous` ones need that even behind a number (fa «۵ تیر» is five shots). `proclitics` are letters that may be
    joined before a word, `suffixes` behind the name of a month. `cues` make the number behind them a year; after
    `hints` it is one unless a counted noun of `counted` or a unit of time of `units` follows. `tails` make the number
    before them a year, unless `not_tails` stand there. `decades` before a number, `decade_tails` behind it, tell that
    it names a decade. `openers` are the words that a date in words may begin with, also with letters
    joined before them.
    """

    months: dict[Phrase, Month]
    weak: frozenset[Phrase] = frozenset()
    treacherous: frozenset[Phrase] = frozenset()
    ordinals: dict[Phrase, int] = field(default_factory=dict[Phrase, int])
    bare_ordinals: bool = True  # whether an ordinal may stand before a month without a linking word
    firsts: frozenset[str] = frozenset()  # words for the first of a month that may: «أول نوفمبر», «غرة محرم»
    proclitics: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    weekdays: frozenset[Phrase] = frozenset()
    days: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    month_words: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    year_links: frozenset[str] = frozenset()
    cues: frozenset[Phrase] = frozenset()
    hints: frozenset[str] = frozenset()
    tails: frozenset[Phrase] = frozenset()
    not_tails: frozenset[Phrase] = frozenset()
    counted: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    eras: dict[Phrase, str] = field(default_factory=dict[Phrase, str])
    seasons: dict[Phrase, int] = field(default_factory=dict[Phrase, int])
    seasons_after: dict[Phrase, int] = field(default_factory=dict[Phrase, int])
    parts: dict[Phrase, str] = field(default_factory=dict[Phrase, str])
    parts_after: dict[Phrase, str] = field(default_factory=dict[Phrase, str])
    about: frozenset[Phrase] = frozenset()
    about_after: frozenset[Phrase] = frozenset()
    to: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    decades: frozenset[str] = frozenset()
    decade_tails: frozenset[str] = frozenset()
    solar_years: bool = False  # years from 1200 to 1450 without a mark are Solar Hijri
    capital: bool = False  # names of months have a capital letter
    month_first: bool = False  # November 4, 1979
    lettered: bool = False  # Hebrew letters as numbers
    openers: frozenset[str] = field(init=False)
    begun: dict[str, bool] = field(default_factory=dict[str, bool], compare=False, repr=False)
    """Words that were met so far, as typed, and whether a date in words may begin with each."""

    def __post_init__(self) -> None:
        begun = {phrase[0] for table in (self.months, self.ordinals, self.seasons) for phrase in table}
        joined = {before + word for before in self.proclitics for word in begun}
        object.__setattr__(self, "openers", frozenset(begun | joined))

    def is_silent(self, text: str) -> bool:
        """Whether a text tells no date for sure: no number, and no word that one begins with. Two in three do so."""
        return not self.lettered and not has_digit(text) and not any(map(self.may_begin, found_words(text)))

    def may_begin(self, word: str) -> bool:
        """Whether a date in words may begin with one, as typed."""
        if (told := self.begun.get(word)) is None:
            folded = key(word)
            told = folded in self.openers or self.suffixed(folded) is not None
            self.begun[word] = told
        return told

    def suffixed(self, folded: str) -> Month | None:
        """«مهرماه»: a month with the word for month written onto it."""
        cut = (folded.removesuffix(suffix) for suffix in self.suffixes if folded.endswith(suffix))
        return next((month for name in cut if (month := self.months.get((name,)))), None)
