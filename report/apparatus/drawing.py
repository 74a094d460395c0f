"""Questions drawn from the chronology: chosen and mixed by a seed, never one that the dates leave open."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import replace

from report.model import (
    Block,
    Booklet,
    Chapter,
    Drawn,
    Event,
    Inlines,
    Order,
    Paragraph,
    Question,
    Questions,
    Text,
    Truth,
)
from report.script import calendars, dates


def drawn(booklet: Booklet) -> Booklet:
    """The booklet with every such question made; the rest of it untouched."""
    front, chapters, back = (
        tuple(_chapter(booklet, c) for c in part) for part in (booklet.front, booklet.chapters, booklet.back)
    )
    return replace(booklet, front=front, chapters=chapters, back=back)


def _chapter(booklet: Booklet, chapter: Chapter) -> Chapter:
    return replace(chapter, blocks=tuple(_block(booklet, block) for block in chapter.blocks))


def _block(booklet: Booklet, block: Block) -> Block:
    if not isinstance(block, Questions):
        return block
    return replace(block, items=tuple(_made(booklet, q) for q in block.items))


def _made(booklet: Booklet, question: Question) -> Question:
    task = question.task
    if not isinstance(task, Drawn):
        return question
    seed = task.seed or question.id
    if task.kind == "order":
        events = distinct(booklet.events, seed)[: task.count]
        rows = sorted(events, key=lambda event: dates.sort_key(event.date))
        items = tuple(_words(event.title, question) for event in rows)
        told = tuple(_words(_told(booklet, e, e), question) for e in rows)
        return replace(question, task=Order(items, told))
    return _statement(booklet, question, seed)


def _statement(booklet: Booklet, question: Question, seed: str) -> Question:
    """An event with a date, its own or another's; the answer gives its own."""
    first, other, *_ = distinct(booklet.events, seed)
    true = hashlib.sha256(f"{seed}/truth".encode()).digest()[0] % 2 == 0
    said = Paragraph(_words(_told(booklet, first, first if true else other), question), question.place)
    right = Paragraph(_words(_told(booklet, first, first), question), question.place)
    return replace(question, task=Truth(true), prompt=(*question.prompt, said), answer=(*question.answer, right))


def distinct(events: Sequence[Event], seed: str) -> list[Event]:
    """Events mixed by the seed, without any whose days overlap those of another: of any two of them one is
    surely earlier. Dates that are open, approximate or uncertain settle nothing and are left out."""
    sure = [e for e in events if e.date.lower and e.date.upper and not (e.date.approximate or e.date.uncertain)]
    kept: list[Event] = []
    for event in sorted(sure, key=lambda e: (e.date.upper or dt.date.max, e.id)):  # by last day: the most that fit
        if not kept or apart(kept[-1], event):
            kept.append(event)
    return sorted(kept, key=lambda event: hashlib.sha256(f"{seed}/{event.id}".encode()).digest())


def apart(one: Event, other: Event) -> bool:
    """Whether one of two events surely came before the other."""
    a, b = one.date, other.date
    return bool((a.upper and b.lower and a.upper < b.lower) or (b.upper and a.lower and b.upper < a.lower))


def _told(booklet: Booklet, event: Event, dated: Event) -> str:
    return f"{event.title}: {_date(booklet, dated)}"


def _date(booklet: Booklet, event: Event) -> str:
    meta = booklet.meta
    return calendars.show(event.date, meta.calendars[0], meta.language, meta.months, meta.digits)


def _words(text: str, question: Question) -> Inlines:
    return (Text(text, question.place),)
