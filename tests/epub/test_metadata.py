"""What the package says about people and about access, computed from what is there."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from epub.conftest import Written

from report.epub import metadata
from report.epub.documents import Document
from report.fault import Place
from report.labels import labels
from report.model import Creator


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
