"""SVG files with text → the same files with outlines: no e-reader has our faces inside a picture, no engine joins there.

What is drawn follows SVG 2 §11 for horizontal text: x, y, dx, dy, text-anchor, direction, font-*, tspan. `textLength` and
`letter-spacing` are left aside: they would tear joined letters. As in any program, direction is left to right unless said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from report.drawing.lines import before, drawn, faces
from report.drawing.shaping import Shaped, Span, Unset, shape
from report.drawing.styles import Rule, Style, length, rules, styled
from report.fault import Fault, Place, error
from report.fonts import Face
from report.script.characters import name

SVG: Final = "{http://www.w3.org/2000/svg}"
_XLINK: Final = "{http://www.w3.org/1999/xlink}"
_PLACES: Final = frozenset("x y dx dy rotate textLength lengthAdjust".split())


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why text cannot be outlined: reason `element`, `vertical`, `letters`, `style` or `glyph`, and what it is about."""

    reason: str
    what: str


@dataclass(frozen=True, slots=True)
class Hand:
    """What text is set in when a picture names no family that is here: a CSS family list, and a theme's own faces."""

    stack: str
    own: tuple[Face, ...] = ()

    def faces(self, style: Style) -> tuple[Face, ...]:
        named = [family.strip().strip("'\"") for family in (*style.family.split(","), *self.stack.split(","))]
        return faces(named, style.weight, style.slant, self.own)


@dataclass(slots=True)
class _Piece:
    """A stretch of text of one element; `at` is where a new chunk begins, None in each axis that goes on."""

    text: str
    style: Style
    element: ET.Element
    at: tuple[float | None, float | None]
    shift: tuple[float, float]


@dataclass(slots=True)
class _Work:
    hand: Hand
    rules: tuple[Rule, ...]
    unfit: list[Unfit] = field(default_factory=list[Unfit])
    pen: tuple[float, float] = (0.0, 0.0)


@lru_cache(maxsize=64)
def outlined(data: bytes, hand: Hand) -> tuple[bytes, tuple[Unfit, ...]]:
    """The picture with every text as paths, and what could not be set; a picture without text comes back as it was,
    so does what is no XML: who opens it will say so. The words stay as the `title` of the group that holds their paths.
    """
    try:
        root = ET.fromstring(data)
    except ET.ParseError:
        return data, ()
    if not any(_bare(e) in ("text", "foreignObject") for e in root.iter()):
        return data, ()
    work = _Work(hand, rules("".join("".join(e.itertext()) for e in root.iter(f"{SVG}style"))))
    if any(rule.complex for rule in work.rules):
        work.unfit.append(Unfit("style", next(rule.selector for rule in work.rules if rule.complex)))
    _walk(root, Style(), work)
    ET.register_namespace("", SVG[1:-1])
    ET.register_namespace("xlink", _XLINK[1:-1])
    return ET.tostring(root, encoding="utf-8", xml_declaration=True), tuple(dict.fromkeys(work.unfit))


def unfit(pictures: Iterable[tuple[Path, Place]], hand: Hand) -> list[Fault]:
    """What cannot be set in the drawings of a booklet: K220 by its reason, K221 for letters of no face."""
    found: list[Fault] = []
    for path, place in pictures:
        for what in outlined(path.read_bytes(), hand)[1]:
            if what.reason == "glyph":
                named = ", ".join(f"{c} {name(c)}" for c in what.what)
                found.append(error("K221", place, file=path.name, name=named))
            else:
                found.append(error("K220", place, reason=what.reason, file=path.name, element=what.what))
    return found


def _walk(element: ET.Element, outer: Style, work: _Work) -> None:
    style = styled(element, outer, work.rules)
    for place, child in enumerate(list(element)):
        kind = _bare(child)
        if kind == "text":
            element[place] = _text(child, style, work)
            element[place].tail = child.tail
        elif kind == "foreignObject":
            if "".join(child.itertext()).strip():
                work.unfit.append(Unfit("element", "foreignObject"))
        else:
            _walk(child, style, work)


def _text(element: ET.Element, outer: Style, work: _Work) -> ET.Element:
    """The group of paths that takes the place of a text element."""
    pieces = _trimmed(_pieces(element, outer, work))
    group = ET.Element(f"{SVG}g", _kept(element, work))
    words = "".join(piece.text for piece in pieces)
    if words:
        ET.SubElement(group, f"{SVG}title").text = words
    work.pen = (0.0, 0.0)
    chunks: list[list[_Piece]] = []
    for piece in pieces:
        if piece.at != (None, None) or not chunks:
            chunks.append([])
        chunks[-1].append(piece)
    for chunk in chunks:
        _set(chunk, group, element, work)
    return group


