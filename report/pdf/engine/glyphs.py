"""Draw a line so that every reader finds its letters: each once, in place, on one baseline, side by side.

A cluster of one glyph for one letter is shown with the face's own glyph. Any other is shown with identities
(`engine.identities`), one for each of its letters, which share its advance. Glyphs stay in visual order, where every
reader expects them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from weasyprint.text import ffi as library
from weasyprint.text.ffi import FROM_UNITS, ffi

from report.pdf.engine import identities

pango: Any = library.pango

_SPACES = (" ", "\u00a0")  # what layout.inline.count_expandable_spaces counts
_JOINERS = "\u200c\u200d"
_UNSAID = re.compile("[\u200b\u200e\u200f\u2060\u2066-\u2069\u202a-\u202e\u061c\ufeff\n]")
_NEUTRAL = ("CS", "ES", "ET", "ON")
_NEAR = 15  # 1/1000 em of kerning that readers still take for the same word, whatever its neighbours have
_replaced: list[Callable[..., list[Any]]] = []


def instead_of(upstream: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    """`draw_first_line`, with the original at hand for what it does not draw."""
    _replaced[:] = [upstream]
    return draw_first_line


@dataclass(frozen=True, slots=True)
class Cluster:
    """Glyphs drawn for one stretch of text, in visual order; `text` is without direction controls."""

    text: str
    glyphs: tuple[Any, ...]
    rtl: bool


@dataclass(frozen=True, slots=True)
class Run:
    """`size` is px an em; the unit of Pango's glyph geometry is 1/1024 px."""

    font: Any
    size: float
    pango_font: Any
    clusters: tuple[Cluster, ...]


Shown = tuple[int | None, float]
"""A code, None where nothing is drawn, and how far the next one stands from it in 1/1000 em."""


def draw_first_line(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any) -> list[Any]:
    """Takes the place of weasyprint.draw.text.draw_first_line; ellipses, emoji and bitmap faces go to the original."""
    if not textbox.text.strip() or textbox.style["font_size"] < 1e-6:
        return []
    if text_overflow == "ellipsis" or block_ellipsis != "none":
        _without_kashida(textbox)
        return _replaced[0](stream, textbox, text_overflow, block_ellipsis, matrix)
    pango.pango_layout_set_single_paragraph_mode(textbox.pango_layout.layout, True)
    line, _ = textbox.pango_layout.get_first_line()
    runs = list(_runs(stream, textbox, line))
    if any(_special(run) for run in runs):
        _without_kashida(textbox)
        textbox.pango_layout.set_text(textbox.pango_layout.text, justify=True)
        return _replaced[0](stream, textbox, text_overflow, block_ellipsis, matrix)
    stream.set_text_matrix(*matrix.values)
    behind = 0.0
    for run in runs:
        behind = _draw(stream, run, textbox.pango_layout.justification_spacing, behind)
    return []


def reactivate(layout: Any, style: Any) -> None:
    """Takes the place of Layout.reactivate: the line is shaped for drawing as it was shaped for measuring.

    Upstream hands the spacing of a justified line to Pango as an attribute of each space. That cuts the line into
    runs at the spaces, and the kerning of letters against spaces, which faces like Amiri have, is lost: the line comes
    out wider than it was measured. Here spaces are widened when they are drawn.
    """
    layout.setup(style)
    layout.set_text(layout.text)


def _without_kashida(textbox: Any) -> None:
    """Take out the tatweels that engine.kashida put in, and give their width to the spaces: the original keeps no record."""
    text, width = getattr(textbox.pango_layout, "plain", (None, 0))
    if text is not None:
        spaces = sum(text.count(space) for space in _SPACES)
        textbox.pango_layout.justification_spacing = (textbox.width - width) / spaces if spaces else 0
        textbox.pango_layout.set_text(text, justify=True)


