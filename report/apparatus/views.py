"""Views derived from a Booklet: mentions, chronology, glossary, people, sources, key terms, answers (law 4: none is stored)."""

from __future__ import annotations

from dataclasses import dataclass

from report.apparatus import bibliography
from report.apparatus.walk import inlines_in, ref_id
from report.model import Booklet, Chapter, Event, Person, Question, Questions, Ref, RefKind, Source, Term, Text
from report.script import calendars, collation, dates, digits, relations


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


_NEARNESS = {"minutes-after": 0, "before": 0, "after": 1, "minutes-before": 1}
"""In which order events are put beside the same one, so that those of the same minutes stand next to it."""

Mentions = dict[tuple[RefKind, str], tuple[Mention, ...]]


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
    for event in in_order(booklet.events):
        year = dates.first_year(event.date)
        bands.setdefault(year, []).append(Row(event, _shown(booklet, event), found.get(("event", event.id), ())))
    return tuple(Band(year, tuple(rows)) for year, rows in bands.items())


def in_order(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Events by date; one that is placed by another without a day of its own stands next to it, several in the order they
    were written in."""
    beside = sorted((e for e in events if e.relation in relations.BESIDE), key=lambda e: _NEARNESS[e.relation])
    order = sorted((e for e in events if e.relation not in relations.BESIDE), key=lambda e: dates.sort_key(e.date))
    while beside:
        known = {event.id for event in order}
        event = next(event for event in beside if event.anchor in known)  # check has seen that there is no circle
        beside.remove(event)
        at = next(index for index, other in enumerate(order) if other.id == event.anchor)
        if event.relation in relations.LATER:
            at += 1
            while at < len(order) and order[at].anchor == event.anchor and order[at].relation in relations.LATER:
                at += 1
        order.insert(at, event)
    return tuple(order)


def _shown(booklet: Booklet, event: Event) -> tuple[tuple[str, str], ...]:
    """The date in each calendar, with what places it; one that is only after or before another shows no more than that."""
    shown = _dates(booklet, event)
    said = placed(booklet, event)
    if not said:
        return shown
    (calendar, date), *others = shown
    open_ended = event.date.lower is None or event.date.upper is None
    return ((calendar, said),) if open_ended else ((calendar, f"{date} ({said})"), *others)


def placed(booklet: Booklet, event: Event) -> str:
    """The words that place an event by another; empty for one with a date of its own."""
    if not event.relation:
        return ""
    anchor = next(other for other in booklet.events if other.id == event.anchor)
    title = digits.convert(anchor.title, booklet.meta.digits)
    return relations.phrase(event.relation, title, booklet.meta.language)


def _dates(booklet: Booklet, event: Event) -> tuple[tuple[str, str], ...]:
    meta = booklet.meta
    era, words = len(meta.calendars) > 1, (meta.language, meta.months, meta.digits)
    asked = meta.calendars[:1] if event.date.precision == "unknown" else meta.calendars
    return tuple(
        (name, calendars.show(event.date, name, *words, era=era, weekday=event.weekday and name == meta.calendars[0]))
        for name in asked
    )


def people(booklet: Booklet) -> tuple[Person, ...]:
    """Persons in the order of their filing names."""
    return tuple(sorted(booklet.people, key=lambda p: collation.sort_key(p.sort, booklet.meta.language)))


def events_of(booklet: Booklet) -> dict[str, tuple[Event, ...]]:
    """By the id of each person the events that name them, in order of date."""
    named: dict[str, list[Event]] = {person.id: [] for person in booklet.people}
    for event in in_order(booklet.events):
        for person in dict.fromkeys(event.people):
            named[person].append(event)
    return {person: tuple(events) for person, events in named.items()}


def glossary(booklet: Booklet) -> tuple[Term, ...]:
    return tuple(sorted(booklet.terms, key=lambda t: collation.sort_key(t.sort, booklet.meta.language)))


def sources(booklet: Booklet) -> tuple[Source, ...]:
    """Sources by author, then title; a source without an author files by its title. Those in the letters of the booklet
    come first, as ICU orders scripts."""
    key = booklet.meta.language
    return tuple(sorted(booklet.sources, key=lambda s: collation.sort_key(bibliography.filing(s), key)))


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


WORDS_A_MINUTE = 130
"""What a student reads of an Arabic text for study; IReST has 138 for adults reading aloud."""


def reading_minutes(chapter: Chapter) -> int:
    """Minutes to read a chapter's text, questions and answers not counted, rounded up."""
    told = (inline for block in chapter.blocks if not isinstance(block, Questions) for inline in inlines_in((block,)))
    count = sum(len(inline.text.split()) for inline in told if isinstance(inline, Text))
    return max(1, -(-count // WORDS_A_MINUTE))
