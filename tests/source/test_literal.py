"""Markup that would be printed as it stands is told, with its place in the source."""

from __future__ import annotations

import pytest

from report.source.lines import Where
from report.source.literal import leftovers


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("نص", []),
        ("{نص}", []),
        ("]{", [("K113", "open", 5)]),
        ("]{.a}", [("K115", "", 5)]),
        ("{.a", [("K115", "", 4)]),
        ("[^أ ب]", [("K118", "spaces", 4)]),
        ("[^أ", [("K118", "open", 4)]),
        ("](", [("K141", "", 4)]),
        ("</b", [("K112", "", 4)]),
        ("a </ b", []),
    ],
)
def test_leftovers(text: str, told: list[tuple[str, str, int]]) -> None:
    content = "قبل" + text
    where = Where("t.md", ((0, 7, 1),))
    found = list(leftovers(text, 3, content, where))
    assert [(fault.code, fault.values.get("reason", ""), fault.place.column) for fault in found] == told
