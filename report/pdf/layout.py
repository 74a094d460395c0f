"""Lay sections out one by one until every page number they cite is true (law 7: the section is the unit)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import cssselect2
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from report.fault import Place, Stopped, error
from report.html import Section
from report.model import Booklet
from report.pdf import paper, printed
from report.pdf.fetcher import Fetcher
from report.pdf.printed import Sheet
from report.theme import Theme

VARIANT = "pdf/ua-1"
_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Laid:
    """A section's pages. `key` is all that its layout depends on besides its own HTML, the CSS and the fonts."""

    section: Section
    first: int
    document: Any
    key: tuple[int, tuple[int | None, ...]]


class Parsed(HTML):
    """A document given as a tree, so that a note may hold paragraphs inside a paragraph and nothing is parsed twice."""

    def __init__(self, tree: Any, fetcher: Fetcher) -> None:
        self.base_url, self.url_fetcher, self.media_type = "booklet:", fetcher, "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(tree, content_language=None)
        self.etree_element = tree


class Layout:
    """Drives the engine over the sections of one booklet, with one font configuration and one stylesheet."""

    def __init__(self, booklet: Booklet, theme: Theme) -> None:
        self.meta = booklet.meta
        self.fetcher = Fetcher(booklet.root, theme, booklet.meta.page)
        self.fonts = FontConfiguration()
        css = paper.rules(booklet.meta, theme) + "\n" + theme.css("print", booklet.meta.issue)
        self.css = CSS(string=css, font_config=self.fonts, url_fetcher=self.fetcher, base_url="theme:0/")
        self.pages: dict[str, int] = {}

    def settle(self, sections: Iterable[Section]) -> list[Laid]:
        """All sections with true page numbers. Only a section whose first page or cited pages changed is set again.

        Raises Stopped (K502) if the numbers do not come to rest.
        """
        sheets = [printed.sheet(section) for section in sections]
        laid: dict[str, Laid] = {}
        for _ in range(_ROUNDS):
            changed, following = False, 1
            for sheet in sheets:
                first = following + (sheet.section.recto and following % 2 == 0)
                key = (first, tuple(self.pages.get(id) for id in sheet.cites))
                old = laid.get(sheet.section.id)
                if old is None or old.key != key:
                    laid[sheet.section.id] = old = self._lay(sheet, first, key)
                    changed = True
                following = first + len(old.document.pages)
            if not changed:
                return list(laid.values())
        raise Stopped([error("K502", Place(self.meta.place.path))])

    def _lay(self, sheet: Sheet, first: int, key: tuple[int, tuple[int | None, ...]]) -> Laid:
        document = self.render(printed.page(sheet, self.meta, paper.start(first, self.meta), self.pages))
        found = {sheet.section.id: first}
        for number, page in enumerate(document.pages, first):
            for anchor in page.anchors:
                found.setdefault(anchor, number)
        self.pages |= found
        return Laid(sheet.section, first, document, key)

    def render(self, tree: Any) -> Any:
        """One document of the engine."""
        options = {"stylesheets": [self.css], "pdf_variant": VARIANT, "presentational_hints": True}
        return Parsed(tree, self.fetcher).render(font_config=self.fonts, **options)

    @cached_property
    def blank(self) -> Any:
        """An empty page, put in wherever what follows must open on a recto: blanks stand on versos only."""
        section = Section("blank", "text", "front", "", "", "", False, '<div class="blank-page"/>')
        return self.render(printed.page(printed.sheet(section), self.meta, paper.start(2, self.meta), {})).pages[0]
