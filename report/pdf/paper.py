"""Page rules: size, margins by the theme's canon, running head and folio, written for the binding side."""

from __future__ import annotations

import re

from report.fault import Place, Stopped, error
from report.html.pages import margins
from report.labels import labels
from report.model import Meta
from report.script import digits, languages
from report.theme import Theme

COUNTER_STYLES = {"arabic-indic": "arabic-indic", "extended": "persian", "latin": "decimal", "source": "decimal"}

_PICTURE = 0.85  # of the text's height: what a caption and a margin leave
_EM = re.compile(r"(\d+(?:\.\d+)?|\.\d+)em")
_DECLARED = re.compile(r"--kashida\s*:([^;}]*)")
_LONGEST = 2.0  # em: more is a gap with a bar in it


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
    inner, outer = margins(meta, theme)
    top, foot = (float(theme.token(f"margin-{side}")) * height for side in ("top", "foot"))
    mark = " " + _quoted(f" · {labels(meta.language)['teacher_edition']}") if meta.issue == "teacher" else ""
    return "\n".join(
        [
            f"@page {{ size: {width:g}mm {height:g}mm; margin: {top:.2f}mm {outer:.2f}mm {foot:.2f}mm; }}",
            f"html {{ --kashida: {kashida(theme)}; }}",
            f"ol {{ list-style-type: {counter_style(meta)}; }}",
            f"figure:not(.timeline) img {{ max-height: {(height - top - foot) * _PICTURE:.2f}mm; }}",
            # A narrow no-break space: readers of the file would take «1981.» with its call for one decimal number.
            f"::footnote-call {{ content: '\\202F' counter(footnote, {counter_style(meta)}); }}",
            f"::footnote-marker {{ content: counter(footnote, {counter_style(meta)}) '\\2002'; }}",
            f".footnote {{ direction: {languages.find(meta.language).direction}; }}",  # also when called in a foreign phrase
            *_other_notes(),
            _side(recto, inner, outer, meta, "string(head)" + mark),
            _side(verso, inner, outer, meta, _quoted(digits.convert(meta.title, meta.digits)) + mark),
        ]
    )


def _other_notes() -> list[str]:
    """Notes called in the other language of a pair: its direction and its digits."""
    ways = [f".footnote[dir={way}] {{ direction: {way}; }}" for way in ("rtl", "ltr")]
    for digits_, style in COUNTER_STYLES.items():
        held = f".footnote[data-digits={digits_}]"
        ways.append(f"{held}::footnote-call {{ content: '\\202F' counter(footnote, {style}); }}")
        ways.append(f"{held}::footnote-marker {{ content: counter(footnote, {style}) '\\2002'; }}")
    return ways


def kashida(theme: Theme) -> str:
    """What the tokens `justify` and `kashida-max` say, as a value of `--kashida` (pdf/engine/kashida.py).

    A theme without them stretches spaces only. Raises Stopped (K414) on a value, there or in CSS, that is none of theirs.
    """
    name = theme.folders[0].name
    how, longest = (
        theme.token(n) if n in theme.tokens else d for n, d in (("justify", "space"), ("kashida-max", "1em"))
    )
    faults = [] if how in ("kashida", "space") else [error("K414", Place(f"{name}/theme.toml"), value=how)]
    if not _is_length(longest):
        place = Place(f"{name}/theme.toml")
        faults.append(error("K414", place, reason="max", value=longest, most=f"{_LONGEST:g}"))
    for value in (m[1].strip() for m in _DECLARED.finditer(theme.css("print"))):
        if value != "none" and not _is_length(value):
            faults.append(error("K414", Place(f"{name}/print.css"), reason="css", value=value, most=f"{_LONGEST:g}"))
    if faults:
        raise Stopped(faults)
    return longest if how == "kashida" else "none"


def _is_length(value: str) -> bool:
    match = _EM.fullmatch(value)
    return match is not None and 0 < float(match[1]) <= _LONGEST


def _quoted(text: str) -> str:
    """A CSS string (CSS Syntax 3 §4.3.5): what could end it is written as an escape."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'


def _side(side: str, inner: float, outer: float, meta: Meta, head: str) -> str:
    """One side of the spread: the outer margin lies on the side the page is named for.

    A verso carries the title of the book in its running head, a recto that of the section; both the teacher's mark.
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
