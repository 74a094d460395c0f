"""Tables as XHTML: a caption, heads with their scope, cells aligned to logical sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from report.html.tags import tag
from report.model import Cell, Table

if TYPE_CHECKING:
    from report.html.pen import Pen


def table(pen: Pen, told: Table) -> Markup:
    caption = tag("caption", pen.line(told.caption)) if told.caption else Markup()
    head = tag("thead", tag("tr", Markup().join(_cell(pen, "th", c, scope="col") for c in told.head)))
    rows = Markup("\n").join(tag("tr", Markup().join(_cell(pen, "td", c) for c in row)) for row in told.rows)
    return tag("table", caption + head + tag("tbody", rows), id=told.id, class_="data")


def _cell(pen: Pen, name: str, cell: Cell, **attributes: str) -> Markup:
    return tag(name, pen.line(cell.children), class_=f"align-{cell.align}" if cell.align else None, **attributes)
