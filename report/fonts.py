"""The faces the press may use (those shipped, and a theme's own), and the characters they can draw."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

import uharfbuzz

from report import assets
from report.fault import Fault, Place, error, warning
from report.script.characters import name

_hb: Any = uharfbuzz  # it ships no types
_LICENCES = ("OFL.txt", "LICENSE.txt", "LICENCE.txt", "LICENSE", "COPYING")
UNDRAWN = frozenset("\n\r\t\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff")  # spaces and joining controls need no glyph


@dataclass(frozen=True, slots=True)
class Face:
    """One row of fonts/manifest.toml; `path` is where the file lies on this machine."""

    path: Path
    family: str
    weight: int
    style: str
    licence: Path


@cache
def shipped() -> tuple[Face, ...]:
    """Every face of the manifest."""
    folder = assets.fonts()
    rows: list[dict[str, Any]] = tomllib.loads((folder / "manifest.toml").read_text(encoding="utf-8"))["face"]
    return tuple(
        Face(folder / row["file"], row["family"], row["weight"], row["style"], folder / row["licence_file"])
        for row in rows
    )


def own(folders: Iterable[Path]) -> tuple[Face, ...]:
    """The faces in a theme's folders, by their own tables."""
    return tuple(filter(None, map(_described, _own(folders))))


@cache
def _described(path: Path) -> Face | None:
    """A theme's face by its own tables (OpenType name 16 or 1, OS/2, post); None if it is no font."""
    from fontTools.ttLib import TTFont, TTLibError  # here and below: few themes have faces of their own

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


def unlicensed(folders: Iterable[Path]) -> list[Fault]:
    """A warning (K417) for each face of a theme that has no licence beside it: an e-book hands the face on."""
    return [
        warning(
            "K417",
            Place(f"{folder.parent.name}/{face.path.relative_to(folder.parent).as_posix()}"),
            allowed=", ".join(_LICENCES),
        )
        for folder in folders
        for face in own([folder])
        if not face.licence.is_file()
    ]


def families(folders: Iterable[Path] = ()) -> frozenset[str]:
    """Names of all families that may be drawn with: those shipped and, in `folders`, a theme's own."""
    return frozenset(face.family for face in shipped()) | {name for path in _own(folders) for name in _named(path)}


def _own(folders: Iterable[Path]) -> list[Path]:
    return [p for f in folders for p in sorted(f.rglob("*")) if p.suffix.lower() in (".ttf", ".otf")]


def _named(path: Path) -> set[str]:
    """Family names of a file (OpenType name ids 1 and 16); none if it is no font."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with path.open("rb") as file, TTFont(file, lazy=True) as font:
            return {str(record) for record in font["name"].names if record.nameID in (1, 16)}
    except TTLibError:
        return set()


def lacking(characters: Mapping[str, Place], folders: Iterable[Path]) -> list[Fault]:
    """A fault (K302) for each character that no face has; `folders` hold a theme's own faces."""
    wanted = {c for c in characters if c not in UNDRAWN}
    for path in (*(face.path for face in shipped()), *_own(folders)):
        wanted -= {c for c in wanted if ord(c) in coverage(path)}
        if not wanted:
            return []
    return [error("K302", characters[c], name=f"{c} {name(c)}") for c in sorted(wanted)]


@cache
def coverage(path: Path) -> frozenset[int]:
    """Code points a face maps to a glyph; none if the file is no font. HarfBuzz reads them a hundred times as fast as
    fontTools, and the same."""
    return frozenset(_hb.Face(_hb.Blob(path.read_bytes())).unicodes)
