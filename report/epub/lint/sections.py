"""Rules of sections borrowed from Standard Ebooks: what a body holds, ids, headings, and words of `epub:type` that exist."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from report.epub.lint.opened import Opened
from report.epub.lint.rule import Found, found
from report.epub.lint.structure import HEADINGS, types
from report.epub.lint.tree import Tree, texts
from report.epub.tree import Element

_SECTIONS = {"section", "article", "nav"}
_MEANT = _SECTIONS - {"nav"}
_ASIDE = {"aside", "header", "footer"}
_SIGNS = {"hr", "span", "a"}  # page markers and the like between sections
# EPUB 3 Structural Semantics Vocabulary 1.1, without what it calls deprecated; its dictionaries and indexes too.
_WORDS = set(
    """
    abstract acknowledgments afterword answer answers appendix aside assessment assessments backlink backmatter bibliography
    biblioref bodymatter case-study chapter colophon concluding-sentence conclusion contributors copyright-page cover
    covertitle credit credits dedication division endnotes epigraph epilogue errata feedback figure
    fill-in-the-blank-problem footnote footnotes foreword frontmatter frontispiece fulltitle general-problem glossary
    glossdef glossref glossterm halftitle halftitlepage imprimatur imprint index introduction keyword keywords label
    landmarks learning-objective learning-objectives learning-outcome learning-outcomes learning-resource
    learning-resources learning-standard learning-standards list-item loa loi lot lov match-problem
    multiple-choice-problem noteref notice ordinal other-credits page-list pagebreak panel panel-group part practice
    practices preamble preface prologue pullquote qna question referrer revision-history seriespage sound-area
    subtitle table table-cell table-row text-area tip title titlepage toc toc-brief topic-sentence true-false-problem volume
    endnote list sidebar subchapter warning antonym-group condensed-entry def dictentry dictionary etymology example
    gram-info idiom part-of-speech part-of-speech-group part-of-speech-list phonetic-transcription phrase-group
    phrase-list sense-group sense-list synonym-group tran tran-info index-editor-note index-entry index-entry-list
    index-group index-headnotes index-legend index-locator index-locator-list index-locator-range index-term
    index-term-categories index-term-category index-xref-preferred index-xref-related
    """.split()
)
_MOST_TERMS = 5_000  # each is sought in the whole text
_PREFIXES = {"a11y", "dcterms", "marc", "media", "onix", "rendition", "schema", "xsd", "msv", "prism", "z3998", "se"}


def built(book: Opened) -> Found:
    """One section a file, of its name (f-015), in a body that holds nothing else (s-075); ids and a meaning for every section
    (s-011, s-070), headings within them. A cover's document is not looked at: Kobo wants nothing but the picture in it."""
    for tree in (t for t in book.documents.values() if not _is_cover(t)):
        body = tree.root.find("body")
        for element, reason in _amiss(tree, body) if body is not None else ():
            yield found(tree.place(element), what=f"<{element.tag}> {texts(element)[:20]}", reason=reason)


def _is_cover(tree: Tree) -> bool:
    return any(e.get("role") == "doc-cover" or (e.tag != "a" and "cover" in types(e)) for e in tree.root.iter())


def _amiss(tree: Tree, body: Element) -> Iterator[tuple[Element, str]]:
    held = [e for e in body if e.tag in _SECTIONS]
    yield from ((e, "body") for e in body if e.tag not in _SECTIONS | _ASIDE | _SIGNS)
    parts = [e for e in held if e.tag != "nav"]
    yield from ((e, "file") for e in parts[1:])
    if parts and parts[0].get("id") and parts[0].get("id") != PurePosixPath(tree.path).stem:
        yield parts[0], "file"
    for element in body.iter():
        if element.tag in _SECTIONS and not element.get("id"):
            yield element, "id"
        if element.tag in _MEANT and not types(element) and not element.get("role"):
            yield element, "meaning"
        if element.tag in HEADINGS and not any(e.tag in _SECTIONS for e in tree.upwards(element)):
            yield element, "heading"


def words(book: Opened) -> Found:
    """A value of `epub:type` is one that e-readers can know, or has a prefix that is declared (SE s-031, s-032)."""
    for tree, element in book.typed():
        for one in types(element):
            prefix, colon, _ = one.partition(":")
            declared = one in _WORDS or prefix in _PREFIXES or f"{prefix}:" in tree.root.get("epub:prefix", "").split()
            if not declared or (not colon and one not in _WORDS):
                yield found(tree.place(element), what=one)


def unused(book: Opened) -> Found:
    """A term of the glossary that nothing in the text leads to, and that does not stand there either (SE m-070)."""
    entries = [(t, e) for t, e in book.elements("dt") if "glossterm" in types(e)]
    glossaries = {tree.path for tree, _ in entries}
    led = {book.resolve(t.path, a.get("href", "")) for t, a in book.elements("a") if t is not book.nav}
    said = "\n".join(texts(tree.root) for path, tree in book.documents.items() if path not in glossaries)
    for tree, entry in entries[:_MOST_TERMS]:
        ids = {(tree.path, id) for e in entry.iter() if (id := e.get("id"))}
        dfn = next(entry.iter("dfn"), entry)
        if not ids & led and texts(dfn) not in said:
            yield found(tree.place(entry), text=texts(dfn))
