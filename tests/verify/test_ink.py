"""Ink past the measure, in finished files: bench/measure.py does the same over 300 pages of each language."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from random import Random

import mixed
import pikepdf
import pytest
from conftest import LANGUAGES

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pdf")]

BEARING = {"ur": 0.0, "en": 1.8}
"""pt ink may stand outside the text area: that of nastaliq has room inside it, italic f reaches 1.7 out of its own."""
OTHERS = 1.0


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_passes_the_measure(language: str, tmp_path: Path) -> None:
    random = Random(7)
    done = mixed.made(mixed.write(tmp_path / "b", language, [[mixed.at_random(language, random) for _ in range(70)]]))
    found = list(mixed.overhangs(done))
    assert len(found) > 500
    assert max(room for room, _ in found) <= mixed.SLACK
    assert max(ink for _, ink in found) <= BEARING.get(language, OTHERS)


def test_without_room_at_the_sides_nastaliq_passes_the_text_area(tmp_path: Path) -> None:
    """The control: the bar of a kaf that opens a line reaches 4 pt out of its own room."""
    folder = mixed.write(
        tmp_path / "b", "ur", [[mixed.at_random("ur", Random(7)) for _ in range(20)]], "theme: narrow\n"
    )
    (folder / "narrow").mkdir()
    (folder / "narrow" / "theme.toml").write_text(
        'name = "narrow"\nextends = "naskh"\n[tokens.ur]\nside-room = "0pt"\n', encoding="utf-8"
    )
    found = list(mixed.overhangs(mixed.made(folder)))
    assert max(room for room, _ in found) <= mixed.SLACK
    assert max(ink for _, ink in found) > 3.5


def test_a_line_that_is_moved_out_is_seen(tmp_path: Path) -> None:
    done = mixed.made(mixed.write(tmp_path / "b", "ar", [[mixed.at_random("ar", Random(7))]]))
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        page = pdf.pages[mixed.PLATES]
        listed = [(list(operands), operator) for operands, operator in pikepdf.parse_content_stream(page)]
        for operands, operator in listed:
            if str(operator) == "Tm":
                operands[4] = float(operands[4]) - 6
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(listed))
        pdf.save(out)
    moved = replace(done, data=out.getvalue())
    assert max(room for room, _ in mixed.overhangs(done)) <= mixed.SLACK
    assert max(room for room, _ in mixed.overhangs(moved)) > 4
