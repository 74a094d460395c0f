"""Reading a folder: roles and order, all faults at once, what is broken and what is not listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.fault import Place
from report.source import read

BOOKLET = "title: كتاب\nlanguage: ar\nidentifier: urn:isbn:978-3-16-148410-0\ndate: 2026-11-23\n"
TEXT = "---\nid: {id}\ntitle: نص\n---\n\n{body}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "كتاب"
    (folder / "text").mkdir(parents=True)
    (folder / "booklet.yaml").write_text(BOOKLET + "front: [text/a.md]\nchapters: [text/c.md, text/b.md]\n", "utf-8")
    for name in "abc":
        (folder / "text" / f"{name}.md").write_text(TEXT.format(id=name, body="::: questions\nس؟\n: ج\n:::"), "utf-8")
    return folder


def test_texts_in_reading_order(root: Path) -> None:
    draft, faults = read(root, "content/كتاب")
    assert draft
    assert faults == []
    assert [(text.role, text.id, text.file) for text in draft.texts] == [
        ("front", "a", "text/a.md"),
        ("chapter", "c", "text/c.md"),
        ("chapter", "b", "text/b.md"),
    ]
    assert draft.name == "كتاب"
    assert draft.texts[1].place == Place("content/كتاب/text/c.md", 1)
    assert [block.items[0].id for text in draft.texts for block in text.blocks] == ["a-q1", "c-q1", "b-q1"]
    assert draft.lists == {"people": None, "terms": None, "events": None, "sources": None, "index": None}
    assert draft.broken == frozenset()
    assert [lines.path.rsplit("/", 1)[1] for lines in draft.files] == ["booklet.yaml", "a.md", "c.md", "b.md"]


def test_all_faults_at_once(root: Path) -> None:
    (root / "people.yaml").write_text("a: b: c\n")
    (root / "terms.yaml").write_text("- a\n")
    (root / "text" / "a.md").write_bytes(b"\xff")
    (root / "text" / "b.md").unlink()
    (root / "text" / "d.md").write_text("x")
    draft, faults = read(root, "")
    assert draft
    assert sorted(fault.code for fault in faults) == ["K102", "K103", "K104", "K109", "K134"]
    assert draft.broken == {"people", "terms", "texts"}


def test_broken_booklet_yaml_does_not_hide_the_texts(root: Path) -> None:
    (root / "booklet.yaml").write_text("a: b: c\n")
    (root / "text" / "a.md").write_text("بلا ترويسة", "utf-8")
    draft, faults = read(root, "x")
    assert draft is None
    assert sorted((fault.code, fault.place.path) for fault in faults) == [
        ("K104", "x/booklet.yaml"),
        ("K111", "x/text/a.md"),
    ]


@pytest.mark.parametrize("text", ["", "# لا شيء\n", "~\n"])
def test_an_empty_booklet_lacks_its_keys(root: Path, text: str) -> None:
    (root / "booklet.yaml").write_text(text, "utf-8")
    draft, faults = read(root, "x")
    assert draft is None
    assert {fault.code for fault in faults} == {"K108"}


def test_no_folder_or_no_booklet(tmp_path: Path) -> None:
    for folder, reason in ((tmp_path / "none", "folder"), (tmp_path, None), (Path("a\0b"), "folder")):
        draft, faults = read(folder, "x")
        assert draft is None
        assert [(fault.code, fault.values.get("reason")) for fault in faults] == [("K101", reason)]


def test_a_file_listed_twice_is_read_once(root: Path) -> None:
    (root / "booklet.yaml").write_text(
        BOOKLET + "chapters: [text/a.md, text/b.md, ./text/a.md]\nback: [text/c.md]\n", "utf-8"
    )
    draft, faults = read(root, "x")
    assert draft
    assert [(fault.code, fault.place.column) for fault in faults] == [("K133", 34)]
    assert [text.file for text in draft.texts] == ["text/a.md", "text/b.md", "text/c.md"]


def test_an_empty_list_is_no_list_and_no_fault(root: Path) -> None:
    (root / "people.yaml").write_text("# noch niemand\n")
    draft, faults = read(root, "x")
    assert draft
    assert faults == []
    assert draft.lists["people"] is None


def test_without_chapters_nothing_is_looked_up_in_the_texts(root: Path) -> None:
    (root / "booklet.yaml").write_text(BOOKLET + "chapter: [text/a.md]\n", "utf-8")
    draft, _ = read(root, "x")
    assert draft
    assert draft.broken == {"texts"}


def test_a_dangling_link_is_told(root: Path) -> None:
    (root / "people.yaml").symlink_to("nowhere.yaml")
    draft, faults = read(root, "x")
    assert draft
    assert [fault.code for fault in faults] == ["K102"]
    assert draft.broken == {"people"}
