"""Markup that begins or ends inside a word or a number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Checked = Callable[..., object]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("سل**ام**", ["K150.ligature text/one.md:6:5"]),
        ("س**لَ**ام", ["K150.ligature text/one.md:6:8"]),
        ("سل[^1]ام\n\n[^1]: ح.", ["K150.ligature text/one.md:6:7"]),
        ("كتاب*ُ*ه", ["K150.mark text/one.md:6:6"]),
        ("19**79**", ["K151 text/one.md:6:5"]),
        ("1*9*7**9**", ["K151 text/one.md:6:3"]),
        ("**12**,5", ["K151 text/one.md:6:7"]),
        ("١٬*٠٠٠*", ["K151 text/one.md:6:4"]),
        ("1*9*79 ثم 18**99**", ["K151 text/one.md:6:3", "K151 text/one.md:6:15"]),
        ("- بند 19*79*", ["K151 text/one.md:6:10"]),
        ("| أ | ب |\n|---|---|\n| 1*9* | د |", ["K151 text/one.md:8:5"]),
    ],
)
def test_what_cannot_be_held_is_told_once_a_word(checked: Checked, text: str, told: list[str]) -> None:
    assert checked(f"{text}\n").codes == told  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "كت**ا**ب", "سلا**م**", "في **1979** و*1980*", "في 1979[^1].\n\n[^1]: 5 كتب.", "**1.** 5", "الفتحة **َ** علامة",
        "سل[ام]{#a} و19[79]{.index}", "سل\\\nام", "1979–**1981**", "**سل** **ام**", "`19`79",
    ],
)  # fmt: skip
def test_what_can_be_held_is_not_told(checked: Checked, text: str) -> None:
    found = checked(f"{text}\n").codes  # type: ignore[attr-defined]
    assert [code for code in found if code.startswith("K15")] == []


def test_fields_of_entries_are_looked_at(checked: Checked) -> None:
    found = checked("[س]{person=a}\n", people="a:\n  name: س\n  text: في 19*79* كتب.\n")
    assert found.codes == ["K151 people.yaml:3:15"]  # type: ignore[attr-defined]
