"""Persons as their template wants them: office, life, age, the events they have a part in."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from report import apparatus
from report.html.pen import Pen
from report.model import Booklet, Person
from report.script import calendars, dates, plurals
from report.script.dates import Date

Pages = Callable[[Person], Markup]


def entries(booklet: Booklet, pen: Pen, labels: dict[str, str], pages: Pages) -> list[dict[str, object]]:
    """`id`, `name`, `latin`, `role`, `dates`, `text`, `events` (`id`, `title`, `age`), `pages` of each, in order."""
    return [
        {
            "id": f"person-{p.id}", "name": pen.text(p.name), "latin": p.latin, "role": pen.text(p.role),
            "dates": pen.text(_life(booklet, p, labels)), "text": pen.line(p.text), "pages": pages(p),
            "events": [
                {"id": f"event-{e.id}", "title": pen.text(e.title), "age": _age(booklet, p, e.date, "at_age", labels)}
                for e in apparatus.events_of(booklet, p)
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
    age = _age(booklet, person, person.died, "aged", labels) if person.died else ""
    return labels["separator"].join(parts) + (f" {age}" if age else "")


def _age(booklet: Booklet, person: Person, at: Date, label: str, labels: dict[str, str]) -> str:
    """The age at a date in words; «نحو» where the dates leave more than one answer, nothing where they leave too many."""
    years = dates.ages(person.born, at) if person.born else None
    if years is None:
        return ""
    exact = years.least == years.most and not years.doubtful
    n = (years.least + years.most) // 2
    pen = Pen(booklet, labels, "people")
    return plurals.phrase(labels[label if exact else f"{label}_about"], n, pen.number(n), booklet.meta.language)
