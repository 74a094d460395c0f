"""Rules about the text and the chronology: dates and their events (K310, K311, K318), durations (K312)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from report.check.passages import Passage, passages
from report.check.relations import date_of_event, is_dated
from report.check.survey import Entry, Survey, scalar
from report.check.walk import descend
from report.fault import Fault, Place, error, warning
from report.model import Duration, Text
from report.script import dates, datewords, durations
from report.script.dates import Date, DateError
from report.source.lines import Lines


def dated_passages(found: Survey) -> Iterator[Fault]:
    """K310: a date in the prose that no event of its paragraph has. K311: one in the words of an event, with another
    date than the event's. K318: a day that there is not."""
    if found.draft.broken & {"booklet", "events", "texts"}:
        return
    language = scalar(found.draft.meta, "language")
    files = {lines.path: lines for lines in found.draft.files}
    for text in found.draft.texts if language else ():
        lines = files.get(text.place.path)
        for passage in passages(text.blocks, language.text.strip() if language else ""):
            for date in datewords.find(passage.text, passage.language):
                if date.kind == "impossible" and not any(run.idle for run in passage.over(date.start, date.end)):
                    place, words = passage.place(date.start, date.end, lines), passage.text[date.start : date.end]
                    yield error("K318", place, words=words)
                elif found.entries["event"]:
                    yield from _told(found, passage, date, lines)


def _told(found: Survey, passage: Passage, date: datewords.Found, lines: Lines | None) -> Iterator[Fault]:
    said = readings(date)
    runs = passage.over(date.start, date.end)
    if not said or any(run.idle for run in runs):
        return
    place = passage.place(date.start, date.end, lines)
    words = passage.text[date.start : date.end]
    if inside := next((run.mention for run in runs if run.mention), None):
        entry = found.entries["event"].get(inside.target)
        given = date_of_event(found, entry) if entry else None
        if entry and given and not any(agree(one, given) for one in said):
            first = _date_place(entry)
            yield error("K311", place, words=words, id=entry.id, date=given.edtf, first=first)
        return
    entries = (found.entries["event"].get(mention.target) for mention in passage.mentions)
    known = [given for entry in entries if entry and (given := date_of_event(found, entry))]
    if not any(agree(one, given) for one in said for given in known):
        yield warning("K310", place, words=words)


def readings(date: datewords.Found) -> tuple[Date, ...]:
    """What words may mean: one date, or two where day and month could be changed about; none before the year 1 or
    without a year. A Hijri day may be that of the next or the last, as the moon was seen."""
    if date.kind in ("yearless", "impossible"):
        return ()
    try:
        first = dates.parse(date.edtf, date.part)
    except DateError:
        return ()
    if date.calendar == "hijri" and date.precision == "day" and first.lower:
        near = (first.lower + dt.timedelta(days=days) for days in (-1, 1))
        return first, *(dates.parse(day.isoformat()) for day in near)
    if date.kind != "ambiguous":
        return (first,)
    year, month, day = date.edtf.split("-")
    return first, dates.parse(f"{year}-{day}-{month}")


def agree(one: Date, other: Date) -> bool:
    """Whether two dates may be of one event: one of the two spans holds the other."""
    return _holds(one, other) or _holds(other, one)


def _holds(outer: Date, inner: Date) -> bool:
    before = outer.lower is None or (inner.lower is not None and outer.lower <= inner.lower)
    return before and (outer.upper is None or (inner.upper is not None and inner.upper <= outer.upper))


def _date_place(entry: Entry) -> Place:
    given = scalar(entry.keys, "date")
    return given.place if given else entry.place


def counted_days(found: Survey) -> Iterator[Fault]:
    """K201: a duration of events that are not declared. K312: one that its two events do not give."""
    for _, inline in found.inlines:
        if isinstance(inline, Duration) and inline.start and inline.end and "events" not in found.draft.broken:
            yield from _miscounted(found, inline)


def _miscounted(found: Survey, given: Duration) -> Iterator[Fault]:
    ends: list[Date] = []
    for id in (given.start, given.end):
        entry = found.entries["event"].get(id)
        if entry is None:
            yield error("K201", given.place, kind="event", id=id, file="events.yaml", near="")
            return
        if (date := date_of_event(found, entry)) is None:
            return
        if date.precision != "day" or not date.lower or not is_dated(found, entry):
            yield error("K312", given.place, reason="day", id=id, date=date.edtf)
            return
        ends.append(date)
    start, end = ends[0].lower, ends[1].lower
    assert start
    assert end
    days = durations.count(start, end, inclusive=given.inclusive)
    words = "".join(_texts(given))
    if days < 0:
        yield error("K312", given.place, reason="order", first=given.start, second=given.end)
    elif given.children and durations.stated(words) != days:
        other = durations.count(start, end, inclusive=not given.inclusive)
        reason = "count" if durations.stated(words) == other else ""
        yield error("K312", given.place, reason=reason, words=words, days=days)


def _texts(given: Duration) -> Iterator[str]:
    yield from (inline.text for inline in descend(given.children) if isinstance(inline, Text))
