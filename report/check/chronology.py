"""Rules about the words and the chronology: dates and their events (K310, K311, K318, K319), durations (K312)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial

from report.check.passages import Passage, passages, passages_of
from report.check.relations import date_of_event, days_of_event, is_dated
from report.check.survey import Entry, Survey, scalar
from report.check.walk import descend, every_inline
from report.check.writing import date_of
from report.fault import Fault, Place, error, warning
from report.model import Duration, Ref, Text
from report.script import dates, datewords, durations
from report.script.dates import CALENDARS, Date, DateError, is_early
from report.source.lines import Lines


def dated_passages(found: Survey) -> Iterator[Fault]:
    """K310: a date in the prose that no event of its chapter has. K311: one in the words of an event, with another date
    than the event's. K319: one in the sentence of an event, of that kind. K318: a day that there is not. What the entries
    of the lists tell is asked for any event of the chronology, and for the life of its person."""
    language = scalar(found.draft.meta, "language")
    if language is None or found.draft.broken & {"booklet", "events", "texts"}:
        return
    days = _Days(found)
    spoken, files = language.text.strip(), {lines.path: lines for lines in found.draft.files}
    for text in found.draft.texts:
        named = (one.target for one in every_inline(text.blocks) if isinstance(one, Ref) and one.kind == "event")
        lines = files.get(text.place.path)
        told = list(passages(text.blocks, spoken))
        parts = [
            part.encode("utf-8", "surrogatepass") for part in ("dates", spoken, lines.text if lines else repr(text))
        ]
        dated = found.kept.kept(parts, lambda: [datewords.find(p.text, p.language) for p in told])  # noqa: B023
        yield from _dates(_Context(found, days, named, lines), zip(told, dated, strict=True))
    told_anywhere = tuple(found.entries["event"])
    for (kind, id, _), words in found.words_of.items():
        if kind != "source":
            entry = found.entries[kind][id]
            context = _Context(found, days, told_anywhere, files.get(entry.place.path), entry)
            told = list(passages_of(words, spoken))
            yield from _dates(context, ((p, datewords.find(p.text, p.language)) for p in told))


def _dates(context: _Context, told: Iterable[tuple[Passage, Sequence[datewords.Found]]]) -> Iterator[Fault]:
    for passage, dates_in_it in told:
        for date in dates_in_it:
            yield from context.told(passage, date)


class _Days:
    """The dates of the events, each reckoned once."""

    def __init__(self, found: Survey) -> None:
        self.found = found
        self.known: dict[str, tuple[Date | None, bool]] = {}

    def of(self, id: str) -> Date | None:
        """None for an event that there is not, or that has none."""
        return self._told(id)[0]

    def own(self, id: str) -> Date | None:
        """The same, but if it is only borrowed from another."""
        date, own = self._told(id)
        return date if own else None

    def _told(self, id: str) -> tuple[Date | None, bool]:
        if id not in self.known:
            entry = self.found.entries["event"].get(id)
            self.known[id] = (days_of_event(self.found, entry), is_dated(self.found, entry)) if entry else (None, False)
        return self.known[id]


class _Context:
    """What dates are asked against: the days of the events that a chapter mentions, in its questions too; for the words
    of an `entry` those of all events, and of the life of its person. `lines` are those of the file the words stand in."""

    def __init__(
        self, found: Survey, days: _Days, events: Iterable[str], lines: Lines | None, entry: Entry | None = None
    ) -> None:  # fmt: skip
        self.found, self.days, self.lines, self.reason = found, days, lines, "entry" if entry else ""
        dated = [days.own(id) for id in dict.fromkeys(events)]
        if entry and entry.kind == "person":
            dated += [date_of(entry, key) for key in ("born", "died")]
        self.dates = dict.fromkeys(date for date in dated if date)

    def told(self, passage: Passage, date: datewords.Found) -> Iterator[Fault]:
        runs = passage.over(date.start, date.end)
        if any(run.idle for run in runs):
            return
        place, words = partial(passage.place, date.start, date.end, self.lines), passage.text[date.start : date.end]
        if date.kind == "impossible":
            yield error("K318", place(), words=words)
            return
        said = readings(date)
        if not said or not self.found.entries["event"]:
            return
        inside = next((run.mention for run in runs if run.mention), None)
        if inside:
            yield from self._other(inside, said, "K311", place, words)
        elif not any(fits(said, given) for given in self.dates):
            beside = passage.beside(date.start, date.end)
            if any(fits(said, given) for one in beside if (given := self.days.of(one.target))):
                return
            told = [fault for one in beside for fault in self._other(one, said, "K319", place, words)][:1]
            yield from told or [warning("K310", place(), reason=self.reason, words=words)]

    def _other(
        self, mention: Ref, said: tuple[Date, ...], code: str, place: Callable[[], Place], words: str
    ) -> Iterator[Fault]:
        entry, given = self.found.entries["event"].get(mention.target), self.days.of(mention.target)
        if entry and given and not fits(said, given):
            yield error(code, place(), words=words, id=entry.id, date=given.edtf, first=_date_place(entry))


@lru_cache(maxsize=1024)
def readings(date: datewords.Found) -> tuple[Date, ...]:
    """What words may mean: one date, or two where day and month could be changed about; none before the year 1 or
    without a year. A Hijri day may be that of the next or the last, as the moon was seen; what no calendar is named for
    may be Julian."""
    if date.kind in ("yearless", "impossible"):
        return ()
    typed = [date.edtf]
    if date.kind == "ambiguous":
        year, month, day = date.edtf.split("-")
        typed.append(f"{year}-{day}-{month}")
    ways = CALENDARS[:2] if date.calendar == "gregorian" else CALENDARS[:1]
    said = [read for text in typed for way in ways if (read := _read(text, date.part, way))]
    first = said[0].lower if said else None
    if date.calendar == "hijri" and date.precision == "day" and first:
        said += [dates.parse((first + dt.timedelta(days=days)).isoformat()) for days in (-1, 1)]
    return tuple(said)


def _read(text: str, part: str, calendar: str) -> Date | None:
    try:
        return dates.parse(text, part, calendar)
    except DateError:
        return None


def fits(said: tuple[Date, ...], given: Date) -> bool:
    """Whether words may tell the date of an event. Julian readings are for events of that calendar, and for days of the
    time before the other."""
    return any(
        agree(one, given)
        for one in said
        if one.calendar == "gregorian" or given.calendar != "gregorian" or is_early(one)
    )


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
