"""Durations in words: the count, both ways, and the plural of each language."""

from __future__ import annotations

import datetime as dt

import pytest

from report.script.durations import count, rough, stated, words


def test_the_famous_444_counts_both_days() -> None:
    seizure, release = dt.date(1979, 11, 4), dt.date(1981, 1, 20)
    assert count(seizure, release, inclusive=False) == 443
    assert count(seizure, release, inclusive=True) == 444
    assert count(release, seizure, inclusive=True) == -443


@pytest.mark.parametrize(
    ("days", "language", "said"),
    [
        *(
            (1, "ar", "يوم واحد"),
            (2, "ar", "يومان"),
            (3, "ar", "3 أيام"),
            (11, "ar", "11 يومًا"),
            (100, "ar", "100 يوم"),
        ),
        *((103, "ar", "103 أيام"), (444, "ar-EG", "444 يومًا"), (444, "fa", "444 روز"), (444, "ur", "444 دن")),
        *(
            (1, "he", "יום אחד"),
            (2, "he", "יומיים"),
            (20, "he", "20 ימים"),
            (1, "en", "1 day"),
            (444, "en", "444 days"),
        ),
        (444, "fr", "444 days"),
    ],
)
def test_plurals(days: int, language: str, said: str) -> None:
    told = words(days, "latin", language, inclusive=True)
    assert told.startswith(said)
    assert told[len(said)] in "،,"


@pytest.mark.parametrize(
    ("language", "style", "both", "one"),
    [
        ("ar", "arabic-indic", "٤٤٤ يومًا، باحتساب اليومين", "٤٤٣ يومًا، دون احتساب اليوم الأول"),
        ("fa", "extended", "۴۴۴ روز، با احتساب هر دو روز", "۴۴۳ روز، بدون احتساب روز نخست"),
        ("ur", "latin", "444 دن، دونوں دن شامل کر کے", "443 دن، پہلا دن شامل کیے بغیر"),
        ("he", "latin", "444 ימים, כולל שני הימים", "443 ימים, לא כולל היום הראשון"),
        ("en", "latin", "444 days, both days counted", "443 days, the first day not counted"),
        ("tr", "latin", "444 days, both days counted", "443 days, the first day not counted"),
    ],
)
def test_how_days_are_counted_is_said(language: str, style: str, both: str, one: str) -> None:
    assert words(444, style, language, inclusive=True) == both
    assert words(443, style, language, inclusive=False) == one


def test_no_days_are_counted_in_no_way() -> None:
    assert words(0, "latin", "ar", inclusive=False) == "أقل من يوم"
    assert words(0, "latin", "en", inclusive=False) == "0 days"


@pytest.mark.parametrize(
    ("text", "days"), [("٤٤٤ يومًا", 444), ("1,000 days", 1000), ("١٬٠٠٠ يوم", 1000), ("أيام", None), ("4 من 5", None)]
)
def test_stated(text: str, days: int | None) -> None:
    assert stated(text) == days


@pytest.mark.parametrize(
    ("days", "language", "said"),
    [
        *(
            (1, "ar", "يوم واحد"),
            (45, "ar", "45 يومًا"),
            (61, "ar", "شهران"),
            (150, "ar", "5 أشهر"),
            (335, "ar", "11 شهرًا"),
        ),
        *((731, "ar", "سنتان"), (1461, "ar", "4 سنوات"), (9131, "ar", "25 سنة"), (36_525, "ar", "100 سنة")),
        *(
            (548, "en", "2 years"),
            (547, "en", "18 months"),
            (150, "fa", "5 ماه"),
            (150, "ur", "5 مہینے"),
            (61, "he", "חודשיים"),
        ),
    ],
)
def test_rough_times_are_in_the_largest_unit_that_leaves_two(days: int, language: str, said: str) -> None:
    assert rough(days, "latin", language) == said
