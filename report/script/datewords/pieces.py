"""A date as it is put together from tokens, and the days it covers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, cast

from report.script import conversion
from report.script.dates import DateError, parse

Grain = Literal["day", "month", "season", "year", "interval"]

_SEASON: Final = 20  # EDTF counts spring as 21


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens from `start` up to `end` (not included) and the date they say, as EDTF in its own calendar; `grain` is its
    finest field, `open` tells that day and month could be changed about."""

    start: int
    end: int
    edtf: str
    calendar: str
    grain: Grain
    part: str = ""
    about: bool = False
    open: bool = False


def edtf(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """EDTF of a date; a year that is not told is XXXX, years before 1 have a sign."""
    shown = "XXXX" if year is None else f"{year:04}" if year >= 0 else f"-{-year:04}"
    return shown + "".join(f"-{n:02}" for n in (month, day) if n is not None)


def grain(text: str) -> Grain:
    """The finest field of one date in EDTF."""
    return cast("tuple[Grain, ...]", ("year", "month", "day"))[text.lstrip("-").count("-")]


def covered(text: str, calendar: str) -> str | None:
    """EDTF of a date or a span in a calendar as Gregorian EDTF; None for a day that there is not, such as 31 April."""
    if text.startswith("-"):
        return text
    if calendar == "gregorian":
        try:
            parse(text, calendar="historic")
        except DateError as fault:
            return None if fault.reason in ("impossible", "order") else text
        return text
    try:
        spans = [_days(_seen(end) if calendar == "hijri" else end, calendar) for end in text.split("/")]
    except (ValueError, OverflowError):
        return None
    first, last = spans[0][0], spans[-1][1]
    return first if first == last else f"{first}/{last}"


def _seen(text: str) -> str:
    """A 30th of a Hijri month is taken for its 29th where the month is only reckoned: the moon may have been seen later."""
    late = text.count("-") == 2 and text.endswith("-30") and not 1343 <= int(text[:4]) <= 1500
    return f"{text[:-2]}29" if late else text


def _days(text: str, calendar: str) -> tuple[str, str]:
    """First and last day of a date in a calendar. A season of the solar year is three of its months; the months of
    other calendars move through the seasons, and the year is all that is known."""
    year, *rest = map(int, text.split("-"))
    if rest and rest[0] > _SEASON:
        month = 3 * (rest[0] - _SEASON)
        if calendar == "solar":
            ends = conversion.days(calendar, year, month - 2)[0], conversion.days(calendar, year, month)[1]
        else:
            ends = conversion.days(calendar, year)
    else:
        ends = conversion.days(calendar, year, *rest)
    return ends[0].isoformat(), ends[1].isoformat()
