"""Counting letters: what is lost and what is invented, spaces and controls left out."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from report.verify.letters import invented, letters, missing, of_tree


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
