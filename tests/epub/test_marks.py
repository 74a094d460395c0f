"""Phrases, code and note calls are held by marks; the text itself stays as it was."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest
from bidi import get_display
from epub.conftest import Written

from report.epub.marks import LRM, RLM, isolate

EN = 'lang="en" dir="ltr"'


def isolated(html: str, direction: str = "rtl") -> str:
    root = ET.fromstring(html)
    isolate(root, direction)
    return ET.tostring(root, encoding="unicode")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f'<p>أ <span class="foreign" {EN}>Argo (2012)</span> ب</p>',
         f'<p>أ <bdi class="foreign" {EN}>{LRM}Argo (2012){LRM}</bdi> ب</p>'),
        ('<p><span class="latin" dir="ltr">CIA</span></p>', f'<p><bdi class="latin" dir="ltr" lang="en">{LRM}CIA{LRM}</bdi></p>'),
        ('<p><span lang="fa" dir="rtl">فارسی</span></p>', '<p><span lang="fa" dir="rtl">فارسی</span></p>'),
        (f'<p><span {EN}><em>A <span class="latin" dir="ltr">B</span></em></span></p>',
         f'<p><bdi {EN}>{LRM}<em>A <span class="latin" dir="ltr">B</span></em>{LRM}</bdi></p>'),
        ('<p>x <code dir="ltr">a()</code>.</p>', f'<p>x <bdi dir="ltr">{LRM}<code dir="ltr">a()</code>{LRM}</bdi>.</p>'),
        ('<pre dir="ltr"><code>a()</code></pre>', '<pre dir="ltr"><code>a()</code></pre>'),
        ('<p>1981<a class="noteref">٢</a>، ثم</p>', f'<p>1981\u00a0{RLM}<a class="noteref">٢</a>{RLM}، ثم</p>'),
        ('<p>قال<a class="noteref">٢</a></p>', f'<p>قال{RLM}<a class="noteref">٢</a>{RLM}</p>'),
    ],
)  # fmt: skip
def test_in_a_right_to_left_book(before: str, after: str) -> None:
    assert isolated(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '<p><span lang="ar" dir="rtl">كتاب (١)</span></p>',
            f'<p><bdi lang="ar" dir="rtl">{RLM}كتاب (١){RLM}</bdi></p>',
        ),
        ('<p><code dir="ltr">a()</code></p>', '<p><code dir="ltr">a()</code></p>'),
        ('<p>so<a class="noteref">2</a></p>', '<p>so<a class="noteref">2</a></p>'),
        ('<p>1981<a class="noteref">2</a></p>', '<p>1981\u00a0<a class="noteref">2</a></p>'),
        ('<p>in 1981.<a class="noteref">2</a></p>', '<p>in 1981.\u00a0<a class="noteref">2</a></p>'),
        ('<p>in <b>1981</b><a class="noteref">2</a></p>', '<p>in <b>1981</b>\u00a0<a class="noteref">2</a></p>'),
        ('<p>in 1981<b><a class="noteref">2</a></b></p>', '<p>in 1981<b>\u00a0<a class="noteref">2</a></b></p>'),
    ],
)
def test_in_a_left_to_right_book(before: str, after: str) -> None:
    assert isolated(before, "ltr") == after


def test_a_note_stands_off_its_number() -> None:
    note = '<aside><a class="backlink">١</a><p>نص</p></aside>'
    assert isolated(note) == isolated(note, "ltr") == note.replace("</a>", "</a> ")


def shown(text: str) -> str:
    """Display order in an engine that knows no bdi, by the Unicode algorithm; marks are invisible."""
    return get_display(text, base_dir="R").replace(LRM, "").replace(RLM, "")


def test_the_marks_do_what_they_are_for() -> None:
    """A sign at the end of a phrase stays with it, and a call stands after the number, to its left."""
    assert "C++" in shown(f"لغة {LRM}C++{LRM}، ثم")
    assert "++C" in shown("لغة C++، ثم")
    assert "٢1981" in shown(f"عام 1981{RLM}٢{RLM}، ثم")
    assert "1981٢" in shown("عام 1981٢، ثم")


def test_a_datum_and_the_numbers_in_it_are_held_in_any_direction() -> None:
    root = ET.fromstring('<p>ب <span class="datum" dir="rtl"><span dir="ltr">12</span>%</span> ت</p>')
    isolate(root, "rtl")
    outer = root[0]
    assert (outer.tag, outer.get("dir"), outer[0].tag, outer[0].get("dir")) == ("bdi", "rtl", "bdi", "ltr")
    assert "".join(root.itertext()) == "ب \u200f\u200e12\u200e%\u200f ت"


def test_no_direction_is_left_to_be_guessed(book: Written) -> None:
    """Neither by `dir=auto` nor by a `bdi` without one: in the trees both outputs take, and in the book."""
    trees = [section.tree() for section in book.sections]
    with zipfile.ZipFile(io.BytesIO(book.data)) as package:
        trees += [ET.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xhtml")]
    for element in (element for tree in trees for element in tree.iter()):
        assert element.get("dir") in (None, "ltr", "rtl")
        assert not element.tag.endswith("bdi") or element.get("dir"), ET.tostring(element, encoding="unicode")
