"""With which words each page begins: read off the laid-out boxes, without a mark in the text that could disturb shaping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from report.html import Section
from report.html.pages import NUMBER, Start, letters, own


def starts(section: Section, document: Any, first: int) -> Iterator[Start]:
    """The start of each page of a section that has text of its own; `first` is the number of its first page.

    What a page repeats (the head of a table) is not what it begins with, nor are notes, folios and generated words.
    """
    whole = [letters("".join(own(element))) for element in section.tree().iter()]
    set_before: Counter[int] = Counter()
    for page, laid in enumerate(document.pages, first):
        begun = False
        for number, count in _texts(laid._page_box):
            if set_before[number] + count > whole[number]:
                continue
            if not begun:
                yield Start(page, section.id, number, set_before[number])
                begun = True
            set_before[number] += count


def _texts(page: Any) -> Iterator[tuple[int, int]]:
    """Each stretch of text in the flow of a page: the number of its element, and its letters (at least one)."""
    todo = [
        child for child in reversed(page.children) if not isinstance(child, boxes.MarginBox | boxes.FootnoteAreaBox)
    ]
    while todo:
        box: Any = todo.pop()
        if isinstance(box, boxes.TextBox):
            at, count = box.element.get(NUMBER) if box.element is not None else None, letters(box.text)
            if at is not None and count and "::" not in box.element_tag:
                yield int(at), count
        todo += reversed(getattr(box, "children", ()))
