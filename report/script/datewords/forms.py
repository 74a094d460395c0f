"""The shapes of dates in a language, as regular expressions over folded text, built from its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from report.script.datewords.arabic import ARABIC
from report.script.datewords.english import ENGLISH
from report.script.datewords.folding import fold
from report.script.datewords.hebrew import HEBREW
from report.script.datewords.persian import PERSIAN
from report.script.datewords.speech import Speech
from report.script.datewords.urdu import URDU

SPEECHES: Final = {"ar": ARABIC, "fa": PERSIAN, "ur": URDU, "he": HEBREW, "en": ENGLISH}

_CLEAR: Final = r"(?<!\d)(?<!\d[.,/:٬٫-])(?<![$€£₪])"  # no number goes on before
_OVER: Final = r"(?!\d|[.,٬٫/:]\d| ?[%٪])"  # nor behind
_DASH: Final = r" ?[-–—] ?"
_HEBREW_DAY: Final = r"""(?<![א-ת])(?:[א-טיכל]'|[יכל]"[א-ט]|ט"[וז])"""
_HEBREW_YEAR: Final = r"""(?:ה')?ת[א-ת]{0,2}(?:"[א-ת]|')(?![א-ת])"""

NUMERIC: Final = re.compile(
    rf"{_CLEAR}(?:(?P<a>\d{{1,2}})(?P<s>[-/.])(?P<b>\d{{1,2}})(?P=s)(?P<y>\d{{4}})"
    rf"|(?P<iy>\d{{4}})(?P<t>[-/])(?P<im>\d{{1,2}})(?P=t)(?P<id>\d{{1,2}}))(?!\d|[./:-]\d|[.]?[A-Za-z])"
)


@dataclass(frozen=True, slots=True)
class Forms:
    """`months` are dates with a month's name, day first or month first; `years` a year with what stands around it."""

    months: tuple[re.Pattern[str], ...]
    years: re.Pattern[str]
    names: dict[str, tuple[str, int]]
    days: dict[str, int]
    parts: dict[str, str]
    eras: dict[str, str]
    dating: frozenset[str]
    home: str


@cache
def forms(language: str) -> Forms | None:
    """The forms of a language (a primary subtag); None for one without words of its own."""
    speech = SPEECHES.get(language)
    if speech is None:
        return None
    names = {
        plain(name): (calendar, number)
        for calendar, tables in speech.months.items()
        for table in tables
        for number, month in enumerate(table, 1)
        for name in month
    }
    months = (_day_first(speech, names), _month_first(names))
    return Forms(
        months=tuple(map(re.compile, months if language == "en" else months[:1])),
        years=re.compile(_year(speech)),
        names=names,
        days={plain(word): day for word, day in speech.ordinals.items()},
        parts={plain(word): part for word, part in (speech.parts | speech.parts_behind).items()},
        eras={plain(word): era for word, era in speech.eras.items()},
        dating=frozenset(map(plain, speech.dating)),
        home=speech.home,
    )


def plain(words: str) -> str:
    """A phrase folded, its spaces single."""
    return " ".join(fold(words).text.split())


def any_of(words: Iterable[str]) -> str:
    """Any of some phrases, the longest first; nothing, where there are none."""
    ordered = sorted({plain(word) for word in words}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " +") for word in ordered) + ")" if ordered else r"(?!)"


def _start(speech: Speech) -> str:
    """The start of a word, behind letters that are written onto it."""
    return rf"(?<!\w)[{speech.prefixes}]{{0,2}}-?" if speech.prefixes else r"(?<!\w)"


def _era(speech: Speech) -> str:
    return rf"(?: ?(?P<era>{any_of(speech.eras)})(?!\w))?"


def _upto(speech: Speech) -> str:
    """What stands between the two ends of a range."""
    both = any_of(speech.both)
    return rf"(?:{_DASH}| +{any_of(speech.to)} +| +{both} *)"


def _day_first(speech: Speech, names: dict[str, tuple[str, int]]) -> str:
    month, of, upto = any_of(names), any_of(speech.of), _upto(speech)
    day = rf"(?:{any_of(speech.ordinals)}|\d{{1,2}}(?:st|nd|rd|th)?|{_HEBREW_DAY})"
    part = rf"(?:(?P<part>{any_of(speech.parts)})[ -]+(?:{of} +)?)?"
    ends = [
        rf"(?:(?P<d{n}>{day}) *(?:{of} +)?)?(?:{_start(speech)}(?:شهر )?)?(?P<m{n}>{month})(?!\w)"
        rf"(?: ?[(/] ?{month}(?!\w) ?\)?)?"
        for n in (1, 2)
    ]
    year = rf"(?P<y>(?<!\d)\d{{1,4}}{_OVER}|{_HEBREW_YEAR})"
    return (
        rf"{_CLEAR}(?<![^\W\d_{speech.prefixes}]){part}(?:(?P<d0>{day}){upto})?{ends[0]}(?:{upto}{ends[1]})?"
        rf"[,،]? *(?:[{speech.prefixes or 'x'}]?{of} +)*{year}{_counted(speech)}{_era(speech)}"
    )


def _month_first(names: dict[str, tuple[str, int]]) -> str:
    """«November 4, 1979», «April 24–25, 1980»."""
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return (
        rf"(?<!\w)(?P<m1>{any_of(names)})(?!\w) +(?:(?P<d0>{day}){_DASH})?(?P<d1>{day}),? +(?P<y>\d{{4}}){_OVER}"
        rf"(?P<part>(?!))?(?P<d2>(?!))?(?P<m2>(?!))?(?P<era>(?!))?"
    )


def _counted(speech: Speech) -> str:
    """Not before a noun that the number counts, nor as a decade."""
    return rf"(?!\w?s(?!\w))(?! *{any_of((*speech.counted, 'کی دہائی'))}(?!\w))"


def _year(speech: Speech) -> str:
    start, noun = _start(speech), any_of(speech.nouns)
    number = rf"{_CLEAR}(?P<y1>\d{{1,4}}|{_HEBREW_YEAR})"
    both = rf" +{any_of(speech.both)} *\d{{4}} *{any_of(speech.counted)}(?!\w)"  # «between 1200 and 1500 men»
    lone = rf"(?(noun)|(?!{both}))"
    ended = rf"(?!(?:{_DASH}| +{any_of(speech.to)} +)\d{{4}}(?!\d)){lone}"
    second = rf"(?:(?:{_upto(speech)}|/)(?:{start}{noun} +)?(?P<y2>\d{{2,4}})|{ended})"
    first_era = rf"(?:(?: ?(?:{any_of(speech.eras)})(?!\w))(?={_upto(speech)}\d))?"
    return (
        rf"(?:{start}(?P<cue>{any_of(speech.cues)})(?:[ ]+|(?<=-)))?"
        rf"(?:{start}(?P<loose>{any_of(speech.loose)}) +)?"
        rf"(?:{start}(?P<part>{any_of(speech.parts)})[ -]+)?"
        rf"(?:{start}(?P<about>{any_of(speech.about)}) +)?"
        rf"(?:(?<!\d ){start}(?P<noun>{noun}) +)?"
        rf"{number}{first_era}{second}{_OVER}{_counted(speech)}{_era(speech)}(?! *{any_of(('کی دہائی',))})"
        rf"(?: *(?P<after>{any_of(speech.parts_behind)})(?!\w))?(?: +(?P<behind>{any_of(speech.behind)})(?!\w))?"
    )
