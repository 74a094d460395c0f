"""Questions of every kind and the three editions: what is asked never tells the answer, and an exam holds none."""

from __future__ import annotations

import io
import subprocess
import unicodedata
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import oracles
import pikepdf
import pytest
from conftest import TOP

from report import apparatus, html, theme
from report.apparatus.drawing import apart, distinct
from report.build import build, read
from report.check.walk import words
from report.html import Section
from report.model import Analysis, Booklet, Choice, Essay, Fill, Issue, List, Match, Order, Question, Short, Truth
from report.script import digits
from report.verify.pdf_text import Reader

FOLDER = TOP / "tests" / "booklets" / "study"


@pytest.fixture(scope="module")
def booklet() -> Booklet:
    made, faults = read(FOLDER, "study")
    assert made is not None, faults
    assert not faults
    return made


def asked(booklet: Booklet) -> tuple[Question, ...]:
    return apparatus.questions(booklet.chapters[0])


def sections(booklet: Booklet, issue: Issue) -> tuple[Section, ...]:
    made = apparatus.issued(booklet, issue)
    return html.sections(made, theme.load(made.meta.theme, made.meta.language, made.root, made.meta.place))


def plain(text: str) -> str:
    """Letters and digits alone, so that no line break or mark hides a match."""
    folded = digits.fold(unicodedata.normalize("NFKC", text))
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LN")


def secrets(booklet: Booklet) -> set[str]:
    """Every string that only the teacher may see: answers, gaps, hints, rubrics, notes."""
    found = {"نبّه الطلاب على تواريخ البريد", "انظر أول الفصل", "أحمد البغدادي", "وضوح الحجة", "سلامة اللغة"}
    for question in asked(apparatus.issued(booklet, "teacher")):
        for block in question.answer:  # the items of a list have numbers between them on the page
            found |= {words(item) for item in block.items} if isinstance(block, List) else {words((block,))}
    return {plain(text) for text in found} - {""}


def test_each_kind_is_told_by_braces_or_by_its_shape(booklet: Booklet) -> None:
    kinds = [type(q.task) for q in asked(apparatus.drawn(booklet))]
    assert kinds == [Short, Choice, Truth, Match, Order, Fill, Analysis, Essay, Order, Truth]


def test_the_mix_is_stable_and_never_the_answer() -> None:
    assert apparatus.shuffled(5, "letter-q5") == apparatus.shuffled(5, "letter-q5")
    assert apparatus.shuffled(5, "a") == (2, 0, 4, 1, 3) or len(set(apparatus.shuffled(5, "a"))) == 5
    for n in range(200):
        mixed = apparatus.shuffled(2 + n % 4, str(n))
        assert sorted(mixed) == list(range(len(mixed)))
        assert mixed != tuple(sorted(mixed))
    assert apparatus.shuffled(1, "a") == (0,)


def test_drawn_events_lie_apart(booklet: Booklet) -> None:
    events = (*booklet.events, replace(booklet.events[0], id="again"))
    for seed in map(str, range(30)):
        chosen = distinct(events, seed)
        assert len(chosen) == 4
        assert all(apart(a, b) for a in chosen for b in chosen if a is not b)


def test_a_drawn_statement_is_true_only_with_its_own_date(booklet: Booklet) -> None:
    question = asked(apparatus.drawn(booklet))[-1]
    assert isinstance(question.task, Truth)
    said, right = words(question.prompt[-1:]), words(question.answer[-1:])
    assert (said == right) is question.task.true


def test_what_is_asked_does_not_tell_the_answer(booklet: Booklet) -> None:
    for issue in ("student", "exam"):
        tree = next(s for s in sections(booklet, issue) if s.kind in ("chapter", "exam")).tree()
        text = plain("".join(tree.itertext()))
        assert plain("أحمد البغدادي") not in text
        items = ["".join(li.itertext()).strip() for ul in tree.iter("ul") if ul.get("class") == "to-order" for li in ul]
        assert sorted(items[:3]) == sorted(["كتابة الرسالة", "مجيء الجواب", "قدوم الصديق"])
        assert items[:3] != ["كتابة الرسالة", "مجيء الجواب", "قدوم الصديق"]


