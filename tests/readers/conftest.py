"""Books in real reading systems: one server, one browser and one set of books a session."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SAMPLES, TOP, Built, make
from playwright.sync_api import Browser
from readers.shelf import HERE, READY, Reader, Shelf, served

BOOKS = ("built-in", *SAMPLES)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All in one worker, so that nothing is built or started twice; every one is slow."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.xdist_group("readers"))


@pytest.fixture(scope="session")
def installed() -> None:
    """The reading systems of package-lock.json; without Node a desk goes on, CI does not."""
    if shutil.which("node") and READY.is_file():
        return
    reason = "the reading systems are not installed (Node, npm, tests/readers/node_modules): run `make test`"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shelf(installed: None) -> Iterator[Shelf]:
    with served() as shelf:
        yield shelf


@pytest.fixture(scope="session")
def books(installed: None, built_in: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The built-in booklet and the tiny ones, that in two languages included."""
    folder = tmp_path_factory.mktemp("books")
    return {"built-in": built_in} | {name: make(TOP / "tests" / "booklets" / name, folder / name) for name in SAMPLES}


@pytest.fixture(scope="session")
def epubs(books: dict[str, Built]) -> dict[str, Path]:
    return {name: book.epub for name, book in books.items()}


@pytest.fixture(scope="session")
def readers(browser: Browser, shelf: Shelf) -> Iterator[dict[str, Reader]]:
    """Each reading system in a window of a phone's width."""
    opened = {engine: Reader(browser, shelf, engine) for engine in ("foliate", "epubjs")}
    yield opened
    for reader in opened.values():
        reader.close()
