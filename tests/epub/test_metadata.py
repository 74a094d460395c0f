"""What the package says about people and about access, computed from what is there."""

from __future__ import annotations

from dataclasses import replace

from epub.conftest import Written

from report.epub import metadata
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


def test_people_have_roles_and_filing_names(arabic: Written) -> None:
    people = (Creator("أ", "editor", ""), Creator("ب", "illustrator", "ب، ب"))
    found = metadata.creators(replace(arabic.booklet.meta, creators=people))
    assert [(p.id, p.code, p.sort) for p in found] == [("creator-1", "edt", "أ"), ("creator-2", "ill", "ب، ب")]
