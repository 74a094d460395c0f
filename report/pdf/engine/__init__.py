"""Named corrections of WeasyPrint 70, each with a probe in tests/pdf/test_engine.py that shows what upstream does."""

from __future__ import annotations

import inspect
from typing import Any

import weasyprint
from weasyprint import document
from weasyprint.draw import text as draw_text
from weasyprint.layout import inline
from weasyprint.pdf import fonts, tags
from weasyprint.pdf.stream import Stream
from weasyprint.text import line_break

from report.fault import Place, Stopped, error
from report.pdf.engine import glyphs, lines, links, margins, spaces, structure, subsets

VERSION = "70."
_applied: list[str] = []


def correct() -> None:
    """Apply every correction once. Raises Stopped (K501) on an engine they were not written for."""
    if _applied:
        return
    found = weasyprint.__version__
    if not found.startswith(VERSION) or any(str(inspect.signature(f)) != wanted for f, wanted in _replaced().items()):
        raise Stopped([error("K501", Place("weasyprint"), found=found, wanted=VERSION + "*")])
    one_subsetter(fonts)
    keep_every_letter(draw_text)
    justify_as_measured(line_break)
    end_lines_at_the_measure(inline)
    shape_little_more_than_a_line(inline)
    margins_are_artifacts(document, Stream, tags)
    elements_describe_themselves(tags)
    one_link_a_phrase(document)
    _applied.append(found)


def _replaced() -> dict[Any, str]:
    """The private functions that are replaced, with the signatures the replacements were written for."""
    return {
        draw_text.draw_first_line: "(stream, textbox, text_overflow, block_ellipsis, matrix)",
        line_break.Layout.reactivate: "(self, style)",
        inline.remove_last_whitespace: "(context, line)",
        inline.split_first_line: (
            "(text, style, context, max_width, justification_spacing, is_line_start=True, minimum=False)"
        ),
        document.draw_page: "(page, stream)",
        tags._build_box_tree: "(box, parent, pdf, page_number, nums, annotations, tags)",
        Stream.marked: "(self, box, tag)",
        document.gather_anchors: (
            "(box, anchors, links, bookmarks, forms, parent_matrix=None, parent_form=None, parent_link=None)"
        ),
        fonts.Font.subset: "(self, to_unicode, hinting)",
    }


def one_subsetter(module: Any) -> None:
    """One subsetter on every machine, and no clock in it."""
    module.Font.subset = subsets.keep_drawn


def keep_every_letter(module: Any) -> None:
    """Text copied from the PDF is the text written: upstream keeps one text per glyph, the first it was drawn for."""
    module.draw_first_line = glyphs.instead_of(module.draw_first_line)


def justify_as_measured(module: Any) -> None:
    """A justified line is as wide as it was measured: upstream loses kerning against spaces when it widens them."""
    module.Layout.reactivate = glyphs.reactivate


def end_lines_at_the_measure(module: Any) -> None:
    """No right-to-left line sticks out, or is set in, by the space that stood at its end."""
    module.remove_last_whitespace = spaces.remove_last_whitespace


def shape_little_more_than_a_line(module: Any) -> None:
    """A vocalised paragraph costs by its length, not by its square."""
    module.split_first_line = lines.with_enough_text(module.split_first_line)


def margins_are_artifacts(document_module: Any, stream: Any, tags_module: Any) -> None:
    """Running heads and folios are /Artifact /Pagination, not content of the tag tree."""
    document_module.draw_page = margins.page_with_margins_known(document_module.draw_page)
    stream.marked = margins.marked_or_artifact(stream.marked)
    tags_module._build_box_tree = margins.tree_without_margins(tags_module._build_box_tree)


def elements_describe_themselves(module: Any) -> None:
    """Elements name their language; notes are Note, their calls Reference: upstream writes neither."""
    module._build_box_tree = structure.described(module._build_box_tree)


def one_link_a_phrase(module: Any) -> None:
    """A link with marked-up words in it is one link: upstream adds an annotation for each inline box inside it, which no
    Link element holds (ISO 14289-1 §7.18.5)."""
    module.gather_anchors = links.without_inner(module.gather_anchors)
