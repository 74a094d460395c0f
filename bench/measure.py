"""Ink past the measure in made-up books: `python bench/measure.py [PAGES=300] [LANGUAGES="ar fa ur he en"]`.

For each language books of mixed paragraphs (emphasis, notes, numbers, Latin, brackets) are set until there are so many
pages, and the ink of every line of the finished PDFs is measured against the text area of its page, by the outlines in the
embedded faces. Side bearings let letters of some faces reach a little past their advance: what is counted is ink further out than that.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pikepdf

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import mixed

from report import theme
from report.model import Booklet
from report.verify import ink
from report.verify.pdf_text import Reader

BEARING = {"ur": 2.0}
"""pt a letter may reach past its advance: nastaliq letters lean out by as much (typography A32)."""
USUAL = 1.0
PLATES = 6  # pages of cover, title, imprint and contents, which have margins of their own


def area(booklet: Booklet, index: int) -> tuple[float, float]:
    """Left and right edge of the text area of a page, in pt."""
    style = theme.load(booklet.meta.theme, booklet.meta.language, booklet.root, booklet.meta.place)
    width = booklet.meta.page[0] / 25.4 * 72
    inner, outer = (float(style.token(f"margin-{side}")) * width for side in ("inner", "outer"))
    gutter_right = (booklet.meta.binding == "right") == (index % 2 == 0)
    return (outer, width - inner) if gutter_right else (inner, width - outer)


def overhangs(done: mixed.Made) -> Iterator[tuple[float, ink.Line]]:
    """How far the ink of each line stands outside the text area (negative: inside), with the line."""
    sides = [area(done.booklet, index) for index in (0, 1)]
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        for line in ink.lines(Reader(pdf)):
            if line.page >= PLATES:
                left, right = sides[line.page % 2]
                yield max(left - line.left, line.right - right), line


def book(language: str, seed: int, room: Path, paragraphs: int = 90) -> mixed.Made:
    random = Random(seed)
    texts = [mixed.at_random(language, random) for _ in range(paragraphs)]
    return mixed.made(mixed.write(room / f"{language}-{seed}", language, [texts]))


def measure(language: str, pages: int, room: Path) -> tuple[int, int, float, int, int]:
    """Pages, lines, the farthest overhang in pt, lines past the bearing, and lines the layout itself warned of."""
    seen = lines = past = warned = seed = 0
    farthest = -1e9
    while seen < pages:
        done = book(language, seed, room)
        seed += 1
        warned += sum("K505" in said for said in done.warnings)
        with pikepdf.open(io.BytesIO(done.data)) as pdf:
            seen += len(pdf.pages) - PLATES
        for out, _ in overhangs(done):
            lines += 1
            past += out > BEARING.get(language, USUAL)
            farthest = max(farthest, out)
    return seen, lines, farthest, past, warned


def main() -> None:
    pages = int(os.environ.get("PAGES", "300"))
    print(f"{'':>4} {'pages':>6} {'stretches':>9} {'farthest pt':>12} {'past':>5} {'warned':>7}")
    with tempfile.TemporaryDirectory(prefix="kurrasa-measure-") as room:
        for language in os.environ.get("LANGUAGES", "ar fa ur he en").split():
            seen, lines, farthest, past, warned = measure(language, pages, Path(room))
            print(f"{language:>4} {seen:>6} {lines:>9} {farthest:>12.2f} {past:>5} {warned:>7}", flush=True)


if __name__ == "__main__":
    main()
