"""What the package says about the book: who made it, and what a reader who does not see it can do with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report.epub.documents import Document
from report.epub.tree import Element
from report.model import Booklet, Evaluation, Meta, Pair
from report.script import collation

MARC = {"author": "aut", "editor": "edt", "translator": "trl", "illustrator": "ill"}
"""Roles of Creator in MARC relators."""

_SAYING = re.compile(r"[^\W_]")
_INSIDE = frozenset("a abbr b bdi cite code dfn em i mark q small span strong sub sup time".split())
"""Elements that do not end a word."""


@dataclass(frozen=True, slots=True)
class Person:
    """A dc:creator: `code` is a MARC relator, `sort` the name under which a shelf files it, `latin` may be empty."""

    id: str
    name: str
    code: str
    sort: str
    latin: str = ""


@dataclass(frozen=True, slots=True)
class Access:
    """Accessibility metadata (EPUB Accessibility 1.1 §2): only what the content shows. Conformance is claimed apart from
    it, and only where somebody is named who evaluated the book: no program can."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    summary: str


def creators(meta: Meta) -> tuple[Person, ...]:
    """In the order they are given; without a filing name of their own they file as they are called."""
    return tuple(
        Person(f"creator-{number}", c.name, MARC.get(c.role, "oth"), c.sort or c.name, c.latin)
        for number, c in enumerate(meta.creators, 1)
    )


def filed(meta: Meta) -> str:
    """The title as a shelf files it."""
    return meta.sort or collation.bare(meta.title, meta.language) or meta.title


def languages(booklet: Booklet) -> tuple[str, ...]:
    """The main language first, which readers go by, then each that whole passages are written in; phrases do not count:
    who looks for a book in English wants more of it than a title."""
    pairs = (block for text in booklet.texts for block in text.blocks if isinstance(block, Pair))
    return tuple(dict.fromkeys((booklet.meta.language, *(tag for pair in pairs for tag in pair.languages))))


def claim(meta: Meta) -> Evaluation | None:
    """Who evaluated this very book: the teacher's edition and the exam are others."""
    return meta.evaluation if meta.issue == "student" else None


def word_count(documents: Sequence[Document]) -> int:
    """Words of all documents: what stands between spaces and holds a letter or a digit."""
    said: list[str] = []
    for document in documents:
        _say(document.root, said)
    return sum(map(bool, map(_SAYING.search, "".join(said).split())))


def _say(element: Element, said: list[str]) -> None:
    """All text is added to what was said; only markup inside a line leaves words joined."""
    around = "" if element.tag in _INSIDE else " "
    said += (around, element.text or "")
    for child in element:
        _say(child, said)
        said.append(child.tail or "")
    said.append(around)


def access(documents: Sequence[Document], labels: dict[str, str], paged: bool = False) -> Access:
    """Computed from the finished documents (docs/epub.md rows 11 and 12); `paged` says that they have page markers.

    An image with an empty alt is an ornament and says nothing; one without alt is a picture nobody described, and
    then words alone do not suffice.
    """
    told = [image.get("alt") for d in documents for image in d.root.iter("img") if image.get("alt") != ""]
    described = bool(told) and all(told)
    index = any(e.get("role") == "doc-index" for d in documents for e in d.root.iter())
    features = ["tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability"]
    features += ["alternativeText"] * described + ["index"] * index + ["pageBreakMarkers", "pageNavigation"] * paged
    return Access(
        modes=("textual", "visual") if told else ("textual",),
        sufficient=("textual",) * (described or not told) + ("textual,visual",) * bool(told),
        features=tuple(features),
        summary=labels["accessibility_summary"]
        + labels["accessibility_images"] * described
        + labels["accessibility_pages"] * paged,
    )
