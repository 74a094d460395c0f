"""Rules about the lives of persons: birth, death, the age at it, and the events that name them (K270, K274, K275, K306)."""

from __future__ import annotations

from collections.abc import Iterator

from report.check.relations import date_of_event, is_dated
from report.check.survey import Entry, Survey, scalar, scalars
from report.check.writing import date_of
from report.fault import Fault, Place, error, warning
from report.script import dates, digits
from report.script.dates import Date
from report.source.yaml import Scalar

_OLDEST = 130


def aged(entry: Entry) -> int | None:
    """The age at death that is given in completed years; None where it is not given or no number."""
    folded = digits.fold(entry.text("aged"))
    return int(folded) if folded.isascii() and folded.isdigit() and int(folded) <= _OLDEST else None


def lives(found: Survey) -> Iterator[Fault]:
    """K306: a person who died before he was born."""
    for entry in found.entries["person"].values():
        born, died = date_of(entry, "born"), date_of(entry, "died")
        given, birth = scalar(entry.keys, "died"), scalar(entry.keys, "born")
        if born and died and given and born.lower and died.upper and died.upper < born.lower:
            first = birth.place if birth else entry.place
            yield error("K306", given.place, id=entry.id, born=born.edtf, died=died.edtf, first=first)


def ages_at_death(found: Survey) -> Iterator[Fault]:
    """K274: an age at death that is no number of years, has no date of death, or is not what birth and death give."""
    for entry in found.entries["person"].values():
        if (given := scalar(entry.keys, "aged")) is None:
            continue
        years, died, birth = aged(entry), scalar(entry.keys, "died"), scalar(entry.keys, "born")
        if years is None:
            yield error("K274", given.place, reason="number", value=given.text.strip(), most=_OLDEST)
        elif died is None:
            yield error("K274", given.place, reason="death", id=entry.id)
        elif birth:
            yield from _other_age(entry, years, given, birth)


def _other_age(entry: Entry, years: int, given: Scalar, birth: Scalar) -> Iterator[Fault]:
    born, died = date_of(entry, "born"), date_of(entry, "died")
    possible = dates.ages(born, died) if born and died else None
    if possible and not possible.doubtful and not possible.least <= years <= possible.most:
        reckoned = dict.fromkeys((possible.least, possible.most))
        yield error(
            "K274", given.place, id=entry.id, years=years, reckoned="–".join(map(str, reckoned)), first=birth.place
        )


def out_of_life(found: Survey) -> Iterator[Fault]:
    """K270: an event that names a person who was not born yet; K275: one that names a person who had died."""
    for entry in found.entries["event"].values():
        date = date_of_event(found, entry) if is_dated(found, entry) else None  # not the date of another
        for name in scalars(entry.keys.get("people")):
            person = found.entries["person"].get(name.text.strip())
            if person and date:
                yield from _too_early(person, date, name.place)
                yield from _too_late(person, date, name.place)


def _too_early(person: Entry, date: Date, place: Place) -> Iterator[Fault]:
    own = scalar(person.keys, "born")
    birth, born = own or scalar(person.keys, "aged"), birth_of(person)
    if birth and born and date.upper and born.lower and date.upper < born.lower:
        yield error("K270", place, id=person.id, date=date.edtf, born=born.edtf, first=birth.place)


def _too_late(person: Entry, date: Date, place: Place) -> Iterator[Fault]:
    given, died = scalar(person.keys, "died"), date_of(person, "died")
    if given and died and date.lower and died.upper and date.lower > died.upper:
        yield warning("K275", place, id=person.id, date=date.edtf, died=died.edtf, first=given.place)


def birth_of(person: Entry) -> Date | None:
    """The date of birth, else the days that death and the age at it leave."""
    born, died, years = date_of(person, "born"), date_of(person, "died"), aged(person)
    return born or (dates.birth(died, years) if died and years is not None else None)
