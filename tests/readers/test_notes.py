"""Notes over the page: in foliate-js by a tap on the call, and by the rules of the readers that cannot be run here."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Built
from epub.facts import TYPE, H, Opened, said
from readers.conftest import BOOKS
from readers.shelf import Reader, Shelf
from readers.test_pages import direction

LONGEST = 5000  # characters: Kobo shows a longer note as a place to go to
SEEN = "id => { const box = reader.box('#' + id); return box.left >= 0 && box.right <= innerWidth }"


def first_call(book: Opened) -> tuple[str, str, str]:
    """File, id of the call and text of the first note of the book."""
    for path, root in book.spine.items():
        for call in root.iter(f"{H}a"):
            if call.get("role") == "doc-noteref":
                (note,) = root.xpath("//*[@id=$id]", id=call.get("href", "")[1:])
                return path, call.get("id", ""), said(note)
    raise AssertionError("no note")


@pytest.fixture(params=BOOKS)
def opened(
    request: pytest.FixtureRequest, readers: dict[str, Reader], shelf: Shelf, epubs: dict[str, Path]
) -> tuple[Reader, Opened]:
    data = epubs[request.param].read_bytes()
    return readers["foliate"].open(shelf.put(f"{request.param}.epub", data)), Opened(data)


def tap(reader: Reader, selector: str) -> None:
    box = reader.call("box", selector)
    # A finger rests a moment: foliate-js scrolls to what takes the focus one frame after the press.
    reader.page.mouse.click((box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2, delay=150)


def test_a_tap_on_the_first_call_shows_its_note(opened: tuple[Reader, Opened]) -> None:
    reader, book = opened
    path, call, text = first_call(book)
    reader.call("goTo", f"{path}#{call}")
    tap(reader, f"#{call}")
    reader.page.wait_for_function("reader.popped()")
    popped = reader.call("popped")
    assert (popped["type"], popped["direction"]) == ("footnote", direction(book))
    assert " ".join(popped["text"].split()) == text


def test_the_back_link_returns_to_the_call(opened: tuple[Reader, Opened]) -> None:
    reader, book = opened
    path, call, _ = first_call(book)
    back = f"a[role~='doc-backlink'][href='#{call}']"
    note = next(a.getparent().get("id") for a in book.spine[path].iter(f"{H}a") if a.get("href") == f"#{call}")
    reader.call("goTo", f"{path}#{note}")
    # In the tiny booklets both may stand on one page.
    assert len(said(book.spine[path])) < 3000 or not reader.page.evaluate(SEEN, call)
    tap(reader, back)
    reader.page.wait_for_function(SEEN, arg=call)
    assert reader.call("popped") is None


def test_every_note_of_the_booklet_is_one_that_readers_show(built_in: Built) -> None:
    """In the file of its call and after it, short, with both names of what it is and a way back that says so."""
    found = 0
    for path, root in Opened(built_in.epub.read_bytes()).spine.items():
        order = {element.get("id"): n for n, element in enumerate(root.iter("*"))}
        for call in root.iter(f"{H}a"):
            if call.get("role") != "doc-noteref":
                continue
            found += 1
            file, _, id = call.get("href", "").partition("#")
            (note,) = root.xpath("//*[@id=$id]", id=id)
            (back,) = note.iterfind(f"{H}a[@role='doc-backlink']")
            assert (file, note.tag, note.get("role"), note.get(TYPE)) == ("", f"{H}aside", "doc-footnote", "footnote")
            assert call.get(TYPE) == "noteref"
            assert order[call.get("id")] < order[id], path
            assert 0 < len(said(note)) < LONGEST, path
            assert back.get("href") == f"#{call.get('id')}"
            assert back.get("aria-label")
            assert back.get(TYPE) == "backlink"
    assert found > 10
