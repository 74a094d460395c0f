"""Joined letters stay joined where markup begins or ends inside a word."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from report.html import joints
from report.script.joining import cut


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("كت", "اب", "joined"), ("سل", "ام", "ligature"), ("كتا", "ب", ""), ("كتاب", " قديم", ""), ("مُ", "حمد", "joined"),
        ("م", "ُحمد", "mark"), ("19", "79", "number"),
        ("1,", "000", "number"), ("می\u200c", "شود", ""), ("abc", "def", ""), ("", "ا", ""),
    ],
)  # fmt: skip
def test_what_a_border_cuts(before: str, after: str, what: str) -> None:
    assert cut(before, after) == what


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ("<p>كت<b>ا</b>ب</p>", "<p>كت\u200d<b>\u200dا</b>ب</p>"),
        ("<p>م<em>ك<b>ت</b></em>بة</p>", "<p>م\u200d<em>\u200dك\u200d<b>\u200dت\u200d</b></em>\u200dبة</p>"),
        ("<p>كلمة <b>قوية</b> هنا</p>", "<p>كلمة <b>قوية</b> هنا</p>"),
        ('<p>كت<a class="noteref">١</a>اب</p>', '<p>كت<a class="noteref">١</a>اب</p>'),
        ("<div><p>كت</p><p>اب</p></div>", "<div><p>كت</p><p>اب</p></div>"),
        ("<p>كت<br />اب</p>", "<p>كت<br />اب</p>"),
    ],
)
def test_joiners_stand_on_both_sides(written: str, held: str) -> None:
    tree = ET.fromstring(written)
    assert joints.hold(tree) == (written != held)
    assert ET.tostring(tree, encoding="unicode") == held
    assert not joints.hold(tree)
