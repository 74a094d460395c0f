"""What follows from a language tag, and the direction of text without one."""

from __future__ import annotations

import icu
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.script import digits, languages
from report.script.languages import direction_of, find


@pytest.mark.parametrize(
    ("tag", "direction", "script", "style", "quotes"),
    [
        ("ar", "rtl", "Arab", "arabic-indic", "«»“”"),
        ("ar-EG", "rtl", "Arab", "arabic-indic", "«»“”"),
        ("ar-MA", "rtl", "Arab", "latin", "«»“”"),
        ("fa", "rtl", "Arab", "extended", "«»‹›"),
        ("ur", "rtl", "Arab", "extended", "“”‘’"),
        ("he", "rtl", "Hebr", "latin", "””’’"),
        ("yi", "rtl", "Hebr", "latin", "„“‚‘"),
        ("ckb", "rtl", "Arab", "arabic-indic", "«»‹›"),
        ("dv", "rtl", "Thaa", "latin", "“”‘’"),
        ("en", "ltr", "Latn", "latin", "“”‘’"),
        ("en-GB", "ltr", "Latn", "latin", "“”‘’"),
    ],
)
def test_known_languages(tag: str, direction: str, script: str, style: str, quotes: str) -> None:
    found = find(tag)
    assert (found.tag, found.direction, found.script, found.digits) == (tag, direction, script, style)
    assert "".join(found.quotes) == quotes
    assert found.binding == ("right" if direction == "rtl" else "left")


@pytest.mark.parametrize(
    ("tag", "direction", "script"),
    [
        ("az-Arab", "rtl", "Arab"),
        ("uz-AF", "rtl", "Arab"),
        ("ks", "rtl", "Arab"),
        ("nqo", "rtl", "Nkoo"),
        ("ff-Adlm", "rtl", "Adlm"),
        ("syr", "rtl", "Syrc"),
        ("he-Latn", "ltr", "Latn"),
        ("zh-Hant-TW", "ltr", "Hant"),
        ("tlh", "ltr", "Zyyy"),
        ("de-x-private", "ltr", "Latn"),
    ],
)
def test_other_languages_by_unicode_data(tag: str, direction: str, script: str) -> None:
    assert (find(tag).direction, find(tag).script) == (direction, script)


@pytest.mark.parametrize(
    "tag", ["", "a", "arabic", "ar_EG", "ar-", "-ar", "ar EG", "عربي", "x-foo", "ar-EG-EG", "ar\n"]
)
def test_malformed_tags_are_refused(tag: str) -> None:
    with pytest.raises(ValueError, match="language tag"):
        find(tag)


def test_every_language_of_the_table_has_a_style_and_four_quotes() -> None:
    for tag in ("ar", "fa", "ur", "he", "yi", "ps", "sd", "ug", "ckb", "dv", "en", "fr", "de", "es", "it", "tr"):
        assert find(tag).digits in digits.STYLES
        assert len(find(tag).quotes) == 4
        assert all(find(tag).quotes)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("", None),
        ("123 ١٢٣ !٪", None),
        ("123؟", "rtl"),
        ("\u064b\u064c", None),
        ("«NASA» وكالة", "ltr"),
        ("«123» وكالة", "rtl"),
        ("(א)", "rtl"),
        ("12\n\nשלום\nabc", "rtl"),
        ("\u2067אב\u2069 12", None),
        ("\u2067אב\u2069 a", "ltr"),
        ("\u2067אב a", None),
    ],
)
def test_direction_of_undeclared_text(text: str, direction: str | None) -> None:
    assert direction_of(text) == direction


@given(st.text(alphabet="abאבعم١1 ۱-()«»\u064b\u200f\u200e%", min_size=1, max_size=30))
def test_direction_agrees_with_icu(text: str) -> None:
    found = int(icu.Bidi.getBaseDirection(icu.UnicodeString(text)))
    assert direction_of(text) == {0: "ltr", 1: "rtl", 3: None}[found]


def test_primary() -> None:
    assert languages.primary("AR-eg") == "ar"
