"""Subsets of faces by one HarfBuzz, the wheel's: the same bytes on every machine and at every hour."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import uharfbuzz as _untyped

from report.pdf.engine import identities

uharfbuzz: Any = _untyped
_LAYOUT = ("BASE", "DSIG", "EBDT", "EBLC", "EBSC", "GPOS", "GSUB", "JSTF", "LTSH", "PCLT", "SVG ")  # shaping is done
_FLAGS = uharfbuzz.SubsetFlags.PASSTHROUGH_UNRECOGNIZED | uharfbuzz.SubsetFlags.DESUBROUTINIZE


def keep_drawn(font: Any, to_unicode: Iterable[int], hinting: bool) -> None:
    """Takes the place of Font.subset: the glyphs of `to_unicode` stay, under the numbers they had (identities come later).

    Upstream takes libharfbuzz-subset of the machine where there is one and else fontTools, which stamps the hour.
    """
    flags = _FLAGS
    if font.missing:
        flags |= uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    drawn = identities.drawn(font, to_unicode)
    face = uharfbuzz.Face(font.file_content, font.index)
    emptied = _subset(face, drawn, flags | uharfbuzz.SubsetFlags.RETAIN_GIDS, drop=_LAYOUT)
    if not hinting:
        flags |= uharfbuzz.SubsetFlags.NO_HINTING
    # A second pass drops the empty glyphs after the last one drawn.
    font.file_content = bytes(_subset(emptied, range(max(drawn, default=0) + 1), flags).blob.data)


def _subset(face: Any, glyphs: Iterable[int], flags: Any, drop: Iterable[str] = ()) -> Any:
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = flags
    wanted.drop_table_tag_set.update(_tag(name) for name in drop)
    return uharfbuzz.subset(face, wanted)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")
