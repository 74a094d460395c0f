"""Derived views: mentions in reading order, the chronology's order and bands, key terms, filing order."""

from __future__ import annotations

from dataclasses import replace

from conftest import TOP

from report import apparatus, assets
from report.apparatus import views
from report.build import read
from report.model import Booklet
from report.script import dates


def built_in() -> Booklet:
    booklet, faults = read(assets.builtin_booklet(), "b")
    assert booklet is not None, faults
    return booklet


def test_the_ten_dated_facts_of_the_source_are_told_as_precisely_as_it_tells_them() -> None:
    told = {(e.date.edtf, e.date.part) for e in built_in().events}
    assert {
        ("1979", ""), ("1979-11-04", ""), ("1979-12", ""), ("1980", "early"), ("1980-01-27", ""), ("1980-04-24", ""),
        ("1980-07-27", ""), ("1980-09", ""), ("1980", ""), ("1981-01-20", ""),
    } <= told  # fmt: skip


def test_the_chronology_is_in_order_and_in_bands() -> None:
    booklet = built_in()
    bands = apparatus.chronology(booklet, apparatus.mentions(booklet))
    assert [band.year for band in bands] == [1979, 1980, 1981]
    keys = [dates.sort_key(row.event.date) for band in bands for row in band.rows]
    assert keys == sorted(keys)
    assert sum(len(band.rows) for band in bands) == len(booklet.events)
    told = {row.event.id: len(row.shown) for band in bands for row in band.rows}
    assert {id for id, calendars in told.items() if calendars != 3} == {"vance-resigns"}  # known by its order alone
    assert told["vance-resigns"] == 1
    assert all(row.mentions for band in bands for row in band.rows)


def test_ties_keep_the_order_they_were_written_in() -> None:
    booklet = built_in()
    first = built_in().events[0]
    twins = tuple(replace(first, id=name) for name in ("c", "a", "b"))
    (band,) = apparatus.chronology(replace(booklet, events=twins), {})
    assert [row.event.id for row in band.rows] == ["c", "a", "b"]


def test_mentions_come_in_reading_order_with_their_chapter() -> None:
    booklet = built_in()
    order = {chapter.id: n for n, chapter in enumerate(booklet.texts)}
    for places in apparatus.mentions(booklet).values():
        numbers = [order[m.chapter.id] for m in places]
        assert numbers == sorted(numbers)
        assert len({m.anchor for m in places}) == len(places)


def test_everything_declared_is_mentioned_in_the_built_in_booklet() -> None:
    booklet = built_in()
    found = apparatus.mentions(booklet)
    kinds = (
        ("person", booklet.people),
        ("term", booklet.terms),
        ("event", booklet.events),
        ("source", booklet.sources),
    )
    assert not [(kind, x.id) for kind, all_of in kinds for x in all_of if (kind, x.id) not in found]


def test_people_file_by_their_filing_names() -> None:
    booklet = built_in()
    names = [p.id for p in apparatus.people(booklet)]
    assert names.index("shah") < names.index("khomeini") < names.index("reagan")


def test_key_terms_are_those_a_chapter_refers_to() -> None:
    booklet, _ = read(TOP / "tests" / "booklets" / "ar", "ar")
    assert booklet
    assert [t.id for t in apparatus.key_terms(booklet, booklet.chapters[0])] == ["train"]
    assert apparatus.key_terms(booklet, booklet.chapters[1]) == ()


def test_several_events_beside_one_keep_the_order_they_were_written_in() -> None:
    """Those of the same minutes stand nearest; else source order decides."""
    first = built_in().events[0]
    anchor = replace(first, id="x", date=dates.parse("1980-04-24"))
    ways = (
        ("a", "after"),
        ("b", "minutes-after"),
        ("c", "after"),
        ("d", "minutes-before"),
        ("e", "before"),
        ("f", "before"),
    )
    beside = tuple(replace(first, id=id, relation=way, anchor="x", date=anchor.date) for id, way in ways)
    assert [e.id for e in views.in_order((*beside, anchor))] == ["e", "f", "d", "x", "b", "a", "c"]
