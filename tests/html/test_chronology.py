"""The table of events: heading, bands, sources, categories in words, links from each event to its passages and back."""

import base64
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from conftest import TOP

from report import apparatus, html, theme
from report.build import read
from report.fault import Stopped
from report.html import Section, timeline
from report.model import Booklet, Questions
from report.script import dates


@pytest.fixture(scope="module")
def booklet() -> Booklet:
    made, faults = read(TOP / "content" / "iran-hostage-crisis", "built-in")
    assert made is not None, faults
    return made


def bound(booklet: Booklet) -> tuple[Section, ...]:
    """The sections without their questions: some are drawn from events that a test takes away."""
    meta = booklet.meta
    asked = (replace(c, blocks=tuple(b for b in c.blocks if not isinstance(b, Questions))) for c in booklet.chapters)
    booklet = replace(booklet, chapters=tuple(asked))
    return html.sections(booklet, theme.load(meta.theme, meta.language, booklet.root, meta.place))


def rows(sections: tuple[Section, ...]) -> dict[str, ET.Element]:
    table = next(s for s in sections if s.kind == "chronology").tree()
    return {row.get("id", ""): row for row in table.iter("tr") if row.get("id")}


def links(row: ET.Element, name: str) -> list[str]:
    return [a.get("href", "") for a in row.iter("a") if name in a.get("class", "").split()]


def test_each_event_leads_to_its_passages_and_each_passage_to_its_event(booklet: Booklet) -> None:
    sections = bound(booklet)
    ids = {e.get("id"): s.id for s in sections for e in s.tree().iter() if e.get("id")}
    called = {a.get("href") for s in sections if s.kind in ("text", "chapter") for a in s.tree().iter("a")}
    found = rows(sections)
    assert list(found)
    assert set(found) == {f"event-{event.id}" for event in booklet.events}
    for event in booklet.events:
        row = found[f"event-{event.id}"]
        targets = [ids[href[1:]] for href in links(row, "pageref")]
        assert ids[event.passage] in targets
        assert f"#event-{event.id}" in called


def test_a_passage_that_does_not_name_its_event_is_still_led_to(booklet: Booklet) -> None:
    event = replace(booklet.events[0], id="new")
    row = rows(bound(replace(booklet, events=(*booklet.events, event))))["event-new"]
    assert links(row, "pageref") == [f"#{event.passage}"]


def test_sources_and_category_are_told_in_words(booklet: Booklet) -> None:
    source = booklet.sources[0].id
    event = replace(booklet.events[0], sources=(source,), category="military")
    row = rows(bound(replace(booklet, events=(event,))))[f"event-{event.id}"]
    assert links(row, "source") == [f"#source-{source}"]
    (category,) = (e for e in row.iter("span") if e.get("class") == "category")
    assert "".join(category.itertext()) == booklet.meta.categories["military"]


def test_the_heading_row_is_one_that_a_printer_repeats(booklet: Booklet) -> None:
    table = next(s for s in bound(booklet) if s.kind == "chronology").tree().find("table")
    assert table is not None
    assert [th.get("scope") for th in table.findall("thead/tr/th")] == ["col", "col"]
    assert all(row.find("th[@scope='row']") is not None for row in table.iter("tr") if row.get("id"))


@pytest.mark.parametrize(
    ("edtf", "calendar", "told"),
    [
        ("1258-02-10", "julian", ["1258-02-17"]),
        ("1258-02", "julian", []),
        ("1979-11", "gregorian", ["1979-11"]),
        ("1979/1981", "gregorian", []),
    ],
)
def test_days_for_machines_are_gregorian(booklet: Booklet, edtf: str, calendar: str, told: list[str]) -> None:
    event = replace(booklet.events[0], date=dates.parse(edtf, calendar=calendar))
    row = rows(bound(replace(booklet, events=(event,))))[f"event-{event.id}"]
    assert [time.get("datetime") for time in row.iter("time")] == told


def test_words_that_place_an_event_stand_apart_from_its_date(booklet: Booklet) -> None:
    """A theme may set them lighter than the date; where they are all that is known they stand alone."""
    day = rows(bound(booklet))["event-accords-signed"]
    (span,) = [e for e in day.iter("span") if e.get("class") == "relation"]
    assert span.text == "(في اليوم السابق لحدث «الإفراج عن الرهائن»)"
    assert next(day.iter("time")).text == "١٩ يناير ١٩٨١\u00a0م"
    later = dates.after(dates.parse("1981-01-20"))
    events = tuple(replace(e, relation="after", date=later) if e.id == "accords-signed" else e for e in booklet.events)
    bare = rows(bound(replace(booklet, events=events)))["event-accords-signed"]
    (span,) = [e for e in bare.iter("span") if e.get("class") == "relation"]
    assert span.text == "بعد «الإفراج عن الرهائن»"
    assert "".join(bare.find("th").itertext()).split() == span.text.split()  # type: ignore[union-attr]


