"""What the glyphs of an embedded face are, by the face's own table of characters (OpenType cmap)."""

from __future__ import annotations

import io
from typing import Any

from fontTools.ttLib import TTFont, TTLibError


def by_code(font: Any) -> dict[int, str]:
    """The characters a face draws with each glyph, by the code the glyph has in the PDF; {} where the face says none.

    Letters in a fixed shape (U+FExx) are there too: they name glyphs of the middle and end of words.
    """
    descendant = font.get("/DescendantFonts", [{}])[0]
    descriptor = descendant.get("/FontDescriptor", {})
    program = descriptor.get("/FontFile2", descriptor.get("/FontFile3"))
    if program is None:
        return {}
    try:
        with TTFont(io.BytesIO(program.read_bytes()), lazy=True) as face:
            table: dict[int, str] = face.getBestCmap() or {}
            by_glyph: dict[int, str] = {}
            for character, glyph in table.items():
                number = face.getGlyphID(glyph)
                by_glyph[number] = by_glyph.get(number, "") + chr(character)
    except (TTLibError, KeyError):
        return {}
    numbers = descendant.get("/CIDToGIDMap")
    if numbers is None or str(numbers) == "/Identity":
        return by_glyph
    data = numbers.read_bytes()
    glyphs = (int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data) - 1, 2))
    return {code: by_glyph[glyph] for code, glyph in enumerate(glyphs) if glyph in by_glyph}
