"""Where things stand on a timeline: plain numbers, all lengths in mm from the start side of the line, nothing is drawn.

Labels stand above the axis like flags, each with a leader down to its day; those that follow closely stand nearer to the
axis, so that no leader crosses a label. What one row cannot hold goes on in the next, to the same scale. A long stretch
in which nothing happens is broken; inside a stretch lengths are as days.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

LANES = 5
GAP = 2.0
"""Least room between two labels side by side."""
BREAK = 9.0
"""Length of the axis that a break takes."""
PACE = 13.0
"""The scale is chosen so that events stand this far apart on the average, long gaps left aside."""
_LONG = 6  # times the median gap: a longer one has no say in the scale
_EMPTY = 0.4  # of the width of a row: a longer stretch without events is broken


@dataclass(frozen=True, slots=True)
class Item:
    """An event: its first and last day (ordinals, both included), and the size of its label."""

    first: int
    last: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Flag:
    """A label: `item` is its place in the input, `x` its day; the label reaches from `left` to `right`, in a lane from 0,
    the one next to the axis. Its days reach to `end`, which lies at the row's end if they go on after it."""

    item: int
    x: float
    left: float
    right: float
    lane: int
    end: float


@dataclass(slots=True)
class Stretch:
    """An unbroken piece of the axis; day `day` begins at `start`."""

    start: float
    end: float
    day: float


@dataclass(frozen=True, slots=True)
class Bar:
    """Days of an event that began in an earlier row."""

    item: int
    start: float
    end: float


@dataclass(slots=True)
class Row:
    """`lanes` are the heights of the lanes, `stretches` run in order with a break between each two; `broken` tells that
    the axis is broken before its first. `carried` are the days that go on from the row before. `ends` and `leaders` are
    how far labels and leaders of each lane have come."""

    stretches: list[Stretch]
    broken: bool = False
    flags: list[Flag] = field(default_factory=list[Flag])
    carried: list[Bar] = field(default_factory=list[Bar])
    lanes: list[float] = field(default_factory=lambda: [0.0] * LANES)
    ends: list[float] = field(default_factory=lambda: [-GAP] * LANES)
    leaders: list[float] = field(default_factory=lambda: [-GAP] * LANES)

    @property
    def height(self) -> float:
        """Of all lanes that hold a label."""
        return sum(self.lanes)


@dataclass(frozen=True, slots=True)
class Plan:
    """`scale` in mm a day, the same in all rows."""

    scale: float
    rows: tuple[Row, ...]


def plan(items: Sequence[Item], width: float) -> Plan:
    """Rows for items in order of their first day, in time linear in their number; no label may be wider than half a row."""
    if not items:
        return Plan(1.0, ())
    scale = _scale(items)
    rows = [Row([Stretch(0, width, items[0].first)])]
    latest = items[0].last
    for number, item in enumerate(items):
        row = rows[-1]
        x = _reach(row, item, latest, scale, width)
        follow = _following(items, number, scale)
        flag = _flag(row, number, item, x, width, follow) if x is not None else None
        if flag is None:
            row = _next(row, item, x, latest, scale, width)
            rows.append(row)
            x = _at(row, item.first, scale)
            flag = _flag(row, number, item, x, width, follow)
            assert flag
        _hang(row, flag, item, scale)
        latest = max(latest, item.last)
    _carry(rows, items, scale)
    _trim(rows[-1])
    return Plan(scale, tuple(rows))


def _scale(items: Sequence[Item]) -> float:
    gaps = [b.first - a.first for a, b in pairwise(items) if b.first > a.first]
    if not gaps:
        return 1.0
    cap = _LONG * median(gaps)
    return PACE * len(gaps) / sum(min(gap, cap) for gap in gaps)


def _at(row: Row, day: float, scale: float) -> float:
    last = row.stretches[-1]
    return last.start + (day - last.day) * scale


