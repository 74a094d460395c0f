"""The space at the end of a right-to-left line leaves nothing behind."""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

_COLLAPSING = ("normal", "nowrap", "pre-line")


def remove_last_whitespace(context: Any, line: Any) -> None:
    """Takes the place of weasyprint.layout.inline.remove_last_whitespace.

    In a right-to-left line the last box stands leftmost: when its trailing space goes, its left edge stays and what
    stands right of it closes up. Upstream keeps the space in the shaped text and moves every box to make up for it; a
    justified line is shaped anew without the space, but stays moved, and sticks out.
    """
    ancestors: list[Any] = []
    box = line
    while isinstance(box, boxes.LineBox | boxes.InlineBox):
        if not box.children:
            return
        ancestors.append(box)
        box = box.children[-1]
    if not isinstance(box, boxes.TextBox) or box.style["white_space"] not in _COLLAPSING:
        return
    text = box.text.rstrip(" ")
    if text == box.text:
        return
    removed = _shorten(context, box, text)
    for ancestor in ancestors:
        ancestor.width -= removed
        if ancestor.style["direction"] == "rtl":
            for child in ancestor.children[:-1]:
                child.translate(dx=-removed, ignore_floats=True)


def _shorten(context: Any, box: Any, text: str) -> float:
    """Give the box its text without the space; the width in px that went."""
    before, box.text = box.width, text
    if text:
        shaped: Any = inline.split_text_box(context, box, None, 0)[0]
        box.width, box.pango_layout = shaped.width, shaped.pango_layout
    else:
        box.width = 0
    return before - box.width
