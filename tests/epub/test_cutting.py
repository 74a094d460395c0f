"""Faces are cut to whole blocks, the same each time, and set text as the whole face does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz

from report import fonts
from report.epub import cutting

hb: Any = uharfbuzz
ROWS = frozenset({0x00, 0x01, 0x05, 0x06, 0x20})
WORDS = ["السلام عليكم لله أَهْلًا ١٢٣ کتاب ٹھیک «فيها»", "שָׁלוֹם עֲלֵיכֶם ספר", "office fjord, “Talas” 751"]


def set_by(data: bytes, text: str) -> list[tuple[int, int, int, int]]:
    """Each glyph's advance, offset and place in the text: numbers of glyphs differ when a face is cut."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(data)), buffer)
    return [
        (place.x_advance, place.x_offset, place.y_offset, glyph.cluster)
        for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def test_the_cut_is_the_same_each_time() -> None:
    path = next(f.path for f in fonts.shipped() if f.family == "Amiri")
    once = cutting.bytes_of(path, ROWS)
    cutting.bytes_of.cache_clear()
    assert cutting.bytes_of(path, ROWS) == once


@pytest.mark.parametrize("face", fonts.shipped(), ids=lambda face: face.path.stem)
def test_a_cut_face_sets_text_as_the_whole_one_does(face: fonts.Face) -> None:
    whole, cut = face.path.read_bytes(), cutting.bytes_of(face.path, ROWS)
    assert len(cut) < len(whole)
    for text in WORDS:
        assert set_by(cut, text) == set_by(whole, text)


def test_letters_of_other_rows_are_gone() -> None:
    path = next(f.path for f in fonts.shipped() if f.family == "Amiri")
    narrow = cutting.bytes_of(path, frozenset({0x00, 0x20}))
    assert set_by(narrow, WORDS[0]) != set_by(path.read_bytes(), WORDS[0])


def test_names_in_the_package_are_safe_and_never_meet(tmp_path: Path) -> None:
    """A theme and the one it extends may each bring `fonts/OFL.txt`, and faces by any name."""
    given = fonts.shipped()[0]
    made: list[cutting.Cut] = []
    for folder, name in (("one", "Face.ttf"), ("two", "face.TTF"), ("two", "خط إضافي.ttf"), ("three", "a face.ttf")):
        path = tmp_path / folder / "fonts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(given.path.read_bytes())
        licence = path.parent / "OFL.txt"
        licence.write_text(f"licence of {folder}")
        made.append(cutting.Cut(replace(given, path=path, licence=licence), frozenset({0})))
    items = cutting.items(made)
    assert [i.path for i in items] == ["fonts/Face.ttf", "fonts/face-2.ttf", "fonts/file.ttf", "fonts/aface.ttf"]
    texts = cutting.licences(made)
    assert [texts[i.licence].decode() for i in items] == [f"licence of {n}" for n in ("one", "two", "two", "three")]
    assert [m in cutting.rules(made) for m in ("url(../fonts/face-2.ttf)", "url(../fonts/file.ttf)")] == [True, True]
