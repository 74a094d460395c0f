"""The chronology as data: read back by other readers, nothing lost, days and letters whole, what has no place told."""

import csv
import datetime
import io
import json
from dataclasses import replace

import pytest
from conftest import TOP
from hypothesis import given
from hypothesis import strategies as st

from report import apparatus, exports
from report.build import read
from report.exports import agenda
from report.model import Booklet, Event
from report.script import dates


@pytest.fixture(scope="module")
def booklet() -> Booklet:
    made, faults = read(TOP / "content" / "iran-hostage-crisis", "built-in")
    assert made is not None, faults
    return made


def dated(booklet: Booklet, *typed: str) -> Booklet:
    events = [replace(booklet.events[0], id=f"e{n}", date=dates.parse(t)) for n, t in enumerate(typed)]
    return replace(booklet, events=tuple(events))


def in_order(booklet: Booklet) -> list[Event]:
    return [row.event for band in apparatus.chronology(booklet, {}) for row in band.rows]


def test_a_csv_read_back_has_every_event_and_its_date_as_typed(booklet: Booklet) -> None:
    data, lost = exports.chronology(booklet, "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    assert not lost
    lines = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [(e.id, e.title, e.date.edtf, e.date.part, e.category) for e in in_order(booklet)] == [
        (x["id"], x["title"], x["edtf"], x["part"], x["category"]) for x in lines
    ]
    assert [dates.parse(x["edtf"], x["part"]) for x in lines] == [e.date for e in in_order(booklet)]


def test_commas_quotes_and_lines_come_back_from_csv(booklet: Booklet) -> None:
    title = 'قال: «لا»، ثم "نعم", ثم\nسطر; آخر'
    made = replace(booklet, events=(replace(booklet.events[0], title=title),))
    data, _ = exports.chronology(made, "csv")
    (line,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert line["title"] == title


def test_json_read_back_gives_the_same_dates(booklet: Booklet) -> None:
    data, lost = exports.chronology(booklet, "json")
    told = json.loads(data)
    assert not lost
    assert told["direction"] == "rtl"
    assert [dates.parse(x["date"]["edtf"], x["date"]["part"]) for x in told["events"]] == [
        e.date for e in in_order(booklet)
    ]


def test_timelinejs_is_no_more_exact_than_the_source(booklet: Booklet) -> None:
    made = dated(booklet, "1979", "1979-12", "1979-11-04", "1980-01/1981", "../1985", "198X", "1990/..", "XXXX")
    data, lost = exports.chronology(made, "timelinejs")
    slides = {x["unique_id"]: (x["start_date"], x.get("end_date")) for x in json.loads(data)["events"]}
    assert slides == {
        "e0": ({"year": 1979}, None),
        "e1": ({"year": 1979, "month": 12}, None),
        "e2": ({"year": 1979, "month": 11, "day": 4}, None),
        "e3": ({"year": 1980, "month": 1}, {"year": 1981}),
        "e4": ({"year": 1985}, None),
        "e5": ({"year": 1980}, {"year": 1989}),
        "e6": ({"year": 1990}, None),
    }
    assert [(fault.code, fault.values["ids"]) for fault in lost] == [("K280", "e7")]


def test_timelinejs_texts_are_no_markup(booklet: Booklet) -> None:
    made = replace(booklet, events=(replace(booklet.events[0], title="<b>&"),))
    (slide,) = json.loads(exports.chronology(made, "timelinejs")[0])["events"]
    assert slide["text"]["headline"] == "&lt;b&gt;&amp;"


def unfolded(data: bytes) -> list[dict[str, str]]:
    """The events of a calendar file, by RFC 5545's own words: lines joined, parameters dropped, escapes undone."""
    found: list[dict[str, str]] = []
    for line in data.decode().replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            marks = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n"}
            plain, rest = "", value
            while rest:
                size = 2 if rest[0] == "\\" else 1
                plain, rest = plain + marks.get(rest[:size], rest[:size]), rest[size:]
            found[-1][name.partition(";")[0]] = plain
    return found


def test_a_calendar_has_the_certain_days_and_tells_what_it_left_out(booklet: Booklet) -> None:
    made = dated(booklet, "1979-11-04", "1979-12", "1979-11-04/1981-01-20", "1980-04-24~", "0622-07-16")
    data, lost = exports.chronology(made, "ics")
    told = {x["UID"].partition("@")[0]: (x["DTSTART"], x["DTEND"], x["X-KURRASA-EDTF"]) for x in unfolded(data)}
    assert told == {
        "e0": ("19791104", "19791105", "1979-11-04"),
        "e2": ("19791104", "19810121", "1979-11-04/1981-01-20"),
        "e4": ("06220716", "06220717", "0622-07-16"),
    }
    assert [fault.values["ids"] for fault in lost] == ["e1, e3"]


def test_a_calendar_keeps_long_arabic_titles_and_signs(booklet: Booklet) -> None:
    title = "الإفراج، بعد طول احتجاز؛ عن الرهائن, جميعًا; \\ " * 6
    made = dated(replace(booklet, events=(replace(booklet.events[0], title=title.strip()),)), "1981-01-20")
    data, _ = exports.chronology(made, "ics")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert unfolded(data)[0]["SUMMARY"] == title.strip()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=300))
def test_folding_cuts_no_letter(line: str) -> None:
    folded = agenda.folded(line)
    parts = folded.split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert folded.replace("\r\n ", "") == line


@pytest.mark.parametrize("form", exports.FORMS)
def test_the_same_bytes_each_time(booklet: Booklet, form: exports.Form) -> None:
    assert exports.chronology(booklet, form) == exports.chronology(booklet, form)


