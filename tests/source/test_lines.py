"""Offsets to places, in whole files and in pieces cut out of them."""

from __future__ import annotations

import pytest

from report.fault import Place
from report.source.lines import Lines, Where


@pytest.mark.parametrize(
    ("offset", "line", "column"), [(0, 1, 1), (2, 1, 3), (3, 2, 1), (4, 3, 1), (6, 3, 3), (7, 3, 4)]
)
def test_place(offset: int, line: int, column: int) -> None:
    assert Lines("t", "سط\n\nثان").place(offset) == Place("t", line, column)


def test_lines() -> None:
    lines = Lines("t", "سط\n\nثان\n")
    assert [lines.line(index) for index in range(4)] == ["سط", "", "ثان", ""]
    assert Lines("t", "").line(0) == ""


def test_where_counts_on_inside_a_run_and_cuts_pieces() -> None:
    where = Where("t", ((0, 1, 5), (4, 2, 3), (8, 2, 9)))
    assert [(where.place(o).line, where.place(o).column) for o in (0, 3, 4, 7, 8, 10)] == [
        (1, 5),
        (1, 8),
        (2, 3),
        (2, 6),
        (2, 9),
        (2, 11),
    ]
    piece = where.after(5)
    assert [piece.place(o) for o in (0, 2, 3, 5)] == [where.place(o + 5) for o in (0, 2, 3, 5)]
