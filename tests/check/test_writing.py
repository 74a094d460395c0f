"""Hidden characters, presentation forms, dates, lives, languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report.script.characters import BIDI_CONTROLS

Checked = Callable[..., object]

E = "e:\n  date: {}\n  title: ح\n  passage: one\n"


@pytest.mark.parametrize("character", [*sorted(BIDI_CONTROLS), *"\x07\x0b\x85\ufeff\ufffd\u2028"])
def test_hidden_characters_are_told_where_they_stand(checked: Checked, character: str) -> None:
    found = checked(f"نص\nكل{character}مة\n", people=f"# ت {character}\n")
    places = [code.split(" ")[1] for code in found.codes]
    assert {fault.code for fault in found.faults} == {"K301"}
    assert places == ["people.yaml:1:5", "text/one.md:7:3"]


def test_joiners_and_marks_are_text(checked: Checked) -> None:
    found = checked("می\u200cروم ه\u200d كَلِمَةٌ كـلمة \u00a0 ﷺ ﷲ ﴿نص﴾ é 😀\n").codes
    assert [code for code in found if not code.startswith("K32")] == []  # how they are typed is another rule's


@pytest.mark.parametrize("text", ["`a\u200eb`", "```\n\u200e\n```", "[س](https://x/\u200e)", "<!-- \u200e -->"])
def test_hidden_characters_are_told_in_code_and_addresses_too(checked: Checked, text: str) -> None:
    assert "K301" in {fault.code for fault in checked(text + "\n").faults}


def test_escapes_are_seen_through(checked: Checked) -> None:
    found = checked("[س]{person=a} &#x200f;\n", people='a:\n  name: "اس\\u200fم"\n')
    assert found.codes == ["K301.direction people.yaml:2:12", "K301.direction text/one.md:6:15"]


def test_presentation_forms(checked: Checked) -> None:
    found = checked("ال\ufefbول [س]{person=a}\n", people="a:\n  name: \ufe8e\n")
    assert found.codes == ["K308 people.yaml:2:9", "K308 text/one.md:6:3"]


@pytest.mark.parametrize(
    "date",
    [
        "1980",
        "1980-09",
        "1980-09-22",
        "1979/1981",
        "1980~",
        "1980-09?",
        "0622\n  calendar: julian",
        "٠٦٢٢-٠٧-١٦\n  calendar: gregorian",
        "198X",
        "1979/..",
        "'1980'",
    ],
)
def test_dates(checked: Checked, date: str) -> None:
    found = checked("[ح]{event=e}\n", events=E.format(date))
    assert found.codes == []
    assert found.booklet.events[0].date.edtf


@pytest.mark.parametrize(
    ("booklet", "own", "date", "lower"),
    [
        ("", "julian", "1258-02-10", "1258-02-17"),
        ("calendar: julian\n", "", "1258-02-10", "1258-02-17"),
        ("calendar: julian\n", "gregorian", "1258-02-17", "1258-02-17"),
        ("calendar: gregorian\n", "", "1258-02-17", "1258-02-17"),
        ("calendar: julian\n", "", "1917-11-07", "1917-11-07"),
        ("calendar: julian\n", "julian", "1917-10-25", "1917-11-07"),
    ],
)
def test_the_calendar_of_a_date(checked: Checked, booklet: str, own: str, date: str, lower: str) -> None:
    told = f"{date}\n  calendar: {own}" if own else date
    found = checked("[ح]{event=e}\n", booklet=booklet, events=E.format(told))
    assert found.codes == []
    assert str(found.booklet.events[0].date.lower) == lower


@pytest.mark.parametrize(
    ("date", "reason"),
    [
        ("1980/9/22", "form"),
        ("80", "form"),
        ("سنة 1980", "form"),
        ("1980-13", "impossible"),
        ("1980-02-30", "impossible"),
        ("1981/1980", "order"),
        ("1980/", "open"),
        ("0000", "range"),
    ],
)
def test_bad_dates(checked: Checked, date: str, reason: str) -> None:
    assert checked("[ح]{event=e}\n", events=E.format(date)).codes == [f"K303.{reason} events.yaml:2:9"]


def test_parts(checked: Checked) -> None:
    for date in ("1980", "1980-09"):
        found = checked("[ح]{event=e}\n", events=E.format(date) + "  part: late\n")
        assert found.booklet.events[0].date.part == "late"
    found = checked("[ح]{event=e}\n", events=E.format("1980-09-22") + "  part: late\n")
    assert found.codes == ["K303.part events.yaml:2:9"]
    assert found.faults[0].values["part"] == "late"


def test_a_day_that_is_none(checked: Checked) -> None:
    booklet = "title: ت\nlanguage: ar\nidentifier: urn:isbn:9783161484100\ndate: 2026-02-29\nchapters: [text/one.md]\n"
    assert checked(files={"booklet.yaml": booklet}).codes == ["K303.impossible booklet.yaml:4:7"]


def test_the_day_of_an_evaluation_must_exist(checked: Checked) -> None:
    told = "accessibility: {evaluated-by: مريم, date: 2026-02-30}\n"
    assert checked(booklet=told).codes == ["K303.impossible booklet.yaml:6:43"]
    assert checked(booklet="accessibility: {report: x}\n").codes == [
        "K108 booklet.yaml:6:1",
        "K109.address booklet.yaml:6:25",
    ]


@pytest.mark.parametrize(
    ("born", "died", "sound"),
    [
        ("1919", "1980", True),
        ("1980", "1980", True),
        ("1919-10-26", "1919-10", True),
        ("1980", "1979", False),
        ("1919~", "1918-12-31", False),
    ],
)
def test_lives(checked: Checked, born: str, died: str, sound: bool) -> None:
    found = checked("[س]{person=a}\n", people=f"a:\n  name: س\n  born: {born}\n  died: {died}\n")
    assert found.codes == ([] if sound else ["K306 people.yaml:4:9"])


def test_languages(checked: Checked) -> None:
    found = checked(
        "[x]{lang=en} [x]{lang=zz-zz-zz-} [x]{lang=tlh} [س]{source=s}\n", sources="s:\n  title: م\n  language: عربي\n"
    )
    assert "K304 sources.yaml:3:13" in found.codes
    assert "K304 text/one.md:6:14" in found.codes
    assert "K304 text/one.md:6:1" not in found.codes


def test_themes_stay_inside(checked: Checked) -> None:
    assert checked(booklet="theme: naskh\n").codes == []
    assert checked(booklet="theme: themes/mine\n").codes == []
    assert checked(booklet="theme: ../mine\n").codes == ["K116 booklet.yaml:6:8"]
    assert checked(booklet="theme: /usr/mine\n").codes == ["K116.absolute booklet.yaml:6:8"]
    assert checked(booklet="theme: ..\n").codes == ["K116 booklet.yaml:6:8"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("نص [an English كتاب]{lang=en}.", ["K530.marked text/one.md:6:5"]),
        ("نص [`كتاب`]{lang=en}.", ["K530.marked text/one.md:6:5"]),
        ("نص [*كتاب*]{lang=he}.", ["K530.marked text/one.md:6:6"]),
        ("نص [שלום Ann 12]{lang=he} و[an [كتاب]{lang=ar} é]{lang=en} و[گفت]{lang=fa}.", []),
    ],
)
def test_letters_that_a_language_is_not_written_in(checked: Checked, body: str, told: list[str]) -> None:
    assert checked(body + "\n").codes == told


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("a:\n  kind: book\n  title: Book\n  author: أحمد\n", ["K530.entry sources.yaml:4:11"]),
        ("a:\n  kind: book\n  title: كتاب\n  language: en\n", ["K530.entry sources.yaml:3:10"]),
        ("a:\n  kind: book\n  title: Book\n  author: Ahmad\n  note: جيد\n", []),
        ("a:\n  kind: book\n  title: Book\n  author: أحمد\n  language: ar\n", []),
    ],
)
def test_sources_are_cited_in_one_script(checked: Checked, entry: str, told: list[str]) -> None:
    assert checked("نص [س]{source=a}.\n", sources=entry).codes == told


def test_a_latin_name_is_latin(checked: Checked) -> None:
    assert checked("نص [س]{person=a}.\n", people="a:\n  name: س\n  latin: س\n").codes == ["K530.entry people.yaml:3:10"]


def test_a_note_too_long_for_e_readers(checked: Checked) -> None:
    short, long = "ك " * 2499 + "ك", "ك " * 2500 + "ك"
    assert checked(f"نص[^n]\n\n[^n]: {short}\n").codes == []
    (told,) = checked(f"نص[^n]\n\n[^n]: {long}\n").faults
    assert (told.code, told.severity, told.values["length"]) == ("K670", "warning", "5001")
