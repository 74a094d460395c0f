"""Whole texts and fields: notes and definitions, and the two promises: no letter is lost, every place is true."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.check.walk import every_block, every_inline
from report.fault import Fault, Place
from report.model import (
    Anchor,
    Blocks,
    Box,
    Code,
    CodeBlock,
    Figure,
    Foreign,
    Heading,
    IndexMark,
    Link,
    List,
    Note,
    Questions,
    Quote,
    Ref,
    Text,
)
from report.source import markdown
from report.source.files import decode
from report.source.lines import Lines
from report.source.yaml import Mapping, Scalar, parse

Show = Callable[..., str]

MARKS = """
كلمة نص س [ ] ( ) { } #id .index person=a lang=en * ** _ ` `` | > - : ::: :::: < <b> &amp; &rlm; \\ ! ![ ^[ [^1] [^ا] {#a} [a]
``` ~~~ ' " ~ = x=1 ](images/x.png ](#id) <https://x> <!-- \\| index="ا!ب" "شرح")
"""
ATOMS = (
    *MARKS.split(),
    *(" ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "\0", "> ", "- ", "1. ", "3) ", "٢. ", "# ", "## ", "### ", "\n: "),
    *("\n---\n", "\n===\n", "::: note ", "::: questions\n", "::: table ", "| ا | ب |\n|---|---|\n", "\n[^1]: "),
    '[a]: http://x "t"\n',
)  # fmt: skip
MESS = st.lists(st.sampled_from(ATOMS), max_size=40).map("".join)


def read(text: str) -> tuple[Blocks, list[Fault], Lines]:
    faults: list[Fault] = []
    lines = decode(text.encode(), "t.md")
    assert isinstance(lines, Lines)
    return markdown.text(lines, 0, "ch", faults), faults, lines


def letters(text: str) -> Counter[str]:
    return Counter(c for c in text if "\u0621" <= c <= "\u064a")


def words(blocks: Blocks) -> str:
    """Everything that a text holds, addresses and index headings included."""
    parts: list[str] = []
    for block in every_block(blocks):
        if isinstance(block, CodeBlock):
            parts.append(block.text)
        if isinstance(block, Figure):
            parts += [block.alt, block.image]
    for inline in every_inline(blocks):
        match inline:
            case Text(text=text) | Code(text=text) | Link(href=text):
                parts.append(text)
            case IndexMark(path=path):
                parts.extend(path)
            case _:
                pass
    return "".join(parts)


@settings(max_examples=400)
@given(MESS)
def test_no_letter_is_lost_without_a_fault(text: str) -> None:
    blocks, faults, _ = read(text)
    if not faults and "[a]" not in text:
        keys = letters("".join(re.findall(r"\[\^([^\]]*)\]", text)))
        assert not letters(text) - letters(words(blocks)) - keys


@settings(max_examples=300)
@given(st.text(alphabet='ابجد 0123٤٥()[]{}*_`|:>#-!^\\\n"=.<&;~+', max_size=80))
def test_any_characters(text: str) -> None:
    blocks, faults, _ = read(text)
    keys = letters("".join(re.findall(r"\[\^([^\]]*)\]", text)))
    assert faults or "]:" in text or not letters(text) - letters(words(blocks)) - keys


