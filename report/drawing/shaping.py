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
class Glyph:
    """`x` and `y` (upwards) are where its origin stands, in em of the line, from the line's left end on the baseline."""

    face: Face
    number: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs from left to right and the advance of the whole line, in em."""

    glyphs: tuple[Glyph, ...]
    width: float


@lru_cache(maxsize=1024)
def shape(line: str, faces: tuple[Face, ...], base: Direction, language: str) -> Shaped:
    """Raises Unset if a character is in none of the faces; each letter takes the first face that has it and its marks."""
    chosen = _faces(line, faces)
    runs: list[tuple[int, int, int, str, Face]] = []
    for segment in segments(line, base):
        at = segment.start
        for face, group in groupby(chosen[segment.start : segment.end]):
            end = at + len(list(group))
            runs.append((at, end, segment.level, segment.script, face))
            at = end
    glyphs: list[Glyph] = []
    pen = 0.0
    for i in order([run[2] for run in runs]):
        pen = _set(line, runs[i], language, pen, glyphs)
    return Shaped(tuple(glyphs), pen)


def _set(line: str, run: tuple[int, int, int, str, Face], language: str, pen: float, glyphs: list[Glyph]) -> float:
    """Shape one run, with its neighbours as context so that letters join across; the pen after it, in em."""
    start, end, level, script, face = run
    buffer = _hb.Buffer()
    buffer.add_codepoints([ord(c) for c in line], start, end - start)
    buffer.direction = "rtl" if level % 2 else "ltr"
    buffer.script = script
    buffer.language = language
    _hb.shape(font(face.path), buffer)
    em = units(face.path)
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append(Glyph(face, info.codepoint, pen + place.x_offset / em, place.y_offset / em))
        pen += place.x_advance / em
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
