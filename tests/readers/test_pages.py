"""foliate-js and epub.js, one that guesses what a book leaves out and one that does not: sides, order, contents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from epub.facts import Opened, said
from lxml import etree
from readers import broken
from readers.conftest import BOOKS
from readers.shelf import READERS, Reader, Shelf

from report.script import languages

H, OPS = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/ops}"
RTL_SPINE = b' page-progression-direction="rtl"'


@pytest.fixture(scope="session", params=[(engine, name) for name in BOOKS for engine in READERS], ids="-".join)
def opened(
    request: pytest.FixtureRequest, readers: dict[str, Reader], shelf: Shelf, epubs: dict[str, Path]
) -> tuple[Reader, Opened]:
    """Each book in each reading system, opened once."""
    engine, name = request.param
    data = epubs[name].read_bytes()
    return readers[engine].open(shelf.put(f"{name}.epub", data)), Opened(data)


def direction(book: Opened) -> str:
    return languages.find(book.dc("language")[0]).direction


def chapter(reader: Reader, book: Opened) -> None:
    """Go to the longest chapter."""
    bodies = [path for path, root in book.spine.items() if root.find(f"{H}body[@{OPS}type='bodymatter']") is not None]
    go(reader, max(bodies, key=lambda path: len(said(book.spine[path]))))


def go(reader: Reader, path: str) -> None:
    """The spine's own spelling of a path: foliate-js counts from the package's top, epub.js from the OPF."""
    reader.call("goTo", next(s for s in reader.about["sections"] if path.endswith(s)))


def turned(reader: Reader) -> tuple[float, float]:
    """Where the first text of the next page stands before and after the turn: the middle of its first letter, in px. A page
    on which no text begins, but one goes on, is turned over."""
    for _ in range(4):
        reader.call("next")
        if (number := reader.settled("begins", 20)) >= 0:
            break
    assert number >= 0
    after = reader.call("place", number)
    reader.call("previous")
    before = reader.call("place", number)
    return (before["left"] + before["right"]) / 2, (after["left"] + after["right"]) / 2


def test_direction_language_and_title(opened: tuple[Reader, Opened]) -> None:
    reader, book = opened
    language = reader.about["language"]  # foliate-js lists them where there are several, epub.js knows the first
    told = language if isinstance(language, list) else [language]
    assert told == book.dc("language")[: len(told)]
    assert len(told) in (1, len(book.dc("language")))
    assert (reader.about["direction"], reader.about["title"]) == (direction(book), book.dc("title")[0])


def test_the_next_page_lies_where_reading_goes(opened: tuple[Reader, Opened]) -> None:
    reader, book = opened
    chapter(reader, book)
    before, after = turned(reader)
    assert 0 < after < reader.width
    assert before < 0 if direction(book) == "rtl" else before > reader.width


def test_a_paragraph_begins_at_its_side(opened: tuple[Reader, Opened]) -> None:
    reader, book = opened
    chapter(reader, book)
    line = reader.call("line", "section > p[id]")
    side = "right" if direction(book) == "rtl" else "left"
    assert line["direction"] == direction(book)
    assert line["align"] in ("start", "justify", side)
    assert abs(line[side] - line["block"][side]) < 2


def test_contents_are_those_of_the_nav(opened: tuple[Reader, Opened]) -> None:
    """Labels, addresses and nesting."""
    reader, book = opened
    assert nested(reader.about["contents"]) == listed(navigation(book, "toc"))


def test_pages_and_landmarks_are_those_of_the_nav(
    readers: dict[str, Reader], shelf: Shelf, epubs: dict[str, Path]
) -> None:
    data = epubs["built-in"].read_bytes()
    book, about = Opened(data), readers["foliate"].open(shelf.put("marks.epub", data)).about
    landmarks = navigation(book, "landmarks")
    assert landmarks is not None
    assert [mark["type"] for mark in about["landmarks"]] == [[a.get(f"{OPS}type")] for a in landmarks.iter(f"{H}a")]
    pages = navigation(book, "page-list")
    assert [page["label"] for page in about["pages"]] == (
        [] if pages is None else [label for label, _, _ in listed(pages)]
    )


def test_every_page_of_the_print_can_be_gone_to(
    readers: dict[str, Reader], shelf: Shelf, epubs: dict[str, Path]
) -> None:
    reader = readers["foliate"].open(shelf.put("pages.epub", epubs["built-in"].read_bytes()))
    pages = reader.about["pages"]
    for page in (*pages[:3], *pages[len(pages) // 2 :][:1], *pages[-1:]):
        reader.call("goTo", page["href"])
        file, _, mark = page["href"].partition("#")
        assert reader.call("file") == file
        box = reader.call("box", f"[id='{mark}']") if mark else {"left": 1, "right": 1}
        assert box["right"] >= 0
        assert box["left"] <= reader.width


def test_the_left_arrow_turns_forward(readers: dict[str, Reader], shelf: Shelf, epubs: dict[str, Path]) -> None:
    for name, forward in (("ar", True), ("en", False)):
        data = epubs[name].read_bytes()
        reader = readers["foliate"].open(shelf.put(f"{name}.epub", data))
        chapter(reader, Opened(data))
        reader.call("next")
        page = reader.call("page")
        reader.call("left")
        assert (reader.call("page") > page) == forward, name


def test_probe_without_the_spine_direction_pages_run_the_wrong_way(
    readers: dict[str, Reader], shelf: Shelf, epubs: dict[str, Path]
) -> None:
    """EPUBCheck and Ace pass such a book; here the same measures as above tell it from a good one."""
    data = broken.without(epubs["ar"].read_bytes(), ".opf", RTL_SPINE)
    naive, clever = (readers[engine].open(shelf.put("broken.epub", data)) for engine in ("epubjs", "foliate"))
    assert naive.about["direction"] != "rtl"
    assert clever.about["direction"] != "rtl"
    chapter(naive, Opened(data))
    before, _ = turned(naive)
    assert before > 0
    chapter(clever, Opened(data))
    clever.call("next")
    page = clever.call("page")
    clever.call("left")
    assert clever.call("page") < page


def test_probe_without_dir_a_naive_reader_sets_from_the_left(
    readers: dict[str, Reader], shelf: Shelf, epubs: dict[str, Path]
) -> None:
    """epub.js takes the spine's direction for the text as well; without either nothing tells it that Arabic is Arabic."""
    data = broken.without(epubs["ar"].read_bytes(), ".xhtml", b' dir="rtl"')
    data = broken.without(data, ".opf", RTL_SPINE, b' dir="rtl"')
    reader = readers["epubjs"].open(shelf.put("broken.epub", data))
    chapter(reader, Opened(data))
    line = reader.call("line", "section > p[id]")
    assert line["direction"] == "ltr"
    assert abs(line["left"] - line["block"]["left"]) < 2


def navigation(book: Opened, kind: str) -> etree._Element | None:
    return next((nav for nav in book.nav.iter(f"{H}nav") if nav.get(f"{OPS}type") == kind), None)


Entries = list[tuple[str, str, Any]]


def listed(nav: etree._Element | None) -> Entries:
    assert nav is not None
    top = nav.find(f"{H}ol")
    return [] if top is None else [entry(li) for li in top.iterfind(f"{H}li")]


def entry(item: etree._Element) -> tuple[str, str, Entries]:
    link, inner = item.find(f"{H}a"), item.find(f"{H}ol")
    assert link is not None
    return said(link), link.get("href", ""), [] if inner is None else [entry(li) for li in inner.iterfind(f"{H}li")]


def nested(items: list[dict[str, Any]]) -> Entries:
    return [(" ".join(i["label"].split()), i["href"].removeprefix("EPUB/"), nested(i["items"])) for i in items]
