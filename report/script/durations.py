"""The time between two days in words: «444 يومًا، باحتساب اليومين», by the plural rules of each language (CLDR)."""

from __future__ import annotations

import datetime
import re
from typing import Final

from report.script import digits
from report.script.languages import primary
from report.script.plurals import phrase

_DAYS: Final = {
    "ar": "{n, plural, zero{أقل من يوم} one{يوم واحد} two{يومان} few{{shown} أيام} many{{shown} يومًا} other{{shown} يوم}}",
    "fa": "{n, plural, other{{shown} روز}}",
    "ur": "{n, plural, other{{shown} دن}}",
    "he": "{n, plural, one{יום אחד} two{יומיים} other{{shown} ימים}}",
    "en": "{n, plural, one{{shown} day} other{{shown} days}}",
}
_MONTHS: Final = {
    "ar": "{n, plural, one{شهر} two{شهران} few{{shown} أشهر} many{{shown} شهرًا} other{{shown} شهر}}",
    "fa": "{n, plural, other{{shown} ماه}}",
    "ur": "{n, plural, one{{shown} مہینہ} other{{shown} مہینے}}",
    "he": "{n, plural, one{חודש} two{חודשיים} other{{shown} חודשים}}",
    "en": "{n, plural, one{{shown} month} other{{shown} months}}",
}
_YEARS: Final = {
    "ar": "{n, plural, one{سنة} two{سنتان} few{{shown} سنوات} many{{shown} سنة} other{{shown} سنة}}",
    "fa": "{n, plural, other{{shown} سال}}",
    "ur": "{n, plural, other{{shown} سال}}",
    "he": "{n, plural, one{שנה} two{שנתיים} other{{shown} שנים}}",
    "en": "{n, plural, one{{shown} year} other{{shown} years}}",
}
_COUNTED: Final = {
    "ar": ("{}، دون احتساب اليوم الأول", "{}، باحتساب اليومين"),
    "fa": ("{}، بدون احتساب روز نخست", "{}، با احتساب هر دو روز"),
    "ur": ("{}، پہلا دن شامل کیے بغیر", "{}، دونوں دن شامل کر کے"),
    "he": ("{}, לא כולל היום הראשון", "{}, כולל שני הימים"),
    "en": ("{}, the first day not counted", "{}, both days counted"),
}
_NUMBER: Final = re.compile(r"\d+")


def count(start: datetime.date, end: datetime.date, *, inclusive: bool) -> int:
    """Days from one day to another; `inclusive` counts both. Negative where the end is the earlier."""
    days = (end - start).days
    return days + 1 if inclusive and days >= 0 else days


def words(days: int, style: str, language: str, *, inclusive: bool) -> str:
    """A number of days in a style of digits, and how they are counted; a language without words of its own is told in
    English. No days at all are counted in no way.

    >>> words(444, "latin", "ar", inclusive=True)
    '444 يومًا، باحتساب اليومين'
    """
    tag = primary(language) if primary(language) in _DAYS else "en"
    said = phrase(_DAYS[tag], days, digits.format(days, style), tag)
    return _COUNTED[tag][inclusive].format(said) if days else said


def rough(days: float, style: str, language: str) -> str:
    """A number of days in the largest unit that leaves two or more of it, rounded: years, months or days.

    >>> rough(9131, "latin", "ar")
    '25 سنة'
    """
    tag = primary(language) if primary(language) in _DAYS else "en"
    years, months = round(days / 365.2425), round(days / 30.436875)
    patterns, n = (_YEARS, years) if years > 1 else (_MONTHS, months) if months > 1 else (_DAYS, round(days))
    return phrase(patterns[tag], n, digits.format(n, style), tag)


def stated(text: str) -> int | None:
    """The number of days that words state: the one number in them; None where there is none, or more than one."""
    found = _NUMBER.findall(digits.fold(text).replace(",", "").replace("٬", ""))
    return int(found[0]) if len(found) == 1 else None
