"""The Julian calendar: every fourth year is a leap year. Pure reckoning with the day numbers of `datetime`."""

from __future__ import annotations

import datetime
from calendar import monthrange
from typing import Final

REFORM: Final = datetime.date(1582, 10, 15)
"""The first Gregorian day; the day before it was 4 October in the Julian calendar."""

_SHIFT: Final = 1721425  # Julian day number of the day before ordinal 1


def day(year: int, month: int, at: int) -> datetime.date:
    """The proleptic Gregorian day of a Julian one. Raises ValueError for a day outside the years 1–9999 (Gregorian)."""
    late = (14 - month) // 12
    years, months = year + 4800 - late, month + 12 * late - 3
    number = at + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    return datetime.date.fromordinal(number - _SHIFT)


def fields(day: datetime.date) -> tuple[int, int, int]:
    """Year, month and day of a proleptic Gregorian day in the Julian calendar."""
    cycle = day.toordinal() + _SHIFT + 32082
    years = (4 * cycle + 3) // 1461
    rest = cycle - 1461 * years // 4
    months = (5 * rest + 2) // 153
    return years - 4800 + months // 10, months + 3 - 12 * (months // 10), rest - (153 * months + 2) // 5 + 1


def days_in_month(year: int, month: int) -> int:
    return 29 if month == 2 and year % 4 == 0 else monthrange(2001, month)[1]
