"""Sections → the documents of the spine: one XHTML file a section, named by its id."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markupsafe import Markup

from report.epub import folding, links, marks, night, paging, semantics
from report.epub.forms import fill
from report.epub.links import Map, Told
from report.epub.paging import Listed
from report.epub.shelf import Shelf
from report.epub.tree import Element, parents, remove, words
from report.fault import Fault, Place, Stopped, error
from report.html import Section
from report.html.pages import Pages
from report.labels import labels
from report.model import Booklet
from report.script import languages
from report.theme import Theme

NAV = "nav.xhtml"
COVER = "text/cover.xhtml"
CSS = "css/book.css"
_FORBIDDEN = {"script", "style", "link", "meta", "base", "iframe", "object", "embed", "form", "input", "button"} | {
    "audio", "video", "source", "track", "picture", "canvas",
}  # fmt: skip
_REMOTE = {"style", "srcset", "background", "poster", "action", "formaction", "ping"}
_SAFE = re.compile(r"#|https?://|mailto:")


@dataclass(frozen=True, slots=True)
class Document:
    """A section as it stands in the book: `file` inside EPUB/, `root` the finished tree, `heading` what its h1 says."""

    section: Section
    file: str
    place: Place
    root: Element

    @property
    def heading(self) -> str:
        h1 = self.root.find(".//h1")
        return self.section.title if h1 is None else words(h1)


def documents(
    booklet: Booklet, sections: Sequence[Section], shelf: Shelf, pages: Pages | None = None
) -> tuple[tuple[Document, ...], Map, Listed]:
    """Every section but cover and contents, which image and nav stand for, the map of all ids, and the page markers.

    Raises Stopped with all faults of all sections (K601–K606).
    """
    made = [
        Document(s, f"text/{s.id}.xhtml", written(booklet, s, shelf.theme), s.tree())
        for s in sections
        if s.kind not in ("cover", "contents")
    ]
    nav = next((s.id for s in sections if s.kind == "contents"), "")
    markers = paging.mark({d.section.id: d.root for d in made}, pages, booklet.meta.digits, nav) if pages else {}
    if booklet.meta.study.key == "fold":
        folding.fold([(d.section, d.root) for d in made], labels(booklet.meta.language)["show_answer"])
    for document in made:
        _name_headings(document)
    stand_ins = [(COVER if s.kind == "cover" else NAV, s) for s in sections if s.kind in ("cover", "contents")]
    known, faults = links.chart([(d.file, d.place, d.root) for d in made], stand_ins)
    known = links.with_ids(known, NAV, [m.id for m in markers.get(nav, [])])
    told = None if pages is None else (pages.numbers, booklet.meta.digits)
    for document in made:
        faults += _finish(document, known, shelf, languages.find(booklet.meta.language).direction, told)
    if faults or shelf.faults:
        raise Stopped([*faults, *shelf.faults])
    return tuple(made), known, markers


def written(booklet: Booklet, section: Section, theme: Theme) -> Place:
    """Where a section was written: its chapter, or the template it is filled into."""
    place = next((chapter.place for chapter in booklet.texts if chapter.id == section.id), None)
    return place or Place(theme.shown_template(f"{section.kind}.html"))


def write(document: Document, language: str) -> bytes:
    """The file itself. `title` says what the heading says."""
    body = ET.tostring(document.root, encoding="unicode")
    return fill(
        "document.xhtml", language=language, direction=languages.find(language).direction, title=document.heading,
        css=posixpath.relpath(CSS, posixpath.dirname(document.file)), matter=semantics.MATTER[document.section.group],
        kind=document.section.kind, body=Markup(body),
    )  # fmt: skip


def whole(document: Document, language: str) -> Element:
    """The file as a tree: what `write` writes, without its head."""
    root = Element("html", {"lang": language, "dir": languages.find(language).direction})
    body = ET.SubElement(root, "body", {"class": f"kind-{document.section.kind}"})
    body.append(document.root)
    return root


def _name_headings(document: Document) -> None:
    """The nav leads to each h2, so each needs an id."""
    for number, heading in enumerate(document.root.iter("h2"), 1):
        if not heading.get("id"):
            heading.set("id", f"{document.section.id}-heading-{number}")


def _finish(document: Document, known: Map, shelf: Shelf, direction: str, told: Told) -> list[Fault]:
    """The neutral tree becomes the book's, in place; the order matters: data-* is read before it goes."""
    root, place = document.root, document.place
    faults = _foul(root, place)
    links.fill_references(root, known, told)
    faults += links.rewrite(root, document.file, known, place)
    night.loosen(root, shelf.theme)
    for image in root.iter("img"):
        path = shelf.take(image.get("src", ""), place)
        image.set("src", posixpath.relpath(path, posixpath.dirname(document.file)) if path else "")
    semantics.mark(root, document.section)
    marks.isolate(root, direction)
    _tidy(root)
    return faults


def _foul(root: Element, place: Place) -> list[Fault]:
    """What no document may hold: scripts, styles of its own, anything that loads from elsewhere (K606)."""
    found: list[Fault] = []
    for element in root.iter():
        if element.tag in _FORBIDDEN:
            found.append(error("K606", place, what=f"<{element.tag}>"))
        for name, value in element.items():
            if name.startswith("on") or name in _REMOTE or (name == "href" and not _SAFE.match(value)):
                found.append(error("K606", place, what=f"{name}={value[:40]}"))
    return found


def _tidy(root: Element) -> None:
    """Both spellings of a language, no data-* left, no paragraph that says nothing, no empty head of a column."""
    above = parents(root)
    for element in list(root.iter()):
        for name in [n for n, _ in element.items() if n.startswith("data-")]:
            del element.attrib[name]
        if language := element.get("lang"):
            element.set("xml:lang", language)
        if element.tag == "th" and not len(element) and not (element.text or "").strip():
            element.tag = "td"
            element.attrib.pop("scope", None)
        if element.tag == "p" and not len(element) and not (element.text or "").strip() and not element.get("id"):
            remove(above[element], element)
