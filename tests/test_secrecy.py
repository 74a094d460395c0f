"""The exam edition of the built-in booklet tells no answer, hint, rubric or note for the teacher, anywhere in its files."""

from __future__ import annotations

import io
import subprocess
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from report import apparatus, assets
from report.build import build, read
from report.check.walk import words
from report.labels import labels
from report.model import Block, Booklet, Box, Essay, Inlines, Issue, Paragraph, Question, Table
from report.script import digits
from report.verify.pdf_text import Reader

WINDOW = 4  # words that follow each other
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pdf")]


def plain(text: str) -> list[str]:
    """Words of letters and digits alone, without marks, in one family of digits: nothing typographic hides a match."""
    folded = digits.fold(unicodedata.normalize("NFKC", text))
    kept = "".join(
        c if unicodedata.category(c)[0] in "LN" else "" if unicodedata.category(c) in ("Mn", "Cf") else " "
        for c in folded
    )
    return kept.replace("ـ", "").split()


def windows(text: str) -> set[str]:
    """Every run of a few words, the whole if it is shorter."""
    said = plain(text)
    return {"".join(said[n : n + WINDOW]) for n in range(max(1, len(said) - WINDOW + 1))} - {""}


def of(inlines: Inlines, question: Question) -> str:
    return words((Paragraph(inlines, question.place),))


def told_to_teachers(booklet: Booklet) -> Iterator[tuple[str, str]]:
    """What only a teacher may see, each with its place."""
    whole = apparatus.issued(booklet, "teacher")
    for chapter in whole.texts:
        for block in chapter.blocks:
            if isinstance(block, Box) and block.kind == "teacher":
                yield str(block.place), words(block.blocks)
        for question in apparatus.questions(chapter):
            place = str(question.place)
            yield place, words(question.answer)
            yield place, of(question.hint, question)
            for gap in apparatus.gaps(question.prompt):
                yield place, of(gap.children, question)
            if isinstance(question.task, Essay) and isinstance(rubric := question.task.rubric, Table):
                yield from ((place, of(cell.children, question)) for row in (rubric.head, *rubric.rows) for cell in row)


def asked(booklet: Booklet) -> str:
    """All that an exam has to ask, titles of chapters too: an answer's words that stand there by nature are no secret."""
    exam = apparatus.issued(booklet, "exam")
    said = [exam.meta.title, exam.meta.subtitle]
    false = labels(booklet.meta.language)["false"]  # stands before the question that follows, and spaces do not count
    for chapter in exam.texts:
        said.append(chapter.title)
        for question in apparatus.questions(chapter):
            blocks: tuple[Block, ...] = question.prompt
            said += [false, words(blocks), *(of(phrase, question) for phrase in question.phrases)]
    return " \n".join(said)


@pytest.fixture(scope="module")
def booklet() -> Booklet:
    made, faults = read(assets.builtin_booklet(), "b")
    assert made is not None, faults
    return made


@pytest.fixture(scope="module")
def secrets(booklet: Booklet) -> dict[str, str]:
    """Windows of words with the place they come from, without those that an exam asks, and none of a few letters."""
    open_ = "".join(plain(asked(booklet)))
    found = {window: place for place, text in told_to_teachers(booklet) for window in windows(text)}
    return {window: place for window, place in found.items() if window not in open_ and len(window) > 7}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[Issue, dict[str, Path]]:
    out = tmp_path_factory.mktemp("secrecy")
    made: dict[Issue, dict[str, Path]] = {}
    for issue in ("exam", "teacher"):
        result = build(assets.builtin_booklet(), out, edition=issue)
        assert result.sound, result.faults
        made[issue] = {name: path for name, (path, _) in result.outputs.items()}
    return made


# ── everything a file holds ──────────────────────────────────────────────────────────────────────────────────────────


def everything(path: Path) -> Iterator[str]:
    yield from _of_epub(path) if path.suffix == ".epub" else _of_pdf(path)


