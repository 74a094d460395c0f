"""The pages of the printed edition in the e-book: a marker before the word with which each begins, and their list.

EPUB Accessibility 1.1 §3.3 and EPUB 3.3 §7.4.6; only when a PDF is made in the same build (docs/epub.md rows 16–18).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from report.epub.tree import Element, has_class, parents
from report.html.pages import Pages, Start, is_letter, label, letters


@dataclass(frozen=True, slots=True)
class Marker:
    """A page's marker: `label` is its number in the booklet's digits."""

    id: str
    label: str


_INLINE = frozenset(("a", "b", "bdi", "em", "i", "span", "strong"))

Listed = dict[str, list[Marker]]
"""Markers by section, in order."""


def mark(trees: Mapping[str, Element], pages: Pages, style: str, nav: str) -> Listed:
    """Put every marker into the trees of the sections, by section id. A page without text, and one whose section has no
    tree here, goes with the next that has one: its marker comes first. Given back are those of each section; those of the
    contents, whose id is `nav`, stand in the nav document, which is not written yet."""
    known = {start.page: start for start in pages.starts if start.section in trees or start.section == nav}
    flat = {id: list(tree.iter()) for id, tree in trees.items()}
    listed: Listed = {}
    waiting: list[Marker] = []
    for page in range(1, pages.count + 1):
        waiting.append(Marker(f"page.{page}", label(page, style)))
        if start := known.get(page):
            listed.setdefault(start.section, []).extend(waiting)
            if start.section in flat:
                _insert(trees[start.section], flat[start.section][start.element], start, waiting)
            waiting = []
    return listed


def _insert(root: Element, element: Element, start: Start, markers: Sequence[Marker]) -> None:
    """Before the word that holds the next letter. References to pages are written anew, so it is put before those."""
    spans = [span(marker) for marker in markers]
    above = parents(root)
    outer = next((e for e in _upwards(element, above) if has_class(e, "locators")), None)
    if outer is not None:
        at = list(above[outer]).index(outer)
        _part(above[outer], at - 1, len((above[outer][at - 1].tail if at else above[outer].text) or ""), spans)
        return
    left = start.letters
    for at in range(-1, len(element)):
        text = (element.text if at < 0 else element[at].tail) or ""
        if (count := letters(text)) > left:
            offset = _word(text, left)
            while at < 0 and not offset and element.tag in _INLINE:  # who comes for its id lands on the page
                element, inner = above[element], element
                at = list(element).index(inner) - 1
                offset = len((element.text if at < 0 else element[at].tail) or "")
            _part(element, at, offset, spans)
            return
        left -= count
    _part(element, -1, 0, spans)


def _upwards(element: Element, above: Mapping[Element, Element]) -> list[Element]:
    line = [element]
    while line[-1] in above:
        line.append(above[line[-1]])
    return line


def _word(text: str, before: int) -> int:
    """Where the word begins that holds the letter after so many: its opening quotation mark goes with it."""
    at = next(i for i, ch in enumerate(text) if is_letter(ch) and letters(text[:i]) == before)
    while at and not text[at - 1].isspace() and not is_letter(text[at - 1]):
        at -= 1
    return at


def _part(parent: Element, at: int, offset: int, spans: Sequence[Element]) -> None:
    """Put spans into the text behind the child `at` (-1: the text before all), after `offset` code points of it."""
    text = (parent.text if at < 0 else parent[at].tail) or ""
    if at < 0:
        parent.text = text[:offset]
    else:
        parent[at].tail = text[:offset]
    parent[at + 1 : at + 1] = spans
    parent[at + len(spans)].tail = text[offset:]


def span(marker: Marker) -> Element:
    attributes = {"epub:type": "pagebreak", "role": "doc-pagebreak", "id": marker.id, "aria-label": marker.label}
    return Element("span", attributes)
