"""Texts no one should write: set right, or a fault; nothing lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import TOP

from report.build import Result, build

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pdf")]

SENTENCE = "كتب الطالب رسالة طويلة إلى صديقه في المدينة وقرأها على زملائه "


def built(tmp_path: Path, text: str) -> Result:
    """What a booklet with one more paragraph gives."""
    folder = tmp_path / f"b{len(text)}"
    shutil.copytree(TOP / "tests" / "booklets" / "ar", folder)
    chapter = folder / "text" / "road.md"
    chapter.write_bytes(f"{chapter.read_text(encoding='utf-8')}\n{text}\n".encode("utf-8", "surrogatepass"))
    return build(folder, tmp_path / "out")


def test_a_paragraph_of_200_000_letters_is_set(tmp_path: Path) -> None:
    """The proofs of the build find each of its letters, in its order on its line (bench/ measures what it costs)."""
    result = built(tmp_path, SENTENCE * (200_000 // len(SENTENCE)))
    assert [(fault.code, fault.severity) for fault in result.faults] == [("K624", "warning")]  # large for small readers
    assert result.pages > 150


def test_64_nested_directions_are_set_in_order(tmp_path: Path) -> None:
    text = "[last]{lang=en}"
    for depth in range(63):
        language, word = ("en", "word ") if depth % 2 else ("ar", "كلمة ")
        text = f"[{word}{text}]{{lang={language}}}"
    result = built(tmp_path, text)
    assert result.faults == ()
    assert result.outputs


@pytest.mark.parametrize(
    ("text", "code"), [("كلمة \u2067 نص", "K301"), ("نص \u202c آخر", "K301"), ("كلمة \ud800", "K103")]
)
def test_loose_controls_and_surrogates_are_told(text: str, code: str, tmp_path: Path) -> None:
    result = built(tmp_path, text)
    assert {fault.code for fault in result.faults} == {code}
    assert not result.outputs
