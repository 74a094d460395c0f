"""EPUBCheck 5.3 on what the command writes: the built-in booklet, each language, every kind of block."""

from __future__ import annotations

from pathlib import Path

import oracles
import pytest
from conftest import TOP, Built, make

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("built-in")]


def finds_nothing(epub: Path) -> None:
    counts, told = oracles.epubcheck(epub)
    assert set(counts) <= {"USAGE"}, told
    assert {line.split()[1] for line in told} <= {"CSS-028"}, told


def test_the_built_in_booklet(built_in: Built) -> None:
    finds_nothing(built_in.epub)


def test_every_language(tiny: Built) -> None:
    finds_nothing(tiny.epub)


def test_every_kind_of_block(tmp_path: Path) -> None:
    finds_nothing(make(TOP / "tests" / "booklets" / "kinds", tmp_path).epub)


def test_a_broken_book_is_refused(built_in: Built, tmp_path: Path) -> None:
    """The control: without dcterms:modified the judge must say so."""
    import zipfile

    broken = tmp_path / "broken.epub"
    with zipfile.ZipFile(built_in.epub) as good, zipfile.ZipFile(broken, "w") as bad:
        for entry in good.infolist():
            data = good.read(entry)
            if entry.filename.endswith(".opf"):
                data = data.replace(b"dcterms:modified", b"dcterms:issued")
            bad.writestr(entry, data)
    counts, _ = oracles.epubcheck(broken)
    assert counts["ERROR"] >= 1
