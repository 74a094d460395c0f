"""E-books written once a session: the tiny booklets in five languages, and two that use everything."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from epub import rich
from epub.facts import Opened
from PIL import Image

from report import epub, html, theme
from report.build import read
from report.epub.lint.tracing import Origins
from report.html import Section
from report.html.pages import Pages, Start
from report.model import Booklet
from report.script import languages
from report.theme import Theme

TINY = Path(__file__).resolve().parent.parent / "booklets"


@dataclass
class Written:
    """A booklet and the e-book made of it."""

    booklet: Booklet
    theme: Theme
    sections: tuple[Section, ...]
    cover: bytes
    data: bytes

    @property
    def language(self) -> str:
        return self.booklet.meta.language

    @property
    def direction(self) -> str:
        return languages.find(self.language).direction

    @property
    def opened(self) -> Opened:
        return Opened(self.data)

    def origins(self) -> Origins:
        """Where everything in it was written."""
        return epub.origins(self.booklet, self.sections, self.theme)

    def again(self, **changes: object) -> bytes:
        """The same book written once more, with some of its parts changed."""
        parts = {
            "booklet": self.booklet,
            "sections": self.sections,
            "theme": self.theme,
            "cover": lambda: self.cover,
        } | changes
        return epub.write(**parts)  # type: ignore[arg-type]


def jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1600, 2560), "#1d4b46").save(out, "JPEG")
    return out.getvalue()


def write(folder: Path) -> Written:
    booklet, faults = read(folder, folder.name)
    assert booklet is not None, faults
    style = theme.load(booklet.meta.theme, booklet.meta.language, booklet.root, booklet.meta.place)
    sections = html.sections(booklet, style)
    cover = jpeg()
    return Written(booklet, style, sections, cover, epub.write(booklet, sections, style, lambda: cover))


@pytest.fixture(scope="session")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return write(rich.arabic(tmp_path_factory.mktemp("arabic")))


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return write(rich.english(tmp_path_factory.mktemp("english")))


@pytest.fixture(scope="session")
def paged(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The Arabic one with an index, an answer key, and pages of a PDF as they might be: one for each section."""
    folder = rich.arabic(tmp_path_factory.mktemp("paged"))
    text = folder / "text" / "rescue.md"
    text.write_text(
        text.read_text("utf-8").replace("انتهى كل شيء", '[انتهى]{index="النهاية!الأولى"} كل [شيء]{.index}'), "utf-8"
    )
    made = write(folder)
    numbers = {e.get("id", ""): n for n, s in enumerate(made.sections, 1) for e in s.tree().iter() if e.get("id")}
    starts = tuple(Start(n, s.id, 0, 0) for n, s in enumerate(made.sections, 1))
    pages = Pages(len(made.sections), numbers, starts, "urn:uuid:3f1c0a52-0000-5000-8000-0000000000bb")
    return replace(made, data=made.again(pages=pages))


@pytest.fixture(scope="session", params=["arabic", "english", "ar", "fa", "ur", "he", "en", "bilingual"])
def book(request: pytest.FixtureRequest) -> Written:
    """Each book in turn."""
    if request.param in ("arabic", "english"):
        return request.getfixturevalue(request.param)
    return write(TINY / request.param)
