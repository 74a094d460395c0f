"""The words of a booklet's files by file: each piece of prose with its place and its language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from report.fault import Fault
from report.source import head, markdown
from report.source.draft import BOOKLET, LISTS, Draft
from report.source.lines import Lines, Where
from report.source.prose import Prose
from report.source.yaml import Mapping, Node, Scalar, Sequence, parse

PLAIN: Final[dict[str, frozenset[str]]] = {
    "booklet": frozenset({"title", "subtitle", "publisher", "edition", "rights", "description", "name", "role", "subjects",
                          "sort", "evaluated-by", "credential"}),
    "people": frozenset({"name", "sort", "role"}),
    "terms": frozenset({"term", "sort"}),
    "events": frozenset({"title", "as_written"}),
    "sources": frozenset({"title", "author", "publisher"}),
    "index": frozenset(),  # headings are named by marks in the text, letter by letter
    "chapter": frozenset({"title", "short"}),
}  # fmt: skip
"""The keys that hold words without markup, by kind of file; ids, names of files, dates and foreign names are none."""

MARKDOWN: Final = frozenset({"text", "note"})


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One file's prose: `kind` is a key of PLAIN, `file` its path inside the folder."""

    kind: str
    file: str
    lines: Lines
    prose: tuple[Prose, ...]


def manuscripts(draft: Draft) -> Iterator[Manuscript]:
    """The files of a draft, in the order they were read; the prose of each knows its language."""
    by_path = {lines.path: lines for lines in draft.files}
    trees = {"booklet": draft.meta, **draft.lists}
    for kind in ("booklet", *LISTS):
        file = BOOKLET if kind == "booklet" else f"{kind}.yaml"
        tree, lines = trees[kind], by_path.get(draft.folder.show(file))
        if tree and lines:
            yield Manuscript(kind, file, lines, tuple(_of_tree(tree, kind, language(draft))))
    for text in draft.texts:
        lines = by_path[text.place.path]
        yield Manuscript("chapter", text.file, lines, _of_text(text.head, text.prose, language(draft)))


def again(old: Manuscript, changed: str, tag: str) -> tuple[Manuscript, list[Fault], list[object]]:
    """The same file with its text changed, read anew; with the faults of reading and all that is not prose."""
    faults: list[Fault] = []
    lines = Lines(old.lines.path, changed)
    if old.kind != "chapter":
        tree = parse(lines, faults)
        found = tuple(_of_tree(tree, old.kind, tag)) if isinstance(tree, Mapping) else ()
        return replace(old, lines=lines, prose=found), faults, _bones(tree, old.kind)
    front, prose = head.read(lines, faults), list[Prose]()
    blocks = markdown.text(lines, front.end, "", faults, prose)
    found = _of_text(front.keys, tuple(prose), tag)
    return replace(old, lines=lines, prose=found), faults, [_bones(front.keys, "chapter"), len(blocks), _rests(prose)]


def language(draft: Draft) -> str:
    """The booklet's language tag, blank if it gives none."""
    given = draft.meta.get("language")
    return given.text.strip() if isinstance(given, Scalar) else ""


def _rests(prose: list[Prose]) -> list[str]:
    """What is prose of no language, piece by piece: markup, code, addresses."""
    runs: dict[tuple[str, Where], list[tuple[int, int]]] = {}
    for piece in prose:
        runs.setdefault((piece.text, piece.where), []).extend(piece.spans)
    return [Prose(text, where, tuple(sorted(spans))).rest() for (text, where), spans in runs.items()]


def _of_text(keys: Mapping | None, prose: tuple[Prose, ...], tag: str) -> tuple[Prose, ...]:
    heading = _of_tree(keys, "chapter", tag) if keys else ()
    return (*heading, *(piece if piece.language else piece.spoken(tag) for piece in prose))


def _of_tree(tree: Mapping, kind: str, tag: str) -> Iterator[Prose]:
    for value in (value for _, value in tree.entries) if kind in LISTS else (tree,):
        given = value.get("language") if kind == "sources" and isinstance(value, Mapping) else None
        own = given.text.strip() if isinstance(given, Scalar) else tag
        for key, scalar in _leaves(value, ""):
            if key in PLAIN[kind] or (kind == "booklet" and key.startswith("categories")):
                yield Prose(scalar.text, scalar.where(), ((0, len(scalar.text)),), own)
            elif kind in LISTS and key in MARKDOWN:
                found: list[Prose] = []
                markdown.field(scalar, [], found)
                yield from (piece if piece.language else piece.spoken(tag) for piece in found)


def _leaves(node: Node, key: str) -> Iterator[tuple[str, Scalar]]:
    """Each value with the key it stands under; what stands under `categories` says so."""
    match node:
        case Scalar():
            yield key, node
        case Sequence(items=items):
            for item in items:
                yield from _leaves(item, key)
        case Mapping(entries=entries):
            for name, value in entries:
                yield from _leaves(value, "categories" if key == "categories" else name.text)


def _bones(node: Node | None, kind: str, key: str = "") -> list[object]:
    """Keys, and the values that are no prose, as they are read."""
    match node:
        case None:
            return []
        case Scalar():
            words = key in PLAIN[kind] or key in MARKDOWN or key == "categories"
            return ["" if words else node.text]
        case Sequence(items=items):
            return [_bones(item, kind, key) for item in items]
        case Mapping(entries=entries):
            return [[k.text, _bones(v, kind, "categories" if key == "categories" else k.text)] for k, v in entries]