def _of_epub(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as book:
        yield book.comment.decode(errors="replace")
        for entry in book.infolist():
            data = book.read(entry)
            yield entry.filename
            yield from (
                data.decode(errors="ignore"),
                data.decode("utf-16-be", "ignore"),
                data.decode("utf-16-le", "ignore"),
            )
            if entry.filename.endswith((".xhtml", ".opf", ".ncx", ".xml", ".svg")):
                tree = ET.fromstring(data)
                yield "".join(tree.itertext())
                yield " ".join(value for element in tree.iter() for value in element.attrib.values())


def _of_pdf(path: Path) -> Iterator[str]:
    for order in ((), ("-raw",), ("-layout",)):
        done = subprocess.run(["pdftotext", *order, str(path), "-"], capture_output=True, text=True, check=True)
        yield done.stdout
    with pikepdf.open(path) as pdf:
        reader = Reader(pdf)
        lines = [leaf.text for leaf in reader.leaves()]
        yield " ".join(lines)
        yield " ".join(line[::-1] for line in lines)  # glyphs stand in the order of display
        yield reader.untagged + " " + reader.untagged[::-1]
        for thing in pdf.objects:
            yield from _strings(thing)
            if isinstance(thing, pikepdf.Stream):
                data = thing.read_bytes() if not str(thing.get("/Filter", "")).startswith(("/DCT", "/JPX")) else b""
                yield from (data.decode(errors="ignore"), data.decode("utf-16-be", "ignore"))
        for name, attached in pdf.attachments.items():
            yield name + " " + attached.get_file().read_bytes().decode(errors="ignore")


def _strings(thing: Any, depth: int = 0) -> Iterator[str]:
    """Titles of bookmarks, ActualText, alternative texts, entries of the info dictionary: every string there is."""
    match thing:
        case pikepdf.String():
            yield str(thing)
        case pikepdf.Array() if depth < 6:
            yield from (text for item in thing if not _indirect(item) for text in _strings(item, depth + 1))
        case pikepdf.Dictionary() | pikepdf.Stream() if depth < 6:
            yield from (
                text
                for item in (value for _, value in thing.items())
                if not _indirect(item)
                for text in _strings(item, depth + 1)
            )
        case _:
            return


def _indirect(thing: Any) -> bool:
    return isinstance(thing, pikepdf.Object) and thing.is_indirect


def leaks(path: Path, secrets: dict[str, str]) -> dict[str, str]:
    texts = ["".join(plain(text)) for text in everything(path)]
    return {window: place for window, place in secrets.items() if any(window in text for text in texts)}


# ── the proofs ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_there_is_much_to_hide(secrets: dict[str, str]) -> None:
    assert len(secrets) > 400
    assert len(set(secrets.values())) > 25


@pytest.mark.parametrize("form", ["pdf", "epub"])
def test_the_exam_tells_nothing(files: dict[Issue, dict[str, Path]], secrets: dict[str, str], form: str) -> None:
    assert leaks(files["exam"][form], secrets) == {}


@pytest.mark.parametrize("form", ["pdf", "epub"])
def test_the_same_search_finds_all_in_the_teachers_edition(
    files: dict[Issue, dict[str, Path]], secrets: dict[str, str], form: str
) -> None:
    """Or the proof above would prove nothing."""
    found = leaks(files["teacher"][form], secrets)
    assert len(found) > 0.97 * len(secrets), sorted(set(secrets) - set(found))[:20]


def _in_info(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.docinfo["/Subject"] = words


def _in_xmp(pdf: pikepdf.Pdf, words: str) -> None:
    with pdf.open_metadata() as xmp:
        xmp["dc:description"] = words


def _in_outline(pdf: pikepdf.Pdf, words: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(words, 0))


def _in_actual_text(pdf: pikepdf.Pdf, words: str) -> None:
    element = next(iter(Reader(pdf).elements("/P")))
    element["/ActualText"] = pikepdf.String(words)


def _in_an_attachment(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.attachments["key.txt"] = words.encode()


@pytest.mark.parametrize("hide", [_in_info, _in_xmp, _in_outline, _in_actual_text, _in_an_attachment])
def test_an_answer_hidden_in_the_exam_is_found(
    hide: Callable[[pikepdf.Pdf, str], None],
    files: dict[Issue, dict[str, Path]], booklet: Booklet, secrets: dict[str, str], tmp_path: Path,
) -> None:  # fmt: skip
    answer = max((text for _, text in told_to_teachers(booklet)), key=len)
    path = tmp_path / "leaky.pdf"
    with pikepdf.open(files["exam"]["pdf"]) as pdf:
        hide(pdf, answer)
        pdf.save(path)
    assert leaks(path, secrets)


def test_an_answer_hidden_in_the_e_book_is_found(
    files: dict[Issue, dict[str, Path]], booklet: Booklet, secrets: dict[str, str], tmp_path: Path
) -> None:
    answer = max((text for _, text in told_to_teachers(booklet)), key=len)
    for name, data in (("EPUB/key.txt", answer.encode()), ("EPUB/x.xhtml", f'<p title="{answer}"/>'.encode())):
        path = tmp_path / "leaky.epub"
        book = io.BytesIO(files["exam"]["epub"].read_bytes())
        with zipfile.ZipFile(book, "a") as archive:
            archive.writestr(name, data)
        path.write_bytes(book.getvalue())
        assert leaks(path, secrets)


def test_an_edition_that_forgets_to_hide_is_found(
    booklet: Booklet, secrets: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule taken out: hints kept on the paper."""
    from report.apparatus import editions

    honest = editions._bare

    def careless(question: Question) -> Question:
        first = question.answer[0] if question.answer else None
        return replace(honest(question), hint=first.children if isinstance(first, Paragraph) else question.hint)

    monkeypatch.setattr(editions, "_bare", careless)
    result = build(assets.builtin_booklet(), tmp_path, ("pdf",), edition="exam")
    assert leaks(result.outputs["pdf"][0], secrets)


def test_no_gap_is_filled_by_another_question(booklet: Booklet, files: dict[Issue, dict[str, Path]]) -> None:
    """Short answers too, that the search by windows leaves out: each is looked for by itself in all the exam says."""
    filled = [
        "".join(plain(of(gap.children, question)))
        for chapter in booklet.texts
        for question in apparatus.questions(chapter)
        for gap in apparatus.gaps(question.prompt)
    ]
    assert len(filled) >= 3
    text = subprocess.run(
        ["pdftotext", str(files["exam"]["pdf"]), "-"], capture_output=True, text=True, check=True
    ).stdout
    said = "".join(plain(text))
    assert len(said) > 2000
    assert [answer for answer in filled if answer in said] == []
