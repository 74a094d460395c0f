"""The scanner: folded text and the forms of a language to the dates in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from report.script import conversion
from report.script.dates import DateError, parse
from report.script.datewords.folding import Folded
from report.script.datewords.forms import NUMERIC, Forms, plain

Kind = Literal["named", "numeric", "ambiguous", "year"]
Grain = Literal["day", "month", "year", "interval"]

_LETTERS: Final = {
    **{ch: n for n, ch in enumerate("אבגדהוזחט", 1)},
    **dict(zip("יכלמנסעפצ", range(10, 100, 10), strict=True)),
    **dict(zip("קרשת", range(100, 500, 100), strict=True)),
    **dict(zip("ךםןףץ", (20, 40, 50, 80, 90), strict=True)),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text, from `start` to `end`; `edtf` as script.dates reads it (a year before the era is -0043, which
    it does not take). `precision` is how exact the words are. A day, month or year of another calendar is given as the
    Gregorian days it covers. `kind`: with a month's name, in three numbers (ambiguous where day and month could be
    changed about: the day is taken first), or a year. `part` is early, mid or late.
    """

    start: int
    end: int
    edtf: str
    precision: Grain
    kind: Kind
    part: str = ""


@dataclass(frozen=True, slots=True)
class _Span:
    """Days that words may mean, as EDTF ends and how exactly they were said."""

    first: str
    last: str
    grain: Grain


def scan(folded: Folded, forms: Forms | None) -> tuple[Found, ...]:
    taken: list[Found] = []
    for found in _candidates(folded, forms):
        if all(found.end <= other.start or other.end <= found.start for other in taken):
            taken.append(found)
    return tuple(sorted(taken, key=lambda found: found.start))


def _candidates(folded: Folded, forms: Forms | None) -> Iterator[Found]:
    """All that may be a date, the surest forms first."""
    if forms:
        for pattern in forms.months:
            for match in _each(pattern, folded.text):
                yield from _found(folded, match, _named(match, forms), "named", forms)
    for match in NUMERIC.finditer(folded.text):
        span, kind = _numeric(match, forms.home if forms else "gregorian")
        yield from _found(folded, match, span, kind, forms)
    if forms:
        for match in _each(forms.years, folded.text):
            if _is_dated(match, forms, folded.text):
                yield from _found(folded, match, _years(match, forms), "year", forms)


def _each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches from left to right; the next is looked for right behind a first year, whose range may be none."""
    at = 0
    while match := pattern.search(text, at):
        yield match
        at = match.end("y1") if "y1" in pattern.groupindex else match.end()


def _found(
    folded: Folded, match: re.Match[str], span: _Span | None, kind: Kind, forms: Forms | None
) -> Iterator[Found]:
    if span is None:
        return
    groups = match.groupdict()
    said = groups.get("part") or groups.get("after") or ""
    part = forms.parts.get(plain(said), "") if forms and said and span.grain in ("month", "year") else ""
    edtf = span.first if span.first == span.last else f"{span.first}/{span.last}"
    if groups.get("about") and "/" not in edtf:
        edtf += "~"
    if part and "/" in edtf:
        part = ""  # a third of a month of another calendar: the whole is what is known here
    if not edtf.startswith("-"):
        try:
            parse(edtf, part)
        except DateError:
            return
    yield Found(*folded.span(*_bounds(match)), edtf, span.grain, kind, part)


def _bounds(match: re.Match[str]) -> tuple[int, int]:
    """Where the words of the date begin and end: a cue before or behind a bare year is not part of it."""
    held = [name for name in match.groupdict() if name not in ("cue", "loose", "behind", "s", "t") and match[name]]
    return min(match.start(name) for name in held), max(match.end(name) for name in held)


def _named(match: re.Match[str], forms: Forms) -> _Span | None:
    """A date with a month's name; a first end without its own month or year takes those of the last."""
    calendar, month = forms.names[plain(match["m1"])]
    year = _year_of(match["y"])
    era = forms.eras.get(plain(match["era"] or ""), "")
    if year is None or (year < 1000 and not era):
        return None
    if calendar in ("hijri", "solar") and year > 1600:
        return _cover("gregorian", year, 0, 0)
    if calendar == "hebrew" and year < 5000:
        return None
    last = _cover(calendar, year, month, _day_of(match["d1"], forms))
    if match["m2"]:
        other, second = forms.names[plain(match["m2"])]
        last_end = _cover(other, year, second, _day_of(match["d2"], forms))
        return _joined(last, last_end)
    first = _cover(calendar, year, month, _day_of(match["d0"], forms)) if match["d0"] else last
    return _joined(first, last)


