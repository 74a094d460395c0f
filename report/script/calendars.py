"""Dates as they are printed, in four calendars, never more exact than they were given.

A day becomes a day. A month or a year of one calendar covers parts of two of another, and is shown as that span, from
the first of its days to the last. A Julian date is shown in its own numbers and labelled, after 1582 beside the
Gregorian ones; a Gregorian one from before 1582 is labelled too, since a reader would take it for Julian.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from functools import cache

from report.script import digits, julian, months, phrases
from report.script.conversion import convert, is_arithmetic
from report.script.dates import PARTS, Date, ends, is_early, parse
from report.script.languages import primary
from report.script.numerals import century
from report.script.phrases import Phrases
from report.script.unicode import icu

CALENDARS = ("gregorian", "hijri", "solar", "hebrew")

_GRAINS = {"day": 3, "month": 2, "season": 2}  # how many of year, month, day a precision tells; else the year alone
_Point = tuple[int, ...]  # year; year and month; or year, month and day
_Span = tuple[datetime.date, datetime.date]


def name(calendar: str, language: str) -> str:
    """What a calendar is called, as an adjective: «هجري», "Solar Hijri"."""
    return phrases.find(primary(language)).names[calendar]


def era(calendar: str, language: str) -> str:
    """The mark behind a year of a calendar: م هـ «هـ ش», CE AH SH AM. Empty for the Hebrew calendar in Hebrew."""
    return phrases.find(primary(language)).eras[calendar].strip()


def show(
    date: Date,
    calendar: str,
    language: str,
    months: str = "egyptian",
    digits: str = "latin",
    era: bool = False,
    weekday: bool = False,
) -> str:
    """The date in a calendar, in the words of a language and a style of digits (`source`: European, none were typed).

    `months` is a set of Arabic month names (script.months.MONTHS); `era` puts the calendar's mark behind the year, for
    places that show several calendars; `weekday` puts the day of the week before a sure day. A part (early, mid, late)
    is said of the calendar it was given in; in another, the span it covers is shown as approximate. Hijri dates outside
    the Umm al-Qura table are labelled as arithmetic.
    Raises KeyError for an unknown calendar, set of months or style.
    """
    words = phrases.find(primary(language))
    if date.precision == "unknown":
        return words.unknown
    wording = _Wording(words, calendar, primary(language), months, digits, era)
    shown = wording.typed(date) if calendar == "gregorian" else wording.date(date)
    computed = any(is_arithmetic(day) for day in (date.lower, date.upper) if day)
    shown = words.arithmetic.format(shown) if calendar == "hijri" and computed else shown
    sure = date.precision == "day" and not (date.approximate or date.uncertain)
    if not (weekday and sure and date.lower):
        return shown
    return words.weekday.format(w=weekdays(primary(language))[date.lower.weekday()], d=shown)


def tied(shown: str, language: str) -> str:
    """A date whose marks of an era stay on the line of its year."""
    for mark in sorted(phrases.find(primary(language)).eras.values(), key=len, reverse=True):
        shown = re.sub(re.escape(mark) + r"(?!\w)", mark.replace(" ", "\u00a0"), shown) if mark else shown
    return shown


@cache
def weekdays(language: str) -> tuple[str, ...]:
    """The days of the week from Monday on, as CLDR names them in a language (a primary subtag)."""
    symbols = icu.SimpleDateFormat("cccc", icu.Locale(f"{language}@calendar=gregorian")).getDateFormatSymbols()
    names = symbols.getWeekdays(icu.DateFormatSymbols.STANDALONE, icu.DateFormatSymbols.WIDE)
    return tuple(str(name) for name in (*names[2:], names[1]))


@dataclass(frozen=True, slots=True)
class _Wording:
    """Words for dates of one calendar in one language; `governed` tells that a word before the date asks for a case."""

    words: Phrases
    calendar: str
    language: str
    months: str
    digits: str
    era: bool

    def typed(self, date: Date) -> str:
        """A date in the calendar it was typed in, which is named where the other one would give other days."""
        start, end = ends(date)
        if date.calendar == "historic" and start and end:
            return f"{self.typed(start)} – {self.typed(end)}"
        fine = any(_grain(side) > 1 for side in (start, end) if side)
        if date.calendar == "gregorian":
            return self.words.gregorian.format(self.date(date)) if fine and is_early(date) else self.date(date)
        shown = replace(self, calendar="julian").date(date)
        if not fine:
            return shown
        labelled = self.words.julian.format(shown)
        last = date.upper or date.lower
        if last is None or last < julian.REFORM:
            return labelled
        return f"{self.date(date)}{self.words.comma} {labelled}"

    def date(self, date: Date) -> str:
        start, end = ends(date)
        if start and start == end:
            return self.single(date if date.precision != "interval" else start)
        if not self._is_own(date):
            return self.covered(date, start, end)
        if start is None or end is None:
            template = self.words.until if start is None else self.words.since
            return template.format(self.single(start or end or date, governed=True))
        if self._is_plain(start) and self._is_plain(end):
            return self.span(_outer(date), _grain(start), _grain(end))
        return f"{self.single(start)} – {self.single(end)}"

    def single(self, date: Date, *, governed: bool = False) -> str:
        """A date that is no interval, with what is said of its part and of doubts about it."""
        part = date.part if self._is_own(date) else ""
        about = not part and bool(date.approximate or date.part)
        governed = governed or about or bool(part)
        if self._has_own_words(date):
            shown = self._worded(date, governed=governed)
        else:
            whole = parse(date.edtf, calendar=date.calendar) if part else date
            shown = self.span(_outer(whole), _grain(whole), _grain(whole), governed=governed)
        if part:
            year = self.words.year if date.precision == "year" else "{}"
            shown = self.words.thirds[PARTS.index(part)].format(year.format(shown))
        shown = self.words.about.format(shown) if about else shown
        return self.words.question.format(shown) if date.uncertain else shown

    def covered(self, date: Date, start: Date | None, end: Date | None) -> str:
        """An interval in a calendar it was not given in: all it covers, doubts about either end said of the whole."""
        first, last = start or end or date, end or start or date
        is_open = start is None or end is None
        shown = self.span(_outer(date), _grain(first), _grain(last), governed=is_open or date.approximate)
        if date.approximate:
            shown = self.words.about.format(shown)
        if is_open:
            shown = (self.words.until if start is None else self.words.since).format(shown)
        return self.words.question.format(shown) if date.uncertain else shown

    def span(self, days: _Span, first: int, last: int, *, governed: bool = False) -> str:
        """From one day to another, each told to its grain; what both share is said once."""
        start, end = convert(days[0], self.calendar)[:first], convert(days[1], self.calendar)[:last]
        if start == end:
            return self._marked(self._point(end, governed=governed), end[0])
        if first == last == 1:
            return self._marked(self._years(start[0], end[0]), end[0])
        if first == last == 3 and start[:2] == end[:2] and self.words.short_day:
            both = f"{self._number(start[2])}–{self._number(end[2])}"
            return self._marked(self._point(end, governed=governed, day=both), end[0])
        short = first == last and start[0] == end[0] and bool(self.words.short_day)
        shown = f"{self._point(start, governed=governed, short=short)} – {self._point(end, governed=governed)}"
        return self._marked(shown, end[0])

    def _is_plain(self, date: Date) -> bool:
        return not (date.approximate or date.uncertain or self._has_own_words(date))

    def _is_own(self, date: Date) -> bool:
        """Whether the date was given in the calendar it is shown in."""
        return self.calendar == date.calendar

    def _has_own_words(self, date: Date) -> bool:
        """Seasons, decades and centuries have names in the calendar they were given in."""
        named = date.precision in ("season", "decade", "century")
        return named and self._is_own(date) and bool(self.words.seasons)

    def _worded(self, date: Date, *, governed: bool) -> str:
        year = int(date.edtf[:4].replace("X", "0"))
        template = {"decade": self.words.decade, "century": self.words.century}.get(date.precision, "")
        if not template:
            template = self.words.seasons[int(date.edtf[5:7]) - 21]
        in_genitive = governed or date.precision == "decade"
        mark = self.words.century_era if "{c}" in template else self.words.eras["gregorian"]
        return template.format(
            y=self._number(year),
            c=century(year // 100 + 1, self.language, self.digits, governed=in_genitive),
            name=self.words.decades[year // 10 % 10] if self.words.decades else "",
            e=mark if self.era else "",
        )

    def _point(self, point: _Point, *, governed: bool, short: bool = False, day: str = "") -> str:
        year = self._year(point[0])
        if len(point) == 1:
            return year
        month = months.month(point[1], point[0], self.calendar, self.language, self.months)
        if governed or len(point) == 3:
            month = months.governed(month, self.language)
        if not short:
            month = months.before_year(month, self.language)
        if len(point) == 2:
            return (self.words.short_month if short else self.words.month).format(m=month, y=year)
        template = self.words.short_day if short else self.words.day
        return template.format(d=day or self._number(point[2]), m=month, y=year)

    def _years(self, first: int, last: int) -> str:
        if first < 1 and last < 1 and self.calendar != "hebrew":
            return f"{self._number(1 - first)}–{self._year(last)}"
        return f"{self._year(first)}–{self._year(last)}"

    def _year(self, year: int) -> str:
        if year < 1 and self.calendar != "hebrew":
            return self._number(1 - year) + self.words.before_hijra
        return self._number(year)

    def _marked(self, shown: str, year: int) -> str:
        """With the mark of the era behind the last year, which all templates put last."""
        calendar = "gregorian" if self.calendar == "julian" else self.calendar
        return shown + self.words.eras[calendar] if self.era and year > 0 else shown

    def _number(self, number: int) -> str:
        """Hebrew letters for the Hebrew calendar in Hebrew (י״ד, ה׳תש״מ), else digits."""
        if self.calendar == "hebrew" and self.language == "he":
            return str(icu.NumberFormat.createInstance(icu.Locale("he@numbers=hebr")).format(number))
        return digits.format(number, self.digits)


def _outer(date: Date) -> _Span:
    """First and last day; an open end is as near as the other."""
    lower, upper = date.lower or date.upper, date.upper or date.lower
    if lower is None or upper is None:
        raise ValueError(f"a date without bounds covers no days: {date.edtf}")
    return lower, upper


def _grain(date: Date) -> int:
    return _GRAINS.get(date.precision, 1)
