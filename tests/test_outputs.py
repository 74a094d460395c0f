"""Outputs appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import outputs
from report.fault import Stopped


def test_files_are_written_into_a_new_folder(tmp_path: Path) -> None:
    files = {tmp_path / "مجلد جديد" / "كتاب.pdf": b"a", tmp_path / "مجلد جديد" / "كتاب.epub": b"b"}
    outputs.write_all(files)
    assert {path: path.read_bytes() for path in files} == files
    assert sorted(p.name for p in (tmp_path / "مجلد جديد").iterdir()) == ["كتاب.epub", "كتاب.pdf"]


def test_nothing_changes_when_one_file_cannot_be_written(tmp_path: Path) -> None:
    old = tmp_path / "a.pdf"
    old.write_bytes(b"old")
    (tmp_path / "b.epub").mkdir()
    with pytest.raises(Stopped) as stopped:
        outputs.write_all({old: b"new", tmp_path / "b.epub": b"new"})
    assert [f.code for f in stopped.value.faults] == ["K701"]
    assert old.read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.pdf", "b.epub"]


def test_a_folder_that_is_a_file_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(Stopped) as stopped:
        outputs.write_all({tmp_path / "out" / "a.pdf": b"new"})
    assert stopped.value.faults[0].code == "K701"


def test_an_interrupt_leaves_no_crumbs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(outputs.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        outputs.write_all({tmp_path / "a.pdf": b"new"})
    assert list(tmp_path.iterdir()) == []
