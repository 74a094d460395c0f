"""Draw a line so that every cluster of glyphs gives back the letters it was made from.

A PDF font maps a glyph to one text only, but Arabic faces draw different letters with one glyph and one letter with
several. A cluster whose glyphs already say the right text is written plainly; any other stands in a
`/Span <</ActualText …>>` sequence (ISO 32000-1 §14.9.4). Glyphs stay in visual order, where every reader expects them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.text import ffi as library
from weasyprint.text.ffi import FROM_UNITS, ffi

pango: Any = library.pango

_SPACES = (" ", "\u00a0")  # what layout.inline.count_expandable_spaces counts
_replaced: list[Callable[..., list[Any]]] = []


def instead_of(upstream: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    """`draw_first_line`, with the original at hand for what it does not draw."""
    _replaced[:] = [upstream]
    return draw_first_line


@dataclass(frozen=True, slots=True)
class Cluster:
    """Glyphs drawn for one stretch of text, in visual order. `offset` of a glyph is in 1/1000 em, `rise` in px."""

    text: str
    glyphs: tuple[Any, ...]
    rtl: bool


@dataclass(frozen=True, slots=True)
class Run:
    font: Any
    size: float
    pango_font: Any
    clusters: tuple[Cluster, ...]


def draw_first_line(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any) -> list[Any]:
    """Takes the place of weasyprint.draw.text.draw_first_line; ellipses, emoji and bitmap faces go to the original."""
    if not textbox.text.strip() or textbox.style["font_size"] < 1e-6:
        return []
    if text_overflow == "ellipsis" or block_ellipsis != "none":
        return _replaced[0](stream, textbox, text_overflow, block_ellipsis, matrix)
    pango.pango_layout_set_single_paragraph_mode(textbox.pango_layout.layout, True)
    line, _ = textbox.pango_layout.get_first_line()
    runs = list(_runs(stream, textbox, line))
    if any(_special(run) for run in runs):
        textbox.pango_layout.set_text(textbox.pango_layout.text, justify=True)
        return _replaced[0](stream, textbox, text_overflow, block_ellipsis, matrix)
    stream.set_text_matrix(*matrix.values)
    for run in runs:
        _draw(stream, run, textbox.pango_layout.justification_spacing)
    return []


def reactivate(layout: Any, style: Any) -> None:
    """Takes the place of Layout.reactivate: the line is shaped for drawing as it was shaped for measuring.

    Upstream hands the spacing of a justified line to Pango as an attribute of each space. That cuts the line into
    runs at the spaces, and the kerning of letters against spaces, which faces like Amiri have, is lost: the line comes
    out wider than it was measured. Here spaces are widened when they are drawn.
    """
    layout.setup(style)
    layout.set_text(layout.text)


def _runs(stream: Any, textbox: Any, line: Any) -> Iterator[Run]:
    text = textbox.pango_layout.text.encode()
    link = line.runs[0]
    while link != ffi.NULL:
        item, link = link.data, link.next
        font, size = stream.add_font(item.item.analysis.font)
        if pango.pango_version() < 14802:  # the size of a run is wrong there: pango issue 530
            size = textbox.style["font_size"]
        yield Run(font, size, item.item.analysis.font, tuple(_clusters(item, text)))


def _clusters(item: Any, text: bytes) -> Iterator[Cluster]:
    """Glyphs of one run grouped by the byte of the text they come from, with that stretch of text."""
    start, length, rtl = item.item.offset, item.item.length, bool(item.item.analysis.level % 2)
    count = item.glyphs.num_glyphs
    marks = item.glyphs.log_clusters[0:count]
    following = dict(zip(sorted(set(marks)), [*sorted(set(marks))[1:], length], strict=True))
    group: list[Any] = []
    for i in range(count):
        group.append(item.glyphs.glyphs[i])
        if i + 1 == count or marks[i + 1] != marks[i]:
            yield Cluster(text[start + marks[i] : start + following[marks[i]]].decode(), tuple(group), rtl)
            group = []


def _special(run: Run) -> bool:
    """Colour and bitmap faces, and letters no face has: the original draws (and warns of) those."""
    missing = any(g.glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG for c in run.clusters for g in c.glyphs if _inked(g))
    return bool(missing or run.font.bitmap or run.font.png or run.font.svg or run.font.colr)


def _inked(glyph: Any) -> bool:
    return bool(glyph.glyph != pango.PANGO_GLYPH_EMPTY)


def _draw(stream: Any, run: Run, spacing: float) -> None:
    """`spacing` in px is what each space is widened by."""
    stream.set_font_size(run.font.hash, run.size)
    pieces: list[str] = []
    for cluster in run.clusters:
        if _says(run.font, cluster):
            _place(stream, run, cluster, pieces)
            if spacing and cluster.text in _SPACES:
                pieces.append(f"{-spacing * 1000 / run.size}")
            continue
        _flush(stream, pieces)
        stream.begin_marked_content("Span", f"<</ActualText <feff{cluster.text.encode('utf-16-be').hex()}>>>")
        _place(stream, run, cluster, pieces)
        _flush(stream, pieces)
        stream.end_marked_content()
    _flush(stream, pieces)


def _says(font: Any, cluster: Cluster) -> bool:
    """Whether the font's map already gives this text for these glyphs; a free glyph takes its text here.

    A glyph that is only ever drawn under ActualText gets an empty claim in `font.to_unicode`, which the next plain use
    fills: the subsetter keeps exactly the glyphs in that map.
    """
    inked = [g.glyph for g in cluster.glyphs if _inked(g)]
    letters = list(reversed(cluster.text)) if cluster.rtl else list(cluster.text)
    wanted = dict(zip(inked, letters, strict=True)) if len(inked) == len(letters) else {}
    if len(inked) == 1:
        wanted = {inked[0]: cluster.text}
    if len(wanted) == len(inked) and all(font.to_unicode.get(g) in (None, "", t) for g, t in wanted.items()):
        font.to_unicode.update(wanted)
        return True
    for glyph in inked:
        font.to_unicode.setdefault(glyph, "")
    return not inked and not cluster.text.strip("\u200b\u200e\u200f\u2060\u2066\u2067\u2068\u2069\u061c\ufeff\n")


def _place(stream: Any, run: Run, cluster: Cluster, pieces: list[str]) -> None:
    """Add the cluster's glyphs to the pending TJ array; a raised glyph is shown at once."""
    for glyph in cluster.glyphs:
        width = glyph.geometry.width
        if not _inked(glyph):
            if width:
                pieces.append(f"{-width / run.size}")
            continue
        offset = glyph.geometry.x_offset / run.size
        rise = glyph.geometry.y_offset / 1000
        if offset:
            pieces.append(f"{-offset}")
        if rise:
            _flush(stream, pieces)
            stream.set_text_rise(-rise)
            pieces.append(f"<{glyph.glyph:04x}>")
            _flush(stream, pieces)
            stream.set_text_rise(0)
        else:
            pieces.append(f"<{glyph.glyph:04x}>")
        kerning = _advance(stream, run, glyph.glyph) + offset - width * 1000 * FROM_UNITS / run.size
        if kerning:
            pieces.append(f"{int(kerning)}")


def _advance(stream: Any, run: Run, glyph: int) -> int:
    """The glyph's own width in 1/1000 em, kept with the font for the PDF's table of widths."""
    if glyph not in run.font.widths:
        pango.pango_font_get_glyph_extents(run.pango_font, glyph, stream.ink_rect, stream.logical_rect)
        run.font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / run.size)
    return run.font.widths[glyph]


def _flush(stream: Any, pieces: list[str]) -> None:
    if pieces:
        stream.show_text(" ".join(pieces).replace("> <", ""))
        pieces.clear()
