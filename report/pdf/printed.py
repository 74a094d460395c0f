"""Neutral section tree → print tree: notes move to their calls, page references get their numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree import ElementTree as ET

from report.html import Section, locators
from report.html import pages as numbering
from report.model import Meta
from report.pdf.fetcher import BOOKLET
from report.script import digits, languages

PageMap = Mapping[str, int]
NARROW = 120.0
"""Pages less wide than this, in mm, are narrow: two columns would hold three words a line."""

UNKNOWN = 888  # stands for a page number until it is known: as wide as most


@dataclass(frozen=True, slots=True)
class Sheet:
    """A section ready for layout, parsed once: `cites` are the ids whose page numbers it prints."""

    section: Section
    tree: ET.Element
    cites: tuple[str, ...]


def sheet(section: Section) -> Sheet:
    tree = section.tree()
    numbering.number(tree)
    _notes_to_calls(tree)
    for image in tree.iter("img"):
        source = image.get("src", "")
        if not source.startswith("data:image/svg+xml;"):  # what kurrasa drew itself; a booklet may name files only
            image.set("src", BOOKLET + quote(source))
    cited = [id for a in tree.iter("a") if _is(a, "pageref") for id in (a.get("href", "#")[1:], a.get("data-to", ""))]
    cites = tuple(id for id in cited if id)
    return Sheet(section, tree, cites)


def page(sheet: Sheet, meta: Meta, style: str, pages: PageMap) -> ET.Element:
    """The whole document of one section: html, head with the metadata the engine reads, and the body."""
    language = languages.find(meta.language)
    html = ET.Element("html", {"lang": meta.language, "dir": language.direction})
    head = ET.SubElement(html, "head")
    ET.SubElement(head, "title").text = digits.convert(meta.title, meta.digits)
    for name, content in _metadata(meta):
        ET.SubElement(head, "meta", {"name": name, "content": content})
    ET.SubElement(head, "style").text = style
    body = ET.SubElement(html, "body", {"class": f"kind-{sheet.section.kind}{_narrow(meta)}"})
    body.append(_numbered(sheet, meta, pages))
    return html


def _narrow(meta: Meta) -> str:
    """A class for pages that have no room for two columns of text."""
    return "" if meta.page[0] >= NARROW else " narrow"


def joined(sheets: Sequence[Sheet], meta: Meta, style: str) -> bytes:
    """All sections in one HTML document, as an engine without sections would be given them (for bench/)."""
    html = page(sheets[0], meta, style, {})
    for sheet in sheets[1:]:
        html[-1].append(sheet.tree)
    return b"<!DOCTYPE html>" + ET.tostring(html, encoding="utf-8", method="html")


def _metadata(meta: Meta) -> list[tuple[str, str]]:
    pairs = [("author", c.name) for c in meta.creators]
    pairs += [("description", digits.convert(meta.description, meta.digits))] * bool(meta.description)
    pairs += [("keywords", digits.convert(s, meta.digits)) for s in meta.subjects]
    return [*pairs, ("generator", "kurrasa")]


def _numbered(sheet: Sheet, meta: Meta, pages: PageMap) -> ET.Element:
    """The tree with page numbers filled in; the sheet's own tree is left as it was."""
    if not sheet.cites:
        return sheet.tree
    tree = ET.fromstring(ET.tostring(sheet.tree, encoding="unicode"))
    for group in [e for e in tree.iter("span") if _is(e, "locators")]:
        locators.tell(group, lambda id: pages.get(id, UNKNOWN))
    for link in tree.iter("a"):
        if _is(link, "pageref"):
            number = pages.get(link.get("href", "#")[1:], UNKNOWN)
            link.text = numbering.label(number, meta.digits)
    return tree


def _is(element: ET.Element, name: str) -> bool:
    return name in element.get("class", "").split()


def _notes_to_calls(tree: ET.Element) -> None:
    """Put each note's text where it is called, as the engine's `float: footnote` wants it."""
    parents = {child: parent for parent in tree.iter() for child in parent}
    notes = {n.get("id", ""): n for n in tree.iter("aside") if _is(n, "note")}
    for call in [a for a in tree.iter("a") if a.get("class") == "noteref"]:
        note = notes[call.get("href", "#")[1:]]
        call.tag = "span"
        for name in ("href", "role", "aria-label", "id"):
            call.attrib.pop(name, None)
        call.set("class", "footnote other" if _is(note, "other") else "footnote")
        call.attrib |= {name: note.get(name, "") for name in ("id", "lang", "dir", "data-digits") if note.get(name)}
        call.text = None
        call.extend(_note_body(note))
    for holder in [s for s in tree.iter("section") if s.get("class") == "notes"]:
        parents[holder].remove(holder)


def _note_body(note: ET.Element) -> list[ET.Element]:
    """The note without its back link; a first paragraph becomes a span, to stand on the marker's line."""
    body = [e for e in note if e.get("class") != "backlink"]
    if body and body[0].tag == "p":
        body[0].tag = "span"
    for element in body:
        element.tail = None
    return body
