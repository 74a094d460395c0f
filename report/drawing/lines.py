"""A line of text as an SVG path, and how wide it is: for figures kurrasa draws itself, and for those it is given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal
from xml.sax.saxutils import quoteattr

from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen

from report import fonts
from report.drawing.shaping import Glyph, Shaped, Span, Unset, font, shape, units
from report.fonts import Face
from report.script.languages import Direction

__all__ = ["Anchor", "Unset", "faces", "label", "outline", "width"]

Anchor = Literal["start", "middle", "end"]
"""Which part of the line stands at x; start is the right end of a right-to-left line (SVG 2 §11.10.2.1)."""


def faces(
    families: Sequence[str], weight: int = 400, style: str = "normal", own: Iterable[Face] = ()
) -> tuple[Face, ...]:
    """The faces to draw with, first choice first: the families asked for, then all others, as CSS falls back.

    Of each family the face of the style and weight asked for, else the nearest weight (CSS Fonts 4 §5.2); no face is
    slanted or made bold by force.
    """
    held = [*own, *fonts.shipped()]
    wanted = list(dict.fromkeys([*families, *(face.family for face in held)]))
    chosen: list[Face] = []
    for family in wanted:
        members = [face for face in held if face.family.casefold() == family.casefold()]
        if members:
            chosen.append(min(members, key=lambda f: (f.style != style, abs(f.weight - weight), -f.weight)))
    return tuple(chosen)


def label(
    text: str, x: float, y: float, size: float, face: Sequence[Face], anchor: Anchor = "start",
    direction: Direction = "rtl", language: str = "ar", **attributes: str,
) -> str:  # fmt: skip
    """`<path d="…"/>` of one line with its baseline at y; all lengths in user units, y downwards.

    `attributes` (fill, class …) are written as they are named, `_` for `-`. Raises Unset for characters of no face.
    """
    more = "".join(f" {name.rstrip('_').replace('_', '-')}={quoteattr(value)}" for name, value in attributes.items())
    return f'<path d="{outline(text, x, y, size, face, anchor, direction, language)}"{more}/>'


def width(text: str, size: float, face: Sequence[Face], direction: Direction = "rtl", language: str = "ar") -> float:
    """How far the pen moves over the line, in the unit of `size`. Raises Unset."""
    return _line(text, size, face, direction, language).width


def outline(
    text: str, x: float, y: float, size: float, face: Sequence[Face], anchor: Anchor = "start",
    direction: Direction = "rtl", language: str = "ar",
) -> str:  # fmt: skip
    """Path data of one line (see `label`)."""
    line = _line(text, size, face, direction, language)
    return drawn(line.glyphs, x - line.width * before(anchor, direction), y)


def _line(text: str, size: float, face: Sequence[Face], direction: Direction, language: str) -> Shaped:
    return shape(text, (Span(len(text), tuple(face), size),), direction, language)


def before(anchor: Anchor, direction: Direction) -> float:
    """The part of a line that lies left of its anchor, from 0 to 1."""
    if anchor == "middle":
        return 0.5
    return float((anchor == "end") == (direction == "ltr"))


def drawn(glyphs: Iterable[Glyph], left: float, y: float) -> str:
    """Path data of glyphs of a line whose left end is at `left`; coordinates to a thousandth of a user unit."""
    pen = SVGPathPen(None, ntos=_short)
    for glyph in glyphs:
        scale = glyph.size / units(glyph.face.path)
        place = TransformPen(pen, (scale, 0, 0, -scale, left + glyph.x, y - glyph.y))
        for operator, points in _strokes(glyph.face.path, glyph.number):
            getattr(place, operator)(*points)
    return str(pen.getCommands())


def _short(value: float) -> str:
    number = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if number == "-0" else number


@lru_cache(maxsize=4096)
def _strokes(path: Path, number: int) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    """The strokes of a glyph, in font units."""
    recorder = RecordingPen()
    font(path).draw_glyph_with_pen(number, recorder)
    return tuple(recorder.value)
