"""Ages and the phrases they are told in."""

from __future__ import annotations

import pytest

from report.labels import labels
from report.script import dates, digits, plurals
from report.script.dates import Ages


def aged(n: int, language: str, key: str = "aged") -> str:
    style = {"ar": "arabic-indic", "fa": "extended", "ur": "extended"}.get(language, "latin")
    return plurals.phrase(labels(language)[key], n, digits.format(n, style), language)


@pytest.mark.parametrize(
    ("n", "told"),
    [
        (0, "عن أقل من عام"), (1, "عن عام واحد"), (2, "عن عامين"), (3, "عن ٣ أعوام"), (10, "عن ١٠ أعوام"),
        (11, "عن ١١ عامًا"), (60, "عن ٦٠ عامًا"), (99, "عن ٩٩ عامًا"), (100, "عن ١٠٠ عام"), (102, "عن ١٠٢ عام"),
        (103, "عن ١٠٣ أعوام"), (111, "عن ١١١ عامًا"),
    ],
)  # fmt: skip
def test_arabic_counts_years_by_its_grammar(n: int, told: str) -> None:
    assert aged(n, "ar") == told


def test_every_language_tells_an_age() -> None:
    assert aged(60, "ar", "aged_about") == "عن نحو ٦٠ عامًا"
    assert aged(60, "fa") == "در ۶۰ سالگی"
    assert aged(60, "ur") == "۶۰ سال کی عمر میں"
    assert [aged(n, "he") for n in (1, 2, 60)] == ["בגיל שנה", "בגיל שנתיים", "בגיל 60"]
    assert aged(60, "en", "aged_about") == "aged about 60"


@pytest.mark.parametrize(
    ("born", "at", "told"),
    [
        ("1919-10-26", "1980-07-27", Ages(60, 60, False)),  # the Shah
        ("1919-10-26", "1979-10-26", Ages(60, 60, False)),
        ("1919-10-26", "1979-10-25", Ages(59, 59, False)),
        ("1919", "1980-07-27", Ages(60, 61, False)),
        ("1919-10", "1979-10-15", Ages(59, 60, False)),
        ("1919~", "1980", Ages(60, 61, True)),
        ("1919-02", "1919-06", Ages(0, 0, False)),
        ("191X", "1980", None),
        ("1919", "..", None),
        ("1990", "1980", None),
    ],
)
def test_an_age_is_as_precise_as_the_two_dates(born: str, at: str, told: Ages | None) -> None:
    assert dates.ages(dates.parse(born), dates.parse(at if at != ".." else "1980/..")) == told
