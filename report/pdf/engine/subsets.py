"""Subsets of faces by fontTools, the same bytes on every machine and at every hour."""

from __future__ import annotations

import io
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont


def keep_drawn(font: Any, to_unicode: Any, hinting: bool) -> None:
    """Takes the place of Font.subset: the glyphs of `to_unicode` stay, under the numbers they had.

    Upstream takes libharfbuzz-subset where it is installed and else fontTools, which stamps the hour into `head`.
    """
    options = subset.Options(
        retain_gids=True,
        passthrough_tables=True,
        ignore_missing_glyphs=True,
        hinting=hinting,
        desubroutinize=True,
        notdef_outline=bool(font.missing),
    )
    options.drop_tables += ["GSUB", "GPOS", "SVG"]
    with TTFont(io.BytesIO(font.file_content), fontNumber=font.index, recalcTimestamp=False) as face:
        cutter = subset.Subsetter(options)
        cutter.populate(gids=to_unicode)
        cutter.subset(face)
        out = io.BytesIO()
        face.save(out)
    font.file_content = out.getvalue()
