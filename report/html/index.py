"""The index as its template wants it, and page references in a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from report import apparatus
from report.apparatus import Entry, Locator, Mentions, Pointer
from report.html.pen import Pen
from report.html.tags import tag
from report.model import Anchor, Booklet, Chapter

_BETWEEN = ": "  # between a heading and its sub-heading, where a cross-reference names both


def groups(booklet: Booklet, found: Mentions, pen: Pen, labels: dict[str, str]) -> list[dict[str, object]]:
    """`letter` and `entries` of each group; an entry has `id`, `words`, `pages`, `see`, `see_also`, `entries`."""
    ends = chapters_of(booklet)
    return [
        {
            "id": f"index-letter-{number}",
            "letter": group.letter,
            "entries": [_entry(e, ends, pen, labels) for e in group.entries],
        }
        for number, group in enumerate(apparatus.index(booklet, found), 1)
    ]


def _entry(entry: Entry, ends: Mapping[str, Chapter], pen: Pen, labels: dict[str, str]) -> dict[str, object]:
    return {
        "id": entry.id, "words": pen.text(entry.words), "pages": locators(entry.locators, ends, pen, labels),
        "see": [_pointer(p, pen) for p in entry.see], "see_also": [_pointer(p, pen) for p in entry.see_also],
        "entries": [_entry(e, ends, pen, labels) for e in entry.entries],
    }  # fmt: skip


def _pointer(pointer: Pointer, pen: Pen) -> dict[str, object]:
    return {"id": pointer.id, "words": pen.text(_BETWEEN.join(pointer.path))}


def locators(found: Sequence[Locator], ends: Mapping[str, Chapter], pen: Pen, labels: dict[str, str]) -> Markup:
    """Pagerefs to every passage; `data-separator` joins what is left after repeats are dropped. `ends` are the chapters
    of the ids that passages run to."""
    if not found:
        return Markup()
    links = Markup().join(_link(locator, ends, pen) for locator in found)
    return tag("span", links, class_="locators", data_separator=labels["separator"])


def _link(locator: Locator, ends: Mapping[str, Chapter], pen: Pen) -> Markup:
    end = ends.get(locator.to)
    return tag(
        "a", "", class_="pageref main" if locator.main else "pageref", href=f"#{locator.anchor}",
        data_text=pen.plain(locator.chapter.short), data_to=locator.to,
        data_to_text=pen.plain(end.short) if end else None,
    )  # fmt: skip


def chapters_of(booklet: Booklet) -> dict[str, Chapter]:
    """The chapter of every id that a passage may run to."""
    found: dict[str, Chapter] = {}
    for chapter in booklet.texts:
        found[chapter.id] = chapter
        found.update((id, chapter) for id in _named(chapter))
    return found


def _named(chapter: Chapter) -> Iterable[str]:
    yield from (block.id for block in apparatus.blocks_in(chapter.blocks) if block.id)
    yield from (inline.id for inline in apparatus.inlines_in(chapter.blocks) if isinstance(inline, Anchor))
