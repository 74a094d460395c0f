"""The chronology as rows of a table: dates in every calendar, what happened, where it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from report import apparatus
from report.apparatus import Locator, Mentions
from report.html import index, timeline
from report.html.pen import Pen
from report.model import Booklet, Chapter, Event
from report.script import calendars
from report.script.dates import Date


@dataclass(frozen=True, slots=True)
class Chronology:
    """What the rows are written with and from; `chapters` are those of the passages that events name."""

    booklet: Booklet
    mentions: Mentions
    chapters: Mapping[str, Chapter]
    pen: Pen
    labels: dict[str, str]

    def bands(self) -> list[dict[str, object]]:
        """One band for each year, with its rows in order; what chronology.html fills in."""
        meta = self.booklet.meta
        names = {c: calendars.name(c, meta.language) for c in meta.calendars}
        titles = {s.id: s.short or s.title for s in self.booklet.sources}
        shapes = timeline.is_drawn(self.booklet)
        return [
            {
                "year": self.pen.number(band.year) if band.year is not None else self.labels["undated"],
                "rows": [self._row(row, names, titles, shapes=shapes) for row in band.rows],
            }
            for band in apparatus.chronology(self.booklet, self.mentions)
        ]

    def _row(
        self, row: apparatus.Row, names: dict[str, str], titles: dict[str, str], *, shapes: bool
    ) -> dict[str, object]:  # fmt: skip
        """`shapes` tells that there is a timeline, whose shapes the table tells again."""
        event = row.event
        return {
            "id": f"event-{event.id}",
            "datetime": _machine_date(event.date),
            "dates": [{"calendar": names[name], **self._date(event, shown)} for name, shown in row.shown],
            "title": self.pen.text(event.title),
            "text": self.pen.line(event.text),
            "category": self.pen.text(self.booklet.meta.categories.get(event.category, "")),
            "category_id": event.category,
            "shape": timeline.shape(self.booklet, event) if event.category and shapes else None,
            "sources": [{"id": f"source-{s}", "title": self.pen.text(titles[s])} for s in event.sources],
            "pages": self._pages(row),
        }

    def _date(self, event: Event, shown: str) -> dict[str, str]:
        """A date and, apart from it, the words that place its event by another, where it has them."""
        said = apparatus.placed(self.booklet, event)
        language = self.booklet.meta.language
        if not said or said not in shown:
            return {"text": calendars.tied(shown, language), "relation": ""}
        date = calendars.tied(shown.replace(said, "").removesuffix(" ()"), language)
        return {"text": date, "relation": f"({said})" if date else said}

    def _pages(self, row: apparatus.Row) -> Markup:
        """Pagerefs to every mention, and to the passage of an event where its chapter does not mention it."""
        places = [Locator(m.chapter, m.anchor) for m in row.mentions]
        chapter = self.chapters.get(row.event.passage)
        if chapter and all(place.chapter.id != chapter.id for place in places):
            places.append(Locator(chapter, row.event.passage))
        return index.locators(places, {}, self.pen, self.labels)


def _machine_date(date: Date) -> str:
    """The date for `<time datetime>`, which is Gregorian; empty for what that cannot say (HTML, 4.5.14)."""
    if date.calendar != "gregorian":
        return date.lower.isoformat() if date.precision == "day" and date.lower else ""
    return date.edtf if date.precision in ("day", "month", "year") else ""
