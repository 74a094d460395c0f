"""Calendars day by day against a second library, and how often ICU's Umm al-Qura is another than ours."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import jdatetime
import pytest
from convertdate import hebrew, islamic, persian
from hypothesis import given
from hypothesis import strategies as st

from report.script import conversion
from report.script.unicode import icu

ODD = [
    (1343, 9, 28),
    (1345, 5, 31),
    (1345, 8, 28),
    (1348, 11, 31),
    (1348, 12, 28),
    (1349, 10, 28),
    (1349, 11, 31),
    (1364, 8, 28),
]
"""Ends of the months that are too short or too long in the table of Umm al-Qura as it was published."""

FIRST, LAST = dt.date(1924, 8, 1), dt.date(2077, 11, 16)


def icu_days(name: str, first: dt.date, last: dt.date) -> list[tuple[int, int, int]]:
    kept = icu.Calendar.createInstance(icu.TimeZone.getGMT(), icu.Locale(f"en@calendar={name}"))
    fields = icu.UCalendarDateFields
    found: list[tuple[int, int, int]] = []
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        kept.setTime((ordinal - 719163) * 86400.0 + 43200.0)
        found.append((kept.get(fields.EXTENDED_YEAR), kept.get(fields.MONTH) + 1, kept.get(fields.DATE)))
    return found


def days(first: dt.date, last: dt.date) -> list[dt.date]:
    return [dt.date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]


def test_umm_al_qura_runs_day_by_day_and_icu_has_another_table() -> None:
    ours = [tuple(conversion.convert(day, "hijri")) for day in days(FIRST, LAST)]
    odd: list[tuple[int, ...]] = []
    for before, after in pairwise(ours):
        if after[2] == 1:
            assert after[0] * 12 + after[1] == before[0] * 12 + before[1] + 1, (before, after)
            odd += [before] if before[2] not in (29, 30) else []
        else:
            assert after == (*before[:2], before[2] + 1), (before, after)
    assert odd == ODD
    assert len(ours) == 55991
    assert sum(a != b for a, b in zip(ours, icu_days("islamic-umalqura", FIRST, LAST), strict=True)) == 22058


def test_solar_hijri_is_icu_s_jdatetime_s_and_convertdate_s() -> None:
    first, last = dt.date(1900, 1, 1), dt.date(2077, 12, 31)
    ours = [tuple(conversion.convert(day, "solar")) for day in days(first, last)]
    assert len(ours) == 65014
    theirs = (jdatetime.date.fromgregorian(date=day) for day in days(first, last))
    assert ours == icu_days("persian", first, last) == [(day.year, day.month, day.day) for day in theirs]
    for day in days(first, last)[::401]:  # it reckons the equinox each time: all the days take eight minutes, and agree
        assert conversion.convert(day, "solar") == persian.from_gregorian(day.year, day.month, day.day)
    assert conversion.convert(dt.date(1979, 11, 4), "solar") == (1358, 8, 13)


@pytest.mark.filterwarnings("ignore:month_days is deprecated")
def test_hebrew_is_convertdate_s_and_icu_s_but_for_385_days() -> None:
    first, last = dt.date(1900, 1, 1), dt.date(2077, 12, 31)
    ours = [tuple(conversion.convert(day, "hebrew")) for day in days(first, last)]
    theirs = [hebrew.from_gregorian(day.year, day.month, day.day) for day in days(first, last)]
    assert [(year, day) for year, _, day in ours] == [(year, day) for year, _, day in theirs]
    pairs = zip(days(first, last), ours, icu_days("hebrew", first, last), strict=True)
    other = [day for day, own, icu_s in pairs if own != icu_s]
    assert (len(other), other[0], other[-1]) == (385, dt.date(2045, 11, 10), dt.date(2046, 11, 29))


@pytest.mark.filterwarnings("ignore:month_days is deprecated")
@given(st.dates(dt.date(1, 1, 1), dt.date(3000, 1, 1)))
def test_hebrew_days_of_all_times_are_convertdate_s(at: dt.date) -> None:
    own, theirs = conversion.convert(at, "hebrew"), hebrew.from_gregorian(at.year, at.month, at.day)
    assert (own.year, own.day) == (theirs[0], theirs[2])


def test_a_day_that_icu_has_wrong() -> None:
    """Tuesday, 19 Kislev 5559: the day kept to this day for the release of Shneur Zalman of Liadi."""
    day = dt.date(1798, 11, 27)
    assert conversion.days("hebrew", 5559, 3, 19) == (day, day)
    assert day.isoweekday() == 2
    assert icu_days("hebrew", day, day) == [(5559, 3, 18)]


@pytest.mark.parametrize("year", [622, 900, 1258, 1582, 1800, 1923, 2100])
def test_arithmetic_hijri_is_convertdate_s(year: int) -> None:
    for day in days(dt.date(year, 8, 1), dt.date(year, 12, 31)):
        assert tuple(conversion.convert(day, "hijri")) == islamic.from_gregorian(day.year, day.month, day.day)


@given(st.dates(dt.date(700, 1, 1), dt.date(2200, 1, 1)), st.sampled_from(["gregorian", "hijri", "solar", "hebrew"]))
def test_there_and_back(day: dt.date, calendar: str) -> None:
    year, month, at = conversion.convert(day, calendar)
    assert conversion.days(calendar, year, month, at) == (day, day)
    first, last = conversion.days(calendar, year, month)
    assert first <= day <= last
    assert first - dt.timedelta(days=1) < first <= conversion.days(calendar, year)[1]
