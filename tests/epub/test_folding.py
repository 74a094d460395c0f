"""Answers folded under their questions in the student's e-book: told as the key tells them, and in no exam."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import oracles
import pytest
from conftest import TOP

from report.build import build
from report.labels import known, labels
from report.model import Issue

X = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = shutil.copytree(TOP / "tests" / "booklets" / "study", tmp_path / "b")
    with (made / "booklet.yaml").open("a", encoding="utf-8") as file:
        file.write("study:\n  key: fold\n")
    note = made / "text" / "letter.md"
    told = note.read_text("utf-8").replace("كتبها أحمد بيده.", "كتبها أحمد بيده.^[وقيل أملاها.]")
    assert "أملاها" in told
    note.write_text(told, "utf-8")
    return made


def files(folder: Path, edition: Issue = "student") -> dict[str, ET.Element]:
    result = build(folder, folder.parent / "out", ("epub",), shown="b", edition=edition)
    assert result.sound, result.faults
    with zipfile.ZipFile(io.BytesIO(result.outputs["epub"][0].read_bytes())) as book:
        return {name: ET.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")}


def said(element: ET.Element) -> str:
    """Words without note calls, which a folded answer has none of."""
    parts = [element.text or ""]
    for child in element:
        parts += [*([] if child.get("class") == "noteref" else [said(child)]), child.tail or ""]
    return "".join(parts).replace("\u200f", "")  # marks stand beside a call, and go with it


def answers(root: ET.Element) -> dict[str, ET.Element]:
    return {e.get("id", ""): e for e in root.iter(f"{X}li") if e.get("class") == "answer"}


def test_each_question_folds_away_what_the_key_says(folder: Path) -> None:
    book = files(folder)
    key = answers(book["EPUB/text/answers.xhtml"])
    asked = [li for li in book["EPUB/text/letter.xhtml"].iter(f"{X}li") if f"{li.get('id')}-answer" in key]
    assert len(asked) == len(key) == 10
    for question in asked:
        (fold,) = question.iter(f"{X}details")
        assert fold.get("open") is None
        summary, body = fold
        assert summary.tag == f"{X}summary"
        assert summary.text == "أظهر الجواب"
        (told,) = (e for e in key[f"{question.get('id')}-answer"] if e.get("class") == "a-text")
        assert " ".join(said(body).split()) == " ".join(said(told).split())
        assert not [e for e in fold.iter() if e.get("id") or e.get("class") == "noteref"]
        number = next(e for e in question if e.get("class") == "q-number")
        assert number.get("href") == f"answers.xhtml#{question.get('id')}-answer"


@pytest.mark.parametrize("edition", ["teacher", "exam"])
def test_no_other_edition_folds(folder: Path, edition: Issue) -> None:
    assert not [e for root in files(folder, edition).values() for e in root.iter(f"{X}details")]


def test_the_page_has_the_key_alone(folder: Path) -> None:
    """The proofs of the PDF, which compare it with the sections, hold."""
    result = build(folder, folder.parent / "out", ("pdf",), shown="b")
    assert result.sound, result.faults
    assert "أظهر" not in oracles.pdf_text(result.outputs["pdf"][0])


def test_every_language_has_words_for_it() -> None:
    assert len({labels(language)["show_answer"] for language in known()}) == len(known()) >= 5


@pytest.mark.slow
def test_epubcheck_finds_nothing(folder: Path) -> None:
    result = build(folder, folder.parent / "out", ("epub",), shown="b")
    counts, told = oracles.epubcheck(result.outputs["epub"][0])
    assert not {"FATAL", "ERROR", "WARNING"} & counts.keys(), told
