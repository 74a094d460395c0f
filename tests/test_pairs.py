"""Texts in two languages: paragraph beside paragraph, each in its direction, face and digits, and read row by row."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pymupdf
import pytest
from conftest import TOP, Built, make

from report import apparatus, source
from report.apparatus.walk import heading
from report.build import build, read
from report.html import Section
from report.html.pen import Pen
from report.labels import labels
from report.model import Booklet, IndexMark, Pair
from report.pdf.engine import structure
from report.source.manuscript import manuscripts

FOLDER = TOP / "tests" / "booklets" / "bilingual"
ARABIC = re.compile("[\u0621-\u064a\ufb50-\ufeff]")


@pytest.fixture(scope="module")
def booklet() -> Booklet:
    made, faults = read(FOLDER, "bilingual")
    assert made is not None
    assert not faults
    return made


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return make(FOLDER, tmp_path_factory.mktemp("pairs"))


def written(booklet: Booklet, chapter: int = 0) -> str:
    pen = Pen(booklet, labels("ar"), "x", booklet.chapters[chapter])
    return "".join((str(pen.blocks(booklet.chapters[chapter].blocks)), *pen.notes))


def copied(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """The booklet with words of its files changed."""
    shutil.copytree(FOLDER, folder)
    for file, old, new in changes:
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), "utf-8")
    return folder


# ── the neutral tree ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_each_half_is_written_in_its_language(booklet: Booklet) -> None:
    html = written(booklet)
    rows = re.findall(r'<div class="pair-row">(.*?)</div></div>', html, re.DOTALL)
    assert len(rows) == 4 + 3
    for row in rows:
        assert re.findall(r'<div class="(half[^"]*)" lang="(\w+)" dir="(\w+)">', row) == [
            ("half", "ar", "rtl"), ("half other", "en", "ltr"),
        ]  # fmt: skip
    assert "سنة ٧٥١" in re.sub(r"<[^>]+>", "", rows[0])
    assert "in 751" in rows[0]


def test_notes_take_direction_digits_and_words_of_their_half(booklet: Booklet) -> None:
    arabic, english = re.findall(r"<aside.*?</aside>", written(booklet), re.DOTALL)
    assert 'class="note" role="doc-footnote" id="x-n1" lang="ar" dir="rtl"' in arabic
    assert 'class="note other" role="doc-footnote" id="x-n2" lang="en" dir="ltr" data-digits="latin"' in english
    assert ">١</a>" in arabic
    assert ">2</a>" in english
    assert labels("en")["back"] in english
    assert "1850" in english


def test_after_a_pair_the_booklet_goes_on_in_its_own_language(booklet: Booklet) -> None:
    pen = Pen(booklet, labels("ar"), "x", booklet.chapters[0])
    before = pen.text("سنة 751")
    pen.blocks(booklet.chapters[0].blocks)
    assert pen.text("سنة 751") == before
    assert pen.labels == labels("ar")


def test_what_both_halves_tell_is_counted_once(booklet: Booklet) -> None:
    found = apparatus.mentions(booklet)
    assert len(found["person", "nadim"]) == 1
    assert len(found["term", "warraq"]) == 1
    marks = [inline for inline in apparatus.inlines_in(booklet.chapters[0].blocks) if isinstance(inline, IndexMark)]
    assert [heading(mark) for mark in marks] == [("سمرقند",)]


# ── what is checked ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_event_marked_in_one_half_answers_the_dates_of_both(tmp_path: Path) -> None:
    mark = "[معركة طلاس]{event=talas}"
    years = [("text/paper.md", "751", "1751"), ("events.yaml", "0751", "1751")]
    _, faults = read(copied(tmp_path / "marked", *years), "b")
    assert not faults
    _, faults = read(copied(tmp_path / "bare", *years, ("text/paper.md", mark, "معركة طلاس")), "b")
    told = [(f.code, f.values["words"]) for f in faults if f.code == "K310"]
    assert told == [("K310", "سنة 1751"), ("K310", "1751")]


def test_words_are_judged_by_the_rules_of_their_half() -> None:
    """A note belongs to the half that calls it, wherever it is written."""
    draft, _ = source.read(FOLDER, "b")
    assert draft
    paper = next(m for m in manuscripts(draft) if m.file == "text/paper.md")
    for piece in paper.prose:
        said = "".join(piece.text[a:b] for a, b in piece.spans)
        if re.search("[A-Za-z]", said) or ARABIC.search(said):
            assert piece.language == ("ar" if ARABIC.search(said) else "en"), said


# ── the page ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Word:
    page: int
    left: float
    right: float
    top: float
    text: str


def words(path: Path) -> Iterator[Word]:
    with pymupdf.open(path) as pdf:
        for number, page in enumerate(pdf):
            for left, top, right, _, text, *_ in page.get_text("words"):
                yield Word(number, left, right, top, text)


def first(path: Path, text: str) -> Word:
    return next(word for word in words(path) if word.text == text)


def columns(path: Path) -> dict[int, tuple[list[Word], list[Word]]]:
    """The words of each page in Latin letters, and those in Arabic ones."""
    found: dict[int, tuple[list[Word], list[Word]]] = {}
    for word in words(path):
        if ARABIC.search(word.text) or re.search("[A-Za-z]{2}", word.text):
            found.setdefault(word.page, ([], []))[bool(ARABIC.search(word.text))].append(word)
    return found


def test_paragraphs_answer_each_other_side_by_side_over_the_page(built: Built) -> None:
    """A row begins on one level on the right and on the left; where it breaks, both halves go on below the head."""
    begins = [first(built.pdf, text) for text in ("Tradition", "From")]
    latin, arabic = columns(built.pdf)[begins[0].page]
    for english in begins:
        beside = [word for word in arabic if abs(word.top - english.top) < 6]
        assert beside
        assert min(w.left for w in beside) > max(w.right for w in latin if abs(w.top - english.top) < 3)
    tops = [min(w.top for w in side if w.top > 60) for side in columns(built.pdf)[begins[1].page + 1]]
    assert abs(tops[0] - tops[1]) < 6


STACKED = 'name = "mine"\nextends = "naskh"\n\n[tokens]\npairs = "stacked"\n'


@pytest.mark.parametrize("instead", ["page:\n  size: [110, 180]", "theme: mine"])
def test_one_stands_beneath_the_other_on_narrow_pages_and_where_a_theme_says_so(instead: str, tmp_path: Path) -> None:
    folder = copied(tmp_path / "b", ("booklet.yaml", "months: egyptian", instead))
    (folder / "mine").mkdir()
    (folder / "mine" / "theme.toml").write_text(STACKED, "utf-8")
    result = build(folder, tmp_path / "out", ("pdf",), shown="b")
    assert result.sound, result.faults
    begin = first(path := result.outputs["pdf"][0], "Tradition")
    assert not [w for w in columns(path)[begin.page][1] if abs(w.top - begin.top) < 3]


def test_arabic_stands_on_the_right_in_an_english_book_too(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    (folder / "text").mkdir(parents=True)
    head = (FOLDER / "booklet.yaml").read_text("utf-8").replace("language: ar", "language: en")
    (folder / "booklet.yaml").write_text(
        re.sub("title: .*|subtitle: .*|publisher: .*|description: .*", "", head).replace("language", "title: Paper\nlanguage", 1)
        .replace(", text/copyists.md", "").replace("months: egyptian\n", ""), "utf-8",
    )  # fmt: skip
    (folder / "text" / "paper.md").write_text(
        "---\nid: paper\ntitle: Paper\n---\n\n::: pair en ar\n\nPaper came from the East.^[So they say.]\n\n---\n\n"
        "جاء الورق من الشرق.^[هكذا قيل سنة 751.]\n\n:::\n", "utf-8",
    )  # fmt: skip
    done = make(folder, tmp_path / "out")
    latin, arabic = next(found for found in columns(done.pdf).values() if found[1])
    assert max(w.right for w in latin if w.text in ("came", "East.")) < min(w.left for w in arabic if w.top < 300)
    chapter = next(s for s in done.sections if s.id == "paper")
    assert "٧٥١" in chapter.html


def test_without_joining_the_tree_would_mix_the_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The probe: upstream tags a row page by page, so its second language is read before the first has ended."""
    monkeypatch.setattr(structure, "_join_halves", lambda _: None)
    result = build(FOLDER, tmp_path, ("pdf",), shown="b")
    assert "K519" in {fault.code for fault in result.faults}


def test_pairs_are_told_by_the_model(booklet: Booklet) -> None:
    pair = next(block for block in booklet.chapters[0].blocks if isinstance(block, Pair))
    assert pair.languages == ("ar", "en")
    assert len(pair.half(0)) == len(pair.half(1)) == 4


def test_sections_name_what_they_hold(built: Built) -> None:
    chapter: Section = next(s for s in built.sections if s.id == "paper")
    assert chapter.tree().find(".//div[@class='pair columns']") is not None
