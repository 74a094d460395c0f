"""The headings of the index before they are known to be sound: from marks, people and terms, and from index.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from report.check.survey import Survey, flat, scalar, scalars
from report.check.walk import words
from report.fault import Place
from report.model import IndexMark, Paragraph, Ref
from report.source.yaml import Mapping, Scalar

DEPTH: Final = 3
"""Heading, sub-heading, and one below it: more cannot be set in a column of an index."""

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Declared:
    """One entry of index.yaml; `see` holds one heading or none."""

    path: Path
    sort: str
    see: tuple[Scalar, ...]
    see_also: tuple[Scalar, ...]
    place: Place


def parts(text: str) -> Path:
    """A path as it is written: heading!sub-heading."""
    return tuple(flat(part) for part in flat(text).split("!"))


def shown(path: Path) -> str:
    """A path as it is written, for the words of a fault."""
    return "!".join(path)


def declared(found: Survey) -> Iterator[Declared]:
    """The entries of index.yaml."""
    listing = found.draft.lists["index"]
    for key, value in listing.entries if listing else ():
        keys = value if isinstance(value, Mapping) else Mapping((), key.place)
        sort, see = scalar(keys, "sort"), scalar(keys, "see")
        also = scalars(keys.get("see-also"))
        yield Declared(parts(key.text), flat(sort.text) if sort else "", (see,) if see else (), also, key.place)


def marks(found: Survey) -> Iterator[tuple[IndexMark, Path]]:
    """Every mark of the texts with the path it stands for, blank where it has no words."""
    for _, inline in found.printed:
        if isinstance(inline, IndexMark):
            yield inline, inline.path or (flat(words((Paragraph(inline.children, inline.place),))),)


def of_things(found: Survey) -> Iterator[tuple[Path, Place]]:
    """The headings that mentioned people and terms bring with them: the same as in apparatus/index.py."""
    mentioned = {(ref.kind, ref.target) for _, ref in found.printed if isinstance(ref, Ref)}
    for entry in (*found.entries["person"].values(), *found.entries["term"].values()):
        if (entry.kind, entry.id) in mentioned and entry.text("index") != "false":
            name = entry.text("sort") or entry.text("name") if entry.kind == "person" else entry.text("term")
            yield (name,), entry.place
