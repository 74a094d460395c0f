"""YAML as typed: no surprises of version 1.1, places of every node, every refusal a fault, nothing raised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.fault import Fault, Place
from report.source.lines import Lines
from report.source.yaml import DEPTH, Mapping, Node, Scalar, Sequence, parse


def read(text: str) -> tuple[Node | None, list[str]]:
    faults: list[Fault] = []
    tree = parse(Lines("t.yaml", text), faults)
    return tree, [f"{f.code}.{f.values.get('reason', '')}@{f.place.line}:{f.place.column}" for f in faults]


def plain(node: Node | None) -> object:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}
        case None:
            return None


def test_scalars_stay_as_typed() -> None:
    text = "a: no\nb: 0622\nc: 1979-11-04\nd: 1_0\ne: 12:30:00\nf: Yes\ng: 0x1F\nh: 1e3\ni: ~\nj: .5\nk: =\n<<: x\n"
    tree, faults = read(text)
    expected = {"a": "no", "b": "0622", "c": "1979-11-04", "d": "1_0", "e": "12:30:00", "f": "Yes", "g": "0x1F"}
    assert plain(tree) == {**expected, "h": "1e3", "i": "~", "j": ".5", "k": "=", "<<": "x"}
    assert faults == []


def test_places() -> None:
    tree, _ = read("اسم: كارتر\nقائمة:\n  - أ\n  - {ب: 'ج'}\n")
    assert isinstance(tree, Mapping)
    (key, value), (_, listed) = tree.entries
    assert (key.place, value.place) == (Place("t.yaml", 1, 1), Place("t.yaml", 1, 6))
    assert isinstance(listed, Sequence)
    inner = listed.items[1]
    assert isinstance(inner, Mapping)
    assert [node.place for node in (listed.items[0], inner, *inner.entries[0])] == [
        Place("t.yaml", 3, 5),
        Place("t.yaml", 4, 5),
        Place("t.yaml", 4, 6),
        Place("t.yaml", 4, 9),
    ]


@pytest.mark.parametrize("text", ["", "\n", "# نص\n", "---\n", "a:\n", "a: ~\n", "a: null\n"])
def test_nothing_is_nothing(text: str) -> None:
    tree, faults = read(text)
    assert faults == []
    assert (
        tree is None or (isinstance(tree, Scalar) and tree.empty) or (isinstance(tree, Mapping) and not tree.get("a"))
    )


def test_quoted_null_is_text() -> None:
    tree, _ = read("a: 'null'\nb: \"\"\n")
    assert isinstance(tree, Mapping)
    assert tree.get("a") is not None
    assert tree.get("b") is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: b: c\n", ["K104.colon@1:5"]),
        ("a: 'b\nc: d\n", ["K104.quote@1:4"]),
        ('a: "b\n', ["K104.quote@1:4"]),
        ("a: [b\nc: d\n", ["K104.bracket@1:4"]),
        ("a: {b: c\n", ["K104.bracket@1:4"]),
        ("a: 1\n  b: 2\n", ["K104.colon@2:4"]),
        ("a:\n  b: 1\n c: 2\n", ["K104.indent@3:2"]),
        ("a: 'b'c\n", ["K104.indent@1:7"]),
        ("a: @b\n", ["K104.start@1:4"]),
        ("a: %b\n", ["K104.start@1:4"]),
        ("a: 1\nb\nc: 2\n", ["K104.key@2:1"]),
        ('a: "\\q"\n', ["K104.escape@1:6"]),
        ('a: "\\ud800"\n', ["K104.escape@1:4"]),
        ('a: "\\U00110000"\n', ["K104.@1:1"]),
        ("a: 1\n---\nb: 2\n", ["K104.document@2:1"]),
        ("%YAML 2.0\n---\na: 1\n", ["K104.@1:1"]),
        ("? [a]\n: b\n", ["K104.key@1:3"]),
        ("a:\n\tb: 1\n", ["K105.@2:1"]),
        ("a: x\n\tb: y\n", ["K105.@2:1"]),
        ("a: 1\na: 2\n", ["K106.@2:1"]),
        ("a: &x 1\nb: *x\n", ["K110.anchor@1:4", "K110.alias@2:4"]),
        ("a: !!int 1\nb: ! 2\nc: !x {}\n", ["K110.tag@1:4", "K110.tag@2:4", "K110.tag@3:4"]),
        ("a: " + "[" * 30 + "]" * 30, [f"K117.yaml@1:{3 + DEPTH}"]),
        ("- a\n" * 60_000, ["K117.nodes@50001:3"]),
    ],
)
def test_refused(text: str, told: list[str]) -> None:
    assert read(text)[1] == told


def test_the_first_of_two_keys_is_kept() -> None:
    assert plain(read("a: 1\na: 2\nb: 3\n")[0]) == {"a": "1", "b": "3"}


@pytest.mark.parametrize(
    "character", ["\0", "\x07", "\x1b", "\x7f", "\ufffe", "\ufeff", "\U0001ffff", "\x85", "\u2028"]
)
def test_odd_characters_do_not_stop_the_reader(character: str) -> None:
    read(f"a: {character}\nb: 1{character}\n")
    read(f"{character}a: 1\n")


def test_a_part_of_a_file_has_the_places_of_the_file() -> None:
    faults: list[Fault] = []
    lines = Lines("t.md", "---\na: 1\na: 2\n---\n: x: y\n")
    tree = parse(lines, faults, lines.starts[1], lines.starts[3])
    assert plain(tree) == {"a": "1"}
    assert [fault.place for fault in faults] == [Place("t.md", 3, 1)]


@given(st.text(alphabet="abك: \n\t-[]{}'\"|>&*!?#%@`,\\0\ufffe\0\x85\u200f", max_size=60))
def test_nothing_is_raised(text: str) -> None:
    tree, faults = read(text)
    assert tree is None or isinstance(tree, Scalar | Sequence | Mapping)
    assert all(fault[:4] in {"K104", "K105", "K106", "K110", "K117"} for fault in faults)
