"""Where the ids were written that sections make of what a booklet declares."""

from __future__ import annotations

from collections.abc import Iterator

from report import apparatus
from report.fault import Place
from report.model import Booklet


def declared(booklet: Booklet) -> Iterator[tuple[str, Place]]:
    """Ids of entries in the YAML files, of chapters, questions and answers; each Pen knows the others (Section.places)."""
    yield from ((f"event-{event.id}", event.place) for event in booklet.events)
    yield from ((f"person-{person.id}", person.place) for person in booklet.people)
    yield from ((f"term-{term.id}", term.place) for term in booklet.terms)
    yield from ((f"source-{source.id}", source.place) for source in booklet.sources)
    for chapter in booklet.texts:
        yield chapter.id, chapter.place
        for question in apparatus.questions(chapter):
            yield from ((id, question.place) for id in (question.id, f"{question.id}-answer"))
