"""The Hebrew calendar by its own rules: the mean moon of Tishri, put off where the rules ask it.

Dershowitz and Reingold, Calendrical Calculations, chapter 8. Months are counted from Tishri: 6 is Adar I, which common
years leave out, 7 is Adar or Adar II.
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import Final

_EPOCH: Final = -1373427  # ordinal of the day before 1 Tishri of the year 1
_PARTS: Final = 25920  # of an hour 1080, in a day


def is_leap(year: int) -> bool:
    """Whether a year has an Adar I: seven years of the nineteen of the cycle."""
    return (7 * year + 1) % 19 < 7


def day(year: int, month: int, at: int) -> datetime.date:
    """The Gregorian day of a Hebrew one; a day beyond its month is of the next. Raises ValueError for no such month and
    for a day outside the years 1–9999 (Gregorian)."""
    lengths = _lengths(year)
    if not 1 <= month <= 13 or not lengths[month - 1]:
        raise ValueError(f"no such month in the Hebrew year {year}: {month}")
    return datetime.date.fromordinal(_new_year(year) + sum(lengths[: month - 1]) + at - 1)


def fields(day: datetime.date) -> tuple[int, int, int]:
    """Year, month and day of a Gregorian day."""
    ordinal = day.toordinal()
    year = day.year + 3761
    while _new_year(year) > ordinal:
        year -= 1
    rest = ordinal - _new_year(year)
    for month, length in enumerate(_lengths(year), 1):
        if rest < length:
            return year, month, rest + 1
        rest -= length
    raise AssertionError(day)


@lru_cache(maxsize=1024)
def _lengths(year: int) -> tuple[int, ...]:
    """Days of the thirteen months; 0 for the Adar I of a common year. Heshvan and Kislev take up what the year is long."""
    size = (_new_year(year + 1) - _new_year(year)) % 10  # 3, 4 or 5, of 353–355 and 383–385
    heshvan, kislev, first_adar = 30 if size == 5 else 29, 29 if size == 3 else 30, 30 if is_leap(year) else 0
    return (30, heshvan, kislev, 29, 30, first_adar, 29, 30, 29, 30, 29, 30, 29)


@lru_cache(maxsize=1024)
def _new_year(year: int) -> int:
    """The ordinal of 1 Tishri: put off a day more where years of 356 or 382 days would come of it."""
    before, own, after = _moon(year - 1), _moon(year), _moon(year + 1)
    put_off = 2 if after - own == 356 else int(own - before == 382)
    return _EPOCH + own + put_off


def _moon(year: int) -> int:
    """Days from the epoch to the new moon of Tishri, put off from a Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // _PARTS
    return days + (3 * (days + 1) % 7 < 3)
