"""Embedding levels of a paragraph (UAX #9), resolved by python-bidi, and what follows from them."""

from __future__ import annotations

import re
from typing import Literal

from bidi import get_display

Base = Literal["rtl", "ltr"]
_LEVEL = re.compile(r"Level\(\s*(\d+),\s*\)")


def levels(text: str, base: Base) -> tuple[int, ...]:
    """One level for each code point of one paragraph (no line breaks in it).

    python-bidi 0.6 has no function for levels; its debug dump gives one for each UTF-8 byte, which is read here.
    Raises RuntimeError when the dump is not the one this was written for.
    """
    if not text:
        return ()
    dump = get_display(text, base_dir="R" if base == "rtl" else "L", debug=True)
    _, _, rest = dump.partition("    levels: [")
    by_byte = [int(n) for n in _LEVEL.findall(rest.partition("    paragraphs: [")[0])]
    if len(by_byte) != len(text.encode()):
        raise RuntimeError("python-bidi's dump of levels has changed")
    found, at = [], 0
    for character in text:
        found.append(by_byte[at])
        at += len(character.encode())
    return tuple(found)


def order(found: tuple[int, ...]) -> list[int]:
    """Indices of code points in display order, left to right (rule L2: reverse from the highest level to the lowest odd)."""
    shown = list(range(len(found)))
    lowest_odd = min((n for n in found if n % 2), default=0)
    for level in range(max(found, default=0), lowest_odd - 1 if lowest_odd else 0, -1):
        start = None
        for i in range(len(shown) + 1):
            inside = i < len(shown) and found[shown[i]] >= level
            if inside and start is None:
                start = i
            elif not inside and start is not None:
                shown[start:i] = reversed(shown[start:i])
                start = None
    return shown
