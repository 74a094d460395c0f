"""Attribute braces: keys, values, quotes, and why they are none."""

from __future__ import annotations

import pytest

from report.source.attributes import LIKELY, Attribute, Braces, Malformed, parse


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("{person=shah}", [("person", "shah", 1)]),
        ("{ #a  .b\tc = d }", [("#", "a", 2), (".", "b", 6), ("c", "d", 9)]),
        ('{index="بهلوي!المرض"}', [("index", "بهلوي!المرض", 1)]),
        ("{index=بهلوي!المرض}", [("index", "بهلوي!المرض", 1)]),
        ('{a="b\nc"}', [("a", "b c", 1)]),
        ('{a="\\"\\\\\\x"}', [("a", '"\\\\x', 1)]),
        ('{a=""}', [("a", "", 1)]),
        ("{#قسم}", [("#", "قسم", 1)]),
        ("{.index#a}", [(".", "index#a", 1)]),
    ],
)
def test_read(text: str, pairs: list[tuple[str, str, int]]) -> None:
    assert parse(f"س{text} ص", 1) == Braces(tuple(Attribute(k, v, o + 1) for k, v, o in pairs), len(text) + 1)


@pytest.mark.parametrize(
    ("text", "reason", "offset"),
    [
        ("{", "open", 0),
        ("{a=b", "open", 0),
        ("{}", "empty", 0),
        ("{ }", "empty", 0),
        ("{a}", "value", 1),
        ("{a=}", "value", 3),
        ("{a=", "open", 2),
        ('{a="b}', "value", 3),
        ("{a=“b”}", "quotes", 3),
        ("{a='b'}", "quotes", 3),
        ("{«a»}", "quotes", 1),
        ("{a=b&c <d>}", "key", 7),
        ("{س=b}", "key", 1),
        ("{#}", "key", 1),
        ('{a="b"c=d}', "key", 6),
        ("{a={b}}", "key", 3),
        ("{a=b" + " " * 1000 + "}", "open", 0),
    ],
)
def test_refused(text: str, reason: str, offset: int) -> None:
    assert parse(text, 0) == Malformed(reason, offset)


@pytest.mark.parametrize("text", ["{#a", "{.b", "{a=", "{ person = x"])
def test_likely(text: str) -> None:
    assert LIKELY.match(text)


@pytest.mark.parametrize("text", ["{نص}", "{}", "{ 1, 2 }", "{a}", "{# }"])
def test_unlikely(text: str) -> None:
    assert not LIKELY.match(text)