def _runs(stream: Any, textbox: Any, line: Any) -> Iterator[Run]:
    text = textbox.pango_layout.text.encode()
    inserted = getattr(textbox.pango_layout, "inserted", ())
    link = line.runs[0]
    while link != ffi.NULL:
        item, link = link.data, link.next
        font, size = stream.add_font(item.item.analysis.font)
        if pango.pango_version() < 14802:  # the size of a run is wrong there: pango issue 530
            size = textbox.style["font_size"]
        clusters = _with_marks(list(_with_joiners(_clusters(item, text, inserted))))
        yield Run(font, size, item.item.analysis.font, tuple(clusters))


def _clusters(item: Any, text: bytes, inserted: Sequence[tuple[int, int]]) -> list[Cluster]:
    """Glyphs of one run grouped by the byte of the text they come from, with that stretch of text.

    The bytes `inserted` are not text: their tatweels are drawn with the letter before them, which follows right to left.
    """
    start, length, rtl = item.item.offset, item.item.length, bool(item.item.analysis.level % 2)
    count = item.glyphs.num_glyphs
    marks = item.glyphs.log_clusters[0:count]
    following = dict(zip(sorted(set(marks)), [*sorted(set(marks))[1:], length], strict=True))
    found: list[Cluster] = []
    group: list[Any] = []
    for i in range(count):
        group.append(item.glyphs.glyphs[i])
        if i + 1 == count or marks[i + 1] != marks[i]:
            letters = _written(text, start + marks[i], start + following[marks[i]], inserted)
            if letters or i + 1 == count:
                found.append(Cluster(_UNSAID.sub("", letters), tuple(group), rtl))
                group = []
    return found


def _written(text: bytes, start: int, end: int, inserted: Sequence[tuple[int, int]]) -> str:
    """What a stretch of the shaped text says without what was put into it."""
    for first, last in inserted:
        if first < end and last > start:
            return (text[start : max(start, first)] + text[min(end, last) : end]).decode()
    return text[start:end].decode()


def _with_joiners(found: list[Cluster]) -> Iterator[Cluster]:
    """A joiner has neither width nor glyph: it shares the advance of the letter before it in the text, in the same run.

    One at the edge of a box is ours: it stands where a border of markup cuts a joined pair, and is not said.
    """
    order = list(reversed(found)) if found and found[0].rtl else list(found)
    kept: list[Cluster] = []
    for n, cluster in enumerate(order):
        if cluster.text and not cluster.text.strip(_JOINERS):
            if kept and n + 1 < len(order):
                kept[-1] = replace(kept[-1], text=kept[-1].text + cluster.text)
            continue
        kept.append(cluster)
    yield from reversed(kept) if found and found[0].rtl else kept


def _with_marks(found: list[Cluster]) -> Iterator[Cluster]:
    """A mark and its letter are one cluster. Pango may part them; a mark without width would then stand where the next
    sign ends, and pdfium and poppler take «ثانيةً،» for «ثانية،ً»."""
    order = list(reversed(found)) if found and found[0].rtl else list(found)
    kept: list[Cluster] = []
    for cluster in order:
        if kept and kept[-1].text.strip() and cluster.text and all(unicodedata.combining(c) for c in cluster.text):
            letter = kept[-1]
            glyphs = cluster.glyphs + letter.glyphs if letter.rtl else letter.glyphs + cluster.glyphs
            kept[-1] = replace(letter, text=letter.text + cluster.text, glyphs=glyphs)
        else:
            kept.append(cluster)
    yield from reversed(kept) if found and found[0].rtl else kept


def _special(run: Run) -> bool:
    """Colour and bitmap faces, letters no face has, and a face without a code left: the original draws those."""
    missing = any(g.glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG for c in run.clusters for g in c.glyphs if _inked(g))
    full = not identities.room(run.font, sum(len(c.text) + 1 for c in run.clusters))
    return bool(missing or full or run.font.bitmap or run.font.png or run.font.svg or run.font.colr)


