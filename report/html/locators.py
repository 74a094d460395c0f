"""Page references in a row, as an index prints them: each page once, three or more in a row as a range (١٢–١٤).

Only the press knows the pages, so the neutral tree names every passage and this tells them, in print and in its e-book.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_DASH = "–"
_RUN = 3  # pages in a row that are told as a range


@dataclass(slots=True)
class _Stretch:
    """Pages `first` to `last`; `ids` are the places on some of them that a link can lead to, the ends among them."""

    first: int
    last: int
    ids: dict[int, str]
    whole: bool  # one passage that runs on, not several that happen to stand on pages in a row
    main: bool


def tell(group: ET.Element, page: Callable[[str], int]) -> None:
    """Put into a `span.locators`, in page order, one link for each page or end of a range, and separators between.

    `page` gives the page of an id. A link with `data-to` runs to that id. `.main` marks the chief passages: they never
    become part of a range of others, or the reader could not see them.
    """
    told = [piece for stretch in _joined(_stretches(group, page)) for piece in _pieces(stretch)]
    for child in list(group):
        group.remove(child)
    for piece in told:
        piece.tail = group.get("data-separator", " ")
        group.append(piece)
    if told:
        told[-1].tail = None


def _stretches(group: ET.Element, page: Callable[[str], int]) -> list[_Stretch]:
    """One for each link, chief passages before others of the same page."""
    made: list[_Stretch] = []
    for link in group:
        start, end = link.get("href", "#")[1:], link.get("data-to", "")
        first = page(start)
        last = max(first, page(end)) if end else first
        ids = {last: end, first: start} if last > first else {first: start}
        made.append(_Stretch(first, last, ids, last > first, "main" in link.get("class", "").split()))
    return sorted(made, key=lambda s: (s.first, -s.last, not s.main))


def _joined(stretches: list[_Stretch]) -> list[_Stretch]:
    """Those that overlap or follow on are one, but a chief page stays by itself."""
    kept: list[_Stretch] = []
    chief = {p for s in stretches if s.main for p in range(s.first, s.last + 1)}
    for stretch in stretches:
        if not stretch.main and not stretch.whole and stretch.first in chief:
            continue
        if kept and _follows(kept[-1], stretch):
            last = kept[-1]
            last.ids |= {p: id for p, id in stretch.ids.items() if p not in last.ids}
            last.last, last.whole = max(last.last, stretch.last), last.whole or stretch.whole
        else:
            kept.append(stretch)
    return kept


def _follows(before: _Stretch, stretch: _Stretch) -> bool:
    if before.main != stretch.main:
        return False
    if before.main and not before.whole and not stretch.whole:
        return before.last == stretch.first
    return stretch.first <= before.last + 1


def _pieces(stretch: _Stretch) -> list[ET.Element]:
    """Two pages in a row are told each, unless one passage runs over both."""
    if not stretch.whole and stretch.last - stretch.first + 1 < _RUN:
        return [_link(stretch, number) for number in range(stretch.first, stretch.last + 1)]
    span = ET.Element("span", {"class": "page-range"})
    span.extend([_link(stretch, stretch.first), _link(stretch, stretch.last)])
    span[0].tail = _DASH
    return [span]


def _link(stretch: _Stretch, number: int) -> ET.Element:
    name = "pageref main" if stretch.main else "pageref"
    return ET.Element("a", {"class": name, "href": f"#{stretch.ids[number]}"})
