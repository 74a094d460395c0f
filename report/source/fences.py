"""Fenced blocks, `::: name title`: boxes, quotations, tables with a caption, questions with their answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from report.fault import Place, error
from report.model import Block, Blocks, Box, BoxKind, Inlines, Question, Questions, Quote
from report.source import tables
from report.source.inlines import phrase
from report.source.lines import Where
from report.source.nodes import Node
from report.source.reading import Reading

NAMES: Final = ("objectives", "summary", "note", "quote", "table", "questions")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fence being read: `read` reads blocks that stand inside it."""

    reading: Reading
    node: Node
    id: str
    place: Place
    in_note: bool
    read: Callable[[list[Node]], Blocks]

    def tell(self, code: str, **values: object) -> None:
        self.reading.faults.append(error(code, self.place, **values))

    def block(self) -> Block:
        """The block it makes. An unknown one is told and read as a note, so that faults inside it are found too."""
        meta, name = self.node.token.meta, self.node.token.info
        if not meta["closed"]:
            self.tell("K124", name=name)
        if not any(child.kind not in {"naming", "definition"} for child in self.node.children):
            self.tell("K130", reason="empty", name=name)
        title = self._title()
        match name:
            case "objectives" | "summary" | "note":
                return self._box(name, title)
            case "quote":
                self.reading.verbatim += 1
                quoted = self.read(self.node.children)
                self.reading.verbatim -= 1
                return Quote(quoted, title, self.place, self.id)
            case "table":
                return self._table(title)
            case "questions":
                if title:
                    self.tell("K131", reason="questions", words=meta["title"])
                return Questions(self._questions(), self.place, self.id)
            case _:
                near = get_close_matches(name, NAMES, 1)
                self.tell("K123", name=name, near=near[0] if near else "", known=", ".join(NAMES))
                return self._box("note", title)

    def _title(self) -> Inlines:
        meta = self.node.token.meta
        where = Where(self.place.path, ((0, self.place.line, self.place.column + meta["title_at"]),))
        return phrase(self.reading, meta["title"], where, self.in_note)

    def _box(self, kind: BoxKind, title: Inlines) -> Box:
        return Box(kind, title, self.read(self.node.children), self.place, self.id)

    def _table(self, caption: Inlines) -> Block:
        children = self.node.children
        if len(children) == 1 and children[0].kind == "table":
            return tables.table(self.reading, children[0], self.in_note, caption, self.id)
        if children:
            self.tell("K130", reason="table")
        return self._box("note", caption)

    def _questions(self) -> tuple[Question, ...]:
        """Each paragraph begins a question, the answer below it ends it; numbers run on through a text."""
        found: list[Question] = []
        prompt: list[Node] = []
        for node in self.node.children:
            if node.kind == "answer":
                found.extend(self._question(prompt, node))
                prompt = []
                continue
            if node.kind == "paragraph" and any(map(_prints, prompt)):
                self._unanswered(prompt)
                prompt = []
            prompt.append(node)
        self._unanswered(prompt)
        return tuple(found)

    def _question(self, prompt: list[Node], answer: Node) -> tuple[Question, ...]:
        place = self.reading.place(answer.token.meta["at"])
        words = self.read(answer.children)
        if not words:
            self.reading.faults.append(error("K209", place, reason="empty"))
        if not any(map(_prints, prompt)):
            self.read(prompt)
            self.reading.faults.append(error("K209", place, reason="answer"))
            return ()
        self.reading.questions += 1
        number, begins = self.reading.questions, self.reading.place(_first(prompt).token.meta["at"])
        return (Question(f"{self.reading.section}-q{number}", number, self.read(prompt), words, begins),)

    def _unanswered(self, prompt: list[Node]) -> None:
        """A question that no answer follows; its words are read all the same, for the faults in them."""
        self.read(prompt)
        if any(map(_prints, prompt)):
            self.reading.faults.append(error("K209", self.reading.place(_first(prompt).token.meta["at"])))


def _first(prompt: list[Node]) -> Node:
    return next(node for node in prompt if _prints(node))


def _prints(node: Node) -> bool:
    return node.kind not in {"naming", "definition", "footnote_reference", "fence_stray"}
