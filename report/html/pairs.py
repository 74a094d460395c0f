"""Pairs as XHTML: row by row, each half written as a book in its language would be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from report.html.tags import language_attributes, tag
from report.labels import has, labels
from report.model import Block, Pair
from report.script import languages

if TYPE_CHECKING:
    from report.html.pen import Pen


def pair(pen: Pen, told: Pair) -> Markup:
    """The first language's direction is that of the rows: of two languages, the one from right to left stands on the
    right, whichever comes first."""
    first, second = told.languages
    rows = [
        tag("div", _half(pen, one, first) + _half(pen, other, second), class_="pair-row") for one, other in told.rows
    ]
    direction = languages.find(first).direction
    return tag("div", Markup("\n").join(rows), class_=f"pair {pen.pairs}", dir=direction, id=told.id)


def _half(pen: Pen, block: Block, language: str) -> Markup:
    """A block in its language: digits, quotation marks, fixed words and notes are those of that language."""
    own, words, said, name = pen.booklet, pen.labels, language_attributes(language), "half"
    pen.half = said
    if languages.primary(language) != languages.primary(own.meta.language):
        style = own.meta.digits if own.meta.digits == "source" else languages.find(language).digits
        pen.booklet = replace(own, meta=replace(own.meta, language=language, digits=style))
        pen.labels = labels(language) if has(language) else words
        pen.half, name = {**said, "data_digits": style}, "half other"
    told = tag("div", pen.block(block), class_=name, **said)
    pen.booklet, pen.labels, pen.half = own, words, {}
    return told
