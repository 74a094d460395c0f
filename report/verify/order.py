"""Order: the tag tree against the paragraphs of the sections, and each line against the bidirectional algorithm.

Text boxes hold their glyphs from left to right, as they are drawn. So a leaf of the tag tree is proved twice: its letters
are the next ones of the paragraph, and where they stand on the line is where UAX #9 puts them: levels resolved over
the whole paragraph (by ICU, which nothing that makes the file uses), each line reordered by rule L2.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from report.fault import Fault, Place, error
from report.script.embedding import levels_by_icu, order
from report.verify.glyphs import Unit
from report.verify.paragraphs import Paragraph, seen
from report.verify.pdf_text import Leaf, Reader

_TOLD = 40  # code points of a place in the text that are told
_NUMBERS = {"/Lbl", "/Reference"}  # numbers and bullets the page gives
_APART = 0.6  # em between baselines from which on there are two lines: calls and indices are raised by less
_BACK = 1.0  # em a letter may begin left of the one before it on a line: kerning does, another run does not
_HYPHENS = ("-", "\u2010")


@dataclass(slots=True)
class Placed:
    """A leaf found in a paragraph: the offsets in the paragraph's text of what it shows."""

    leaf: Leaf
    at: tuple[int, ...]


@dataclass(slots=True)
class Matched:
    """A paragraph with the leaves that show it; `offsets` are those of its visible characters."""

    paragraph: Paragraph
    offsets: tuple[int, ...]
    placed: list[Placed] = field(default_factory=list[Placed])


class Matching:
    """Walks the leaves of the tag tree and the paragraphs side by side.

    What is left out: numbers of lists and notes, what a theme adds without letters (leaders, page numbers), and table
    heads repeated on following pages. `lost` is the first place where the two differ: paragraph, offset, leaf.
    """

    def __init__(self, paragraphs: Iterable[Paragraph], leaves: Iterable[Leaf]) -> None:
        self.found = [Matched(p, tuple(i for i, c in enumerate(p.text) if seen(c))) for p in paragraphs]
        self.lost: tuple[Matched | None, int, Leaf | None] | None = None
        self._at = self._offset = 0
        heads: set[str] = set()
        for head, group in groupby(leaves, key=lambda leaf: leaf.head):
            listed = [(leaf, shown) for leaf, shown in map(_shown, group) if shown]
            if head is not None:
                letters = "".join(text for _, text in listed)
                if letters in heads and listed and not self._fits(listed[0][1]):
                    continue
                heads.add(letters)
            if not all(self._take(leaf, text) for leaf, text in listed):
                return
        self._end()

    def _take(self, leaf: Leaf, text: str) -> bool:
        """Find a leaf's letters at the place reached; what is not there and has no letters is the page's own."""
        if not self._fits(text) and len(text) > 1 and text.endswith(_HYPHENS) and self._fits(text[:-1]):
            text = text[:-1]
        if self._fits(text):
            matched = self.found[self._at]
            matched.placed.append(Placed(leaf, matched.offsets[self._offset : self._offset + len(text)]))
            self._offset += len(text)
            return True
        if not any(c.isalpha() for c in text):
            return True
        self.lost = (self.found[self._at] if self._at < len(self.found) else None), self._offset, leaf
        return False

    def _fits(self, text: str) -> bool:
        """Whether the next visible characters of the paragraph reached are these, in whatever order of display."""
        if self._at < len(self.found) and self._offset == len(self.found[self._at].offsets):
            self._at, self._offset = self._at + 1, 0
        if self._at == len(self.found):
            return False
        matched = self.found[self._at]
        offsets = matched.offsets[self._offset : self._offset + len(text) + 1]
        wanted = "".join(matched.paragraph.text[i] for i in offsets)
        if text.isdecimal() and not _numbers(text, wanted, offsets):
            return False  # a page number that happens to be like the beginning of a year
        return sorted(wanted[: len(text)]) == sorted(text)

    def _end(self) -> None:
        self._fits("")
        if self._at < len(self.found):
            self.lost = self.found[self._at], self._offset, None


def _numbers(text: str, wanted: str, offsets: Sequence[int]) -> bool:
    """Whether these digits are the next numbers, none of them cut; right to left, the last of them is drawn first."""
    words = [""]
    for at, digit in enumerate(wanted[: len(text)]):
        if at and offsets[at] != offsets[at - 1] + 1:
            words.append("")
        words[-1] += digit
    goes_on = wanted[len(text) :].isdecimal() and offsets[len(text)] == offsets[len(text) - 1] + 1
    return not goes_on and text in ("".join(words), "".join(reversed(words)))


def _shown(leaf: Leaf) -> tuple[Leaf, str]:
    """A leaf with the characters it shows of the text: none where it is the page's own number or bullet."""
    return leaf, "" if _NUMBERS & set(leaf.kinds) else _visible(leaf.text)


@lru_cache(4096)
def _visible(text: str) -> str:
    return "".join(filter(seen, text))


