"""Every glyph of a finished PDF with the text it stands for and where it stands (ISO 32000-1 §8.3.4, §9.4, §14.6).

A walk of its own through the content streams, so that the proof does not share its eyes with the engine that wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

import pikepdf

UNTAGGED, ARTIFACT = -1, -2
_READ = "q Q cm BT Tm Td TD T* TL Tc Tw Tz Ts Tf BDC BMC EMC Do Tj TJ ' \""
_SHOW = {"Tj", "TJ", "'", '"'}
_CHARS = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")
_SECTIONS = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
Matrix = tuple[float, float, float, float, float, float]
_ONE: Matrix = (1, 0, 0, 1, 0, 0)


class Unit(NamedTuple):
    """What stands for one stretch of text: a glyph, or all glyphs under one ActualText.

    `x`, `y` are the origin in pt from the lower left corner of the page, `y` without rise; `width` is the advance and
    `size` that of the face, in pt. `text` is "" for a glyph without text. `codes` are the glyph codes with their own
    texts, `top` how far the ink may stand from the baseline.
    """

    text: str
    x: float
    y: float
    width: float
    size: float
    codes: tuple[tuple[int, str], ...]
    face: Face
    level: bool  # drawn along a horizontal line
    actual: bool  # `text` is an ActualText's


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A font of the file: `texts` by code (ToUnicode), `widths` by code in 1/1000 em."""

    font: Any
    texts: dict[int, str]
    widths: dict[int, float]
    width: float

    @property
    def name(self) -> str:
        return str(self.font.get("/BaseFont", "")).lstrip("/")


@dataclass(slots=True)
class _State:
    """The part of the graphics state that places glyphs."""

    ctm: Matrix = _ONE
    face: Face | None = None
    size: float = 0
    spacing: float = 0
    word: float = 0
    stretch: float = 1
    leading: float = 0


@dataclass(slots=True)
class _Mark:
    """A marked-content sequence that is open: whose content it is, and the ActualText collected under it."""

    mcid: int
    actual: str | None = None
    under: list[Unit] | None = field(default=None)


class Walk:
    """Reads the glyphs of one file, page by page; faces are read once."""

    def __init__(self) -> None:
        self._faces: dict[tuple[int, int], Face] = {}

    @property
    def faces(self) -> Iterator[Face]:
        """Every face that was set as the font of a text, in the order they were met."""
        yield from self._faces.values()

    def page(self, page: Any) -> Iterator[tuple[int, Unit]]:
        """Marked-content id (or UNTAGGED, ARTIFACT) and unit of everything a page shows, in the order it is drawn."""
        yield from self._content(page, page.get("/Resources", {}), _State())

    def _content(self, source: Any, resources: Any, state: _State) -> Iterator[tuple[int, Unit]]:
        fonts, saved, marks = resources.get("/Font", {}), list[_State](), [_Mark(UNTAGGED)]
        matrix = line = _ONE
        for operands, operator in pikepdf.parse_content_stream(source, _READ):
            name = str(operator)
            if name in _SHOW:
                if name in ("'", '"'):
                    matrix = line = _times((1, 0, 0, 1, 0, -state.leading), line)
                units, matrix = _shown(operands, state, matrix)
                if marks[-1].under is None:
                    yield from ((marks[-1].mcid, unit) for unit in units)
                else:
                    marks[-1].under.extend(units)
            elif name == "Tm":
                matrix = line = _matrix(operands)
            elif name == "BT":
                matrix = line = _ONE
            elif name in ("Td", "TD", "T*"):
                by = (0.0, -state.leading) if name == "T*" else (float(operands[0]), float(operands[1]))
                state.leading = -by[1] if name == "TD" else state.leading
                matrix = line = _times((1, 0, 0, 1, *by), line)
            elif name in ("BDC", "BMC"):
                marks.append(_opened(operands, marks[-1], resources))
            elif name == "EMC":
                closed = marks.pop()
                if closed.actual is not None and closed.under is not None:
                    yield closed.mcid, _replaced(closed.actual, closed.under, state, matrix)
            elif name == "Do":
                for mcid, unit in self._form(resources, str(operands[0]), state):
                    yield marks[-1].mcid if mcid == UNTAGGED else mcid, unit
            elif name == "Tf":
                state.face, state.size = self._face(fonts[str(operands[0])]), float(operands[1])
            else:
                state = _changed(state, name, operands, saved)

    def _form(self, resources: Any, name: str, state: _State) -> Iterator[tuple[int, Unit]]:
        form = resources.get("/XObject", {}).get(name)
        if form is not None and form.get("/Subtype") == "/Form":
            inside = _copied(state)
            inside.ctm = _times(_matrix(form.get("/Matrix", _ONE)), state.ctm)
            yield from self._content(form, form.get("/Resources", resources), inside)

    def _face(self, font: Any) -> Face:
        key = font.objgen
        if key not in self._faces:
            texts = _texts(font["/ToUnicode"].read_bytes()) if "/ToUnicode" in font else {}
            self._faces[key] = Face(font, texts, *_widths(font))
        return self._faces[key]


