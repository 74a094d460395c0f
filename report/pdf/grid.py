"""Where flash cards lie on a sheet that is printed on both sides and turned over its long edge. All lengths are mm.

What stands x from the left edge of the recto has its back x from the right edge of the verso. Cards follow each other in
the direction of the language: right to left the first stands at the top right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from report.model import Booklet
from report.script import languages

PAPERS: Final = {"A4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height (ISO 216, ANSI Y14.1)."""

GRIDS: Final = {4: (2, 2), 6: (2, 3), 8: (2, 4), 10: (2, 5), 12: (3, 4)}
"""Cards on a sheet: columns and rows."""

PAD: Final = 6.0
"""Between the edge of a card and its words."""

_MARGIN = 13.0  # around all cards, for the crop marks and for what a printer cannot reach
_MARK, _CLEAR = 5.0, 3.0  # length of a crop mark, and its distance from the cards
_FOOT = 6.0  # kept free at the foot of a card for the line that names it


@dataclass(frozen=True, slots=True)
class Leaf:
    """A card as XHTML: words of its two sides, and the small line at the foot of both."""

    front: Markup
    back: Markup
    foot: Markup


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one side of a card lies on its page, from the top left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Grid:
    """How cards lie on a sheet."""

    paper: tuple[float, float]
    columns: int
    rows: int
    rtl: bool

    @property
    def count(self) -> int:
        return self.columns * self.rows

    @property
    def card(self) -> tuple[float, float]:
        """Width and height of a card."""
        return (self.paper[0] - 2 * _MARGIN) / self.columns, (self.paper[1] - 2 * _MARGIN) / self.rows

    @property
    def room(self) -> tuple[float, float]:
        """Width and height that the words of one side may take."""
        width, height = self.card
        return width - 2 * PAD, height - 2 * PAD - _FOOT

    def spot(self, at: int, *, back: bool = False) -> Spot:
        """Where the card that is the `at`-th of its sheet, from 0, shows its front or its back."""
        row, column = divmod(at, self.columns)
        from_left = self.columns - 1 - column if self.rtl != back else column
        width, height = self.card
        return Spot(_MARGIN + from_left * width, _MARGIN + row * height, width, height)

    def marks(self) -> Iterator[Spot]:
        """Crop marks: at each cut, off the cards at both ends of it."""
        (width, height), (w, h) = self.paper, self.card
        for n in range(self.columns + 1):
            for top in (_MARGIN - _CLEAR - _MARK, height - _MARGIN + _CLEAR):
                yield Spot(_MARGIN + n * w, top, 0, _MARK)
        for n in range(self.rows + 1):
            for left in (_MARGIN - _CLEAR - _MARK, width - _MARGIN + _CLEAR):
                yield Spot(left, _MARGIN + n * h, _MARK, 0)


def grid(booklet: Booklet, paper: str, count: int) -> Grid:
    """The grid of `count` cards, a key of GRIDS, on a `paper` of PAPERS."""
    return Grid(PAPERS[paper], *GRIDS[count], languages.find(booklet.meta.language).direction == "rtl")


@dataclass(frozen=True, slots=True)
class Sheets:
    """The finished file, or, where it could not be made, which sides are too long: number of the card, and its side."""

    data: bytes
    pages: int
    long: tuple[tuple[int, str], ...] = ()
