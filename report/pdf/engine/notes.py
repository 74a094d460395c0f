"""Notes at the foot of a full page: every note that is called is set once, on the page of its call or a later one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from weasyprint.layout import page


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


def make_all_pages(context: Any, root_box: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
    """Takes the place of weasyprint.layout.page.make_all_pages: it remembers which notes each page hands to the next.

    A document whose CSS asks for the numbers of pages (`target-counter()`, `counter(pages)`) is set several times, and
    each time only the pages that change. Upstream gives a page that is set again the notes that the last page *set*
    handed on, which may be any page before it: notes are lost or set twice, or there is an IndexError at a last page
    that holds notes only.
    """
    context.rendered_notes = []
    waiting = vars(context).setdefault("waiting_notes", {0: []})
    index = 0
    while True:
        state = context.page_maker[index][-1]
        if index >= len(pages) or state["content_changed"] or state["pages_wanted"]:
            state.update(content_changed=False, pages_wanted=False, anchors=[], content_lookups=[])
            context.reported_footnotes = list(waiting[index])
            made, resume_at = page.remake_page(index, context, root_box, html)
            left, before = list(context.reported_footnotes), waiting.get(index + 1, [])
            waiting[index + 1] = left
            done = resume_at is None and not left
            if (left or before) and not done:
                context.page_maker[index + 1][-1]["content_changed"] = True
        else:
            made, resume_at = pages[index], context.page_maker[index + 1][0]
            done = resume_at is None and not waiting[index + 1]
        yield made
        index += 1
        if done:
            context.page_maker = context.page_maker[: index + 1]
            context.broken_out_of_flow.clear()
            context.reported_footnotes = []
            return
