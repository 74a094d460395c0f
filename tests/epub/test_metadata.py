"""What the package says about people and about access, computed from what is there."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from epub.conftest import TINY, Written, write
from epub.facts import LANG, OPF, Opened

from report.epub import metadata
from report.epub.documents import Document
from report.fault import Place
from report.labels import labels
from report.model import Creator, Evaluation


def test_pictures_make_the_book_visual_and_described(arabic: Written) -> None:
    opened = arabic.opened
    assert opened.meta("schema:accessMode") == ["textual", "visual"]
    assert opened.meta("schema:accessModeSufficient") == ["textual", "textual,visual"]
    assert "alternativeText" in opened.meta("schema:accessibilityFeature")
    words = labels("ar")
    told = words["accessibility_summary"] + words["accessibility_images"]
    assert opened.meta("schema:accessibilitySummary") == [told]


def test_a_book_of_words_claims_no_more(english: Written) -> None:
    opened = english.opened
    assert opened.meta("schema:accessMode") == opened.meta("schema:accessModeSufficient") == ["textual"]
    features = {"tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability"}
    assert set(opened.meta("schema:accessibilityFeature")) == features


@pytest.mark.parametrize(
    ("title", "language", "filed"),
    [
        ("الاقتحام", "ar", "اقتحام"),
        ("رهائن", "ar", "رهائن"),
        ("The Siege", "en", "Siege"),
        ("شهر", "fa", "شهر"),
        ("…", "ar", "…"),
    ],
)
def test_a_title_is_filed_without_its_article(arabic: Written, title: str, language: str, filed: str) -> None:
    assert metadata.filed(replace(arabic.booklet.meta, title=title, language=language)) == filed


def test_people_have_roles_and_filing_names(arabic: Written) -> None:
    people = (Creator("أ", "editor", ""), Creator("ب", "illustrator", "ب، ب"))
    found = metadata.creators(replace(arabic.booklet.meta, creators=people))
    assert [(p.id, p.code, p.sort) for p in found] == [("creator-1", "edt", "أ"), ("creator-2", "ill", "ب، ب")]


@pytest.mark.parametrize(
    ("images", "modes", "sufficient", "described"),
    [
        ("", ("textual",), ("textual",), False),
        ("<img alt=''/>", ("textual",), ("textual",), False),
        ("<img alt='a'/><img alt=''/>", ("textual", "visual"), ("textual", "textual,visual"), True),
        ("<img alt='a'/><img/>", ("textual", "visual"), ("textual,visual",), False),
    ],
)
def test_words_suffice_only_where_every_picture_is_told(
    arabic: Written, images: str, modes: tuple[str, ...], sufficient: tuple[str, ...], described: bool
) -> None:
    root = ET.fromstring(f"<section>{images}</section>")
    words = labels("ar")
    found = metadata.access([Document(arabic.sections[0], "text/a.xhtml", Place("a.md"), root)], words)
    assert (found.modes, found.sufficient) == (modes, sufficient)
    assert ("alternativeText" in found.features) == (words["accessibility_images"] in found.summary) == described


def refined(opened: Opened, id: str) -> dict[str, str]:
    return {m.get("property"): m.text for m in opened.opf.iter(f"{OPF}meta") if m.get("refines") == f"#{id}"}


def test_the_title_has_its_other_script_and_files_without_its_article(arabic: Written, english: Written) -> None:
    said = refined(arabic.opened, "title")
    assert (said["title-type"], said["file-as"], said["alternate-script"]) == (
        "main",
        "رهائن عام ١٩٧٩",
        "Hostages of 1979",
    )
    other = next(m for m in arabic.opened.opf.iter(f"{OPF}meta") if m.get("property") == "alternate-script")
    assert (other.get(LANG), other.get("dir")) == ("en", "ltr")
    assert refined(arabic.opened, "creator-1")["alternate-script"] == "Ahmad al-Katib"
    assert "alternate-script" not in refined(arabic.opened, "creator-2") | refined(english.opened, "title")
    meta = arabic.booklet.meta
    assert metadata.filed(replace(meta, title="الكتاب الأول")) == "كتاب الأول"
    assert metadata.filed(replace(meta, title="الكتاب الأول", sort="أول")) == "أول"


def test_conformance_is_claimed_where_somebody_evaluated_it(arabic: Written, english: Written) -> None:
    opened = arabic.opened
    assert opened.meta("dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert refined(opened, "conformance") == {"a11y:certifiedBy": "مركز القراءة للجميع"}
    assert refined(opened, "certifier") == {"a11y:certifierCredential": "خبير معتمد", "dcterms:date": "2026-11-20"}
    links = [e for e in opened.opf.iter(f"{OPF}link") if e.get("rel") == "a11y:certifierReport"]
    assert [(e.get("refines"), e.get("href")) for e in links] == [
        ("#certifier", "https://example.org/report?book=1&part=2")
    ]


def test_conformance_is_not_claimed_of_other_books(arabic: Written, english: Written) -> None:
    teacher = arabic.again(booklet=replace(arabic.booklet, meta=replace(arabic.booklet.meta, issue="teacher")))
    for opened in (english.opened, Opened(teacher)):
        text = opened.files["EPUB/package.opf"]
        assert b"conformsTo" not in text
        assert b"certif" not in text


def test_only_the_name_is_needed(arabic: Written) -> None:
    meta = replace(arabic.booklet.meta, evaluation=Evaluation("مريم"))
    opened = Opened(arabic.again(booklet=replace(arabic.booklet, meta=meta)))
    assert refined(opened, "conformance") == {"a11y:certifiedBy": "مريم"}
    assert refined(opened, "certifier") == {}


def test_languages_are_those_of_whole_passages(arabic: Written) -> None:
    assert arabic.opened.dc("language") == ["ar"], "phrases in English and Persian do not count"
    assert write(TINY / "bilingual").opened.dc("language") == ["ar", "en"]


@pytest.mark.parametrize(
    ("inside", "count"),
    [
        ("", 0), ("<p>كلمة <b>أ</b>خرى</p>", 2), ("<p>a</p><p>b</p>", 2), ("<li>one<br/>two</li>", 2), ("<p>— «» …</p>", 0),
        ("<p>\u200e1979\u200e و<bdi>CIA</bdi></p>", 2), ("<p>می\u200cروم</p>", 1), ("<td>١</td><td>٢</td>", 2),
    ],
)  # fmt: skip
def test_words_are_counted_through_markup(arabic: Written, inside: str, count: int) -> None:
    root = ET.fromstring(f"<section>{inside}</section>")
    assert metadata.word_count([Document(arabic.sections[0], "text/a.xhtml", Place("a.md"), root)]) == count


def test_the_count_of_words_is_in_the_package(book: Written) -> None:
    assert int(book.opened.meta("schema:wordCount")[0]) > 30
