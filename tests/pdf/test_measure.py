"""Lines wider than their measure are told with page and text; sound pages have none, in any language."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import TOP, Built

from report.build import build

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pdf")]


def test_a_word_longer_than_the_line_is_told(tmp_path: Path) -> None:
    folder = shutil.copytree(TOP / "tests" / "booklets" / "ar", tmp_path / "b")
    text = folder / "text" / "road.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nكلمة " + "طويلة" * 15 + " ثم كلمة.\n", encoding="utf-8")
    result = build(folder, tmp_path / "out", ("pdf",))
    (fault,) = result.faults
    assert (fault.code, fault.severity) == ("K505", "warning")
    assert "طويلة" in fault.values["text"]
    assert float(fault.values["points"]) > 5
    assert result.outputs


def test_a_word_that_leaves_the_page_stops_the_build(tmp_path: Path) -> None:
    folder = shutil.copytree(TOP / "tests" / "booklets" / "ar", tmp_path / "b")
    text = folder / "text" / "road.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nكلمة " + "طويلة" * 30 + " ثم كلمة.\n", encoding="utf-8")
    result = build(folder, tmp_path / "out", ("pdf",))
    assert [(f.code, f.severity) for f in result.faults] == [("K505", "warning"), ("K528", "error")]
    assert not result.outputs


def test_no_line_sticks_out(tiny: Built) -> None:
    assert tiny.result.faults == ()


def test_no_line_of_the_built_in_booklet_sticks_out(built_in: Built) -> None:
    assert built_in.result.faults == ()
