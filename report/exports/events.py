"""The chronology as data: CSV for spreadsheets, JSON, TimelineJS, iCalendar. The date as typed (EDTF) is kept in each."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from html import escape
from typing import Literal, get_args

from report import apparatus
from report.check.walk import words
from report.exports import agenda
from report.fault import Fault, Place, warning
from report.model import Booklet, Event, Paragraph
from report.script import conversion, dates, languages, slugs
from report.script.dates import Date

Form = Literal["csv", "ics", "json", "timelinejs"]
FORMS: tuple[Form, ...] = get_args(Form)

Rows = Sequence[apparatus.Row]
_FORMULA = ("=", "+", "-", "@")


def chronology(booklet: Booklet, form: Form) -> tuple[bytes, tuple[Fault, ...]]:
    """The file, in UTF-8, and a warning (K280) for the events its form has no place for: a calendar tells only days,
    TimelineJS only events that have a date."""
    rows = [row for band in apparatus.chronology(booklet, {}) for row in band.rows]
    match form:
        case "csv":
            # With a byte order mark: without it Excel takes the file for the old code page of the machine.
            return _csv(booklet, rows).encode("utf-8-sig"), tuple(_reckoned(booklet, rows))
        case "json":
            return _dumped(_plain(booklet, rows)), ()
        case "timelinejs":
            kept = [row for row in rows if row.event.date.lower or row.event.date.upper]
            return _dumped(_timeline(booklet, kept)), _left_out(rows, kept, form)
        case "ics":
            kept = [row for row in rows if agenda.days(row.event.date)]
            told = [(row.event, _text(row.event)) for row in kept]
            return agenda.calendar(booklet, told).encode(), _left_out(rows, kept, form)


def _reckoned(booklet: Booklet, rows: Rows) -> Iterator[Fault]:
    """A warning (K281) for each cell that a spreadsheet takes for a formula (OWASP, CSV Injection). It is written as it was
    typed: an apostrophe before it would be read back as a letter of the text."""
    for row in rows:
        for column, cell in _line(booklet, row).items():
            if cell.lstrip().startswith(_FORMULA):
                yield warning("K281", row.event.place, id=row.event.id, column=column, cell=cell)


def _left_out(rows: Rows, kept: Rows, form: Form) -> tuple[Fault, ...]:
    lost = [row.event for row in rows if row not in kept]
    return (warning("K280", lost[0].place, form=form, ids=", ".join(e.id for e in lost)),) if lost else ()


def _dumped(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _text(event: Event) -> str:
    return words((Paragraph(event.text, Place("")),)).strip()


def _csv(booklet: Booklet, rows: Rows) -> str:
    """One line an event; several people or sources in a cell are parted by semicolons."""
    out = io.StringIO()
    lines = [_line(booklet, row) for row in rows]
    writer = csv.DictWriter(out, lines[0] if lines else ["id"])
    writer.writeheader()
    writer.writerows(lines)
    return out.getvalue()


def _line(booklet: Booklet, row: apparatus.Row) -> dict[str, str]:
    event = row.event
    date = event.date
    return {
        "id": event.id, "edtf": date.edtf, "part": date.part, "calendar": date.calendar,
        "precision": date.precision,
        "first_day": date.lower.isoformat() if date.lower else "",
        "last_day": date.upper.isoformat() if date.upper else "",
        **{f"date_{calendar}": shown for calendar, shown in row.shown},
        "title": event.title, "text": _text(event),
        "category": event.category, "category_name": booklet.meta.categories.get(event.category, ""),
        "relation": event.relation, "anchor": event.anchor,
        "people": ";".join(event.people), "sources": ";".join(event.sources),
        "passage": slugs.written(event.passage), "as_written": event.as_written,
    }  # fmt: skip


def _plain(booklet: Booklet, rows: Rows) -> dict[str, object]:
    meta = booklet.meta
    return {
        "identifier": meta.identifier, "title": meta.title, "language": meta.language,
        "direction": languages.find(meta.language).direction, "categories": dict(meta.categories),
        "events": [_record(row) for row in rows],
    }  # fmt: skip


def _record(row: apparatus.Row) -> dict[str, object]:
    event = row.event
    date = event.date
    return {
        "id": event.id,
        "date": {
            "edtf": date.edtf, "part": date.part, "calendar": date.calendar, "precision": date.precision,
            "first_day": date.lower.isoformat() if date.lower else None,
            "last_day": date.upper.isoformat() if date.upper else None,
            "approximate": date.approximate, "uncertain": date.uncertain, "shown": dict(row.shown),
        },
        "relation": event.relation, "anchor": event.anchor,
        "title": event.title, "text": _text(event), "category": event.category, "people": list(event.people),
        "sources": list(event.sources), "passage": slugs.written(event.passage), "as_written": event.as_written,
    }  # fmt: skip


def _timeline(booklet: Booklet, rows: Rows) -> dict[str, object]:
    """The JSON that TimelineJS 3 reads. Its texts are HTML, and ours are not."""
    return {
        "title": {"unique_id": "title", "text": {"headline": escape(booklet.meta.title)}},
        "events": [_slide(booklet, row) for row in rows],
    }


def _slide(booklet: Booklet, row: apparatus.Row) -> dict[str, object]:
    event = row.event
    slide: dict[str, object] = {
        "unique_id": event.id, "edtf": event.date.edtf, "calendar": event.date.calendar, "display_date": escape(row.shown[0][1]),
        "text": {"headline": escape(event.title), "text": escape(_text(event))},
    }  # fmt: skip
    if event.relation:
        slide |= {"relation": event.relation, "anchor": event.anchor}
    if event.category:
        slide["group"] = escape(booklet.meta.categories.get(event.category, event.category))
    return slide | _points(event.date)


def _points(date: Date) -> dict[str, object]:
    """`start_date` and, for what lasts, `end_date`: as precise as was typed, since a month left out is not told. An
    interval open at its start is shown where it ends: the form has no open start."""
    start, end = dates.ends(date)
    first, last = start or end, end if start and end != start else None
    points: dict[str, object] = {"start_date": _point(first or date, last=start is None)}
    if last:
        points["end_date"] = _point(last, last=True)
    elif start is not None and end is not None and (date.part or date.precision in ("season", "decade", "century")):
        points["end_date"] = _point(date, last=True)
    return points


def _point(date: Date, *, last: bool) -> dict[str, int]:
    """A day is Gregorian, as the form knows no other; a month or a year keeps the numbers it was typed in."""
    day = date.upper if last else date.lower
    assert day is not None
    if date.precision == "day":
        return {"year": day.year, "month": day.month, "day": day.day}
    year, month, _ = conversion.convert(day, date.calendar)
    if date.part or date.precision in ("month", "season"):
        return {"year": year, "month": month}
    return {"year": year}
