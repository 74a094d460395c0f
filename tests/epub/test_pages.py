"""The page list is the PDF's: each marker stands before the words its page begins with, as poppler reads the page."""

from __future__ import annotations

import hashlib
import re
import subprocess
import unicodedata
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from conftest import TOP, Built
from epub.facts import OPF, TYPE, H, Opened

from report.build import build
from report.epub import paging
from report.epub.lint import lint
from report.html.pages import Pages, Start

LETTERS = 12
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


def misplaced(pages: list[str], after: dict[str, str], heads: set[str]) -> list[int]:
    """Pages that do not begin, behind a running head, with what follows their marker. The letter that opens a column of the
    index is all that two readers of columns agree on."""
    wrong: list[int] = []
    for page, text in enumerate(pages, 1):
        told = after[paging.label(page, "arabic-indic")][:LETTERS]
        told = told[:1] if "الكشاف" in (text[:6], pages[page - 2][:6]) else told
        if text and not any(text.startswith(head + told) for head in heads):
            wrong.append(page)
    return wrong


@pytest.mark.slow
@pytest.mark.xdist_group("built-in")
def test_each_marker_stands_before_the_words_its_page_begins_with(built_in: Built) -> None:
    book, pages = Opened(built_in.epub.read_bytes()), printed(built_in.pdf)
    after = followed(book)
    labels = [paging.label(n, "arabic-indic") for n in range(1, len(pages) + 1)]
    assert list(after) == labels
    titles = {letters("".join(e.itertext())) for root in book.spine.values() for e in root.iter(f"{H}h1")}
    titles |= {letters(book.dc("title")[0]), "", "الإنقاذ", "فينظرالطرفين"}
    heads = titles | {title + "التاريخالحدث" for title in titles}
    assert misplaced(pages, after, heads) == []
    moved = dict(zip(labels, [after[label][1:] for label in labels], strict=True))  # one letter too late
    assert len(misplaced(pages, moved, heads)) > len(pages) * 0.7


@pytest.mark.slow
@pytest.mark.xdist_group("built-in")
def test_every_page_is_listed_and_the_source_is_the_pdf(built_in: Built) -> None:
    book = Opened(built_in.epub.read_bytes())
    count = len(printed(built_in.pdf))
    (nav,) = (nav for nav in book.nav.iterfind(f".//{H}nav") if nav.get(TYPE) == "page-list")
    assert [a.text for a in nav.iter(f"{H}a")] == [paging.label(n, "arabic-indic") for n in range(1, count + 1)]
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
