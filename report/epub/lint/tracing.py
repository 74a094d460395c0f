"""Where a finding in the press's own e-book comes from: the nearest thing before it whose source is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report.epub.lint.opened import Opened
from report.epub.lint.tree import Tree
from report.epub.tree import Element
from report.fault import Place


@dataclass(frozen=True, slots=True)
class Origins:
    """Where the package was written, each document (by its path in the EPUB), and each id."""

    package: Place
    documents: Mapping[str, Place]
    ids: Mapping[str, Place]


def source(book: Opened, origins: Origins, place: Place) -> Place | None:
    """The place in the booklet or theme; None for what was not written there, such as a style sheet."""
    if place.path == book.package.path or place == book.place:
        return origins.package
    tree = book.documents.get(place.path)
    found = origins.documents.get(place.path)
    if tree is None:
        return found
    for element in tree.root.iter():
        if tree.where[element] > (place.line, place.column):
            break
        found = _written(book, origins, tree, element) or found
    return found


def _written(book: Opened, origins: Origins, tree: Tree, element: Element) -> Place | None:
    """An entry of the nav was written where it leads to."""
    if tree is book.nav and element.tag == "a":
        path, id = book.resolve(tree.path, element.get("href", ""))
        return origins.ids.get(id) or origins.documents.get(path)
    return origins.ids.get(element.get("id", ""))
