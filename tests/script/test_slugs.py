"""Slugs: ASCII, stable, never shared, and to be read back."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.script.slugs import is_id, slug, written

LETTERS = "ابتحخدرسصعفقكلمنهويىةأإآءؤئپچژگکیٹڈےאבגדהוabcdz0129-_\u064e\u200céё中"


@pytest.mark.parametrize("id", ["a", "the-siege", "a1", "الحصار", "حصار السفارة", "the siege", "שער", "محاصره‌شده", "é"])
def test_ids(id: str) -> None:
    assert is_id(id)
    assert re.fullmatch(r"[a-z][a-z0-9_-]*", slug(id))
    assert written(slug(id)) == unicodedata.normalize("NFC", id)


@pytest.mark.parametrize(
    "id",
    ["", " ", "1a", "-a", "A", "aB", "أ!", "a  b", " a", "a ", "a/b", "a.b", "\u202eأ", "أ\u200fب", "a" * 101 + "é"],
)
def test_no_ids(id: str) -> None:
    assert not is_id(id)
    assert slug(id) == id


def test_slugs_are_what_they_were_in_older_books() -> None:
    """Addresses that were given away must lead where they led."""
    assert slug("the-siege") == "the-siege"
    assert slug("الحصار") == "x_mgbarrs2g"
    assert slug("حصار السفارة") == "x__20_-ymcbakt3adqp1l8a"
    assert slug("حصار السفارة") == slug(unicodedata.normalize("NFD", "حصار السفارة"))
    assert slug("é") == slug("e\u0301")


@given(st.text(LETTERS + " ", min_size=1, max_size=20), st.text(LETTERS + " ", min_size=1, max_size=20))
def test_two_ids_never_share_a_slug(one: str, other: str) -> None:
    if is_id(one) and is_id(other) and unicodedata.normalize("NFC", one) != unicodedata.normalize("NFC", other):
        assert slug(one) != slug(other)
