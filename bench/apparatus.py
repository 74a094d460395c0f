"""How long the apparatus of a large booklet takes: 300 pages, 1,000 events, 2,000 index marks, 500 terms (limit: 1 s).

Run from the top of the checkout: .venv/bin/python bench/apparatus.py. The booklet is made in memory, so that reading and
checking do not count; measured are the derived views, and the sections of HTML they are written as.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from report import apparatus, assets, html, theme
from report.build import read
from report.fault import Place
from report.html import timeline
from report.html.pen import Pen
from report.labels import labels
from report.model import (
    Booklet,
    Chapter,
    Event,
    IndexEntry,
    IndexMark,
    Inline,
    Paragraph,
    Person,
    Ref,
    Source,
    Term,
    Text,
)
from report.script import dates

LIMIT = 1.0  # seconds
CHAPTERS, EVENTS, MARKS, TERMS, PEOPLE, SOURCES = 20, 1000, 2000, 500, 100, 60
WORDS_A_PAGE, PAGES = 260, 300
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def main() -> int:
    booklet = large()
    style = theme.load("naskh", "ar", booklet.root, booklet.meta.place)
    asked, words = replace(booklet, meta=replace(booklet.meta, timeline=True)), labels("ar")
    pen = Pen(asked, words, "front")
    views: dict[str, Callable[[], object]] = {
        "mentions": lambda: apparatus.mentions(booklet),
        "chronology": lambda: apparatus.chronology(booklet, found),
        "people, glossary, sources": lambda: [
            f(booklet) for f in (apparatus.people, apparatus.glossary, apparatus.sources)
        ],
        "events of each person": lambda: apparatus.events_of(booklet),
        "index": lambda: apparatus.index(booklet, found),
        "timeline, drawn": lambda: timeline.figures(asked, style, pen, words),
    }
    found = apparatus.mentions(booklet)
    total = 0.0
    for name, view in views.items():
        took = slowest(view)
        total += took
        print(f"{name:28} {took * 1000:8.0f} ms")
    print(f"{'the apparatus':28} {total * 1000:8.0f} ms   limit {LIMIT * 1000:.0f} ms")
    print(
        f"{'all sections as HTML':28} {slowest(lambda: html.sections(booklet, style)) * 1000:8.0f} ms   (text included)"
    )
    return int(total > LIMIT)


def slowest(work: Callable[[], object], rounds: int = 3) -> float:
    """The slowest of three runs, in seconds: the first has nothing remembered."""
    took: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return max(took)


def large() -> Booklet:
    """The built-in booklet's metadata with made-up matter: every entry is mentioned, every mark has a heading."""
    booklet, faults = read(assets.builtin_booklet(), "b")
    assert booklet is not None, faults
    place = Place("bench.md", 1, 1)
    terms = tuple(
        Term(f"t{n}", f"ال{word(n)}", "", f"ال{word(n)}", (Text("معنى.", place),), (), place) for n in range(TERMS)
    )
    people = tuple(
        Person(f"p{n}", word(n), "", f"{word(n + 7)}، {word(n)}", "", dates.parse(str(1900 + n)), None, (), place)
        for n in range(PEOPLE)
    )
    events = tuple(
        Event(
            f"e{n}",
            dates.parse(f"{1900 + n % 99}-{n % 12 + 1:02}"),
            word(n),
            (),
            "c0",
            "",
            "",
            (f"p{n % PEOPLE}",),
            (),
            place,
        )
        for n in range(EVENTS)
    )
    sources = tuple(
        Source(f"s{n}", "book", word(n), f"{word(n)}، أ", "", None, "", "", (), place) for n in range(SOURCES)
    )
    said = tuple(IndexEntry((f"رأس {word(n)}",), "", (heading(n)[0],), (), place) for n in range(100))
    chapters = tuple(chapter(n) for n in range(CHAPTERS))
    made = replace(
        booklet, front=(), back=(), chapters=chapters, terms=terms, people=people, events=events, sources=sources
    )
    return replace(made, index=said)


def chapter(number: int) -> Chapter:
    """A paragraph for every mark; mentions are spread over them."""
    path = Path(f"c{number}.md")
    blocks: list[Paragraph] = []
    for n in range(number, MARKS, CHAPTERS):
        at = Place(str(path), n + 1, 1)
        marked: list[Inline] = [
            Text("كلمة " * (WORDS_A_PAGE * PAGES // MARKS), at),
            IndexMark(heading(n), (Text("كلمة", at),), at),
            Ref("term", f"t{n % TERMS}", (Text("مصطلح", at),), at),
            Ref("event", f"e{n % EVENTS}", (Text("حدث", at),), Place(str(path), n + 1, 2)),
            Ref("person", f"p{n % PEOPLE}", (Text("اسم", at),), Place(str(path), n + 1, 3)),
            Ref("source", f"s{n % SOURCES}", (Text("كتاب", at),), Place(str(path), n + 1, 4)),
        ]
        blocks.append(Paragraph(tuple(marked), at))
    return Chapter(
        f"c{number}", f"فصل {number}", f"فصل {number}", "chapter", number + 1, tuple(blocks), Place(str(path), 1)
    )


def heading(n: int) -> tuple[str, ...]:
    """One of 700 headings, half of them with a sub-heading."""
    top = f"ال{word(n % 700 * 3 + 1)}"
    return (top, f"فرع {word(n)}") if n % 2 else (top,)


def word(n: int) -> str:
    """A word of five letters, a different one for each number below 784."""
    size = len(LETTERS)
    return "".join(LETTERS[i % size] for i in (n, n // size, n * 5, n * 11 + 3, n * 17))


if __name__ == "__main__":
    sys.exit(main())
