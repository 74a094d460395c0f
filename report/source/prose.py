"""Prose with exact places: which code points of a piece of source are words to be read, and in which language."""

from __future__ import annotations

from dataclasses import dataclass

from report.source.lines import Lines, Where


@dataclass(frozen=True, slots=True)
class Prose:
    """A piece of source as it was typed. `spans` are the runs (start, end) of it that are prose of one `language`, a
    tag, blank for the booklet's own; all else in it is markup, code, or another language's."""

    text: str
    where: Where
    spans: tuple[tuple[int, int], ...]
    language: str = ""

    def spoken(self, tag: str) -> Prose:
        """The same in a language."""
        return Prose(self.text, self.where, self.spans, tag)

    def mask(self, filler: str) -> str:
        """The text with `filler` for every code point outside the spans, which stand in order; line ends stay."""
        if self.spans == ((0, len(self.text)),):
            return self.text
        seen, done = list[str](), 0
        for start, end in (*self.spans, (len(self.text), len(self.text))):
            seen += ("\n".join(filler * len(part) for part in self.text[done:start].split("\n")), self.text[start:end])
            done = end
        return "".join(seen)

    def offset(self, index: int, lines: Lines) -> int | None:
        """Where a code point stands in the file's text; None if it was typed otherwise: escaped, or a folded line."""
        place = self.where.place(index)
        at = lines.starts[place.line - 1] + place.column - 1
        return at if lines.text[at : at + 1] == self.text[index] else None

    def rest(self) -> str:
        """What stands outside the spans, run after run."""
        ends = [0, *(end for _, end in self.spans)]
        starts = [*(start for start, _ in self.spans), len(self.text)]
        return "\x00".join(self.text[end:start] for end, start in zip(ends, starts, strict=True))
