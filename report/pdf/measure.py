"""Lines that are wider than their measure: a word or an address that cannot be broken, seen on the laid-out page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from report.fault import Fault, warning
from report.html import Section
from report.model import Meta

_SLACK = 0.75  # px: rounding of Pango's units, and less than anyone sees
_TEXT = 60  # code points of the line that are told


def overfull(section: Section, document: Any, meta: Meta, first: int) -> Iterator[Fault]:
    """A warning (K505) for each line of a section that sticks out of its block, with its page and by how many pt."""
    for number, page in enumerate(document.pages, first):
        for line, block in _lines(page._page_box):
            texts: list[Any] = [
                box for box in line.descendants() if isinstance(box, boxes.TextBox) and box.text.strip()
            ]
            left, right = _measure(block)
            out = max((max(left - b.position_x, b.position_x + b.width - right) for b in texts), default=0)
            if out > _SLACK:
                text = "".join(box.text for box in texts)[:_TEXT]
                yield warning(
                    "K505", meta.place, section=section.label, page=number, points=f"{out * 0.75:.1f}", text=text
                )


def _measure(block: Any) -> tuple[float, float]:
    """The content box, and the padding at its start: an entry of an index hangs its first line there."""
    left, right = block.content_box_x(), block.content_box_x() + block.width
    if block.style["direction"] == "rtl":
        return left, right + block.padding_right
    return left - block.padding_left, right


def _lines(page: Any) -> Iterator[tuple[Any, Any]]:
    """Every line of a page with the block that holds it; margin boxes are the theme's and stay out."""
    todo = [child for child in page.children if not isinstance(child, boxes.MarginBox)]
    while todo:
        box = todo.pop()
        for child in getattr(box, "children", ()):
            if isinstance(child, boxes.LineBox):
                yield child, box
            todo.append(child)
