"""Questions as XHTML: each kind as it is asked, and as it is answered in the key.

What is asked never holds the answer: items and pairs are mixed, gaps are of one length, options carry no mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from markupsafe import Markup

from report.apparatus import gaps, shuffled
from report.html.tags import tag
from report.model import (
    Analysis,
    Choice,
    Drawn,
    Essay,
    Fill,
    Inlines,
    List,
    Match,
    Order,
    Question,
    Short,
    Table,
    Task,
    Truth,
)
from report.script import numerals

if TYPE_CHECKING:
    from report.html.pen import Pen

LINES: Final[dict[type[Task], int]] = {Short: 3, Analysis: 6, Essay: 14}
"""Lines to write on in an exam, where a question does not say how many."""


def asked(pen: Pen, question: Question) -> Markup:
    """The question as a list item; its number leads to the answer, where there is one to lead to."""
    issue = pen.booklet.meta.issue
    shown = pen.number(question.number)
    if issue == "exam" or (issue == "student" and pen.booklet.meta.study.key == "none"):
        number = tag("span", shown, class_="q-number")
    else:
        label = f"{pen.labels['to_answer']} {shown}"
        number = tag("a", shown, class_="q-number", href=f"#{question.id}-answer", aria_label=label)
    text = tag("div", _prompt(pen, question), class_="q-text")
    parts = [number, _about(pen, question), text, _task(pen, question), _hint(pen, question)]
    if not _sub_questions(question):
        parts.append(_lines(_count(question, issue)))
    if issue == "teacher":
        title = tag("span", pen.labels["to_answer"] + ": ", class_="answer-title")
        chapter, pen.chapter = pen.chapter, None  # what is told again bears no ids of its own
        body = tag("div", title + answered(pen, question), class_="a-text answer-here", id=f"{question.id}-answer")
        pen.chapter = chapter
        parts.append(body)
    return tag("li", Markup().join(parts), id=question.id, class_=f"task-{_kind(question)}")


def answered(pen: Pen, question: Question) -> Markup:
    """The answer in the form of its kind, then what was written as the answer; of an essay that before its rubric."""
    parts = [_answer(pen, question)]
    if question.answer:
        parts.insert(0 if isinstance(question.task, Essay) else 1, pen.blocks(question.answer))
    return Markup("\n").join(part for part in parts if part)


def _kind(question: Question) -> str:
    return type(question.task).__name__.lower()


def _about(pen: Pen, question: Question) -> Markup:
    """Points, and in the teacher's edition the level, set small beside the question."""
    words: list[str] = []
    if pen.booklet.meta.issue == "teacher" and question.level:
        words.append(pen.labels[f"level_{question.level}"])
    if question.points:
        words.append(f"{pen.labels['points']}: {pen.number(question.points)}")
    return tag("span", " · ".join(words), class_="q-about") if words else Markup()


def _hint(pen: Pen, question: Question) -> Markup:
    if not question.hint:
        return Markup()
    title = tag("span", pen.labels["hint"] + ": ", class_="hint-title")
    return tag("p", title + pen.line(question.hint), class_="q-hint")


def _count(question: Question, issue: str) -> int:
    """Lines to write on: as many as were asked for, in an exam always enough to answer."""
    if issue == "teacher":
        return 0
    if question.lines is not None:
        return question.lines
    return LINES.get(type(question.task), 0) if issue == "exam" else 0


def _lines(count: int) -> Markup:
    if not count:
        return Markup()
    return tag("div", tag("div", "", class_="line") * count, class_="answer-lines", aria_hidden="true")


