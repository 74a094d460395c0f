"""Fenced blocks: boxes, quotations, captioned tables, questions and answers; what closes and what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report.fault import Place
from report.model import Box, Questions, Quote, Table

Show = Callable[..., str]


def test_boxes_and_titles(read: Show, show: Show) -> None:
    found = read("{#goals}\n::: objectives\n- س\n:::\n\n:::note  عنوان *م*\nس\n:::\n")
    goals, note = found.blocks
    assert isinstance(goals, Box)
    assert (goals.kind, goals.id, goals.place) == ("objectives", "goals", Place("t.md", 2, 1))
    assert (note.kind, show(note.title)) == ("note", "عنوان @6:10 em(م@6:17)")
    assert found.codes == []


def test_quotation_and_table(read: Show, show: Show) -> None:
    found = read("::: quote [كارتر]{person=c}\nس\n\nس\n:::\n\n> ::: table عنوان^[ح]\n> | أ |\n> |---|\n> | ب |\n> :::")
    quote, holder = found.blocks
    assert isinstance(quote, Quote)
    assert show(quote.attribution) == "person[c]@1:11(كارتر@1:12)"
    table = holder.blocks[0]
    assert isinstance(table, Table)
    assert show(table.caption) == "عنوان@7:13 note@7:18(ح@7:20)"
    assert found.codes == []


def test_nesting_takes_more_colons_outside(read: Show) -> None:
    found = read("::::: note\n:::: quote\n::: note\nس\n:::\n::::\n:::::\n")
    outer = found.blocks[0]
    assert isinstance(outer.blocks[0].blocks[0], Box)
    assert found.codes == []


def test_code_may_hold_colons(read: Show) -> None:
    found = read("::: note\n```\n:::\n```\nس\n:::\n")
    assert len(found.blocks[0].blocks) == 2
    assert found.codes == []


def test_questions_are_numbered_through_the_text(read: Show, show: Show) -> None:
    found = read("::: questions\n\nس1؟\n\n: ج1\n\n:::\n\nنص\n\n::: questions\nس2؟\n: ج2\n:::\n")
    first, _, second = found.blocks
    assert isinstance(first, Questions)
    assert [(q.id, q.number) for q in (*first.items, *second.items)] == [("ch-q1", 1), ("ch-q2", 2)]
    assert first.items[0].place == Place("t.md", 3, 1)
    assert show(first.items[0].answer[0].children) == "ج1@5:3"


def test_a_question_may_hold_choices_and_an_answer_paragraphs(read: Show, show: Show) -> None:
    text = "::: questions\n\nس؟\n\n- أ\n- ب\n\n:  جواب\n  تتمة\n\n  - ثانية\n\n  ثالثة\n\nس؟\n: ج\nس؟\n: ج\n:::\n"
    found = read(text)
    asked = found.blocks[0].items
    assert [len(question.prompt) for question in asked] == [2, 1, 1]
    assert [len(question.answer) for question in asked] == [3, 1, 1]
    assert show(asked[0].answer[0].children) == "جواب تتمة@8:4"
    assert show(asked[0].answer[2].children) == "ثالثة@13:3"
    assert found.codes == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("::: note\nس", ["K124@1:1"]),
        (":::", ["K124@1:1"]),
        ("::: note\n::: note\nس\n:::\n:::", ["K124@2:1", "K124@5:1"]),
        ("- ::: note\n  س\n\nس\n\n:::", ["K124@1:3", "K124@6:1"]),
        ("::: not\nس\n:::", ["K123@1:1"]),
        ("::: note\n:::", ["K130@1:1"]),
        ("::: table\nس\n:::", ["K130@1:1"]),
        ("::: table\n|أ|\n|-|\n\nس\n:::", ["K130@1:1"]),
        ("::: questions س\nس؟\n: ج\n:::", ["K131@1:1"]),
        ("::: questions\nس؟\n\nس؟\n: ج\n: ج\n:::", ["K209@2:1", "K209@6:1"]),
        ("::: questions\nس؟\n:\n:::", ["K209@3:1"]),
        ("::: questions\nس؟\n: ج\nتتمة بلا إزاحة\n:::", ["K209@4:1"]),
        ("::: questions\nس^[ح]؟\n:::", ["K209@2:1"]),
        ("س\n: ليس جوابًا", []),
        ("::: note\nس\n:::\n: س", []),
    ],
)
def test_faults(read: Show, text: str, codes: list[str]) -> None:
    assert read(text).codes == codes