def _opened(operands: Any, outer: _Mark, resources: Any) -> _Mark:
    """The mark an operator opens: an artifact stays one, an id counts for what is inside, the outermost ActualText."""
    properties: Any = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Name):
        properties = resources.get("/Properties", {}).get(str(properties))
    known = properties if isinstance(properties, pikepdf.Dictionary) else {}
    mcid = int(known.get("/MCID", outer.mcid)) if outer.mcid != ARTIFACT else ARTIFACT
    if str(operands[0]) == "/Artifact":
        mcid = ARTIFACT
    if outer.under is not None:
        return _Mark(mcid, None, outer.under)
    actual = known.get("/ActualText")
    return _Mark(mcid) if actual is None else _Mark(mcid, str(actual), [])


def _replaced(text: str, under: list[Unit], state: _State, matrix: Matrix) -> Unit:
    if not under:
        x, y = _at(_times(matrix, state.ctm))
        return Unit(text, x, y, 0, 0, (), state.face or Face({}, {}, {}, 0), True, True)
    first, last = under[0], max(under, key=lambda u: u.x + u.width)
    codes = tuple(code for unit in under for code in unit.codes)
    x = min(unit.x for unit in under)
    return Unit(text, x, first.y, last.x + last.width - x, first.size, codes, first.face, first.level, True)


def _shown(operands: Any, state: _State, matrix: Matrix) -> tuple[list[Unit], Matrix]:
    """The units one operator shows, and the text matrix after it (§9.4.4)."""
    face, size = state.face, state.size
    if face is None:
        return [], matrix
    a, b, c, d, e, f = _times(matrix, state.ctm)
    flat, scale = abs(b) < 1e-6 * abs(a) + 1e-9, (c * c + d * d) ** 0.5
    texts, widths, x = face.texts, face.widths, 0.0
    units: list[Unit] = []
    pieces = operands[-1] if isinstance(operands[-1], pikepdf.Array) else [operands[-1]]
    for piece in pieces:
        if not isinstance(piece, pikepdf.String):
            x -= float(piece) / 1000 * size * state.stretch
            continue
        data = bytes(piece)
        for i in range(0, len(data) - 1, 2):
            code = data[i] << 8 | data[i + 1]
            wide = (widths.get(code, face.width) / 1000 * size + state.spacing) * state.stretch
            text = texts.get(code, "\ufffd")
            units.append(Unit(text, a * x + e, b * x + f, a * wide, scale * size, ((code, text),), face, flat, False))
            x += wide
    return units, _times((1, 0, 0, 1, x, 0), matrix)


def _changed(state: _State, name: str, operands: Any, saved: list[_State]) -> _State:
    if name == "q":
        saved.append(_copied(state))
    elif name == "Q":
        return saved.pop() if saved else state
    elif name == "cm":
        state.ctm = _times(_matrix(operands), state.ctm)
    elif name == "Tc":
        state.spacing = float(operands[0])
    elif name == "Tz":
        state.stretch = float(operands[0]) / 100
    elif name == "TL":
        state.leading = float(operands[0])
    return state


def _copied(state: _State) -> _State:
    return _State(state.ctm, state.face, state.size, state.spacing, state.word, state.stretch, state.leading)


def _matrix(values: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in values)
    return a, b, c, d, e, f


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def _at(m: Matrix) -> tuple[float, float]:
    return m[4], m[5]


def _texts(cmap: bytes) -> dict[int, str]:
    """A ToUnicode CMap: bfchar and bfrange entries (§9.10.3)."""
    found: dict[int, str] = {}
    for kind, body in _SECTIONS.findall(cmap):
        if kind == b"char":
            found |= {int(code, 16): _utf16(text) for code, text in _CHARS.findall(body)}
            continue
        for first, last, text in _RANGE.findall(body):
            start = _utf16(text)
            for n, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                found[code] = start[:-1] + chr(ord(start[-1]) + n)
    return found


def _utf16(text: bytes) -> str:
    return bytes.fromhex(text.decode()).decode("utf-16-be", "replace")


def _widths(font: Any) -> tuple[dict[int, float], float]:
    """Widths of a composite font by code (§9.7.4.3; codes are CIDs under Identity-H), and the default one."""
    descendant = font.get("/DescendantFonts", [{}])[0]
    found: dict[int, float] = {}
    entries = list(descendant.get("/W", []))
    at = 0
    while at + 1 < len(entries):
        first, second = int(entries[at]), entries[at + 1]
        if isinstance(second, pikepdf.Array):
            found |= {first + n: float(width) for n, width in enumerate(cast("Any", second))}
            at += 2
        else:
            found |= dict.fromkeys(range(first, int(second) + 1), float(entries[at + 2]))
            at += 3
    return found, float(descendant.get("/DW", 1000))
