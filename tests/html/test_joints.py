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
        ("1,", "000", "number"), ("12", ",5", "number"),
        ("12", ", ", ""), ("كتاب ", "ٌ", ""),
        ("می\u200c", "شود", ""), ("abc", "def", ""), ("", "ا", ""),
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
        ('<p>كت<a class="noteref">١</a>اب</p>', '<p>كت\u200d<a class="noteref">١</a>\u200dاب</p>'),
        ('<p>كت<a class="pageref">١</a>اب</p>', '<p>كت<a class="pageref">١</a>اب</p>'),
        ("<div><p>كت</p><p>اب</p></div>", "<div><p>كت</p><p>اب</p></div>"),
        ("<p>كت<br />اب</p>", "<p>كت<br />اب</p>"),
    ],
)
def test_joiners_stand_on_both_sides(written: str, held: str) -> None:
    tree = ET.fromstring(written)
    assert joints.hold(tree) == (written != held)
    assert ET.tostring(tree, encoding="unicode") == held
    assert not joints.hold(tree)


@pytest.mark.parametrize(
    ("written", "freed"),
    [
        ('<p><span class="mark" id="a">قلم</span>هم</p>', '<p><span class="mark" id="a" />قلمهم</p>'),
        ('<p>في ال<span id="a">م<b>قال</b></span>ات ثم</p>', '<p>في <span id="a" />الم<b>قال</b>ات ثم</p>'),
        (
            '<p><span id="a"><span class="mark" id="b">مقال</span></span>ات</p>',
            '<p><span id="a" /><span class="mark" id="b" />مقالات</p>',
        ),
        ('<p>هو سل<span id="a" />ام</p>', '<p>هو <span id="a" />سلام</p>'),
        ('<p>في <b>كل مج</b><i>ل</i><span id="a">ا</span>ت</p>', '<p>في <b>كل <span id="a" />مج</b><i>ل</i>ات</p>'),
        (
            '<p>ثم <i>مج</i>ل<a class="noteref">١</a><span id="a">اب</span></p>',
            '<p>ثم <i><span id="a" />مج</i>ل<a class="noteref">١</a>اب</p>',
        ),
        ('<p>عام 19<span id="a">79</span></p>', '<p>عام <span id="a" />1979</p>'),
        ('<p><span id="a">قلم</span> هم</p>', '<p><span id="a">قلم</span> هم</p>'),
        ('<p>ال<span lang="fa">قلم</span></p>', '<p>ال<span lang="fa">قلم</span></p>'),
        ('<p>ال<span class="gap">قلم</span></p>', '<p>ال<span class="gap">قلم</span></p>'),
        ('<p><b>ال</b><span id="a">قلم</span></p>', '<p><b><span id="a" />ال</b>قلم</p>'),
    ],
)
def test_what_shows_nothing_stands_before_a_word_it_would_cut(written: str, freed: str) -> None:
    tree = ET.fromstring(written)
    assert joints.free(tree) == (written != freed)
    assert ET.tostring(tree, encoding="unicode") == freed
    assert not joints.free(tree)
