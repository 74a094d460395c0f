"""What stands inside a line: markdown-it's tokens to the model's inlines, with their places, no word dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from markdown_it.token import Token

from report.fault import Place, error, warning
from report.model import Code, Emphasis, Inline, Inlines, LineBreak, Link, Note, Paragraph, Strong, Text
from report.source import spans
from report.source.addresses import address
from report.source.grammar import markdown
from report.source.hidden import HIDDEN, told
from report.source.lines import Where
from report.source.literal import leftovers
from report.source.prose import Prose
from report.source.reading import Reading

DEPTH: Final = 64
"""Deepest nesting of emphasis, spans and brackets in one paragraph. Every later stage walks the tree by recursion, and
unmatched brackets beyond it cost markdown-it quadratic time (10,000 of them: a minute)."""

_MARKS = re.compile(r"\\.|[\[\]]", re.DOTALL)


def phrase(reading: Reading, content: str, where: Where, in_note: bool = False, in_link: bool = False) -> Inlines:
    """The inlines of a piece of text whose code points stood at `where`."""
    tokens: list[Token] = []
    deep = _brackets(content) > DEPTH
    if not deep:
        try:
            markdown().inline.parse(content, markdown(), reading.env, tokens)
        except RecursionError:
            deep = True
    if deep or _nesting(tokens) > DEPTH:
        reading.faults.append(error("K117", where.place(0), reason="line", limit=DEPTH))
        return (Text(content, where.place(0)),)
    return _Weaver(reading, content, where, in_note, in_link).weave(tokens)


def _brackets(content: str) -> int:
    """How deep square brackets stand in each other, escaped ones not counted; unclosed ones count to the end."""
    depth = deepest = 0
    for mark in _MARKS.findall(content):
        depth = max(depth + (mark == "[") - (mark == "]"), 0)
        deepest = max(deepest, depth)
    return deepest


def _nesting(tokens: list[Token]) -> int:
    depth = deepest = 0
    for token in tokens:
        depth += token.nesting
        deepest = max(deepest, depth)
    return deepest


@dataclass(slots=True)
class _Frame:
    """A node whose end has not come yet; `in_link` when it stands in a link or is one."""

    token: Token | None
    in_link: bool
    nodes: list[Inline] = field(default_factory=list[Inline])


class _Weaver:
    """Takes tokens one by one; keeps a stack, so that depth costs no recursion."""

    def __init__(self, reading: Reading, content: str, where: Where, in_note: bool, in_link: bool) -> None:
        self.reading, self.content, self.where, self.in_note = reading, content, where, in_note
        self.frames = [_Frame(None, in_link)]
        self.text: list[str] = []
        self.start = self.stars = 0
        self.languages: list[tuple[str, int]] = [(reading.language, 0)]
        self.spans: dict[tuple[str, int], list[tuple[int, int]]] = {}

    def weave(self, tokens: list[Token]) -> Inlines:
        for token in tokens:
            self._take(token)
        self._count_stars(None, len(self.content))
        self._flush()
        self._keep_prose()
        return tuple(self.frames[0].nodes)

    def _keep_prose(self) -> None:
        """Tells the reading where the words stand, for rules about how they are typed; not those of quotations."""
        if not self.reading.verbatim:
            for (language, _), spans_ in self.spans.items():
                self.reading.prose.append(Prose(self.content, self.where, tuple(spans_), language))

    def _note_prose(self, token: Token, at: int) -> None:
        """A text token is prose where it stands as it was typed, escapes and entities are not."""
        if token.type == "text" and self.content.startswith(token.content, at):
            runs = self.spans.setdefault(self.languages[-1], [])
            start = runs.pop()[0] if runs and runs[-1][1] == at else at
            runs.append((start, at + len(token.content)))
        elif token.nesting > 0:
            named = spans.language(token.meta["braces"]) if token.type == "span_open" else ""
            self.languages.append((named, at + 1) if named else self.languages[-1])
        elif token.nesting < 0:
            self.languages.pop()

    def _take(self, token: Token) -> None:
        at = int(token.meta.get("at", 0))
        self._count_stars(token, at)
        self._note_prose(token, at)
        match token.type:
            case "text":
                self.reading.faults.extend(leftovers(token.content, at, self.content, self.where))
                self._say(token.content, at)
            case "text_special":
                self.reading.faults.extend(told(mark, self._place(at)) for mark in HIDDEN.findall(token.content))
                self._say(token.content, at)
            case "softbreak":
                self._say(" ", at)
            case "html_inline":
                self._tell("K112", at, tag=token.content)
                self._say(token.content, at)
            case "image":
                self._tell("K127", at)
                self._say(token.content, at + 2)
            case _ if token.nesting > 0:
                self._open(token, at)
            case _ if token.nesting < 0:
                self._close()
            case _:
                self._add(self._leaf(token, at))

    def _place(self, at: int) -> Place:
        return self.where.place(at)

    def _tell(self, code: str, at: int, **values: object) -> None:
        self.reading.faults.append(error(code, self._place(at), **values))

    def _say(self, text: str, at: int) -> None:
        if not self.text:
            self.start = at
        if text:
            self.text.append(text)

    def _flush(self) -> None:
        if self.text:
            self.frames[-1].nodes.append(Text("".join(self.text), self._place(self.start)))
            self.text.clear()

    def _add(self, *nodes: Inline) -> None:
        self._flush()
        self.frames[-1].nodes.extend(nodes)

    def _leaf(self, token: Token, at: int) -> Inline:
        match token.type:
            case "code_inline":
                return Code(token.content, self._place(at))
            case "hardbreak":
                return LineBreak()
            case "footnote_ref":
                return self._note(token, at)
            case other:
                raise AssertionError(f"markdown-it gave an inline token that no rule of ours makes: {other}")

    def _note(self, token: Token, at: int) -> Note:
        place, key = self._place(at), token.meta.get("label")
        if self.in_note or self.reading.listing:
            self._tell("K126", at, reason="" if self.in_note else "list")
        elif self.frames[-1].in_link:
            self._tell("K139", at, reason="note")
        if key is None:
            return Note((self._short_note(token, at),), place)
        if not self.in_note:
            if key in self.reading.called:
                self._tell("K143", at, key=key, first=self.reading.called[key])
            elif key not in self.reading.notes:
                self._tell("K118", at, key=key)
            self.reading.called.setdefault(key, place)
            self._claim(key)
        return Note(self.reading.notes.get(key, ()), place)

    def _claim(self, key: str) -> None:
        """A note is in the language of the half of a pair that calls it, wherever it is written."""
        prose = self.reading.prose
        for index in self.reading.note_prose.get(key, ()):
            prose[index] = replace(prose[index], language=prose[index].language or self.reading.language)

    def _short_note(self, token: Token, at: int) -> Paragraph:
        """The paragraph of `^[words]`; markdown-it has read them already, with offsets of their own."""
        note = self.reading.env["footnotes"]["list"][token.meta["id"]]
        words, where = str(note["content"]), self.where.after(at + 2)
        if not words.strip():
            self._tell("K135", at, reason="note")
        weaver = _Weaver(self.reading, words, where, in_note=True, in_link=False)
        return Paragraph(weaver.weave(note["tokens"]), where.place(0))

    def _open(self, token: Token, at: int) -> None:
        links = token.type == "link_open" or (token.type == "span_open" and spans.is_reference(token.meta["braces"]))
        inside = self.frames[-1].in_link
        if links and inside:
            self._tell("K139", at)
        self._flush()
        self.frames.append(_Frame(token, inside or links))

    def _close(self) -> None:
        self._flush()
        frame = self.frames.pop()
        words, token = tuple(frame.nodes), frame.token
        assert token is not None
        at = int(token.meta["at"])
        match token.type:
            case "em_open":
                self._add(Emphasis(words))
            case "strong_open":
                self._add(Strong(words))
            case "link_open":
                self._add(self._link(token, words, at))
            case _:
                braces = token.meta["braces"]
                self._add(*spans.wrap(braces, words, self._place(at), self.where, self.reading.faults))

    def _link(self, token: Token, words: Inlines, at: int) -> Link:
        label = token.meta.get("label")
        if "title" in token.attrs and not label:
            self._tell("K131", at, reason="title", words=token.attrs["title"])
        if not words:
            self._tell("K135", at, reason="link")
        if label:
            self.reading.labels.add(str(label))
        return Link(address(str(token.attrs["href"])), words, self._place(at))

    def _count_stars(self, token: Token | None, at: int) -> None:
        """Two asterisks or more that stay asterisks beside a word were meant as strong (K142)."""
        if token and token.type == "text" and token.content == "*":
            self.stars += 1
            return
        if self.stars > 1:
            around = self.content[at - self.stars - 1 : at - self.stars] + self.content[at : at + 1]
            if around.strip():
                self.reading.faults.append(warning("K142", self._place(at - self.stars)))
        self.stars = 0
