"""Dates as typed in EDTF (ISO 8601-2): what they say, the days they may mean, their order, ages.

The forms taken are those of docs/format.md: a day, month, year, season (21–24), decade (198X) or century (19XX), each
with ~ (approximate), ? (uncertain) or % (both) behind it; an interval of two of them, `..` for an open end; XXXX for an
unknown year. Dates are proleptic Gregorian, years 1 to 9999.
"""

from __future__ import annotations

import datetime
import re
import warnings
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from report.script.digits import fold

Precision = Literal["day", "month", "year", "season", "decade", "century", "interval", "unknown"]
Reason = Literal["form", "impossible", "order", "open", "part", "range"]

_WIDEST = 5  # years: a wider guess at an age says nothing

PARTS = ("early", "mid", "late")

_END = re.compile(
    r"(?P<year>XXXX|\d\d(?:\d\d|\dX|XX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<doubt>[~?%]?)", re.ASCII
)
_OUT_OF_RANGE = re.compile(r"-\d{4}.*|Y-?\d{5,}|0000.*|00XX.*|000X.*", re.ASCII)


class DateError(ValueError):
    """A date that cannot be read.

    `reason`: form (not EDTF, or a form that is not taken), impossible (31 April, month 13), order (the end is before
    the start), open (an end left empty: write ..), part (not early, mid or late, or of a date that has no parts),
    range (a year outside 1–9999). `detail` is the piece of the date that is wrong.
    """

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(reason, detail)
        self.reason: Reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Date:
    """A date and the days it may mean, both included; a bound is None where the date is open or unknown.

    `edtf` has European digits; `part` is early, mid, late or empty, and narrows the bounds to a third of the span.
    """

    edtf: str
    part: str
    lower: datetime.date | None
    upper: datetime.date | None
    precision: Precision
    approximate: bool
    uncertain: bool


@lru_cache(maxsize=4096)
def parse(text: str, part: str = "") -> Date:
    """Read a date. Digits may be Arabic-Indic or Persian. Raises DateError."""
    edtf = fold(text.strip())
    date = _interval(edtf) if "/" in edtf else _single(edtf)
    if part:
        return _narrowed(date, part)
    return date


def ends(date: Date) -> tuple[Date | None, Date | None]:
    """The two dates an interval runs between, None for an open one; any other date is both its ends."""
    if date.precision != "interval":
        return date, date
    start, end = date.edtf.split("/")
    return None if start == ".." else parse(start), None if end == ".." else parse(end)


def sort_key(date: Date) -> tuple[int, int, int, int]:
    """Chronological order: by first day (an interval open at the start: by its last), then the narrower span, then the
    surer date; unknown dates last. Equal keys are dates the reader cannot tell apart: a stable sort keeps their order.
    """
    first = date.lower or date.upper
    if first is None:
        return (1, 0, 0, 0)
    last = date.upper or datetime.date.max
    return (0, first.toordinal(), (last - first).days, int(date.approximate) + int(date.uncertain))


@dataclass(frozen=True, slots=True)
class Ages:
    """Completed years, `least` to `most`; `doubtful` where a date itself is approximate or uncertain."""

    least: int
    most: int
    doubtful: bool


def ages(born: Date, at: Date) -> Ages | None:
    """The ages that two dates leave possible; None before birth, for open dates, and where they leave too wide a choice."""
    if not (born.lower and born.upper and at.lower and at.upper):
        return None
    least, most = max(0, _years(born.upper, at.lower)), _years(born.lower, at.upper)
    doubtful = born.approximate or born.uncertain or at.approximate or at.uncertain
    return Ages(least, most, doubtful) if most >= 0 and most - least <= _WIDEST else None


def _years(born: datetime.date, at: datetime.date) -> int:
    return at.year - born.year - ((at.month, at.day) < (born.month, born.day))


