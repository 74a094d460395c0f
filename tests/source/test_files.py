"""Files: only inside the folder, UTF-8 with or without byte-order mark, any line ends, bounded."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.fault import Fault, Place
from report.source import files
from report.source.files import Folder, decode, find, load, locate
from report.source.lines import Lines

NAMED = Place("booklet.yaml", 5, 12)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    root = tmp_path / "كتاب"
    (root / "text").mkdir(parents=True)
    (root / "text" / "one.md").write_text("نص", "utf-8")
    (tmp_path / "secret.md").write_text("سرّ", "utf-8")
    return Folder(root, "content/كتاب")


def told(result: object) -> str:
    assert isinstance(result, Fault)
    return f"{result.code}.{result.values.get('reason', '')}"


def test_inside(folder: Folder) -> None:
    for name in ("text/one.md", "./text/one.md", "text/../text/one.md"):
        lines = load(folder, name, NAMED)
        assert isinstance(lines, Lines)
        assert lines.text == "نص"
    assert folder.show("a") == "content/كتاب/a"
    assert Folder(folder.root, "").show("a") == Folder(folder.root, ".").show("a") == "a"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../secret.md", "K116."),
        ("text/../../secret.md", "K116."),
        ("/etc/passwd", "K116.absolute"),
        ("C:\\a.md", "K116.backslash"),
        ("C:a.md", "K116.absolute"),
        ("text\\one.md", "K116.backslash"),
        ("https://example.org/a.md", "K116.web"),
        ("file:///etc/passwd", "K116.web"),
        ("text", "K102.folder"),
        (".", "K102.folder"),
        ("none.md", "K102."),
        ("text/one.md/more", "K102."),
        ("a\0b", "K102."),
        ("a" * 5000, "K102."),
    ],
)
def test_refused(folder: Folder, name: str, code: str) -> None:
    assert told(find(folder, name, NAMED)) == code
    assert told(load(folder, name, NAMED)) == code


def test_symbolic_links_do_not_lead_out(folder: Folder) -> None:
    (folder.root / "out.md").symlink_to("../secret.md")
    (folder.root / "outside").symlink_to("..")
    (folder.root / "in.md").symlink_to("text/one.md")
    (folder.root / "loop").symlink_to("loop")
    assert told(find(folder, "out.md", NAMED)) == "K116."
    assert told(find(folder, "outside/secret.md", NAMED)) == "K116."
    assert told(find(folder, "loop", NAMED)).startswith("K1")
    assert isinstance(find(folder, "in.md", NAMED), Path)


def test_a_folder_reached_by_a_link_is_a_folder(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder.root)
    assert isinstance(load(Folder(tmp_path / "link", "x"), "text/one.md", NAMED), Lines)


def test_what_need_not_exist_is_only_located(folder: Folder) -> None:
    assert locate(folder, "themes/mine", NAMED) == folder.root.resolve() / "themes" / "mine"


def test_unreadable_and_large(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMIT", 3)
    assert told(load(folder, "text/one.md", NAMED)) == "K117.file"

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert told(load(folder, "text/one.md", NAMED)) == "K102.unreadable"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("\ufeffنص".encode(), "نص"),
        (b"a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("نص\ufeff".encode(), "نص\ufeff"),
    ],
)
def test_decoded(data: bytes, text: str) -> None:
    assert decode(data, "t") == Lines("t", text)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xff", Place("t", 1, 1)),
        ("\ufeffنص".encode() + b"\xe4", Place("t", 1, 3)),
        ("نص\r\nس\r\n".encode() + b"ab\xc3(", Place("t", 3, 3)),
        ("نص\rس ".encode() + b"\x80", Place("t", 2, 3)),
        ("نص".encode()[:-1], Place("t", 1, 2)),
        ("نص".encode("utf-16"), Place("t")),
        (b"\xed\xa0\x80", Place("t", 1, 1)),
    ],
)
def test_what_is_no_utf8_is_told_where(data: bytes, place: Place) -> None:
    fault = decode(data, "t")
    assert isinstance(fault, Fault)
    assert (fault.code, fault.place) == ("K103", place)
