"""Sides of right-to-left boxes: first lines, floats in a line, columns of a grid, rules between columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from report.script.joining import first_letter_may_stand_apart

Engine = Callable[..., Any]


def with_indent_at_start(upstream: Engine) -> Engine:
    """A text_align that leaves the indent of a right-to-left line on its right (CSS Text 3 §8.1: at the start edge).

    Upstream counts the indent into the width of the line and puts the words on its right part.
    """

    def text_align(context: Any, line: Any, available_width: float, last: bool) -> float:
        offset = upstream(context, line, available_width, last)
        if line.style["direction"] == "rtl" and line.text_indent:
            for child in line.children:
                if not child.is_floated():
                    child.translate(dx=-line.text_indent, ignore_floats=True)
        return offset

    return text_align


def with_logical_floats(upstream: Engine) -> Engine:
    """A _out_of_flow_layout of lines that knows `float: inline-start` and `inline-end` (upstream: KeyError).

    They are sides of the containing block (CSS Logical 1 §2.3).
    """

    def out_of_flow(context: Any, box: Any, containing_block: Any, index: int, child: Any, *rest: Any) -> Any:
        side = child.style["float"]
        if side in ("inline-start", "inline-end"):
            rtl = containing_block.style["direction"] == "rtl"
            child.style = child.style.copy()
            child.style["float"] = "right" if (side == "inline-start") == rtl else "left"
        return upstream(context, box, containing_block, index, child, *rest)

    return out_of_flow


def with_joined_letters_left_whole(upstream: Engine) -> Engine:
    """A first_letter_to_box that sets no letter apart from those it joins, or from its marks."""

    def first_letter_to_box(box: Any, skip_stack: Any, style: Any) -> Any:
        if style and not first_letter_may_stand_apart(_text(box)):
            return skip_stack
        return upstream(box, skip_stack, style)

    return first_letter_to_box


def _text(box: Any) -> str:
    if hasattr(box, "text"):
        return str(box.text)
    return "".join(_text(child) for child in getattr(box, "children", ()))


def with_mirrored_columns(upstream: Engine) -> Engine:
    """A grid_layout whose first column stands on the right, right to left (CSS Grid 2 §4: columns follow the direction).

    The grid is laid out from left to right, then its items are reflected; what is inside them keeps its direction.
    """

    def grid_layout(context: Any, box: Any, *rest: Any, **named: Any) -> Any:
        if box.style["direction"] == "ltr":
            return upstream(context, box, *rest, **named)
        own = box.style
        box.style = own.copy()
        box.style["direction"] = "ltr"
        try:
            found = upstream(context, box, *rest, **named)
        finally:
            box.style = own
        if (laid := found[0]) is not None:
            laid.style = own
            middle = laid.content_box_x() + laid.width / 2
            for child in laid.children:
                if child.is_in_normal_flow():
                    child.translate(dx=2 * (middle - child.position_x) - child.margin_width())
        return found

    return grid_layout


def with_auto_margins_counted(upstream: Engine) -> Engine:
    """A block_level_width that moves a right-to-left block by what its margins leave, and needs no place to start from.

    Upstream moves it to the right edge as if its auto margins were nothing, and fails on an SVG in a line, whose place is
    not known yet when its width is.
    """

    def block_level_width(box: Any, containing_block: Any, *rest: Any, **named: Any) -> None:
        start = box.position_x = getattr(box, "position_x", 0)
        auto = "auto" in (box.margin_left, box.margin_right)
        upstream(box, containing_block, *rest, **named)
        whole = getattr(containing_block, "width", None)
        if auto and whole is not None and abs(box.margin_width() - whole) < 0.01:
            box.position_x = start

    return block_level_width


def with_rules_between_columns(upstream: Engine) -> Engine:
    """A draw_column_rules that draws between columns right to left too: upstream leaves out the first column's side.

    It draws at the left of every column but the first, so here it is given them from left to right.
    """

    def draw_column_rules(stream: Any, box: Any) -> None:
        if box.style["direction"] == "rtl":
            columns: list[Any] = []
            spans: list[Any] = []
            for child in (*box.children, None):
                if child is None or child.style["column_span"] == "all":
                    columns += [*sorted(spans, key=lambda c: c.position_x), *([child] if child else [])]
                    spans = []
                else:
                    spans.append(child)
            box = box.copy_with_children(columns)
        upstream(stream, box)

    return draw_column_rules
