"""Rules of the fonts in a book: of a kind readers take, in use, with a licence, and what they are said to be."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from report.epub.lint.opened import Opened
from report.epub.lint.rule import Found, found
from report.epub.lint.sheet import Style
from report.fault import Place

_MEDIA = ("font/", "application/font", "application/vnd.ms-opentype", "application/x-font")
_OPEN = (b"\0\1\0\0", b"true", b"OTTO")
_URL = re.compile(r"url\(\s*[\"']?([^)\"']*)")
_BOLD_NAMES = {"bold": 700, "bolder": 700, "normal": 400, "lighter": 300}
_BOLD = 600  # the least weight that says bold (CSS Fonts 4 §2.2.2)


@dataclass(frozen=True, slots=True)
class Cut:
    """What a font file says of itself; `axes` are those along which it varies."""

    slanted: bool
    weight: int
    axes: frozenset[str]


def faces(book: Opened) -> Found:
    """TTF or OTF, in use, with a licence that lies in the book (Kobo takes no WOFF2; MuPDF neither)."""
    used = {path for _, path, _ in _sources(book)}
    links = [e for e in book.package.root.iter("link") if "license" in e.get("rel", "")]
    held = [e for e in links if book.resolve(book.package.path, e.get("href", ""))[0] in book.files]
    licensed = {e.get("refines", "")[1:] for e in held}
    for item in (i for i in book.items if i.media.startswith(_MEDIA)):
        if not book.files.get(item.path, b"").startswith(_OPEN):
            yield found(book.package.place(item.element), file=item.path, reason="kind")
        if item.path not in used:
            yield found(book.package.place(item.element), file=item.path, reason="unused")
        if item.id not in licensed:
            yield found(book.package.place(item.element), file=item.path, reason="licence")
    for face, path, place in _sources(book):
        cut = _cut(book.files.get(path, b""))
        for reason in _false(face, cut) if cut is not None else ():
            yield found(place, file=path, reason=reason)


def _sources(book: Opened) -> Iterator[tuple[Style, str, Place]]:
    for sheet in book.styles.values():
        for face in sheet.faces:
            for one in (d for d in face.declarations if d.name == "src"):
                for address in _URL.findall(one.value):
                    yield face, book.resolve(sheet.path, address)[0], one.place


def _false(face: Style, cut: Cut) -> Iterator[str]:
    """What @font-face says and the file is not: readers then slant or thicken no more, and the wrong cut is shown."""
    said = {d.name: d.value.lower() for d in face.declarations}
    slanted = said.get("font-style", "normal").startswith(("italic", "oblique"))
    if slanted != cut.slanted and not cut.axes & {"slnt", "ital"}:
        yield "italic"
    weights = [_BOLD_NAMES.get(w) or int(re.sub(r"\D", "", w) or 400) for w in said.get("font-weight", "400").split()]
    if weights and (max(weights) >= _BOLD) != (cut.weight >= _BOLD) and "wght" not in cut.axes:
        yield "bold"


def _cut(data: bytes) -> Cut | None:
    """By the tables head, OS/2, post and fvar of the file (OpenType 1.9); None for what is no font or a damaged one."""
    if not data.startswith(_OPEN):
        return None
    try:
        (count,) = struct.unpack_from(">H", data, 4)
        tables = {data[at : at + 4]: struct.unpack_from(">L", data, at + 8)[0] for at in range(12, 12 + 16 * count, 16)}
        (style,) = struct.unpack_from(">H", data, tables[b"head"] + 44)
        (weight,) = struct.unpack_from(">H", data, tables[b"OS/2"] + 4)
        (selection,) = struct.unpack_from(">H", data, tables[b"OS/2"] + 62)
        (angle,) = struct.unpack_from(">l", data, tables[b"post"] + 4)
        axes = _axes(data, tables[b"fvar"]) if b"fvar" in tables else frozenset[str]()
    except (struct.error, KeyError):
        return None
    bold = bool(selection & 0x20 or style & 1)
    return Cut(bool(selection & 0x201 or style & 2 or angle), max(weight, _BOLD) if bold else weight, axes)


def _axes(data: bytes, at: int) -> frozenset[str]:
    first, _, count, size = struct.unpack_from(">HHHH", data, at + 4)
    starts = range(at + first, at + first + size * min(count, 64), size) if size else ()
    return frozenset(data[start : start + 4].decode("ascii", "replace") for start in starts)
