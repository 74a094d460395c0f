"""Vocalised paragraphs in linear time."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from math import inf
from typing import Any

_LETTERS_PER_EM = 6  # letters without marks: half as many again as upstream takes to be more than a line


def with_enough_text(upstream: Callable[..., Any]) -> Callable[..., Any]:
    """A split_first_line that is given little more than a line of a long vocalised paragraph.

    Upstream tries four code points an em, marks counted; text with marks holds more, the trial is too short for a line,
    and all the rest of the paragraph is shaped anew for every line of it.
    """

    def split_first_line(text: str, style: Any, context: Any, max_width: Any, *rest: Any, **named: Any) -> Any:
        part = _beginning(text, style["font_size"], max_width)
        if part != text:
            found = upstream(part, style, context, max_width, *rest, **named)
            if found[2] is not None:  # the line ends inside the part: what follows it does not matter
                return found
        return upstream(text, style, context, max_width, *rest, **named)

    return split_first_line


def _beginning(text: str, size: float, width: float | None) -> str:
    """The text up to the end of a word after `_LETTERS_PER_EM` letters for each em of the width, if it has marks."""
    if width is None or width == inf or not size or width < size * 4:
        return text
    wanted = int(width / size * _LETTERS_PER_EM)
    if len(text) < 2 * wanted or not any(map(unicodedata.combining, text[:wanted])):
        return text
    letters = 0
    for at, character in enumerate(text):
        letters += not unicodedata.combining(character)
        if letters > wanted:
            end = text.find(" ", at)
            return text if end < 0 else text[:end]
    return text
