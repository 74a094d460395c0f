"""An e-book is little more than its text and the fonts it carries.

The measure: the whole file, cover, timeline, ornaments and zip included, less only the pictures that the booklet itself has;
against the packed size, as they stand in the zip, of its text (the XHTML documents, nav, style sheet and package) and its
fonts with their licences. The file may be 1.2 times that.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from conftest import TOP, Built

from report.build import build

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("built-in")]

MOST = 1.2
TEXT = (".xhtml", ".css", ".opf")


def ratio(epub: Path) -> float:
    """No booklet here has pictures of its own, so nothing is taken off."""
    with zipfile.ZipFile(epub) as book:
        packed = {entry.filename: entry.compress_size for entry in book.infolist()}
    needed = sum(size for name, size in packed.items() if name.endswith(TEXT) or name.startswith("EPUB/fonts/"))
    return epub.stat().st_size / needed


def test_the_built_in_booklet(built_in: Built) -> None:
    assert 1 < ratio(built_in.epub) <= MOST


def test_three_hundred_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOP / "bench"))
    import bench

    result = build(bench.booklet(tmp_path / "long", 300), tmp_path / "out", ("epub",))
    assert result.sound, result.faults
    assert 1 < ratio(result.outputs["epub"][0]) <= MOST
