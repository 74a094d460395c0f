"""The nav lists sections and their second-level headings in the words of the headings themselves."""

from __future__ import annotations

from dataclasses import replace

from epub.conftest import Written
from epub.facts import TYPE, H, Opened, said


def lines(book: Written) -> list[tuple[int, str, str]]:
    """Depth, address and words of each line of the contents."""
    toc = book.opened.nav.find(f".//{H}nav")
    depth = {a: len(list(a.iterancestors(f"{H}ol"))) for a in toc.iter(f"{H}a")}
    return [(depth[a], a.get("href"), said(a)) for a in toc.iter(f"{H}a")]


def test_sections_and_second_level_headings(arabic: Written) -> None:
    assert lines(arabic)[:6] == [
        (1, "text/preface.xhtml", "مقدمة"),
        (1, "text/seizure.xhtml", "الفصل الأول: اقتحام السفارة عام ١٩٧٩"),
        (2, "text/seizure.xhtml#claw", "عملية \u200eEagle Claw\u200e (١٩٨٠)"),
        (2, "text/seizure.xhtml#seizure-questions", "أسئلة الفصل"),
        (1, "text/rescue.xhtml", "الفصل الثاني: الإفراج"),
        (2, "text/rescue.xhtml#rescue-p3", "ما بعدها"),
    ]
    assert [(d, words) for d, _, words in lines(arabic)[-2:]][1] == (1, "خاتمة")


def test_labels_are_those_of_the_sections(book: Written) -> None:
    wanted = [s.label for s in book.sections if s.kind not in ("cover", "title", "imprint", "contents")]
    found = [words.replace("\u200e", "").replace("\u200f", "") for depth, _, words in lines(book) if depth == 1]
    assert found == wanted


def test_landmarks_speak_the_language(arabic: Written) -> None:
    _, landmarks = arabic.opened.nav.iterfind(f".//{H}nav")
    assert [(a.get(TYPE), a.get("href"), a.text) for a in landmarks.iter(f"{H}a")] == [
        ("cover", "text/cover.xhtml", "الغلاف"),
        ("toc", "nav.xhtml#contents", "المحتويات"),
        ("bodymatter", "text/seizure.xhtml", "بداية النص"),
        ("glossary", "text/glossary.xhtml", "معجم المصطلحات"),
        ("bibliography", "text/sources.xhtml", "المصادر"),
    ]


def test_only_what_is_there_is_a_landmark(english: Written) -> None:
    _, landmarks = english.opened.nav.iterfind(f".//{H}nav")
    assert [a.get(TYPE) for a in landmarks.iter(f"{H}a")] == ["cover", "toc", "bodymatter", "glossary"]


def test_a_language_without_words_of_its_own_takes_the_english_ones(arabic: Written) -> None:
    meta = replace(arabic.booklet.meta, language="ckb")
    opened = Opened(arabic.again(booklet=replace(arabic.booklet, meta=meta)))
    assert opened.nav.findtext(f"{H}head/{H}title") == "Contents"
    assert (opened.nav.get("lang"), opened.nav.get("dir")) == ("ckb", "rtl")
