"""What a draft holds, gathered once for all rules: entries, ids with their places, mentions, words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from report.cache import NONE, Cache
from report.check.walk import descend, every_block_and_note, every_inline, words
from report.fault import Fault, Place
from report.model import Anchor, Block, Inline, Inlines, Question, Questions, Ref, RefKind
from report.script import digits
from report.source.draft import Draft, DraftText
from report.source.markdown import field
from report.source.yaml import Mapping, Node, Scalar, Sequence

KINDS: Final[dict[str, RefKind]] = {"people": "person", "terms": "term", "events": "event", "sources": "source"}
"""The kind of what each list declares."""

MARKDOWN: Final = ("text", "note")
"""The fields of an entry that hold inline Markdown."""


def flat(text: str) -> str:
    """Plain text of a YAML field on one line; no-break spaces stay."""
    return re.sub(r"[ \t\n]+", " ", text.strip(" \t\n"))


def folded(text: str) -> str:
    """Text for comparing: one space between words, digits of one family."""
    return " ".join(digits.fold(text).split())


def scalar(keys: Mapping, key: str) -> Scalar | None:
    """The value of a key, if it is plain and not empty."""
    found = keys.get(key)
    return found if isinstance(found, Scalar) else None


def scalars(node: Node | None) -> tuple[Scalar, ...]:
    """The plain items of a list."""
    return tuple(n for n in node.items if isinstance(n, Scalar)) if isinstance(node, Sequence) else ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A declared person, term, event or source; `place` is where its id stands, `house` the calendar of early dates that
    the booklet names, empty if it names none."""

    kind: RefKind
    id: str
    place: Place
    keys: Mapping
    house: str = ""

    @property
    def told_calendar(self) -> str:
        """The calendar that its early dates are said to be of, by itself or by the booklet; empty if by neither."""
        return self.text("calendar") or self.house

    @property
    def calendar(self) -> str:
        """How its dates are read (script.dates.CALENDARS): the booklet's `julian` is of dates before 1582 alone."""
        own = self.text("calendar")
        if own in ("gregorian", "julian"):
            return own
        return "historic" if self.house == "julian" else "gregorian"

    def text(self, key: str) -> str:
        """A field as plain text, blank if it is not given."""
        found = scalar(self.keys, key)
        return flat(found.text) if found else ""


@dataclass(frozen=True)
class Survey:
    """A draft with the views that rules look at. `words_of` holds the inlines of every Markdown field of the lists, by
    kind, id and field."""

    draft: Draft
    entries: dict[RefKind, dict[str, Entry]]
    words_of: dict[tuple[RefKind, str, str], Inlines]
    kept: Cache = NONE
    """What rules found in one file alone, and that long since the file has not changed."""

    @cached_property
    def blocks(self) -> tuple[tuple[DraftText, Block], ...]:
        """Every block of the texts, those of notes too, with the text it stands in."""
        return tuple((text, block) for text in self.draft.texts for block in every_block_and_note(text.blocks))

    @cached_property
    def questions(self) -> tuple[tuple[DraftText, Question], ...]:
        """Every question with the text it stands in."""
        asked = ((text, block) for text, block in self.blocks if isinstance(block, Questions))
        return tuple((text, question) for text, block in asked for question in block.items)

    @cached_property
    def answers(self) -> tuple[Inline, ...]:
        """The inlines of answers."""
        return tuple(inline for _, question in self.questions for inline in every_inline(question.answer))

    @cached_property
    def printed(self) -> tuple[tuple[DraftText, Inline], ...]:
        """The inlines of the texts without those of answers: the answer key is not indexed."""
        key = {id(inline) for inline in self.answers}
        return tuple((text, inline) for text, inline in self.inlines if text and id(inline) not in key)

    @cached_property
    def signs(self) -> dict[str, str]:
        """Each character of each file, once, by the file's path: what is not among them need not be searched for."""
        return {lines.path: "".join(set(lines.text)) for lines in self.draft.files}

    @cached_property
    def inlines(self) -> tuple[tuple[DraftText | None, Inline], ...]:
        """Every inline with the text it stands in; those of the lists stand in none."""
        found: list[tuple[DraftText | None, Inline]] = []
        for text in self.draft.texts:
            found.extend((text, inline) for inline in every_inline(text.blocks))
        for phrase in self.words_of.values():
            found.extend((None, inline) for inline in descend(phrase))
        return tuple(found)

    @cached_property
    def declared(self) -> tuple[tuple[str, Place, DraftText | None], ...]:
        """Every id that was written in a text, with its place and text, in reading order; ids of entries are not among
        them, since they stand in the booklet as `person-id` and the like."""
        found: list[tuple[str, Place, DraftText | None]] = []
        for text in self.draft.texts:
            if text.id and text.head and (given := scalar(text.head, "id")):
                found.append((text.id, given.place, text))
        found.extend((block.id, block.place, text) for text, block in self.blocks if block.id)
        found.extend((inline.id, inline.place, text) for text, inline in self.inlines if isinstance(inline, Anchor))
        order = {text.file: index for index, text in enumerate(self.draft.texts)}
        return tuple(sorted(found, key=lambda item: (order.get(item[2].file, 0) if item[2] else len(order), item[1])))

    @cached_property
    def texts_by_id(self) -> dict[str, DraftText]:
        """The text that each id of a chapter, section or place stands in: what a passage may name."""
        return {id: text for id, _, text in self.declared if text}

    @cached_property
    def targets(self) -> frozenset[str]:
        """Every id that a link may lead to."""
        entries = {f"{kind}-{id}" for kind, found in self.entries.items() for id in found}
        asked = {question.id for _, question in self.questions}
        return frozenset(entries | asked | {id for id, _, _ in self.declared})

    @cached_property
    def mentions(self) -> dict[tuple[str, str], set[str]]:
        """What is referred to, by kind and id, and the files of the texts that do so."""
        found: dict[tuple[str, str], set[str]] = {}
        for text, inline in self.inlines:
            if isinstance(inline, Ref):
                found.setdefault((inline.kind, inline.target), set()).add(text.file if text else "")
        return found

    def words(self, text: DraftText) -> str:
        """The words of a text, its title first, folded for comparing."""
        title = scalar(text.head, "title") if text.head else None
        return folded(f"{title.text if title else ''} {words(text.blocks)}")


def survey(draft: Draft, kept: Cache = NONE) -> tuple[Survey, list[Fault]]:
    """A draft's survey, and the faults of the Markdown in its lists."""
    faults: list[Fault] = []
    named = scalar(draft.meta, "calendar")
    house = named.text.strip() if named else ""
    entries: dict[RefKind, dict[str, Entry]] = {
        kind: dict(_entries(draft.lists[name], kind, house)) for name, kind in KINDS.items()
    }
    words_of: dict[tuple[RefKind, str, str], Inlines] = {
        (entry.kind, entry.id, key): field(found, faults)
        for kind in entries.values()
        for entry in kind.values()
        for key in MARKDOWN
        if (found := scalar(entry.keys, key))
    }
    return Survey(draft, entries, words_of, kept), faults


def _entries(listing: Mapping | None, kind: RefKind, house: str) -> Iterator[tuple[str, Entry]]:
    for key, value in listing.entries if listing else ():
        id = key.text.strip()
        keys = value if isinstance(value, Mapping) else Mapping((), key.place)
        yield id, Entry(kind, id, key.place, keys, house)
