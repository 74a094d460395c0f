"""A timeline as SVG, in mm: hairlines, labels as outlines, a shape for each category; right to left or mirrored."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from report.apparatus.timeline import BREAK, Flag, Plan, Row, Stretch
from report.drawing.lines import label, width
from report.fonts import Face
from report.script.languages import Direction

_GRAIN = 100  # parts of a millimetre: as fine as 2540 dots an inch; finer, the labels take twice the room in the e-book
SHAPES = 12
"""So many shapes for categories: six, and the same with a hole in the middle."""
NO_KIND = 12
"""The shape of what has no category."""
_BARS = 4  # lines of bars above the axis: more stand on the last
_BAR = 1.1
_FOOT = 7.0  # room for ticks and what is written at them
_PAD = 1.6
_INSET = 5.0  # of the words of a label: the shape stands before them


@dataclass(frozen=True, slots=True)
class Hand:
    """What it is drawn with: `size` and `leading` (of a line) in mm, `colours` are CSS colours by token name; `month`
    names a month (1–12) of a year, `year` writes one, `time` a number of days left out."""

    faces: tuple[Face, ...]
    size: float
    leading: float
    direction: Direction
    language: str
    colours: dict[str, str]
    month: Callable[[int, int], str]
    year: Callable[[int], str]
    time: Callable[[float], str]

    def wide(self, text: str, size: float = 0) -> float:
        """In mm. Raises Unset."""
        return width(text, size or self.size, self.faces, self.direction, self.language)


@dataclass(frozen=True, slots=True)
class Mark:
    """An event as it is drawn: `shape` from 0 on; `hollow` for a date that is not certain; `span` for more than a day;
    `open` for an interval whose end (1) or start (-1) nobody tells."""

    lines: tuple[str, ...]
    shape: int
    hollow: bool
    span: bool
    open: int = 0


def wrapped(text: str, most: float, hand: Hand) -> tuple[str, ...]:
    """Lines of whole words, as wide as `most` (mm) where no word is wider. Raises Unset."""
    lines: list[str] = []
    for word in text.split():
        if lines and hand.wide(f"{lines[-1]} {word}") <= most:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return tuple(lines)


def measured(lines: Sequence[str], hand: Hand) -> tuple[float, float]:
    """Width and height of a label with its shape and the room about it, in mm. Raises Unset."""
    return max(map(hand.wide, lines)) + _INSET, len(lines) * hand.leading + _PAD


def tall(row: Row) -> float:
    """A row with its axis and what is written beneath, in mm."""
    return row.height + _BARS * _BAR + _PAD + _FOOT


class Drawing:
    """`across` is the width of the drawing in mm."""

    def __init__(self, hand: Hand, across: float) -> None:
        self.hand, self.across = hand, across
        self.drawn: list[str] = []

    def svg(self, plan: Plan, rows: Sequence[Row], marks: Sequence[Mark], legend: Sequence[tuple[int, str]]) -> str:
        """One figure of some of the plan's rows. Raises Unset."""
        self.drawn = []
        y = 1.0
        for row in rows:
            y += tall(row)
            self._row(row, y - _FOOT, plan.scale, marks)
        y = self._legend(legend, y)
        colours = self.hand.colours
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(self.across)} {_n(y)}" '
            f'width="{_n(self.across)}mm" height="{_n(y)}mm">'
            f'<rect width="{_n(self.across)}" height="{_n(y)}" fill="{colours["paper"]}"/>{"".join(self.drawn)}</svg>'
        )

    # ── pieces; x runs from the start side ───────────────────────────────────────────────────────────────────────────

    def _x(self, x: float) -> float:
        return self.across - x if self.hand.direction == "rtl" else x

    def _line(self, x: float, y: float, to_x: float, to_y: float, colour: str, thick: float) -> None:
        path = f"M{_n(self._x(x))} {_n(y)}L{_n(self._x(to_x))} {_n(to_y)}"
        self.drawn.append(f'<path d="{path}" fill="none" stroke="{self.hand.colours[colour]}" stroke-width="{thick}"/>')

    def _write(self, text: str, x: float, y: float, size: float, colour: str) -> None:
        hand = self.hand
        fill = hand.colours[colour]
        self.drawn.append(
            label(text, self._x(x), y, size, hand.faces, "start", hand.direction, hand.language, _GRAIN, fill=fill)
        )

    def _row(self, row: Row, axis: float, scale: float, marks: Sequence[Mark]) -> None:
        for number, stretch in enumerate(row.stretches):
            self._line(stretch.start, axis, stretch.end, axis, "ink", 0.3)
            if number or row.broken:
                self._broken(stretch.start, axis)
        self._ticks(row, axis, scale)
        bars = [0.0] * _BARS
        for bar in row.carried:
            self._bar(bar.start, bar.end, axis, marks[bar.item], bars)
        for flag in row.flags:
            self._bar(flag.x, min(flag.end, _stretch(row, flag).end), axis, marks[flag.item], bars)
            self._flag(flag, axis, row, marks[flag.item])

    def _broken(self, start: float, axis: float) -> None:
        """Two slanted strokes in the middle of the break, which ends at `start`."""
        for shift in (-5.1, -3.9):
            self._line(start + shift - 0.7, axis + 1.6, start + shift + 0.7, axis - 1.6, "ink", 0.3)

    def _bar(self, start: float, end: float, axis: float, mark: Mark, bars: list[float]) -> None:
        """Days above the axis, on the first line of bars that is free there; a stroke through it for a single day."""
        if mark.open:
            self._arrow(start, axis, mark)
        if not mark.span:
            self._line(start, axis - 0.9, start, axis + 0.9, "ink", 0.5)
            return
        track = next((n for n, reached in enumerate(bars) if reached <= start), _BARS - 1)
        bars[track] = end + 0.5
        y = axis - _BAR * (track + 0.75)
        self._line(start, y, end, y, "accent", 0.6)
        if mark.hollow:
            self._line(start + 0.2, y, max(start + 0.2, end - 0.2), y, "paper", 0.3)

    def _arrow(self, x: float, axis: float, mark: Mark) -> None:
        """From the one day that is known towards the end, or from the start, that is not; it stays inside the frame."""
        y = axis - _BAR * 0.75
        at = min(max(x, 3.2 if mark.open < 0 else 0), self.across - (3.2 if mark.open > 0 else 0))
        tip = at + 3.0 * mark.open
        self._line(at, y, tip, y, "accent", 0.4)
        for side in (-0.7, 0.7):
            self._line(tip - 0.9 * mark.open, y + side, tip, y, "accent", 0.4)

    def _flag(self, flag: Flag, axis: float, row: Row, mark: Mark) -> None:
        bottom = axis - _BARS * _BAR - _PAD - sum(row.lanes[: flag.lane])
        top = bottom - len(mark.lines) * self.hand.leading
        middle = top + self.hand.leading / 2
        ahead = flag.left >= flag.x
        self._line(flag.x, axis, flag.x, top + 0.4, "rule", 0.18)
        self.drawn.append(_shape(mark.shape, self._x(flag.left + 2.0), middle, 1.0, mark.hollow, self.hand.colours))
        room = 0.0 if ahead else -0.4
        for number, line in enumerate(mark.lines):
            y = top + (number + 0.5) * self.hand.leading + self.hand.size * 0.28
            self._write(line, flag.left + _INSET - 1 + room, y, self.hand.size, "ink")

    def _ticks(self, row: Row, axis: float, scale: float) -> None:
        """Strokes at months and years; what a break leaves out is written first, then years, then as many months as find
        room."""
        small = self.hand.size * 0.82
        step = self._months_apart(row, small, scale)
        wanted: list[tuple[int, float, str]] = []
        for stretch in row.stretches:
            if stretch.skipped:
                said = self.hand.time(stretch.skipped)
                middle = stretch.start - BREAK / 2
                wanted.append((-1, max(0.0, middle - self.hand.wide(said, small) / 2) - 0.5, said))
            for place, day in enumerate(_days(stretch, scale)):
                x = stretch.start + (day.toordinal() - stretch.day) * scale
                newyear = day.month == 1
                self._line(x, axis, x, axis + (2.2 if newyear else 1.2), "quiet", 0.25 if newyear else 0.15)
                year, month = self.hand.year(day.year), self.hand.month(day.month, day.year)
                first = not place and not newyear
                if first or newyear:
                    wanted.append((int(first), x, year if newyear else f"{month} {year}"))
                elif (day.month - 1) % step == 0:
                    wanted.append((2, x, month))
            if not any(stretch.start <= x <= stretch.end for _, x, _ in wanted):
                wanted += self._bare_year(row, stretch, scale)
        taken: list[tuple[float, float]] = []
        for rank, x, text in sorted(wanted):
            left, right = x + 0.5, x + 0.5 + self.hand.wide(text, small)
            if right <= self.across and all(right + 1 <= a or b + 1 <= left for a, b in taken):
                taken.append((left, right))
                self._write(text, left, axis + 4.6, small, "quiet" if rank in (-1, 2) else "ink")

    def _months_apart(self, row: Row, small: float, scale: float) -> int:
        """Every so many months are written, so that all of them find room: one that is left out looks like a slip."""
        year = datetime.date.fromordinal(max(1, round(row.stretches[0].day))).year
        widest = max(self.hand.wide(self.hand.month(month, year), small) for month in range(1, 13))
        return next((n for n in (1, 2, 3, 4, 6) if n * 30 * scale >= widest + 1.5), 12)

    def _bare_year(self, row: Row, stretch: Stretch, scale: float) -> list[tuple[int, float, str]]:
        """What is written at a stretch without a stroke: the year of its first event."""
        flag = next((flag for flag in row.flags if _stretch(row, flag) is stretch), None)
        if flag is None:
            return []
        day = datetime.date.fromordinal(round(stretch.day + (flag.x - stretch.start) / scale))
        return [(0, flag.x, self.hand.year(day.year))]

    def _legend(self, legend: Sequence[tuple[int, str]], y: float) -> float:
        """Shapes and what they stand for, in as many lines as they take; the foot of the last."""
        if not legend:
            return y
        x, y = 0.0, y + self.hand.leading
        for shape, name in legend:
            wide = self.hand.wide(name) + 9
            if x and x + wide > self.across:
                x, y = 0.0, y + self.hand.leading
            self.drawn.append(_shape(shape, self._x(x + 2), y - self.hand.size * 0.28, 1.0, False, self.hand.colours))
            self._write(name, x + 4.2, y, self.hand.size, "quiet")
            x += wide
        return y + self.hand.leading * 0.6


