"""Rules about questions: their order against the chronology, objectives, gaps, drawn ones (K244, K245, K249, K250)."""

from __future__ import annotations

from collections.abc import Iterator

from report.check.relations import date_of_event, is_dated, relation
from report.check.survey import Survey
from report.check.walk import descend, every_inline
from report.check.writing import date_of
from report.fault import Fault, error, warning
from report.model import Blocks, Box, Drawn, Gap, Inlines, List, Order, Ref
from report.script.dates import Date
from report.script.relations import EARLIER, LATER


def contradicted_orders(found: Survey) -> Iterator[Fault]:
    """K244: two events in a question of order that the chronology has the other way round, by their dates or by what places
    one of them by the other. An event is told once, with the nearest before it that is later."""
    for _, question in found.questions:
        if not isinstance(question.task, Order):
            continue
        events = [ref for item in question.task.items if (ref := _event(item))]
        for number, after in enumerate(events):
            for before in reversed(events[:number]):
                if _is_later(found, before.target, after.target):
                    place = found.entries["event"][before.target].place
                    yield error("K244", before.place, later=before.target, earlier=after.target, first=place)
                    break


def _is_later(found: Survey, one: str, other: str) -> bool:
    """Whether the chronology has one event after another, whatever days their dates may mean."""
    first, second = (found.entries["event"].get(id) for id in (other, one))
    if first is None or second is None:
        return False
    if is_dated(found, first) and is_dated(found, second):
        early, late = date_of_event(found, first), date_of_event(found, second)
        if early and late and early.upper and late.lower and early.upper < late.lower:
            return True
    return other in _placed(found, one, LATER) or one in _placed(found, other, EARLIER)


def _placed(found: Survey, id: str, by: frozenset[str]) -> set[str]:
    """The events that an event is placed by, one by another, all the same way."""
    met: set[str] = set()
    while (entry := found.entries["event"].get(id)) and (given := relation(entry)) and given[0] in by:
        id = given[1].text.strip()
        if id in met:
            break
        met.add(id)
    return met


def gaps_in_place(found: Survey) -> Iterator[Fault]:
    """K245: a gap without an answer, or outside the prompt of a question."""
    asked = {
        inline.place
        for _, question in found.questions
        for inline in every_inline(question.prompt)
        if isinstance(inline, Gap)
    }
    for _, inline in found.inlines:
        if isinstance(inline, Gap):
            if not inline.children:
                yield error("K245", inline.place, reason="empty")
            elif inline.place not in asked:
                yield error("K245", inline.place, reason="outside")


def objectives_tested(found: Survey) -> Iterator[Fault]:
    """K249: an objective that no question names, in a text whose questions name any; or a number that is none."""
    asked = list(found.questions)
    for text in found.draft.texts:
        items = list(_objectives(text.blocks))
        named = [q for own, q in asked if own is text and q.objective]
        for question in named:
            if question.objective > len(items):
                yield error("K249", question.place, number=question.objective)
        tested = {question.objective for question in named}
        for number, box in enumerate(items, 1):
            if named and number not in tested:
                yield warning("K249", box.place, reason="untested", number=number)


def drawn_from_enough(found: Survey) -> Iterator[Fault]:
    """K250: fewer events of dates that lie apart than a question asks for. A greedy choice by last day is the largest."""
    if "events" in found.draft.broken:
        return
    known = [date for id in found.entries["event"] if (date := _date(found, id))]
    spans = sorted(
        (d.upper, d.lower) for d in known if d.lower and d.upper and not (d.approximate or d.uncertain)
    )  # fmt: skip
    count, last = 0, None
    for upper, lower in spans:
        if last is None or lower > last:
            count, last = count + 1, upper
    for _, question in found.questions:
        if isinstance(question.task, Drawn):
            wanted = question.task.count if question.task.kind == "order" else 2
            if count < wanted:
                yield error("K250", question.place, count=count, wanted=wanted)


def _objectives(blocks: Blocks) -> Iterator[Box]:
    """A box of objectives, once for each of its items."""
    for block in blocks:
        if isinstance(block, Box) and block.kind == "objectives":
            for inner in block.blocks:
                if isinstance(inner, List):
                    yield from (block for _ in inner.items)


def _event(item: Inlines) -> Ref | None:
    return next((i for i in descend(item) if isinstance(i, Ref) and i.kind == "event"), None)


def _date(found: Survey, id: str) -> Date | None:
    entry = found.entries["event"].get(id)
    return date_of(entry, "date", entry.text("part")) if entry else None
