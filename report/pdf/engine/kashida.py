"""Justify a line by spaces first, then by a few tatweels, then by spaces again (W3C alreq, «Alignment & justification»).

CSS says where: `--kashida: <em>` is the longest tatweel of a word, `none` (the default) is none; it is inherited, and
`text-align: justify` stays the master switch. Which joins may be opened, and which words are, is script.kashida's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any
from weakref import WeakKeyDictionary

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text import line_break

from report.pdf.engine import tatweel
from report.pdf.engine.tatweel import Put
from report.script.kashida import CLEAR, Candidate, choose, opening

EVEN = 1.25  # times their natural width: so far spaces are widened before any tatweel is thought of
_SHARE = 0.75  # of what a line lacks: the most that tatweels aim to give
_MOST = 0.85  # of what a line lacks: the most they may give once shaped
_COMFORTABLE = 0.5  # em a word: a line that lacks more draws out another word
_WORD = re.compile("[^ \u00a0\t\n]+")
_REMEMBERED = 3  # lines: the engine sets each right-to-left line twice, and a note may stand between

_drawn_out: WeakKeyDictionary[Any, dict[Any, dict[float, list[float]]]] = WeakKeyDictionary()
"""By layout context and block: the y of the last lines, and the middles of their bars on the page."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line that has a join to open: its number, its box, the join in code points of the box's text, where
    on the page the join stands in a line not yet justified, in px, and how many spaces of the line are left of it."""

    number: int
    box: Any
    index: int
    rank: int
    x: float = 0
    spaces: int = 0


@dataclass(frozen=True, slots=True)
class Slack:
    """A line that lacks `extra` px: its boxes, its spaces, and their natural width in all."""

    line: Any
    texts: Sequence[Any]
    extra: float
    spaces: int
    natural: float

    @property
    def wanted(self) -> float:
        """px that tatweels should give."""
        return min(self.extra - self.natural * (EVEN - 1), self.extra * _SHARE)

    @property
    def em(self) -> float:
        """In px."""
        return self.line.style["font_size"]

    def place(self, word: Word, put: Sequence[tuple[Word, int]]) -> float:
        """The middle of a word's bar on the page, when words take so many tatweels each and spaces the rest."""
        given = [(other, tatweel.face(other.box.style).width(n)) for other, n in put]
        spacing = (self.extra - sum(px for _, px in given)) / self.spaces
        own = sum(px for other, px in given if other is word)
        return word.x + spacing * word.spaces + sum(px for other, px in given if other.x < word.x) + own / 2


def justify_line(context: Any, line: Any, extra_width: float) -> None:
    """Takes the place of weasyprint.layout.inline.justify_line. `extra_width` in px is what the line lacks."""
    texts = list(texts_of(line))
    counts = [inline.count_expandable_spaces(box) for box in texts]
    if not sum(counts):
        return
    natural = sum(n * tatweel.face(box.style).space for n, box in zip(counts, texts, strict=True) if n)
    slack = Slack(line, texts, extra_width, sum(counts), natural)
    gained = _draw_out(context, slack) if slack.wanted > 0 else {}
    _spread(line, (extra_width - sum(gained.values())) / slack.spaces, gained, 0)


def texts_of(box: Any) -> Iterator[Any]:
    """Text boxes of a line in the order of the text; nothing out of flow, and not what is inside an atomic box."""
    if isinstance(box, boxes.TextBox):
        yield box
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        for child in box.children:
            if child.is_in_normal_flow():
                yield from texts_of(child)


def _draw_out(context: Any, slack: Slack) -> dict[int, float]:
    """Put tatweels into a line; by how many px each box (by id) has grown."""
    found, count = _words(slack.texts)
    words, above = _located(slack, found), _above(context, slack.line)
    while words:
        put = _chosen(slack, words, count, above)
        places = {word.number: slack.place(word, put) for word, _ in put}
        under = {n for n, x in places.items() if any(abs(x - y) < CLEAR * slack.em for y in above)}
        if not under:
            gained = _shape(context, put, slack)
            _remember(context, slack.line, places.values())
            return gained
        words = [word for word in words if word.number not in under]
    return {}


def _words(texts: Sequence[Any]) -> tuple[list[Word], int]:
    """Words with a join to open, and the number of all words. A word cut by the border of a box has none."""
    words: list[Word] = []
    number, open_ended = -1, False
    for at, box in enumerate(texts):
        following = next((t.text for t in texts[at + 1 :] if t.text), " ")
        may = tatweel.longest(box.style) > 0
        for match in _WORD.finditer(box.text):
            begins_inside = open_ended and match.start() == 0
            number += not begins_inside
            cut = begins_inside or (match.end() == len(box.text) and bool(_WORD.match(following)))
            found = opening(match[0]) if may and not cut else None
            if found:
                words.append(Word(number, box, match.start() + found.index, found.rank))
        if box.text:
            open_ended = _WORD.match(box.text[-1]) is not None
    return words, number + 1


