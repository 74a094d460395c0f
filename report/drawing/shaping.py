"""One line of text → glyphs in display order, shaped by HarfBuzz; order and scripts come from script/segments."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

import uharfbuzz

from report.fonts import UNDRAWN, Face, coverage
from report.script.embedding import order
from report.script.languages import Direction
from report.script.segments import segments

_hb: Any = uharfbuzz


class Unset(ValueError):
    """Characters that no face given can draw; `characters` holds them, each once."""

    def __init__(self, characters: str) -> None:
        super().__init__(characters)
        self.characters = characters


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a line in one hand: `length` in code points, `size` in user units, first choice of face first."""

    length: int
    faces: tuple[Face, ...]
    size: float


@dataclass(frozen=True, slots=True)
class Glyph:
    """`x` and `y` (upwards) are where its origin stands, from the line's left end on the baseline, in user units."""

    face: Face
    number: int
    x: float
    y: float
    size: float
    span: int


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs from left to right and the advance of the whole line, in user units."""

    glyphs: tuple[Glyph, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    level: int
    script: str
    face: Face
    span: int


@lru_cache(maxsize=1024)
def shape(line: str, spans: tuple[Span, ...], base: Direction, language: str) -> Shaped:
    """Raises Unset if a character is in no face of its span; each letter takes the first face that has it and its marks.

    Order is that of the whole line, whatever its spans; letters join across spans.
    """
    chosen: list[tuple[int, Face]] = []
    at = 0
    for number, span in enumerate(spans):
        chosen += [(number, face) for face in _faces(line[at : at + span.length], span.faces)]
        at += span.length
    runs: list[_Run] = []
    for segment in segments(line, base):
        at = segment.start
        for (number, face), group in groupby(chosen[segment.start : segment.end]):
            end = at + len(list(group))
            runs.append(_Run(at, end, segment.level, segment.script, face, number))
            at = end
    glyphs: list[Glyph] = []
    pen = 0.0
    for i in order([run.level for run in runs]):
        pen = _set(line, runs[i], spans[runs[i].span].size, language, pen, glyphs)
    return Shaped(tuple(glyphs), pen)


def _set(line: str, run: _Run, size: float, language: str, pen: float, glyphs: list[Glyph]) -> float:
    """Shape one run, with its neighbours as context so that letters join across; the pen after it."""
    buffer = _hb.Buffer()
    buffer.add_codepoints([ord(c) for c in line], run.start, run.end - run.start)
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    buffer.script = run.script
    buffer.language = language
    _hb.shape(font(run.face.path), buffer)
    unit = size / units(run.face.path)
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        x, y = pen + place.x_offset * unit, place.y_offset * unit
        glyphs.append(Glyph(run.face, info.codepoint, x, y, size, run.span))
        pen += place.x_advance * unit
    return pen


def _faces(line: str, faces: Sequence[Face]) -> list[Face]:
    """A face for each code point: marks, spaces and controls stay with the letter before them, where it can draw them."""
    found: list[Face] = []
    lost: dict[str, None] = {}
    current = faces[0]
    for cluster in _clusters(line):
        drawn = {ord(c) for c in cluster if c not in UNDRAWN and unicodedata.category(c) not in ("Cf", "Cc")}
        if cluster.isspace():
            drawn = set()
        fitting = next((face for face in faces if drawn <= coverage(face.path)), None) if drawn else current
        if fitting is None:
            lost |= dict.fromkeys(c for c in cluster if not any(ord(c) in coverage(f.path) for f in faces))
            lost |= {} if lost else {cluster: None}
        current = fitting or current
        found += [current] * len(cluster)
    if lost:
        raise Unset("".join(lost))
    return found


def _clusters(line: str) -> list[str]:
    """Every letter with the marks and joining controls behind it."""
    cut: list[str] = []
    for character in line:
        if cut and (unicodedata.combining(character) or character in "\u200c\u200d\ufe0e\ufe0f"):
            cut[-1] += character
        else:
            cut.append(character)
    return cut


@lru_cache(maxsize=32)
def font(path: Path) -> Any:
    return _hb.Font(_hb.Face(_hb.Blob.from_file_path(str(path))))


def units(path: Path) -> int:
    """Font units to the em."""
    return int(font(path).face.upem)