def test_the_key_gives_each_answer_in_its_form(booklet: Booklet) -> None:
    tree = next(s for s in sections(booklet, "student") if s.kind == "answers").tree()
    shown = {li.get("id", ""): " ".join("".join(li.itertext()).split()) for li in tree.iter("li") if li.get("id")}
    assert shown["letter-q2-answer"].startswith("٢ب في خريف ١٩٧٩")
    assert shown["letter-q3-answer"].startswith("٣خطأ")
    assert shown["letter-q4-answer"] == "٤١ – ب، ٢ – أ"
    assert "كتابة الرسالة مجيء الجواب قدوم الصديق" in shown["letter-q5-answer"]
    assert shown["letter-q6-answer"] == "٦أحمد البغدادي"
    assert "وضوح الحجة" in shown["letter-q8-answer"]


def test_ids_are_unique_in_every_edition(booklet: Booklet) -> None:
    for issue in ("student", "teacher", "exam"):
        ids = [e.get("id") for s in sections(booklet, issue) for e in s.tree().iter() if e.get("id")]
        assert len(ids) == len(set(ids)), issue


def test_a_student_may_have_no_key(booklet: Booklet) -> None:
    meta = replace(booklet.meta, study=replace(booklet.meta.study, key="none", reading_time=True))
    made = sections(replace(booklet, meta=meta), "student")
    assert "answers" not in {s.kind for s in made}
    assert "-answer" not in "".join(s.html for s in made)
    assert "مدة القراءة بالدقائق: ١" in "".join(s.html for s in made)


def everything(path: Path) -> str:
    """All text a file holds: text layer and metadata of a PDF, every file of an EPUB."""
    data = path.read_bytes()
    if path.suffix == ".epub":
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            names = [n for n in book.namelist() if n.endswith((".xhtml", ".opf", ".css", ".xml", ".ncx"))]
            texts = [book.read(n).decode() for n in names]
            shown = ["".join(ET.fromstring(book.read(n)).itertext()) for n in names if n.endswith("xhtml")]
            return "\n".join([*texts, *shown, *book.namelist()])
    with pikepdf.open(path) as pdf:
        reader = Reader(pdf)
        by_poppler = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
        shown = reader.text() + reader.untagged  # glyphs stand in the order of display: read both ways
        with pdf.open_metadata() as xmp:
            return "\n".join([by_poppler, shown, shown[::-1], str(xmp), *map(str, dict(pdf.docinfo).values())])


@pytest.mark.slow
@pytest.mark.xdist_group("pdf")
def test_an_exam_holds_no_answer_anywhere_and_a_teacher_has_all(booklet: Booklet, tmp_path: Path) -> None:
    found = secrets(booklet)
    assert len(found) > 10
    for issue, there in (("exam", False), ("teacher", True)):
        result = build(FOLDER, tmp_path, edition=issue)
        assert result.sound, result.faults
        assert {p.name for p, _ in result.outputs.values()} == {f"study-{issue}.pdf", f"study-{issue}.epub"}
        for path, _ in result.outputs.values():
            text = plain(everything(path))
            drawn_statement = plain(words(asked(apparatus.drawn(booklet))[-1].prompt[-1:]))
            told = {secret for secret in found - {drawn_statement} if secret in text}
            assert told == (found - {drawn_statement} if there else set()), (path.name, told)


@pytest.mark.slow
@pytest.mark.xdist_group("pdf")
@pytest.mark.parametrize("issue", ["student", "teacher", "exam"])
def test_validators_find_nothing_in_any_edition(issue: Issue, tmp_path: Path) -> None:
    outputs = build(FOLDER, tmp_path, edition=issue).outputs
    (verdict,) = oracles.verapdf("ua1", outputs["pdf"][0])
    assert verdict.passed, verdict.failures
    counts, told = oracles.epubcheck(outputs["epub"][0])
    assert set(counts) <= {"USAGE"}, told
