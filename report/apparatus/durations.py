"""The words of a duration that the press is to write."""

from __future__ import annotations

from report.model import Booklet, Duration
from report.script import durations


def words(booklet: Booklet, duration: Duration) -> str:
    """The days between its two events, in the language and the digits of the booklet; both are days, as check has seen."""
    dates = {event.id: event.date for event in booklet.events}
    start, end = dates[duration.start].lower, dates[duration.end].lower
    if start is None or end is None:
        raise ValueError(f"no days between {duration.start} and {duration.end}")
    days = durations.count(start, end, inclusive=duration.inclusive)
    return durations.words(days, booklet.meta.digits, booklet.meta.language, inclusive=duration.inclusive)
