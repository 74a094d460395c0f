"""The shapes a date can have, tried at a token from the fullest to the barest."""

from __future__ import annotations

from report.script.datewords import figures, years
from report.script.datewords.lexicon import Month
from report.script.datewords.pieces import Piece, edtf, grain
from report.script.datewords.reader import DASHES, Reader, Year


def read(reader: Reader, i: int, last: int) -> list[Piece]:
    """What can be read at token `i`, nothing before token `last`; empty when there is no date."""
    if reader.tokens[i].kind == "numeric":
        return figures.numeric(reader, i)
    return (
        _days(reader, i)
        or _day_month(reader, i)
        or _month_day(reader, i)
        or _months(reader, i)
        or _season(reader, i)
        or years.read(reader, i, last)
    )


def _days(reader: Reader, i: int) -> list[Piece]:
    """Two days of one month: «من 4 إلى 30 نوفمبر 1979», "4–30 November 1979", «27 و28 يناير 1980»."""
    first = reader.day(i)
    if not first:
        return []
    at = first[1]
    if not (reader.key(at) in reader.lexicon.also or reader.key(at) in DASHES or reader.word(at, reader.lexicon.to)):
        return []
    begin = reader.skip(at + 1, DASHES)
    second = _day_month(reader, begin)
    if len(second) != 1 or second[0].grain != "day" or "/" in second[0].edtf:
        return []
    base = second[0]
    start_day = f"{base.edtf[:-2]}{first[0]:02}"
    return [Piece(i, base.end, f"{start_day}/{base.edtf}", base.calendar, "interval")]


def _day_month(reader: Reader, i: int) -> list[Piece]:
    """A day and a month, with a year or without: «4 نوفمبر 1979», «الرابع من نوفمبر», "the 4th of November 1979"."""
    day = reader.day(i)
    if not day:
        return []
    number, at, in_words = day
    linked = reader.skip(at, reader.lexicon.links)
    if in_words and linked == at and not (reader.lexicon.bare_ordinals or reader.word(i, reader.lexicon.firsts)):
        return []
    if reader.key(linked) == ",":
        return []
    while reader.key(linked) in DASHES:
        linked += 1
    month = reader.month(linked)
    if not month:
        return []
    named = reader.skip(month[1], reader.lexicon.month_words, 1)
    year = _year_behind(reader, named, month[0], counted=reader.is_treacherous(linked, month[1]))
    if not year:
        marked = named > month[1] or reader.led(i) or reader.word(linked - 1, reader.lexicon.month_words)
        if reader.is_treacherous(linked, month[1]) and not marked:
            return []
        return _running(reader, i, named, month[0], number)
    return [_piece(i, year.end, year, month[0], number)]


def _running(reader: Reader, i: int, end: int, month: Month, day: int | None) -> list[Piece]:
    """A date whose year is told at the other end of a span: «من 4 نوفمبر إلى 20 ديسمبر 1979»; else one without a year."""
    plain = Piece(i, end, edtf(None, month.number, day), month.calendar, grain(edtf(None, month.number, day)))
    between = reader.word(i - 1, reader.lexicon.between)
    joins = reader.key(end) in DASHES or reader.word(end, reader.lexicon.to)
    joins = joins or ((between or day is not None) and reader.key(end) in reader.lexicon.also)
    if not joins:
        return [plain]
    begin = reader.skip(end + 1, DASHES | reader.lexicon.month_words)
    second = _day_month(reader, begin) if day is not None else _months(reader, begin)
    if len(second) != 1 or second[0].edtf.startswith("XXXX") or second[0].calendar != month.calendar:
        return [plain]
    other = second[0]
    if "/" in other.edtf or other.grain != plain.grain:
        return [plain]
    return [Piece(i, other.end, f"{other.edtf[:4]}{plain.edtf[4:]}/{other.edtf}", month.calendar, "interval")]


def _month_day(reader: Reader, i: int) -> list[Piece]:
    """November 4, 1979; November the fourth; November 4–30, 1979."""
    month = reader.month(i) if reader.lexicon.month_first else None
    if not month:
        return []
    at = reader.skip(month[1], {"the"}, 1)
    day = reader.day(at)
    if not day or (day[2] and at == month[1] and reader.is_weak(i, month[1])):
        return []
    until = reader.day(day[1] + 1) if reader.key(day[1]) in DASHES else None
    end = until[1] if until else day[1]
    year = _year_behind(reader, end + (reader.key(end) == ","), month[0])
    if not year and reader.counts(end):
        return []
    first = _piece(i, year.end if year else end, year, month[0], day[0])
    if not until:
        return [first]
    last = edtf(year.year if year else None, month[0].number, until[0])
    return [Piece(i, first.end, f"{first.edtf}/{last}", first.calendar, "interval")]


def _months(reader: Reader, i: int) -> list[Piece]:
    """A month with its year or alone."""
    month = reader.month(i)
    if not month:
        return []
    named = reader.skip(month[1], reader.lexicon.month_words, 1)
    year = _year_behind(reader, named, month[0])
    if year:
        return [_piece(i, year.end, year, month[0], None)]
    weak = reader.is_weak(i, month[1])
    treacherous = reader.is_treacherous(i, month[1])
    said = named > month[1] or reader.word(i - 1, reader.lexicon.month_words)
    led = reader.led(i) or (month[2] and not reader.key(i).startswith(("و", "ك", "ה", "ל", "ו", "ש")))
    if (treacherous and not said) or (weak and not (said or led)):
        return []
    return _running(reader, i, named, month[0], None)


def _season(reader: Reader, i: int) -> list[Piece]:
    """A season with its year: «صيف عام 1980», "the summer of 1980"."""
    found = reader.longest(i, reader.lexicon.seasons)
    if not found:
        return _season_behind(reader, i)
    at = found[1]
    year = reader.year(reader.skip(at, reader.lexicon.year_links | {"ה"}, 3))
    if not year or len(str(abs(year.year))) < 3:
        return []
    calendar = year.calendar or years.calendar(reader, year.year)
    return [Piece(i, year.end, f"{edtf(year.year)}-{found[0]}", calendar, "season")]


def _season_behind(reader: Reader, i: int) -> list[Piece]:
    """A year with its season behind it: «1947ء کی سردیوں میں»."""
    year = reader.year(i)
    found = reader.longest(year.end, reader.lexicon.seasons_after, bare=True) if year else None
    if not year or not found:
        return []
    calendar = year.calendar or years.calendar(reader, year.year)
    return [Piece(i, found[1], f"{edtf(year.year)}-{found[0]}", calendar, "season")]


def _year_behind(reader: Reader, i: int, month: Month, *, counted: bool = True) -> Year | None:
    """The year after a month; one that no date of its calendar has is none («في مارس 3000 جندي»)."""
    at = reader.skip(i, reader.lexicon.year_links | {",", "،"}, 3)
    while reader.key(at) in DASHES and at > i:
        at += 1
    year = reader.year(at)
    if not year or (counted and not year.marked and reader.counts(year.end)):
        return None
    if year.calendar and year.calendar != month.calendar:
        return None
    return year if year.marked or years.plausible(year.year, month.calendar) else None


def _piece(i: int, end: int, year: Year | None, month: Month, day: int | None) -> Piece:
    text = edtf(year.year if year else None, month.number, day)
    return Piece(i, end, text, month.calendar, grain(text))