def _inked(glyph: Any) -> bool:
    return bool(glyph.glyph != pango.PANGO_GLYPH_EMPTY)


def _draw(stream: Any, run: Run, spacing: float, behind: float) -> float:
    """Show a run. `spacing` in px is what each space is widened by; `behind` is how far in px the pen stands behind
    the place of the next glyph, which is returned for the next run: widths of codes are whole thousandths of an em."""
    stream.set_font_size(run.font.hash, run.size)
    unit, pieces = run.size / 1000, list[str]()
    behind /= unit
    for left, cluster in zip((None, *run.clusters), run.clusters, strict=False):
        for code, advance in (*_parted(run, left, cluster), *_shown(stream, run, cluster)):
            if code is not None:
                if step := round(behind):
                    pieces.append(f"{-step}")
                    behind -= step
                pieces.append(f"<{code:04x}>")
                behind -= run.font.widths[code]
            behind += advance
        if spacing and cluster.text in _SPACES:
            behind += spacing / unit
    if pieces:
        stream.show_text(" ".join(pieces).replace("> <", ""))
    return behind * unit


def _parted(run: Run, left: Cluster | None, cluster: Cluster) -> list[Shown]:
    """A right-to-left mark between a stop and the vowel sign that ends the word before it.

    Readers turn the line about from what they see, «،» first: there the sign would follow the stop and take its
    direction (UAX #9 W1), and «ثانيةً،» would be copied as «ثانية،ً».
    """
    signed = cluster.rtl and unicodedata.combining(cluster.text[-1:] or " ")
    if left and signed and left.text.strip() and unicodedata.bidirectional(left.text[0]) in _NEUTRAL:
        return [(identities.claim(run.font, (), 0, "\u200f"), 0.0)]
    return []


def _shown(stream: Any, run: Run, cluster: Cluster) -> list[Shown]:
    """The codes of a cluster in visual order: the face's own glyph where that says it, else identities."""
    unit = FROM_UNITS / run.size * run.font.upem  # font units in one of Pango's
    parts: list[tuple[int, float, float]] = []
    width = 0.0
    for glyph in cluster.glyphs:
        if _inked(glyph):
            parts.append((glyph.glyph, width + glyph.geometry.x_offset * unit, -glyph.geometry.y_offset * unit))
        width += glyph.geometry.width * unit
    advance = width * 1000 / run.font.upem
    letters = cluster.text[::-1] if cluster.rtl else cluster.text
    if not parts and not letters:
        return [(None, advance)]
    if len(parts) == len(letters) == 1 and not any(parts[0][1:]) and _own(stream, run, parts[0][0], letters, advance):
        return [(parts[0][0], advance)]
    made = _identities(run, parts, letters or "\u200b", width)
    return [(code, advance / len(made)) for code in made]


def _own(stream: Any, run: Run, glyph: int, letter: str, advance: float) -> bool:
    """Whether the face's own glyph may be shown: it says this letter, or is free to, and stands in near its own width."""
    font = run.font
    if glyph not in font.widths:
        pango.pango_font_get_glyph_extents(run.pango_font, glyph, stream.ink_rect, stream.logical_rect)
        font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / run.size)
    if letter not in _SPACES and abs(advance - font.widths[glyph]) > _NEAR:
        return False
    return font.to_unicode.setdefault(glyph, letter) == letter


def _identities(run: Run, parts: list[tuple[int, float, float]], letters: str, width: float) -> list[int]:
    """One code for each letter, which share the width; each letter's part stands in its own share if there is one."""
    shares = [round(width * n / len(letters)) for n in range(len(letters) + 1)]
    codes: list[int] = []
    for n, letter in enumerate(letters):
        mine = parts[n : n + 1] if len(parts) == len(letters) else parts if n == 0 else []
        placed = tuple((glyph, round(x) - shares[n], round(y)) for glyph, x, y in mine)
        codes.append(identities.claim(run.font, placed, shares[n + 1] - shares[n], letter))
    return codes
