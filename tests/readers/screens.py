"""Pictures of booklets in foliate-js, epub.js and MuPDF, to look at: `make screens`. Sizes in CSS px, text in parts of the
reader's own.

    python tests/readers/screens.py FOLDER [BOOKLET…]

leaves FOLDER/BOOKLET/READER-PAGE-SIZE-LIGHT-TEXT.png and a contact sheet of each reader, size, light and text beside them:
sheet-….png. Without a booklet it is the built-in one whole, and the Urdu one in nastaliq in a few looks.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

import pymupdf
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

TOP = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP), str(TOP / "tests")]

from conftest import BROWSER_FLAGS  # noqa: E402
from epub.facts import Opened  # noqa: E402
from readers.shelf import Reader, Shelf, served  # noqa: E402

from report import assets  # noqa: E402
from report.build import build  # noqa: E402

SIZES = {"phone": (390, 844), "tablet": (820, 1180), "e-ink": (758, 1024)}
LIGHTS = {"day": "html { background: #fff; color: #000 }", "night": "html { background: #111; color: #d8d8d8 }"}
TEXTS = (100, 200)
GREYS = 16  # of an e-ink screen
MUPDF = {"width": 420, "height": 595, "fontsize": 12}


@dataclass(frozen=True)
class View:
    """One look at the book: `element` is what the page shows, the start of the file by default."""

    name: str
    file: str
    element: str = ""
    pages: int = 1  # of MuPDF, which goes to files alone


@dataclass(frozen=True)
class Look:
    """How a book is shown."""

    engine: str = "foliate"
    size: str = "phone"
    light: str = "day"
    text: int = 100

    def __str__(self) -> str:
        return f"{self.engine}-{self.size}-{self.light}-{self.text}"


@dataclass(frozen=True)
class Shot:
    """A page as it is shown; `cut` are texts that its edges cut."""

    name: str
    picture: Image.Image
    cut: Sequence[str] = field(default_factory=list[str])


# Of the built-in booklet; another has those it has files for, or all of its own.
VIEWS = (
    View("cover", "cover.xhtml"),
    View("title", "title.xhtml"),
    View("contents", "nav.xhtml"),
    View("chapter", "seizure.xhtml", pages=2),
    View("table", "background.xhtml", "table"),
    View("questions", "seizure.xhtml", "section.questions"),
    View("notes", "seizure.xhtml", "section.notes"),
    View("chronology", "chronology.xhtml", pages=3),
    View("events", "chronology.xhtml", "tbody tr"),
    View("people", "people.xhtml"),
    View("glossary", "glossary.xhtml"),
    View("answers", "answers.xhtml"),
    View("index", "index.xhtml"),
    View("imprint", "imprint.xhtml"),
)
ALL = (
    *(Look("foliate", *rest) for rest in product(SIZES, LIGHTS, TEXTS)),
    Look("epubjs"), Look("epubjs", "tablet"), Look("mupdf"),
)  # fmt: skip
FEW = (Look(), Look(light="night"), Look(text=200), Look("foliate", "tablet"), Look("epubjs"), Look("mupdf"))


def main(out: Path, booklets: Sequence[Path]) -> None:
    """Without booklets, those whose pictures are kept."""
    wanted = [(booklet, ALL) for booklet in booklets] or [
        (assets.builtin_booklet(), ALL), (TOP / "tests" / "booklets" / "ur", FEW)
    ]  # fmt: skip
    program = shutil.which("chromium")
    assert program, "chromium is not installed: run `make test`"
    with served() as shelf, sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=BROWSER_FLAGS)
        for booklet, looks in wanted:
            data = book_of(booklet)
            for look in looks:
                keep(list(shots(chromium, shelf, data, look)), out / booklet.name, look)
        chromium.close()


def book_of(booklet: Path) -> bytes:
    """Its e-book, with the pages of the PDF, which the index tells."""
    with tempfile.TemporaryDirectory() as folder:
        made = build(booklet, Path(folder), shown=booklet.name)
        assert made.sound, made.faults
        return made.outputs["epub"][0].read_bytes()


def keep(taken: Sequence[Shot], folder: Path, look: Look) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for shot in taken:
        shot.picture.save(folder / f"{look.engine}-{shot.name}-{look.size}-{look.light}-{look.text}.png")
    sheet([shot.picture for shot in taken]).save(folder / f"sheet-{look}.png")


def shots(chromium: Browser, shelf: Shelf, data: bytes, look: Look, views: Sequence[View] = VIEWS) -> Iterator[Shot]:
    """What a look shows of a book: of the views it has files for, else the start of each of its files."""
    book = Opened(data)
    files = {path.rpartition("/")[2] for path in book.spine}
    known = [view for view in views if view.file in files]
    if not any(view.file not in ("cover.xhtml", "title.xhtml", "nav.xhtml", "imprint.xhtml") for view in known):
        known = [View(Path(name).stem, name) for name in sorted(files)]
    if look.engine == "mupdf":
        yield from _drawn(data, book, known)
    else:
        yield from _shown(chromium, shelf, data, look, known)


def _drawn(data: bytes, book: Opened, views: Sequence[View]) -> Iterator[Shot]:
    document = pymupdf.open(stream=data, filetype="epub")
    document.layout(**MUPDF)
    numbers = {path.rpartition("/")[2]: number for number, path in enumerate(book.spine)}
    for view in views:
        chapter = numbers[view.file]
        for page in range(min(view.pages, document.chapter_page_count(chapter)) if not view.element else 0):
            drawn = document[chapter, page].get_pixmap(dpi=110)
            picture = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.samples)
            yield Shot(f"{view.name}{page or ''}", picture)


def _shown(chromium: Browser, shelf: Shelf, data: bytes, look: Look, views: Sequence[View]) -> Iterator[Shot]:
    reader = Reader(chromium, shelf, look.engine, SIZES[look.size])
    reader.page.emulate_media(color_scheme="dark" if look.light == "night" else "light")
    reader.page.add_style_tag(content=LIGHTS[look.light])
    reader.open(shelf.put("screens.epub", data))
    reader.call("style", f"{LIGHTS[look.light]} html {{ font-size: {look.text}% }}", {"margin": "24px"})
    files = {path.rpartition("/")[2]: path for path in reader.about["sections"]}
    for view in views:
        reader.call("goTo", files[view.file])
        if view.element:
            reader.call("show", view.element)
        shot = Image.open(io.BytesIO(reader.page.screenshot()))
        grey = look.size == "e-ink"
        picture = shot.convert("L").quantize(GREYS).convert("L") if grey else shot.convert("RGB")
        yield Shot(view.name, picture, reader.call("cut"))
    reader.close()


def sheet(shots: list[Image.Image], width: int = 360) -> Image.Image:
    """All side by side in rows of five."""
    height = width * shots[0].height // shots[0].width
    rows = -(-len(shots) // 5)
    made = Image.new("RGB", (5 * (width + 8), rows * (height + 8)), "#888")
    for n, shot in enumerate(shots):
        place = ((n % 5) * (width + 8) + 4, (n // 5) * (height + 8) + 4)
        made.paste(shot.convert("RGB").resize((width, height), Image.Resampling.LANCZOS), place)
    return made


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
