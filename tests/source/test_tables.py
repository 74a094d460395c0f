"""Pipe tables: cells with their columns, alignment as logical sides, no cell dropped."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report.fault import Place
from report.model import Table
from report.source.tables import near_miss, split

Show = Callable[..., str]


def cells(table: Table, show: Show) -> list[list[str]]:
    return [[show(cell.children) for cell in row] for row in (table.head, *table.rows)]


def test_cells_and_columns(read: Show, show: Show) -> None:
    table = read("|أ|*ب*|\n|:--|--:|\n| [س]{.index} | a\\|*b* |\n").blocks[0]
    assert cells(table, show) == [["أ@1:2", "em(ب@1:5)"], ["index[]@3:3(س@3:4)", "a|@3:17 em(b@3:21)"]]
    assert [cell.align for cell in table.rows[0]] == ["start", "end"]
    assert table.place == Place("t.md", 1, 1)


def test_columns_in_a_quotation_in_a_list(read: Show, show: Show) -> None:
    table = read("- > أ | ب\n  > :-: | ---\n  > `x` | \\\\\\| *س*\n").blocks[0].items[0][0].blocks[0]
    assert cells(table, show) == [["أ@1:5", "ب@1:9"], ["`x`@3:5", "\\| @3:11 em(س@3:17)"]]
    assert [cell.align for cell in table.head] == ["center", ""]


def test_short_rows_are_filled_and_long_ones_told(read: Show, show: Show) -> None:
    found = read("|أ|ب|\n|-|-|\n|ج|\n|د|ه|و|\n")
    assert cells(found.blocks[0], show)[1:] == [["ج@3:2", ""], ["د@4:2", "ه@4:4"]]
    assert found.codes == ["K128@4:6"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("| a | b |", ["a", "b"]),
        ("a|b", ["a", "b"]),
        ("|a||b|", ["a", "", "b"]),
        ("| a \\| b |", ["a | b"]),
        ("|a\\\\|b", ["a\\|b"]),
        ("||", [""]),
        ("| |", [""]),
        ("", []),
    ],
)
def test_split(line: str, words: list[str]) -> None:
    assert ["".join(line[offset] for offset in cell) for cell in split(line)] == words


@pytest.mark.parametrize(
    ("content", "line"),
    [("a | b\n--- | ---", 1), ("س\na | b\n|:-:|", 2), ("a\n--- | ---", -1), ("|a|\nb", -1), ("a | b - c\nd", -1)],
)
def test_near_miss(content: str, line: int) -> None:
    assert near_miss(content) == line
