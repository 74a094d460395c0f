"""The timeline of the chronology: figures whose full text is the table behind them."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence

from markupsafe import Markup

from report import fonts
from report.apparatus import timeline
from report.apparatus.views import in_order
from report.drawing import Unset, faces
from report.drawing.timeline import NO_KIND, SHAPES, Drawing, Hand, Mark, measured, tall, wrapped
from report.fault import Stopped, error
from report.html.pages import margins
from report.html.pen import Pen
from report.html.tags import tag
from report.model import Booklet, Event
from report.script import durations, languages, months
from report.theme import Theme

LEAST, MOST = 4, 200
"""So many dated events have a timeline when none is asked for or refused."""
_ROOM = 0.55  # of the page's height: what a title leaves; figures on pages of their own are no taller
_AROUND = 8.0  # mm above and beneath a figure
_MM = 25.4 / 72
_COLOURS = ("paper", "ink", "quiet", "accent", "rule")


def figures(booklet: Booklet, theme: Theme, pen: Pen, words: dict[str, str]) -> Markup:
    """Figures that fit on their pages, one beneath the other; none if the booklet has no use for them.

    Raises Stopped (K221) for letters of no face.
    """
    if not is_drawn(booklet):
        return Markup()
    events = _dated(booklet)
    try:
        drawn, said = _drawn(booklet, events, theme, pen, words)
    except Unset as unset:
        raise Stopped([error("K221", events[0].place, file="timeline", name=unset.characters)]) from None
    alt = words["timeline_alt"].format(n=pen.number(len(events)))
    made: list[Markup] = []
    for number, svg in enumerate(drawn):
        source = "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
        picture = Markup('<img src="{}" alt="{}"/>').format(source, alt)
        below = tag("figcaption", said) if number == len(drawn) - 1 else Markup()
        made.append(tag("figure", picture + below, class_="timeline"))
    return Markup().join(made)


def is_drawn(booklet: Booklet) -> bool:
    """Whether a booklet has a timeline: as booklet.yaml asks, else if it has neither too few dated events nor too many."""
    count = len(_dated(booklet))
    wanted = booklet.meta.timeline
    return count > 0 and (LEAST <= count <= MOST if wanted is None else wanted)


def shape(booklet: Booklet, event: Event) -> int:
    """The shape of an event on the timeline, the same for all of a category; one apart for events of none."""
    kinds = list(booklet.meta.categories)
    if not kinds:
        return 0
    return kinds.index(event.category) % SHAPES if event.category in kinds else NO_KIND


def _dated(booklet: Booklet) -> list[Event]:
    return [e for e in in_order(booklet.events) if e.date.lower or e.date.upper]


def _drawn(
    booklet: Booklet, events: list[Event], theme: Theme, pen: Pen, words: dict[str, str]
) -> tuple[list[str], str]:
    """The figures, and what is said beneath the last: the legend of just what is drawn."""
    meta = booklet.meta
    across = meta.page[0] - sum(margins(meta, theme)) - 2 * _mm(theme.token("side-room"))
    hand = _hand(booklet, theme, pen)
    marks = [_mark(booklet, e, wrapped(pen.plain(e.title), across * 0.26, hand)) for e in events]
    items = [_item(e, *measured(m.lines, hand)) for e, m in zip(events, marks, strict=True)]
    plan = timeline.plan(items, across)
    used = {mark.shape for mark in marks}
    legend = [(n % SHAPES, pen.plain(meta.categories[k])) for n, k in enumerate(meta.categories) if n % SHAPES in used]
    told = {
        "timeline_shape": bool(legend), "timeline_hollow": any(m.hollow for m in marks),
        "timeline_open": any(m.open for m in marks),
        "timeline_break": any(s.skipped for row in plan.rows for s in row.stretches),
    }  # fmt: skip
    caption = words["timeline"] + "".join(words[key] for key, holds in told.items() if holds)
    lines = -(-hand.wide(caption) // across) + bool(legend)
    groups = _grouped(plan.rows, meta.page[1] * _ROOM - lines * hand.leading * 1.3 - _AROUND, meta.page[1] * _ROOM)
    drawing = Drawing(hand, across)
    return [drawing.svg(plan, rows, marks, legend if rows is groups[-1] else ()) for rows in groups], caption


def _grouped(rows: Sequence[timeline.Row], first: float, others: float) -> list[list[timeline.Row]]:
    """Rows by figure: what fits beneath the title, then what fits on a page; heights in mm."""
    groups: list[list[timeline.Row]] = []
    room = 0.0
    for row in rows:
        if not groups or room < tall(row):
            room = others if groups else first
            groups.append([])
        groups[-1].append(row)
        room -= tall(row)
    return groups


def _mark(booklet: Booklet, event: Event, lines: tuple[str, ...]) -> Mark:
    date = event.date
    unknown = 1 if date.upper is None else -1 if date.lower is None else 0
    return Mark(
        lines,
        shape(booklet, event),
        date.approximate or date.uncertain,
        date.lower != date.upper and not unknown,
        unknown,
    )


def _item(event: Event, width: float, height: float) -> timeline.Item:
    """An interval open at one side is shown by the day it has."""
    first, last = event.date.lower or event.date.upper, event.date.upper or event.date.lower
    assert first
    assert last
    return timeline.Item(first.toordinal(), last.toordinal(), width, height)


def _mm(size: str) -> float:
    """A token in points."""
    return float(re.sub(r"[^\d.]", "", size)) * _MM


def _hand(booklet: Booklet, theme: Theme, pen: Pen) -> Hand:
    meta = booklet.meta
    language = languages.find(meta.language)
    families = [name.strip().strip("'\"") for name in theme.token("body-face").split(",")]
    size = _mm(theme.token("size-note")) * 0.95
    return Hand(
        faces(families, own=fonts.own(theme.font_folders)), size, size * float(theme.token("leading-heading")) * 0.95,
        language.direction, meta.language, {name: theme.token(name) for name in _COLOURS},
        lambda month, year: months.month(month, year, "gregorian", language.tag.partition("-")[0], meta.months).split(" (")[0],
        pen.number, lambda days: durations.rough(days, meta.digits, meta.language),
    )  # fmt: skip