def test_the_last_day_there_is_has_no_day_after() -> None:
    assert agenda.days(dates.parse("9999-12-31")) == (datetime.date.max, datetime.date.max)


JULIAN = [
    ("1258-02-10", "julian"),
    ("1258-02", "julian"),
    ("0100", "julian"),
    ("1453-04-06/1453-05-29", "julian"),
    ("1500/1600", "historic"),
    ("1917-10-25", "julian"),
    ("1258-02-17", "gregorian"),
]


@pytest.fixture
def julian(booklet: Booklet) -> Booklet:
    made = [(f"e{n}", dates.parse(edtf, calendar=calendar)) for n, (edtf, calendar) in enumerate(JULIAN)]
    return replace(booklet, events=tuple(replace(booklet.events[0], id=id, date=date) for id, date in made))


def test_julian_dates_come_back_from_csv_and_json(julian: Booklet) -> None:
    data = exports.chronology(julian, "csv")[0].decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(data, newline="")))
    assert [dates.parse(x["edtf"], x["part"], x["calendar"]) for x in lines] == [e.date for e in in_order(julian)]
    (fall,) = (line for line in lines if line["id"] == "e0")
    assert (fall["first_day"], fall["date_hijri"]) == ("1258-02-17", "٤ صفر ٦٥٦ هـ (حسابي)")
    assert fall["date_gregorian"] == "١٠ فبراير ١٢٥٨ م (بالتقويم اليولياني)"
    told = json.loads(exports.chronology(julian, "json")[0])["events"]
    days = [x["date"] for x in told]
    assert [dates.parse(x["edtf"], x["part"], x["calendar"]) for x in days] == [e.date for e in in_order(julian)]


def test_julian_dates_stand_by_their_days(julian: Booklet) -> None:
    bands = apparatus.chronology(julian, {})
    order = [(band.year, [row.event.id for row in band.rows]) for band in bands]
    assert order == [
        (100, ["e2"]),
        (1258, ["e1", "e0", "e6"]),
        (1453, ["e3"]),
        (1500, ["e4"]),
        (1917, ["e5"]),
    ]


def test_julian_days_are_gregorian_for_machines(julian: Booklet) -> None:
    slides = json.loads(exports.chronology(julian, "timelinejs")[0])["events"]
    points = {x["unique_id"]: (x["calendar"], x["start_date"], x.get("end_date")) for x in slides}
    assert points == {
        "e0": ("julian", {"year": 1258, "month": 2, "day": 17}, None),
        "e1": ("julian", {"year": 1258, "month": 2}, None),
        "e2": ("julian", {"year": 100}, None),
        "e3": ("julian", {"year": 1453, "month": 4, "day": 15}, {"year": 1453, "month": 6, "day": 7}),
        "e4": ("historic", {"year": 1500}, {"year": 1600}),
        "e5": ("julian", {"year": 1917, "month": 11, "day": 7}, None),
        "e6": ("gregorian", {"year": 1258, "month": 2, "day": 17}, None),
    }
    days = {x["UID"].partition("@")[0]: x for x in unfolded(exports.chronology(julian, "ics")[0])}
    told = {id: (x["DTSTART"], x["X-KURRASA-EDTF"], x.get("X-KURRASA-CALENDAR")) for id, x in days.items()}
    assert told == {
        "e0": ("12580217", "1258-02-10", "julian"),
        "e3": ("14530415", "1453-04-06/1453-05-29", "julian"),
        "e5": ("19171107", "1917-10-25", "julian"),
        "e6": ("12580217", "1258-02-17", None),
    }
    assert (days["e3"]["DTEND"], days["e5"]["DTEND"]) == ("14530608", "19171108")


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1 متفق عليه", "@SUM(A1)", " =1"])
def test_a_cell_that_would_be_reckoned_is_told_and_left_as_typed(booklet: Booklet, words: str) -> None:
    """An apostrophe in front would come back as text; the warning says what to do."""
    first = booklet.events[0]
    events = (replace(first, title=words), *booklet.events[1:])
    data, told = exports.chronology(replace(booklet, events=events), "csv")
    assert [(f.code, f.severity, f.values["id"], f.values["column"]) for f in told] == [
        ("K281", "warning", first.id, "title")
    ]
    titles = [row["title"] for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))]
    assert words in titles
    assert not exports.chronology(booklet, "csv")[1]


def test_an_event_known_by_order_alone_has_no_day_of_another(booklet: Booklet) -> None:
    first = booklet.events[0]
    day = dates.parse("1980-04-24")
    after = replace(first, id="later", relation="after", anchor="x", date=dates.after(day))
    made = replace(booklet, events=(replace(first, id="x", date=day), after))
    data, lost = exports.chronology(made, "ics")
    assert [x["UID"].partition("@")[0] for x in unfolded(data)] == ["x"]
    assert [fault.values["ids"] for fault in lost] == ["later"]
    _, line = csv.DictReader(io.StringIO(exports.chronology(made, "csv")[0].decode("utf-8-sig"), newline=""))
    assert (line["relation"], line["anchor"], line["edtf"], line["last_day"]) == ("after", "x", "1980-04-24/..", "")
    _, record = json.loads(exports.chronology(made, "json")[0])["events"]
    assert (record["relation"], record["anchor"], record["date"]["last_day"]) == ("after", "x", None)
    _, slide = json.loads(exports.chronology(made, "timelinejs")[0])["events"]
    assert (slide["relation"], slide["anchor"], "end_date" in slide) == ("after", "x", False)
