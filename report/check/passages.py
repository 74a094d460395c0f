"""A text cut into the pieces that dates are looked for in: each paragraph, title or row, its words with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from report.check.walk import children, every_block_and_note, phrases
from report.fault import Place
from report.model import (
    Block,
    Blocks,
    Choice,
    Code,
    CodeBlock,
    Duration,
    Foreign,
    Inlines,
    LineBreak,
    NoEvent,
    Note,
    Pair,
    Question,
    Questions,
    Ref,
    Table,
    Text,
    Truth,
)
from report.source.lines import Lines

_SENTENCE_END = re.compile(r"[.!?؟۔…]+[»”\"')\]]*(?=\s|$)")
_HOLE = "\ufffc"  # what stands for code, notes and foreign phrases: no date runs across it


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text from `start` on; `mention` is the event whose words it stands in, `idle` if it names none."""

    start: int
    text: Text
    mention: Ref | None
    idle: bool


@dataclass(slots=True)
class Passage:
    """A paragraph's words in one language."""

    language: str
    runs: list[Run] = field(default_factory=list[Run])
    pieces: list[str] = field(default_factory=list[str])

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def over(self, start: int, end: int) -> list[Run]:
        """The runs that a stretch of the text touches."""
        return [run for run in self.runs if run.start < end and start < run.start + len(run.text.text)]

    def beside(self, start: int, end: int) -> list[Ref]:
        """The events in the sentence of a stretch of the text, the nearest first."""
        ends = [match.end() for match in _SENTENCE_END.finditer(self.text)]
        first = max((at for at in ends if at <= start), default=0)
        last = min((at for at in ends if at > end), default=len(self.text))
        near = [run for run in self.over(first, last) if run.mention]
        near.sort(key=lambda run: self._distance(run, start, end))
        return [run.mention for run in near if run.mention]

    def _distance(self, run: Run, start: int, end: int) -> tuple[int, int]:
        """Commas, then letters, between a run and a stretch of the text."""
        stop = run.start + len(run.text.text)
        between = self.text[stop:start] if stop <= start else self.text[end : run.start]
        return sum(map(between.count, "،,؛;")), len(between)

    def place(self, start: int, end: int, lines: Lines | None) -> Place:
        """Where a stretch of the text stands in the file; where it cannot be found again, where its run begins."""
        run = self.over(start, end)[0]
        if lines is None or not run.text.place.line:
            return run.text.place
        words = r"\s+".join(
            map(re.escape, self.text[max(start, run.start) : run.start + len(run.text.text)][: end - start].split())
        )
        column = (run.text.place.column or 1) - 1
        at = lines.starts[run.text.place.line - 1] + column
        skipped = max(0, start - run.start)
        match = re.compile(words).search(lines.text, at + skipped) if words else None
        return lines.place(match.start()) if match else run.text.place


def passages(blocks: Blocks, language: str) -> Iterator[Passage]:
    """The passages of a chapter in reading order; not code, nor what a question says that is not so."""
    for block in blocks:
        if isinstance(block, Pair):
            yield from _answering(block)
        if isinstance(block, Questions):
            for question in block.items:
                yield from _asked(question, language)
        if isinstance(block, Pair | Questions | CodeBlock):
            continue
        for inner in every_block_and_note((block,)):
            for words in _units(inner):
                yield from passages_of(words, language)


def _asked(question: Question, language: str) -> Iterator[Passage]:
    """A question and its answer; wrong options, and a statement that is false, tell nothing."""
    task = question.task
    if not (isinstance(task, Truth) and not task.true):
        yield from passages(question.prompt, language)
    if isinstance(task, Choice):
        said = (question.hint, *(option.words for option in task.options if option.right))
    else:
        said = question.phrases
    for words in said:
        yield from passages_of(words, language)
    yield from passages(question.answer, language)


def _answering(pair: Pair) -> Iterator[Passage]:
    """The passages of a pair, row by row, each half in its language."""
    for row in pair.rows:
        for block, language in zip(row, pair.languages, strict=True):
            yield from passages((block,), language)


def _units(block: Block) -> Iterator[Inlines]:
    """The phrases of a block that are read together: a table's rows, not its cells."""
    if isinstance(block, Table):
        yield block.caption
        for row in (block.head, *block.rows):
            yield tuple(inline for cell in row for inline in (*cell.children, LineBreak()))
    elif not isinstance(block, Questions | CodeBlock):
        yield from phrases(block)


def passages_of(words: Inlines, language: str) -> Iterator[Passage]:
    """Words that are read together, and the phrases of other languages in them."""
    whole = Passage(language)
    foreign: list[Passage] = []
    _gather(words, whole, foreign, None, idle=False)
    yield from (whole, *foreign)


def _gather(words: Inlines, into: Passage, foreign: list[Passage], mention: Ref | None, *, idle: bool) -> None:
    for inline in words:
        match inline:
            case Text(text=text):
                into.runs.append(Run(sum(map(len, into.pieces)), inline, mention, idle))
                into.pieces.append(text)
            case Code() | Note() | LineBreak():
                into.pieces.append(_HOLE)
            case Foreign(language=language, children=held):
                into.pieces.append(_HOLE)
                foreign.append(Passage(language))
                _gather(held, foreign[-1], foreign, mention, idle=idle)
            case _:
                inner = inline if isinstance(inline, Ref) and inline.kind == "event" else mention
                _gather(children(inline), into, foreign, inner, idle=idle or isinstance(inline, NoEvent | Duration))
