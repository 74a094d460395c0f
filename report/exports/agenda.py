"""A calendar file (iCalendar, RFC 5545) of the events that are known to the day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from report.model import Booklet, Event
from report.script import dates
from report.script.dates import Date

_OCTETS = 75  # RFC 5545 3.1: of a line, its break not counted


def days(date: Date) -> tuple[datetime.date, datetime.date] | None:
    """First and last day of a date whose both ends are told to the day and without doubt; None for any other, since a
    calendar can only say days."""
    start, end = dates.ends(date)
    exact = all(side and side.precision == "day" for side in (start, end))
    if not exact or date.approximate or date.uncertain or not date.lower or not date.upper:
        return None
    return date.lower, date.upper


def calendar(booklet: Booklet, rows: Iterable[tuple[Event, str]]) -> str:
    """The file, of events with their texts; every event in it has `days`. The end of an all-day event is the first day
    that is no part of it (RFC 5545 3.6.1)."""
    meta = booklet.meta
    stamp = datetime.datetime.fromtimestamp(meta.modified, datetime.UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kurrasa//chronology//EN", "CALSCALE:GREGORIAN"]
    for event, text in rows:
        lines += _entry(event, text, stamp, meta.identifier, meta.language)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _entry(event: Event, text: str, stamp: str, book: str, language: str) -> list[str]:
    span = days(event.date)
    assert span is not None
    first, last = span
    entry = ["BEGIN:VEVENT", f"UID:{_escaped(f'{event.id}@{book}')}", f"DTSTAMP:{stamp}"]
    entry.append(f"DTSTART;VALUE=DATE:{_day(first)}")
    if last < datetime.date.max:
        entry.append(f"DTEND;VALUE=DATE:{_day(last + datetime.timedelta(days=1))}")
    entry.append(f"SUMMARY;LANGUAGE={language}:{_escaped(event.title)}")
    if text:
        entry.append(f"DESCRIPTION;LANGUAGE={language}:{_escaped(text)}")
    typed = [f"X-KURRASA-EDTF:{_escaped(event.date.edtf)}"]
    if event.date.calendar != "gregorian":
        typed.append(f"X-KURRASA-CALENDAR:{event.date.calendar}")
    return [*entry, "TRANSP:TRANSPARENT", *typed, "END:VEVENT"]


def _day(day: datetime.date) -> str:
    """Years of four digits, which strftime does not promise."""
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    """RFC 5545 3.3.11: a backslash before ; , and itself; a line break is told as \\n."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def folded(line: str) -> str:
    """A content line in lines of at most 75 octets, the next begun with a space; no character is cut."""
    lines, room = [""], _OCTETS
    for character in line:
        size = len(character.encode())
        if size > room:
            lines.append(" ")
            room = _OCTETS - 1
        lines[-1] += character
        room -= size
    return "\r\n".join(lines)
