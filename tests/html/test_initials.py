"""A chapter's first word as an initial: whole, with its marks, and only where the word is plain text."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from report.html.initials import set_initial
from report.script.joining import first_letter_may_stand_apart, first_word, joins


def opened(body: str) -> str:
    section = ET.fromstring(f'<section><header class="opener"><p>١</p></header>{body}</section>')
    changed = set_initial(section)
    written = "".join(ET.tostring(e, encoding="unicode") for e in section[1:])
    assert changed == ("initial" in written)
    return written


@pytest.mark.parametrize(
    ("paragraph", "word", "rest"),
    [
        ("<p>بَدَأَتِ الأزمة</p>", "بَدَأَتِ", " الأزمة"),
        ("<p>«قال: نعم»</p>", "«قال:", " نعم»"),
        ("<p>בְּרֵאשִׁית בָּרָא</p>", "בְּרֵאשִׁית", " בָּרָא"),
        ("<p>می‌خواهم <b>بروم</b></p>", "می‌خواهم", " <b>بروم</b>"),
        ("<p>The <i>word</i></p>", "The", " <i>word</i>"),
        ("<p>كلمة</p>", "كلمة", ""),
    ],
)
def test_the_first_word_is_set_whole(paragraph: str, word: str, rest: str) -> None:
    assert opened(paragraph) == f'<p><span class="initial">{word}</span>{rest}</p>'


@pytest.mark.parametrize(
    "body",
    [
        "<p><b>قوي</b> كلام</p>",
        "<p>كلمة<a>١</a></p>",
        "<p>— ثم</p>",
        "<p>12 كلمة</p>",
        "<p/>",
        "<blockquote><p>كلام هنا</p></blockquote><p>كلام</p>",
        "<h2>عنوان</h2><ul/><p>كلام هنا</p>",
    ],
)
def test_where_there_is_no_plain_word_there_is_no_initial(body: str) -> None:
    assert "initial" not in opened(body)


def test_what_stands_before_the_text_is_passed_over() -> None:
    body = '<div class="box objectives"><p>أن تعرف</p></div><p class="key-terms">كلام هنا</p><h2>عنوان</h2><p>بدأ الأمر</p>'
    assert opened(body).endswith('<p><span class="initial">بدأ</span> الأمر</p>')


def test_letters_that_may_stand_apart() -> None:
    assert all(map(joins, "بادܐ"))
    assert not any(map(joins, "aש 1"))
    assert first_letter_may_stand_apart("«Hello")
    assert first_letter_may_stand_apart("12 — ")
    assert not first_letter_may_stand_apart("«سلام")
    assert not first_letter_may_stand_apart("שלום")


def test_the_first_word_and_the_rest_are_all_there_is() -> None:
    assert first_word("  من هنا ") == ("من", " هنا ")
    assert first_word("") == ("", "")
