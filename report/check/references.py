"""Rules about what refers to what: ids, mentions, links, passages (K201–K203, K207, K208, K210–K212)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from report.check.survey import KINDS, Entry, Survey, flat, folded, scalar, scalars
from report.fault import Fault, Place, error, warning
from report.model import Link, Ref, RefKind
from report.script import slugs
from report.source.yaml import Mapping, Scalar

_LISTS: Final = {kind: name for name, kind in KINDS.items()}
_FIELDS: Final[tuple[tuple[str, RefKind], ...]] = (("people", "person"), ("sources", "source"), ("see", "term"))
_WEB: Final = re.compile(r"https?://[^\s/]|mailto:[^\s]", re.IGNORECASE)
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SECTIONS: Final = (
    "cover",
    "title",
    "imprint",
    "contents",
    "chronology",
    "people",
    "glossary",
    "sources",
    "index",
    "answers",
)
_KINDS: Final = "person|term|event|source"
_MADE: Final = re.compile(
    rf"(?:[pnr][0-9]+|q[0-9]+(?:-answer)?|i-[0-9]+-[0-9]+|(?:{_KINDS})-[0-9]+-[0-9]+|questions|title|answers(?:-title)?)"
)
"""What follows the id of a section in the ids that the press makes: paragraphs, notes, calls, questions, mentions."""


def unknown_references(found: Survey) -> Iterator[Fault]:
    """K201: a person, term, event or source that no list declares, in the text or in a list."""
    for _, inline in found.inlines:
        if isinstance(inline, Ref):
            yield from _unknown(found, inline.kind, inline.target, inline.place)
    for entries in found.entries.values():
        for entry in entries.values():
            for key, kind in _FIELDS:
                for item in scalars(entry.keys.get(key)):
                    yield from _unknown(found, kind, item.text.strip(), item.place)


def unknown_categories(found: Survey) -> Iterator[Fault]:
    """K201: the category of an event that booklet.yaml does not name."""
    known = [key.text.strip() for key, _ in _categories(found)]
    for entry in found.entries["event"].values():
        if (given := scalar(entry.keys, "category")) and given.text.strip() not in known:
            yield _missing("category", given.text.strip(), known, "booklet.yaml", given.place)


def duplicate_ids(found: Survey) -> Iterator[Fault]:
    """K202: an id declared twice, or one that the press makes itself."""
    first: dict[str, Place] = {}
    sections = {text.id for text in found.draft.texts if text.id}
    for id, place, _ in found.declared:
        if id in first:
            yield error("K202", place, id=slugs.written(id), first=first[id])
        elif _made(id, sections):
            yield error("K202", place, reason="reserved", id=id)
        first.setdefault(id, place)


def broken_links(found: Survey) -> Iterator[Fault]:
    """K203: a link to an id of this booklet that there is not."""
    if found.draft.broken - {"booklet"}:
        return
    for _, inline in found.inlines:
        if isinstance(inline, Link) and inline.href.startswith("#") and inline.href[1:] not in found.targets:
            id = slugs.written(inline.href[1:])
            yield error("K203", inline.place, id=id, near=_near(id, found.targets))


def unmentioned(found: Survey) -> Iterator[Fault]:
    """K207: a person, term, event, source or category that nothing refers to."""
    if found.draft.broken:
        return
    named = {
        (kind, item.text.strip())
        for entry in _all(found)
        for key, kind in _FIELDS
        for item in scalars(entry.keys.get(key))
    }
    for entry in _all(found):
        if (entry.kind, entry.id) not in found.mentions and (entry.kind, entry.id) not in named:
            yield warning("K207", entry.place, kind=entry.kind, key=entry.kind, id=entry.id)
    used = {entry.text("category") for entry in found.entries["event"].values()}
    for key, _ in _categories(found):
        if key.text.strip() not in used:
            yield warning("K207", key.place, kind="category", id=key.text.strip(), reason="category")


def unknown_passages(found: Survey) -> Iterator[Fault]:
    """K208: the passage of an event that is no chapter, section or place of the text."""
    if "texts" in found.draft.broken:
        return
    for entry in found.entries["event"].values():
        given = scalar(entry.keys, "passage")
        if given and slugs.slug(flat(given.text)) not in found.texts_by_id:
            near = _near(given.text.strip(), frozenset(found.texts_by_id))
            yield error("K208", given.place, id=given.text.strip(), near=near)


def unsafe_addresses(found: Survey) -> Iterator[Fault]:
    """K210: a link that leads neither into the booklet nor to the web nor to a letter box."""
    for _, inline in found.inlines:
        if isinstance(inline, Link) and not inline.href.startswith("#") and not _WEB.match(inline.href):
            reason = "scheme" if _SCHEME.match(inline.href) else "relative"
            yield error("K210", inline.place, reason=reason, address=inline.href)


def untold_events(found: Survey) -> Iterator[Fault]:
    """K211: an event that is mentioned, but not in the chapter that its passage names."""
    if "texts" in found.draft.broken:
        return
    for entry in found.entries["event"].values():
        files = found.mentions.get(("event", entry.id))
        text = found.texts_by_id.get(slugs.slug(entry.text("passage")))
        if files and text and text.file not in files:
            yield warning("K211", entry.place, id=entry.id, passage=entry.text("passage"), file=text.file)


def misquotations(found: Survey) -> Iterator[Fault]:
    """K212: words given as written that do not stand in the chapter of the passage. White space and the family of
    digits apart they must: what is quoted wrongly is an error in a book for study."""
    for entry in found.entries["event"].values():
        given = scalar(entry.keys, "as_written")
        text = found.texts_by_id.get(slugs.slug(entry.text("passage")))
        if given and text and folded(given.text) not in found.words(text):
            yield error("K212", given.place, words=given.text, file=text.file)


def _all(found: Survey) -> Iterator[Entry]:
    for entries in found.entries.values():
        yield from entries.values()


def _categories(found: Survey) -> tuple[tuple[Scalar, object], ...]:
    given = found.draft.meta.get("categories")
    return given.entries if isinstance(given, Mapping) else ()


def _unknown(found: Survey, kind: RefKind, id: str, place: Place) -> Iterator[Fault]:
    if id in found.entries[kind] or _LISTS[kind] in found.draft.broken:
        return
    other = next((k for k, entries in found.entries.items() if k != kind and id in entries), None)
    if other:
        yield error("K201", place, reason="other", kind=kind, id=id, thing=other, key=other)
    else:
        yield _missing(kind, id, found.entries[kind], f"{_LISTS[kind]}.yaml", place)


def _missing(kind: str, id: str, known: Iterable[str], file: str, place: Place) -> Fault:
    return error("K201", place, kind=kind, id=id, file=file, near=_near(id, frozenset(known)))


@lru_cache(maxsize=1024)
def _near(id: str, known: frozenset[str]) -> str:
    """The known id that looks most like an unknown one, if any does; remembered, since one misspelling is often repeated."""
    return next(iter(get_close_matches(id, sorted(map(slugs.written, known)), 1)), "")


def _made(id: str, sections: set[str]) -> bool:
    """Whether the press makes such an id itself."""
    if id in _SECTIONS or re.match(rf"(?:{_KINDS}|index)-", id):
        return True
    heads = (id[: match.start()] for match in re.finditer("-", id))
    return any(head in sections | {*_SECTIONS} and _MADE.fullmatch(id[len(head) + 1 :]) for head in heads)