def _pieces(element: ET.Element, outer: Style, work: _Work) -> list[_Piece]:
    """The text of an element and of those in it, in memory order; what is no plain line is told."""
    style, kind = styled(element, outer, work.rules), _bare(element)
    if kind not in ("text", "tspan", "a"):
        if kind not in ("title", "desc"):
            work.unfit.append(Unfit("element", kind))
        return []
    if style.vertical:
        work.unfit.append(Unfit("vertical", kind))
    if element.get("rotate") or any(len((element.get(key) or "").replace(",", " ").split()) > 1 for key in _PLACES):
        work.unfit.append(Unfit("letters", kind))
    at = (_place(element, "x", style), _place(element, "y", style))
    shift = (_place(element, "dx", style) or 0.0, _place(element, "dy", style) or 0.0)
    found = [_Piece(element.text or "", style, element, at, shift)]
    for child in element:
        found += _pieces(child, style, work)
        found.append(_Piece(child.tail or "", style, element, (None, None), (0.0, 0.0)))
    return found


def _place(element: ET.Element, name: str, style: Style) -> float | None:
    value = (element.get(name) or "").replace(",", " ").split()
    return length(value[0], style.size) if value else None


def _trimmed(pieces: list[_Piece]) -> list[_Piece]:
    """White space as SVG has it by default: line ends and tabs are spaces, one space at a time, none at the ends of
    a line; a line ends where a text is given a new place.

    A place or shift given by an element without text of its own goes to the text after it.
    """
    kept: list[_Piece] = []
    at: tuple[float | None, float | None] = (None, None)
    shift = (0.0, 0.0)
    for piece in pieces:
        text = re.sub(r"[ \t\r\n]+", " ", piece.text)
        if not kept or kept[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        x, y = piece.at
        at = (at[0] if x is None else x, at[1] if y is None else y)
        shift = (shift[0] + piece.shift[0], shift[1] + piece.shift[1])
        if text:
            if kept and at != (None, None):
                kept[-1].text = kept[-1].text.rstrip(" ")
            kept.append(_Piece(text, piece.style, piece.element, at, shift))
            at, shift = (None, None), (0.0, 0.0)
    if kept:
        kept[-1].text = kept[-1].text.rstrip(" ")
    return [piece for piece in kept if piece.text]


def _set(chunk: list[_Piece], group: ET.Element, text: ET.Element, work: _Work) -> None:
    """Shape one chunk as one line, so that its order is that of the whole, and write a path for each piece of it."""
    style = chunk[0].style
    try:
        line = _shaped(chunk, work.hand)
    except Unset as unset:
        work.unfit.append(Unfit("glyph", unset.characters))
        return
    x, y = (old if new is None else new for old, new in zip(work.pen, chunk[0].at, strict=True))
    left = x - line.width * before(style.anchor, style.direction)
    dx = dy = 0.0
    for number, piece in enumerate(chunk):
        dx, dy = dx + piece.shift[0], dy + piece.shift[1]
        glyphs = [glyph for glyph in line.glyphs if glyph.span == number]
        attributes = {} if piece.element is text else _kept(piece.element, work)
        path = drawn(glyphs, left + dx, y + dy + piece.style.lowered(glyphs[0].face if glyphs else None))
        if path:
            ET.SubElement(group, f"{SVG}path", {**attributes, "d": path})
    end = left if style.direction == "rtl" else left + line.width
    work.pen = (end + dx, y + dy)


def _shaped(chunk: list[_Piece], hand: Hand) -> Shaped:
    words = "".join(piece.text for piece in chunk)
    spans = tuple(Span(len(piece.text), hand.faces(piece.style), piece.style.size) for piece in chunk)
    return shape(words, spans, chunk[0].style.direction, chunk[0].style.language)


def _kept(element: ET.Element, work: _Work) -> dict[str, str]:
    """Attributes of a text that its outlines keep, with what the style sheet says of its element name (now another)."""
    by_name: dict[str, str] = {}
    for rule in work.rules:
        if rule.selector == _bare(element):
            by_name |= rule.values
    kept = {key: value for key, value in element.items() if key not in _PLACES}
    return {**kept, **{key: value for key, value in by_name.items() if not key.startswith("font")}}


def _bare(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]
