"""The timeline of the chronology: figures whose full text is the table behind them."""

from __future__ import annotations

import base64
import re

from markupsafe import Markup

from report import fonts
from report.apparatus import timeline
from report.apparatus.views import in_order
from report.drawing import Unset, faces
from report.drawing.timeline import Drawing, Hand, Mark, measured, tall, wrapped
from report.fault import Stopped, error
from report.html.pen import Pen
from report.html.tags import tag
from report.model import Booklet, Event
from report.script import languages, months
from report.theme import Theme

LEAST, MOST = 4, 200
"""So many dated events have a timeline when none is asked for or refused."""
_MM = 25.4 / 72
_COLOURS = ("paper", "ink", "quiet", "accent", "rule")


def figures(booklet: Booklet, theme: Theme, pen: Pen, words: dict[str, str]) -> Markup:
    """Figures of half a page's height at most, one beneath the other; none if the booklet has no use for them.

    Raises Stopped (K221) for letters of no face.
    """
    events = [e for e in in_order(booklet.events) if e.date.lower or e.date.upper]
    wanted = booklet.meta.timeline
    if not events or wanted is False or (wanted is None and not LEAST <= len(events) <= MOST):
        return Markup()
    try:
        drawn = _drawn(booklet, events, theme, pen)
    except Unset as unset:
        raise Stopped([error("K221", events[0].place, file="timeline", name=unset.characters)]) from None
    alt = words["timeline_alt"].format(n=pen.number(len(events)))
    made: list[Markup] = []
    for number, svg in enumerate(drawn):
        source = "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
        picture = Markup('<img src="{}" alt="{}"/>').format(source, alt)
        below = tag("figcaption", words["timeline"]) if number == len(drawn) - 1 else Markup()
        made.append(tag("figure", picture + below, class_="timeline"))
    return Markup().join(made)


def _drawn(booklet: Booklet, events: list[Event], theme: Theme, pen: Pen) -> list[str]:
    meta = booklet.meta
    across = meta.page[0] * (1 - float(theme.token("margin-inner")) - float(theme.token("margin-outer")))
    hand = _hand(booklet, theme, pen)
    kinds = [*meta.categories, ""] if meta.categories else [""]
    marks = [
        Mark(
            wrapped(pen.plain(e.title), across * 0.26, hand), kinds.index(e.category) if e.category in kinds else 0,
            e.date.approximate or e.date.uncertain or bool(e.relation and e.date.precision != "day"),
            e.date.lower != e.date.upper,
        )
        for e in events
    ]  # fmt: skip
    items = [_item(e, *measured(m.lines, hand)) for e, m in zip(events, marks, strict=True)]
    plan = timeline.plan(items, across)
    used = {mark.shape for mark in marks}
    legend = [(n, pen.plain(meta.categories[k])) for n, k in enumerate(kinds) if k and n in used]
    groups: list[list[timeline.Row]] = []
    room = 0.0
    for row in plan.rows:
        if not groups or room < tall(row):
            groups.append([])
            room = meta.page[1] / 2
        groups[-1].append(row)
        room -= tall(row)
    drawing = Drawing(hand, across)
    return [drawing.svg(plan, rows, marks, legend if rows is groups[-1] else ()) for rows in groups]


def _item(event: Event, width: float, height: float) -> timeline.Item:
    """An interval open at one side is shown by the day it has."""
    first, last = event.date.lower or event.date.upper, event.date.upper or event.date.lower
    assert first
    assert last
    return timeline.Item(first.toordinal(), last.toordinal(), width, height)


def _hand(booklet: Booklet, theme: Theme, pen: Pen) -> Hand:
    meta = booklet.meta
    language = languages.find(meta.language)
    families = [name.strip().strip("'\"") for name in theme.token("body-face").split(",")]
    size = float(re.sub(r"[^\d.]", "", theme.token("size-note"))) * _MM * 0.95
    return Hand(
        faces(families, own=fonts.own(theme.font_folders)), size, size * float(theme.token("leading-heading")) * 0.95,
        language.direction, meta.language, {name: theme.token(name) for name in _COLOURS},
        lambda month, year: months.month(month, year, "gregorian", language.tag.partition("-")[0], meta.months).split(" (")[0],
        pen.number,
    )  # fmt: skip
