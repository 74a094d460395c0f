"""A line of text as an SVG path, and how wide it is: for figures kurrasa draws itself, and for those it is given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Literal

from fontTools.pens.basePen import BasePen

from report import fonts
from report.drawing.shaping import Glyph, Shaped, Span, Unset, font, shape, units
from report.fonts import Face
from report.script.languages import Direction

__all__ = ["Anchor", "Unset", "faces", "label", "outline", "width"]

GRAIN = 1000
"""Parts of a user unit that points of an outline keep, where the unit may be as large as the drawing."""

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
    direction: Direction = "rtl", language: str = "ar", grain: int = GRAIN, **attributes: str,
) -> str:  # fmt: skip
    """`<path d="…"/>` of one line with its baseline at y; all lengths in user units, of which points keep a `grain`th, y
    downwards.

    `attributes` (fill, class …) are written as they are named, `_` for `-`. Raises Unset for characters of no face.
    """
    more = "".join(f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"' for name, value in attributes.items())
    return f'<path d="{outline(text, x, y, size, face, anchor, direction, language, grain)}"{more}/>'


def width(text: str, size: float, face: Sequence[Face], direction: Direction = "rtl", language: str = "ar") -> float:
    """How far the pen moves over the line, in the unit of `size`. Raises Unset."""
    return _line(text, size, face, direction, language).width


def outline(
    text: str, x: float, y: float, size: float, face: Sequence[Face], anchor: Anchor = "start",
    direction: Direction = "rtl", language: str = "ar", grain: int = GRAIN,
) -> str:  # fmt: skip
    """Path data of one line (see `label`)."""
    line = _line(text, size, face, direction, language)
    return drawn(line.glyphs, x - line.width * before(anchor, direction), y, grain)


def _line(text: str, size: float, face: Sequence[Face], direction: Direction, language: str) -> Shaped:
    return shape(text, (Span(len(text), tuple(face), size),), direction, language)


def before(anchor: Anchor, direction: Direction) -> float:
    """The part of a line that lies left of its anchor, from 0 to 1."""
    if anchor == "middle":
        return 0.5
    return float((anchor == "end") == (direction == "ltr"))


def drawn(glyphs: Iterable[Glyph], left: float, y: float, grain: int = GRAIN) -> str:
    """Path data of glyphs of a line whose left end is at `left`; coordinates to a `grain`th of a user unit."""
    return "".join(
        f"M{_numbers(grain, round((left + g.x) * grain), round((y - g.y) * grain))}{strokes}"
        for g in glyphs
        if (strokes := _strokes(g.face.path, g.number, g.size, grain))
    )


class _Relative(BasePen):
    """A glyph at a size as path data that begins at its origin; steps between rounded points, so that none add up."""

    def __init__(self, scale: float, grain: int) -> None:
        super().__init__(None)
        self.scale, self.grain = scale, grain
        self.said: list[str] = []
        self.at = self.began = (0, 0)

    def _say(self, command: str, *points: tuple[float, float]) -> None:
        placed = [(round(x * self.scale), round(y * -self.scale)) for x, y in points]
        steps = [step for x, y in placed for step in (x - self.at[0], y - self.at[1])]
        self.said.append(command + _numbers(self.grain, *steps))
        self.at = placed[-1]

    def _moveTo(self, pt: tuple[float, float]) -> None:
        self._say("m", pt)
        self.began = self.at

    def _lineTo(self, pt: tuple[float, float]) -> None:
        self._say("l", pt)

    def _qCurveToOne(self, pt1: tuple[float, float], pt2: tuple[float, float]) -> None:
        self._say("q", pt1, pt2)

    def _curveToOne(self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]) -> None:
        self._say("c", pt1, pt2, pt3)

    def _closePath(self) -> None:
        self.said.append("z")
        self.at = self.began


def _numbers(grain: int, *parts: int) -> str:
    """As short as SVG lets numbers be (SVG 2 §9.3.9): no nought before a point, no space before a minus."""
    found = ""
    for part in parts:
        number = f"{part / grain:.3f}".rstrip("0").rstrip(".").replace("0.", ".", abs(part) < grain)
        found += number if not found or number.startswith("-") else f" {number}"
    return found


@lru_cache(maxsize=4096)
def _strokes(path: Path, number: int, size: float, grain: int) -> str:
    pen = _Relative(size / units(path) * grain, grain)
    font(path).draw_glyph_with_pen(number, pen)
    return "".join(pen.said)
