"""Shared by all tests: the booklets they build, each built once a session, and a quiet environment."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from report import assets, html, theme
from report.build import Result, build, read
from report.html import Section
from report.model import Booklet
from report.theme import Theme

# Machines are slow and shared: no deadline. In CI the examples are the same each time, so that a change is judged by
# itself; at a desk they are new ones.
settings.register_profile("kurrasa", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("kurrasa")

TOP = Path(__file__).resolve().parent.parent
LANGUAGES = ("ar", "fa", "ur", "he", "en")
# Nothing but this machine is reached, whatever a book or a reader asks for.
BROWSER_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking",
                 "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]  # fmt: skip

SAMPLES = (*LANGUAGES, "bilingual")
"""The tiny booklets that go through every proof."""


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing is kept in the home of whoever runs the tests, nor taken from there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew instead of comparing")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@dataclass(frozen=True)
class Built:
    """A booklet with its sections and the files that were made from it."""

    booklet: Booklet
    theme: Theme
    sections: tuple[Section, ...]
    result: Result

    @property
    def pdf(self) -> Path:
        return self.result.outputs["pdf"][0]

    @property
    def epub(self) -> Path:
        return self.result.outputs["epub"][0]


def make(folder: Path, out: Path) -> Built:
    """Build a booklet that must be sound."""
    booklet, faults = read(folder, folder.name)
    assert booklet is not None, faults
    style = theme.load(booklet.meta.theme, booklet.meta.language, booklet.root, booklet.meta.place)
    result = build(folder, out, shown=folder.name)
    assert result.sound, result.faults
    return Built(booklet, style, html.sections(booklet, style), result)


@pytest.fixture(scope="session")
def built_in(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The built-in booklet."""
    return make(assets.builtin_booklet(), tmp_path_factory.mktemp("built-in"))


@pytest.fixture(scope="session", params=SAMPLES)
def tiny(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The tiny booklet of each language in turn, then the one in two."""
    return make(TOP / "tests" / "booklets" / request.param, tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests that look at a screen; they are slow ones."""
    program = shutil.which("chromium")
    assert program, "chromium is not installed: run `make test`"
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=BROWSER_FLAGS)
        yield chromium
        chromium.close()
