"""The index: headings from marks, people and terms, nested, in the order of the language, grouped by first letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from report.apparatus.views import Mentions
from report.apparatus.walk import heading, inlines_in, mark_id
from report.model import Booklet, Chapter, IndexEntry, IndexMark
from report.script import collation

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Locator:
    """A passage: it begins at the id `anchor`, which stands in `chapter`, and runs to the id `to` if there is one."""

    chapter: Chapter
    anchor: str
    to: str = ""
    main: bool = False


@dataclass(frozen=True, slots=True)
class Pointer:
    """A cross-reference to the entry with this id."""

    id: str
    path: Path


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading with what stands under it; `id` is `index-` and its position in the whole index, from 1."""

    id: str
    words: str
    locators: tuple[Locator, ...]
    see: tuple[Pointer, ...]
    see_also: tuple[Pointer, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The entries that file under one letter («ا»), or under «أرقام», «لاتيني»."""

    letter: str
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class _Node:
    path: Path
    sort: str = ""
    as_typed: bool = False
    locators: list[Locator] = field(default_factory=list[Locator])
    said: IndexEntry | None = None
    under: dict[str, _Node] = field(default_factory=dict[str, "_Node"])
    id: str = ""

    def file_under(self, sort: str) -> None:
        """What an author gave is taken as typed."""
        if sort:
            self.sort, self.as_typed = sort, True

    def key(self, language: str) -> tuple[bytes, str]:
        return collation.sort_key(self.sort or self.path[-1], language, as_typed=self.as_typed), self.path[-1]

    def letter(self, language: str) -> str:
        return collation.letter(self.sort or self.path[-1], language, as_typed=self.as_typed)


def index(booklet: Booklet, found: Mentions) -> tuple[Group, ...]:
    """The index in order; empty when no passage is marked and index.yaml says nothing.

    Homographs of one path are one entry. The order is that of collation.sort_key, word by word; what is equal to it
    files by code points, so that it is the same in both outputs and in every build.
    """
    marks = [(c, i) for c in booklet.texts for i in inlines_in(c.blocks) if isinstance(i, IndexMark)]
    if not marks and not booklet.index:
        return ()
    top = _Node(())
    for chapter, mark in marks:
        locator = Locator(chapter, mark_id(chapter, mark), mark.to, mark.main)
        node = _reach(top, heading(mark))
        node.locators.append(locator)
        node.file_under(mark.sort)
    _add_people_and_terms(top, booklet, found)
    for said in booklet.index:
        node = _reach(top, said.path)
        node.said = said
        node.file_under(said.sort)
    language, reading = booklet.meta.language, {c.id: n for n, c in enumerate(booklet.texts)}
    numbered = list(_numbered(top, language))
    ids = {node.path: node.id for node in numbered}
    return tuple(
        Group(letter, tuple(_entry(node, language, ids, reading) for node in nodes))
        for letter, nodes in groupby(_sorted(top, language), key=lambda node: node.letter(language))
    )


def _reach(top: _Node, path: Path) -> _Node:
    """The node of a path, made with those above it if need be."""
    node = top
    for depth, words in enumerate(path, 1):
        node = node.under.setdefault(words, _Node(path[:depth]))
    return node


def _add_people_and_terms(top: _Node, booklet: Booklet, found: Mentions) -> None:
    """A person stands under the name he files by, a term under itself; both only where the text mentions them."""
    things = [("person", p.id, p.sort, p.sort) for p in booklet.people if p.indexed]
    things += [("term", t.id, t.term, t.sort) for t in booklet.terms if t.indexed]
    for kind, id, words, sort in things:
        if places := found.get((kind, id)):  # type: ignore[call-overload]
            node = _reach(top, (words,))
            node.sort = node.sort or sort
            node.locators += [Locator(m.chapter, m.anchor) for m in places]


def _sorted(node: _Node, language: str) -> list[_Node]:
    return sorted(node.under.values(), key=lambda n: n.key(language))


def _numbered(top: _Node, language: str) -> Iterator[_Node]:
    """Every node in the order of the index, each with its id."""
    waiting, count = _sorted(top, language)[::-1], 0
    while waiting:
        node = waiting.pop()
        count += 1
        node.id = f"index-{count}"
        yield node
        waiting += _sorted(node, language)[::-1]


def _entry(node: _Node, language: str, ids: dict[Path, str], reading: dict[str, int]) -> Entry:
    said = node.said
    below = tuple(_entry(n, language, ids, reading) for n in _sorted(node, language))
    return Entry(
        node.id, node.path[-1], _in_order(node.locators, reading),
        _pointers([said.see] if said and said.see else [], ids, language),
        _pointers(said.see_also if said else (), ids, language), below,
    )  # fmt: skip


def _pointers(paths: Sequence[Path], ids: dict[Path, str], language: str) -> tuple[Pointer, ...]:
    """In the order of the index; check has seen that each leads somewhere (K262)."""
    made = [Pointer(ids[path], path) for path in paths]
    return tuple(sorted(made, key=lambda p: [collation.sort_key(part, language) for part in p.path]))


def _in_order(locators: list[Locator], reading: dict[str, int]) -> tuple[Locator, ...]:
    """By chapter; within one in the order they were met. A person marked where he is mentioned is told once."""
    kept: dict[tuple[str, str], Locator] = {}
    for locator in sorted(locators, key=lambda at: reading[at.chapter.id]):
        key = (locator.anchor, locator.to)
        old = kept.get(key)
        kept[key] = replace(locator, main=True) if old and old.main else locator
    return tuple(kept.values())