def _prompt(pen: Pen, question: Question) -> Markup:
    """What is asked; under each sub-question of a source stand its own lines."""
    asked = _sub_questions(question)
    count = _count(question, pen.booklet.meta.issue)
    if asked is None or not count:
        return pen.tight(question.prompt)
    each = max(2, -(-count // len(asked.items)))
    items = Markup("\n").join(tag("li", pen.tight(item) + _lines(each)) for item in asked.items)
    listed = tag("ol", items, class_="sub-questions", start=str(asked.start) if asked.start != 1 else "")
    return pen.blocks(question.prompt[:-1]) + Markup("\n") + listed


def _sub_questions(question: Question) -> List | None:
    """The numbered list that the prompt of a source analysis ends with."""
    last = question.prompt[-1] if isinstance(question.task, Analysis) and question.prompt else None
    return last if isinstance(last, List) and last.start is not None else None


# ── as it is asked ───────────────────────────────────────────────────────────────────────────────────────────────────


def _task(pen: Pen, question: Question) -> Markup:
    match question.task:
        case Choice(options=options):
            return _listed(pen, [option.words for option in options], "options")
        case Truth():
            return _judging(pen)
        case Match(pairs=pairs):
            return _columns(pen, question.id, pairs)
        case Order(items=items):
            mixed = [items[n] for n in shuffled(len(items), question.id)]
            box = tag("span", "", class_="order-box", aria_hidden="true")
            rows = Markup("\n").join(tag("li", box + pen.line(item)) for item in mixed)
            return tag("ul", rows, class_="to-order", role="list")
        case Short() | Fill() | Analysis() | Essay():
            return Markup()
        case Drawn():
            raise AssertionError("a question drawn from the chronology is made before the pen sees it")
        case _:
            assert_never(question.task)


def _letter(pen: Pen, n: int) -> str:
    return numerals.letter(n, pen.booklet.meta.language)


def _listed(pen: Pen, items: list[Inlines], name: str) -> Markup:
    """Items with letters; the letter is text, since the key cites it."""
    rows = [
        tag("li", tag("span", _letter(pen, n), class_="letter") + " " + pen.line(item))
        for n, item in enumerate(items, 1)
    ]
    return tag("ol", Markup("\n").join(rows), class_=name, role="list")


def _judging(pen: Pen) -> Markup:
    box = tag("span", "", class_="tick", aria_hidden="true")
    words = [box + pen.labels[word] for word in ("true", "false")]
    line = tag("div", tag("div", "", class_="line"), class_="answer-lines", aria_hidden="true")
    judging = tag("p", Markup(" ").join(tag("span", w, class_="judge") for w in words), class_="judging")
    return judging if pen.booklet.meta.issue == "teacher" else judging + line


def _columns(pen: Pen, id: str, pairs: tuple[tuple[Inlines, Inlines], ...]) -> Markup:
    """Two columns: numbers at the start side, letters beyond, mixed."""
    order = shuffled(len(pairs), id)
    rows: list[Markup] = []
    for n, (pair, other) in enumerate(zip(pairs, order, strict=True), 1):
        number, letter = (tag("span", w, class_="letter") for w in (pen.number(n), _letter(pen, n)))
        first = tag("td", number + " " + pen.line(pair[0]))
        rows.append(tag("tr", first + tag("td", letter + " " + pen.line(pairs[other][1]))))
    return tag("table", tag("tbody", Markup("\n").join(rows)), class_="matching")


# ── as it is answered ────────────────────────────────────────────────────────────────────────────────────────────────


def _answer(pen: Pen, question: Question) -> Markup:
    match question.task:
        case Choice(options=options):
            right = [(n, option.words) for n, option in enumerate(options, 1) if option.right]
            shown = [tag("span", _letter(pen, n), class_="letter") + " " + pen.line(words) for n, words in right]
            return tag("p", Markup(pen.labels["separator"]).join(shown), class_="right")
        case Truth(true=true):
            return tag("p", pen.labels["true" if true else "false"], class_="right")
        case Match(pairs=pairs):
            order = shuffled(len(pairs), question.id)
            found = [f"{pen.number(n + 1)} – {_letter(pen, order.index(n) + 1)}" for n in range(len(pairs))]
            return tag("p", pen.labels["separator"].join(found), class_="right")
        case Order(items=items, told=told):
            return tag("ol", Markup("\n").join(tag("li", pen.line(item)) for item in told or items), class_="right")
        case Fill():
            words = [pen.line(gap.children) for gap in gaps(question.prompt)]
            return tag("p", Markup(pen.labels["separator"]).join(words), class_="right")
        case Essay(rubric=Table() as rubric):
            return pen.block(rubric)
        case Short() | Analysis() | Essay():
            return Markup()
        case Drawn():
            raise AssertionError("a question drawn from the chronology is made before the pen sees it")
        case _:
            assert_never(question.task)
