"""Events placed by another event: what day they are of, and rules about it (K108, K313, K314, K317)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from report.check.survey import Entry, Survey, scalar
from report.check.writing import date_of
from report.fault import Fault, error
from report.script import dates
from report.script.dates import Date
from report.script.relations import RELATIONS
from report.source.yaml import Scalar

_DAYS = {"day-after": 1, "day-before": -1}


def relation(entry: Entry) -> tuple[str, Scalar] | None:
    """What an event is to which other; the first, where several are given."""
    return next(((key, given) for key in RELATIONS if (given := scalar(entry.keys, key))), None)


def date_of_event(found: Survey, entry: Entry) -> Date | None:
    """The date of an event: its own, else what the other gives it; None where neither is sound."""
    if scalar(entry.keys, "date"):
        part = entry.text("part")
        return date_of(entry, "date", part if part in dates.PARTS else "")
    return _placed(found, entry, frozenset())


def _placed(found: Survey, entry: Entry, met: frozenset[str]) -> Date | None:
    """The date that the other event gives; after and before have the other's own, since theirs is not known."""
    given = relation(entry)
    if given is None or entry.id in met:
        return None
    key, name = given
    other = found.entries["event"].get(name.text.strip())
    if other is None:
        return None
    dated = scalar(other.keys, "date")
    date = date_of_event(found, other) if dated else _placed(found, other, met | {entry.id})
    if date is None or key not in _DAYS:
        return date
    if (
        not is_dated(found, other)
        or date.precision != "day"
        or date.lower is None
        or not dt.date.min < date.lower < dt.date.max
    ):
        return None
    return dates.moved(date, _DAYS[key])


def days_of_event(found: Survey, entry: Entry) -> Date | None:
    """The date of an event, open at one end where it is known only to be before or after another's."""
    date = date_of_event(found, entry)
    if date is None or is_dated(found, entry):
        return date
    while (given := relation(entry)) and given[0] not in ("after", "before"):
        entry = found.entries["event"][given[1].text.strip()]
    return dates.after(date) if given and given[0] == "after" else dates.before(date)


def is_dated(found: Survey, entry: Entry) -> bool:
    """Whether the date of an event is its own, and not only borrowed from one that it came before or after."""
    met: set[str] = set()
    while not scalar(entry.keys, "date"):
        given = relation(entry)
        other = found.entries["event"].get(given[1].text.strip()) if given else None
        if given is None or given[0] in ("after", "before") or other is None or other.id in met:
            return False
        met.add(other.id)
        entry = other
    return True


def undated_events(found: Survey) -> Iterator[Fault]:
    """K108: an event with neither a date nor another event to go by."""
    for entry in found.entries["event"].values():
        if not entry.keys.get("date") and relation(entry) is None:
            yield error("K108", entry.place, key="date")


def placed_events(found: Survey) -> Iterator[Fault]:
    """K313: events that are placed by each other. K314: one placed by an event that there is not, or that has no day.
    K317: two relations, or a date of its own that is another than the one the relation gives."""
    if "events" in found.draft.broken:
        return
    told: set[str] = set()
    for entry in found.entries["event"].values():
        if (given := relation(entry)) is None:
            continue
        key, name = given
        yield from _two(entry, key)
        other = found.entries["event"].get(name.text.strip())
        if other is None:
            yield error("K314", name.place, id=name.text.strip(), key=key, first=entry.place)
        elif circle := _circle(found, entry):
            if entry.id not in told:
                told |= set(circle)
                yield error("K313", name.place, id=entry.id, other=circle[-1], first=_place(found, circle[-1]))
        else:
            yield from _days(found, entry, other, key, name)


def _two(entry: Entry, key: str) -> Iterator[Fault]:
    for second in RELATIONS:
        if second != key and (given := scalar(entry.keys, second)):
            yield error("K317", given.place, reason="two", key=second, other=key)


def _circle(found: Survey, entry: Entry) -> list[str]:
    """The ids of a circle that leads back to an event, itself first; empty if none does."""
    ids, at = [entry.id], entry
    while given := relation(at):
        id = given[1].text.strip()
        if id == entry.id:
            return ids
        if id in ids or id not in found.entries["event"]:
            return []
        ids.append(id)
        at = found.entries["event"][id]
    return []


def _place(found: Survey, id: str) -> object:
    given = relation(found.entries["event"][id])
    return given[1].place if given else found.entries["event"][id].place


def _days(found: Survey, entry: Entry, other: Entry, key: str, name: Scalar) -> Iterator[Fault]:
    base = date_of_event(found, other)
    if key in _DAYS and base and (base.precision != "day" or not is_dated(found, other)):
        yield error("K314", name.place, reason="day", id=other.id, date=base.edtf, first=other.place)
        return
    own, reckoned = scalar(entry.keys, "date"), _placed(found, entry, frozenset())
    date = date_of_event(found, entry) if own else None
    if own and date and reckoned and not _may(date, reckoned, key):
        yield error("K317", own.place, id=other.id, key=key, date=date.edtf, other=reckoned.edtf, first=name.place)


def _may(own: Date, reckoned: Date, key: str) -> bool:
    """Whether a date of one's own may be true beside the one that a relation gives."""
    if not (own.lower and own.upper and reckoned.lower and reckoned.upper):
        return True
    if key == "after":
        return own.upper >= reckoned.lower
    if key == "before":
        return own.lower <= reckoned.upper
    return own.lower <= reckoned.upper and reckoned.lower <= own.upper
