"""EDTF as it is typed: bounds, doubts, what is refused and why, order, ages."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest
from convertdate import julian as theirs
from hypothesis import given, settings
from hypothesis import strategies as st

from report.script import dates, julian
from report.script.dates import Date, DateError, ages, birth, ends, first_year, parse, sort_key
from report.script.unicode import icu


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("typed", "precision", "lower", "upper"),
    [
        ("1979-11-04", "day", "1979-11-04", "1979-11-04"),
        ("1980-02", "month", "1980-02-01", "1980-02-29"),
        ("1979", "year", "1979-01-01", "1979-12-31"),
        ("0622-07-16", "day", "0622-07-16", "0622-07-16"),
        ("1980-XX", "year", "1980-01-01", "1980-12-31"),
        ("1980-09-XX", "month", "1980-09-01", "1980-09-30"),
        ("198X", "decade", "1980-01-01", "1989-12-31"),
        ("19XX", "century", "1900-01-01", "1999-12-31"),
        ("1980-21", "season", "1980-03-01", "1980-05-31"),
        ("1980-24", "season", "1980-12-01", "1981-02-28"),
        ("9999-24", "season", "9999-12-01", "9999-12-31"),
        ("1979/1981", "interval", "1979-01-01", "1981-12-31"),
        ("1979-11-04/1981-01", "interval", "1979-11-04", "1981-01-31"),
        ("1980-09/1980", "interval", "1980-09-01", "1980-12-31"),
        ("1980-XX/1981", "interval", "1980-01-01", "1981-12-31"),
        ("١٩٧٩-١١-٠٤", "day", "1979-11-04", "1979-11-04"),
        (" ۱۹۸۰ ", "year", "1980-01-01", "1980-12-31"),
    ],
)
def test_what_a_date_covers(typed: str, precision: str, lower: str, upper: str) -> None:
    date = parse(typed)
    assert (date.precision, date.lower, date.upper) == (precision, day(lower), day(upper))
    assert not date.approximate
    assert not date.uncertain
    assert date.edtf.isascii()


@pytest.mark.parametrize(
    ("typed", "approximate", "uncertain"),
    [
        ("1980~", True, False),
        ("1979-12?", False, True),
        ("1979-11-04%", True, True),
        ("198X~", True, False),
        ("1980-21?", False, True),
        ("1980-01/1980-03~", True, False),
        ("1979?/..", False, True),
    ],
)
def test_doubts(typed: str, approximate: bool, uncertain: bool) -> None:
    assert (parse(typed).approximate, parse(typed).uncertain) == (approximate, uncertain)


def test_open_and_unknown() -> None:
    since, until, unknown = parse("1980/.."), parse("../1980-09"), parse("XXXX")
    assert (since.lower, since.upper) == (day("1980-01-01"), None)
    assert (until.lower, until.upper) == (None, day("1980-09-30"))
    assert (unknown.precision, unknown.lower, unknown.upper) == ("unknown", None, None)
    assert ends(since) == (parse("1980"), None)
    assert ends(until) == (None, parse("1980-09"))
    assert ends(parse("1979")) == (parse("1979"), parse("1979"))


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        *((text, "form") for text in ("", "80", "1980-2", "early 1980", "1980-09-1X", "1980S2", "1980-X2", "198X-04")),
        *((text, "form") for text in ("?1980-09", "1980?-09", "[1979,1980]", "{1979,1980}", "1979-11-04T10:00:00Z")),
        *((text, "form") for text in ("1980-33", "1980-24-03", "1980-XX-03", "1XXX", "../..", "/", "1979/1980/1981")),
        *((text, "form") for text in ("XXXX/1980", "عام 1980", "1980 ~", "²⁰⁰⁰", "२०००", "1979-11-04\n1980")),
        *(
            (text, "impossible")
            for text in ("1980-04-31", "1980-13", "1980-00", "1981-02-29", "1980-01-00", "1980-01-32")
        ),
        *((text, "impossible") for text in ("1980-99", "1979/1980-13", "1900-02-29")),
        *((text, "order") for text in ("1981/1979", "1980-05/1980-04", "1980-04-24/1980-04-23", "1990/198X")),
        *((text, "open") for text in ("1979-11-04/", "/1980")),
        *((text, "range") for text in ("-0044-03-15", "Y10000", "0000", "0000-01-01", "000X", "00XX")),
    ],
)
def test_refused(typed: str, reason: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(typed)
    assert caught.value.reason == reason
    assert caught.value.detail.strip() in typed or caught.value.detail == typed.strip()


def test_one_end_is_named() -> None:
    with pytest.raises(DateError) as caught:
        parse("1979/1980-13")
    assert caught.value.detail == "1980-13"


def test_parts_are_thirds() -> None:
    assert [(parse("1980-09", part).lower, parse("1980-09", part).upper) for part in ("early", "mid", "late")] == [
        (day("1980-09-01"), day("1980-09-10")),
        (day("1980-09-11"), day("1980-09-20")),
        (day("1980-09-21"), day("1980-09-30")),
    ]
    early = parse("1980~", "early")
    assert (early.precision, early.part, early.approximate) == ("year", "early", True)
    assert (early.lower, early.upper) == (day("1980-01-01"), day("1980-05-01"))


@given(st.integers(1, 9999), st.sampled_from(["{:04}", "{:04}-02", "{:04}-12"]))
@settings(max_examples=40, deadline=None)
def test_parts_fill_the_whole(year: int, form: str) -> None:
    text = form.format(year)
    whole = parse(text)
    thirds = [parse(text, part) for part in ("early", "mid", "late")]
    assert (thirds[0].lower, thirds[2].upper) == (whole.lower, whole.upper)
    for before, after in pairwise(thirds):
        assert before.upper
        assert after.lower == before.upper + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("typed", "part"),
    [("1980", "middle"), ("1980-09-22", "early"), ("1979/1981", "late"), ("XXXX", "early"), ("1980-21", "mid")],
)
def test_parts_refused(typed: str, part: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(typed, part)
    assert caught.value.reason == "part"


def test_order_of_the_chronology() -> None:
    expected = [
        *(("0622-07-16", ""), ("1979", ""), ("1979/1981", ""), ("1979/..", ""), ("1979-11-04", ""), ("1979-11", "mid")),
        *(
            ("1979-12", ""),
            ("1980-01", ""),
            ("1980", "early"),
            ("1980~", "early"),
            ("1980", ""),
            ("1980~", ""),
            ("1980%", ""),
        ),
        *(("198X", ""), ("1980-01-27", ""), ("../1980-09", ""), ("1981-01-20", ""), ("XXXX", "")),
    ]
    dates = [parse(*given) for given in expected]
    mixed = dates[::-1]
    assert sorted(mixed, key=sort_key) == dates


FORMS = st.builds(
    lambda year, month, date, form, doubt: form.format(year=year, month=month, day=date) + doubt,
    st.integers(1, 9999),
    st.integers(1, 12),
    st.integers(1, 28),
    st.sampled_from(["{year:04}", "{year:04}-{month:02}", "{year:04}-{month:02}-{day:02}"]),
    st.sampled_from(["", "~", "?", "%"]),
)


@given(st.lists(FORMS, min_size=2, max_size=4))
@settings(max_examples=60, deadline=None)
def test_bounds_hold_the_date_and_order_is_by_first_day(texts: list[str]) -> None:
    dates = sorted((parse(text) for text in texts), key=sort_key)
    for date in dates:
        assert date.lower
        assert date.upper
        assert date.lower <= date.upper
        assert date.lower.isoformat().startswith(date.edtf.rstrip("~?%"))
        assert date.upper.isoformat().startswith(date.edtf.rstrip("~?%"))
    for before, after in pairwise(dates):
        assert before.lower
        assert after.lower
        assert before.lower <= after.lower
        if before.lower == after.lower:
            assert before.upper
            assert after.upper
            assert before.upper <= after.upper


@given(st.text(alphabet="0123456789X-/.~?%YES[], ٠۱", max_size=14))
@settings(max_examples=300, deadline=None)
def test_nothing_else_is_raised(text: str) -> None:
    reason = ""
    try:
        assert isinstance(parse(text), Date)
    except DateError as fault:
        reason = fault.reason
    assert reason in ("", "form", "impossible", "order", "open", "range")


@given(FORMS)
@settings(max_examples=40, deadline=None)
@pytest.mark.filterwarnings("ignore")  # its grammar draws warnings from pyparsing
def test_bounds_are_those_of_the_edtf_library(typed: str) -> None:
    from edtf import parse_edtf

    theirs: Any = parse_edtf(typed)
    ours = parse(typed)
    assert ours.lower == dt.date(*theirs.lower_strict()[:3])
    assert ours.upper == dt.date(*theirs.upper_strict()[:3])


@pytest.mark.parametrize(
    ("typed", "lower", "upper"),
    [
        ("1258-02-10", "1258-02-17", "1258-02-17"),  # the fall of Baghdad
        ("1917-10-25", "1917-11-07", "1917-11-07"),
        ("1500-02-29", "1500-03-10", "1500-03-10"),
        ("1500-02", "1500-02-10", "1500-03-10"),
        ("1258", "1258-01-08", "1259-01-07"),
        ("12XX", "1200-01-08", "1300-01-07"),
        ("0100-24", "0100-11-30", "0101-02-27"),
        ("1453-04-06/1453-05-29", "1453-04-15", "1453-06-07"),
    ],
)
def test_julian_dates_cover_gregorian_days(typed: str, lower: str, upper: str) -> None:
    date = parse(typed, calendar="julian")
    assert (date.edtf, date.lower, date.upper, date.calendar) == (typed, day(lower), day(upper), "julian")


@pytest.mark.parametrize(
    ("typed", "calendar", "lower"),
    [
        ("1258-02-10", "julian", "1258-02-17"),
        ("1582-10-14", "julian", "1582-10-24"),
        ("1582-10-15", "gregorian", "1582-10-15"),
        ("15XX", "julian", "1500-01-10"),
        ("1979-11-04", "gregorian", "1979-11-04"),
        ("1500/1600", "historic", "1500-01-10"),
        ("1400/1500", "julian", "1400-01-09"),
    ],
)
def test_historic_dates_are_julian_before_the_reform(typed: str, calendar: str, lower: str) -> None:
    date = parse(typed, calendar="historic")
    assert (date.calendar, date.lower) == (calendar, day(lower))
    assert parse(typed, calendar=date.calendar) == date
    assert first_year(date) == int(typed[:4].replace("X", "0"))


def test_days_of_one_calendar_only() -> None:
    for typed, calendar, reason in [
        ("1500-02-29", "gregorian", "impossible"),
        ("1501-02-29", "julian", "impossible"),
        ("0001-01-01", "julian", "range"),
        ("9999-12-31", "julian", "range"),
    ]:
        with pytest.raises(DateError) as caught:
            parse(typed, calendar=calendar)
        assert caught.value.reason == reason


@given(st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))
def test_julian_days_are_convertdate_s(at: dt.date) -> None:
    year, month, number = julian.fields(at)
    assert (year if year > 0 else year - 1, month, number) == theirs.from_gregorian(at.year, at.month, at.day)
    assert julian.day(year, month, number) == at


def test_julian_days_are_icu_s() -> None:
    kept = icu.GregorianCalendar(icu.TimeZone.getGMT(), icu.Locale("en"))
    kept.setGregorianChange(1e13)
    fields = icu.UCalendarDateFields
    for ordinal in range(1, dt.date(2100, 1, 1).toordinal(), 97):
        kept.setTime((ordinal - 719163) * 86400.0 + 43200.0)
        told = (kept.get(fields.EXTENDED_YEAR), kept.get(fields.MONTH) + 1, kept.get(fields.DATE))
        assert julian.fields(dt.date.fromordinal(ordinal)) == told


@pytest.mark.parametrize(
    ("born", "at", "years"),
    [
        ("1919-10-26", "1980-07-27", 60),
        ("1919-10-26", "1980-10-26", 61),
        ("1919", "1980-07-27", None),
        ("1919", "1980-12-31", 61),
        ("1919-10", "1980-07-27", 60),
        ("1919-10-26", "1980", None),
        ("1919~", "1980-12-31", None),
        ("1919-10-26", "1980-07-27?", None),
        ("1920-02-29", "1981-02-28", 60),
        ("1980", "1979", None),
        ("XXXX", "1979", None),
        ("1919/..", "1980", None),
    ],
)
def test_age(born: str, at: str, years: int | None) -> None:
    found = ages(parse(born), parse(at))
    exact = found and found.least == found.most and not found.doubtful
    assert (found.least if found and exact else None) == years


@given(st.dates(dt.date(200, 1, 1)), st.integers(0, 120))
def test_a_birth_is_reckoned_from_the_age_at_death(died: dt.date, aged: int) -> None:
    """The first and the last day it leaves give that age, the days beside them another."""
    found = birth(parse(died.isoformat()), aged)
    assert found is not None
    assert found.lower is not None
    assert found.upper is not None

    def age_of(born: dt.date) -> int:
        return died.year - born.year - ((died.month, died.day) < (born.month, born.day))

    day = dt.timedelta(days=1)
    assert [age_of(d) for d in (found.lower - day, found.lower, found.upper)] == [aged + 1, aged, aged]
    assert found.upper == died or age_of(found.upper + day) == aged - 1


def test_the_shah_was_born_in_one_of_366_days() -> None:
    found = birth(parse("1980-07-27"), 60)
    assert found is not None
    assert found.edtf == "1919-07-28/1920-07-27"
    told = {at: ages(found, parse(at)) for at in ("1979-11-04", "1980-07-27", "1979")}
    assert {at: (a.least, a.most) for at, a in told.items() if a} == {
        "1979-11-04": (59, 60), "1980-07-27": (60, 60), "1979": (58, 60),
    }  # fmt: skip
    assert birth(parse("1980/.."), 60) is None
    assert birth(parse("0050"), 60) is None
    vague = birth(parse("1980~"), 60)
    assert vague is not None
    assert (vague.edtf, vague.approximate) == ("1919-01-02/1920-12-31", True)


@pytest.mark.parametrize(
    ("typed", "part", "after", "before"),
    [
        ("1980-04-24", "", "1980-04-24/..", "../1980-04-24"),
        ("1979/1981", "", "1979/..", "../1981"),
        ("1980~", "", "1980~/..", "../1980~"),
        ("1979/..", "", "1979/..", "XXXX"),
        ("XXXX", "", "XXXX", "XXXX"),
        ("1980", "early", "1980/..", "../1980"),
    ],
)
def test_before_and_after_a_date(typed: str, part: str, after: str, before: str) -> None:
    date = dates.parse(typed, part)
    assert (dates.after(date).edtf, dates.before(date).edtf) == (after, before)
    for opened, bound in ((dates.after(date), date.lower), (dates.before(date), date.upper)):
        assert bound in (opened.lower, opened.upper)
        assert None in (opened.lower, opened.upper)
