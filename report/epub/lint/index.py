"""Rules of an index: that its parts are said to be what they are, and that its pages are those of the page list."""

from __future__ import annotations

from collections import Counter

from report.epub.lint.navigation import page_label
from report.epub.lint.opened import Opened
from report.epub.lint.rule import Found, found
from report.epub.lint.structure import types
from report.epub.lint.tree import Tree, texts
from report.epub.tree import Element

_XREFS = {"index-xref-preferred", "index-xref-related"}
_LOCATORS = {"index-locator", "index-locator-range"}


def marked(book: Opened) -> Found:
    """Groups, lists, entries, terms and locators have their `epub:type` (EPUB 3 Structural Semantics Vocabulary 1.1, indexes),
    and a locator says the page its passage stands on, if the book tells pages."""
    pages = folios(book)
    for tree, index in book.elements("section", "body"):
        if "index" not in types(index):
            continue
        if not any("index-entry-list" in types(e) for e in index.iter()):
            yield found(tree.place(index), what="index-entry-list")
        terms = Counter(_entry(tree, e) for e in index.iter() if "index-term" in types(e))
        for element in index.iter():
            if what := _lacking(tree, element, terms[element]):
                yield found(tree.place(element), what=what)
        for link in (e for e in index.iter("a") if _LOCATORS & _held(tree, e)):
            label = pages.get(book.resolve(tree.path, link.get("href", "")), "")
            if label and texts(link).partition("–")[0].strip() != label:
                yield found(tree.place(link), reason="page", found=texts(link), wanted=label)


def _lacking(tree: Tree, element: Element, terms: int) -> str:
    """What an element is not said to be, or not to hold; `terms` stand in it and in no entry within it."""
    held, own = _held(tree, element), set(types(element))
    if element.tag == "h2" and "index-group" not in held:
        return "index-group"
    listed = element in tree.above and "index-entry-list" in types(tree.above[element])
    if listed != ("index-entry" in own) and element.tag == "li":
        return "index-entry" if listed else "index-entry-list"
    if "index-entry" in own and terms != 1:
        return "index-term"
    named = held & (_LOCATORS | _XREFS | {"index-term"})
    return "index-locator" if element.tag == "a" and "index-entry" in held and not named else ""


def _held(tree: Tree, element: Element) -> set[str]:
    """What an element and all it stands in are said to be."""
    return {one for e in tree.upwards(element) for one in types(e)}


def _entry(tree: Tree, element: Element) -> Element | None:
    return next((e for e in tree.upwards(element) if "index-entry" in types(e)), None)


def folios(book: Opened) -> dict[tuple[str, str], str]:
    """The page each id stands on: that of the last marker before the first words behind the id."""
    found: dict[tuple[str, str], str] = {}
    label = ""
    for path in book.spine:
        waiting: list[tuple[str, str]] = []
        pieces: list[Element | str] = [book.documents[path].root] if path in book.documents else []
        while pieces:
            piece = pieces.pop()
            if isinstance(piece, str):
                if piece.strip():
                    found |= dict.fromkeys(waiting, label)
                    waiting = []
                continue
            if "pagebreak" in types(piece) or piece.get("role") == "doc-pagebreak":
                label = page_label(piece)
            if id := piece.get("id"):
                waiting.append((path, id))
            for child in reversed(piece):
                pieces += [child.tail or "", child]
            pieces.append(piece.text or "")
        found |= dict.fromkeys(waiting, label)
    return found
