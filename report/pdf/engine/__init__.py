"""Named corrections of WeasyPrint 70, each with a probe in tests/pdf/test_engine.py that shows what upstream does."""

from __future__ import annotations

import inspect
from typing import Any

import pydyf
import weasyprint
from weasyprint import document, layout
from weasyprint.draw import border
from weasyprint.draw import text as draw_text
from weasyprint.layout import block, column, grid, inline
from weasyprint.pdf import fonts, tags
from weasyprint.pdf.stream import Stream
from weasyprint.text import line_break

from report.fault import Place, Stopped, error
from report.pdf.engine import (
    glyphs,
    identities,
    kashida,
    lines,
    links,
    margins,
    notes,
    once,
    pages,
    sides,
    spaces,
    structure,
    subsets,
)

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
    stretch_words_before_spaces(inline)
    lay_lines_out_once(inline)
    set_every_note(block)
    hand_notes_on(layout)
    margins_are_artifacts(document, Stream, tags)
    elements_describe_themselves(tags)
    one_link_a_phrase(document)
    indent_at_the_start(inline)
    float_to_logical_sides(inline)
    leave_joined_letters_whole(inline)
    columns_from_the_start(grid, block, inline)
    rules_between_columns(border)
    center_blocks(block, column)
    list_pages_once(pydyf.PDF)
    _applied.append(found)


def _replaced() -> dict[Any, str]:
    """The private functions that are replaced, with the signatures the replacements were written for."""
    return {
        draw_text.draw_first_line: "(stream, textbox, text_overflow, block_ellipsis, matrix)",
        line_break.Layout.reactivate: "(self, style)",
        inline.remove_last_whitespace: "(context, line)",
        inline.justify_line: "(context, line, extra_width)",
        inline.avoid_collisions: "(context, box, containing_block, outer=True)",
        inline.split_first_line: (
            "(text, style, context, max_width, justification_spacing, is_line_start=True, minimum=False)"
        ),
        inline.text_align: "(context, line, available_width, last)",
        inline.first_letter_to_box: "(box, skip_stack, first_letter_style)",
        inline._out_of_flow_layout: (
            "(context, box, containing_block, index, child, children, line_children, waiting_children, waiting_floats, "
            "absolute_boxes, fixed_boxes, line_placeholders, float_widths, max_x, position_x, bottom_space)"
        ),
        grid.grid_layout: (
            "(context, box, bottom_space, skip_stack, containing_block, page_is_empty, absolute_boxes, fixed_boxes)"
        ),
        block._linebox_layout: (
            "(context, box, index, child, new_children, page_is_empty, absolute_boxes, fixed_boxes, adjoining_margins, "
            "bottom_space, position_y, skip_stack, first_letter_style, first_line_style, draw_bottom_decoration, max_lines)"
        ),
        layout.make_all_pages: "(context, root_box, html, pages)",
        block.block_level_width: "(box, containing_block, with_min_max=True)",
        border.draw_column_rules: "(stream, box)",
        document.draw_page: "(page, stream)",
        tags._build_box_tree: "(box, parent, pdf, page_number, nums, annotations, tags)",
        Stream.marked: "(self, box, tag)",
        document.gather_anchors: (
            "(box, anchors, links, bookmarks, forms, parent_matrix=None, parent_form=None, parent_link=None)"
        ),
        fonts.Font.subset: "(self, to_unicode, hinting)",
        fonts.Font.clean: "(self, to_unicode, hinting)",
        pydyf.PDF.page_references.fget: "(self)",
    }


def one_subsetter(module: Any) -> None:
    """One subsetter on every machine, and no clock in it."""
    module.Font.subset = subsets.keep_drawn
    module.Font.clean = identities.with_identities(module.Font.clean)


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


def stretch_words_before_spaces(module: Any) -> None:
    """Where CSS says `--kashida`, a line that lacks much takes a few tatweels, and its spaces less; none is in the text."""
    module.justify_line = kashida.justify_line


def lay_lines_out_once(module: Any) -> None:
    """A right-to-left line is laid out once, not twice."""
    module.avoid_collisions = once.where_nothing_is_beside(module.avoid_collisions)


def set_every_note(module: Any) -> None:
    """A note called on the last line of a full page is set: upstream forgets those for whose line it moved others away."""
    module._linebox_layout = notes.with_every_note(module._linebox_layout)


def hand_notes_on(module: Any) -> None:
    """A page that is set again gets the notes that the page before it hands on: upstream mixes them up with other pages'."""
    module.make_all_pages = notes.make_all_pages


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


def indent_at_the_start(module: Any) -> None:
    """`text-indent` moves the start of the first line: upstream shortens a right-to-left line at its end."""
    module.text_align = sides.with_indent_at_start(module.text_align)


def float_to_logical_sides(module: Any) -> None:
    """`float: inline-start` works inside a paragraph: upstream stops with a KeyError."""
    module._out_of_flow_layout = sides.with_logical_floats(module._out_of_flow_layout)


def leave_joined_letters_whole(module: Any) -> None:
    """`::first-letter` is ignored on right-to-left letters: upstream tears a joined letter from its word."""
    module.first_letter_to_box = sides.with_joined_letters_left_whole(module.first_letter_to_box)


def columns_from_the_start(grid_module: Any, *users: Any) -> None:
    """The first column of a grid stands at the start side: upstream has it on the left in either direction."""
    grid_module.grid_layout = sides.with_mirrored_columns(grid_module.grid_layout)
    for module in users:
        module.grid_layout = grid_module.grid_layout


def rules_between_columns(module: Any) -> None:
    """`column-rule` stands between columns: upstream draws it left of the last one, right to left."""
    module.draw_column_rules = sides.with_rules_between_columns(module.draw_column_rules)


def center_blocks(module: Any, *users: Any) -> None:
    """`margin-inline: auto` centres in either direction, and an SVG without a width may stand in a line."""
    upstream = module.block_level_width
    counted: Any = sides.with_auto_margins_counted(upstream)
    counted.without_min_max = sides.with_auto_margins_counted(upstream.without_min_max)
    module.block_level_width = counted
    for user in users:
        user.block_level_width = module.block_level_width


def list_pages_once(file: Any) -> None:
    """A file's tags and links cost by their number: upstream lists all pages anew for each."""
    file.page_references = pages.listed_once(file.page_references)
