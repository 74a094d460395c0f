"""A Draft to a Booklet known to be sound, or every fault it has: one rule, one function."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from report.beside import beside
from report.cache import NONE, Cache
from report.check import (
    borders,
    chronology,
    index,
    lives,
    names,
    pictures,
    questions,
    references,
    relations,
    shape,
    typing,
    writing,
)
from report.check.build import booklet
from report.check.glyphs import characters
from report.check.pictures import drawings
from report.check.survey import Survey, survey
from report.fault import Fault, Stopped, in_order
from report.model import Booklet
from report.source.draft import LISTS, Draft
from report.source.files import locate
from report.source.yaml import Scalar

__all__ = ["RULES", "build", "characters", "check", "drawings"]

Rule = Callable[[Survey], Iterator[Fault]]


def shapes(found: Survey) -> Iterator[Fault]:
    """K107, K108, K109: every YAML tree against its schema."""
    draft = found.draft
    yield from shape.faults(draft.meta, "booklet", draft.place)
    for name in LISTS:
        if tree := draft.lists[name]:
            yield from shape.faults(tree, name, tree.place)
    for text in draft.texts:
        if text.head:
            yield from shape.faults(text.head, "chapter", text.place)


def theme_inside(found: Survey) -> Iterator[Fault]:
    """K116: a theme given as a folder outside the booklet. Whether there is such a theme is seen when it is loaded."""
    given = found.draft.meta.get("theme")
    if isinstance(given, Scalar) and any(mark in given.text for mark in "/\\."):
        where = locate(found.draft.folder, given.text.strip(), given.place)
        if isinstance(where, Fault):
            yield where


_BESIDE: Final[tuple[Rule, ...]] = (chronology.dated_passages,)
"""Rules that take as long as all others together, and are tried beside them where the booklet is long."""
_LONG = 100_000  # code points in all files

RULES: Final[tuple[Rule, ...]] = (
    shapes,
    theme_inside,
    references.unknown_references,
    references.unknown_categories,
    references.duplicate_ids,
    references.broken_links,
    references.unmentioned,
    references.unknown_passages,
    references.unsafe_addresses,
    references.untold_events,
    references.misquotations,
    index.bad_marks,
    index.lost_references,
    index.circles,
    index.circles_of_terms,
    index.twin_spellings,
    index.idle_entries,
    index.bad_ranges,
    index.two_orders,
    borders.cut_words,
    pictures.pictures,
    names.twins,
    questions.contradicted_orders,
    questions.gaps_in_place,
    questions.objectives_tested,
    questions.drawn_from_enough,
    chronology.dated_passages,
    chronology.counted_days,
    relations.undated_events,
    relations.placed_events,
    writing.hidden_characters,
    writing.escaped_characters,
    writing.bad_dates,
    writing.untold_calendars,
    lives.lives,
    lives.ages_at_death,
    lives.out_of_life,
    writing.languages_known,
    writing.letters_of_the_language,
    writing.long_notes,
    typing.parted_calls,
    typing.mendable,
    typing.doubtful,
)


def check(
    draft: Draft, faults: Iterable[Fault] = (), epoch: str | None = None, kept: Cache = NONE
) -> tuple[Booklet | None, tuple[Fault, ...]]:
    """The Booklet, None if there is any error, and all faults in order: those of reading and those of the rules.

    `epoch` is SOURCE_DATE_EPOCH, by default the environment's.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "") if epoch is None else epoch
    found, of_lists = survey(draft, kept)
    told = [*faults, *of_lists, *writing.bad_epoch(epoch)]
    long = sum(len(lines.text) for lines in draft.files) > _LONG
    tried = beside(lambda: _tried(_BESIDE, found)) if long else lambda: _tried(_BESIDE, found)
    told += _tried([rule for rule in RULES if rule not in _BESIDE], found)
    told += tried()
    ordered = in_order(told)
    sound = not any(fault.severity == "error" for fault in ordered)
    return (booklet(found, epoch) if sound else None), ordered


def _tried(rules: Sequence[Rule], found: Survey) -> list[Fault]:
    return [fault for rule in rules for fault in rule(found)]


def build(draft: Draft, faults: Iterable[Fault] = ()) -> tuple[Booklet, tuple[Fault, ...]]:
    """The Booklet and its warnings; raises Stopped with every fault if there is any error."""
    made, told = check(draft, faults)
    if made is None:
        raise Stopped(told)
    return made, told
