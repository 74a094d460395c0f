"""`::: pair ar en`: a stretch in two languages, parted by a line `---`, block answered by block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from report.fault import Place, error
from report.model import Block, Blocks, List, Pair, Paragraph, Quote
from report.source.nodes import Node
from report.source.reading import Reading


@dataclass(frozen=True, slots=True)
class Halves:
    """A fence `pair` being read: `title` is what stands behind its name, `at` the place of that; `read` reads blocks."""

    reading: Reading
    title: str
    at: Place
    place: Place
    id: str
    read: Callable[[list[Node]], Blocks]

    def pair(self, nodes: list[Node]) -> Pair:
        """The pair. What is wrong is told, and all its words are read all the same, for the faults in them."""
        languages = self._languages()
        outer, self.reading.paired = self.reading.paired, True
        first, second = (
            self._half(part, language) for part, language in zip(self._parted(nodes), languages, strict=True)
        )
        self.reading.paired = outer
        for block in (*first, *second):
            if not isinstance(block, Paragraph | List | Quote | Pair):
                self._tell("K156", block.place)
        if any(node.kind == "hr" for node in nodes):
            self._compare(first, second)
        return Pair(languages, tuple(zip(first, second, strict=False)), self.place, self.id)

    def _languages(self) -> tuple[str, str]:
        tags = self.title.split()
        if len(tags) != 2:
            self._tell("K153", self.at)
        elif tags[0].lower() == tags[1].lower():
            self._tell("K153", self.at, reason="same", tag=tags[0])
        first, second, *_ = *tags, "", ""
        return first, second

    def _parted(self, nodes: list[Node]) -> tuple[list[Node], list[Node]]:
        """What stands above the line and below it. With several lines the first counts."""
        lines = [i for i, node in enumerate(nodes) if node.kind == "hr"]
        for i in lines[1:]:
            self._tell("K154", self.reading.place(nodes[i].token.meta["at"]), reason="twice")
        if not lines:
            self._tell("K154", self.place)
            return nodes, []
        return nodes[: lines[0]], [node for node in nodes[lines[0] :] if node.kind != "hr"]

    def _half(self, nodes: list[Node], language: str) -> Blocks:
        outer, self.reading.language = self.reading.language, language
        found = self.read(nodes)
        self.reading.language = outer
        return found

    def _compare(self, first: Blocks, second: Blocks) -> None:
        """Each block has one that answers it, a paragraph a paragraph; told at the first that has none."""
        for number, (one, other) in enumerate(zip(first, second, strict=False), 1):
            if type(one) is not type(other) or _items(one) != _items(other):
                self._tell("K152", other.place, reason="kind", number=number, first=one.place)
                return
        if len(first) != len(second):
            lone = (first if len(first) > len(second) else second)[min(len(first), len(second))]
            self._tell("K152", lone.place, above=len(first), below=len(second))

    def _tell(self, code: str, place: Place, **values: object) -> None:
        self.reading.faults.append(error(code, place, **values))


def _items(block: Block) -> int:
    return len(block.items) if isinstance(block, List) else 0
