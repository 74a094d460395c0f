"""Digits change in numbers and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.script import digits
from report.script.digits import abjad, convert, fold, format

FAMILIES = ("arabic-indic", "extended", "latin")
NUMERIC = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
TEXTS = st.text(alphabet=NUMERIC[:3] + "٠١٢۰۱۲,.٫٬%٪-–/:@_'+ abéوم،", max_size=25)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("في 4 نوفمبر 1979", "في ٤ نوفمبر ١٩٧٩"),
        ("۱۲ و 12 و ١٢", "١٢ و ١٢ و ١٢"),
        ("1,234.5", "١٬٢٣٤٫٥"),
        ("12,34,567", "١٢٬٣٤٬٥٦٧"),
        ("1,234,567", "١٬٢٣٤٬٥٦٧"),
        ("12,5", "١٢,٥"),
        ("1979,1980", "١٩٧٩,١٩٨٠"),
        ("1.234,5", "١.٢٣٤,٥"),
        ("3.14.", "٣٫١٤."),
        ("عام 1979.", "عام ١٩٧٩."),
        ("1979، 1980", "١٩٧٩، ١٩٨٠"),
        ("12%", "١٢٪"),
        ("(5-10%)", "(٥-١٠٪)"),
        ("12,5%", "١٢,٥٪"),
        ("% 12", "% ١٢"),
        ("12 %", "١٢ %"),
        ("1979-1981", "١٩٧٩-١٩٨١"),
        ("1979–1981", "١٩٧٩–١٩٨١"),
        ("4-11-1979", "٤-١١-١٩٧٩"),
        ("4/11/1979", "٤/١١/١٩٧٩"),
        ("3:15", "٣:١٥"),
        ("و1979م", "و١٩٧٩م"),
        ("لـ42", "لـ٤٢"),
        ("+12 34", "+١٢ ٣٤"),
        ("½ ² ५", "½ ² ५"),
    ],
)
def test_numbers_change(typed: str, shown: str) -> None:
    assert convert(typed, "arabic-indic") == shown


@pytest.mark.parametrize(
    "token",
    [
        *(
            "v1.2",
            "C3PO",
            "R2D2",
            "CO2",
            "F-14",
            "COVID-19",
            "12:30pm",
            "1st",
            "3D",
            "1,234kg",
            "USD1,234",
            "a_1",
            "x-1.5",
        ),
        *("1970's", "Café2", "Cafe\u03012", "2.0.1", "192.168.0.1", "1979-11-04", "1979-11-04/1981-01-20", "٢.٠.١"),
        *("978-3-16-148410-0", "a1@example.org", "https://example.org/عام/1979?q=1%20", "www.example.org/1979"),
        *("http://1.2.3.4:80/5", "١٩٧٩-١١-٠٤", "C++11"),
    ],
)
@pytest.mark.parametrize("style", FAMILIES)
def test_names_stay_as_typed(token: str, style: str) -> None:
    assert convert(token, style) == token
    assert convert(f"انظر {token} هنا", style) == f"انظر {token} هنا"
    assert convert(f"«{token}»، {token}.", style) == f"«{token}»، {token}."


def test_styles() -> None:
    assert convert("1,234.5%", "extended") == "۱٬۲۳۴٫۵٪"
    assert convert("١٬٢٣٤٫٥٪", "latin") == "1,234.5%"
    assert convert("١٢ 12 ۱۲", "source") == "١٢ 12 ۱۲"
    with pytest.raises(ValueError, match="style"):
        convert("12", "roman")


@given(TEXTS, st.sampled_from(FAMILIES))
def test_idempotent_and_one_for_one(text: str, style: str) -> None:
    once = convert(text, style)
    assert convert(once, style) == once
    assert len(once) == len(text)
    assert fold(once).translate(str.maketrans("٬٫٪", ",.%")) == fold(text).translate(str.maketrans("٬٫٪", ",.%"))


@given(TEXTS, st.sampled_from(FAMILIES), st.sampled_from(FAMILIES))
def test_any_way_round_ends_alike(text: str, first: str, last: str) -> None:
    """Arabic-Indic and extended digits share their separators, so going through one loses nothing."""
    assert convert(convert(text, first), last) == convert(text, last)


@given(st.integers(0, 10**9), st.sampled_from(FAMILIES))
def test_format_is_what_convert_makes(n: int, style: str) -> None:
    assert format(n, style) == convert(str(n), style)
    assert int(format(n, style)) == n


def test_format_of_source_is_european() -> None:
    assert format(1979, "source") == "1979"


def test_words_keep_their_letters() -> None:
    words = "نص بلا أرقام %٪ , ."
    assert all(convert(words, style) == words for style in digits.STYLES)


@pytest.mark.parametrize(
    ("n", "letters"),
    [
        *((1, "أ"), (2, "ب"), (3, "ج"), (4, "د"), (5, "هـ"), (6, "و"), (9, "ط"), (10, "ي"), (11, "يا"), (15, "يه")),
        *((20, "ك"), (50, "ن"), (99, "صط"), (100, "ق"), (199, "قصط"), (1000, "غ"), (1399, "غشصط"), (1999, "غظصط")),
    ],
)
def test_abjad(n: int, letters: str) -> None:
    assert abjad(n) == letters


def test_abjad_letters_add_up_to_their_number() -> None:
    values = dict(
        zip("ابجدهوزحطيكلمنسعفصقرشتثخذضظغ", [*range(1, 10), *range(10, 100, 10), *range(100, 1001, 100)], strict=True)
    )
    for n in range(1, 2000):
        assert sum(values[c] for c in abjad(n).replace("أ", "ا").replace("ـ", "")) == n
    for n in (0, 2000):
        with pytest.raises(ValueError, match="1999"):
            abjad(n)
