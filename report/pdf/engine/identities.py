"""Glyph identities: codes of a PDF font that are drawn as a cluster is drawn and say one letter of its text.

A PDF font maps a code to one text and to one width. Arabic faces draw different letters with one glyph and one letter
with several, kern them by more than a reader takes for the same word, and nastaliq sets each at a height of its own.
An identity is a glyph made for such a place: parts of the face's own glyphs with their offsets, the advance they have
there, and one letter as its text. Readers then meet letters side by side on one baseline, each once.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

LAST = 0xFFFF  # codes are two bytes
_KEPT_FREE = 64  # codes after the face's own, which the engine takes for letters that no face has
Part = tuple[int, int, int]
"""Glyph id, and its offset right and up in font units."""

Key = tuple[tuple[Part, ...], int, str]
"""Parts, advance in font units, and the letter they stand for."""


def room(font: Any, wanted: int) -> bool:
    """Whether an engine font has so many codes left."""
    return font.glyph_count + _KEPT_FREE + len(_made(font)) + wanted <= LAST


def claim(font: Any, parts: tuple[Part, ...], advance: int, letter: str) -> int:
    """The code of such a glyph in an engine font, made if it is new."""
    made = _made(font)
    key = (parts, advance, letter)
    if key not in made:
        made[key] = code = font.glyph_count + _KEPT_FREE + len(made)
        font.to_unicode[code] = letter
        font.widths[code] = round(advance * 1000 / font.upem)
    return made[key]


def drawn(font: Any, codes: Iterable[int]) -> set[int]:
    """The face's own glyphs behind codes: themselves, and the parts of identities."""
    made = _made(font)
    own = set(codes) - set(made.values())
    return own | {glyph for parts, _, _ in made for glyph, _, _ in parts}


def with_identities(upstream: Callable[[Any, Any, bool], None]) -> Callable[[Any, Any, bool], None]:
    """A Font.clean that ends by adding the identities to the font file."""

    def clean(font: Any, to_unicode: Any, hinting: bool) -> None:
        upstream(font, to_unicode, hinting)
        if _made(font):
            font.file_content = _extended(font.file_content, font.index, _made(font))

    return clean


def _made(font: Any) -> dict[Key, int]:
    if not hasattr(font, "identities"):
        font.identities = {}
    return font.identities


def _extended(data: bytes, index: int, made: dict[Key, int]) -> bytes:
    """The font file with a glyph at the place of each code; places between the last glyph kept and those stay empty."""
    face = TTFont(io.BytesIO(data), fontNumber=index, recalcTimestamp=False)
    order = list(face.getGlyphOrder())
    names = [*order, *(f"u{n}" for n in range(len(order), max(made.values()) + 1))]
    glyphs = {code: key for key, code in made.items()}
    (_add_outlines if "glyf" in face else _add_charstrings)(face, names, len(order), glyphs)
    for code in range(len(order), len(names)):
        face["hmtx"].metrics[names[code]] = (glyphs[code][1] if code in glyphs else 0, 0)
    face.setGlyphOrder(names)
    if "glyf" in face:
        _set_bearings(face, names[len(order) :])
    out = io.BytesIO()
    face.save(out, reorderTables=None)
    return out.getvalue()


def _add_outlines(face: Any, names: list[str], first: int, glyphs: dict[int, Key]) -> None:
    """Composite glyphs (OpenType glyf): the parts are named, not copied."""
    table = face["glyf"]
    for code in range(first, len(names)):
        pen = TTGlyphPen(table.glyphs)
        for glyph, dx, dy in glyphs[code][0] if code in glyphs else ():
            pen.addComponent(names[glyph], (1, 0, 0, 1, dx, dy))
        table.glyphs[names[code]] = pen.glyph()
    table.glyphOrder = names


def _set_bearings(face: Any, added: list[str]) -> None:
    """Left side bearings of new glyphs are where their outlines begin."""
    table = face["glyf"]
    for name in added:
        glyph = table[name]
        if glyph.isComposite():
            glyph.recalcBounds(table)
            face["hmtx"].metrics[name] = (face["hmtx"].metrics[name][0], glyph.xMin)


def _add_charstrings(face: Any, names: list[str], first: int, glyphs: dict[int, Key]) -> None:
    """Copies of the outlines (OpenType CFF knows no composites any more)."""
    top = face["CFF "].cff.topDictIndex[0]
    strings, shapes = top.CharStrings, face.getGlyphSet()
    private = getattr(top, "Private", None) or top.FDArray[0].Private
    for code in range(first, len(names)):
        parts, advance, _ = glyphs.get(code, ((), 0, ""))
        pen = T2CharStringPen(advance, shapes)
        for glyph, dx, dy in parts:
            shapes[names[glyph]].draw(TransformPen(pen, (1, 0, 0, 1, dx, dy)))
        strings.charStringsIndex.append(pen.getCharString(private, top.GlobalSubrs))
        strings.charStrings[names[code]] = len(strings.charStringsIndex) - 1
    top.charset = names
