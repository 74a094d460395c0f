"""Flash cards on sheets to be printed on both sides and cut: fronts on the recto, their backs mirrored on the verso."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any
from xml.etree import ElementTree as ET

from markupsafe import Markup
from weasyprint import CSS
from weasyprint.formatting_structure import boxes
from weasyprint.text.fonts import FontConfiguration

from report.fault import Stopped
from report.model import Booklet
from report.pdf import finish
from report.pdf.fetcher import Fetcher
from report.pdf.grid import PAD, Grid, Leaf, Sheets, Spot
from report.pdf.layout import VARIANT, Parsed
from report.script import digits, languages
from report.theme import Theme

_SIZES = (1.4, 1.2, 1.0, 0.9, 0.82, 0.75)  # of the theme's body size; smaller is no longer read with ease
_SLACK = 0.2  # mm: rounding
_MM = 25.4 / 96  # in a CSS px


class _Table:
    """Sets cards with one font configuration and one stylesheet."""

    def __init__(self, booklet: Booklet, theme: Theme, grid: Grid) -> None:
        self.meta, self.theme, self.grid = booklet.meta, theme, grid
        self.fetcher, self.fonts = Fetcher(booklet.root, theme), FontConfiguration()

    @cached_property
    def style(self) -> str:
        return self.theme.css("cards")

    def render(self, body: ET.Element, page: str) -> Any:
        language = languages.find(self.meta.language)
        html = ET.Element("html", {"lang": self.meta.language, "dir": language.direction})
        head = ET.SubElement(html, "head")
        ET.SubElement(head, "title").text = digits.convert(self.meta.title, self.meta.digits)
        for creator in self.meta.creators:
            ET.SubElement(head, "meta", {"name": "author", "content": creator.name})
        ET.SubElement(head, "meta", {"name": "generator", "content": "kurrasa"})
        html.append(body)
        css = CSS(
            string=f"{self.style}\n@page {{ {page}; margin: 0 }} body {{ font-size: {self.theme.token('body-size')} }}",
            font_config=self.fonts, url_fetcher=self.fetcher, base_url="theme:0/",
        )  # fmt: skip
        options = {"stylesheets": [css], "pdf_variant": VARIANT}
        document: Any = Parsed(html, self.fetcher).render(font_config=self.fonts, **options)
        if self.fetcher.faults:
            raise Stopped(self.fetcher.faults)
        return document

    # ── how large ────────────────────────────────────────────────────────────────────────────────────────────────────

    def fitted(self, sides: Sequence[Markup]) -> tuple[list[tuple[float, float]], list[int]]:
        """Size (of the body's) and height of each side, and the sides that do not fit at the smallest. Fronts are even."""
        found: list[tuple[float, float]] = [(0, 0)] * len(sides)
        left = list(range(len(sides)))
        for size in _SIZES:
            for n, height in self._heights({n: sides[n] for n in left}, size).items():
                if height <= self.grid.room[1]:
                    found[n] = (size, height)
            left = [n for n in left if not found[n][0]]
            if not left:
                break
        return found, left

    def _heights(self, sides: dict[int, Markup], size: float) -> dict[int, float]:
        """Height of each side, by its number, when it is set at a size; infinite where a word is wider than the card."""
        body = ET.Element("body")
        for n, words in sides.items():
            body.append(_words(words, size, n % 2 == 1, id=f"side-{n}"))
        width = self.grid.room[0]
        document = self.render(body, f"size: {width:g}mm 1000mm")
        heights = dict.fromkeys(sides, 0.0)
        for page in document.pages:
            blocks: list[Any] = [b for b in page._page_box.descendants() if type(b) is boxes.BlockBox]
            for box in blocks:
                id = box.element.get("id", "") if box.element is not None else ""
                if id.startswith("side-"):
                    heights[int(id[5:])] += box.height * _MM if self._inside(box) else float("inf")
        return heights

    def _inside(self, block: Any) -> bool:
        """Whether every word stands between the edges of the page."""
        edge = self.grid.room[0] + _SLACK
        words: list[Any] = [b for b in block.descendants() if isinstance(b, boxes.TextBox) and b.text.strip()]
        return all(b.position_x * _MM >= -_SLACK and (b.position_x + b.width) * _MM <= edge for b in words)

    # ── where ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def sheet(self, leaves: Sequence[tuple[Leaf, Any, Any]]) -> Iterator[ET.Element]:
        """The two pages of one sheet; each leaf with size and height of its front and of its back."""
        for back in (False, True):
            width, height = self.grid.paper
            page = ET.Element("section", {"class": "sheet", "style": f"width: {width:g}mm; height: {height:g}mm"})
            for mark in self.grid.marks():
                way = "across" if mark.width else "down"
                ET.SubElement(page, "div", {"class": f"crop {way}", "style": _style(mark)})
            for at, (leaf, front_fit, back_fit) in enumerate(leaves):
                fit, words = (back_fit, leaf.back) if back else (front_fit, leaf.front)
                page.append(self._card(self.grid.spot(at, back=back), words, leaf.foot, fit, back=back))
            yield page

    def _card(self, spot: Spot, words: Markup, foot: Markup, fit: tuple[float, float], *, back: bool) -> ET.Element:
        size, height = fit
        card = ET.Element("div", {"class": f"card {'back' if back else 'front'}", "style": _style(spot)})
        width, room = self.grid.room
        top = PAD + (room - height) / 2
        card.append(_words(words, size, back, style=_style(Spot(PAD, top, width, height))))
        named = ET.fromstring(f'<p class="card-foot">{foot}</p>')
        named.set("style", f"left: {PAD:g}mm; bottom: 3mm; width: {width:g}mm")
        card.append(named)
        return card


def write(booklet: Booklet, leaves: Sequence[Leaf], theme: Theme, grid: Grid) -> Sheets:
    """The sheets as a PDF; nothing but the sides that are too long when there are any. Raises Stopped (K408)."""
    table = _Table(booklet, theme, grid)
    sides = [side for leaf in leaves for side in (leaf.front, leaf.back)]
    fits, long = table.fitted(sides)
    if long:
        return Sheets(b"", 0, tuple((n // 2, ("front", "back")[n % 2]) for n in long))
    body = ET.Element("body")
    laid = list(zip(leaves, fits[::2], fits[1::2], strict=True))
    for first in range(0, len(laid), grid.count):
        body.extend(table.sheet(laid[first : first + grid.count]))
    width, height = grid.paper
    document = table.render(body, f"size: {width:g}mm {height:g}mm")
    pages = len(document.pages)
    identifier = hashlib.sha256(f"{booklet.meta.identifier}/cards".encode()).digest()[:16]
    data = document.write_pdf(
        pdf_variant=VARIANT, finisher=_finisher(booklet, pages), pdf_identifier=identifier, custom_metadata=False
    )
    return Sheets(data, pages)


def _finisher(booklet: Booklet, pages: int) -> Any:
    """What the printer is told: both sides, over the long edge, at its true size (ISO 32000-1 §12.2)."""
    upstream = finish.finisher(booklet.meta, pages)

    def finish_cards(document: Any, pdf: Any) -> None:
        upstream(document, pdf)
        pdf.catalog["ViewerPreferences"] |= {"Duplex": "/DuplexFlipLongEdge", "PrintScaling": "/None"}
        pdf.catalog["PageLayout"] = "/SinglePage"

    return finish_cards


def _words(words: Markup, size: float, back: bool, *, id: str = "", style: str = "") -> ET.Element:
    element = ET.fromstring(f'<div class="card-words {"back" if back else "front"}">{words}</div>')
    if id:
        element.set("id", id)
    element.set("style", f"font-size: {size:g}em; {style}".strip())
    return element


def _style(spot: Spot) -> str:
    return f"left: {spot.left:.3f}mm; top: {spot.top:.3f}mm; width: {spot.width:.3f}mm; height: {spot.height:.3f}mm"