def prove(paragraphs: Sequence[Paragraph], reader: Reader, place: Place) -> Iterator[Fault]:
    """Blocks in their order (K519), the language they are tagged with (K520), and the order of each line (K521)."""
    leaves = list(reader.leaves())
    for note in dict.fromkeys(["", *(p.note for p in paragraphs), *(leaf.note for leaf in leaves)]):
        matching = Matching([p for p in paragraphs if p.note == note], [leaf for leaf in leaves if leaf.note == note])
        if matching.lost:
            yield _lost(matching.lost, place)
        for matched in matching.found:
            yield from _languages(matched, place)
            for line in lines(matched):
                yield from _misplaced(matched.paragraph, line, place)


def _lost(lost: tuple[Matched | None, int, Leaf | None], place: Place) -> Fault:
    matched, offset, leaf = lost
    where, wanted = "", ""
    if matched is not None:
        start = matched.offsets[offset] if offset < len(matched.offsets) else len(matched.paragraph.text)
        where, wanted = matched.paragraph.place, matched.paragraph.text[start : start + _TOLD]
    found = "" if leaf is None else leaf.text[:_TOLD]
    page = 0 if leaf is None else leaf.page + 1
    return error("K519", place, where=where, page=page, wanted=_bare(wanted), found=found)


def _languages(matched: Matched, place: Place) -> Iterator[Fault]:
    for placed in matched.placed:
        wanted = {matched.paragraph.languages[i] for i in placed.at}
        if wanted != {placed.leaf.language}:
            text = matched.paragraph.text[placed.at[0] : placed.at[-1] + 1]
            yield error(
                "K520", place, where=matched.paragraph.place, text=text[:_TOLD], wanted=" ".join(sorted(wanted)) or "–",
                found=placed.leaf.language or "–",
            )  # fmt: skip


def lines(matched: Matched) -> Iterator[list[Placed]]:
    """The lines a paragraph is set in. Two are told apart by page and baseline."""
    line: list[Placed] = []
    for placed in matched.placed:
        first, unit = (line[0].leaf if line else None), placed.leaf.units[0]
        if first and (
            first.page != placed.leaf.page
            or abs(first.units[0].y - unit.y) > _APART * max(first.units[0].size, unit.size)
        ):
            yield line
            line = []
        line.append(placed)
    if line:
        yield line


def _misplaced(paragraph: Paragraph, line: list[Placed], place: Place) -> Iterator[Fault]:
    if not all(unit.level for placed in line for unit in placed.leaf.units):
        return  # turned text has no left and right
    wanted, found = by_algorithm(paragraph, line), by_eye(line)
    if not same(wanted, found):
        text = "".join(paragraph.text[placed.at[0] : placed.at[-1] + 1] for placed in line)
        yield error(
            "K521", place, where=paragraph.place, page=line[0].leaf.page + 1, text=_bare(text[:_TOLD]),
            wanted="".join(wanted)[:_TOLD], found="".join(found)[:_TOLD],
        )  # fmt: skip


def by_algorithm(paragraph: Paragraph, line: Sequence[Placed]) -> list[str]:
    """Clusters of a line from left to right as UAX #9 orders them: levels of the paragraph, rules L2 and L3."""
    shown = {i for placed in line for i in placed.at}
    first, last = min(shown), max(shown)
    levels = levels_by_icu(paragraph.text, paragraph.base)
    ordered = [first + i for i in order(levels[first : last + 1])]
    clusters: list[str] = []
    waiting = ""
    for i in ordered:
        if i not in shown:
            continue
        character = paragraph.text[i]
        mark = unicodedata.bidirectional(character) == "NSM"
        if mark and levels[i] % 2:
            waiting = character + waiting  # reversed with its letter, it comes before it
        elif mark and clusters:
            clusters[-1] += character
        else:
            clusters.append(character + waiting)
            waiting = ""
    return clusters + [waiting] * bool(waiting)


def by_eye(line: Sequence[Placed]) -> list[str]:
    """What stands on a line from left to right: texts of glyphs, by where they are drawn."""
    pieces: list[list[Unit]] = []
    for placed in line:
        before: Unit | None = None
        for unit in placed.leaf.units:
            if before is None or unit.x < before.x - _BACK * unit.size:
                pieces.append([])
            pieces[-1].append(unit)
            before = unit
    shown: list[str] = []
    for piece in sorted(pieces, key=lambda piece: min(unit.x for unit in piece)):
        shown += [text for unit in piece if (text := _visible(unit.text))]
    return shown


def same(wanted: Sequence[str], found: Sequence[str]) -> bool:
    """Whether two ways of cutting a line show the same in the same order; a ligature holds several clusters."""
    if wanted == found:
        return True
    right = iter(found)
    a, b = "", ""
    for text in wanted:
        a += text
        while len(b) < len(a) and (following := next(right, "")):
            b += following
        if len(a) == len(b):
            if sorted(a) != sorted(b):
                return False
            a = b = ""
    return not a and not "".join((b, *right)).strip("".join(_HYPHENS))


def _bare(text: str) -> str:
    return "".join(c for c in text if c not in "\u2066\u2067\u2069\ufffc")
