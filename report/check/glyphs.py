"""The characters a booklet prints, each with a place, for the rule about missing glyphs (K302) that needs fonts."""

from __future__ import annotations

from collections.abc import Iterator

from report.check.walk import descend, every_block_and_note, every_inline
from report.fault import Place
from report.model import Booklet, Code, CodeBlock, Figure, IndexMark, Inline, Inlines, Ref, Text
from report.source.draft import Draft

_CITED = (
    "title", "short", "author", "editor", "translator", "container", "volume", "issue", "pages", "publisher", "city", "url",
)  # fmt: skip


def characters(booklet: Booklet, draft: Draft | None = None) -> dict[str, Place]:
    """Each character of all texts, spaces apart, and the first place that has it. With the draft that the booklet was
    made from places are exact; without, they are where the stretch of text or the entry begins."""
    raw = {lines.path: lines for lines in draft.files} if draft else {}
    found: dict[str, Place] = {}
    known: set[str] = set()
    for text, place in _stretches(booklet):
        new = set(text) - known
        for character in dict.fromkeys(text) if new else ():
            if character not in new or character.isspace():
                continue
            lines = raw.get(place.path)
            start = lines.starts[max(place.line - 1, 0)] + max(place.column - 1, 0) if lines else 0
            at = lines.text.find(character, start) if lines else -1
            found[character] = lines.place(at) if lines and at >= 0 else place
        known |= new
    return found


def _stretches(booklet: Booklet) -> Iterator[tuple[str, Place]]:
    """All printed text with the place it begins at, in reading order."""
    meta = booklet.meta
    people = (creator.name for creator in meta.creators)
    names = (meta.title, meta.subtitle, *people, meta.publisher, meta.edition, meta.rights, *meta.categories.values())
    yield from ((name, meta.place) for name in names)
    for chapter in booklet.texts:
        yield chapter.title + chapter.short, chapter.place
        yield from _of(every_inline(chapter.blocks))
        for block in every_block_and_note(chapter.blocks):
            if isinstance(block, CodeBlock):
                yield block.text, block.place
            elif isinstance(block, Figure):
                yield block.alt, block.place
    yield from _entries(booklet)


def _entries(booklet: Booklet) -> Iterator[tuple[str, Place]]:
    entries: list[tuple[str, Inlines, Place]] = []
    entries += [(p.name + p.latin + p.sort + p.role, p.text, p.place) for p in booklet.people]
    entries += [(t.term + t.latin, t.text, t.place) for t in booklet.terms]
    entries += [(e.title, e.text, e.place) for e in booklet.events]
    entries += [("".join(getattr(s, key) for key in _CITED), s.note, s.place) for s in booklet.sources]
    entries += [("".join(i.path), (), i.place) for i in booklet.index]
    for plain, inlines, place in entries:
        yield plain, place
        yield from _of(descend(inlines))


def _of(inlines: Iterator[Inline]) -> Iterator[tuple[str, Place]]:
    for inline in inlines:
        match inline:
            case Text(text=text, place=place) | Code(text=text, place=place) | Ref(pages=text, place=place):
                yield text, place
            case IndexMark(path=path, place=place):
                yield "".join(path), place
            case _:
                pass
