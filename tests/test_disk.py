"""Names on disk: capitals count, how letters are composed does not."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from report import disk

NAMES = ("images/Map.PNG", "images/صورة من آثار.jpg", "images/Éa.png", "a.md", "A.md")


def folder(root: Path, form: str) -> Path:
    for name in NAMES:
        path = root / unicodedata.normalize(form, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return root


def test_either_form_finds_either_form(tmp_path: Path) -> None:
    for on_disk in ("NFC", "NFD"):
        root = folder(tmp_path / on_disk, on_disk)
        for written in ("NFC", "NFD"):
            for name in NAMES:
                given = unicodedata.normalize(written, name)
                spelled = disk.spelled(root, given)
                assert (root / spelled).is_file()
                assert disk.same(spelled, given)


def test_capitals_are_told_apart(tmp_path: Path) -> None:
    root = folder(tmp_path, "NFC")
    assert disk.spelled(root, "Images/map.png") == "images/Map.PNG"
    assert not disk.same("Images/map.png", "images/Map.PNG")
    assert disk.spelled(root, "./images/../a.md") == "images/../a.md"
    assert disk.spelled(root, "A.md") == "A.md"
    for gone in ("images/none.png", "none/Map.PNG", "", "a.md/b", "x\0y", "/etc/passwd/x"):
        assert disk.spelled(root, gone) == gone
