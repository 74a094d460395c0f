"""Dates in figures: 4/11/1979, 1979-11-04, 4.11.1979, ۱۳۵۸/۸/۱۳."""

from __future__ import annotations

import re

from report.script.datewords.pieces import Piece, edtf
from report.script.datewords.reader import Reader
from report.script.datewords.years import calendar


def numeric(reader: Reader, i: int) -> list[Piece]:
    """The date at a token of figures: the year at one end, of three or four digits; a day before its month, save where
    the year comes first. Where both could be the month, it is open; only Gregorian dates are said month first. Empty
    for what is none (1/2/3), unless an era is named: then it is a day that there is not (30/13/1400 هـ)."""
    first, month, last = (int(part) for part in re.split(r"[/.\-]", reader.key(i)))
    parts = re.split(r"[/.\-]", reader.key(i))
    if len(parts[0]) >= 3 and len(parts[2]) <= 2:
        year, day, open_ = first, last, False
    elif len(parts[2]) >= 3 and len(parts[0]) <= 2:
        year, day, open_ = last, first, first <= 12 and first != month
    else:
        return []
    era, end = reader.era(i + 1)
    named = era if era not in ("", "bc") else calendar(reader, year)
    if named != "gregorian":
        open_ = False
    elif month > 12 and day <= 12:
        day, month, open_ = month, day, False
    told = 1 <= month <= 12 and 1 <= day <= 31
    return [Piece(i, end, edtf(year, month, day), named, "day", open=open_)] if told or era else []
