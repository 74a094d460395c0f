"""What a tatweel measures in a face, and text boxes shaped with tatweels in them.

Tatweels go into the shaped text only: `TextBox.text` stays as written, and the layout remembers what was put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from weasyprint.layout import inline
from weasyprint.text import ffi as library
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, ffi

from report.script import languages
from report.script.joining import TATWEEL

pango: Any = library.pango

_SEEN = 0.02  # em: a tatweel that adds less adds nothing

_faces: WeakKeyDictionary[Any, dict[str, Face]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Face:
    """Widths in px of a space, of a word's first tatweel and of each more; no `first` in a face that has none."""

    space: float
    first: float
    more: float

    def width(self, count: int) -> float:
        """What a word grows by with so many tatweels."""
        return self.first + (count - 1) * self.more if count else 0


@dataclass(frozen=True, slots=True)
class Put:
    """`count` tatweels put into a box before the code point `index` of its text."""

    box: Any
    index: int
    count: int


def face(style: Any) -> Face:
    """What the face of a style makes of spaces and tatweels, tried once. In nastaliq a tatweel has no width."""
    known = _faces.setdefault(style.font_config, {})
    key = line_break._font_style_cache_key(style, include_size=True)
    if key not in known:
        plain, one, four = (_tried(f"ب{TATWEEL * n}ي", style) for n in (0, 1, 4))
        has = 0 < plain < one - _SEEN * style["font_size"]
        known[key] = Face(_tried(" ", style), one - plain if has else 0, (four - one) / 3 if has else 0)
    return known[key]


def longest(style: Any) -> float:
    """The longest tatweel of a word in px, 0 for none: by CSS, and none where the face or the language has none.

    `--kashida` is a custom property, so it is inherited, and comes as the tokens of its value.
    """
    sizes = [t for t in style["__kashida"] if t.type == "dimension" and t.lower_unit == "em"]
    if not sizes or style["letter_spacing"] != "normal" or not face(style).first:
        return 0
    if style["lang"] and not _is_arabic(style["lang"]):
        return 0
    return sizes[0].value * style["font_size"]


def fitting(style: Any, share: float) -> int:
    """How many tatweels come nearest to `share` px, one at least, within what CSS allows a word."""
    own, most = face(style), longest(style)
    if most < own.first:
        return 0
    return 1 + max(0, min(round((share - own.first) / own.more), int((most - own.first) / own.more)))


def shaped(context: Any, box: Any, put: Sequence[Put]) -> tuple[Any, float]:
    """The box's text shaped with tatweels, and its width in px.

    The layout is told the bytes that were put in (`inserted`), and the text it stands for with its width (`plain`).
    """
    text, inserted = box.text, list[tuple[int, int]]()
    for one in sorted(put, key=lambda p: -p.index):
        text = text[: one.index] + TATWEEL * one.count + text[one.index :]
        before = sum(p.count for p in put if p.index < one.index)
        start = len((box.text[: one.index] + TATWEEL * before).encode())
        inserted.insert(0, (start, start + len((TATWEEL * one.count).encode())))
    layout: Any = inline.create_layout(text, box.style, context, None, 0)
    line, _ = layout.get_first_line()
    width = line_break.line_size(line, box.style)[0]
    layout.deactivate()
    layout.max_width = box.pango_layout.max_width
    layout.inserted, layout.plain = tuple(inserted), (box.text, box.width)
    return layout, width


def edges(box: Any) -> dict[int, tuple[float, int]]:
    """For each byte of the shaped text that begins a glyph: its right edge in px from the left of the box, and how many
    spaces stand left of it. Of right-to-left runs only: the right edge is where a letter is joined to the one before it.
    """
    layout = box.pango_layout
    layout.reactivate(box.style)
    line, _ = layout.get_first_line()
    text, x, spaces, found = layout.text.encode(), 0.0, 0, dict[int, tuple[float, int]]()
    link = line.runs[0]
    while link != ffi.NULL:
        run, link = link.data, link.next
        for n, glyph in enumerate(_glyphs(run)):
            byte = run.item.offset + run.glyphs.log_clusters[n]
            x += glyph.geometry.width * FROM_UNITS
            spaces += text[byte : byte + 1] == b" " or text[byte : byte + 2] == b"\xc2\xa0"
            if run.item.analysis.level % 2:
                found[byte] = (x, spaces)
    layout.deactivate()
    return found


@cache
def _is_arabic(tag: str) -> bool:
    """Whether a language is written in Arabic script. A tag nobody could read is no reason to stop, nor to stretch."""
    try:
        return languages.find(tag).script == "Arab"
    except ValueError:
        return False


def _tried(text: str, style: Any) -> float:
    """Width in px; 0 where no one face draws it all."""
    layout = line_break.Layout(style)
    layout.set_text(text)
    line, _ = layout.get_first_line()
    missing = any(g.glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG for g in _glyphs(line.runs[0].data))
    return 0 if missing or line.runs[0].next != ffi.NULL else line_break.line_size(line, style)[0]


def _glyphs(run: Any) -> Iterator[Any]:
    for n in range(run.glyphs.num_glyphs):
        yield run.glyphs.glyphs[n]