def _interval(edtf: str) -> Date:
    """Read end by end: as a whole, the library lets 1981/1979 pass, dates `1980/` to 1990 and fails on 1980-XX/1981."""
    if edtf.count("/") != 1:
        raise DateError("form", edtf)
    typed = edtf.split("/")
    if "" in typed and typed != ["", ""]:
        raise DateError("open", edtf)
    if typed in (["..", ".."], ["", ""]):
        raise DateError("form", edtf)
    start, end = (None if side == ".." else _single(side) for side in typed)
    known = [side for side in (start, end) if side]
    if any(side.precision == "unknown" for side in known):
        raise DateError("form", edtf)
    if start and end and start.lower and end.upper and end.upper < start.lower:
        raise DateError("order", edtf)
    return Date(
        edtf,
        part="",
        lower=start.lower if start else None,
        upper=end.upper if end else None,
        precision="interval",
        approximate=any(side.approximate for side in known),
        uncertain=any(side.uncertain for side in known),
    )


def _single(edtf: str) -> Date:
    match = _END.fullmatch(edtf)
    if _OUT_OF_RANGE.fullmatch(edtf):
        raise DateError("range", edtf)
    if match is None:
        raise DateError("form", edtf)
    year, month, day, doubt = match["year"], match["month"] or "", match["day"] or "", match["doubt"]
    precision = _precision(year, month, day, edtf)
    _check_calendar(year, month, day, edtf)
    lower, upper = _bounds(edtf, precision, year, month)
    return Date(edtf, "", lower, upper, precision, approximate=doubt in ("~", "%"), uncertain=doubt in ("?", "%"))


def _precision(year: str, month: str, day: str, edtf: str) -> Precision:
    """The finest thing said; XX is nothing said. Raises DateError for a date with a gap (1980-XX-05, 198X-04)."""
    said = (year.rstrip("X"), month.rstrip("X"), day.rstrip("X"))
    if (said[2] and not said[1]) or (month and "X" in year) or (day and "20" < month < "25"):
        raise DateError("form", edtf)
    if said[2]:
        return "day"
    if said[1]:
        return "season" if "20" < month < "25" else "month"
    match len(said[0]):
        case 4:
            return "year"
        case 3:
            return "decade"
        case 2:
            return "century"
        case _:
            return "unknown"


def _check_calendar(year: str, month: str, day: str, edtf: str) -> None:
    """Raises DateError for a month or a day the calendar does not have."""
    if not month.isdigit():
        return
    if "25" <= month <= "41":
        raise DateError("form", edtf)
    if not ("01" <= month <= "12" or "21" <= month <= "24"):
        raise DateError("impossible", edtf)
    if day.isdigit() and not 1 <= int(day) <= monthrange(int(year), int(month))[1]:
        raise DateError("impossible", edtf)


def _bounds(
    edtf: str, precision: Precision, year: str, month: str
) -> tuple[datetime.date | None, datetime.date | None]:
    if precision == "unknown":
        return None, None
    if precision == "season":
        return _season(int(year), int(month) - 21)
    read = _read(edtf)
    return datetime.date(*read.lower_strict()[:3]), datetime.date(*read.upper_strict()[:3])


def _season(year: int, season: int) -> tuple[datetime.date, datetime.date]:
    """Three months from 1 March on, as the weather has it in the north; a winter runs into the next year."""
    first = 3 * season + 3
    if first == 12 and year == datetime.MAXYEAR:
        return datetime.date(year, first, 1), datetime.date.max
    last_year, last = (year, first + 2) if first < 12 else (year + 1, 2)
    return datetime.date(year, first, 1), datetime.date(last_year, last, monthrange(last_year, last)[1])


def _narrowed(date: Date, part: str) -> Date:
    if part not in PARTS:
        raise DateError("part", part)
    if date.precision not in ("month", "year", "decade", "century") or not date.lower or not date.upper:
        raise DateError("part", date.edtf)
    days = (date.upper - date.lower).days + 1
    cuts = [date.lower + datetime.timedelta(days=days * third // 3) for third in range(3)]
    before = [cut - datetime.timedelta(days=1) for cut in cuts[1:]] + [date.upper]
    at = PARTS.index(part)
    return Date(date.edtf, part, cuts[at], before[at], date.precision, date.approximate, date.uncertain)


def _read(edtf: str) -> Any:
    """The edtf library's reading (untyped; 2–16 ms a date); what it refuses is not EDTF.

    Loaded when first needed (0.15 s); its grammar draws warnings from pyparsing while it is built.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from edtf import EDTFParseException, parse_edtf
    try:
        read: Any = parse_edtf(edtf)
    except EDTFParseException as fault:
        raise DateError("form", edtf) from fault
    return read
