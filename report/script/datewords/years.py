"""Years: which numbers are years, and spans of them."""

from __future__ import annotations

from dataclasses import replace

from report.script.datewords.pieces import Piece, edtf
from report.script.datewords.reader import DASHES, Reader, Year

_USUAL = {"gregorian": (1000, 2100), "hijri": (1, 1500), "solar": (1200, 1450), "hebrew": (5000, 5999)}
_GLUE = frozenset({*DASHES, "ب", "ل", "و", "ה", "ב", "ל", "מ", "כ"})


def plausible(year: int, calendar: str) -> bool:
    """Whether a number behind a month is more likely its year than a count."""
    low, high = _USUAL[calendar]
    return (low if calendar != "gregorian" else 100) <= year <= high


def calendar(reader: Reader, year: int) -> str:
    """The calendar of a year that has no mark."""
    low, high = _USUAL["solar"]
    if reader.lexicon.solar_years and low <= year <= high:
        return "solar"
    return "hebrew" if reader.lexicon.lettered and 5000 <= year <= 5999 else "gregorian"


def read(reader: Reader, i: int, last: int) -> list[Piece]:
    """A year at token `i` that something tells to be one, or a span or list of years."""
    first = reader.year(i)
    if not first:
        return []
    begin = _cue(reader, i, first, last)
    second = _second(reader, first)
    if second and not second[1].marked and reader.counts(second[1].end):
        return []
    if second:
        join, year = second
        told = begin if begin is not None else _told_by_second(reader, i, year, join)
        if told is not None:
            return _joined(reader, told, i, first, join, year)
    if begin is None:
        return []
    return [_piece(reader, begin, first)]


def _piece(reader: Reader, start: int, year: Year) -> Piece:
    return Piece(start, year.end, edtf(year.year), year.calendar or calendar(reader, year.year), "year")


def _cue(reader: Reader, i: int, year: Year, last: int) -> int | None:
    """Where the date begins that the number at `i` is the year of, if anything tells that it is one."""
    lexicon, back = reader.lexicon, i
    while back > last and reader.key(back - 1) in _GLUE:
        back -= 1
    if not year.marked and reader.counts(year.end):
        return None
    if (at := reader.before(back, lexicon.cues)) is not None and at >= last and not _counts_years(reader, at):
        return at
    if year.marked and (reader.key(year.end - 1) != "م" or reader.joined(year.end - 1)):
        return i
    if not _usual(reader, year.year) or reader.key(year.end) in lexicon.units:
        return None
    hinted = any(reader.key(n) in lexicon.hints for n in range(back, i)) or reader.word(back - 1, lexicon.hints)
    if hinted or reader.before(back, lexicon.parts.keys() | lexicon.about) is not None:
        return i
    if _has_tail(reader, year.end) or (reader.key(i - 1) == "(" and reader.key(year.end) == ")"):
        return i
    return None


def _counts_years(reader: Reader, i: int) -> bool:
    """«3 أعوام 1200 جندي»: what would be a cue is itself counted."""
    return reader.number(i - 1) is not None and reader.key(i) in reader.lexicon.units


def _has_tail(reader: Reader, end: int) -> bool:
    lexicon = reader.lexicon
    return reader.after(end, lexicon.tails) is not None and reader.after(end, lexicon.not_tails) is None


def _usual(reader: Reader, year: int) -> bool:
    low, high = _USUAL["gregorian"]
    return low <= year <= high or calendar(reader, year) != "gregorian"


def _second(reader: Reader, first: Year) -> tuple[str, Year] | None:
    """How another year is joined to the first (to, or, and), and that year."""
    at, lexicon = first.end, reader.lexicon
    key = reader.key(at)
    if key in DASHES:
        join = "to"
    elif key == "/":
        join = "stroke"
    elif reader.word(at, lexicon.to):
        join = "to"
    elif key in lexicon.also:
        join = "and"
    else:
        return None
    begin = at + 1
    while reader.key(begin) in _GLUE or reader.before(begin + 1, lexicon.cues) == begin:
        begin += 1
    year = _short(reader, begin, first, join) or reader.year(begin)
    return (join, year) if year and year.year > 0 else None


def _short(reader: Reader, i: int, first: Year, join: str) -> Year | None:
    """Two digits after a dash: 1979–81."""
    number = reader.number(i)
    if join not in ("to", "stroke") or number is None or len(reader.key(i)) != 2 or not reader.joined(i):
        return None
    year, (era, end) = first.year // 100 * 100 + number, reader.era(i + 1)
    if era == "bc" or year <= first.year:
        return None
    return Year(year, era or first.calendar, marked=bool(era), end=end)


def _told_by_second(reader: Reader, i: int, second: Year, join: str) -> int | None:
    """Whether what stands behind the second of two years tells both to be years."""
    if not _usual(reader, second.year) and not second.marked:
        return None
    closed = reader.key(i - 1) == "(" and reader.key(second.end) == ")"
    between = reader.word(i - 1, reader.lexicon.between) and join == "and"
    told = second.marked or closed or between or _has_tail(reader, second.end)
    told = told or (
        reader.word(second.end, reader.lexicon.between) or reader.word(second.end + 1, reader.lexicon.between)
    )
    return i if told else None


def _joined(reader: Reader, start: int, i: int, first: Year, join: str, second: Year) -> list[Piece]:
    """Two years as a span, or as two dates."""
    own = second.calendar or calendar(reader, second.year)
    if not first.marked and not (join == "stroke" and first.year < second.year - 2):
        first = first._replace(calendar=own)
    one, other = _piece(reader, start, first), replace(_piece(reader, i, second), start=second.end - 1)
    if second.marked:
        other = replace(other, start=_number_of(reader, second.end))
    if join == "stroke" and first.year < second.year - 2:
        one = replace(one, calendar="hijri" if first.year < 1500 and not first.marked else one.calendar)
        return [one, other]
    between = reader.word(start - 1, reader.lexicon.between) or reader.word(second.end, reader.lexicon.between)
    between = between or reader.word(second.end + 1, reader.lexicon.between)
    if (join == "and" and not between) or one.calendar != other.calendar or first.year >= second.year:
        return [one, other]
    return [Piece(start, other.end, f"{one.edtf}/{other.edtf}", one.calendar, "interval")]


def _number_of(reader: Reader, end: int) -> int:
    """The token of the number that stands before an era which ends at `end`."""
    at = end - 1
    while reader.tokens[at].kind != "number" and at > 0:
        at -= 1
    return at
