"""Dates as they are printed: sets of month names, spans in other calendars, leap months, labels, days of the week."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.script import calendars
from report.script.dates import parse
from report.script.unicode import icu


def show(
    edtf: str, calendar: str = "gregorian", language: str = "ar", *, typed: str = "gregorian", **how: object
) -> str:
    return calendars.show(parse(edtf, calendar=typed), calendar, language, **how)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("months", "names"),
    [
        ("egyptian", "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()),
        (
            "levantine",
            [
                *("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران"),
                *("تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"),
            ],
        ),
        ("maghrebi", "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر".split()),
    ],
)
def test_sets_of_arabic_months(months: str, names: list[str]) -> None:
    assert [show(f"1981-{n:02}", months=months) for n in range(1, 13)] == [f"{name} 1981" for name in names]
    days = [show(f"1981-{n:02}-20", months=months, digits="arabic-indic") for n in range(1, 13)]
    assert days == [f"٢٠ {name} ١٩٨١" for name in names]


def test_the_sets_are_cldr_s_of_egypt_lebanon_and_algeria() -> None:
    for months, locale in (("egyptian", "ar_EG"), ("levantine", "ar_LB"), ("maghrebi", "ar_DZ")):
        symbols = icu.SimpleDateFormat("LLLL", icu.Locale(f"{locale}@calendar=gregorian")).getDateFormatSymbols()
        theirs = symbols.getMonths(icu.DateFormatSymbols.STANDALONE, icu.DateFormatSymbols.WIDE)
        assert [show(f"1981-{n:02}", months=months) for n in range(1, 13)] == [f"{name} 1981" for name in theirs]


def test_both_sets_at_once() -> None:
    assert show("1981-01-20", months="both") == "20 يناير (كانون الثاني) 1981"
    assert show("1980-09", months="both") == "سبتمبر (أيلول) 1980"
    assert show("1979-11-04/1981-01-20", months="both") == "4 نوفمبر (تشرين الثاني) 1979 – 20 يناير (كانون الثاني) 1981"


@pytest.mark.parametrize(
    ("edtf", "calendar", "said"),
    [
        ("1979-11-04", "hijri", "14 ذي الحجة 1399"),
        ("1980-09", "hijri", "شوال – ذو القعدة 1400"),
        ("1979-11", "hijri", "ذو الحجة 1399 – محرم 1400"),
        ("1980", "hijri", "1400–1401"),
        ("1980", "solar", "1358–1359"),
        ("1980-09", "solar", "شهريور – مهر 1359"),
        ("1980", "hebrew", "5740–5741"),
        ("1979-11-04/1979-11-07", "hijri", "14–17 ذي الحجة 1399"),
        ("1258-02-17", "hijri", "4 صفر 656 (حسابي)"),
        ("1924-07-31", "hijri", "28 ذي الحجة 1342 (حسابي)"),
        ("1924-08-01", "hijri", "1 محرم 1343"),
        ("2077-11-16", "hijri", "30 ذي الحجة 1500"),
        ("2077-11-17", "hijri", "1 محرم 1501 (حسابي)"),
        ("1924", "hijri", "1342–1343 (حسابي)"),
        ("2021-03-20", "solar", "30 إسفند 1399"),
        ("2021-03-21", "solar", "1 فروردين 1400"),
    ],
)
def test_in_other_calendars(edtf: str, calendar: str, said: str) -> None:
    assert show(edtf, calendar) == said


@pytest.mark.parametrize(
    ("edtf", "language", "said"),
    [
        ("2024-03-10", "he", "ל׳ באדר א׳ ה׳תשפ״ד"),
        ("2024-03-11", "he", "א׳ באדר ב׳ ה׳תשפ״ד"),
        ("2023-03-01", "he", "ח׳ באדר ה׳תשפ״ג"),
        ("2024-03-11", "en", "1 Adar II 5784"),
        ("2024-03-11", "ar", "1 أدار الثاني 5784"),
        ("2023-03", "en", "Adar – Nisan 5783"),
        ("2024-03", "en", "Adar I – Adar II 5784"),
    ],
)
def test_leap_months(edtf: str, language: str, said: str) -> None:
    assert show(edtf, "hebrew", language) == said


@pytest.mark.parametrize(
    ("language", "early", "late"),
    [
        ("ar", "10 فبراير 1258 (بالتقويم اليولياني)", "7 نوفمبر 1917، 25 أكتوبر 1917 (بالتقويم اليولياني)"),
        ("fa", "10 فوریهٔ 1258 (به تقویم یولیانی)", "7 نوامبر 1917، 25 اکتبر 1917 (به تقویم یولیانی)"),
        ("ur", "10 فروری 1258 (جولین تقویم)", "7 نومبر 1917، 25 اکتوبر 1917 (جولین تقویم)"),
        ("he", "10 בפברואר 1258 (בלוח היוליאני)", "7 בנובמבר 1917, 25 באוקטובר 1917 (בלוח היוליאני)"),
        ("en", "10 February 1258 (Julian)", "7 November 1917, 25 October 1917 (Julian)"),
    ],
)
def test_julian_dates_are_labelled(language: str, early: str, late: str) -> None:
    assert show("1258-02-10", language=language, typed="julian") == early
    assert show("1917-10-25", language=language, typed="julian") == late
    assert show("1258-02-10", "hijri", typed="julian") == show("1258-02-17", "hijri")


@pytest.mark.parametrize(
    ("edtf", "typed", "said"),
    [
        ("1258-02-17", "gregorian", "17 فبراير 1258 (بالتقويم الغريغوري)"),
        ("1258", "julian", "1258"),
        ("1258-02", "julian", "فبراير 1258 (بالتقويم اليولياني)"),
        ("1258-02-10~", "julian", "نحو 10 فبراير 1258 (بالتقويم اليولياني)"),
        ("1453-04-06/1453-05-29", "julian", "6 أبريل – 29 مايو 1453 (بالتقويم اليولياني)"),
        ("1453-05-29/..", "julian", "منذ 29 مايو 1453 (بالتقويم اليولياني)"),
        ("1500-02-29/1600-01-01", "historic", "29 فبراير 1500 (بالتقويم اليولياني) – 1 يناير 1600"),
        ("1500/1600", "historic", "1500 – 1600"),
        ("12XX", "julian", "القرن الثالث عشر"),
        ("1582-10-15", "gregorian", "15 أكتوبر 1582"),
    ],
)
def test_what_is_labelled(edtf: str, typed: str, said: str) -> None:
    assert show(edtf, typed=typed) == said


def test_a_part_of_a_julian_month() -> None:
    early = parse("1258-02", "early", "julian")
    assert calendars.show(early, "gregorian", "ar") == "أوائل فبراير 1258 (بالتقويم اليولياني)"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", "الأحد 4 نوفمبر 1979"),
        ("fa", "یکشنبه 4 نوامبر 1979"),
        ("ur", "اتوار 4 نومبر 1979"),
        ("he", "יום ראשון, 4 בנובמבר 1979"),
        ("en", "Sunday, 4 November 1979"),
    ],
)
def test_the_day_of_the_week(language: str, said: str) -> None:
    assert show("1979-11-04", language=language, weekday=True) == said
    plain = ["1979-11", "1979-11-04~", "1979-11-04?", "1979", "1979-11-04/1979-11-05", "XXXX"]
    assert [show(f, language=language, weekday=True) for f in plain] == [show(f, language=language) for f in plain]


def test_the_day_of_the_week_in_other_calendars() -> None:
    assert show("1979-11-04", "solar", "fa", weekday=True) == "یکشنبه 13 آبان 1358"
    assert show("1258-02-10", typed="julian", weekday=True) == "الأحد 10 فبراير 1258 (بالتقويم اليولياني)"


@given(st.dates(), st.sampled_from(["ar", "fa", "ur", "he", "en", "fr"]))
def test_days_of_the_week_are_python_s_and_icu_s(day: dt.date, language: str) -> None:
    name = calendars.weekdays(language)[day.isoweekday() - 1]
    assert show(day.isoformat(), language=language, weekday=True).startswith(name)
    form = icu.SimpleDateFormat("cccc", icu.Locale(f"{language}@calendar=gregorian"))
    form.setTimeZone(icu.TimeZone.getGMT())
    proleptic = icu.GregorianCalendar(icu.TimeZone.getGMT(), icu.Locale(language))
    proleptic.setGregorianChange(-1e16)
    form.setCalendar(proleptic)
    assert form.format((day.toordinal() - 719163) * 86400.0 + 43200.0) == name
