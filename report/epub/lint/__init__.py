"""The press's own examination of an EPUB, its own or a stranger's: right to left where validators are blind (K620–K669,
K671–K679).

One rule is one function and has one code; the table here gives each its code and weight. What a rule finds stands at a
file inside the EPUB, line and column. A book that cannot be opened is one fault; nothing a book holds is a traceback.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.beside import beside
from report.epub.lint import (
    active,
    direction,
    fonts,
    index,
    metadata,
    navigation,
    notes,
    package,
    pictures,
    sections,
    structure,
    styling,
    tracing,
    typing,
)
from report.epub.lint.opened import Closed, Opened, open_book
from report.epub.lint.rule import Rule
from report.epub.lint.tracing import Origins
from report.fault import Fault, Place, Severity, error, in_order

__all__ = ["RULES", "Row", "lint"]


@dataclass(frozen=True, slots=True)
class Row:
    """A rule with its code; `severity` is that of everything it finds."""

    code: str
    severity: Severity
    rule: Rule


RULES = (
    Row("K621", "error", package.mimetype),
    Row("K622", "error", package.broken),
    Row("K623", "error", package.manifest),
    Row("K624", "warning", pictures.sizes),
    Row("K625", "error", direction.turns),
    Row("K626", "warning", package.names),
    Row("K627", "error", direction.package),
    Row("K628", "error", direction.progression),
    Row("K629", "error", direction.main_language),
    Row("K630", "error", direction.document_language),
    Row("K631", "error", direction.document_direction),
    Row("K632", "warning", direction.languages_agree),
    Row("K633", "warning", direction.foreign_runs),
    Row("K634", "error", styling.bidi_properties),
    Row("K635", "error", styling.physical_sides),
    Row("K636", "error", styling.spread_letters),
    Row("K637", "warning", styling.fixed_sizes),
    Row("K638", "warning", styling.slanted_letters),
    Row("K639", "error", styling.contrast),
    Row("K640", "warning", styling.unused_selectors),
    Row("K641", "error", direction.controls),
    Row("K642", "error", direction.forms),
    Row("K643", "warning", direction.digit_families),
    Row("K644", "error", direction.isolates),
    Row("K645", "error", direction.calls_parted),
    Row("K646", "error", structure.titles),
    Row("K647", "error", structure.headings),
    Row("K648", "error", structure.ids),
    Row("K649", "error", structure.roles),
    Row("K650", "error", structure.names),
    Row("K651", "error", notes.dead),
    Row("K652", "error", notes.pairs),
    Row("K653", "warning", notes.long),
    Row("K654", "error", navigation.contents),
    Row("K655", "error", navigation.landmarks),
    Row("K656", "error", navigation.page_list),
    Row("K657", "error", navigation.pages_of_pdf),
    Row("K658", "error", metadata.metadata),
    Row("K659", "error", metadata.access),
    Row("K660", "error", metadata.claim),
    Row("K661", "error", pictures.descriptions),
    Row("K662", "error", structure.tables),
    Row("K663", "error", pictures.cover),
    Row("K664", "error", active.active),
    Row("K665", "error", structure.unfilled),
    Row("K666", "warning", structure.empty),
    Row("K667", "error", structure.terms),
    Row("K668", "warning", fonts.faces),
    Row("K669", "warning", typing.slips),
    Row("K671", "warning", typing.calls),
    Row("K672", "error", active.unread),
    Row("K673", "warning", metadata.wanted),
    Row("K674", "error", index.marked),
    Row("K675", "error", notes.answers),
    Row("K676", "warning", sections.built),
    Row("K677", "warning", sections.words),
    Row("K678", "warning", sections.unused),
    Row("K679", "warning", styling.small),
)


_ASIDE = {"K624", "K625", "K629", "K633", "K640", "K643", "K663", "K664", "K669", "K678"}
_BESIDE = [n for n, row in enumerate(RULES) if row.code in _ASIDE]
"""Rules that together take as long as all others, and are tried beside them where the book is long."""
_LONG = 3000  # elements


def lint(
    data: bytes, shown: str, pages: Sequence[str] | None = None, origins: Origins | None = None
) -> tuple[Fault, ...]:
    """Everything wrong with an EPUB, by place. `pages` are the page labels of the PDF it goes with: none of them if there
    is no PDF, None if it is not known whether there is one. With `origins` a fault stands where the text was written,
    and its value `inside` is the place in the EPUB."""
    try:
        book = open_book(data, shown, pages)
        long = book.node_count > _LONG
        aside = beside(lambda: _found(book, _BESIDE)) if long else lambda: _found(book, _BESIDE)
        found = _found(book, [n for n in range(len(RULES)) if n not in _BESIDE]) + aside()
    except Closed as fault:
        return (error("K620", Place(shown), reason=str(fault)),)
    found.sort(key=lambda one: one[0])
    return in_order(_fault(book, origins, RULES[n], place, values) for n, place, values in found)


def _found(book: Opened, rows: Sequence[int]) -> list[tuple[int, Place, dict[str, str]]]:
    """What the rules of these numbers find."""
    return [(n, *finding) for n in rows for finding in RULES[n].rule(book)]


def _fault(book: Opened, origins: Origins | None, row: Row, place: Place, values: dict[str, str]) -> Fault:
    written = tracing.source(book, origins, place) if origins else None
    if written is None:
        return Fault(row.code, place, values, row.severity)
    return Fault(row.code, written, values | {"inside": str(place)}, row.severity)
