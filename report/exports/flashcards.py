"""Flash cards for Anki (terms, events, questions), the same bytes each time."""

from __future__ import annotations

import hashlib
import importlib
import io
import tempfile
import zipfile
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Any

from report import apparatus
from report.check.walk import words
from report.fault import Place, Stopped, error
from report.labels import labels
from report.model import (
    Booklet,
    Choice,
    Event,
    Fill,
    Gap,
    Inline,
    Inlines,
    Order,
    Paragraph,
    Question,
    Short,
    Text,
    Truth,
)
from report.script import calendars, digits, languages

_CSS = ".card {{ direction: {direction}; text-align: start; font-size: 1.3em; line-height: 1.7; }}"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say


@dataclass(frozen=True, slots=True)
class Card:
    """`id` stays the same through all editions, so that a deck that is imported again keeps what was learnt. Lines of a
    side are parted by line feeds; `tag` is term, event or question; `place` is where it was declared."""

    id: str
    front: str
    back: str
    tag: str
    place: Place


def cards(booklet: Booklet) -> tuple[Card, ...]:
    """Terms, then events in order of date, then the questions that fit on a card: answered in words, gap or statement.

    Raises Stopped when there is none (K253)."""
    booklet = apparatus.issued(booklet, "student")
    meta, found = booklet.meta, list[Card]()
    fixed = labels(meta.language)
    for term in apparatus.glossary(booklet):
        found.append(Card(f"term-{term.id}", term.term, _said(term.text), "term", term.place))
    for band in apparatus.chronology(booklet, {}):
        for row in band.rows:
            shown = _date(booklet, row.event)
            found.append(Card(f"event-{row.event.id}", row.event.title, shown, "event", row.event.place))
    for chapter in booklet.texts:
        for question in apparatus.questions(chapter):
            if back := _back(question, fixed):
                found.append(Card(question.id, _front(question, fixed), back, "question", question.place))
    if not found:
        raise Stopped([error("K253", meta.place)])
    style = meta.digits
    return tuple(replace(c, front=digits.convert(c.front, style), back=digits.convert(c.back, style)) for c in found)


def anki(booklet: Booklet) -> bytes:
    """An .apkg deck. Raises Stopped when genanki is not installed (K251)."""
    try:
        genanki: Any = importlib.import_module("genanki")
    except ImportError:
        raise Stopped([error("K251", booklet.meta.place)]) from None
    meta = booklet.meta
    direction = languages.find(meta.language).direction
    side = f'<div dir="{direction}" lang="{meta.language}">{{{{{{}}}}}}</div>'
    model = genanki.Model(
        _number(f"{meta.identifier}/model"), "kurrasa",
        fields=[{"name": name, "rtl": direction == "rtl"} for name in ("Front", "Back")],
        templates=[{
            "name": "1", "qfmt": side.format("Front"),
            "afmt": side.format("Front") + "<hr id=answer>" + side.format("Back"),
        }],
        css=_CSS.format(direction=direction),
    )  # fmt: skip
    deck = genanki.Deck(_number(f"{meta.identifier}/deck"), meta.title)
    for card in cards(booklet):
        fields = [escape(side).replace("\n", "<br>") for side in (card.front, card.back)]
        guid = genanki.guid_for(meta.identifier, card.id)
        deck.add_note(genanki.Note(model, fields, guid=guid, tags=[card.tag]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        genanki.Package(deck).write_to_file(path, timestamp=float(meta.modified))
        return _repacked(path)


def _repacked(path: Path) -> bytes:
    """The same zip with one date: genanki stamps its entries with the clock."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in sorted(made.namelist()):
            fixed.writestr(zipfile.ZipInfo(name, _FIRST_DAY), made.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _number(text: str) -> int:
    """A number for Anki's own ids, from 2^30 to 2^31."""
    return (1 << 30) + int.from_bytes(hashlib.sha256(text.encode()).digest()[:4]) % (1 << 30)


def _said(inlines: Inlines) -> str:
    return words((Paragraph(inlines, Place("")),)).strip()


def _date(booklet: Booklet, event: Event) -> str:
    """The date of an event; of one known by order alone the words that place it."""
    meta = booklet.meta
    if event.relation and None in (event.date.lower, event.date.upper):
        return apparatus.placed(booklet, event)
    return calendars.show(event.date, meta.calendars[0], meta.language, meta.months, meta.digits)


def _front(question: Question, fixed: dict[str, str]) -> str:
    """The question as one text: gaps as dots, options beneath, items to order mixed, both judgements on a statement."""
    match question.task:
        case Fill():
            shown = (b.children for b in question.prompt if isinstance(b, Paragraph))
            return " ".join(_said(tuple(_dotted(i) for i in line)) for line in shown)
        case Choice(options=options):
            return "\n".join([words(question.prompt), *(_said(option.words) for option in options)])
        case Order(items=items):
            mixed = (_said(items[n]) for n in apparatus.shuffled(len(items), question.id))
            return "\n".join([words(question.prompt), *mixed])
        case Truth():
            return "\n".join([words(question.prompt), f"{fixed['true']} / {fixed['false']}"])
        case _:
            return words(question.prompt)


def _dotted(inline: Inline) -> Inline:
    return Text("……", inline.place) if isinstance(inline, Gap) else inline


def _back(question: Question, fixed: dict[str, str]) -> str:
    """The answer in words; empty for a kind that needs a page, or whose gaps stand deeper than a line."""
    match question.task:
        case Short():
            return words(question.answer)
        case Truth(true=true):
            return f"{fixed['true' if true else 'false']}\n{words(question.answer)}".strip()
        case Choice(options=options):
            right = (_said(option.words) for option in options if option.right)
            return "\n".join([*right, words(question.answer)]).strip()
        case Fill():
            gaps = apparatus.gaps(question.prompt)
            lines = [b.children for b in question.prompt if isinstance(b, Paragraph)]
            seen = sum(isinstance(inline, Gap) for line in lines for inline in line)
            return " · ".join(_said(gap.children) for gap in gaps) if seen == len(gaps) else ""
        case Order(items=items):
            return "\n".join(map(_said, items))
        case _:
            return ""
