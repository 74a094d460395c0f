"""Dates printed in four calendars, at the precision they were given in."""

from __future__ import annotations

import datetime as dt
from functools import cache

import icu
from hijridate import Gregorian

from report.script import digits
from report.script.dates import Date
from report.script.months import month

CALENDARS = ("gregorian", "hijri", "solar", "hebrew")
Day = tuple[int, int, int]  # year, month from 1, day

_ICU = {"solar": "persian", "hebrew": "hebrew", "hijri": "islamic-civil"}
_NAMES = {
    "ar": {"gregorian": "الميلادي", "hijri": "الهجري (أم القرى)", "solar": "الهجري الشمسي", "hebrew": "العبري"},
    "fa": {"gregorian": "میلادی", "hijri": "هجری قمری", "solar": "هجری شمسی", "hebrew": "عبری"},
    "ur": {"gregorian": "عیسوی", "hijri": "ہجری", "solar": "ہجری شمسی", "hebrew": "عبرانی"},
    "he": {"gregorian": "הלועזי", "hijri": "המוסלמי", "solar": "הפרסי", "hebrew": "העברי"},
    "en": {"gregorian": "Gregorian", "hijri": "Hijri (Umm al-Qura)", "solar": "Solar Hijri", "hebrew": "Hebrew"},
}
_ERAS = {
    "ar": {"gregorian": "م", "hijri": "هـ", "solar": "هـ.ش", "hebrew": "ع"},
    "fa": {"gregorian": "م", "hijri": "ق", "solar": "ش", "hebrew": "ع"},
    "ur": {"gregorian": "ء", "hijri": "ھ", "solar": "ش", "hebrew": "عبرانی"},
    "he": {"gregorian": "", "hijri": "להיג׳רה", "solar": "שמסי", "hebrew": ""},
    "en": {"gregorian": "CE", "hijri": "AH", "solar": "SH", "hebrew": "AM"},
}
_WORDS = {
    "ar": {"early": "أوائل", "mid": "منتصف", "late": "أواخر", "year": "عام", "about": "نحو", "since": "منذ", "until": "حتى",
           "unknown": "غير معروف", "arithmetic": "حسابي"},
    "fa": {"early": "اوایل", "mid": "میانهٔ", "late": "اواخر", "year": "", "about": "حدود", "since": "از", "until": "تا",
           "unknown": "نامعلوم", "arithmetic": "حسابی"},
    "ur": {"early": "اوائل", "mid": "وسط", "late": "اواخر", "year": "", "about": "تقریباً", "since": "سے", "until": "تک",
           "unknown": "نامعلوم", "arithmetic": "حسابی"},
    "he": {"early": "ראשית", "mid": "אמצע", "late": "שלהי", "year": "", "about": "בערך", "since": "מאז", "until": "עד",
           "unknown": "לא ידוע", "arithmetic": "חשבוני"},
    "en": {"early": "early", "mid": "mid", "late": "late", "year": "", "about": "about", "since": "since", "until": "until",
           "unknown": "unknown", "arithmetic": "arithmetic"},
}  # fmt: skip


def name(calendar: str, language: str) -> str:
    """What a calendar is called in a language."""
    return _table(_NAMES, language)[calendar]


def era(calendar: str, language: str) -> str:
    """The short mark after a year: م, هـ, ق, CE …"""
    return _table(_ERAS, language)[calendar]


def show(date: Date, calendar: str, language: str, months: str, style: str, *, era: bool = False) -> str:
    """A date in one calendar, in words and digits of a language.

    A day is converted to a day; a month or year to the span of months or years it covers, never to a day. `months` is
    the set of Arabic month names; `era` adds the calendar's mark.
    """
    words = _table(_WORDS, language)
    if date.precision == "unknown":
        return words["unknown"]
    shown = _span(date, calendar, language, months)
    if date.part:
        joined = f"{words['year']} {shown}" if date.precision == "year" and words["year"] else shown
        shown = f"{words[date.part]} {joined}" if calendar == "gregorian" else shown
    if date.approximate:
        shown = f"{words['about']} {shown}"
    if era and (mark := _table(_ERAS, language)[calendar]):
        shown = f"{shown} {mark}"
    if calendar == "hijri" and not _in_table(date):
        shown = f"{shown} ({words['arithmetic']})"
    if date.uncertain:
        shown += "؟" if language.split("-")[0] in ("ar", "fa", "ur") else "?"
    return digits.convert(shown, "latin" if style == "source" else style)


def _span(date: Date, calendar: str, language: str, months: str) -> str:
    """First and last day of the date in a calendar, told once where both read alike."""
    words = _table(_WORDS, language)
    lower, upper = _whole(date)
    level = date.precision if date.precision in ("day", "month", "season") else "year"
    if date.precision == "interval":
        level = "day" if date.edtf.replace("..", "").count("-") >= 4 or _days(date) else "year"
    first = _told(convert(lower, calendar), level, calendar, language, months) if lower else ""
    last = _told(convert(upper, calendar), level, calendar, language, months) if upper else ""
    if not first:
        return f"{words['until']} {last}"
    if not last:
        return f"{words['since']} {first}"
    if first == last:
        return first
    dash = "–" if level == "year" else " – "
    return f"{_without_year(first, last, level)}{dash}{last}"


def _days(date: Date) -> bool:
    """Whether the ends of an interval were given as days."""
    return all(part == ".." or part.count("-") == 2 for part in date.edtf.split("/"))


def _whole(date: Date) -> tuple[dt.date | None, dt.date | None]:
    """The bounds of the date as written, without the narrowing of its part."""
    if date.part and date.lower:
        from report.script.dates import parse

        whole = parse(date.edtf)
        return whole.lower, whole.upper
    return date.lower, date.upper


def _told(day: Day, level: str, calendar: str, language: str, months: str) -> str:
    year, number, date = day
    if level == "year":
        return str(year)
    named = month(number, calendar, language, months, year)
    return f"{date} {named} {year}" if level == "day" else f"{named} {year}"


def _without_year(first: str, last: str, level: str) -> str:
    """«صفر – ربيع الأول ١٤٠٠»: the year is told once when both ends share it."""
    head, _, year = first.rpartition(" ")
    return head if level != "year" and head and year == last.rpartition(" ")[2] else first


def _in_table(date: Date) -> bool:
    return all(_umm_al_qura(day) is not None for day in (date.lower, date.upper) if day)


def _umm_al_qura(day: dt.date) -> Day | None:
    """Umm al-Qura by its published table; None outside 1343–1500 AH."""
    try:
        hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    except OverflowError:
        return None
    return hijri.year, hijri.month, hijri.day


@cache
def convert(day: dt.date, calendar: str) -> Day:
    """A proleptic Gregorian day in a calendar. Hebrew months count from Tishri as ICU does (Adar I is 6, Adar 7)."""
    if calendar == "gregorian":
        return day.year, day.month, day.day
    if calendar == "hijri" and (known := _umm_al_qura(day)):
        return known
    kept = icu.Calendar.createInstance(icu.TimeZone.getGMT(), icu.Locale(f"en@calendar={_ICU[calendar]}"))
    kept.setTime(((day - dt.date(1970, 1, 1)).days + 0.5) * 86400.0)
    fields = (icu.UCalendarDateFields.YEAR, icu.UCalendarDateFields.MONTH, icu.UCalendarDateFields.DATE)
    year, number, date = (int(kept.get(field)) for field in fields)
    return year, number + 1, date


def _table(table: dict[str, dict[str, str]], language: str) -> dict[str, str]:
    return table.get(language.split("-")[0].lower(), table["en"])
