"""Every inline of a text, in reading order, and the anchors of mentions and marks."""

from __future__ import annotations

from collections.abc import Iterator

from report.model import (
    Anchor,
    Block,
    Blocks,
    Box,
    Break,
    Chapter,
    Code,
    CodeBlock,
    Digits,
    Duration,
    Emphasis,
    Essay,
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


def ref_id(chapter: Chapter, ref: Ref) -> str:
    """The anchor of a mention, made from its place so that it needs no counter and no stored state."""
    return f"{chapter.id}-{ref.kind}-{ref.place.line}-{ref.place.column}"


def mark_id(chapter: Chapter, mark: IndexMark) -> str:
    """The anchor of an index mark, made from its place likewise."""
    return f"{chapter.id}-i-{mark.place.line}-{mark.place.column}"


def heading(mark: IndexMark) -> tuple[str, ...]:
    """The path a mark stands for: its own, or the words it is put on."""
    return mark.path or (" ".join(plain(mark.children).split()),)


def plain(inlines: Inlines) -> str:
    """The words themselves, notes left out."""
    said: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text=text) | Code(text=text):
                said.append(text)
            case LineBreak():
                said.append(" ")
            case Note():
                pass
            case _:
                said.append(plain(inline.children))
    return "".join(said)


def inlines_of(block: Block) -> Iterator[Inline]:
    """Every inline of a block and of what stands inside it, notes included, answers not: they stand in the key."""
    match block:
        case Paragraph(children=children) | Heading(children=children):
            yield from descend(children)
        case List(items=items):
            for item in items:
                yield from inlines_in(item)
        case Quote(blocks=blocks, attribution=attribution):
            yield from inlines_in(blocks)
            yield from descend(attribution)
        case Table(head=head, rows=rows, caption=caption):
            yield from descend(caption)
            for row in (head, *rows):
                for cell in row:
                    yield from descend(cell.children)
        case Figure(caption=caption):
            yield from descend(caption)
        case Box(title=title, blocks=blocks):
            yield from descend(title)
            yield from inlines_in(blocks)
        case Pair(rows=rows):
            for first, second in rows:
                told = {_counted(inline) for inline in inlines_of(first)}
                yield from inlines_of(first)
                yield from (inline for inline in inlines_of(second) if _counted(inline) not in told - {None})
        case Questions(items=items):
            for question in items:
                yield from inlines_in(question.prompt)
                for phrase in () if isinstance(question.task, Essay) else question.phrases:
                    yield from descend(phrase)
        case CodeBlock() | Break():
            return


def _counted(inline: Inline) -> tuple[str, ...] | None:
    """What a mention or a mark counts for: told in both languages of a pair, it is told once."""
    match inline:
        case Ref(kind=kind, target=target):
            return (kind, target)
        case IndexMark():
            return ("index", *heading(inline))
        case _:
            return None


def blocks_in(blocks: Blocks) -> Iterator[Block]:
    """Each block, then those inside it, those of notes and prompts included, answers not."""
    for block in blocks:
        yield block
        match block:
            case List(items=items):
                held = items
            case Quote(blocks=inner) | Box(blocks=inner):
                held = (inner,)
            case Pair(rows=rows):
                held = rows
            case Questions(items=questions):
                held = tuple(question.prompt for question in questions)
            case _:
                held = ()
        for part in held:
            yield from blocks_in(part)


def gaps(blocks: Blocks) -> tuple[Gap, ...]:
    """The gaps of a prompt, in reading order."""
    return tuple(inline for inline in inlines_in(blocks) if isinstance(inline, Gap))


def inlines_in(blocks: Blocks) -> Iterator[Inline]:
    for block in blocks:
        yield from inlines_of(block)


def descend(inlines: Inlines) -> Iterator[Inline]:
    """Each inline, then what it holds."""
    for inline in inlines:
        yield inline
        match inline:
            case Text():  # by far the most
                pass
            case Note(blocks=blocks):
                yield from inlines_in(blocks)
            case (
                Emphasis(children=children)
                | Strong(children=children)
                | Link(children=children)
                | Ref(children=children)
                | IndexMark(children=children)
                | Foreign(children=children)
                | Digits(children=children)
                | Anchor(children=children)
                | Gap(children=children)
                | NoEvent(children=children)
                | Duration(children=children)
            ):
                yield from descend(children)
            case _:
                pass
