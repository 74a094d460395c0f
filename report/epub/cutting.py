"""Faces cut to whole blocks of Unicode, as TTF, with their licences.

TTF because Kobo and MuPDF take no WOFF2; whole blocks because a reader's own notes and searches use other letters
than the book does (reference/epub.md §6). The cut is deterministic: same face, same blocks, same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz

from report.epub.shelf import Item, recognise
from report.fonts import Face, coverage

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")
ROW = 8  # bits: a row is 256 code points; the blocks of the scripts set here fill rows, or share one kindly
_hb: Any = uharfbuzz  # it ships no types
_DROPPED = ("meta", "DSIG")  # a signature no longer fits a cut face


@dataclass(frozen=True, slots=True)
class Cut:
    """A face and the rows of Unicode (code point >> ROW) kept of it."""

    face: Face
    rows: frozenset[int]


def items(cuts: Sequence[Cut]) -> tuple[Item, ...]:
    """The cut faces as files of the package."""
    names = _names([cut.face.path for cut in cuts])
    texts = _licences(cuts)
    return tuple(_item(f"face-{number}", names, texts, cut) for number, cut in enumerate(cuts, 1))


def _item(id: str, names: Mapping[Path, str], texts: Mapping[Path, str], cut: Cut) -> Item:
    data = bytes_of(cut.face.path, cut.rows)
    media, _ = recognise(data) or ("font/ttf", "ttf")
    return Item(id, f"fonts/{names[cut.face.path]}", media, data, licence=texts.get(cut.face.licence, ""))


def _names(paths: Sequence[Path], prefix: str = "") -> dict[Path, str]:
    """A name in the package for each file: its own where that serves everywhere and is not taken, capitals aside.

    A theme and the one it extends may each have a `fonts/OFL.txt`, and a face any name at all.
    """
    found: dict[Path, str] = {}
    for path in dict.fromkeys(paths):
        wanted = _UNSAFE.sub("", f"{prefix and path.parent.name + '-'}{path.stem}") or "file"
        suffix = ".txt" if prefix else path.suffix.lower()
        taken = {name.casefold() for name in found.values()}
        free = (f"{wanted}{number}{suffix}" for number in ("", *(f"-{n}" for n in range(2, 999))))
        found[path] = next(name for name in free if name.casefold() not in taken)
    return found


def _licences(cuts: Sequence[Cut]) -> dict[Path, str]:
    found = _names([cut.face.licence for cut in cuts if cut.face.licence.is_file()], "licence")
    return {path: f"fonts/{name}" for path, name in found.items()}


def licences(cuts: Sequence[Cut]) -> dict[str, bytes]:
    """Licence texts by path. They are linked from the package, so by EPUB 3.3 §5.5.5 they are not in its manifest."""
    return {name: path.read_bytes() for path, name in _licences(cuts).items()}


def rules(cuts: Sequence[Cut]) -> str:
    """One @font-face for each; addresses are those seen from the style sheet."""
    names = _names([cut.face.path for cut in cuts])
    return "\n".join(
        f"@font-face {{ font-family: '{c.face.family}'; font-weight: {c.face.weight}; font-style: {c.face.style}; "
        f"src: url(../fonts/{names[c.face.path]}); }}"
        for c in cuts
    )


@lru_cache(maxsize=32)
def bytes_of(path: Path, rows: frozenset[int]) -> bytes:
    """The face with these rows of Unicode and every glyph its features make of them; times and names untouched.

    HarfBuzz cuts in milliseconds, where fontTools takes most of a second for the same bytes, or nearly.
    """
    wanted = _hb.SubsetInput()
    wanted.unicode_set.update(code for code in coverage(path) if code >> ROW in rows)
    for everything in (wanted.layout_feature_tag_set, wanted.name_id_set, wanted.name_lang_id_set):
        everything.clear()
        everything.invert()
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in _DROPPED)
    wanted.flags = _hb.SubsetFlags.NO_HINTING | _hb.SubsetFlags.NOTDEF_OUTLINE
    face = _hb.subset(_hb.Face(_hb.Blob.from_file_path(str(path))), wanted)
    return bytes(face.blob.data)
