"""Days from one calendar into another."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import NamedTuple

from hijridate import Gregorian, Hijri

from report.script import hebrew, julian
from report.script.unicode import icu

_UMM_AL_QURA = (datetime.date(1924, 8, 1), datetime.date(2077, 11, 16))  # 1343-01-01 and 1500-12-30, hijridate's table
_ICU_NAMES = {"hijri": "islamic-civil", "solar": "persian"}


class Day(NamedTuple):
    """A day of a calendar: months from 1, years from 1 with 0 and below before the era.

    Hebrew months count from Tishri as ICU counts them: 6 is Adar I, which common years leave out; 7 is Adar or Adar II.
    """

    year: int
    month: int
    day: int


def is_arithmetic(day: datetime.date) -> bool:
    """Whether a day lies outside the Umm al-Qura table, so that its Hijri date is computed and may be a day off."""
    return not _UMM_AL_QURA[0] <= day <= _UMM_AL_QURA[1]


@lru_cache(maxsize=4096)
def convert(day: datetime.date, calendar: str) -> Day:
    """A proleptic Gregorian day in a calendar of script.calendars, or in `julian`. Raises KeyError for another name.

    Hijri is Umm al-Qura by hijridate where its table reaches (ICU's own is a day off on two days in five), else the
    tabular civil calendar. Hebrew is script.hebrew's, since ICU's is a day off in two years of every five centuries.
    """
    if calendar == "gregorian":
        return Day(day.year, day.month, day.day)
    if calendar == "hijri" and not is_arithmetic(day):
        return Day(*Gregorian(day.year, day.month, day.day).to_hijri().datetuple())
    if calendar == "julian":
        return Day(*julian.fields(day))
    if calendar == "hebrew":
        return Day(*hebrew.fields(day))
    kept = icu.Calendar.createInstance(icu.TimeZone.getGMT(), icu.Locale(f"en@calendar={_ICU_NAMES[calendar]}"))
    kept.setTime(_noon(day))
    fields = icu.UCalendarDateFields
    return Day(int(kept.get(fields.EXTENDED_YEAR)), int(kept.get(fields.MONTH)) + 1, int(kept.get(fields.DATE)))


def days(calendar: str, year: int, month: int = 0, day: int = 0) -> tuple[datetime.date, datetime.date]:
    """First and last Gregorian day of a day, month or year of a calendar; 0 for what is not told.

    Raises KeyError for an unknown calendar, ValueError for a date the calendar does not have.
    """
    if not month:
        return days(calendar, year, 1)[0], days(calendar, year + 1, 1)[0] - datetime.timedelta(days=1)
    first = _first(calendar, year, month, day or 1)
    if convert(first, calendar) != (year, month, day or 1):
        raise ValueError(f"no such day in the {calendar} calendar: {year}-{month}-{day}")
    if day:
        return first, first
    last = first + datetime.timedelta(days=27)
    while convert(last + datetime.timedelta(days=1), calendar).month == month:
        last += datetime.timedelta(days=1)
    return first, last


def _first(calendar: str, year: int, month: int, day: int) -> datetime.date:
    if calendar == "gregorian":
        return datetime.date(year, month, day)
    if calendar == "hijri" and 1343 <= year <= 1500:
        return datetime.date(*Hijri(year, month, day).to_gregorian().datetuple())
    if calendar == "hebrew":
        return hebrew.day(year, month, day)
    kept = icu.Calendar.createInstance(icu.TimeZone.getGMT(), icu.Locale(f"en@calendar={_ICU_NAMES[calendar]}"))
    fields = icu.UCalendarDateFields
    kept.clear()
    kept.set(fields.EXTENDED_YEAR, year)
    kept.set(fields.MONTH, month - 1)
    kept.set(fields.DATE, day)
    return datetime.date(1970, 1, 1) + datetime.timedelta(days=kept.getTime() // 86400)


def _noon(day: datetime.date) -> float:
    """Seconds since 1970 at noon UTC; a float, since PyICU takes no int."""
    return (day.toordinal() - datetime.date(1970, 1, 1).toordinal()) * 86400.0 + 43200.0
