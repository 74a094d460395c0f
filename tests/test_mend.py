"""`check --fix` on a dirty booklet: prose only, byte for byte, whole files, nothing left for a second run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report import outputs
from report.cli import main

HEAD = """title: "دفتر ، صغير"
language: ar
identifier: urn:uuid:7c9e6679-7425-40de-944b-e07fc1f90ae7
date: 2026-11-23   # يبقى هذا ، كما هو
publisher: "دار \\"النور\\" ، بيروت"
chapters: [text/باب.md]
"""
DIRTY = """---
id: one
title: 'هرب ستة ، سراً'
---

## عنوان ، أول {#first}

في 4 نوفمبر ، بقي *رهائن* ، رهائن. . تلا "ورطة" و`كود ، "هنا"`.
قال [Time , no  "way"]{lang=en} ، ثم [موقع ، ما](https://a.example/x,y).

| عمود ، | رقم   |
|--------|-------|
| ستة ،  | 12,500 |

```
كود ، محـــمد
```

> شعر ، يبقى  كما هو

مُهـــمة - عملية: لـ Caper v1.2 \\، نعم.
"""
CLEAN = (
    DIRTY.replace("'هرب ستة ، سراً'", "'هرب ستة، سر\u064bا'").replace("عنوان ،", "عنوان،").replace("نوفمبر ،", "نوفمبر،")
    .replace("*رهائن* ، رهائن. . تلا \"ورطة\"", "*رهائن*، رهائن. تلا «ورطة»").replace("{lang=en} ،", "{lang=en}،")
    .replace("[موقع ،", "[موقع،").replace("| عمود ،", "| عمود،").replace("| ستة ، ", "| ستة، ")
    .replace("مُهـــمة - عملية", "مُهمة – عملية")
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    booklet = tmp_path / "كراسة"
    (booklet / "text").mkdir(parents=True)
    (booklet / "booklet.yaml").write_bytes(("\ufeff" + HEAD).encode())
    (booklet / "text" / "باب.md").write_bytes(DIRTY.replace("\n", "\r\n").encode())
    return booklet


def test_prose_is_mended_and_nothing_else(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(folder), "--fix", "--lang", "en"])
    assert (folder / "text" / "باب.md").read_bytes().decode() == CLEAN.replace("\n", "\r\n")
    head = (folder / "booklet.yaml").read_bytes().decode()
    assert head == "\ufeff" + HEAD.replace("دفتر ،", "دفتر،")
    assert "باب.md: mended: N1 × " in capsys.readouterr().out


def test_a_second_run_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(folder), "--fix"])
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*.*")}
    capsys.readouterr()
    main(["check", str(folder), "--fix", "--lang", "en"])
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*.*")} == before
    assert "mended" not in capsys.readouterr().out


def test_a_dry_run_prints_a_diff_and_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}
    assert main(["check", str(folder), "--fix", "--dry-run", "--lang", "en"]) == 0
    assert {path: path.read_bytes() for path in folder.rglob("*.*")} == before
    printed = capsys.readouterr().out
    assert "-## عنوان ، أول {#first}" in printed
    assert "+## عنوان، أول {#first}" in printed
    assert "كود ، محـــمد" not in [line[1:] for line in printed.splitlines() if line[:1] in "+-"]


def test_a_dry_run_alone_is_wrong_use(folder: Path) -> None:
    assert main(["check", str(folder), "--dry-run"]) == 2


def test_a_read_only_file_is_a_fault_and_nothing_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "text" / "باب.md").read_bytes()
    (folder / "booklet.yaml").chmod(0o444)
    assert main(["check", str(folder), "--fix", "--lang", "en"]) == 1
    assert "K701" in capsys.readouterr().err
    assert (folder / "text" / "باب.md").read_bytes() == before


def test_a_file_that_cannot_be_read_whole_is_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = DIRTY.replace("{#first}", "{#first").encode()
    (folder / "text" / "باب.md").write_bytes(broken)
    assert main(["check", str(folder), "--fix", "--lang", "en"]) == 1
    assert (folder / "text" / "باب.md").read_bytes() == broken
    assert "left alone" in capsys.readouterr().err


def test_a_full_disk_leaves_every_file_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(outputs.os, "fsync", full)
    assert main(["check", str(folder), "--fix"]) == 1
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_words_that_would_turn_into_markup_are_left(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`[word] :` without its space would define a link, and the line would vanish from the page."""
    path = folder / "text" / "باب.md"
    path.write_text("---\nid: one\ntitle: باب\n---\n\n[كلمة] : شيء\n\nستة ، ثم\n", "utf-8")
    main(["check", str(folder), "--fix", "--lang", "en"])
    assert path.read_text("utf-8").endswith("[كلمة] : شيء\n\nستة، ثم\n")
    assert "باب.md:6:7: left as it is" in capsys.readouterr().err


def test_the_built_in_booklet_needs_no_mending(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    top = Path(__file__).resolve().parent.parent
    copy = shutil.copytree(top / "content" / "iran-hostage-crisis", tmp_path / "copy")
    assert main(["check", str(copy), "--fix", "--dry-run", "--strict", "--lang", "en"]) == 0
    assert "mended" not in capsys.readouterr().out
