"""A text as lines: which line and column an offset is, for whole files and for pieces cut out of them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from report.fault import Place


@dataclass(frozen=True, slots=True)
class Lines:
    """A file's text, line ends made `\\n` and byte-order mark removed; `path` as it is shown to the user."""

    path: str
    text: str
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = [0]
        for line in self.text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        object.__setattr__(self, "starts", tuple(starts))

    def place(self, offset: int) -> Place:
        """The place of a code point, by its offset in `text`."""
        line = bisect_right(self.starts, offset)
        return Place(self.path, line, offset - self.starts[line - 1] + 1)

    def line(self, index: int) -> str:
        """A line by its index from 0, without its end."""
        return self.text[self.starts[index] : self.starts[index + 1] - 1]


@dataclass(frozen=True, slots=True)
class Where:
    """Places inside a piece of text cut out of a file: runs of (offset in the piece, line, column), ascending."""

    path: str
    runs: tuple[tuple[int, int, int], ...]

    def place(self, offset: int) -> Place:
        """The place of the code point at `offset`; inside a run columns count up."""
        index = max(bisect_right(self.runs, (offset, 1 << 60, 0)) - 1, 0)
        start, line, column = self.runs[index]
        return Place(self.path, line, max(column + offset - start, 1))

    def after(self, offset: int) -> Where:
        """The same places for the piece that begins at `offset` of this one."""
        first = self.place(offset)
        later = tuple((start - offset, line, column) for start, line, column in self.runs if start > offset)
        return Where(self.path, ((0, first.line, first.column), *later))
