"""The search itself: at each token the fullest date that can be read there, then what is said before and after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from typing import Final, Literal

from report.script.datewords.folding import tokens
from report.script.datewords.lexicon import Lexicon
from report.script.datewords.pieces import Grain, Piece, covered
from report.script.datewords.reader import Reader
from report.script.datewords.shapes import read
from report.script.languages import primary

Kind = Literal["date", "ambiguous", "yearless", "impossible"]

_LEXICONS: Final = {"ar": "arabic", "fa": "persian", "ur": "urdu", "he": "hebrew", "en": "english"}


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text, from `start` to `end` (code points), in `calendar`: gregorian, hijri, solar or hebrew.

    `edtf` is what it says as script.dates reads it: `1979-11-04`, `1980~`, `1979/1981`, `1980-21`; of another calendar,
    the Gregorian days it covers; -0043 for 44 BC, which script.dates does not take. `precision` is how exact the words
    are, `part` early, mid or late or empty. `kind` is `ambiguous` where day and month could be changed about (4/11/1979:
    the day is taken first), `yearless` where no year is told (`XXXX-11-04`, `XXXX-11`, in its own calendar), and
    `impossible` for a day that there is not, such as 31 April, with `edtf` as it was said.
    """

    start: int
    end: int
    edtf: str
    precision: Grain
    kind: Kind
    calendar: str = "gregorian"
    part: str = ""


def find(text: str, language: str) -> tuple[Found, ...]:
    """The dates of a text in a language (BCP 47), in order, none over another.

    A language without words of its own gives dates in three numbers only.
    """
    lexicon = _lexicon(primary(language))
    if lexicon.is_silent(text):
        return ()
    reader = Reader(tokens(text), lexicon)
    return tuple(_told(reader, piece) for piece in _pieces(reader))


@cache
def _lexicon(language: str) -> Lexicon:
    """The words of a language; few books need more than one, so each is loaded when it is first asked for."""
    if language not in _LEXICONS:
        return Lexicon(months={})
    return import_module(f"report.script.datewords.{_LEXICONS[language]}").LEXICON


def _pieces(reader: Reader) -> Iterator[Piece]:
    i = last = 0
    while i < len(reader.tokens):
        found = read(reader, i, last) if reader.may_begin(i) else []
        if not found:
            i += 1
            continue
        yield from (_doubted(reader, piece, last) for piece in found)
        i = last = found[-1].end


def _doubted(reader: Reader, piece: Piece, last: int) -> Piece:
    """The piece with the words around it that say a part of it, or that it is approximate."""
    lexicon = reader.lexicon
    start, end, part, about = piece.start, piece.end, piece.part, piece.about
    for _ in range(2):
        before = start - 1 if reader.key(start - 1) in {"-", "–", "־"} and start > last else start
        if not part and (at := _value_before(reader, before, last)):
            start, part = at
        elif (at := reader.before(before, lexicon.about)) is not None and at >= last:
            start, about = at, True
    told = ((reader.after(end, frozenset({phrase})), value) for phrase, value in lexicon.parts_after.items())
    if not part and (behind := [(at, value) for at, value in told if at is not None]):
        end, part = max(behind)
    if (at := reader.after(end, lexicon.about_after)) is not None:
        end, about = at, True
    if part and piece.grain not in ("month", "year"):
        start, end, part = piece.start, piece.end, ""
    return replace(piece, start=start, end=end, part=part, about=about)


def _value_before(reader: Reader, i: int, last: int) -> tuple[int, str] | None:
    """Where the longest phrase for a part (early …) begins that ends right before `i`, and the part."""
    found = ((reader.before(i, frozenset({phrase})), value) for phrase, value in reader.lexicon.parts.items())
    return min(((at, value) for at, value in found if at is not None and at >= last), default=None)


def _told(reader: Reader, piece: Piece) -> Found:
    start, end = reader.tokens[piece.start].start, reader.tokens[piece.end - 1].end
    if piece.edtf.startswith("XXXX"):
        grain: Grain = "day" if piece.grain == "day" else "month"
        return Found(start, end, piece.edtf, grain, "yearless", piece.calendar, piece.part)
    span, part = covered(piece.edtf, piece.calendar), piece.part
    grain = piece.grain if "/" not in piece.edtf else "interval"
    if span is None:
        return Found(start, end, piece.edtf, grain, "impossible", piece.calendar)
    if "/" in span:
        part = ""  # a third of a month of another calendar: the whole is what is known here
    elif piece.about:
        span += "~"
    return Found(start, end, span, grain, "ambiguous" if piece.open else "date", piece.calendar, part)
