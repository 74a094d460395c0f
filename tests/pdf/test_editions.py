"""The teacher's page and the margin for notes: on the outer side of recto and verso, whichever side the book is bound on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pymupdf
import pytest
from conftest import TOP

from report import apparatus, html, pdf, theme
from report.build import build, read
from report.model import Booklet, Issue, Study

MM = 25.4 / 72  # in a pt


@pytest.fixture(scope="module")
def booklet() -> Booklet:
    made, faults = read(TOP / "tests" / "booklets" / "study", "study")
    assert made is not None, faults
    return made


def pages(booklet: Booklet, issue: Issue = "student") -> list[tuple[float, float, str]]:
    """For each page with text: the white left and right of it in mm, and the words of its running head."""
    made = apparatus.issued(booklet, issue)
    sections = [s for s in html.sections(made, load(made)) if s.kind in ("text", "chapter", "chronology")]
    document: Any = pymupdf.open(stream=pdf.write(made, sections, load(made)).data)
    found: list[tuple[float, float, str]] = []
    for page in document:
        words = page.get_text("words")
        body = [w for w in words if 0.09 < w[1] / page.rect.height < 0.85]
        if body:
            left, right = min(w[0] for w in body), max(w[2] for w in body)
            head = " ".join(w[4] for w in words if w[3] / page.rect.height < 0.12)
            found.append((left * MM, (page.rect.width - right) * MM, head))
        else:
            found.append((0, 0, ""))
    return found


def load(booklet: Booklet) -> theme.Theme:
    return theme.load(booklet.meta.theme, booklet.meta.language, booklet.root, booklet.meta.place)


def wide(booklet: Booklet, margin: Literal["true", "false", "teacher"], binding: Literal["right", "left"]) -> Booklet:
    meta = replace(booklet.meta, study=replace(booklet.meta.study, note_margin=margin), binding=binding)
    return replace(booklet, meta=meta)


@pytest.mark.parametrize("binding", ["right", "left"])
@pytest.mark.parametrize(
    ("issue", "margin", "share"), [("student", "true", 0.3), ("teacher", "false", 0.26), ("teacher", "teacher", 0.3)]
)
def test_the_margin_to_write_in_lies_on_the_outer_side(
    booklet: Booklet,
    issue: Issue,
    margin: Literal["true", "false", "teacher"],
    share: float,
    binding: Literal["right", "left"],
) -> None:
    """Right-bound, a recto (odd) is the left page: its outer side is the left one, and the other way round."""
    laid = pages(wide(booklet, margin, binding), issue)
    assert len([page for page in laid if page[0]]) > 3
    for number, (left, right, _) in enumerate(laid, 1):
        recto = bool(number % 2)
        if not (left or right):
            continue
        at_right = 0.125 if recto == (binding == "right") else share  # lines start at the right: they say it exactly
        assert right == pytest.approx(at_right * 148, abs=2.5), number  # cells are padded
        assert left > (share if at_right == 0.125 else 0.125) * 148 - 1, number


def test_without_it_the_outer_margin_is_that_of_the_canon(booklet: Booklet) -> None:
    for margin in ("false", "teacher"):
        laid = pages(wide(booklet, margin, "right"))
        assert min(left for left, *_ in laid[::2] if left) == pytest.approx(0.185 * 148, abs=2)


def test_the_teachers_pages_say_so_in_their_heads(booklet: Booklet) -> None:
    """But for first pages of sections, which have no running head in any edition."""
    for issue, there in (("teacher", True), ("student", False)):
        heads = ["".join(c for c in head if c.isalpha()) for *_, head in pages(booklet, issue)]
        said = [h for h in heads if "المعلم" in h or "ملعملا" in h]
        assert bool(said) is there
        assert not there or len(said) >= sum(bool(h) for h in heads) - 1


def test_each_edition_has_its_class_and_its_sheet_in_the_e_book(booklet: Booklet) -> None:
    for issue in ("student", "teacher", "exam"):
        made = apparatus.issued(booklet, issue)
        roots = [s.tree().get("class", "").split() for s in html.sections(made, load(made))]
        assert all((f"issue-{issue}" in names) == (issue != "student") for names in roots)
    assert "For the teacher's EPUB" in load(booklet).css("ebook", "teacher")
    assert "For the teacher's" not in load(booklet).css("ebook") + load(booklet).css("print", "exam")


def test_a_designer_changes_the_teachers_page_alone(booklet: Booklet, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "theme.toml").write_text('name = "mine"\nextends = "naskh"\n[tokens]\nmargin-teacher = "0.4"\n', "utf-8")
    (mine / "print-teacher.css").write_text("@page { background: #fee }", "utf-8")
    made = replace(booklet, root=tmp_path, meta=replace(booklet.meta, theme="mine"))
    assert "#fee" in load(made).css("print", "teacher")
    assert "#fee" not in load(made).css("print")
    assert min(left for left, *_ in pages(made, "teacher")[::2] if left) == pytest.approx(0.4 * 148, abs=2)
    assert min(left for left, *_ in pages(made)[::2] if left) == pytest.approx(0.185 * 148, abs=2)


def test_editions_are_publications_of_their_own(booklet: Booklet) -> None:
    ids = {issue: apparatus.issued(booklet, issue).meta.identifier for issue in ("student", "teacher", "exam")}
    assert ids["student"] == booklet.meta.identifier
    assert len(set(ids.values())) == 3
    assert all(id.startswith("urn:uuid:") for id in ids.values())
    twice = apparatus.issued(apparatus.issued(booklet, "teacher"), "teacher")
    assert twice.meta.identifier == ids["teacher"]


def test_a_booklet_may_name_the_edition_that_is_made(booklet: Booklet, tmp_path: Path) -> None:
    folder = tmp_path / "study"
    for path in (TOP / "tests" / "booklets" / "study").rglob("*"):
        if path.is_file():
            target = folder / path.relative_to(TOP / "tests" / "booklets" / "study")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    text = (folder / "booklet.yaml").read_text("utf-8")
    assert "study:" not in text
    (folder / "booklet.yaml").write_text(text + "study:\n  edition: exam\n  note-margin: teacher\n", "utf-8")
    made, _ = read(folder, "study")
    assert made is not None
    assert made.meta.study == Study(edition="exam", note_margin="teacher")
    assert build(folder, tmp_path / "out", ("pdf",)).outputs["pdf"][0].name == "study-exam.pdf"
    assert build(folder, tmp_path / "out", ("pdf",), edition="student").outputs["pdf"][0].name == "study.pdf"
