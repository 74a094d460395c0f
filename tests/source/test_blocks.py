"""Blocks: paragraphs, headings, lists, quotations, code, breaks, pictures, names, with their places and faults."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report.fault import Place
from report.model import Box, Break, CodeBlock, Heading, List, Paragraph, Quote

Show = Callable[..., str]


def test_headings(read: Show, show: Show) -> None:
    found = read("## قسم {#a-place}\n\n###  فرع  ###\n\n{#named}\n## [س]{.index} {#}\n")
    first, second, third = found.blocks
    assert (first.level, first.id, show(first.children)) == (2, "a-place", "قسم@1:4")
    assert (second.level, second.id, show(second.children)) == (3, "", "فرع@3:6")
    assert (third.id, third.place) == ("named", Place("t.md", 6, 1))
    assert found.codes == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("# س", ["K121@1:1"]),
        ("### س", ["K121@1:1"]),
        ("## س\n\n#### س", ["K121@3:1"]),
        ("## س\n\n## س\n\n### س\n\n## س", []),
        ("- ## س", ["K121@1:3"]),
        ("::: note\n## س\n:::", ["K121@2:1"]),
        ("س\n===", ["K121@1:1"]),
        ("س\n---", ["K121@1:1"]),
        ("س\n\n---", []),
        ("##", ["K135@1:1"]),
        ("## {#a}", ["K135@1:1"]),
        ("## س {#أ}", []),
        ("## س {#أ!}", ["K140@1:7"]),
        ("## س {.x}", ["K114@1:7"]),
        ("## س \\{#a}", []),
        ("## س {#a} ت", ["K115@1:6"]),
        ("{#a}\n{#b}\nس", ["K115@1:1"]),
        ("س\n\n{#a}", ["K115@3:1"]),
        ("- س\n\n  {#a}\n\nس", ["K115@3:3"]),
        ("{#a", ["K115@1:1"]),
        ("{نص}", []),
        ("    س", ["K138@1:5"]),
        ("1. أ\n3. ب", ["K136@2:0"]),
        ("3. أ\n4. ب\n\n5. ج", []),
        ("1. أ\n1. ب\n1. ج", []),
        ("١. أ\n٢. ب", ["K137@1:1"]),
        ("١. أ\n\n٢. ب", []),
        ("```\nس\n```", []),
        ("```\nس", ["K124@1:1"]),
        ("> ~~~\n> س\n> ~~~", []),
        ("> ~~~\n> س\n\nس", ["K124@1:3"]),
        ("``` x y\nس\n```", ["K131@1:1"]),
        ("| أ | ب |\n|---|\n", ["K129@2:0"]),
        ("أ | ب\n--- | --- | ---", ["K129@2:0"]),
    ],
)
def test_faults(read: Show, text: str, codes: list[str]) -> None:
    assert read(text).codes == codes


def test_lists_keep_their_start_and_their_blocks(read: Show) -> None:
    found = read("{#numbers}\n7. أ\n\n   ب\n8. ج\n   - د\n\n* هـ\n")
    numbered, bullets = found.blocks
    assert isinstance(numbered, List)
    assert (numbered.start, numbered.id, numbered.place) == (7, "numbers", Place("t.md", 2, 1))
    assert [[type(block) for block in item] for item in numbered.items] == [[Paragraph, Paragraph], [Paragraph, List]]
    assert (bullets.start, bullets.place) == (None, Place("t.md", 8, 1))


def test_quotes_breaks_and_code(read: Show) -> None:
    found = read("> س\n>\n> > ت\n\n---\n\n```\nx  <b>\n```\n\n{#c}\n***")
    quote, pause, code, named = found.blocks
    assert isinstance(quote, Quote)
    assert [block.place for block in quote.blocks] == [Place("t.md", 1, 3), Place("t.md", 3, 3)]
    assert isinstance(pause, Break)
    assert code == CodeBlock("x  <b>\n", Place("t.md", 7, 1))
    assert named == Break(Place("t.md", 12, 1), "c")


def test_names_go_to_the_block_below(read: Show) -> None:
    found = read("{#p}\nس\n\n{#l}\n\n- س\n\n{#b}\n::: note\nس\n:::\n\n{#t}\n| أ |\n|---|\n")
    assert [block.id for block in found.blocks] == ["p", "l", "b", "t"]
    assert found.codes == []


def test_line_ends_and_tabs(read: Show) -> None:
    heading, box = read("## س\n\n::: note\n\n\tس\n\n:::").blocks
    assert isinstance(heading, Heading)
    assert isinstance(box, Box)


def test_too_deep_is_a_fault(read: Show) -> None:
    assert read(">" * 64 + " س").codes == []
    assert read("س\n\n" + "> " * 105 + "س").codes == ["K117@3:0"]
    assert "K117" in read("- " * 60 + "س").codes[0]
