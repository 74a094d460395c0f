"""Proof of a finished PDF: catalog, fonts, outline, links, sides, and every letter of every section (K51x)."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree as ET

import pikepdf

from report.fault import Fault, Place, error
from report.fonts import families
from report.html import Section
from report.model import Booklet
from report.script import digits, languages
from report.verify import order, paragraphs, print_alone
from report.verify.letters import PRESENTATION_FORM, invented, letters, missing, of_tree
from report.verify.pdf_text import Reader

Outline = list[tuple[str, int]]
_NUMBERED_BY_PAGE = ("noteref", "backlink", "pageref", "locators")


def prove(data: bytes, booklet: Booklet, sections: Sequence[Section], font_folders: Sequence[Path] = ()) -> list[Fault]:
    """Every fault found in the file's own bytes; empty when it is what was asked for.

    `font_folders` are those of the theme, whose faces may be drawn with besides the shipped ones.
    """
    place = Place(f"{booklet.name}.pdf")
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            outline = _outline(pdf)
            return [
                *_catalog(pdf, booklet, place),
                *fonts(pdf, families(font_folders), place),
                *_openings(outline, booklet, sections, place),
                *links(pdf, place),
                *_text(pdf, sections, booklet, place),
            ]
    except pikepdf.PdfError as fault:
        return [error("K510", place, reason=str(fault))]


def _catalog(pdf: pikepdf.Pdf, booklet: Booklet, place: Place) -> Iterator[Fault]:
    root, meta = cast("Any", pdf.Root), booklet.meta
    direction = "/R2L" if languages.find(meta.language).direction == "rtl" else "/L2R"
    label = root.get("/PageLabels", {}).get("/Nums", [])
    facts = {
        "Lang": (meta.language, str(root.get("/Lang", ""))),
        "Title": (digits.convert(meta.title, meta.digits), str(pdf.docinfo.get("/Title", ""))),
        "Direction": (direction, str(root.get("/ViewerPreferences", {}).get("/Direction", ""))),
        "DisplayDocTitle": ("True", str(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", ""))),
        "Marked": ("True", str(root.get("/MarkInfo", {}).get("/Marked", ""))),
        "PageLabels": (_label(booklet), _first_label(label)),
    }
    for name, (wanted, found) in facts.items():
        if wanted != found:
            yield error("K511", place, entry=name, wanted=wanted, found=found)


def _label(booklet: Booklet) -> str:
    style = booklet.meta.digits
    return "/D" if style in ("latin", "source") else digits.format(1, style)


def _first_label(nums: Any) -> str:
    entry = nums[1] if len(nums) > 1 else {}
    return str(entry.get("/S", entry.get("/P", "")))


def fonts(pdf: pikepdf.Pdf, allowed: frozenset[str] | None, place: Place) -> Iterator[Fault]:
    """Each font embedded, mapped to Unicode, and one of the families that were given to the engine (None: any)."""
    ours = {family.replace(" ", "").replace("-", "") for family in allowed or ()}
    seen: set[str] = set()
    for page in pdf.pages:
        for font in cast("Any", page).get("/Resources", {}).get("/Font", {}).values():
            name = str(font.get("/BaseFont", "")).lstrip("/")
            if name in seen:
                continue
            seen.add(name)
            descriptor = font.get("/DescendantFonts", [{}])[0].get("/FontDescriptor", {})
            if not {"/FontFile2", "/FontFile3"} & set(descriptor.keys()):
                yield error("K512", place, font=name, reason="not embedded")
            elif "/ToUnicode" not in font:
                yield error("K512", place, font=name, reason="no ToUnicode")
            elif allowed is not None and not any(
                name.split("+")[-1].replace("-", "").startswith(family) for family in ours
            ):
                yield error("K512", place, font=name, reason="not in the manifest")


def _outline(pdf: pikepdf.Pdf) -> Outline:
    """Titles of the first level of the outline with the page index each leads to."""
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    names = _destinations(pdf)
    found: Outline = []
    with pdf.open_outline() as outline:
        for item in outline.root:
            target = cast("Any", item.destination)
            target = (
                names.get(str(target), target) if isinstance(target, (pikepdf.String, pikepdf.Name, str)) else target
            )
            found.append((str(item.title), pages.get(target[0].objgen, -1) if target else -1))
    return found


def _destinations(pdf: pikepdf.Pdf) -> dict[str, Any]:
    tree = cast("Any", pdf.Root).get("/Names", {}).get("/Dests")
    found: dict[str, Any] = {}

    def walk(node: Any) -> None:
        names = list(node.get("/Names", []))
        for key, value in zip(names[::2], names[1::2], strict=True):
            found[str(key)] = value
        for kid in node.get("/Kids", []):
            walk(kid)

    if tree is not None:
        walk(tree)
    return found


def _openings(outline: Outline, booklet: Booklet, sections: Sequence[Section], place: Place) -> Iterator[Fault]:
    """The outline names the sections in order, and each that must open on a recto does: an odd page."""
    named = [s for s in sections if s.kind not in ("title", "imprint")]
    wanted = [s.label for s in named]
    titles = [title for title, _ in outline]
    if titles != wanted:
        yield error("K513", place, wanted=" · ".join(wanted), found=" · ".join(titles))
        return
    for section, (_, index) in zip(named, outline, strict=True):
        if index < 0 or (section.recto and index % 2):
            yield error("K514", place, section=section.label, page=index + 1)


def links(pdf: pikepdf.Pdf, place: Place) -> Iterator[Fault]:
    """Every link and every entry of the outline leads to a page of the file."""
    for title, page in _outline(pdf):
        if page < 0:
            yield error("K515", place, target=title, page=0)
    names = _destinations(pdf)
    for number, page in enumerate(pdf.pages, 1):
        for note in cast("Any", page).get("/Annots", []):
            target = note.get("/Dest", note.get("/A", {}).get("/D"))
            if target is not None and not isinstance(target, pikepdf.Array) and str(target) not in names:
                yield error("K515", place, target=str(target), page=number)


def _text(pdf: pikepdf.Pdf, sections: Sequence[Section], booklet: Booklet, place: Place) -> Iterator[Fault]:
    """Every character of the sections stands in the tag tree, no letter is invented, none is a presentation form.

    What the page adds (note numbers, list markers, leaders, page numbers) are digits and signs, never letters; and the
    heads of tables that run over pages, which are counted as often as they are repeated.
    """
    reader = Reader(pdf)
    if reader.untagged.strip():
        yield error("K518", place, text=reader.untagged.strip()[:60])
    found = reader.text()
    if form := PRESENTATION_FORM.search(found):
        yield error("K516", place, character=f"U+{ord(form.group()):04X}")
    trees = [section.tree() for section in sections]
    wanted = letters("".join(of_tree(tree, _NUMBERED_BY_PAGE) for tree in trees)) + _repeated_heads(reader, trees)
    told = missing(wanted, letters(found)) + invented(wanted, letters(found))
    if told:
        yield error("K517", place, difference=" ".join(told[:12]))
    for faults in print_alone.prove(pdf, reader, place).values():
        yield from faults
    direction = languages.find(booklet.meta.language).direction
    yield from order.prove(list(paragraphs.of(sections, direction)), reader, place)


def _repeated_heads(reader: Reader, trees: Sequence[ET.Element]) -> Counter[str]:
    """Letters of table heads beyond the first time each is set: a head of the file that the sections do not have
    often enough, but do have, was repeated on a following page."""
    written = Counter(_head(of_tree(head)) for tree in trees for head in tree.iter("thead"))
    drawn = Counter(_head(reader.text(head)) for head in reader.elements("/THead"))
    total: Counter[str] = Counter()
    for head, times in drawn.items():
        if written[head]:
            for character, count in head:
                total[character] += count * (times - written[head])
    return total


def _head(text: str) -> frozenset[tuple[str, int]]:
    """A table head as the count of its letters, whatever their order on the page."""
    return frozenset(letters(text).items())
