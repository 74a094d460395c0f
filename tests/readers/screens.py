"""Pictures of a booklet in foliate-js, to look at: `make screens`. Sizes in CSS px, text in parts of the reader's own.

    python tests/readers/screens.py FOLDER [BOOKLET]

leaves FOLDER/PAGE-SIZE-LIGHT-TEXT.png and a contact sheet of each size, light and text: FOLDER/sheet-….png.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

TOP = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP), str(TOP / "tests")]

from conftest import BROWSER_FLAGS  # noqa: E402
from readers.shelf import Reader, Shelf, served  # noqa: E402

from report import assets  # noqa: E402
from report.build import build  # noqa: E402

SIZES = {"phone": (390, 844), "tablet": (820, 1180), "e-ink": (758, 1024)}
LIGHTS = {"day": "html { background: #fff; color: #000 }", "night": "html { background: #111; color: #d8d8d8 }"}
TEXTS = (100, 200)
GREYS = 16  # of an e-ink screen


@dataclass(frozen=True)
class View:
    """One look at the book: `element` is what the page shows, the start of the file by default."""

    name: str
    file: str
    element: str = ""


# Of the built-in booklet.
VIEWS = (
    View("cover", "cover.xhtml"),
    View("title", "title.xhtml"),
    View("contents", "nav.xhtml"),
    View("chapter", "seizure.xhtml"),
    View("table", "background.xhtml", "table"),
    View("questions", "seizure.xhtml", "section.questions"),
    View("notes", "seizure.xhtml", "section.notes"),
    View("chronology", "chronology.xhtml"),
    View("events", "chronology.xhtml", "tbody tr"),
    View("people", "people.xhtml"),
    View("glossary", "glossary.xhtml"),
    View("answers", "answers.xhtml"),
    View("index", "index.xhtml"),
    View("imprint", "imprint.xhtml"),
)


def main(out: Path, booklet: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        made = build(booklet, Path(folder), ("epub",), shown=booklet.name)
        assert made.sound, made.faults
        data = made.outputs["epub"][0].read_bytes()
    program = shutil.which("chromium")
    assert program, "chromium is not installed: run `make test`"
    with served() as shelf, sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=BROWSER_FLAGS)
        for size, (light, text) in product(SIZES, product(LIGHTS, TEXTS)):
            shots = list(look(chromium, shelf, shelf.put("book.epub", data), size, light, text))
            for name, shot in shots:
                shot.save(out / f"{name}-{size}-{light}-{text}.png")
            sheet([shot for _, shot in shots]).save(out / f"sheet-{size}-{light}-{text}.png")
        chromium.close()


def look(
    chromium: Browser, shelf: Shelf, book: str, size: str, light: str, text: int
) -> Iterator[tuple[str, Image.Image]]:
    reader = Reader(chromium, shelf, "foliate", SIZES[size])
    reader.page.emulate_media(color_scheme="dark" if light == "night" else "light")
    reader.page.add_style_tag(content=LIGHTS[light])
    reader.open(book)
    reader.call("style", f"{LIGHTS[light]} html {{ font-size: {text}% }}", {"margin": "24px"})
    files = {path.rpartition("/")[2]: path for path in reader.about["sections"]}
    known = [view for view in VIEWS if view.file in files]
    for view in known or [View(Path(name).stem, name) for name in files]:
        reader.call("goTo", files[view.file])
        if view.element:
            reader.call("show", view.element)
        shot = Image.open(io.BytesIO(reader.page.screenshot()))
        yield view.name, shot.convert("L").quantize(GREYS).convert("L") if size == "e-ink" else shot.convert("RGB")
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
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else assets.builtin_booklet())
