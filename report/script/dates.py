"""Dates as typed in EDTF (ISO 8601-2): what they say, the days they may mean, their order, ages.

The forms taken are those of docs/format.md: a day, month, year, season (21–24), decade (198X) or century (19XX), each
with ~ (approximate), ? (uncertain) or % (both) behind it; an interval of two of them, `..` for an open end; XXXX for an
unknown year. Years are 1 to 9999. A date is proleptic Gregorian unless another calendar is named for it: then its
numbers are of that calendar, and its bounds are Gregorian days all the same.
"""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from report.script import julian
from report.script.digits import fold

Precision = Literal["day", "month", "year", "season", "decade", "century", "interval", "unknown"]
Reason = Literal["form", "impossible", "order", "open", "part", "range"]

_WIDEST = 5  # years: a wider guess at an age says nothing

PARTS = ("early", "mid", "late")

CALENDARS = ("gregorian", "julian", "historic")
"""What a date may be typed in; `historic` is Julian before 15 October 1582 and Gregorian from then on."""

_END = re.compile(
    r"(?P<year>XXXX|\d\d(?:\d\d|\dX|XX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<doubt>[~?%]?)", re.ASCII
)
_OUT_OF_RANGE = re.compile(r"-\d{4}.*|Y?-?\d{5,}|0000.*|00XX.*|000X.*", re.ASCII)


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

    `edtf` has European digits and is of `calendar`, gregorian or julian; only an interval may stay historic, its ends
    being one of each. The bounds are proleptic Gregorian days. `part` is early, mid, late or empty, and narrows the
    bounds to a third of the span.
    """

    edtf: str
    part: str
    lower: datetime.date | None
    upper: datetime.date | None
    precision: Precision
    approximate: bool
    uncertain: bool
    calendar: str = "gregorian"


@lru_cache(maxsize=4096)
def parse(text: str, part: str = "", calendar: str = "gregorian") -> Date:
    """Read a date of one of CALENDARS. Digits may be Arabic-Indic or Persian. Raises DateError."""
    edtf = fold(text.strip())
    date = _interval(edtf, calendar) if "/" in edtf else _single(edtf, calendar)
    if part:
        return _narrowed(date, part)
    return date


def ends(date: Date) -> tuple[Date | None, Date | None]:
    """The two dates an interval runs between, None for an open one; any other date is both its ends."""
    if date.precision != "interval":
        return date, date
    start, end = (None if side == ".." else parse(side, calendar=date.calendar) for side in date.edtf.split("/"))
    return start, end


def moved(date: Date, days: int) -> Date:
    """The date of a day so many days later, in the same calendar. Raises OverflowError beyond the years 1–9999."""
    assert date.lower
    day = date.lower + datetime.timedelta(days=days)
    numbers = julian.fields(day) if date.calendar == "julian" else (day.year, day.month, day.day)
    return parse("{:04}-{:02}-{:02}".format(*numbers), calendar=date.calendar)


def after(date: Date) -> Date:
    """The interval from a date on, open at its end; unknown if the date tells no start."""
    return _beyond(date, ends(date)[0], "{}/..")


def before(date: Date) -> Date:
    """The interval up to a date, open at its start; unknown if the date tells no end."""
    return _beyond(date, ends(date)[1], "../{}")


def _beyond(date: Date, known: Date | None, pattern: str) -> Date:
    if known is None or known.precision == "unknown":
        return parse("XXXX")
    opened = parse(pattern.format(known.edtf), calendar=date.calendar)
    if opened.lower:
        return replace(opened, lower=date.lower)  # a part, early or late, has bounds of its own
    return replace(opened, upper=date.upper)


def first_year(date: Date) -> int | None:
    """The year that a date begins in, as its own calendar counts; that of its end where its start is open, None where
    both are unknown."""
    start, end = ends(date)
    told = start or end
    day = (told.lower or told.upper) if told else None
    if told is None or day is None:
        return None
    return julian.fields(day)[0] if told.calendar == "julian" else day.year


def is_early(date: Date) -> bool:
    """Whether some of its days are before the Gregorian calendar, so that it must be said which one counts them."""
    return any(side.lower < julian.REFORM for side in ends(date) if side and side.lower)


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


def birth(died: Date, aged: int) -> Date | None:
    """The days on which someone may have been born who died at that age in completed years, as an interval; None for an
    open death, or before the year 1.

    >>> birth(parse("1980-07-27"), 60).edtf
    '1919-07-28/1920-07-27'
    """
    if not (died.lower and died.upper) or died.lower.year <= aged + 1:
        return None
    first = _earlier(died.lower, aged + 1) + datetime.timedelta(days=1)
    found = parse(f"{first.isoformat()}/{_earlier(died.upper, aged).isoformat()}")
    return replace(found, approximate=died.approximate, uncertain=died.uncertain)


def _earlier(day: datetime.date, years: int) -> datetime.date:
    """The same day so many years before; 28 February for the 29th that a year does not have."""
    year = day.year - years
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def _years(born: datetime.date, at: datetime.date) -> int:
    return at.year - born.year - ((at.month, at.day) < (born.month, born.day))


def _interval(edtf: str, calendar: str) -> Date:
    if edtf.count("/") != 1:
        raise DateError("form", edtf)
    typed = edtf.split("/")
    if "" in typed and typed != ["", ""]:
        raise DateError("open", edtf)
    if typed in (["..", ".."], ["", ""]):
        raise DateError("form", edtf)
    start, end = (None if side == ".." else _single(side, calendar) for side in typed)
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
        calendar=calendar if len({side.calendar for side in known}) > 1 else known[0].calendar,
    )


def _single(edtf: str, calendar: str) -> Date:
    match = _END.fullmatch(edtf)
    if _OUT_OF_RANGE.fullmatch(edtf):
        raise DateError("range", edtf)
    if match is None:
        raise DateError("form", edtf)
    year, month, day, doubt = match["year"], match["month"] or "", match["day"] or "", match["doubt"]
    precision = _precision(year, month, day, edtf)
    if calendar == "historic":
        calendar = "julian" if edtf[:10].replace("X", "0").rstrip("~?%") < julian.REFORM.isoformat() else "gregorian"
    _check_calendar(year, month, day, edtf, calendar)
    try:
        lower, upper = _bounds(precision, year, month, day, calendar)
    except ValueError as beyond:
        raise DateError("range", edtf) from beyond
    return Date(edtf, "", lower, upper, precision, doubt in ("~", "%"), doubt in ("?", "%"), calendar)


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


def _check_calendar(year: str, month: str, day: str, edtf: str, calendar: str) -> None:
    """Raises DateError for a month or a day the calendar does not have."""
    if not month.isdigit():
        return
    if "25" <= month <= "41":
        raise DateError("form", edtf)
    if not ("01" <= month <= "12" or "21" <= month <= "24"):
        raise DateError("impossible", edtf)
    if day.isdigit() and not 1 <= int(day) <= _days_in_month(int(year), int(month), calendar):
        raise DateError("impossible", edtf)


def _days_in_month(year: int, month: int, calendar: str) -> int:
    return julian.days_in_month(year, month) if calendar == "julian" else monthrange(year, month)[1]


def _bounds(
    precision: Precision, year: str, month: str, day: str, calendar: str
) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last day; ValueError for days before the year 1 or after 9999."""
    if precision == "unknown":
        return None, None
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    months = (int(month), int(month)) if month.isdigit() else (1, 12)
    if precision == "season":
        months, last = _season(first, months[0] - 21)
    on = julian.day if calendar == "julian" else datetime.date
    if day.isdigit():
        only = on(first, months[0], int(day))
        return only, only
    return on(first, months[0], 1), on(last, months[1], _days_in_month(last, months[1], calendar))


def _season(year: int, season: int) -> tuple[tuple[int, int], int]:
    """Three months from March on, as the weather has it in the north, and the year of the last; a winter runs into the
    next year."""
    first = 3 * season + 3
    if first == 12:
        return ((12, 12), year) if year == datetime.MAXYEAR else ((12, 2), year + 1)
    return (first, first + 2), year


def _narrowed(date: Date, part: str) -> Date:
    if part not in PARTS:
        raise DateError("part", part)
    if date.precision not in ("month", "year", "decade", "century") or not date.lower or not date.upper:
        raise DateError("part", date.edtf)
    days = (date.upper - date.lower).days + 1
    cuts = [date.lower + datetime.timedelta(days=days * third // 3) for third in range(3)]
    before = [cut - datetime.timedelta(days=1) for cut in cuts[1:]] + [date.upper]
    at = PARTS.index(part)
    return replace(date, part=part, lower=cuts[at], upper=before[at])
