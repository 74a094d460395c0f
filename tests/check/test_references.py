"""Ids, mentions, links, passages: found, missing, twice, and silent where a broken file would be told twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Checked = Callable[..., object]

PEOPLE = "shah:\n  name: الشاه\n"


def test_links_lead_to_everything_that_has_an_id(checked: Checked) -> None:
    text = (
        "## قسم {#section}\n\n[س]{#word} {س}\n\n{#block}\n> س\n\n::: questions\nس؟\n: ج [س]{#answer}\n:::\n\n"
        "[س](#one) [س](#section) [س](#word) [س](#block) [س](#answer) [س](#one-q1) [س](#person-shah) [س]{person=shah}\n"
    )
    assert checked(text, people=PEOPLE).codes == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[س](#two)", ["K203 text/one.md:6:1"]),
        ("نص^[[س](#two)]", ["K203 text/one.md:6:5"]),
        ("::: questions\nس؟\n: [ج](#two)\n:::", ["K203 text/one.md:8:3"]),
        (
            "::: note [س]{person=x}\n- | أ |\n  |---|\n  | [س]{term=y} |\n:::",
            ["K201 text/one.md:6:10", "K201 text/one.md:9:5"],
        ),
        ("[س](#person-carter)", ["K203 text/one.md:6:1"]),
        ("[س]{#a} [س]{#a}", ["K202 text/one.md:6:9"]),
        ("[س]{#event-x}", ["K202.reserved text/one.md:6:1"]),
        ("[س]{#one-n12} [س]{#one-p1} [س]{#one-r3}", [f"K202.reserved text/one.md:6:{c}" for c in (1, 15, 28)]),
        ("[س]{#one-i-1-2} [س]{#one-title}", [f"K202.reserved text/one.md:6:{c}" for c in (1, 17)]),
        ("[س]{#contents-title}", ["K202.reserved text/one.md:6:1"]),
        ("[س]{#one-two} [س]{#two-n1} [س]{#n1} [س]{#events}", []),
        ("[س](mailto:a@b.org) [س](HTTPS://x.org)", []),
        ("[س](https://) [س](tel:1) [س](data:text/html,x)", [f"K210.scheme text/one.md:6:{c}" for c in (1, 15, 26)]),
        ("[س](one.md#x) [س]()", [f"K210.relative text/one.md:6:{c}" for c in (1, 15)]),
    ],
)
def test_in_the_text(checked: Checked, text: str, codes: list[str]) -> None:
    assert checked(text + "\n").codes == codes


@pytest.mark.parametrize("name", ["chronology", "glossary", "person-a"])
def test_chapters_do_not_take_the_ids_of_the_press(checked: Checked, name: str) -> None:
    found = checked(files={"text/one.md": f"---\nid: {name}\ntitle: ن\n---\nس\n"})
    assert found.codes == ["K202.reserved text/one.md:2:5"]


def test_duplicates_across_files_name_the_first(checked: Checked) -> None:
    found = checked(
        "[س]{#here}\n", booklet="back: [text/two.md]\n", files={"text/two.md": "---\nid: here\ntitle: ن\n---\nس\n"}
    )
    assert found.codes == ["K202 text/two.md:2:5"]
    assert found.faults[0].values["first"] == "b/text/one.md:6:1"


def test_ids_in_lists_count(checked: Checked) -> None:
    found = checked("[س]{term=t} [س](#there) [س]{#there}\n", terms="t:\n  term: ت\n  text: '[س]{#there}'\n")
    assert found.codes == ["K202 terms.yaml:3:10"]


def test_unknown_in_lists(checked: Checked) -> None:
    found = checked(
        "[ح]{event=e} [ت]{term=t}\n",
        terms="t:\n  term: ت\n  text: '[س]{source=s}'\n  see: [t, u]\n",
        events="e:\n  date: 1980\n  title: ح\n  passage: one\n  people: [p]\n  category: c\n  sources: [t]\n",
    )
    assert found.codes == [
        "K201 events.yaml:5:12",
        "K201 events.yaml:6:13",
        "K201.other events.yaml:7:13",
        "K201 terms.yaml:3:10",
        "K279 terms.yaml:4:9",
        "K201 terms.yaml:4:12",
    ]


def test_a_broken_list_is_told_once(checked: Checked) -> None:
    found = checked("[س]{person=shah} [س](#person-shah) [س]{term=t}\n", people="shah: a: b\n")
    assert found.codes == ["K104.colon people.yaml:1:8", "K201 text/one.md:6:36"]


def test_a_broken_text_is_told_once(checked: Checked) -> None:
    found = checked(
        "[س](#two)\n",
        booklet="back: [text/two.md]\n",
        files={"text/two.md": "[س]{person=shah}\n"},
        people=PEOPLE,
        events="e:\n  date: 1980\n  title: ح\n  passage: two\n",
    )
    assert found.codes == ["K111.missing text/two.md:1"]


def test_mentions(checked: Checked) -> None:
    found = checked(
        "[ح]{event=e}\n",
        booklet="categories: {used: أ, unused: ب}\n",
        people="a:\n  name: أ\nb:\n  name: ب\n  text: '[ب]{person=b}'\nc:\n  name: ج\n",
        terms="t:\n  term: ت\n  text: ن\n  see: [u]\nu:\n  term: ت\n  text: ن\n",
        events="e:\n  date: 1980\n  title: ح\n  passage: one\n  people: [a]\n  sources: [s]\n  category: used\n"
        "f:\n  date: 1980\n  title: ح\n  passage: one\n",
        sources="s:\n  title: م\n",
    )
    assert found.codes == [
        "K207.category booklet.yaml:6:23",
        "K207 events.yaml:8:1",
        "K207 people.yaml:6:1",
        "K207 terms.yaml:1:1",
    ]
    assert found.booklet is not None


@pytest.mark.parametrize("passage", ["one", "section", "word", "block"])
def test_passages(checked: Checked, passage: str) -> None:
    text = "## س {#section}\n\n[ح]{event=e} [س]{#word}\n\n{#block}\nس\n"
    assert checked(text, events=f"e:\n  date: 1980\n  title: ح\n  passage: {passage}\n").codes == []


def test_an_entry_is_no_passage(checked: Checked) -> None:
    found = checked(
        "[ح]{event=e} [ش]{person=shah}\n",
        people=PEOPLE,
        events="e:\n  date: 1980\n  title: ح\n  passage: person-shah\n",
    )
    assert found.codes == ["K208 events.yaml:4:12"]


def test_an_event_that_its_chapter_never_tells(checked: Checked) -> None:
    events = "e:\n  date: 1980\n  title: ح\n  passage: one\n"
    two = {"text/two.md": "---\nid: two\ntitle: ن\n---\n[ح]{event=e}\n"}
    assert checked("نص\n", booklet="back: [text/two.md]\n", files=two, events=events).codes == ["K211 events.yaml:1:1"]


@pytest.mark.parametrize(
    ("text", "words", "sound"),
    [
        ("في ٤ نوفمبر ١٩٧٩", "في 4 نوفمبر 1979", True),
        ("في 4\n*نوفمبر*  1979", "'في 4  نوفمبر 1979'", True),
        ("في 4^[حاشية] نوفمبر", "في 4 نوفمبر", True),
        ("نص^[في 4 نوفمبر]", "في 4 نوفمبر", True),
        ("في [4]{digits=latin}\\\nنوفمبر", "في 4 نوفمبر", True),
        ("::: questions\nس؟\n: في 4 نوفمبر\n:::", "في 4 نوفمبر", True),
        ("| في 4 |\n|---|", "في 4", True),
        ("`في 4`", "في 4", True),
        ("نص", "الفصل", True),
        ("في 5 نوفمبر", "في 4 نوفمبر", False),
        ("في ٤ نوفمبر", "فى 4 نوفمبر", False),
    ],
)
def test_what_is_quoted_stands_in_the_text(checked: Checked, text: str, words: str, sound: bool) -> None:
    events = f"e:\n  date: 1980\n  title: ح\n  passage: one\n  as_written: {words}\n"
    found = checked(text + "\n\n[ح]{event=e}\n", events=events)
    typed = [code for code in found.codes if code[:4] not in ("K310", "K320")]  # other rules'
    assert typed == ([] if sound else ["K212 events.yaml:5:15"])
