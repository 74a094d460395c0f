"""Time kurrasa's EPUB against pandoc's of the same text: `python bench/epub.py`, PAGES=300 RUNS=3.

Wall time of whole processes, run in turn in one go: a first build (`--no-cache`), a second one that finds what was kept,
and one after a chapter was changed. kurrasa reads the folder, checks it, composes, writes the EPUB with
fonts, cover, notes, chronology and answer key, and proves the finished file; pandoc (pip `pypandoc_binary`) reads the
same chapters, each with its title as a heading, and writes an EPUB without fonts, cover, chronology or proof.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pypandoc

from bench import booklet, told

_HEAD = re.compile(r"\A---\n.*?^title: (.*?)$.*?^---\n", re.DOTALL | re.MULTILINE)


def for_pandoc(folder: Path, target: Path) -> list[Path]:
    """The chapters as pandoc reads them: the title a heading of level 1, as in `report`'s e-book."""
    target.mkdir()
    made: list[Path] = []
    for path in sorted((folder / "text").glob("*.md")):
        made.append(target / path.name)
        made[-1].write_text(_HEAD.sub(r"# \1\n", path.read_text("utf-8")), "utf-8")
    return made


def wall(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def main() -> None:
    pages, runs = int(os.environ.get("PAGES", "300")), int(os.environ.get("RUNS", "3"))
    with tempfile.TemporaryDirectory(prefix="kurrasa-bench-") as name:
        room = Path(name)
        folder = booklet(room / "book", pages)
        texts = for_pandoc(folder, room / "pandoc")
        os.environ["XDG_CACHE_HOME"] = str(room / "cache")
        ours = [sys.executable, "-m", "report", "build", str(folder), "--to", "epub", "--out", str(room / "out")]
        theirs = [
            pypandoc.get_pandoc_path(),
            "--file-scope",
            "--toc",
            "--metadata",
            "lang=ar",
            "--metadata",
            "title=كتاب",
        ]
        theirs += ["--output", str(room / "pandoc.epub"), *map(str, texts)]
        wall(ours)  # fills the cache, and Python's own
        turns: list[tuple[float, ...]] = []
        for turn in range(runs):
            first, second = wall([*ours, "--no-cache"]), wall(ours)
            with (folder / "text" / "c007.md").open("a", encoding="utf-8") as chapter:
                chapter.write(f"\nسطر جديد {turn}.\n")
            turns.append((first, second, wall(ours), wall(theirs)))
        print(
            f"{len(texts)} chapters, {sum(len(t.read_text('utf-8')) for t in texts):,} characters; median wall seconds"
        )
        for maker, seconds in zip(("first", "second", "changed", "pandoc"), zip(*turns, strict=True), strict=True):
            print(f"{maker:>8} {statistics.median(seconds):6.2f} ({min(seconds):.2f} … {max(seconds):.2f})")
        for name, at in (("first", 0), ("second", 1), ("changed", 2)):
            print(f"{name} build as a multiple of pandoc: {told([t[at] / t[3] for t in turns])}")
        for path in (room / "out" / "book.epub", room / "pandoc.epub"):
            print(f"{path.name:>12} {path.stat().st_size / 1024:,.0f} KB")


if __name__ == "__main__":
    main()
