"""Each of the nine kinds of questions: an answer or a fault, a whole key, and room to answer every part of it."""

from __future__ import annotations

from pathlib import Path
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from report import apparatus, html, theme
from report.build import read
from report.model import Booklet, Drawn, Issue, Match, Order, Task
from report.source.questions import KINDS

ANSWERED = {
    "short": "من كتب؟\n\n: كتب أحمد الرسالة.\n",
    "choice": "متى؟\n\n- [ ] صيفًا\n- [x] خريفًا\n",
    "choices": "{kind=choices}\nمتى؟\n\n- [x] صيفًا\n- [x] خريفًا\n- [ ] شتاءً\n",
    "truth": "{answer=false}\nكتب الصديق.\n\n: الكاتب أحمد.\n",
    "match": "{kind=match}\nصِل.\n\n| خبر | صاحبه |\n|---|---|\n| رسالة | أحمد |\n| جواب | صديقه |\n| زيارة | أخوه |\n",
    "order": "{kind=order}\nرتّب.\n\n1. كتابة\n2. جواب\n3. زيارة\n",
    "gap": "كتب [أحمد]{.gap} إلى [صديقه]{.gap}.\n",
    "source": "{kind=source}\nاقرأ.\n\n> وصل القطار.\n\n1. من القائل؟\n2. ما الدليل؟\n\n: 1. الكاتب.\n  2. نصه.\n",
    "essay": "{kind=essay points=2}\nاكتب.\n\n: يُقبل كل جواب معلَّل.\n\n  | المعيار | الدرجة |\n  |---|--:|\n  | الحجة | 2 |\n",
}
BARE = {
    "short": ("من كتب؟\n", "K209"),
    "choice": ("متى؟\n\n- [ ] صيفًا\n- [ ] خريفًا\n", "K241"),
    "choices": ("{kind=choices}\nمتى؟\n\n- [ ] صيفًا\n- [ ] خريفًا\n", "K241"),
    "truth": ("{answer=false}\nكتب الصديق.\n", "K209"),
    "truth unsaid": ("{kind=truth}\nكتب الصديق.\n\n: الكاتب أحمد.\n", "K246"),
    "match": ("{kind=match}\nصِل.\n\n| خبر | صاحبه |\n|---|---|\n| رسالة | أحمد |\n| جواب |  |\n", "K242"),
    "order": ("{kind=order}\nرتّب.\n\n- كتابة\n- جواب\n", "K243"),
    "gap": ("كتب []{.gap} الرسالة.\n", "K245"),
    "source": ("{kind=source}\nاقرأ.\n\n> وصل القطار.\n\n1. من القائل؟\n", "K209"),
    "source in part": ("{kind=source}\nاقرأ.\n\n> وصل القطار.\n\n1. من؟\n2. متى؟\n\n: الكاتب.\n", "K254"),
    "essay": ("{kind=essay}\nاكتب.\n", "K248"),
    "essay without a model": ("{kind=essay}\nاكتب.\n\n: | المعيار | الدرجة |\n  |---|--:|\n  | الحجة | 2 |\n", "K255"),
}
HEAD = "title: ك\nlanguage: ar\nidentifier: urn:uuid:3f1c0a52-0000-5000-8000-000000000000\ndate: 2026-11-23\nchapters: [one.md]\n"


def booklet(folder: Path, *questions: str) -> tuple[Booklet | None, set[str]]:
    (folder / "booklet.yaml").write_text(HEAD, "utf-8")
    asked = "\n".join(questions)
    (folder / "one.md").write_text(f"---\nid: one\ntitle: فصل\n---\n\nنص.\n\n::: questions\n\n{asked}\n:::\n", "utf-8")
    made, faults = read(folder, "b")
    return made, {fault.code for fault in faults}


