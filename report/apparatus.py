"""Views derived from a Booklet: mentions, chronology, glossary, people, sources, key terms, answers (law 4: none is stored)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from report.model import (
    Anchor,
    Block,
    Blocks,
    Booklet,
    Box,
    Break,
    Chapter,
    CodeBlock,
    Digits,
    Emphasis,
    Event,
    Figure,
    Foreign,
    Heading,
    IndexMark,
    Inline,
    Inlines,
    Link,
    List,
    Note,
    Paragraph,
    Person,
    Question,
    Questions,
    Quote,
    Ref,
    RefKind,
    Source,
    Strong,
    Table,
    Term,
)
from report.script import calendars, collation, dates


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the prose that refers to something: `anchor` is its id, `chapter` the text file it stands in."""

    chapter: Chapter
    anchor: str


@dataclass(frozen=True, slots=True)
class Row:
    """One event: `shown` pairs a calendar with the date in it, in the order of Meta.calendars."""

    event: Event
    shown: tuple[tuple[str, str], ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """The events of one year; `year` is None for events without a date."""

    year: int | None
    rows: tuple[Row, ...]


Mentions = dict[tuple[RefKind, str], tuple[Mention, ...]]


def ref_id(chapter: Chapter, ref: Ref) -> str:
    """The anchor of a mention, made from its place so that it needs no counter and no stored state."""
    return f"{chapter.id}-{ref.kind}-{ref.place.line}-{ref.place.column}"


def inlines_of(block: Block) -> Iterator[Inline]:
    """Every inline of a block and of what stands inside it, notes included, answers not: they stand in the key."""
    match block:
        case Paragraph(children=children) | Heading(children=children):
            yield from descend(children)
        case List(items=items):
            for item in items:
                yield from inlines_in(item)
        case Quote(blocks=blocks, attribution=attribution):
            yield from inlines_in(blocks)
            yield from descend(attribution)
        case Table(head=head, rows=rows, caption=caption):
            yield from descend(caption)
            for row in (head, *rows):
                for cell in row:
                    yield from descend(cell.children)
        case Figure(caption=caption):
            yield from descend(caption)
        case Box(title=title, blocks=blocks):
            yield from descend(title)
            yield from inlines_in(blocks)
        case Questions(items=items):
            for question in items:
                yield from inlines_in(question.prompt)
        case CodeBlock() | Break():
            return


def inlines_in(blocks: Blocks) -> Iterator[Inline]:
    for block in blocks:
        yield from inlines_of(block)


def descend(inlines: Inlines) -> Iterator[Inline]:
    """Each inline, then what it holds."""
    for inline in inlines:
        yield inline
        match inline:
            case Note(blocks=blocks):
                yield from inlines_in(blocks)
            case (
                Emphasis(children=children)
                | Strong(children=children)
                | Link(children=children)
                | Ref(children=children)
                | IndexMark(children=children)
                | Foreign(children=children)
                | Digits(children=children)
                | Anchor(children=children)
            ):
                yield from descend(children)
            case _:
                pass


def mentions(booklet: Booklet) -> Mentions:
    """Where each person, term, event and source is referred to, in reading order."""
    found: dict[tuple[RefKind, str], list[Mention]] = {}
    for chapter in booklet.texts:
        for inline in inlines_in(chapter.blocks):
            if isinstance(inline, Ref):
                found.setdefault((inline.kind, inline.target), []).append(Mention(chapter, ref_id(chapter, inline)))
    return {key: tuple(places) for key, places in found.items()}


def chronology(booklet: Booklet, found: Mentions) -> tuple[Band, ...]:
    """Events by date (script.dates.sort_key; ties keep the order they were written in), grouped by first year."""
    bands: dict[int | None, list[Row]] = {}
    for event in sorted(booklet.events, key=lambda e: dates.sort_key(e.date)):
        year = event.date.lower.year if event.date.lower else None
        bands.setdefault(year, []).append(Row(event, _shown(booklet, event), found.get(("event", event.id), ())))
    return tuple(Band(year, tuple(rows)) for year, rows in bands.items())


def _shown(booklet: Booklet, event: Event) -> tuple[tuple[str, str], ...]:
    meta = booklet.meta
    era = len(meta.calendars) > 1
    return tuple(
        (name, calendars.show(event.date, name, meta.language, meta.months, meta.digits, era=era))
        for name in meta.calendars
    )


def people(booklet: Booklet) -> tuple[Person, ...]:
    """Persons in the order of their filing names."""
    return tuple(sorted(booklet.people, key=lambda p: collation.sort_key(p.sort, booklet.meta.language)))


def glossary(booklet: Booklet) -> tuple[Term, ...]:
    return tuple(sorted(booklet.terms, key=lambda t: collation.sort_key(t.sort, booklet.meta.language)))


def sources(booklet: Booklet) -> tuple[Source, ...]:
    """Sources by author, then title; a source without an author files by its title."""
    key = booklet.meta.language
    return tuple(sorted(booklet.sources, key=lambda s: collation.sort_key(f"{s.author} {s.title}".strip(), key)))


def key_terms(booklet: Booklet, chapter: Chapter) -> tuple[Term, ...]:
    """The terms a chapter refers to, in the order it first does."""
    order: dict[str, None] = {}
    for inline in inlines_in(chapter.blocks):
        if isinstance(inline, Ref) and inline.kind == "term":
            order[inline.target] = None
    by_id = {term.id: term for term in booklet.terms}
    return tuple(by_id[target] for target in order)


def questions(chapter: Chapter) -> tuple[Question, ...]:
    """The chapter's questions in order; they stand only at the outer level of a chapter."""
    return tuple(q for block in chapter.blocks if isinstance(block, Questions) for q in block.items)
