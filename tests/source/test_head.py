"""The head of a text file: found, missing, never closed, without keys."""

from __future__ import annotations

import pytest

from report.fault import Fault
from report.source.head import read
from report.source.lines import Lines


@pytest.mark.parametrize(
    ("text", "end", "codes"),
    [
        ("---\nid: a\n---\nنص", 3, []),
        ("--- \nid: a\n---\t\n---\nنص", 3, []),
        ("---\n---\nنص", 2, ["K111.keys@2"]),
        ("---\n- a\n---\n", 3, ["K111.keys@2"]),
        ("---\na: b: c\n---\n", 3, ["K104.colon@2"]),
        ("---\nid: a\n", 3, ["K111.open@1"]),
        ("نص\n---\n", 0, ["K111.missing@1"]),
        ("\n---\nid: a\n---\n", 0, ["K111.missing@1"]),
        ("", 0, ["K111.missing@1"]),
    ],
)
def test_read(text: str, end: int, codes: list[str]) -> None:
    faults: list[Fault] = []
    head = read(Lines("t.md", text), faults)
    assert head.end == end
    assert (head.keys is None) == bool(codes)
    assert [f"{f.code}.{f.values['reason']}@{f.place.line}" for f in faults] == codes
