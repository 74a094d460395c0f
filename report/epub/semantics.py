"""What things are, in words e-readers know: `epub:type` beside every role, and the roles the neutral tree lacks."""

from __future__ import annotations

from report.epub.tree import Element, add_to_attribute, by_class, has_class, words
from report.html import Section

TYPE = "epub:type"
MATTER = {"front": "frontmatter", "body": "bodymatter", "back": "backmatter"}
"""`epub:type` of body by Section.group."""

# DPUB-ARIA 1.1 role → term of the EPUB 3 Structural Semantics Vocabulary 1.1.
_TYPES = {
    "doc-acknowledgments": "acknowledgments",
    "doc-afterword": "afterword",
    "doc-appendix": "appendix",
    "doc-backlink": "backlink",
    "doc-bibliography": "bibliography",
    "doc-chapter": "chapter",
    "doc-colophon": "colophon",
    "doc-conclusion": "conclusion",
    "doc-dedication": "dedication",
    "doc-endnotes": "footnotes",
    "doc-epigraph": "epigraph",
    "doc-epilogue": "epilogue",
    "doc-footnote": "footnote",
    "doc-foreword": "foreword",
    "doc-glossary": "glossary",
    "doc-glossref": "glossref",
    "doc-index": "index",
    "doc-introduction": "introduction",
    "doc-noteref": "noteref",
    "doc-part": "part",
    "doc-preface": "preface",
    "doc-prologue": "prologue",
    "doc-qna": "qna",
    "doc-toc": "toc",
}
_PLATES = {"title": "titlepage", "imprint": "imprint"}
_BACK = ("people", "answers")  # lists the theme gives no role, since a page has none
_OTHER = {"front": "preamble"}  # a text of which it is not known what it is, by group
_INDEX = {  # class → term of the EPUB Indexes vocabulary (EPUB 3 Structural Semantics Vocabulary 1.1)
    "index-group": "index-group",
    "index-entries": "index-entry-list",
    "index-term": "index-term",
    "see-instead": "index-xref-preferred",
    "see-also": "index-xref-related",
    "locators": "index-locator-list",
    "pageref": "index-locator",
    "page-range": "index-locator-range",
}
_GLOSSARY = {"dt": "glossterm", "dd": "glossdef"}


def mark(root: Element, section: Section) -> None:
    """Give the tree of one section its semantics, in place."""
    if section.kind in _PLATES:
        add_to_attribute(root, TYPE, _PLATES[section.kind])
    if section.kind in _BACK and not root.get("role"):
        root.set("role", "doc-appendix")
    for questions in by_class(root, "questions"):
        _questions(questions)
    for number in by_class(root, "q-number"):
        number.tail = f" {number.tail or ''}"  # it stands beside the question only where the CSS is understood
    for mention in by_class(root, "term"):
        if mention.tag == "a" and has_class(mention, "ref"):
            mention.set("role", "doc-glossref")
    for table in by_class(root, "matching"):
        table.set("role", "presentation")  # what stands in one row does not belong together: that is the question
    for table in root.iter("table"):
        _name_table(table)
    if section.kind == "glossary":
        _glossary(root)
    if section.kind == "index":
        _index(root)
    for element in root.iter():
        if term := _TYPES.get(element.get("role", "")):
            add_to_attribute(element, TYPE, term)
    _name_sections(root, section)


def _name_sections(root: Element, section: Section) -> None:
    """Every section can be led to, and says what it is."""
    for number, element in enumerate(root.iter("section")):
        if not element.get("id"):
            element.set("id", f"{section.id}-section-{number}")
        if not element.get(TYPE) and not element.get("role"):
            element.set(TYPE, _OTHER.get(section.group, "division") if element is root else "division")


def _name_table(table: Element) -> None:
    """A table without a caption goes by its column heads: a list of tables must tell it from others."""
    heads = [said for head in table.iterfind("thead/tr/th") if (said := words(head))]
    if table.find("caption") is None and heads and not table.get("aria-label"):
        table.set("aria-label", " · ".join(heads))


def _questions(section: Element) -> None:
    """A landmark role needs a name: its heading's."""
    section.set("role", "doc-qna")
    heading = section.find("h2")
    if heading is not None and heading.get("id") and not section.get("aria-label"):
        section.set("aria-labelledby", heading.get("id", ""))


def _glossary(root: Element) -> None:
    for element in root.iter():
        if element.tag in _GLOSSARY:
            add_to_attribute(element, TYPE, _GLOSSARY[element.tag])


def _index(root: Element) -> None:
    for name, term in _INDEX.items():
        for element in by_class(root, name):
            add_to_attribute(element, TYPE, term)
    for list_ in by_class(root, "index-entries"):
        for item in list_.iterfind("li"):
            add_to_attribute(item, TYPE, "index-entry")