@settings(max_examples=400)
@given(MESS)
def test_every_place_is_true(text: str) -> None:
    blocks, faults, lines = read(text)

    def at(place: Place) -> str:
        line = lines.line(place.line - 1) + "\n"
        assert 1 <= place.column <= len(line)
        return line[place.column - 1 :]

    for inline in every_inline(blocks):
        match inline:
            case Text(text=shown, place=place):
                assert at(place)[0] in {shown[0], "\\", "&", "\n", "\0"}
            case Code(place=place):
                assert at(place)[0] == "`"
            case Ref(place=place) | IndexMark(place=place) | Foreign(place=place) | Anchor(place=place):
                assert at(place)[0] == "["
            case Link(place=place):
                assert at(place)[0] in "[<"
            case Note(place=place):
                assert at(place)[:2] in {"[^", "^["}
            case _:
                pass
    for block in every_block(blocks):
        start = at(block.place)
        match block:
            case Heading():
                assert start[0] == "#" or any(fault.code == "K121" for fault in faults)
            case Quote():
                assert start[0] in ">:"
            case List():
                assert start[0] in "-*+0123456789"
            case Box() | Questions():
                assert start.startswith(":::")
            case Figure():
                assert start.startswith("![")
            case _:
                assert not start[0].isspace() or start == "\n"
    for fault in faults:
        assert fault.place.line <= len(lines.starts)
        if fault.place.column:
            at(fault.place)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("س[^1]\n\n> [^1]: ح", []),
        ("- س[^1]\n\n  [^1]: ح", []),
        ("[^1]: ح", ["K119@1:1"]),
        ("س[^1]\n\n[^1]: ح\n\n[^1]: ح", ["K125@5:1"]),
        ("س[^1]\n\n[^1]:", ["K135@3:1"]),
        ("س[^1]\n\n[^1]: ح\n\n    ```\n    x\n    ```", []),
        ("[س]\n\n[س]: #a", []),
        ("[س]: #a", ["K122@1:1"]),
        ("[س]\n\n[س]: #a\n[س]: #b", ["K122@4:0"]),
        ("![س][x]\n\n[x]: a.png", []),
    ],
)
def test_definitions(text: str, codes: list[str]) -> None:
    _, faults, _ = read(text)
    assert [f"{f.code}@{f.place.line}:{f.place.column}" for f in faults] == codes


def test_the_first_line_may_be_a_later_one() -> None:
    faults: list[Fault] = []
    (block,) = markdown.text(Lines("t.md", "---\n# x\n---\nنص"), 3, "ch", faults)
    assert (block.place, faults) == (Place("t.md", 4, 1), [])


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a: نص [س]{person=b}\n", "نص @1:4 person[b]@1:7(س@1:8)"),
        ("a: 'نص ''و'' [س]{person=b}'\n", "نص 'و' @1:5 person[b]@1:14(س@1:15)"),
        ("a: |\n  نص\n  [س]{person=b}\n", "نص @2:3 person[b]@3:3(س@3:4)"),
        ("a: >\n  نص\n  *م*\n", "نص @2:3 em(م@3:4)"),
        ('a: "\\u0646ص *م*"\n', "نص @1:5 em(م@1:14)"),
    ],
)
def test_fields_have_the_places_of_their_file(show: Show, source: str, shown: str) -> None:
    faults: list[Fault] = []
    tree = parse(Lines("t.yaml", source), faults)
    assert isinstance(tree, Mapping)
    value = tree.entries[0][1]
    assert isinstance(value, Scalar)
    assert show(markdown.field(value, faults)) == shown
    assert faults == []


@pytest.mark.parametrize(
    "text",
    [
        "كلمة " * 40_000,
        "[" * 10_000,
        "]" * 10_000,
        "[a" * 10_000,
        "[a](" * 5_000,
        "[a]{x=" * 5_000,
        "![" * 10_000,
        "**a *b " * 5_000,
        "`" * 10_000,
        "<a " * 10_000,
        ">" * 10_000,
        "- " * 5_000,
        "::: note\n" * 1_000,
        "|" + "a|" * 200 + "\n|" + "-|" * 200 + "\n" + "|x|\n" * 100,
        "^[a" * 60 + "]" * 60,
        "![a" * 60 + "](b)" * 60,
        "[a" * 60 + "]{.index}" * 60,
        "نص\n" * 5_000,
    ],
    ids=lambda text: text[:8].replace("\n", " "),
)
def test_hard_texts_take_no_more_than_their_time(text: str) -> None:
    """Quadratic time would take minutes; the runner's own time limit is the measure."""
    read(text)
