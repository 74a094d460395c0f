"""What the package says about the book: who made it, and what a reader who does not see it can do with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.epub.documents import Document
from report.model import Meta
from report.script import collation

MARC = {"author": "aut", "editor": "edt", "translator": "trl", "illustrator": "ill"}
"""Roles of Creator in MARC relators."""


@dataclass(frozen=True, slots=True)
class Person:
    """A dc:creator: `code` is a MARC relator, `sort` the name under which a shelf files it."""

    id: str
    name: str
    code: str
    sort: str


@dataclass(frozen=True, slots=True)
class Access:
    """Accessibility metadata (EPUB Accessibility 1.1 §2): only what the content shows; conformance is not claimed."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    summary: str


def creators(meta: Meta) -> tuple[Person, ...]:
    """In the order they are given; without a filing name of their own they file as they are called."""
    return tuple(
        Person(f"creator-{number}", c.name, MARC.get(c.role, "oth"), c.sort or c.name)
        for number, c in enumerate(meta.creators, 1)
    )


def filed(meta: Meta) -> str:
    """The title as a shelf files it: with its signs, without the article it begins with («الـ», The)."""
    return collation.bare(meta.title, meta.language) or meta.title


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
