"""Fenced blocks, `::: name title`: boxes, quotations, tables with a caption, pairs, questions with their answers."""

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
from report.source.pairs import Halves
from report.source.questions import Keys, keys_of, question
from report.source.reading import Reading

NAMES: Final = ("objectives", "summary", "note", "teacher", "quote", "table", "questions", "pair")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fence being read: `read` reads blocks that stand inside it; `top` says that it stands in no other block."""

    reading: Reading
    node: Node
    id: str
    place: Place
    in_note: bool
    top: bool
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
        if name == "pair":
            return self._pair()
        title = self._title()
        match name:
            case "objectives" | "summary" | "note" | "teacher":
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

    def _pair(self) -> Block:
        """A pair that stands in another block is told."""
        reading, title = self.reading, self.node.token.meta["title"]
        if reading.paired:
            self.tell("K155", reason="nested")
        elif not self.top:
            self.tell("K155")
        at = Place(
            self.place.path, self.place.line, self.place.column + (self.node.token.meta["title_at"] if title else 0)
        )
        return Halves(reading, title, at, self.place, self.id, self.read).pair(self.node.children)

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
        """Each paragraph begins a question, as do braces with its keys; an answer ends it. Numbers run on through a
        text."""
        found: list[Question] = []
        prompt: list[Node] = []
        keys = Keys(self.reading.faults)

        def end(answer: Node | None = None) -> None:
            found.extend(self._question(prompt, answer, keys))
            prompt.clear()

        for node in self.node.children:
            above = self._keys(node) if node.kind == "naming" else None
            if node.kind == "answer":
                end(node)
                keys = Keys(self.reading.faults)
            elif above or (node.kind == "paragraph" and any(map(_prints, prompt))):
                if prompt or keys.given:
                    end()
                keys = above or Keys(self.reading.faults)
            if node.kind != "answer" and not above:
                prompt.append(node)
        if prompt or keys.given:
            end()
        return tuple(found)

    def _keys(self, node: Node) -> Keys | None:
        return keys_of(node, self.reading.place(node.token.meta["at"]), self.reading.faults)

    def _question(self, prompt: list[Node], answer: Node | None, keys: Keys) -> tuple[Question, ...]:
        """What is wrong is told, and its words are read all the same, for the faults in them."""
        faults = self.reading.faults
        place = self.reading.place(answer.token.meta["at"]) if answer else keys.place or self.place
        words = self.read(answer.children) if answer else ()
        asked = self.read(prompt)
        if answer and not words:
            faults.append(error("K209", place, reason="empty"))
        if not any(map(_prints, prompt)):
            if answer or keys.given:
                faults.append(error("K209", place, reason="answer"))
            return ()
        begins = self.reading.place(_first(prompt).token.meta["at"])
        number = self.reading.questions + 1
        made, unanswered = question(f"{self.reading.section}-q{number}", number, begins, asked, words, keys)
        if unanswered and not answer:
            faults.append(error("K209", begins))
            return ()
        self.reading.questions = number
        return (made,)


def _first(prompt: list[Node]) -> Node:
    return next(node for node in prompt if _prints(node))


def _prints(node: Node) -> bool:
    return node.kind not in {"naming", "definition", "footnote_reference", "fence_stray"}
