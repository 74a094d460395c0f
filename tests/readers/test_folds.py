"""Answers folded under their questions (study.key: fold): they open and close by a tap, and no old reader gives them away."""

from __future__ import annotations

import shutil

import pymupdf
import pytest
from conftest import TOP, make
from epub.facts import H, Opened
from readers import broken
from readers.shelf import READERS, Reader, Shelf
from readers.test_mupdf import chapters, laid_out, letters
from readers.test_notes import tap

CHAPTER, KEY = "EPUB/text/letter.xhtml", "EPUB/text/answers.xhtml"


@pytest.fixture(scope="module")
def folded(installed: None, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = shutil.copytree(TOP / "tests" / "booklets" / "study", tmp_path_factory.mktemp("folds") / "study")
    with (folder / "booklet.yaml").open("a", encoding="utf-8") as file:
        file.write("study:\n  key: fold\n")
    return make(folder, folder.parent / "out").epub.read_bytes()


@pytest.mark.parametrize("engine", READERS)
def test_a_tap_opens_the_answer_and_another_closes_it(
    readers: dict[str, Reader], shelf: Shelf, folded: bytes, engine: str
) -> None:
    reader = readers[engine].open(shelf.put("folded.epub", folded))
    file = next(path for path in reader.about["sections"] if CHAPTER.endswith(path))
    question = next(
        li.get("id") for li in Opened(folded).spine[CHAPTER].iter(f"{H}li") if li.find(f"{H}details") is not None
    )
    reader.call("goTo", f"{file}#{question}")
    if engine == "foliate":  # the summary itself: its question may stand at a page's foot
        reader.call("show", ".fold summary")
    answer = ".fold .a-text"
    assert not reader.call("seen", answer)
    tap(reader, ".fold summary")
    assert reader.call("seen", answer)
    tap(reader, ".fold summary")
    assert not reader.call("seen", answer)


def told(document: pymupdf.Document, book: Opened, path: str) -> str:
    return chapters(document)[list(book.spine).index(path)]


def test_a_reader_that_knows_no_details_tells_the_answer_in_the_key_alone(folded: bytes) -> None:
    book, document = Opened(folded), laid_out(folded)
    folds = list(book.spine[CHAPTER].iter(f"{H}details"))
    assert folds
    chapter, key = told(document, book, CHAPTER), told(document, book, KEY)
    for fold in folds:
        answer = letters(
            "".join(fold.find(f"{H}div").itertext() if fold.find(f"{H}div") is not None else fold[1].itertext())
        )
        assert letters("".join(fold[0].itertext())) not in chapter
        assert answer in key
    for question in (fold.getparent() for fold in folds):
        number = next(a for a in question.iter(f"{H}a") if a.get("class") == "q-number")
        assert number.get("href", "").startswith("answers.xhtml#")


def test_probe_without_the_rule_it_is_given_away(folded: bytes) -> None:
    def open_(name: str, data: bytes) -> bytes:
        return (
            data.replace(b".fold {display: none;", b".fold {").replace(b".fold { display: none;", b".fold {")
            if name.endswith(".css")
            else data
        )

    data = broken.changed(folded, open_)
    book = Opened(data)
    summary = next(book.spine[CHAPTER].iter(f"{H}details"))[0]
    assert letters("".join(summary.itertext())) in told(laid_out(data), book, CHAPTER)
