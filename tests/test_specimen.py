"""The specimen booklet, which shows every right-to-left matter, before all judges."""

from __future__ import annotations

from pathlib import Path

import oracles
import pytest
from conftest import TOP, make

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pdf")]


def test_the_specimen_is_sound_and_passes_the_judges(tmp_path: Path) -> None:
    """`make` proves the files with report/verify too, and fails on any fault."""
    specimen = make(TOP / "content" / "specimen", tmp_path)
    assert specimen.result.faults == ()
    (verdict,) = oracles.verapdf("ua1", specimen.pdf)
    assert verdict.passed, verdict.failures
    counts, told = oracles.epubcheck(specimen.epub)
    assert set(counts) <= {"USAGE"}, told
