"""Ink past the measure in made-up books: `python bench/measure.py`, PAGES=300 LANGUAGES="ar fa ur he en".

For each language books of mixed paragraphs (emphasis, notes, numbers, Latin, brackets) are set until there are so many
pages. Every stretch of a line in the finished PDFs is measured: `past` counts those whose letters, with the room their faces
give them, stand outside the measure by more than 0.6 pt (rounding of the engine's units), and those whose ink stands
outside the text area by more than 2 pt; `ink` is the farthest, negative inside. Italic f reaches 1.7 pt out by its own shape.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from pathlib import Path
from random import Random

import pikepdf

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import mixed

INK = 2.0  # pt: what docs/typography.md allows outlines (row A32)


def book(language: str, seed: int, room: Path, paragraphs: int = 90) -> mixed.Made:
    random = Random(seed)
    texts = [mixed.at_random(language, random) for _ in range(paragraphs)]
    return mixed.made(mixed.write(room / f"{language}-{seed}", language, [texts]))


def measure(language: str, pages: int, room: Path) -> tuple[int, int, float, int, int]:
    """Pages, lines, the farthest ink in pt, stretches past the measure, and lines the layout itself warned of."""
    seen = lines = past = warned = seed = 0
    farthest = -1e9
    while seen < pages:
        done = book(language, seed, room)
        seed += 1
        warned += sum("K505" in said for said in done.warnings)
        with pikepdf.open(io.BytesIO(done.data)) as pdf:
            seen += len(pdf.pages) - mixed.PLATES
        for room_out, ink_out in mixed.overhangs(done):
            lines += 1
            past += room_out > mixed.SLACK or ink_out > INK
            farthest = max(farthest, ink_out)
    return seen, lines, farthest, past, warned


def main() -> None:
    pages = int(os.environ.get("PAGES", "300"))
    print(f"{'':>4} {'pages':>6} {'stretches':>9} {'ink pt':>12} {'past':>5} {'warned':>7}")
    with tempfile.TemporaryDirectory(prefix="kurrasa-measure-") as room:
        for language in os.environ.get("LANGUAGES", "ar fa ur he en").split():
            seen, lines, farthest, past, warned = measure(language, pages, Path(room))
            print(f"{language:>4} {seen:>6} {lines:>9} {farthest:>12.2f} {past:>5} {warned:>7}", flush=True)


if __name__ == "__main__":
    main()
