"""Faces are cut to whole blocks, the same each time."""

from __future__ import annotations

import pytest
from fontTools.ttLib.tables import otBase

from report import fonts
from report.epub import cutting


def test_the_cut_is_the_same_each_time() -> None:
    path = next(f.path for f in fonts.shipped() if f.family == "Amiri")
    rows = frozenset({0x00, 0x06, 0x20})
    once = cutting.bytes_of(path, rows)
    cutting.bytes_of.cache_clear()
    assert cutting.bytes_of(path, rows) == once
    assert len(once) < path.stat().st_size


def test_a_face_of_which_most_is_wanted_is_not_touched() -> None:
    path = next(f.path for f in fonts.shipped() if f.family == "Noto Nastaliq Urdu")
    assert cutting.bytes_of(path, frozenset({0x00, 0x06, 0x20})) == path.read_bytes()


def test_the_cut_does_not_hang_on_what_else_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """fontTools packs tables with uharfbuzz where it finds it, in another order."""
    path = next(f.path for f in fonts.shipped() if f.family == "Amiri")
    rows = frozenset({0x00, 0x06, 0x20})
    cut = []
    for there in (True, False):
        monkeypatch.setattr(otBase, "have_uharfbuzz", there and otBase.have_uharfbuzz)
        cutting.bytes_of.cache_clear()
        cut.append(cutting.bytes_of(path, rows))
    assert cut[0] == cut[1]
