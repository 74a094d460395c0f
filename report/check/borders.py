"""Rules about markup that begins or ends inside a word (K150) or inside a number (K151).

Letters that join are held together by joiners (html/joints.py). What cannot be held is told here: lam-alef is one shape,
a mark has no place without its letter, and the parts of a number in two boxes may stand in either order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from report.check.survey import Survey
from report.check.walk import phrases
from report.fault import Fault, error
from report.model import Anchor, Code, Duration, Gap, IndexMark, Inlines, LineBreak, NoEvent, Note, Text
from report.script.joining import cut

_CODES: Final = {"ligature": "K150", "mark": "K150", "number": "K151"}
_Piece = Text | Literal["border", "apart"]
"""A text; where markup begins or ends; or what parts two texts like a space."""


def cut_words(found: Survey) -> Iterator[Fault]:
    """K150: a border between lam and alef or a letter and its mark; K151: one inside a number. Once a word."""
    for phrase in _phrases(found):
        word, border, told = "", False, False
        for piece in _pieces(phrase):
            match piece:
                case "border":
                    border = True
                case "apart":
                    word, border, told = "", False, False
                case Text(text=text, place=place):
                    what = cut(word, text) if border and not told else ""
                    if what in _CODES:
                        told = True
                        reason = {} if what == "number" else {"reason": what}
                        yield error(_CODES[what], place, word=word + _words(text)[0], **reason)
                    told = told and len(_words(text)) == 1
                    word, border = _words(word + text)[-1], False


def _phrases(found: Survey) -> Iterator[Inlines]:
    for _, block in found.blocks:
        yield from phrases(block)
    yield from found.words_of.values()


def _pieces(inlines: Inlines) -> Iterator[_Piece]:
    """What a phrase is made of, in order. A mark for the index, a name of a place and the like get no box where they
    would cut a word (html/joints.py): they have no borders. A note's call is one."""
    for inline in inlines:
        match inline:
            case Text():
                yield inline
            case Code() | LineBreak() | Gap():
                yield "apart"
            case Note():
                yield "border"
            case IndexMark() | Anchor() | NoEvent() | Duration():
                yield from _pieces(inline.children)
            case _:
                yield "border"
                yield from _pieces(inline.children)
                yield "border"


def _words(text: str) -> list[str]:
    return re.split(r"\s", text)