def _numeric(match: re.Match[str], home: str) -> tuple[_Span | None, Kind]:
    if match["iy"]:
        year, month, day = int(match["iy"]), int(match["im"]), int(match["id"])
        return _cover(_calendar("", year, home), year, month, day), "numeric"
    day, month, year = int(match["a"]), int(match["b"]), int(match["y"])
    calendar = _calendar("", year, home)
    if month > 12 >= day:
        day, month = month, day
        return _cover(calendar, year, month, day), "numeric"
    return _cover(calendar, year, month, day), "ambiguous" if day <= 12 and day != month else "numeric"


def _is_dated(match: re.Match[str], forms: Forms, text: str) -> bool:
    """Whether what stands around a number makes it a year."""
    era = plain(match["era"] or "")
    year = _year_of(match["y1"])
    if year is None:
        return False
    if era in forms.dating:
        return True
    start, end = _bounds(match)
    bracketed = text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")"
    if not 1000 <= year <= 2100 and not (5000 <= year < 6000 and match["noun"]):
        return False
    if match["noun"] or match["cue"] or match["part"] or (era and bracketed):
        return True
    ends = not text[end:].strip() or bool(re.match(r" *[.,;:!?،؛؟)\]»\"]", text[end:]))
    return bool((match["loose"] and ends) or ((match["behind"] or match["after"]) and year >= 1500))


def _years(match: re.Match[str], forms: Forms) -> _Span | None:
    first = _year_of(match["y1"])
    if first is None:
        return None
    calendar = _calendar(forms.eras.get(plain(match["era"] or ""), ""), first, forms.home)
    start = _cover(calendar, first, 0, 0)
    if not match["y2"]:
        return start
    last = int(match["y2"])
    if len(match["y2"]) == 2:
        last += first // 100 * 100
    return _joined(start, _cover(calendar, last, 0, 0))


def _calendar(era: str, year: int, home: str) -> str:
    if era:
        return era
    if 5000 <= year < 6000:
        return "hebrew"
    return home if 1200 <= year < 1500 else "gregorian"


def _cover(calendar: str, year: int, month: int, day: int) -> _Span | None:
    """What a date of a calendar covers; None for one that is not, such as 31 April."""
    grain: Grain = "day" if day else "month" if month else "year"
    if calendar == "before":
        return _Span(f"-{year - 1:04}", f"-{year - 1:04}", "year")
    if calendar == "gregorian":
        edtf = "-".join((f"{year:04}", *(f"{part:02}" for part in (month, day) if part)))
        return _Span(edtf, edtf, grain)
    try:
        first, last = conversion.days(calendar, year, month, day)
    except (ValueError, OverflowError):
        return None
    return _Span(first.isoformat(), last.isoformat(), grain)


def _joined(first: _Span | None, last: _Span | None) -> _Span | None:
    if first is None or last is None:
        return None
    return first if first == last else _Span(first.first, last.last, "interval")


def _day_of(said: str | None, forms: Forms) -> int:
    """A day of the month in digits, words or Hebrew letters; 0 where none is said."""
    if not said:
        return 0
    if digits := re.match(r"\d+", said):
        return int(digits[0])
    return forms.days.get(plain(said)) or _value(said)


def _year_of(said: str) -> int | None:
    """A year in digits, or in Hebrew letters that leave the thousands out."""
    return int(said) if said.isdigit() else 5000 + _value(said.removeprefix("ה'"))


def _value(letters: str) -> int:
    return sum(_LETTERS.get(ch, 0) for ch in letters)