def section(made: Booklet, issue: Issue, kind: str) -> ET.Element:
    issued = apparatus.issued(made, issue)
    style = theme.load(issued.meta.theme, issued.meta.language, issued.root, issued.meta.place)
    return next(s for s in html.sections(issued, style) if s.kind == kind).tree()


def test_all_nine_kinds_are_here() -> None:
    assert set(ANSWERED) == set(KINDS)
    assert {name.split()[0] for name in BARE} == set(KINDS)
    assert len(set(get_args(Task)) - {Drawn}) == 8  # choice and choices are one


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_with_its_answer_is_sound_and_its_key_is_not_empty(kind: str, tmp_path: Path) -> None:
    made, codes = booklet(tmp_path, ANSWERED[kind])
    assert codes == set()
    assert made is not None
    key = next(li for li in section(made, "student", "answers").iter("li") if li.get("id") == "one-q1-answer")
    said = "".join(key.itertext()).replace("١", "", 1)
    assert any(c.isalpha() for c in said), kind


@pytest.mark.parametrize("name", BARE)
def test_one_without_is_a_fault(name: str, tmp_path: Path) -> None:
    text, code = BARE[name]
    assert code in booklet(tmp_path, text)[1]


def test_keys_of_matching_and_ordering_are_whole(tmp_path: Path) -> None:
    """Whoever does as the key says has all pairs, and all items in their order."""
    made, _ = booklet(tmp_path, ANSWERED["match"], ANSWERED["order"])
    assert made is not None
    match, order = apparatus.questions(made.chapters[0])
    asked = section(made, "student", "chapter")
    rows = [["".join(td.itertext()) for td in tr] for table in asked.iter("table") for tr in table.iter("tr")]
    left = {cell[0].split()[0]: cell[0].split()[1] for cell in rows}
    right = {cell[1].split()[0]: cell[1].split()[1] for cell in rows}
    key = section(made, "student", "answers")
    shown = {li.get("id"): li for li in key.iter("li") if li.get("id")}
    said = "".join(next(p for p in shown["one-q1-answer"].iter("p") if p.get("class") == "right").itertext())
    pairs = {tuple(pair.split(" – ")) for pair in said.split("، ")}
    assert isinstance(match.task, Match)
    assert {(left[n], right[letter]) for n, letter in pairs} == {
        ("رسالة", "أحمد"),
        ("جواب", "صديقه"),
        ("زيارة", "أخوه"),
    }
    assert len(pairs) == len(match.task.pairs)
    assert isinstance(order.task, Order)
    listed = next(ol for ol in shown["one-q2-answer"].iter("ol"))
    assert ["".join(li.itertext()) for li in listed] == ["كتابة", "جواب", "زيارة"]


def test_each_sub_question_has_its_answer_and_its_own_lines(tmp_path: Path) -> None:
    made, _ = booklet(tmp_path, ANSWERED["source"])
    assert made is not None
    (listed,) = [e for e in section(made, "student", "answers").iter("ol") if e.get("class") != "qna"]
    assert ["".join(li.itertext()) for li in listed] == ["الكاتب.", "نصه."]
    exam = section(made, "exam", "exam")
    parts = next(ol for ol in exam.iter("ol") if ol.get("class") == "sub-questions")
    counts = [sum(e.get("class") == "line" for e in li.iter("div")) for li in parts]
    assert counts == [3, 3]
    assert sum(e.get("class") == "line" for e in exam.iter("div")) == 6  # and none behind them


def test_paragraphs_are_taken_for_the_parts_of_an_answer(tmp_path: Path) -> None:
    text = ANSWERED["source"].replace(": 1. الكاتب.\n  2. نصه.\n", ": الكاتب.\n\n  نصه.\n")
    made, codes = booklet(tmp_path, text)
    assert codes == set()
    assert made is not None
    (listed,) = [e for e in section(made, "teacher", "chapter").iter("ol") if e.get("class") is None][-1:]
    assert ["".join(li.itertext()) for li in listed] == ["الكاتب.", "نصه."]
