"""Where things stand on a timeline: plain numbers, all lengths in mm from the start side of the line, nothing is drawn.

Labels stand above the axis like flags, each with a leader down to its day; those that follow closely stand nearer to the
axis, so that no leader crosses a label. What one row cannot hold goes on in the next, to the same scale. A long stretch
in which nothing begins or ends is broken; inside a stretch lengths are as days.
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
    """An unbroken piece of the axis; day `day` begins at `start`. `skipped` are the days left out before it, 0 where the
    axis is not broken."""

    start: float
    end: float
    day: float
    skipped: float = 0.0


@dataclass(frozen=True, slots=True)
class Bar:
    """Days of an event that began in an earlier row."""

    item: int
    start: float
    end: float


@dataclass(slots=True)
class Row:
    """`lanes` are the heights of the lanes, `stretches` run in order with a break between each two. `carried` are the days
    that go on from the row before. `ends` and `leaders` are how far labels and leaders of each lane have come."""

    stretches: list[Stretch]
    flags: list[Flag] = field(default_factory=list[Flag])
    carried: list[Bar] = field(default_factory=list[Bar])
    lanes: list[float] = field(default_factory=lambda: [0.0] * LANES)
    ends: list[float] = field(default_factory=lambda: [-GAP] * LANES)
    leaders: list[float] = field(default_factory=lambda: [-GAP] * LANES)

    @property
    def height(self) -> float:
        """Of all lanes that hold a label."""
        return sum(self.lanes)

    @property
    def broken(self) -> bool:
        """Whether the axis is broken before the first stretch."""
        return self.stretches[0].skipped > 0


@dataclass(frozen=True, slots=True)
class Plan:
    """`scale` in mm a day, the same in all rows."""

    scale: float
    rows: tuple[Row, ...]


def plan(items: Sequence[Item], width: float) -> Plan:
    """Rows for items in order of their first day; no label may be wider than half a row."""
    if not items:
        return Plan(1.0, ())
    scale = _scale(items)
    rows = [Row([Stretch(0, width, items[0].first)])]
    latest = items[0].last
    for number, item in enumerate(items):
        follow = _following(items, number, scale)
        while True:
            row = rows[-1]
            x = _reach(row, item, latest, scale, width)
            flag = _flag(row, number, item, x, width, follow) if x is not None else None
            if flag:
                break
            rows.append(_next(row, item, x, items[:number], latest, scale, width))
        _hang(row, flag, item, scale)
        latest = max(latest, item.last)
    while end := _end_beyond(items, rows[-1], scale, width):
        rows.append(_onward(rows[-1], end, scale, width))
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


def _day(row: Row, x: float, scale: float) -> float:
    """The day that stands at `x` of the row's last stretch."""
    last = row.stretches[-1]
    return last.day + (x - last.start) / scale


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
    day = item.first - GAP / scale
    row.stretches.append(Stretch(start, width, day, day - _day(row, end, scale)))
    return start + GAP


def _next(
    row: Row, item: Item, x: float | None, before: Sequence[Item], latest: int, scale: float, width: float
) -> Row:  # fmt: skip
    """The row after one that is full: it goes on where that ends, or at the item where it has no more room for labels."""
    last = row.stretches[-1]
    if len(row.stretches) > 1 and not (row.flags and row.flags[-1].x >= last.start):  # a break with nothing behind it
        row.stretches.pop()
        return _broken(row, item.first, scale, width)
    if x is not None:
        last.end = max(last.start, min(x, width))
        return Row([Stretch(0, width, item.first)])
    end = _end_beyond(before, row, scale, width)
    if end or (item.first - latest) * scale <= _EMPTY * width:
        return _onward(row, min(item.first, end or item.first), scale, width)
    last.end = min(width, _at(row, latest + 1, scale) + GAP)
    return _broken(row, item.first, scale, width)


def _end_beyond(items: Sequence[Item], row: Row, scale: float, width: float) -> int:
    """The first end of an item that a row of full width does not reach; 0 if all have ended."""
    reached = _day(row, width, scale)
    return min((item.last + 1 for item in items if item.last + 1 > reached), default=0)


def _onward(row: Row, day: int, scale: float, width: float) -> Row:
    """The row that follows a full one without an end: straight on, or broken if `day` is far."""
    ended = _day(row, width, scale)
    if 0 <= (day - ended) * scale <= _EMPTY * width:
        return Row([Stretch(0, width, ended)])
    return _broken(row, day, scale, width)


def _broken(row: Row, day: int, scale: float, width: float) -> Row:
    begun = day - GAP / scale
    return Row([Stretch(BREAK, width, begun, begun - _day(row, row.stretches[-1].end, scale))])


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
    reached = max([0.0, *(max(flag.x, flag.end) for flag in row.flags), *(bar.end for bar in row.carried)])
    last.end = min(last.end, reached + GAP)


def _carry(rows: Sequence[Row], items: Sequence[Item], scale: float) -> None:
    """Let days that a row has no more room for go on in the next ones, through the break of one that begins with it."""
    going: list[int] = []
    for row in rows:
        first = row.stretches[0]
        for number in going:
            end = first.start + (items[number].last + 1 - first.day) * scale
            row.carried.append(Bar(number, 0.0, min(end, first.end)))
        last = row.stretches[-1]
        row.flags = [replace(flag, end=max(flag.x, min(flag.end, last.end))) for flag in row.flags]
        day = _day(row, last.end, scale)
        going = [n for n in (*going, *(flag.item for flag in row.flags)) if items[n].last + 1 > day]
