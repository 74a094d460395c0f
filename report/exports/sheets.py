"""Flash cards on sheets, to be printed on both sides and cut; the file is read back before it is given away."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from report import pdf, theme
from report.exports.flashcards import Card, cards
from report.fault import Fault, Place, Stopped, error
from report.fonts import families
from report.html import cards as sides
from report.model import Booklet
from report.verify import letters

_KINDS: Final = {"term": "card_term", "event": "card_event", "question": "card_question"}
PAPERS: Final = tuple(pdf.PAPERS)
COUNTS: Final = tuple(pdf.GRIDS)


def sheets(booklet: Booklet, paper: str = "A4", count: int = 8) -> bytes:
    """A PDF of `count` cards a sheet. Raises Stopped: K252 for a side too long for its card, K253 when there is no card,
    and what the proofs of the finished file find."""
    meta = booklet.meta
    style = theme.load(meta.theme, meta.language, booklet.root, meta.theme_place or meta.place)
    made = cards(booklet)
    leaves = [
        pdf.Leaf(
            sides.words(booklet, card.front), sides.words(booklet, card.back), sides.foot(booklet, n, _KINDS[card.tag])
        )
        for n, card in enumerate(made, 1)
    ]
    grid = pdf.grid(booklet, paper, count)
    written = pdf.flash_cards(booklet, leaves, style, grid)
    if written.long:
        raise Stopped(_too_long(made, written.long, grid))
    if faults := _proved(written.data, _letters(leaves), booklet, style.font_folders):
        raise Stopped(faults)
    return written.data


def _letters(leaves: Sequence[pdf.Leaf]) -> Counter[str]:
    """What must be on the sheets: both sides, and the foot on each."""
    shown = (words for leaf in leaves for words in (leaf.front, leaf.foot, leaf.back, leaf.foot))
    return letters.letters(" ".join(letters.of_tree(ET.fromstring(f"<div>{words}</div>")) for words in shown))


def _too_long(made: Sequence[Card], found: Sequence[tuple[int, str]], grid: pdf.Grid) -> list[Fault]:
    width, height = (str(round(length)) for length in grid.room)
    return [
        error("K252", made[n].place, reason=side, width=width, height=height, words=made[n].front.splitlines()[0])
        for n, side in found
    ]


def _proved(data: bytes, wanted: Counter[str], booklet: Booklet, folders: Sequence[Path]) -> list[Fault]:
    """Every letter of every side is in the file, its fonts too, and it reads in order."""
    place = Place(f"{booklet.name}-cards.pdf")
    import pikepdf  # here: a build that makes no cards need not load what reads PDFs

    from report.verify import print_alone, print_file
    from report.verify.pdf_text import Reader

    with pikepdf.open(io.BytesIO(data)) as file:
        reader = Reader(file)
        found = letters.letters(reader.text())
        lost = [*letters.missing(wanted, found), *letters.invented(wanted, found)]
        return [
            *([error("K517", place, difference=" ".join(lost[:12]))] if lost else []),
            *print_file.fonts(file, families(folders), place),
            *(fault for faults in print_alone.prove(file, reader, place).values() for fault in faults),
        ]
