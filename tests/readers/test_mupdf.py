"""MuPDF, an engine of its own that knows little: no bdi, few selectors. What it shows, the cheapest e-reader shows."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from epub import rich
from epub.conftest import write
from epub.facts import H, Opened
from readers import broken
from readers.conftest import BOOKS

PAGE = {"width": 420, "height": 595, "fontsize": 12}
Character = tuple[str, float, float]


def laid_out(data: bytes) -> pymupdf.Document:
    document = pymupdf.open(stream=data, filetype="epub")
    document.layout(**PAGE)
    return document


def letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c)[0] == "L")


def visible(text: str) -> str:
    """Without spaces and marks of direction, which no face need have."""
    return "".join(c for c in text if unicodedata.category(c)[0] not in "ZC")


def chapters(document: pymupdf.Document) -> list[str]:
    """The letters of each file of the spine, in the order they are drawn in."""
    counts = [document.chapter_page_count(n) for n in range(document.chapter_count)]
    return [
        letters("".join(document[n, page].get_text(flags=0) for page in range(count))) for n, count in enumerate(counts)
    ]


def written(book: Opened) -> list[str]:
    """The same from the files, without the lists that are for readers alone; MuPDF draws the caption of a table after it."""
    for root in book.spine.values():
        for nav in list(root.iter(f"{H}nav")):
            if nav.get("hidden") is not None:
                nav.getparent().remove(nav)
        for table in root.iter(f"{H}table"):
            table.extend(table.findall(f"{H}caption"))
    return [letters("".join(root.find(f"{H}body").itertext())) for root in book.spine.values()]


@pytest.fixture(scope="module", params=BOOKS)
def opened(request: pytest.FixtureRequest, epubs: dict[str, Path]) -> tuple[pymupdf.Document, Opened]:
    data = epubs[request.param].read_bytes()
    return laid_out(data), Opened(data)


def test_it_opens_and_has_the_contents(opened: tuple[pymupdf.Document, Opened]) -> None:
    document, book = opened
    assert document.chapter_count == len(book.spine)
    assert document.page_count >= document.chapter_count
    headings = ["".join(a.itertext()) for a in book.nav.find(f".//{H}nav").iter(f"{H}a")]
    assert [len(headings), sorted(d for d in document.get_toc() if d[2] < 1)] == [len(document.get_toc()), []]


def test_every_letter_in_order(opened: tuple[pymupdf.Document, Opened]) -> None:
    """Words of nastaliq lie one over the other, and MuPDF tells its letters by where they stand: there only that none
    is lost."""
    document, book = opened
    sloping = book.dc("language")[0] == "ur"
    for found, wanted, path in zip(chapters(document), written(book), book.spine, strict=True):
        assert (sorted(found) == sorted(wanted)) if sloping else (found == wanted), path


def line(document: pymupdf.Document, words: str) -> tuple[Any, list[Character]]:
    """The page and the characters of the line with these words: character, left, right."""
    for page in document:
        for block in page.get_text("rawdict", flags=0)["blocks"]:
            for row in block["lines"]:
                found = [c for span in row["spans"] for c in span["chars"]]
                if words in "".join(c["c"] for c in found):
                    return page, [(c["c"], c["bbox"][0], c["bbox"][2], *c["bbox"][1::2]) for c in found]
    raise AssertionError(f"no line has {words}")


def bulge(page: pymupdf.Page, box: Any) -> str:
    """To which side a bracket bulges: where the ink stands in the middle against where it stands at the ends."""
    _, left, right, top, bottom = box
    shot = page.get_pixmap(clip=pymupdf.Rect(left - 1, top, right + 1, bottom), dpi=600, colorspace="gray")
    rows = [
        sum(dark) / len(dark)
        for y in range(shot.height)
        if (dark := [x for x in range(shot.width) if shot.pixel(x, y)[0] < 128])
    ]
    middle, end = rows[len(rows) // 2], rows[2]
    assert abs(middle - end) > 1
    return "left" if middle < end else "right"


@pytest.fixture(scope="module")
def phrases(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return write(rich.arabic(tmp_path_factory.mktemp("phrases"))).data


def test_a_latin_phrase_keeps_its_brackets(phrases: bytes) -> None:
    page, found = line(laid_out(phrases), "Argo")
    text = "".join(c[0] for c in found)
    phrase = found[text.index("Argo") : text.index("Argo") + len("Argo (2012)")]
    assert [c[1] for c in phrase] == sorted(c[1] for c in phrase)
    assert (bulge(page, phrase[5]), bulge(page, phrase[10])) == ("left", "right")


def test_arabic_brackets_open_at_the_right(epubs: dict[str, Path]) -> None:
    page, found = line(laid_out(epubs["built-in"].read_bytes()), "(\u200ekurrasa\u200e)")
    first, last = (next(c for c in found if c[0] == sign) for sign in "()")
    assert first[1] > last[1]
    assert (bulge(page, first), bulge(page, last)) == ("right", "left")


def test_probe_without_the_marks_a_bracket_strays(phrases: bytes) -> None:
    data = broken.without(phrases, "preface.xhtml", "\u200e".encode())
    _, found = line(laid_out(data), "Argo")
    text = "".join(c[0] for c in found)
    phrase = found[text.index("Argo") : text.index("Argo") + len("Argo (2012)")]
    assert [c[1] for c in phrase] != sorted(c[1] for c in phrase)


def test_faces_are_the_books_own(epubs: dict[str, Path]) -> None:
    """Kobo and MuPDF take no WOFF2; a face that could not be read would be replaced by one of the reader's."""
    data = epubs["built-in"].read_bytes()
    with zipfile.ZipFile(epubs["built-in"]) as package:
        own = {Path(name).stem.replace("-", "").casefold() for name in package.namelist() if name.endswith(".ttf")}
    document = laid_out(data)
    used: Counter[str] = Counter()
    for page in document:
        for block in page.get_text("dict", flags=0)["blocks"]:
            for row in block["lines"]:
                for span in row["spans"]:
                    used[span["font"].replace(" ", "").replace("-", "").casefold()] += len(visible(span["text"]))
    assert used["amiriregular"] > 10_000
    assert used["amiribold"] > 100
    assert {name for name, count in used.items() if count} <= own, used


def above_heading(data: bytes, heading: str) -> float:
    """The space over a heading, in heights of its line; from the end, for the contents have the same words."""
    document = laid_out(data)
    for page in (document[n] for n in reversed(range(document.page_count))):
        rows = sorted(row["bbox"][1::2] for b in page.get_text("dict", flags=0)["blocks"] for row in b["lines"])
        for block in page.get_text("dict", flags=0)["blocks"]:
            for row in block["lines"]:
                top, bottom = row["bbox"][1::2]
                before = [low for _, low in rows if low <= top + 2]
                if before and "".join(span["text"] for span in row["spans"]).strip() == heading:
                    return (top - max(before)) / (bottom - top)
    raise AssertionError(heading)


def test_headings_stand_apart_where_logical_sides_are_unknown(epubs: dict[str, Path]) -> None:
    data, heading = epubs["built-in"].read_bytes(), "في نظر الأمريكيين"
    assert above_heading(data, heading) > 0.5

    def modern(name: str, text: bytes) -> bytes:
        return (
            re.sub(rb"(?:margin|padding|border)-(?:top|bottom):[^;]*; ", b"", text) if name.endswith(".css") else text
        )

    assert above_heading(broken.changed(data, modern), heading) < 0.2
