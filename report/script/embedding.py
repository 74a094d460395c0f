"""Embedding levels of a paragraph (UAX #9), resolved by python-bidi or by ICU, and the order they are displayed in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from bidi import get_display

from report.script.languages import Direction
from report.script.unicode import icu

_LEVEL = re.compile(r"Level\(\s*(\d+),\s*\)")
_STRONG = frozenset(("L", "R", "AL"))
_NUMBER = re.compile(r"([\d٪%+\-−.,/:٫٬،$€£¥#°]*\d[\d٪%+\-−.,/:٫٬،$€£¥#°]*)")
_DIGIT = re.compile(r"\d")
_SURROGATE = re.compile("[\ud800-\udfff]")


def levels(text: str, base: Direction) -> tuple[int, ...]:
    """One level for each code point of one paragraph (no line breaks in it), before rule L1.

    python-bidi 0.6 has no function for levels; its debug dump gives one for each UTF-8 byte, which is read here.
    Raises RuntimeError when the dump is not the one this was written for.
    """
    if not text:
        return ()
    safe = _SURROGATE.sub("\ufffd", text)
    dump = str(get_display(safe, base_dir="R" if base == "rtl" else "L", debug=True))
    _, _, rest = dump.partition("\n    levels: [")
    by_byte = [int(n) for n in _LEVEL.findall(rest.partition("\n    paragraphs: [")[0])]
    if len(by_byte) != len(safe.encode()):
        raise RuntimeError("python-bidi's dump of levels has changed")
    found: list[int] = []
    at = 0
    for character in safe:
        found.append(by_byte[at])
        at += len(character.encode())
    return tuple(found)


def at_line_ends(line: str, found: list[int], base: int) -> list[int]:
    """Rule L1: tabs, and spaces before a tab or the end of the line, take the level of the paragraph."""
    trailing = True
    for i in range(len(line) - 1, -1, -1):
        kind = unicodedata.bidirectional(line[i])
        if kind in ("S", "B"):
            trailing = True
        elif kind not in ("WS", "BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"):
            trailing = False
        if trailing:
            found[i] = base
    return found


@lru_cache(maxsize=4)  # a proof asks once for each line of a paragraph
def levels_by_icu(text: str, base: Direction) -> tuple[int, ...]:
    """The same by ICU, which shares no code with python-bidi: for proofs."""
    if not text:
        return ()
    paragraph = icu.Bidi()
    held = icu.UnicodeString(_SURROGATE.sub("\ufffd", text))  # setPara keeps a reference only
    paragraph.setPara(held, 1 if base == "rtl" else 0)
    by_unit = [int(level) for level in paragraph.getLevels()]
    found: list[int] = []
    at = 0
    for character in text:
        found.append(by_unit[at])
        at += 2 if character > "\uffff" else 1
    return tuple(found)


def with_letter_marks(text: str, before: str) -> tuple[str, str]:
    """The text with U+061C before each number whose signs stand where they do because of an Arabic letter before it.

    `before` is the bidirectional class of the last strong character before the text; that at its end is returned too.
    Rules W2, W4 and W5: signs (ES, ET) join European digits only, and digits after an Arabic letter are none.
    """
    if not _DIGIT.search(text):
        return text, _last_strong(text, before)
    parts: list[str] = []
    for token in _NUMBER.split(text):
        kinds = {unicodedata.bidirectional(c) for c in set(token)}
        if before == "AL" and "EN" in kinds and kinds & {"ES", "ET"} and not kinds & _STRONG:
            parts.append("\u061c")
        parts.append(token)
        before = _last_strong(token, before)
    return "".join(parts), before


def _last_strong(text: str, before: str) -> str:
    """The bidirectional class of the last strong character; that of the one before the text if it has none."""
    return next((k for c in reversed(text) if (k := unicodedata.bidirectional(c)) in _STRONG), before)


def order(found: Sequence[int]) -> list[int]:
    """Indices in display order from left to right (rule L2: reverse from the highest level down to 1)."""
    shown = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = None
        for i in range(len(shown) + 1):
            inside = i < len(shown) and found[shown[i]] >= level
            if inside and start is None:
                start = i
            elif not inside and start is not None:
                shown[start:i] = reversed(shown[start:i])
                start = None
    return shown
