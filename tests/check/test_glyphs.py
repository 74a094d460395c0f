"""Every printed character with a place: exact with the draft, near without."""

from __future__ import annotations

from collections.abc import Callable

from report.check import characters

Checked = Callable[..., object]


def test_places(checked: Checked) -> None:
    found = checked(
        "نص\nثانٍ ☃ [ش]{person=a} `↯`\n\n```\n✓\n```\n",
        booklet="publisher: ☕\n",
        people="a:\n  name: ش\n  role: ♞\n  text: |\n    نص\n    ♜\n",
    )
    exact = characters(found.booklet, found.draft)
    near = characters(found.booklet)
    assert exact.keys() == near.keys()
    shown = {letter: str(exact[letter]).removeprefix("b/") for letter in "☃↯✓☕♞♜"}
    assert shown == {
        "☃": "text/one.md:7:6",
        "↯": "text/one.md:7:23",
        "✓": "text/one.md:10:1",
        "☕": "booklet.yaml:6:12",
        "♞": "people.yaml:3:9",
        "♜": "people.yaml:6:5",
    }
    assert str(near["☃"]) == "b/text/one.md:6:1"


def test_what_is_not_printed_is_not_asked_for(checked: Checked) -> None:
    found = checked("[ش]{person=a .index sort=☃}\n", people="a: # ☕\n  name: ش\n")
    assert not {"☕", "{", " ", "\n"} & characters(found.booklet).keys()


def test_headings_of_the_index_and_details_of_sources_are_printed(checked: Checked) -> None:
    found = checked(
        "[ش]{index=☃} [ك]{source=s pages=☂}\n", index="♜:\n  see: ☃\n", sources="s:\n  title: ك\n  container: ☕\n"
    )
    assert {"☃", "☂", "♜", "☕"} <= characters(found.booklet).keys()
