"""Numbers with signs: what Arabic letter stands before them is told again in front of them."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.html import numbers
from report.script.embedding import levels_by_icu, order, with_letter_marks

MARK = "\u061c"


def anchored(fragment: str) -> str:
    tree = ET.fromstring(f"<section><p>{fragment}</p></section>")
    numbers.anchor(tree)
    return ET.tostring(tree, encoding="unicode").removeprefix("<section><p>").removesuffix("</p></section>")


@pytest.mark.parametrize(
    ("fragment", "wanted"),
    [
        ("گفت ۵۰٪ و ۱۰-۱۲", f"گفت {MARK}۵۰٪ و {MARK}۱۰-۱۲"),
        ("گفت <em>۵۰٪</em>", f"گفت <em>{MARK}۵۰٪</em>"),
        ("۵۰٪ گفت", "۵۰٪ گفت"),
        ("قال ١٠-١٢ ثم 1979", "قال ١٠-١٢ ثم 1979"),
        ("گفت Latin ۵۰٪", "گفت Latin ۵۰٪"),
        ('گفت <code dir="ltr">50%</code>', 'گفت <code dir="ltr">50%</code>'),
        ("אמר 50%", "אמר 50%"),
    ],
)
def test_only_where_the_letter_counts(fragment: str, wanted: str) -> None:
    assert anchored(fragment) == wanted


@given(st.lists(st.sampled_from(["گفت", "abc", "50%", "۱۰-۱۲", "+۵", "١٢", "(", ")", "."]), min_size=1, max_size=7))
def test_the_number_alone_stands_as_in_its_paragraph_and_nothing_else_moves(words: list[str]) -> None:
    text = " ".join(words)
    made, _ = with_letter_marks(text, "")
    shown = [made[i] for i in order(levels_by_icu(made, "rtl")) if made[i] != MARK]
    assert shown == [text[i] for i in order(levels_by_icu(text, "rtl"))]
    for part in made.split(" "):
        if part.startswith(MARK):  # as at the beginning of a line
            alone = [part[i] for i in order(levels_by_icu(part, "rtl")) if part[i] != MARK]
            whole = "گفت " + part[1:]
            assert alone == [whole[i] for i in order(levels_by_icu(whole, "rtl"))][: len(alone)]
