"""What the nav document lists: the sections with their second-level headings, and the landmarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from report.epub.documents import COVER, NAV, Document
from report.epub.tree import Element, has_class

_UNLISTED = {"title", "imprint"}
_LANDMARKS = {"glossary": "glossary", "sources": "bibliography", "index": "index"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents; `number` («الفصل الأول: ») stands before the heading's own words."""

    href: str
    number: str
    title: Markup
    children: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place e-readers offer by a button; `type` is its epub:type."""

    type: str
    href: str
    title: str


def entries(documents: Sequence[Document]) -> tuple[Entry, ...]:
    """The contents in reading order. A label ends in the very words of its heading."""
    return tuple(
        Entry(d.file, d.section.label.removesuffix(d.section.title), _title(d), _second_level(d))
        for d in documents
        if d.section.kind not in _UNLISTED
    )


def _title(document: Document) -> Markup:
    h1 = document.root.find(".//h1")
    return escape(document.section.title) if h1 is None else held(h1)


def held(heading: Element) -> Markup:
    """What a heading says without its note calls, phrases of other languages and directions held as they are there."""
    inside = escape(heading.text or "")
    for child in heading:
        inside += Markup() if has_class(child, "noteref") else _phrase(child)
        inside += escape(child.tail or "")
    return Markup(" ".join(inside.split()))


def _phrase(element: Element) -> Markup:
    inside = escape(element.text or "") + Markup().join(_phrase(e) + escape(e.tail or "") for e in element)
    said = {name: element.get(name, "") for name in ("lang", "xml:lang", "dir") if element.get(name)}
    if not said:
        return inside
    attributes = Markup().join(Markup(' {}="{}"').format(*pair) for pair in said.items())
    return Markup("<{0}{1}>{2}</{0}>").format("bdi" if element.tag == "bdi" else "span", attributes, inside)


def _second_level(document: Document) -> tuple[Entry, ...]:
    """The letters of an index are left out: thirty lines of one letter would bury the chapters."""
    return tuple(
        Entry(f"{document.file}#{h.get('id')}", "", held(h))
        for h in document.root.iter("h2")
        if not has_class(h, "letter")
    )


def landmarks(documents: Sequence[Document], labels: dict[str, str], contents: str) -> tuple[Landmark, ...]:
    """Cover, contents (`contents` is the id of its nav), the first section of the body, and the reference parts."""
    body = [d for d in documents if d.section.group == "body"][:1]
    return (
        Landmark("cover", COVER, labels["cover"]),
        Landmark("toc", f"{NAV}#{contents}", labels["contents"]),
        *(Landmark("bodymatter", d.file, labels["start"]) for d in body),
        *(Landmark(_LANDMARKS[d.section.kind], d.file, d.heading) for d in documents if d.section.kind in _LANDMARKS),
    )
