"""Page rules: size, margins by the theme's canon, running head and folio, written for the binding side."""

from __future__ import annotations

from report.model import Meta
from report.script import digits, languages
from report.theme import Theme

COUNTER_STYLES = {"arabic-indic": "arabic-indic", "extended": "persian", "latin": "decimal", "source": "decimal"}

_NOTES = 0.3  # of the page's width, for notes by hand at the outer side


def counter_style(meta: Meta) -> str:
    """CSS counter style of folios and notes for the booklet's digits."""
    return COUNTER_STYLES[meta.digits]


def rules(meta: Meta, theme: Theme) -> str:
    """@page rules for all sections. Margins are the theme's fractions of width and height; the gutter is the bound side.

    In a right-bound book the recto is the LEFT page and its gutter is on the right; the canon's inner margin is the
    gutter, its outer margin carries the folio.
    """
    recto, verso = ("left", "right") if meta.binding == "right" else ("right", "left")
    width, height = meta.page
    inner, outer = (float(theme.token(f"margin-{side}")) * width for side in ("inner", "outer"))
    if meta.study.note_margin:
        outer = max(outer, _NOTES * width)
    top, foot = (float(theme.token(f"margin-{side}")) * height for side in ("top", "foot"))
    return "\n".join(
        [
            f"@page {{ size: {width:g}mm {height:g}mm; margin: {top:.2f}mm {outer:.2f}mm {foot:.2f}mm; }}",
            f"ol {{ list-style-type: {counter_style(meta)}; }}",
            # A narrow no-break space: readers of the file would take «1981.» with its call for one decimal number.
            f"::footnote-call {{ content: '\\202F' counter(footnote, {counter_style(meta)}); }}",
            f"::footnote-marker {{ content: counter(footnote, {counter_style(meta)}) '\\2002'; }}",
            f".footnote {{ direction: {languages.find(meta.language).direction}; }}",  # also when called in a foreign phrase
            _side(recto, inner, outer, meta, "string(head)"),
            _side(verso, inner, outer, meta, _quoted(digits.convert(meta.title, meta.digits))),
        ]
    )


def _quoted(text: str) -> str:
    """A CSS string (CSS Syntax 3 §4.3.5): what could end it is written as an escape."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'


def _side(side: str, inner: float, outer: float, meta: Meta, head: str) -> str:
    """One side of the spread: the outer margin lies on the side the page is named for.

    A verso carries the title of the book in its running head, a recto that of the section.
    """
    gutter = "right" if side == "left" else "left"
    return (
        f"@page :{side} {{ margin-{side}: {outer:.2f}mm; margin-{gutter}: {inner:.2f}mm;"
        f" @bottom-{side} {{ content: counter(page, {counter_style(meta)}); text-align: {side}; }}"
        f" @top-center {{ content: {head}; text-align: {side}; }} }}"
    )


def start(number: int, meta: Meta) -> str:
    """Rules for a section whose first page is `number`: the count, and the side it falls on (odd pages are rectos)."""
    recto, verso = ("left", "right") if meta.binding == "right" else ("right", "left")
    return (
        f"@page :first {{ counter-reset: page {number}; }} html {{ break-before: {recto if number % 2 else verso}; }}"
    )
