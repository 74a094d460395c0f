"""Which characters stand in which face, and whether italics are needed."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from report.epub.usage import Usage, usage


def used(html: str, language: str = "ar") -> Usage:
    return usage([ET.fromstring(html)], language)


def test_characters_go_to_the_face_that_sets_them() -> None:
    found = used(
        '<p>اب<bdi class="latin" lang="en">C D</bdi>ت<code>x=1</code>ث<span class="foreign" lang="fa">گ</span>'
        '<bdi class="foreign" lang="fr">é</bdi>\u200f\n</p>'
    )
    assert found.characters["body"] == set("ابتث")
    assert found.foreign == {"fa": set("گ")}
    assert found.characters["latin"] == set("C Dé")
    assert found.characters["code"] == set("x=1")


def test_phrases_in_bold_are_told_by_language() -> None:
    found = used(
        '<div><h2>ا <span class="foreign" lang="fa">گ</span></h2><p><span class="foreign" lang="ur">ہ</span></p>'
        '<p><span class="foreign" lang="he">ש<strong>ל</strong></span></p></div>'
    )
    assert set(found.foreign) == {"fa", "ur", "he"}
    assert found.foreign_bold == {"fa", "he"}


def test_a_third_script_is_counted_by_language() -> None:
    found = used('<p>word <bdi class="foreign" lang="ar">كتاب</bdi> <span lang="he">ש</span></p>', "en")
    assert found.foreign == {"ar": set("كتاب")}
    assert found.characters["body"] == set("word ש")


def test_italics_stand_only_where_the_language_is_written_in_latin() -> None:
    assert not used("<p><em>كلمة</em></p>").italic
    assert used('<p><bdi class="foreign" lang="en"><em>word</em></bdi></p>').italic
    plain, bold = used("<p><em>word</em></p>", "en"), used("<p><strong>a <em>b</em></strong></p>", "en")
    assert (plain.italic, plain.bold_italic) == (True, False)
    assert (bold.italic, bold.bold_italic) == (True, True)
    assert used("<h2><em>b</em></h2>", "en").bold_italic
