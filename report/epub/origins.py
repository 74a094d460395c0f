"""From a place in the finished e-book back to the line that was written: what is wrong in the one is mended in the other."""

from __future__ import annotations

from collections.abc import Sequence

from report.epub.documents import written
from report.epub.lint.tracing import Origins
from report.html import Section, places
from report.model import Booklet
from report.theme import Theme


def origins(booklet: Booklet, sections: Sequence[Section], theme: Theme) -> Origins:
    """What is derived (an index, a list of people) was written where its entries were, else in the theme's template."""
    made = {f"EPUB/text/{s.id}.xhtml": written(booklet, s, theme) for s in sections}
    known = dict(places.declared(booklet))
    for section in sections:
        known |= section.places
    return Origins(booklet.meta.place, made, known)
