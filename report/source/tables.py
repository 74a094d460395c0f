"""Pipe tables: rows cut into cells again, because markdown-it drops the cells that a row has too many."""

from __future__ import annotations

import re
from typing import Final, Literal

from markdown_it.token import Token

from report.fault import error
from report.model import Cell, Inlines, Table
from report.source.inlines import phrase
from report.source.lines import Where
from report.source.nodes import Node
from report.source.reading import Reading

Side = Literal["start", "center", "end", ""]

_SIDES: Final[dict[str, Side]] = {
    "": "",
    "text-align:left": "start",
    "text-align:center": "center",
    "text-align:right": "end",
}
"""`:---` is start and `---:` end: the sides of a table follow the direction of its language."""

_DASHES = re.compile(
    r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*|[ \t]*\|[ \t]*:?-+:?[ \t]*\|[ \t]*"
)


def table(reading: Reading, node: Node, in_note: bool, caption: Inlines = (), id: str = "") -> Table:
    """A table with its caption; short rows are filled with empty cells, long ones are a fault."""
    rows = [row for part in node.children for row in part.children]
    sides: list[Side] = [_SIDES[str(cell.token.attrs.get("style", ""))] for cell in rows[0].children]
    cells: list[tuple[Cell, ...]] = []
    for row in rows:
        words = _row(reading, row.token, len(sides), in_note)
        cells.append(tuple(Cell(text, side) for text, side in zip(words, sides, strict=True)))
    return Table(cells[0], tuple(cells[1:]), caption, reading.place(node.token.meta["at"]), id)


def near_miss(content: str) -> int:
    """The line of a paragraph, from 0, that looks like the dashes under the head of a table; -1 if none does."""
    lines = content.split("\n")
    return next((i for i, line in enumerate(lines) if i and "|" in lines[i - 1] and _DASHES.fullmatch(line)), -1)


def split(line: str) -> list[tuple[int, ...]]:
    """The cells of a row, each as the offsets of its code points in `line`: outer pipes, outer spaces and the
    backslashes of escaped pipes left out (GFM, tables extension)."""
    cells: list[list[int]] = [[]]
    escaped = False
    for offset, character in enumerate(line):
        if character == "|" and not escaped:
            cells.append([])
            continue
        if character == "|":
            cells[-1].pop()
        cells[-1].append(offset)
        escaped = character == "\\"
    if line.startswith("|"):
        cells.pop(0)
    if cells and not cells[-1]:
        cells.pop()
    return [_trim(line, cell) for cell in cells]


def _trim(line: str, cell: list[int]) -> tuple[int, ...]:
    words = "".join(line[offset] for offset in cell)
    start = len(words) - len(words.lstrip(" \t"))
    return tuple(cell[start : len(words.rstrip(" \t"))])


def _row(reading: Reading, token: Token, width: int, in_note: bool) -> list[Inlines]:
    line, column = token.meta["at"]
    text = reading.lines.line(line)[column:].rstrip(" \t")
    cells = split(text)
    if len(cells) > width:
        first = cells[width]
        at = column + (first[0] if first else 0)
        reading.faults.append(error("K128", reading.place((line, at)), cells=len(cells), width=width))
    words: list[Inlines] = []
    for cell in cells[:width]:
        content = "".join(text[offset] for offset in cell)
        words.append(phrase(reading, content, _where(reading, line, column, cell), in_note))
    return words + [()] * (width - len(words))


def _where(reading: Reading, line: int, column: int, cell: tuple[int, ...]) -> Where:
    """Places of a cell's code points, a new run wherever a backslash was left out."""
    runs = [
        (index, line + 1, column + offset + 1)
        for index, offset in enumerate(cell)
        if not index or offset != cell[index - 1] + 1
    ]
    return Where(reading.lines.path, tuple(runs) or ((0, line + 1, column + 1),))