def _reach(row: Row, item: Item, latest: int, scale: float, width: float) -> float | None:
    """Where the item's day stands in the row, after a break if nothing happens for long; None if the row is too short."""
    x = _at(row, item.first, scale)
    if (item.first - latest) * scale <= _EMPTY * width:
        return x if x <= width else None
    end = _at(row, latest + 1, scale) + GAP
    start = max(end + BREAK, *row.ends)
    if start + GAP > width * 0.75:
        return None
    row.stretches[-1].end = end
    row.stretches.append(Stretch(start, width, item.first - GAP / scale))
    return start + GAP


def _next(row: Row, item: Item, x: float | None, latest: int, scale: float, width: float) -> Row:
    """The row after one that is full: it goes on where that ends, or at the item where it has no more room for labels."""
    last = row.stretches[-1]
    if len(row.stretches) > 1 and row.flags[-1].x < last.start:  # a break with nothing behind it
        row.stretches.pop()
        return _broken(item, scale, width)
    if x is not None:
        last.end = max(last.start, min(x, width))
        return Row([Stretch(0, width, item.first)])
    ended = last.day + (width - last.start) / scale
    if (item.first - latest) * scale <= _EMPTY * width and 0 <= (item.first - ended) * scale <= _EMPTY * width:
        return Row([Stretch(0, width, ended)])
    last.end = min(width, _at(row, latest + 1, scale) + GAP)
    return _broken(item, scale, width)


def _broken(item: Item, scale: float, width: float) -> Row:
    return Row([Stretch(BREAK, width, item.first - GAP / scale)], broken=True)


def _following(items: Sequence[Item], number: int, scale: float) -> int:
    """How many of the next items stand beneath the label of this one."""
    item = items[number]
    edge = item.first + (item.width + GAP) / scale
    return sum(other.first < edge for other in items[number + 1 : number + LANES])


def _flag(row: Row, number: int, item: Item, x: float, width: float, follow: int) -> Flag | None:
    """The label in the lane that leaves one for each that follows closely; None if no lane has room."""
    ahead = x + item.width <= width
    left, right = (x, x + item.width) if ahead else (x - item.width, x)
    open_lanes: list[int] = []
    for lane in range(LANES):
        crossed = not ahead and max(row.leaders[lane + 1 :], default=-GAP) + GAP > left
        if row.ends[lane] + GAP <= left and not crossed:
            open_lanes.append(lane)
        if row.ends[lane] + GAP / 2 > x:
            break
    if not open_lanes or left < 0:
        return None
    lane = min(open_lanes, key=lambda lane: abs(lane - follow))
    return Flag(number, x, left, right, lane, x)


def _hang(row: Row, flag: Flag, item: Item, scale: float) -> None:
    last = row.stretches[-1]
    end = min(flag.x + (item.last + 1 - item.first) * scale, last.end)
    row.flags.append(Flag(flag.item, flag.x, flag.left, flag.right, flag.lane, max(end, flag.x)))
    row.lanes[flag.lane] = max(row.lanes[flag.lane], item.height)
    row.ends[flag.lane] = flag.right
    row.leaders[flag.lane] = flag.x


def _trim(row: Row) -> None:
    """The axis of the last row ends soon after the last day."""
    last = row.stretches[-1]
    reached = max(*(max(flag.x, flag.end) for flag in row.flags), *(bar.end for bar in row.carried), 0.0)
    last.end = min(last.end, reached + GAP)


def _carry(rows: Sequence[Row], items: Sequence[Item], scale: float) -> None:
    """Let days that a row has no more room for go on in the next ones; a break behind the row cuts them."""
    going: list[int] = []
    for row in rows:
        for stretch in row.stretches:
            for number in going:
                end = stretch.start + (items[number].last + 1 - stretch.day) * scale
                if end > stretch.start:
                    row.carried.append(Bar(number, stretch.start, min(end, stretch.end)))
        last = row.stretches[-1]
        row.flags = [replace(flag, end=max(flag.x, min(flag.end, last.end))) for flag in row.flags]
        day = last.day + (last.end - last.start) / scale
        going = [n for n in (*going, *(flag.item for flag in row.flags)) if items[n].last + 1 > day]
