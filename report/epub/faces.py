"""The faces inside the book: those its text needs, cut to whole blocks of Unicode, as TTF, with their licences.

TTF because Kobo and MuPDF take no WOFF2; whole blocks because a reader's own notes and searches use other letters
than the book does (reference/epub.md §6). The cut is deterministic: same face, same blocks, same bytes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from fontTools import subset
from fontTools.ttLib import TTFont, TTLibError

from report import fonts
from report.epub.shelf import Item, recognise
from report.epub.usage import Role, Usage
from report.fault import Place, Stopped, error
from report.fonts import Face
from report.script import languages
from report.theme import Theme

_STACKS: dict[Role, str] = {"body": "body-face", "latin": "latin-face", "code": "code-face"}
_GENERIC = {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial", ""}
_FAMILY = re.compile(r"font-family:\s*([^;}]+)")
_ROW = 8  # bits: a row is 256 code points; blocks of the scripts set here begin and end with rows, or share one kindly
_ALWAYS = {0x00, 0x20}  # Basic Latin with Latin-1 (digits too), and General Punctuation with its direction marks
_SCRIPTS = {"Arab": {0x06}, "Hebr": {0x05}, "Latn": {0x01}}
_WHOLE = 0.5  # share of its characters above which a face is not cut
_LICENCES = ("OFL.txt", "LICENSE.txt", "LICENCE.txt", "LICENSE", "COPYING")


@dataclass(frozen=True, slots=True)
class Cut:
    """A face and the rows of Unicode (code point >> 8) kept of it."""

    face: Face
    rows: frozenset[int]


def items(cuts: Sequence[Cut]) -> tuple[Item, ...]:
    """The cut faces as files of the package."""
    return tuple(_item(f"face-{number}", cut) for number, cut in enumerate(cuts, 1))


def _item(id: str, cut: Cut) -> Item:
    data = _subset(cut.face.path, cut.rows)
    media, _ = recognise(data) or ("font/ttf", "ttf")
    return Item(id, f"fonts/{cut.face.path.name}", media, data, licence=_licence(cut.face))


def _licence(face: Face) -> str:
    return f"fonts/{face.licence.parent.name}-{face.licence.stem}.txt" if face.licence.is_file() else ""


def licences(cuts: Sequence[Cut]) -> dict[str, bytes]:
    """Licence texts by path. They are linked from the package, so by EPUB 3.3 §5.5.5 they are not in its manifest."""
    return {path: cut.face.licence.read_bytes() for cut in cuts if (path := _licence(cut.face))}


def rules(cuts: Sequence[Cut]) -> str:
    """One @font-face for each; addresses are those seen from the style sheet."""
    return "\n".join(
        f"@font-face {{ font-family: '{c.face.family}'; font-weight: {c.face.weight}; font-style: {c.face.style}; "
        f"src: url(../fonts/{c.face.path.name}); }}"
        for c in cuts
    )


def choose(theme: Theme, language: str, used: Usage, place: Place) -> tuple[Cut, ...]:
    """The faces the text needs: each role's first family in regular and bold, the next ones for what it lacks.

    Raises Stopped when a stack names no face that is here (K608); a stack of generic families asks for none.
    """
    wanted: dict[str, set[int]] = {}
    known = {face.family for face in available(theme)}
    for role, token in _STACKS.items():
        if role != "body" and not used.characters[role]:
            continue
        stack = _names(theme.token(token))
        if not any(name in known for name in stack) and not all(name in _GENERIC for name in stack):
            raise Stopped([error("K608", place, names=", ".join(stack), token=token)])
        for family, characters in _share(theme, [n for n in stack if n in known], used.characters[role], role):
            wanted.setdefault(family, set(_ALWAYS)).update(ord(c) >> _ROW for c in characters)
    for name in sorted(_others(theme) & known - set(wanted)):
        wanted[name] = {ord(c) >> _ROW for c in used.characters["body"]} | _ALWAYS
    script = _SCRIPTS.get(languages.find(language).script, set[int]())
    body = _names(theme.token("body-face"))[:1]
    return tuple(
        Cut(face, frozenset(rows | (script if family in body else set[int]())))
        for family, rows in wanted.items()
        for face in available(theme)
        if face.family == family and _is_used(face, used, code=family in _names(theme.token("code-face"))[:1])
    )


def _share(theme: Theme, stack: Sequence[str], characters: set[str], role: Role) -> Iterator[tuple[str, set[str]]]:
    """Which family of a stack draws which characters; the first is always there, the next only for what is left."""
    left = set(characters)
    for position, family in enumerate(stack):
        face = next(f for f in available(theme) if f.family == family)
        drawn = {c for c in left if ord(c) in coverage(face.path)}
        if drawn or (position == 0 and role == "body"):
            yield family, drawn
        left -= drawn


def _is_used(face: Face, used: Usage, *, code: bool) -> bool:
    """Regular always, bold except of the code face, italics where Latin emphasis stands."""
    if face.weight not in (400, 700) or (code and face.weight != 400):
        return False
    if face.style == "normal":
        return True
    return used.bold_italic if face.weight == 700 else used.italic


def _names(stack: str) -> list[str]:
    return [name.strip().strip("'\"") for name in stack.split(",")]


def _others(theme: Theme) -> set[str]:
    """Families the style sheet names beside the three stacks of the tokens."""
    stacks = {name for token in _STACKS.values() for name in _names(theme.token(token))}
    return {name for match in _FAMILY.findall(theme.css("ebook")) for name in _names(match)} - stacks


def available(theme: Theme) -> tuple[Face, ...]:
    """The faces of the theme's own fonts/ folders, then those that are shipped."""
    own = [p for f in theme.folders for p in sorted((f / "fonts").rglob("*")) if p.suffix.lower() in (".ttf", ".otf")]
    return (*filter(None, map(_described, own)), *fonts.shipped())


@lru_cache(maxsize=64)
def _described(path: Path) -> Face | None:
    """A theme's face by its own tables (OpenType name 16 or 1, OS/2, post); None if it is no font."""
    try:
        with path.open("rb") as file, TTFont(file, lazy=True) as font:
            names, post, metrics = (cast("Any", font[table]) for table in ("name", "post", "OS/2"))
            family = str(names.getDebugName(16) or names.getDebugName(1) or "")
            style = "italic" if post.italicAngle else "normal"
            weight = int(metrics.usWeightClass)
    except (TTLibError, OSError):
        return None
    licence = next((path.parent / n for n in _LICENCES if (path.parent / n).is_file()), path.parent / _LICENCES[0])
    return Face(path, family, weight, style, licence)


@lru_cache(maxsize=64)
def coverage(path: Path) -> frozenset[int]:
    """Code points a face has."""
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


@lru_cache(maxsize=32)
def _subset(path: Path, rows: frozenset[int]) -> bytes:
    """The face with these rows of Unicode and every glyph its features make of them; times and names untouched.

    A face of which most is wanted goes in as it is: to cut Nastaliq takes seconds and makes the file larger.
    """
    kept = [code for code in sorted(coverage(path)) if code >> _ROW in rows]
    if len(kept) > _WHOLE * len(coverage(path)):
        return path.read_bytes()
    options = subset.Options(
        layout_features=["*"], name_IDs=["*"], notdef_outline=True, recalc_timestamp=False, hinting=False
    )
    options.drop_tables = [*options.drop_tables, "meta"]
    with TTFont(path, recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=kept)
        cutter.subset(font)
        out = io.BytesIO()
        font.save(out)
    return out.getvalue()
