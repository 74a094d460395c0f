"""Rules of one document: titles, headings, ids, roles, names, pictures, tables, terms, what is left empty or unfilled."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from report.epub.lint.opened import Opened
from report.epub.lint.rule import Found, found
from report.epub.lint.tree import Tree, texts
from report.epub.tree import Element
from report.fault import Place

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNHEADED = {"titlepage", "imprint", "cover", "halftitlepage", "copyright-page", "dedication"}
_SAFE_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
# epub:type → role, where Ace asks for the role beside the type (EPUB Type to ARIA Role Authoring Guide 1.1).
_ROLES = {
    name: f"doc-{name}"
    for name in (
        "abstract acknowledgments afterword appendix backlink bibliography chapter colophon conclusion "
        "dedication epigraph epilogue errata footnote foreword glossary glossref index introduction noteref "
        "pagebreak part preface prologue qna toc"
    ).split()
} | {"footnotes": "doc-endnotes", "endnotes": "doc-endnotes", "rearnotes": "doc-endnotes", "page-list": "doc-pagelist"}
_MATTER = {"frontmatter", "bodymatter", "backmatter", "cover", "titlepage", "toc"}
_UNFILLED = re.compile(r"\{\{|\}\}|\{%|%\}|\$\{\w+\}|\$[a-z-]+\$|\[TODO|lorem ipsum", re.IGNORECASE)
_UNFILLED_CSS = re.compile(r"\{\{|\{%|\$\{\w+\}")  # `}}` closes a rule and what it stands in
_EMPTY = {"p", "li", "dt", "dd", *HEADINGS, "em", "strong", "title", "caption", "figcaption", "a"}
_SOMETHING = {"img", "svg:svg", "hr", "br", "audio", "video"}
_SCOPES = {"row", "col", "rowgroup", "colgroup"}


def types(element: Element) -> list[str]:
    said = element.get("epub:type")
    return said.split() if said else []


def titles(book: Opened) -> Found:
    """`title` says what the first h1 says: readers show it where there is no heading (SE s-021)."""
    for tree in book.documents.values():
        h1, title = tree.root.find(".//h1"), tree.root.find("head/title")
        said = texts(title) if title is not None else ""
        wanted = texts(h1) if h1 is not None else said
        if not said or said != wanted:
            yield found(tree.place(title), found=said or "–", wanted=wanted or "–")


def headings(book: Opened) -> Found:
    """One h1 a document, no level skipped (WCAG 2.2, 1.3.1)."""
    for tree in book.documents.values():
        here = [e for e in tree.root.iter() if e.tag in HEADINGS]
        ones = [e for e in here if e.tag == "h1"]
        plain = any(_UNHEADED & set(types(e)) for e in tree.root.iter() if e.tag in ("body", "section"))
        if len(ones) != 1 and not (plain and not ones):
            yield found(tree.place(ones[1] if ones else tree.root.find("body")), found=f"h1 × {len(ones)}")
        for above, element in pairwise(here):
            if int(element.tag[1]) > int(above.tag[1]) + 1:
                yield found(tree.place(element), found=f"{above.tag} → {element.tag}")


def ids(book: Opened) -> Found:
    """Once a document; ASCII letters, digits, `-`, `_`, `.`: others break where addresses are compared by bytes."""
    for tree in book.documents.values():
        named = [(e, e.get("id", "")) for e in tree.root.iter() if e.get("id") is not None]
        counts = Counter(id for _, id in named)
        for element, id in named:
            if counts[id] > 1 or not _SAFE_ID.fullmatch(id):
                yield found(tree.place(element), id=id)


def roles(book: Opened) -> Found:
    """What `epub:type` says for e-readers, `role` says for those who listen, and the other way round; and each document
    says whether it is front matter, the text itself, or back matter."""
    for tree in book.documents.values():
        parts = {t for e in tree.root.iter() if e.tag in ("body", "section", "nav") for t in types(e)}
        if not parts & _MATTER:
            yield found(tree.place(tree.root.find("body")), type="–", role="–")
    for tree, element in book.typed():
        said, role = types(element), element.get("role", "")
        wanted = {_ROLES[one] for one in said if one in _ROLES}
        doubled, old = len(said) != len(set(said)), role == "doc-endnote" and element.tag == "aside"
        alone = role in _ROLES.values() and role != "doc-pagebreak" and role not in wanted
        lacking = bool(wanted) and not role and _needs_role(tree, element)
        if doubled or old or alone or lacking:
            yield found(tree.place(element), type=" ".join(said) or "–", role=role or "–")


def _needs_role(tree: Tree, element: Element) -> bool:
    """`body` takes no role, and the links of the landmarks only name what they lead to."""
    return element.tag != "body" and not any("landmarks" in types(e) for e in tree.upwards(element))


def names(book: Opened) -> Found:
    """A landmark without a name of its own cannot be told from others by those who listen (Ace: landmark-unique)."""
    for tree, element in book.elements("section", "nav", "div"):
        role, held = element.get("role", ""), element.get("aria-labelledby", "").split()
        named = element.get("aria-label") or any(id in book.ids[tree.path] for id in held)
        if role.startswith("doc-") and role not in ("doc-pagebreak", "doc-cover") and not named:
            yield found(tree.place(element), role=role)


def tables(book: Opened) -> Found:
    """Heads say what they are heads of, and a table says what it shows (WCAG 2.2, 1.3.1)."""
    for tree, table in book.elements("table"):
        heads = list(table.iter("th"))
        told = table.find("caption") is not None or table.get("aria-label") or table.get("aria-labelledby")
        if table.get("role") != "presentation" and not (heads and told):
            yield found(tree.place(table), what="table")
        for head in heads:
            if head.get("scope") not in _SCOPES and not head.get("id"):
                yield found(tree.place(head), what=texts(head))


def unfilled(book: Opened) -> Found:
    """What a template should have filled (SE m-036)."""
    for tree in (book.package, *book.documents.values()):
        for run in tree.runs if _UNFILLED.search(tree.text) else ():
            match = _UNFILLED.search(run.text)
            if match and not any(e.tag in ("code", "pre") for e in tree.upwards(run.holder)):
                yield found(tree.at(run, match.start()), text=run.text[match.start() :])
        for element in tree.where if _UNFILLED.search(tree.values) else ():
            for value in element.attrib.values():
                if _UNFILLED.search(value):
                    yield found(tree.place(element), text=value)
    for sheet in book.styles.values():
        for match in _UNFILLED_CSS.finditer(sheet.text):
            before = sheet.text[: match.start()]
            column = match.start() - before.rfind("\n")
            yield found(Place(sheet.path, before.count("\n") + 1, column), text=sheet.text[match.start() :])


def empty(book: Opened) -> Found:
    """Elements of text that say nothing (SE s-010): voices stop at them, lines are lost."""
    for tree, element in book.elements(*_EMPTY):
        silent = not "".join(element.itertext()).strip() and not any(e.tag in _SOMETHING for e in element.iter())
        if silent and not element.get("aria-label") and (element.tag != "a" or element.get("href")):
            yield found(tree.place(element), what=f"<{element.tag}>")


def terms(book: Opened) -> Found:
    """In a glossary, each dt is a glossterm with one dfn, each dd a glossdef (SE s-062)."""
    for tree, section in book.elements("section"):
        if "glossary" in types(section):
            for entry in (e for list_ in section.iter("dl") for e in list_.iter() if _is_amiss(e)):
                yield found(tree.place(entry), text=texts(entry))


def _is_amiss(entry: Element) -> bool:
    if entry.tag == "dt":
        return "glossterm" not in types(entry) or len(list(entry.iter("dfn"))) != 1
    return entry.tag == "dd" and "glossdef" not in types(entry)
