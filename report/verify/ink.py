"""Where the ink of each line ends, by the outlines in the embedded faces (not by the boxes of the layout)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fontTools.ttLib import TTFont, TTLibError

from report.verify.glyphs import Face, Unit
from report.verify.pdf_text import Reader

Bounds = dict[int, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Line:
    """One marked-content sequence on a page (index), in pt: its ink from `left` to `right`, its letters with the room
    their faces give them from `start` to `end`, its baseline `y`."""

    page: int
    left: float
    right: float
    start: float
    end: float
    y: float
    text: str


def lines(reader: Reader) -> Iterator[Line]:
    """Every tagged stretch of text that leaves ink. Faces without `glyf` outlines are measured by their advances."""
    known = {id(face): _bounds(face) for face in reader.faces}
    for (page, _), units in reader.marked.items():
        level = [unit for unit in units if unit.level]
        edges = [found for unit in level if (found := _edges(unit, known.get(id(unit.face))))]
        if edges:
            left, right = min(edges)[0], max(edge for _, edge in edges)
            inked = [unit for unit in level if unit.text.strip()]
            start = min((unit.x for unit in inked), default=left)
            end = max((unit.x + unit.width for unit in inked), default=right)
            yield Line(page, left, right, start, end, units[0].y, "".join(unit.text for unit in units))


def _edges(unit: Unit, outlines: tuple[Bounds, float] | None) -> tuple[float, float] | None:
    """Ink of a unit; one of several glyphs (ActualText) is taken from its first origin to the end of its advance."""
    if outlines is None or len(unit.codes) != 1:
        return (unit.x, unit.x + unit.width) if unit.text.strip() else None
    found = outlines[0].get(unit.codes[0][0])
    scale = unit.size / outlines[1]
    return None if found is None else (unit.x + found[0] * scale, unit.x + found[1] * scale)


def _bounds(face: Face) -> tuple[Bounds, float] | None:
    """xMin and xMax of each glyph with an outline, by code, and the units of an em."""
    descendant: Any = face.font.get("/DescendantFonts", [{}])[0]
    program = descendant.get("/FontDescriptor", {}).get("/FontFile2")
    if program is None:
        return None
    try:
        with TTFont(io.BytesIO(program.read_bytes())) as font:
            table: Any = font["glyf"]
            glyphs = [table[name] for name in font.getGlyphOrder()]
            found = {n: (g.xMin, g.xMax) for n, g in enumerate(glyphs) if g.numberOfContours}
            em = float(font["head"].unitsPerEm)  # type: ignore[attr-defined]
    except (TTLibError, KeyError):
        return None
    numbers = descendant.get("/CIDToGIDMap")
    if numbers is None or str(numbers) == "/Identity":
        return found, em
    data = numbers.read_bytes()
    gids = [int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data) - 1, 2)]
    return {code: found[gid] for code, gid in enumerate(gids) if gid in found}, em