def _stretch(row: Row, flag: Flag) -> Stretch:
    """The one its day lies in."""
    return next((s for s in row.stretches if s.start <= flag.x <= s.end), row.stretches[-1])


def _days(stretch: Stretch, scale: float) -> Iterator[datetime.date]:
    """First days of months, or of every so many years where months would stand too close."""
    first, last = int(stretch.day), int(stretch.day + (stretch.end - stretch.start) / scale)
    limits = (datetime.date.min.toordinal(), datetime.date.max.toordinal())
    start, end = (datetime.date.fromordinal(min(max(day, limits[0]), limits[1])) for day in (first, last))
    months = scale * 30 >= 1.5
    step = (
        1
        if months
        else next(n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 10000) if n * 365 * scale >= 9 or n == 10000)
    )
    for year in range(start.year - start.year % step or step, end.year + 1, step):
        for month in range(1, 13 if months else 2):
            day = datetime.date(year, month, 1)
            if start <= day <= end and day.toordinal() >= stretch.day:
                yield day


def _shape(number: int, x: float, y: float, r: float, hollow: bool, colours: dict[str, str]) -> str:
    """Circle, square, triangle, diamond, lower triangle or cross about (x, y), filled or hollow; each again with a hole in
    the middle; a short bar."""
    if number == NO_KIND:
        return f'<path d="M{_n(x - r)} {_n(y)}L{_n(x + r)} {_n(y)}" stroke="{colours["accent"]}" stroke-width="0.6"/>'
    hole = f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r * 0.42)}" fill="{colours["paper"]}"/>' if number >= 6 else ""
    points = (
        "",
        ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
        ((0, -1.1), (1.1, 0.85), (-1.1, 0.85)),
        ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
        ((-1.1, -0.85), (1.1, -0.85), (0, 1.1)),
        (
            (-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4),
            (0.4, 1.1), (-0.4, 1.1), (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4),
        ),
    )[number % 6]  # fmt: skip
    paint = (
        f'fill="{colours["paper"] if hollow else colours["accent"]}" stroke="{colours["accent"]}" stroke-width="0.25"'
    )
    if not points:
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}" {paint}/>{hole}'
    path = "L".join(f"{_n(x + dx * r)} {_n(y + dy * r)}" for dx, dy in points)
    return f'<path d="M{path}Z" {paint}/>{hole}'


def _n(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
