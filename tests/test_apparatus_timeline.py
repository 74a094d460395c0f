"""The plan of a timeline: whatever the events, labels stay apart and lengths stay true."""

from __future__ import annotations

from itertools import combinations, pairwise
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from report.apparatus.timeline import GAP, Flag, Item, Plan, Row, plan

WIDTH = 100.0


def lasting(first: int, days: int, width: float, height: float) -> Item:
    return Item(first, first + days, width, height)


_ITEM = st.builds(
    lasting,
    st.integers(700_000, 730_000) | st.integers(722_000, 722_100),
    st.sampled_from([0, 0, 0, 29, 365, 9000]),
    st.floats(6, 45),
    st.floats(4, 20),
)


def by_day(items: list[Item]) -> list[Item]:
    return sorted(items, key=lambda item: (item.first, item.last))


_ITEMS = st.lists(_ITEM, min_size=1, max_size=60).map(by_day)


def flags(made: Plan) -> list[Flag]:
    return [flag for row in made.rows for flag in row.flags]


def within(row: Row, flag: Flag) -> int:
    """The stretch that the flag's day lies in."""
    return next(n for n, s in enumerate(row.stretches) if s.start - 1e-6 <= flag.x <= s.end + 1e-6)


@given(_ITEMS)
def test_every_event_has_its_label_in_order_and_inside_the_frame(items: list[Item]) -> None:
    made = plan(items, WIDTH)
    assert [flag.item for flag in flags(made)] == list(range(len(items)))
    for row in made.rows:
        assert all(a.x <= b.x + 1e-6 for a, b in pairwise(row.flags))
        for flag in row.flags:
            assert 0 <= flag.left < flag.right <= WIDTH + 1e-6
            assert 0 <= flag.x <= flag.end <= WIDTH + 1e-6
            assert row.lanes[flag.lane] >= items[flag.item].height


@given(_ITEMS)
def test_no_label_meets_another_nor_a_leader(items: list[Item]) -> None:
    for row in plan(items, WIDTH).rows:
        for a, b in combinations(row.flags, 2):
            if a.lane == b.lane:
                assert a.right + GAP <= b.left + 1e-6 or b.right + GAP <= a.left + 1e-6
            upper, lower = (a, b) if a.lane > b.lane else (b, a)
            assert upper.lane == lower.lane or not lower.left + 1e-6 < upper.x < lower.right - 1e-6


@given(_ITEMS)
def test_lengths_are_as_days_inside_a_stretch(items: list[Item]) -> None:
    made = plan(items, WIDTH)
    for row in made.rows:
        assert all(a.end < b.start for a, b in pairwise(row.stretches))
        for a, b in combinations(row.flags, 2):
            if within(row, a) == within(row, b):
                days = items[b.item].first - items[a.item].first
                assert abs((b.x - a.x) - days * made.scale) < 1e-3


@given(_ITEMS)
def test_days_go_on_where_their_row_ends_and_end_where_they_should(items: list[Item]) -> None:
    made = plan(items, WIDTH)
    drawn = [0.0] * len(items)
    ends: dict[int, tuple[Row, float]] = {}
    for row in made.rows:
        for flag in row.flags:
            drawn[flag.item] += flag.end - flag.x
            ends[flag.item] = row, flag.end
        for bar in row.carried:
            assert 0 <= bar.start < bar.end <= WIDTH + 1e-6
            drawn[bar.item] += bar.end - bar.start
            ends[bar.item] = row, bar.end
    for number, (item, length) in enumerate(zip(items, drawn, strict=True)):
        whole = (item.last + 1 - item.first) * made.scale
        assert length < whole + 1e-3
        assert abs(length - whole) < 1e-3 or any(row.broken for row in made.rows)
        row, end = ends[number]
        assert any(
            abs(s.start + (item.last + 1 - s.day) * made.scale - end) < 1e-3 and s.start <= end <= s.end + 1e-6
            for s in row.stretches
        )


@given(_ITEMS)
def test_every_day_is_drawn_or_told_as_skipped(items: list[Item]) -> None:
    made = plan(items, WIDTH)
    day: float = items[0].first
    for row in made.rows:
        for stretch in row.stretches:
            assert stretch.skipped >= 0
            assert abs(day + stretch.skipped - stretch.day) < 1e-3
            day = stretch.day + (stretch.end - stretch.start) / made.scale
    assert day >= max(item.last for item in items)


def test_the_end_of_a_long_span_is_not_lost_in_a_break() -> None:
    days = [(0, 0), (10, 10), (20, 9000), (30, 30), (40, 40), (20_000, 20_000)]
    made = plan([Item(700_000 + first, 700_000 + last, 12, 8) for first, last in days], WIDTH)
    *_, row = made.rows
    assert [(bar.item, bar.start) for bar in row.carried] == [(2, 0)]
    assert [round(stretch.skipped / 1000) for stretch in row.stretches] == [9, 11]


def test_a_long_empty_time_is_broken() -> None:
    days = [0, 30, 60, 90, 40_000, 40_030]
    made = plan([Item(700_000 + d, 700_000 + d, 12, 8) for d in days], WIDTH)
    assert sum(len(row.stretches) - 1 + row.broken for row in made.rows) == 1


@given(_ITEMS)
def test_something_stands_behind_every_break(items: list[Item]) -> None:
    for row in plan(items, WIDTH).rows:
        assert row.broken or len(row.stretches) == 1 or {within(row, f) for f in row.flags} >= {len(row.stretches) - 1}


def test_events_of_one_day_stand_above_each_other() -> None:
    made = plan([Item(700_000, 700_000, 20, 8)] * 4, WIDTH)
    assert [flag.lane for flag in flags(made)] == [3, 2, 1, 0]


def test_a_label_without_room_before_the_edge_turns_back() -> None:
    made = plan([Item(700_000 + d, 700_000 + d, 20 if d == 700 else 6, 8) for d in range(0, 800, 100)], WIDTH)
    *_, last = flags(made)
    assert len(made.rows) == 1
    assert last.right == last.x
    assert last.lane == 1


def test_a_thousand_events_are_quickly_planned() -> None:
    start = perf_counter()
    made = plan([Item(700_000 + 7 * n, 700_000 + 7 * n, 25, 9) for n in range(1000)], WIDTH)
    assert perf_counter() - start < 1
    assert len(flags(made)) == 1000
