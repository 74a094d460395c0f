"""The page list is the PDF's: each marker stands before the words its page begins with, as poppler reads the page."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
import subprocess
import unicodedata
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from conftest import TOP, Built, make
from epub.facts import OPF, TYPE, H, Opened

from report.build import build
from report.epub import paging
from report.epub.lint import lint
from report.html.pages import Pages, Start
from report.script import digits

LETTERS = 10
FLOATS = re.compile(r"الدرجات[٠-٩]+")  # points of a question: at the end of its line, so poppler reads them elsewhere


def letters(text: str) -> str:
    """Letters and digits alone: spaces, marks and tatweel differ between the two."""
    return "".join(ch for ch in unicodedata.normalize("NFKC", text) if ch.isalnum() and ch != "\u0640")


def printed(pdf: Path) -> list[str]:
    """The letters of each page, by poppler."""
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True, timeout=60)
    return [FLOATS.sub("", letters(page)) for page in done.stdout.decode().split("\f")[:-1]]


def followed(book: Opened) -> dict[str, str]:
    """The letters that follow each marker in its document, by its label; notes stand elsewhere on a page."""
    found: dict[str, str] = {}
    for root in book.spine.values():
        here: list[str] = []
        for element, text in walk(root):
            if element is not None and element.get(TYPE) == "pagebreak":
                here.append(element.get("aria-label"))
            for label in here:
                found[label] = found.get(label, "") + letters(text)
    return {label: FLOATS.sub("", text) for label, text in found.items()}


def walk(element: Any) -> Iterator[tuple[Any, str]]:
    if element.get("role") not in ("doc-footnote", "doc-noteref"):
        yield element, element.text or ""
        for child in element:
            yield from walk(child)
            yield None, child.tail or ""


def misplaced(pages: list[str], after: Sequence[str], heads: set[str], index: str) -> list[int]:
    """Pages that do not begin, behind a running head, with what follows their marker. The title of the index and the letter
    that opens a column of it are all that two readers of columns agree on; the printed contents are the nav here, where
    the markers of all their pages stand together."""
    wrong: list[int] = []
    for number, (text, words) in enumerate(zip(pages, after, strict=True), 1):
        told = words[:LETTERS]
        if number > 1 and words == after[number - 2]:
            continue
        if words.startswith(index):
            told = index
        elif index in (text[: len(index)], pages[number - 2][: len(index)]):
            told = words[:1]
        if mostly_latin(text) and not told.isascii():
            told = max((head for head in heads if words.startswith(head)), key=len)
        plain = undigited(words)[:LETTERS] if told == words[:LETTERS] else "-"
        begins = any(text.startswith(head + told) or undigited(text).startswith(head + plain) for head in heads)
        if text and not begins:
            wrong.append(number)
    return wrong


def mostly_latin(text: str) -> bool:
    """Poppler takes such a page to go from left to right and turns the phrases of its lines about: its title stands alone."""
    return sum(ch.isascii() and ch.isalpha() for ch in text) * 2 > len(text)


def undigited(text: str) -> str:
    """Without numbers: of folios, note calls and the printed contents, which the e-book has elsewhere or not at all."""
    return re.sub(r"\d", "", text)


def heads_of(built: Built) -> set[str]:
    """What may stand above the text of a page: nothing, the title, the head of a section, and that of a table again."""
    titles = {letters(digits.convert(s.head, built.booklet.meta.digits)) for s in built.sections}
    titles |= {letters(built.booklet.meta.title), "", "الإنقاذ", "فينظرالطرفين"}
    return titles | {title + "التاريخالحدث" for title in titles}


def prove(built: Built) -> int:
    """Every page has one marker, in order, labelled as pdfium labels the page, and poppler reads the same first words on
    the page and behind the marker. How many pages were compared."""
    book, pages = Opened(built.epub.read_bytes()), printed(built.pdf)
    after = followed(book)
    with pypdfium2.PdfDocument(built.pdf) as pdf:
        labels = [pdf.get_page_label(n) for n in range(len(pdf))]
    assert list(after) == labels
    assert len(labels) == len(pages)
    index = letters(next((s.title for s in built.sections if s.kind == "index"), "no index"))
    words, heads = list(after.values()), heads_of(built)
    assert misplaced(pages, words, heads, index) == []
    compared = sum(map(bool, pages))
    late = misplaced(pages, [text[1:] for text in words], heads, index)  # each one letter too late
    assert len(late) > (compared - 2) * 0.5
    return compared


@pytest.mark.slow
@pytest.mark.xdist_group("built-in")
def test_each_marker_stands_before_the_words_its_page_begins_with(built_in: Built) -> None:
    assert prove(built_in) > 50


@pytest.mark.slow
@pytest.mark.xdist_group("pdf")
def test_markers_of_five_languages_stand_before_the_words_of_their_pages(tiny: Built) -> None:
    assert prove(tiny) > 12


@pytest.mark.slow
def test_markers_of_a_long_english_text_stand_within_its_sentences(tmp_path: Path) -> None:
    """Paragraphs over pages, with notes, emphasis, lists and hyphens; most pages begin within a sentence."""
    built = make(long_english(tmp_path / "long"), tmp_path / "out")
    assert prove(built) > 30
    assert within_sentences(Opened(built.epub.read_bytes())) > 10


def long_english(folder: Path) -> Path:
    shutil.copytree(TOP / "tests" / "booklets" / "en", folder)
    chance = random.Random(7)
    syllables = "ra ti on ment lo gy de sta ble for ward in ter na tion al pre sen ta ven ture mo ther".split()
    road = folder / "text" / "road.md"
    text = road.read_text("utf-8")
    for number in range(60):
        words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(chance.randint(20, 160))]
        for at in range(9, len(words), 17):
            words[at] = chance.choice(["*{}*", "**{}**", "{}.", "{},", "“{}”"]).format(words[at])
        words[len(words) // 2] += f"[^l{number}]"
        mark = "- " if number % 9 == 8 else ""
        text += f"\n{mark}{' '.join(words)}.\n\n[^l{number}]: A note, {' '.join(chance.choices(words[:8], k=9))}.\n"
    road.write_text(text, "utf-8")
    return folder


def within_sentences(book: Opened) -> int:
    """Markers with text of the same paragraph before them."""
    count = 0
    for root in book.spine.values():
        for paragraph in root.iter(f"{H}p"):
            told = "".join("\0" if e is not None and e.get(TYPE) == "pagebreak" else t for e, t in walk(paragraph))
            count += sum(bool(letters(part)) for part in told.split("\0")[:-1])
    return count


@pytest.mark.slow
@pytest.mark.xdist_group("built-in")
def test_the_number_on_paper_is_the_label(built_in: Built) -> None:
    """The folio, last on the page as poppler reads it; plates and pages that open a section on paper have none."""
    after, pages = followed(Opened(built_in.epub.read_bytes())), printed(built_in.pdf)
    assert sum(text.endswith(label) for label, text in zip(after, pages, strict=True)) > len(pages) * 0.7


@pytest.mark.slow
@pytest.mark.xdist_group("built-in")
def test_every_page_is_listed_and_the_source_is_the_pdf(built_in: Built) -> None:
    book = Opened(built_in.epub.read_bytes())
    count = len(printed(built_in.pdf))
    (nav,) = (nav for nav in book.nav.iterfind(f".//{H}nav") if nav.get(TYPE) == "page-list")
    assert nav.get("role") == "doc-pagelist"
    links = list(nav.iter(f"{H}a"))
    assert [a.text for a in links] == [digits.format(n, "arabic-indic") for n in range(1, count + 1)]
    for link in links:
        file, _, id = link.get("href").partition("#")
        root = book.nav if file == "nav.xhtml" else book.spine[f"EPUB/{file}"]
        assert [e.get("aria-label") for e in root.iter() if e.get("id") == id] == [link.text]
    own = hashlib.sha256(book.dc("identifier")[0].encode()).digest()[:16]
    assert book.meta("pageBreakSource") == book.dc("source") == [f"urn:uuid:{uuid.UUID(bytes=own)}"]
    assert own in built_in.pdf.read_bytes() or own.hex().encode() in built_in.pdf.read_bytes().lower()
    assert {m.text for m in book.opf.iter(f"{OPF}meta") if m.get("property") == "source-of"} == {"pagination"}
    assert {"pageBreakMarkers", "pageNavigation"} <= set(book.meta("schema:accessibilityFeature"))


@pytest.mark.slow
@pytest.mark.xdist_group("built-in")
def test_the_index_shows_and_leads_to_pages(built_in: Built) -> None:
    book = Opened(built_in.epub.read_bytes())
    after = {label: text for label, text in followed(book).items() if text}
    links = [a for a in book.spine["EPUB/text/index.xhtml"].iter(f"{H}a") if "pageref" in a.get("class", "").split()]
    assert len(links) > 50
    for link in links:
        file, _, id = link.get("href").partition("#")
        seen = ""
        for element in book.spine[f"EPUB/text/{file}"].iter():
            seen = element.get("aria-label") if element.get(TYPE) == "pagebreak" else seen
            if element.get("id") == id:
                break
        assert seen == link.text, link.get("href")
    assert {link.text for link in links} <= set(after)


@pytest.mark.slow
def test_without_a_pdf_there_is_no_page(tmp_path: Path) -> None:
    result = build(TOP / "tests" / "booklets" / "ar", tmp_path, ("epub",))
    assert result.sound
    data = result.outputs["epub"][0].read_bytes()
    for name, content in Opened(data).files.items():
        assert not re.search(rb"pagebreak|page-list|pageBreak|pageNavigation|source-of", content), name
    assert lint(data, "x", ()) == ()


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<s>abc<p>one «two» three</p></s>", "<s>[1]abc<p>one [2]«two» three</p></s>"),
        ("<s>abc<p>on<b>x</b>e two</p></s>", "<s>[1]abc<p>on<b>x</b>e [2]two</p></s>"),
        ("<s>abc<p>on\u0640e.<b>x</b> tw</p></s>", "<s>[1]abc<p>on\u0640e.<b>x</b> [2]tw</p></s>"),
        ("<s>abc<p>one(<b>x</b>two</p></s>", "<s>[1]abc<p>one(<b>x</b>[2]two</p></s>"),
    ],
)
def test_a_marker_stands_before_the_word(html: str, wanted: str) -> None:
    """The page begins with the letter after three."""
    tree = ET.fromstring(html)
    edition = Pages(2, {}, (Start(1, "s", 0, 0), Start(2, "s", 1, 3)), "urn:x")
    listed = paging.mark({"s": tree}, edition, "latin", "")
    assert [m.label for m in listed["s"]] == ["1", "2"]
    told = re.sub(r'<span [^>]*aria-label="(\d)" ?/>', r"[\1]", ET.tostring(tree, encoding="unicode"))
    assert told == wanted


def test_pages_without_text_go_with_the_next() -> None:
    tree = ET.fromstring("<s>abc</s>")
    edition = Pages(4, {}, (Start(1, "cover", 0, 0), Start(3, "contents", 0, 0), Start(4, "s", 0, 0)), "urn:x")
    listed = paging.mark({"s": tree}, edition, "arabic-indic", "contents")
    assert [[m.label for m in group] for group in listed.values()] == [["١", "٢", "٣"], ["٤"]]
    assert [e.get("id") for e in tree] == ["page.4"]


def test_a_reference_to_a_page_is_not_parted() -> None:
    tree = ET.fromstring('<s>ab <i class="locators"><a>c</a></i></s>')
    paging.mark({"s": tree}, Pages(1, {}, (Start(1, "s", 2, 0),), "urn:x"), "latin", "")
    assert [e.tag for e in tree] == ["span", "i"]
