"""The editions of one booklet: student, teacher, exam, each a booklet of its own that both outputs print alike."""

from __future__ import annotations

import uuid
from dataclasses import replace

from report.apparatus.drawing import drawn
from report.model import (
    Anchor,
    Block,
    Blocks,
    Booklet,
    Box,
    Chapter,
    Choice,
    Code,
    Digits,
    Duration,
    Emphasis,
    Essay,
    Figure,
    Foreign,
    Gap,
    IndexMark,
    Inline,
    Inlines,
    Issue,
    LineBreak,
    Link,
    List,
    Match,
    Meta,
    NoEvent,
    Note,
    Option,
    Order,
    Paragraph,
    Question,
    Questions,
    Quote,
    Ref,
    Strong,
    Table,
    Task,
    Text,
)


def issued(booklet: Booklet, issue: Issue) -> Booklet:
    """The booklet of one edition, its questions from the chronology made.

    The student's has no notes for the teacher; the teacher's has all; the exam has questions alone, without any answer,
    hint, rubric or link, and says nothing of the booklet's contents in its metadata.
    """
    whole = replace(drawn(booklet), meta=_named(booklet.meta, issue))
    match issue:
        case "teacher":
            return whole
        case "student":
            front, chapters, back = (
                tuple(replace(c, blocks=_without_notes(c.blocks)) for c in part)
                for part in (whole.front, whole.chapters, whole.back)
            )
            return replace(whole, front=front, chapters=chapters, back=back)
        case "exam":
            asking = (_examined(c) for c in whole.texts)
            return replace(
                whole, meta=replace(whole.meta, description="", subjects=()), front=(), back=(), people=(), terms=(),
                events=(), sources=(), chapters=tuple(c for c in asking if c.blocks),
            )  # fmt: skip


def _named(meta: Meta, issue: Issue) -> Meta:
    """Each edition is a publication of its own (EPUB 3.3 §5.5.3.1.1): a shelf must not take one for another. An edition of
    an edition keeps its identifier."""
    if issue in ("student", meta.issue):
        return replace(meta, issue=issue)
    own = uuid.uuid5(uuid.NAMESPACE_URL, f"{meta.identifier}#{issue}")
    return replace(meta, issue=issue, identifier=own.urn)


def _without_notes(blocks: Blocks) -> Blocks:
    """Blocks without the teacher's boxes, however deep they stand."""
    kept = (block for block in blocks if not (isinstance(block, Box) and block.kind == "teacher"))
    return tuple(_student_block(block) for block in kept)


def _student_block(block: Block) -> Block:
    match block:
        case Box(blocks=inner) | Quote(blocks=inner):
            return replace(block, blocks=_without_notes(inner))
        case List(items=items):
            return replace(block, items=tuple(_without_notes(item) for item in items))
        case Questions(items=items):
            bare = tuple(replace(q, prompt=_without_notes(q.prompt), answer=_without_notes(q.answer)) for q in items)
            return replace(block, items=bare)
        case _:
            return block


# ── exam ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _examined(chapter: Chapter) -> Chapter:
    found = (block for block in chapter.blocks if isinstance(block, Questions))
    blocks = tuple(replace(block, id="", items=tuple(_bare(q) for q in block.items)) for block in found)
    return replace(chapter, blocks=blocks)


def _bare(question: Question) -> Question:
    prompt = _bare_blocks(_without_notes(question.prompt))
    return replace(question, prompt=prompt, answer=(), hint=(), objective=0, level="", task=_bare_task(question.task))


def _bare_task(task: Task) -> Task:
    """A task as it is asked; what tells the answer and is not needed to ask is gone."""
    match task:
        case Choice(options=options):
            return replace(task, options=tuple(Option(_plain(o.words), False) for o in options))
        case Match(pairs=pairs):
            return Match(tuple((_plain(a), _plain(b)) for a, b in pairs))
        case Order(items=items):
            return Order(tuple(_plain(item) for item in items))
        case Essay():
            return Essay(None)
        case _:
            return task


def _bare_blocks(blocks: Blocks) -> Blocks:
    return tuple(_bare_block(block) for block in blocks)


def _bare_block(block: Block) -> Block:
    match block:
        case Paragraph(children=words):
            return replace(block, children=_plain(words))
        case List(items=items):
            return replace(block, items=tuple(_bare_blocks(item) for item in items))
        case Quote(blocks=inner, attribution=words):
            return replace(block, blocks=_bare_blocks(inner), attribution=_plain(words))
        case Box(blocks=inner, title=words):
            return replace(block, blocks=_bare_blocks(inner), title=_plain(words))
        case Figure(caption=words):
            return replace(block, caption=_plain(words))
        case Table(head=head, rows=rows, caption=words):
            first, *others = (tuple(replace(c, children=_plain(c.children)) for c in row) for row in (head, *rows))
            return replace(block, head=first, rows=tuple(others), caption=_plain(words))
        case _:
            return block


def _plain(inlines: Inlines) -> Inlines:
    """Words without links, marks and notes: there is nothing for them to lead to. Gaps are emptied."""
    return tuple(kept for inline in inlines for kept in _plainer(inline))


def _plainer(inline: Inline) -> Inlines:
    match inline:
        case Note():
            return ()
        case Gap():
            return (replace(inline, children=()),)
        case Link(children=children) | Ref(children=children) | IndexMark(children=children):
            return _plain(children)
        case Anchor(children=children) | NoEvent(children=children):
            return _plain(children)
        case Duration(children=children):
            return (replace(inline, children=_plain(children)),)
        case Emphasis(children=c) | Strong(children=c) | Foreign(children=c) | Digits(children=c):
            return (replace(inline, children=_plain(c)),)
        case Text() | Code() | LineBreak():
            return (inline,)
