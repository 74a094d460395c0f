"""Rules about the index (K260–K269, K273): marks, cross-references, spellings."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from report.check.headings import DEPTH, Path, declared, marks, of_things, parts, shown
from report.check.survey import Survey, scalar, scalars
from report.check.writing import known_language
from report.fault import Fault, Place, error, warning
from report.model import IndexMark
from report.script import collation, slugs


def bad_marks(found: Survey) -> Iterator[Fault]:
    """K260: a mark without a heading and without words; K261: a heading more than three deep; K269: one in an answer."""
    for mark, path in marks(found):
        if not mark.path and not path[0]:
            yield error("K260", mark.place)
        elif len(path) > DEPTH:
            yield error("K261", mark.place, heading=shown(path), limit=DEPTH)
    for inline in found.answers:
        if isinstance(inline, IndexMark):
            yield error("K269", inline.place, reason="answer")
    for given in declared(found):
        if not all(given.path):
            yield error("K260", given.place, reason="entry")
        elif len(given.path) > DEPTH:
            yield error("K261", given.place, heading=shown(given.path), limit=DEPTH)


def lost_references(found: Survey) -> Iterator[Fault]:
    """K262: see or see also to a heading that the index does not have."""
    if found.draft.broken:
        return
    known = set(_headings(found))
    for given in declared(found):
        for target in (*given.see, *given.see_also):
            if parts(target.text) not in known:
                near = get_close_matches(shown(parts(target.text)), sorted(shown(path) for path in known), 1)
                heading = shown(parts(target.text))
                yield error("K262", target.place, heading=heading, near=near[0] if near else "")


def circles(found: Survey) -> Iterator[Fault]:
    """K263: headings that send the reader round in a circle; K264: one that sends to another that sends on."""
    sending = {given.path: given for given in declared(found) if given.see}
    told: set[Path] = set()
    for given in sending.values():
        trail, at = {given.path: None}, given
        while (following := sending.get(parts(at.see[0].text))) and following.path not in trail:
            trail[following.path] = None
            at = following
        if following and following.path == given.path:
            if not told & {*trail}:
                yield error("K263", given.place, heading=shown(given.path), other=shown(at.path), first=at.place)
            told |= {*trail}
        elif len(trail) > 1:
            second = sending[parts(given.see[0].text)]
            end = shown(parts(at.see[0].text))
            yield warning("K264", given.place, heading=shown(second.path), near=end, first=second.place)


def circles_of_terms(found: Survey) -> Iterator[Fault]:
    """K279: a term that says `see` of itself. Two that name each other are as it should be: glossaries say see also."""
    for entry in found.entries["term"].values():
        for name in scalars(entry.keys.get("see")):
            if name.text.strip() == entry.id:
                yield error("K279", name.place, id=entry.id, first=entry.place)


def idle_entries(found: Survey) -> Iterator[Fault]:
    """K266: an entry of index.yaml that no passage is marked with; K267: one that says `see` and has passages too."""
    if found.draft.broken:
        return
    marked = _marked(found)
    for given in declared(found):
        reached = [place for path, place in marked.items() if path[: len(given.path)] == given.path]
        if given.see and given.path in marked:
            yield warning("K267", given.place, heading=shown(given.path), first=marked[given.path])
        elif not given.see and not reached:
            yield warning("K266", given.place, heading=shown(given.path))


def twin_spellings(found: Survey) -> Iterator[Fault]:
    """K265: two headings that differ only in hamza, vowel marks, tatweel, case or signs around them."""
    tag = scalar(found.draft.meta, "language")
    if not tag or not known_language(tag.text.strip()):
        return
    language = tag.text.strip()
    first: dict[tuple[bytes, ...], tuple[Path, Place]] = {}
    for path, place in _headings(found).items():
        key = tuple(collation.same(part, language) for part in path)
        other, where = first.setdefault(key, (path, place))
        if other != path and path[:-1] == other[:-1]:
            yield warning("K265", place, heading=shown(path), other=shown(other), first=where)


def two_orders(found: Survey) -> Iterator[Fault]:
    """K273: a heading that is to file in two places."""
    first: dict[Path, tuple[str, Place]] = {}
    given = [(path, mark.sort, mark.place) for mark, path in marks(found)]
    given += [(entry.path, entry.sort, entry.place) for entry in declared(found)]
    for path, sort, place in given:
        if sort and first.setdefault(path, (sort, place))[0] != sort:
            other, where = first[path]
            yield error("K273", place, heading=shown(path), sort=sort, other=other, first=where)


def bad_ranges(found: Survey) -> Iterator[Fault]:
    """K268: a passage that runs to an id there is not, or that stands before the mark."""
    if "texts" in found.draft.broken:
        return
    order = {text.file: number for number, text in enumerate(found.draft.texts)}
    ends = {id: (order.get(text.file, 0) if text else -1, place) for id, place, text in found.declared}
    for text, mark in _with_texts(found):
        if not mark.to:
            continue
        if mark.to not in ends:
            near = get_close_matches(slugs.written(mark.to), sorted(map(slugs.written, ends)), 1)
            yield error("K268", mark.place, id=slugs.written(mark.to), near=near[0] if near else "")
        elif ends[mark.to] < (order.get(text, 0), mark.place):
            yield error("K268", mark.place, reason="before", id=slugs.written(mark.to), first=ends[mark.to][1])


def _with_texts(found: Survey) -> Iterator[tuple[str, IndexMark]]:
    for text, inline in found.printed:
        if isinstance(inline, IndexMark):
            yield text.file, inline


def _marked(found: Survey) -> dict[Path, Place]:
    """Every path that has passages, with the first place that says so."""
    first: dict[Path, Place] = {}
    for path, place in (*((path, mark.place) for mark, path in marks(found)), *of_things(found)):
        first.setdefault(path, place)
    return first


def _headings(found: Survey) -> dict[Path, Place]:
    """Every heading the index will have, those above a sub-heading too, with the place that first names it."""
    first: dict[Path, Place] = {}
    for path, place in (*_marked(found).items(), *((given.path, given.place) for given in declared(found))):
        for depth in range(1, len(path) + 1):
            first.setdefault(path[:depth], place)
    return first