def timelines(booklet: Booklet) -> list[ET.Element]:
    tree = next(s for s in bound(booklet) if s.kind == "chronology").tree()
    return [figure for figure in tree.iter("figure") if figure.get("class") == "timeline"]


def drawing(figure: ET.Element) -> ET.Element:
    image = figure.find("img")
    assert image is not None
    return ET.fromstring(base64.b64decode(image.get("src", "").partition("base64,")[2]))


def test_the_timeline_is_a_drawing_of_outlines_with_words_for_who_cannot_see_it(booklet: Booklet) -> None:
    (figure,) = timelines(booklet)
    image = figure.find("img")
    assert image is not None
    assert "الجدول" in image.get("alt", "")
    kinds = {element.tag.rpartition("}")[2] for element in drawing(figure).iter()}
    assert kinds == {"svg", "rect", "path", "circle"}
    assert figure.findtext("figcaption", "").startswith("خط زمني")


def test_the_booklet_may_ask_for_a_timeline_or_refuse_it(booklet: Booklet) -> None:
    few = replace(booklet, events=booklet.events[:3])
    assert not timelines(few)
    assert timelines(replace(few, meta=replace(few.meta, timeline=True)))
    assert not timelines(replace(booklet, meta=replace(booklet.meta, timeline=False)))


def test_a_timeline_of_unknown_dates_is_not_drawn(booklet: Booklet) -> None:
    unknown = tuple(replace(e, date=dates.parse("XXXX")) for e in booklet.events)
    assert not timelines(replace(booklet, events=unknown, meta=replace(booklet.meta, timeline=True)))


def test_the_same_timeline_twice(booklet: Booklet) -> None:
    once, again = (ET.tostring(timelines(booklet)[0]) for _ in range(2))
    assert once == again


def test_letters_of_no_face_stop_the_timeline(booklet: Booklet) -> None:
    odd = (replace(booklet.events[0], title="\U00010380"), *booklet.events[1:])
    with pytest.raises(Stopped) as stopped:
        timelines(replace(booklet, events=odd))
    assert [fault.code for fault in stopped.value.faults] == ["K221"]


def test_a_timeline_left_to_right_is_mirrored(booklet: Booklet) -> None:
    first = drawing(timelines(booklet)[0]).find("{*}circle")
    mirrored = replace(booklet, meta=replace(booklet.meta, language="en"))
    other = drawing(timelines(mirrored)[0]).find("{*}circle")
    assert first is not None
    assert other is not None
    assert float(first.get("cx", "")) > 95
    assert float(other.get("cx", "")) < 5


def test_titles_in_words_of_order_have_the_digits_of_the_booklet(booklet: Booklet) -> None:
    titled = tuple(replace(e, title="اليوم 6") if e.id == "release" else e for e in booklet.events)
    day = rows(bound(replace(booklet, events=titled)))["event-accords-signed"]
    (span,) = [e for e in day.iter("span") if e.get("class") == "relation"]
    assert span.text == "(في اليوم السابق لحدث «اليوم ٦»)"


def test_eras_stay_on_the_line_of_their_year(booklet: Booklet) -> None:
    for row in rows(bound(booklet)).values():
        text = "".join(row.find("th").itertext())  # type: ignore[union-attr]
        assert not re.search(r"[٠-٩] (م|هـ)(?!\w)|هـ ش", text)


def test_an_open_start_stands_in_the_year_it_reaches_to_and_the_unknown_is_told_once(booklet: Booklet) -> None:
    typed = ("../1985", "XXXX", "1980/..")
    events = tuple(replace(booklet.events[0], id=f"e{n}", date=dates.parse(t)) for n, t in enumerate(typed))
    shown = {band.year: band.rows for band in apparatus.chronology(replace(booklet, events=events), {})}
    assert list(shown) == [1980, 1985, None]
    assert [len(rows_[0].shown) for rows_ in shown.values()] == [3, 3, 1]


def test_events_of_no_category_have_a_shape_apart(booklet: Booklet) -> None:
    bare = replace(booklet.events[0], category="")
    kinds = {timeline.shape(booklet, e) for e in booklet.events}
    assert len(kinds) == len(booklet.meta.categories)
    assert timeline.shape(booklet, bare) not in kinds


def test_the_timeline_is_as_wide_as_the_lines_of_its_edition(booklet: Booklet) -> None:
    noted = replace(booklet.meta, study=replace(booklet.meta.study, note_margin="true"))
    own, narrow = (
        float(drawing(timelines(replace(booklet, meta=meta))[0]).get("width", "").removesuffix("mm"))
        for meta in (booklet.meta, noted)
    )
    assert own == pytest.approx(148 * (1 - 0.125 - 0.185))
    assert narrow == pytest.approx(148 * (1 - 0.125 - 0.3))


def test_no_joiner_in_the_contents(booklet: Booklet) -> None:
    """The number of a chapter is a word of its own, whatever letter its title begins with."""
    contents = next(s for s in bound(booklet) if s.kind == "contents")
    assert "الأول</span> <a" in contents.html
    assert "\u200d" not in contents.html
