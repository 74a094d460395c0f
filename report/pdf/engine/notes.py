"""Notes at the foot of a full page: every note that is called is set, on the page of its call or the next."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any


def with_every_note(upstream: Callable[..., tuple[Any, ...]]) -> Callable[..., tuple[Any, ...]]:
    """A _linebox_layout that moves notes to the next page where upstream forgets them.

    To make room for a last line, upstream moves notes of the page to the next one; the notes that this line calls
    itself are then neither set nor moved.
    """

    @wraps(upstream)
    def linebox_layout(context: Any, box: Any, index: int, child: Any, new_children: list[Any], *rest: Any) -> Any:
        before = len(new_children)
        _number(context)
        found = upstream(context, box, index, child, new_children, *rest)
        aborted = found[0]
        if not aborted and context.footnotes:
            for line in new_children[before:]:
                for note in [b.footnote for b in line.descendants() if b.footnote in context.footnotes]:
                    context.footnotes.remove(note)
                    context.reported_footnotes.append(note)
        _in_order(context)
        return found

    return linebox_layout


def _number(context: Any) -> None:
    """Notes are met in the order of their calls: a new one waits behind those numbered before."""
    for note in context.footnotes:
        if not hasattr(note, "call_order"):
            note.call_order = context.calls_met = getattr(context, "calls_met", 0) + 1


def _in_order(context: Any) -> None:
    """Notes of a page, and those that wait for the next one, in the order of their calls: upstream mixes those it moves."""
    for notes in (context.current_page_footnotes, context.reported_footnotes):
        ordered = sorted(notes, key=lambda note: note.call_order)
        if ordered != notes:
            notes[:] = ordered
            context._update_footnote_area()
