"""Counting letters: what is lost and what is invented, spaces and controls left out."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from report.verify.letters import invented, letters, missing, of_tree, unlike


def test_a_lost_letter_is_missing_and_a_new_one_invented() -> None:
    wanted, found = letters("الكندية"), letters("اللكندة")
    assert missing(wanted, found) == ["−1×ي"]
    assert invented(wanted, found) == ["+1×ل"]


def test_spaces_controls_and_order_do_not_count() -> None:
    assert letters("أ\u200eب ج\n") == letters("جبأ")


def test_numbers_the_page_adds_are_not_invented_but_lost_ones_are_missing() -> None:
    assert invented(letters("أ"), letters("أ١.")) == []
    assert missing(letters("أ١"), letters("أ")) == ["−1×١"]


def test_text_of_a_tree_leaves_classes_out() -> None:
    tree = ET.fromstring('<p>أ<a class="noteref x">١</a>ب<b>ج</b></p>')
    assert of_tree(tree, ("noteref",)).replace(" ", "") == "أبج"


@given(
    st.lists(st.text("اب ة\u200e\u061c\n1.", max_size=4), max_size=5),
    st.lists(st.text("اب ة\u200f1.", max_size=4), max_size=5),
)
def test_what_both_have_need_not_be_counted(wanted: list[str], found: list[str]) -> None:
    """The differences are those of all letters together."""
    lacks, has = (letters(" ".join(texts)) for texts in unlike(wanted, found))
    everything = letters(" ".join(wanted)), letters(" ".join(found))
    assert missing(lacks, has) == missing(*everything)
    assert invented(lacks, has) == invented(*everything)


def test_texts_that_are_alike_are_left_out() -> None:
    assert unlike(["أ ب", "ج"], ["ج", "أ\u200f\nب", "د"]) == ([], ["د"])
