"""epub:type beside every role, and roles for questions and mentions of terms."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from report.epub.semantics import TYPE, mark
from report.html.sections import Group, Kind, Section


def marked(html: str, kind: Kind = "chapter") -> ET.Element:
    root = ET.fromstring(html)
    mark(root, Section("x", kind, "body", "", "", "", False, html))
    return root


@pytest.mark.parametrize(
    ("role", "type"),
    [
        ("doc-chapter", "chapter"), ("doc-appendix", "appendix"), ("doc-glossary", "glossary"),
        ("doc-bibliography", "bibliography"), ("doc-toc", "toc"), ("doc-noteref", "noteref"),
        ("doc-footnote", "footnote"), ("doc-endnotes", "footnotes"), ("doc-backlink", "backlink"), ("doc-index", "index"),
    ],
)  # fmt: skip
def test_a_role_has_its_type(role: str, type: str) -> None:
    assert marked(f'<section role="{role}"/>').get(TYPE) == type


def test_other_roles_have_none() -> None:
    assert marked('<ol role="list"/>').get(TYPE) is None


def test_questions_are_a_named_landmark() -> None:
    root = marked('<div><section class="questions"><h2 id="h">أسئلة</h2></section></div>')
    wanted = {"class": "questions", "role": "doc-qna", "aria-labelledby": "h", TYPE: "qna", "id": "x-section-0"}
    assert root[0].attrib == wanted


@pytest.mark.parametrize(
    ("kind", "group", "role", "type"),
    [
        ("people", "back", "doc-appendix", "appendix"), ("answers", "back", "doc-appendix", "appendix"),
        ("text", "front", None, "preamble"), ("text", "back", None, "division"), ("exam", "body", None, "division"),
    ],
)  # fmt: skip
def test_every_section_has_an_id_and_a_meaning(kind: Kind, group: Group, role: str | None, type: str) -> None:
    root = ET.fromstring('<section id="x"><section><section id="mine"/></section></section>')
    mark(root, Section("x", kind, group, "", "", "", False, ""))
    assert (root.get("role"), root.get(TYPE)) == (role, type)
    assert [(e.get("id"), e.get(TYPE)) for e in root.iter() if e is not root] == [
        ("x-section-1", "division"),
        ("mine", "division"),
    ]


def test_mentions_of_terms_and_no_others_are_glossary_references() -> None:
    root = marked('<p><a class="ref term"/><a class="ref person"/><a class="term"/></p>')
    assert [a.get("role") for a in root] == ["doc-glossref", None, None]
    assert root[0].get(TYPE) == "glossref"


def test_the_glossary_marks_terms_and_meanings_at_any_depth() -> None:
    html = "<dl><div><dt>1</dt><dd>2</dd></div><dt>3</dt></dl>"
    assert [(e.tag, e.get(TYPE)) for e in marked(html, "glossary").iter() if e.get(TYPE)] == [
        ("dt", "glossterm"), ("dd", "glossdef"), ("dt", "glossterm"),
    ]  # fmt: skip
    assert not any(e.get(TYPE) for e in [*marked(html, "people").iter()][1:])


def test_plates() -> None:
    assert marked("<section/>", "title").get(TYPE) == "titlepage"
    assert marked("<section/>", "imprint").get(TYPE) == "imprint"


def test_an_index_says_what_its_parts_are() -> None:
    html = (
        '<section role="doc-index"><section class="index-group"><ul class="index-entries"><li><p><span class="index-term">'
        'س</span> <span class="locators"><a class="pageref main"/></span><span class="see see-also"><a/></span></p>'
        '<ul class="index-entries"><li><span class="see see-instead"/></li></ul></li></ul></section></section>'
    )
    assert [e.get(TYPE) for e in marked(html, "index").iter() if e.get(TYPE)] == [
        "index", "index-group", "index-entry-list", "index-entry", "index-term", "index-locator-list", "index-locator",
        "index-xref-related", "index-entry-list", "index-entry", "index-xref-preferred",
    ]  # fmt: skip
