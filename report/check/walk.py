"""Walks over the model's blocks and inlines: every node in reading order, or only their words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from report.model import (
    Anchor,
    Block,
    Blocks,
    Box,
    Break,
    Code,
    CodeBlock,
    Digits,
    Duration,
    Emphasis,
    Figure,
    Foreign,
    Gap,
    Heading,
    IndexMark,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    NoEvent,
    Note,
    Pair,
    Paragraph,
    Questions,
    Quote,
    Ref,
    Strong,
    Table,
    Text,
)


def every_block(blocks: Blocks) -> Iterator[Block]:
    """Each block, then what stands inside it; answers are read with their questions, notes not."""
    for block in blocks:
        yield block
        for inner in _inside(block):
            yield from every_block(inner)


def every_block_and_note(blocks: Blocks) -> Iterator[Block]:
    """Each block as by every_block, those of notes after the block that calls them."""
    for block in every_block(blocks):
        yield block
        for phrase in phrases(block):
            for inline in descend(phrase):
                if isinstance(inline, Note):
                    yield from every_block_and_note(inline.blocks)


def every_inline(blocks: Blocks) -> Iterator[Inline]:
    """Each inline of the blocks and of what stands inside them, parents first, notes where they are called."""
    for block in every_block(blocks):
        for phrase in phrases(block):
            yield from descend(phrase)


def descend(inlines: Inlines) -> Iterator[Inline]:
    """Each inline, then what it holds."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Note):
            yield from every_inline(inline.blocks)
        yield from descend(children(inline))


def children(inline: Inline) -> Inlines:
    """What an inline holds, notes apart."""
    match inline:
        case Text() | Code() | LineBreak() | Note():
            return ()
        case (
            Emphasis(children=held)
            | Strong(children=held)
            | Link(children=held)
            | Ref(children=held)
            | IndexMark(children=held)
            | Foreign(children=held)
            | Digits(children=held)
            | Anchor(children=held)
            | Gap(children=held)
            | NoEvent(children=held)
            | Duration(children=held)
        ):
            return held
        case _:
            assert_never(inline)


def phrases(block: Block) -> Iterator[Inlines]:
    """The inlines that are a block's own: its text, title, caption, cells."""
    match block:
        case Paragraph(children=words) | Heading(children=words):
            yield words
        case Quote(attribution=words) | Figure(caption=words) | Box(title=words):
            yield words
        case Table(head=head, rows=rows, caption=words):
            yield words
            yield from (cell.children for row in (head, *rows) for cell in row)
        case Questions(items=questions):
            for question in questions:
                yield from question.phrases
        case List() | Pair() | CodeBlock() | Break():
            return
        case _:
            assert_never(block)


def words(blocks: Blocks) -> str:
    """The words of the blocks in reading order, those of notes after the text that calls them."""
    text: list[str] = []
    notes: list[str] = []
    for block in every_block(blocks):
        text.extend(_words(phrase, notes) for phrase in phrases(block))
        if isinstance(block, CodeBlock):
            text.append(block.text)
    return " ".join([*text, *notes])


def _words(inlines: Inlines, notes: list[str]) -> str:
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text=text) | Code(text=text):
                parts.append(text)
            case LineBreak():
                parts.append(" ")
            case Note(blocks=blocks):
                notes.append(words(blocks))
            case _:
                parts.append(_words(children(inline), notes))
    return "".join(parts)


def _inside(block: Block) -> Iterator[Blocks]:
    """The blocks that a block holds."""
    match block:
        case List(items=items):
            yield from items
        case Quote(blocks=blocks) | Box(blocks=blocks):
            yield blocks
        case Pair(rows=rows):
            yield from rows
        case Questions(items=questions):
            for question in questions:
                yield question.prompt
                yield question.answer
        case Paragraph() | Heading() | Table() | Figure() | CodeBlock() | Break():
            return
        case _:
            assert_never(block)
