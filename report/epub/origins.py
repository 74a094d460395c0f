"""From a place in the finished e-book back to the line that was written: what is wrong in the one is mended in the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from report.epub.documents import CSS, written
from report.epub.lint import lint, tracing
from report.epub.lint import sheet as sheet_of
from report.epub.lint.opened import Closed, Opened, open_book
from report.epub.lint.sheet import Declaration, Style
from report.epub.lint.tracing import Origins
from report.fault import Fault, Place
from report.html import Section, places
from report.model import Booklet
from report.theme import Theme

_SHEET = f"EPUB/{CSS}"
_Placed = TypeVar("_Placed", Style, Declaration)


def origins(booklet: Booklet, sections: Sequence[Section], theme: Theme) -> Origins:
    """What is derived (an index, a list of people) was written where its entries were, else in the theme's template."""
    made = {f"EPUB/text/{s.id}.xhtml": written(booklet, s, theme) for s in sections}
    known = dict(places.declared(booklet))
    for section in sections:
        known |= section.places
    return Origins(booklet.meta.place, made, known)


class Trace:
    """Leads faults of one e-book that the press made back to its booklet and its theme."""

    def __init__(self, data: bytes, shown: str, booklet: Booklet, sections: Sequence[Section], theme: Theme) -> None:
        self.data, self.shown, self.booklet, self.sections, self.theme = data, shown, booklet, sections, theme

    @cached_property
    def origins(self) -> Origins:
        return origins(self.booklet, self.sections, self.theme)

    @cached_property
    def styles(self) -> list[Style]:
        """The rules of the theme."""
        return [
            style
            for folder, name, css in self.theme.sheets("ebook", self.booklet.meta.issue)
            for style in sheet_of.read(f"{folder.name}/{name}", css.encode()).styles
        ]

    @cached_property
    def book(self) -> Opened | None:
        """The e-book, opened for the first fault; None where it cannot be."""
        try:
            return open_book(self.data, self.shown, None)
        except Closed:
            return None

    def lint(self, pages: Sequence[str] | None) -> tuple[Fault, ...]:
        """What the lint finds, at the places it was written, but what the author meant so."""
        return tuple(self(fault) for fault in lint(self.data, self.shown, pages) if not self._is_meant(fault))

    def _is_meant(self, fault: Fault) -> bool:
        """Digits as they were typed; no publisher, who is asked of a stranger's book."""
        meta = self.booklet.meta
        typed = fault.code == "K643" and meta.digits == "source"
        return typed or (fault.code == "K673" and fault.values["what"] == "dc:publisher" and not meta.publisher)

    def __call__(self, fault: Fault) -> Fault:
        """The fault where it was written, with its place in the book as the value `inside`; as it is where that is not
        known."""
        if self.book is None or fault.place.path not in self.book.files:
            return fault
        found = self._rule(fault.place) if fault.place.path == _SHEET else None
        if fault.place.path != _SHEET:
            found = tracing.source(self.book, self.origins, fault.place)
        if found is None:
            return fault
        return replace(fault, place=found, values=fault.values | {"inside": str(fault.place)})

    def _rule(self, place: Place) -> Place | None:
        """The theme's rule that became the one at a place of the finished sheet, and in it the declaration."""
        made = _before(self.book.styles[_SHEET].styles if self.book else (), place)
        likely = [s for s in self.styles if made and _selector(s) == _selector(made)]
        if made is None or not likely:
            return None
        rule = max(likely, key=lambda style: _likeness(style, made))
        declared = _before(made.declarations, place)
        return next((d.place for d in rule.declarations if declared and declared.name in _names(d)), rule.place)


def _before(found: Sequence[_Placed], place: Place) -> _Placed | None:
    """The last that begins at a place or before it."""
    return next((one for one in reversed(found) if one.place <= replace(place, path=one.place.path)), None)


def _selector(style: Style) -> str:
    return "".join(style.selector.split()).replace("'", '"')


def _likeness(style: Style, made: Style) -> tuple[int, int]:
    """How many declarations two rules share and do not share: finished ones say more names, and no tokens."""
    names = {name for d in style.declarations for name in _names(d)}
    alike = {(d.name, d.value) for d in style.declarations} & {(d.name, d.value) for d in made.declarations}
    lacking = {d.name for d in style.declarations} - {d.name for d in made.declarations}
    return len({d.name for d in made.declarations} & names) - len(lacking), len(alike)


def _names(declaration: Declaration) -> set[str]:
    """A declaration's name, and the old names that style.spelled writes before it."""
    name, _, side = declaration.name.partition("-block")
    if not _:
        return {declaration.name}
    sides = {"-start": ("top",), "-end": ("bottom",), "": ("top", "bottom")}.get(side, ())
    return {declaration.name, *(f"{name}-{side}" for side in sides)}