def _located(slack: Slack, words: Sequence[Word]) -> list[Word]:
    """Words with the place of their join. One inside a ligature has none, and is left out.

    A right-to-left line is moved left by its width once it is justified, and its words by the indent besides
    (engine.sides).
    """
    line = slack.line
    moved = line.width + slack.extra + line.text_indent if line.style["direction"] == "rtl" else 0
    edges = {key: tatweel.edges(box) for key, box in {id(word.box): word.box for word in words}.items()}
    found: list[Word] = []
    for word in words:
        edge = edges[id(word.box)].get(len(word.box.text[: word.index].encode()))
        if edge:
            left = sum(inline.count_expandable_spaces(b) for b in slack.texts if b.position_x < word.box.position_x)
            found.append(replace(word, x=word.box.position_x + edge[0] - moved, spaces=left + edge[1]))
    return found


def _chosen(slack: Slack, words: Sequence[Word], count: int, above: Sequence[float]) -> list[tuple[Word, int]]:
    """The words that are drawn out, of the `count` of a line, each with its tatweels: what is wanted is shared out."""
    even = slack.extra / slack.spaces
    candidates = [Candidate(w.number, (w.x + even * w.spaces) / slack.em, w.rank) for w in words]
    most = ceil(slack.wanted / (_COMFORTABLE * slack.em))
    numbers = {c.word for c in choose(candidates, count, most, [x / slack.em for x in above])}
    found = [(w, tatweel.fitting(w.box.style, slack.wanted / len(numbers))) for w in words if w.number in numbers]
    return [(word, tatweels) for word, tatweels in found if tatweels]


def _shape(context: Any, chosen: Sequence[tuple[Word, int]], slack: Slack) -> dict[int, float]:
    """Shape the boxes anew, with fewer tatweels if that is too wide: opened joins may dissolve stacked letters."""
    for fewer in (0, 1, 2):
        put = [Put(word.box, word.index, n - fewer) for word, n in chosen if n > fewer]
        made = {
            key: (box, *tatweel.shaped(context, box, [p for p in put if p.box is box]))
            for key, box in {id(p.box): p.box for p in put}.items()
        }
        gained = {key: width - box.width for key, (box, _, width) in made.items()}
        if sum(gained.values()) <= slack.extra * _MOST:
            for box, layout, _ in made.values():
                box.pango_layout = layout
            return gained
    return {}


def _above(context: Any, line: Any) -> list[float]:
    """Where the line above in the same block was drawn out: px on the page."""
    pitch = line_break.strut(line.style)[0]
    lines = reversed(_drawn_out.get(context, {}).get(line.element, {}).items())
    return next((at for y, at in lines if 0.5 < (line.position_y - y) / pitch < 1.5), [])


def _remember(context: Any, line: Any, places: Iterable[float]) -> None:
    lines = _drawn_out.setdefault(context, {}).setdefault(line.element, {})
    lines.pop(line.position_y, None)
    while len(lines) > _REMEMBERED:
        del lines[next(iter(lines))]
    lines[line.position_y] = list(places)


def _spread(box: Any, spacing: float, gained: dict[int, float], advance: float) -> float:
    """Widen spaces by `spacing` px and boxes by what tatweels gave them, and move what stands right of them.

    As upstream's add_word_spacing, but a text that stays as it is is not shaped again: spaces are widened when drawn.
    """
    if _is(box, boxes.TextBox):
        box.justification_spacing = box.pango_layout.justification_spacing = spacing
        box.position_x += advance
        more = spacing * inline.count_expandable_spaces(box) + gained.get(id(box), 0)
        box.width += more
        return advance + more
    if not _is(box, boxes.LineBox, boxes.InlineBox):
        box.translate(advance, 0)
        return advance
    box.position_x += advance
    before = advance
    for child in box.children[::-1] if box.style["direction"] == "rtl" else box.children:
        if child.is_in_normal_flow():
            advance = _spread(child, spacing, gained, advance)
    box.width += advance - before
    return advance


def _is(box: Any, *kinds: Any) -> bool:
    """Whether a box is of a kind; the engine's boxes get most attributes later, so none is known of the kind."""
    return isinstance(box, kinds)
