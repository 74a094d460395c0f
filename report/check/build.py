"""A sound survey to a Booklet: defaults from the language, places kept, nothing checked again."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final, Literal, cast

from report.check.headings import Declared, declared, parts
from report.check.lives import aged
from report.check.relations import days_of_event, relation
from report.check.survey import Entry, Survey, flat, scalar, scalars
from report.check.writing import date_of, day
from report.model import (
    Booklet,
    Chapter,
    Creator,
    Evaluation,
    Event,
    IndexEntry,
    Inlines,
    Issue,
    Meta,
    Person,
    Role,
    Source,
    Study,
    Term,
)
from report.script import languages, slugs
from report.source.draft import DraftText
from report.source.schema import schemas
from report.source.yaml import Mapping, Scalar, Sequence

SIZES: Final[dict[str, tuple[float, float]]] = {"A5": (148, 210), "B5": (176, 250), "A4": (210, 297)}
"""Width and height in mm (ISO 216)."""

_DETAILS: Final = ("container", "city", "editor", "translator", "volume", "issue", "pages", "short")


def booklet(found: Survey, epoch: str) -> Booklet:
    """The Booklet of a survey without errors; `epoch` is SOURCE_DATE_EPOCH or blank."""
    texts = _chapters(found.draft.texts)
    people, terms = found.entries["person"].values(), found.entries["term"].values()
    events, sources = found.entries["event"].values(), found.entries["source"].values()
    return Booklet(
        found.draft.name,
        found.draft.root,
        _meta(found, epoch),
        texts["front"],
        texts["chapter"],
        texts["back"],
        tuple(_person(found, entry) for entry in people),
        tuple(_term(found, entry) for entry in terms),
        tuple(_event(found, entry) for entry in events),
        tuple(_source(found, entry) for entry in sources),
        tuple(_index_entry(heading) for heading in declared(found)),
    )


def _chapters(texts: tuple[DraftText, ...]) -> dict[Role, tuple[Chapter, ...]]:
    found: dict[Role, list[Chapter]] = {"front": [], "chapter": [], "back": []}
    for text in texts:
        assert text.head
        title = _text(text.head, "title")
        number = len(found["chapter"]) + 1 if text.role == "chapter" else 0
        short = _text(text.head, "short", title)
        found[text.role].append(Chapter(text.id, title, short, text.role, number, text.blocks, text.place))
    return {role: tuple(chapters) for role, chapters in found.items()}


def _meta(found: Survey, epoch: str) -> Meta:
    keys = found.draft.meta
    language = languages.find(_text(keys, "language"))
    page = keys.get("page")
    page = page if isinstance(page, Mapping) else Mapping((), keys.place)
    published = day(_text(keys, "date"))
    assert published
    midnight = dt.datetime(published.year, published.month, published.day, tzinfo=dt.UTC)
    return Meta(
        title=_text(keys, "title"),
        subtitle=_text(keys, "subtitle"),
        language=language.tag,
        identifier=_text(keys, "identifier"),
        date=published.isoformat(),
        modified=int(epoch) if epoch else int(midnight.timestamp()),
        creators=_creators(keys),
        publisher=_text(keys, "publisher"),
        edition=_text(keys, "edition"),
        rights=_text(keys, "rights"),
        description=_text(keys, "description"),
        subjects=_items(keys, "subjects"),
        digits=_text(keys, "digits", language.digits),
        calendars=_items(keys, "calendars") or tuple(_default("calendars")),
        months=_text(keys, "months", _default("months")),
        categories=_categories(keys),
        page=_size(page),
        binding=cast("Literal['right', 'left']", _text(page, "binding", language.binding)),
        theme=_text(keys, "theme", "naskh"),
        place=found.draft.place,
        study=_study(keys),
        timeline={"true": True, "false": False}.get(_text(keys, "timeline")),
        theme_place=theme.place if (theme := keys.get("theme")) else None,
        latin=_text(keys, "latin"),
        sort=_text(keys, "sort"),
        evaluation=_evaluation(keys),
    )


def _evaluation(keys: Mapping) -> Evaluation | None:
    given = keys.get("accessibility")
    if not isinstance(given, Mapping):
        return None
    return Evaluation(*(_text(given, key) for key in ("evaluated-by", "credential", "report", "date")))


def _study(keys: Mapping) -> Study:
    given = keys.get("study")
    study = given if isinstance(given, Mapping) else Mapping((), keys.place)
    key = cast("Literal['back', 'fold', 'none']", _text(study, "key", "back"))
    margin = cast("Literal['true', 'false', 'teacher']", _text(study, "note-margin", "false"))
    edition = cast("Issue", _text(study, "edition", "student"))
    return Study(key, margin, _text(study, "reading-time") == "true", edition)


def _creators(keys: Mapping) -> tuple[Creator, ...]:
    listed = keys.get("creators")
    found: list[Creator] = []
    for item in listed.items if isinstance(listed, Sequence) else ():
        assert isinstance(item, Mapping)
        name = _text(item, "name")
        latin = _text(item, "latin")
        found.append(Creator(name, _text(item, "role", "author"), _text(item, "sort", name), latin))
    return tuple(found)


def _categories(keys: Mapping) -> dict[str, str]:
    given = keys.get("categories")
    entries = given.entries if isinstance(given, Mapping) else ()
    return {key.text.strip(): flat(value.text) for key, value in entries if isinstance(value, Scalar)}


def _size(page: Mapping) -> tuple[float, float]:
    given = page.get("size")
    if isinstance(given, Sequence):
        width, height = (float(item.text) for item in scalars(given))
        return width, height
    return SIZES[_text(page, "size", "A5")]


def _person(found: Survey, entry: Entry) -> Person:
    name = entry.text("name")
    return Person(
        entry.id,
        name,
        entry.text("latin"),
        entry.text("sort") or name,
        entry.text("role"),
        date_of(entry, "born"),
        date_of(entry, "died"),
        _words(found, entry, "text"),
        entry.place,
        entry.text("index") != "false",
        aged(entry),
    )


def _term(found: Survey, entry: Entry) -> Term:
    term = entry.text("term")
    sort, text = entry.text("sort") or term, _words(found, entry, "text")
    see, indexed = _items(entry.keys, "see"), entry.text("index") != "false"
    return Term(entry.id, term, entry.text("latin"), sort, text, see, entry.place, indexed)


def _event(found: Survey, entry: Entry) -> Event:
    date = days_of_event(found, entry)
    given = None if entry.text("date") else relation(entry)
    assert date
    return Event(
        entry.id,
        date,
        entry.text("title"),
        _words(found, entry, "text"),
        slugs.slug(entry.text("passage")),
        entry.text("as_written"),
        entry.text("category"),
        _items(entry.keys, "people"),
        _items(entry.keys, "sources"),
        entry.place,
        relation=given[0] if given else "",
        anchor=given[1].text.strip() if given else "",
        weekday=(entry.text("weekday") or _text(found.draft.meta, "weekday")) == "true",
    )


def _source(found: Survey, entry: Entry) -> Source:
    return Source(
        entry.id,
        entry.text("kind") or "document",
        entry.text("title"),
        entry.text("author"),
        entry.text("publisher"),
        date_of(entry, "year"),
        entry.text("url"),
        entry.text("language"),
        _words(found, entry, "note"),
        entry.place,
        **{key: entry.text(key) for key in _DETAILS},
        accessed=date_of(entry, "accessed"),
    )


def _index_entry(given: Declared) -> IndexEntry:
    see = tuple(parts(name.text) for name in given.see)
    also = tuple(parts(name.text) for name in given.see_also)
    return IndexEntry(given.path, given.sort, see[0] if see else (), also, given.place)


def _words(found: Survey, entry: Entry, key: str) -> Inlines:
    return found.words_of.get((entry.kind, entry.id, key), ())


def _text(keys: Mapping, key: str, default: str = "") -> str:
    given = scalar(keys, key)
    return flat(given.text) if given else default


def _items(keys: Mapping, key: str) -> tuple[str, ...]:
    return tuple(flat(item.text) for item in scalars(keys.get(key)))


def _default(key: str) -> Any:
    return schemas()["booklet"]["properties"][key]["default"]
