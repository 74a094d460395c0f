"""Persons as their template wants them: office, life, age, the events they have a part in."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from report import apparatus
from report.html.pen import Pen
from report.model import Booklet, Person
from report.script import calendars, dates, plurals
from report.script.dates import Ages, Date

Pages = Callable[[Person], Markup]


def entries(booklet: Booklet, pen: Pen, labels: dict[str, str], pages: Pages) -> list[dict[str, object]]:
    """`id`, `name`, `latin`, `role`, `dates`, `text`, `events` (`id`, `title`, `age`), `pages` of each, in order."""
    events = apparatus.events_of(booklet)
    return [
        {
            "id": f"person-{p.id}", "name": pen.text(p.name), "latin": p.latin, "role": pen.text(p.role),
            "dates": pen.text(_life(booklet, p, labels)), "text": pen.line(p.text), "pages": pages(p),
            "events": [
                {"id": f"event-{e.id}", "title": pen.text(e.title), "age": _age(booklet, p, e.date, "at_age", labels)}
                for e in events[p.id]
            ],
        }
        for p in apparatus.people(booklet)
    ]  # fmt: skip


def _life(booklet: Booklet, person: Person, labels: dict[str, str]) -> str:
    """«وُلد …، تُوفّي … عن ٦٠ عامًا»."""
    meta = booklet.meta
    known = (("born", person.born), ("died", person.died))
    parts = [
        f"{labels[word]} {calendars.show(date, 'gregorian', meta.language, meta.months, meta.digits)}"
        for word, date in known
        if date
    ]
    age = _aged(booklet, person, labels)
    return labels["separator"].join(parts) + (f" {age}" if age else "")


def _aged(booklet: Booklet, person: Person, labels: dict[str, str]) -> str:
    """The age at death: what a source says, else what birth and death give."""
    if person.aged is not None:
        return _said(booklet, Ages(person.aged, person.aged, doubtful=False), "aged", labels)
    return _age(booklet, person, person.died, "aged", labels) if person.died else ""


def _age(booklet: Booklet, person: Person, at: Date, label: str, labels: dict[str, str]) -> str:
    """The age at a date in words, nothing where the dates leave too many. A birth without a date is reckoned from the age
    at death, and is itself never told."""
    born = person.born
    if born is None and person.died and person.aged is not None:
        born = dates.birth(person.died, person.aged)
    years = dates.ages(born, at) if born else None
    return _said(booklet, years, label, labels) if years else ""


def _said(booklet: Booklet, years: Ages, label: str, labels: dict[str, str]) -> str:
    """«في سن ٦٠»; «في سن ٥٩ أو ٦٠» where the dates leave two; «في نحو سن ٥٩» where they leave more or are not sure."""
    pen, language = Pen(booklet, labels, "people"), booklet.meta.language
    spread = years.most - years.least
    if years.doubtful or spread > 1:
        n = (years.least + years.most) // 2
        return _whole(labels[f"{label}_about"], n, pen.number(n), language)
    shown = pen.number(years.most)
    if spread:
        shown = labels["either"].format(a=pen.number(years.least), b=shown)
    return _whole(labels[label], years.most, shown, language)


def _whole(pattern: str, n: int, shown: str, language: str) -> str:
    """A phrase whose number stays on the line of the word that it counts."""
    said = plurals.phrase(pattern, n, shown, language)
    return said.replace(f"{shown} ", f"{shown}\u00a0")
