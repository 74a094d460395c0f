"""The Pen writes blocks and inlines of one section as XHTML fragments (memory order, logical sides, no style)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import assert_never

from markupsafe import Markup, escape

from report.apparatus import durations, mark_id, ref_id
from report.fault import Place
from report.html import asking, numbers, pairs, sources, tables
from report.html.tags import language_attributes, tag
from report.model import (
    Anchor,
    Block,
    Blocks,
    Booklet,
    Box,
    Break,
    Chapter,
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
    Question,
    Questions,
    Quote,
    Ref,
    Strong,
    Table,
    Text,
)
from report.script import digits, languages, tokens

_LATIN_WORD = r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff0-9'’._+&/#@-]*"
_LATIN_RUN = re.compile(rf"{_LATIN_WORD}(?:[ ](?:{_LATIN_WORD}|[0-9]+))*")
_TRAILING_STOPS = ".-/'’_"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_INTRODUCED = ("person", "term")


@dataclass(slots=True)
class Pen:
    """Writes one section. `labels` are the fixed words of the language; `notes` fills as notes are met, `places` with
    where each id was written; `pairs` is the class that says how pairs stand, `columns` or `stacked`, `half` what the half
    being written says of itself."""

    booklet: Booklet
    labels: dict[str, str]
    section: str
    chapter: Chapter | None = None
    pairs: str = "columns"
    notes: list[Markup] = field(default_factory=list[Markup])
    half: dict[str, str] = field(default_factory=dict[str, str])
    places: dict[str, Place] = field(default_factory=dict[str, Place])
    _style: list[str] = field(default_factory=list[str])
    _met: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    _cited: set[str] = field(default_factory=set[str])
    _depth: int = 0  # notes being written
    _paragraphs: int = 0
    _quote: int | None = None  # straight marks met in this block, None where they stay as typed

    # ── text ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def plain(self, text: str) -> str:
        """Text with the digits of the booklet, for titles and attributes."""
        return digits.convert(text, self._style[-1] if self._style else self.booklet.meta.digits)

    def number(self, n: int) -> str:
        return digits.format(n, self.booklet.meta.digits)

    def text(self, text: str) -> Markup:
        """Escaped text; a Latin phrase inside right-to-left text gets its direction and face, a datum its order."""
        language = languages.find(self.booklet.meta.language)
        shown = self._quoted(self.plain(text))
        if language.direction == "ltr" and not _RIGHT_TO_LEFT.search(shown):
            return escape(shown)
        if language.script == "Arab":
            shown = tokens.hold(shown)
        data = tuple(tokens.find(shown))
        if not data:
            return self._between(shown)
        out, at = Markup(), 0
        for datum in data:
            out += self._between(shown[at : datum.start]) + numbers.datum(datum, language)
            at = datum.end
        return out + self._between(shown[at:])

    def _between(self, text: str) -> Markup:
        """Text without data."""
        if languages.find(self.booklet.meta.language).direction == "ltr" or not _LATIN_RUN.search(text):
            return escape(text)
        out, at = Markup(), 0
        for match in _LATIN_RUN.finditer(text):
            run = match.group().rstrip(_TRAILING_STOPS)
            out += escape(text[at : match.start()]) + Markup('<span class="latin" dir="ltr">{}</span>').format(run)
            at = match.start() + len(run)
        return out + escape(text[at:])

    def line(self, inlines: Inlines) -> Markup:
        """The inlines of one block. Straight quotation marks that pair in it become those of the language."""
        marks = sum(text.text.count('"') for text in _own_texts(inlines))
        outer, self._quote = self._quote, 0 if marks % 2 == 0 else None
        shown = self.inlines(inlines)
        self._quote = outer
        return shown

    def _quoted(self, text: str) -> str:
        if self._quote is None or '"' not in text:
            return text
        opening, closing, *_ = languages.find(self.booklet.meta.language).quotes
        first, *rest = text.split('"')
        out = first
        for part in rest:
            out += (closing if self._quote % 2 else opening) + part
            self._quote += 1
        return out

    def inlines(self, inlines: Inlines) -> Markup:
        return Markup().join(self.inline(i) for i in inlines)

    def inline(self, inline: Inline) -> Markup:
        match inline:
            case Text(text=text):
                return self.text(text)
            case Emphasis(children=children):
                return tag("em", self.inlines(children))
            case Strong(children=children):
                return tag("strong", self.inlines(children))
            case Code(text=text):
                return tag("code", escape(text), dir="ltr")
            case Link(href=href, children=children):
                return tag("a", self.inlines(children), href=href, class_="link" if href.startswith("#") else "web")
            case Ref():
                return self._ref(inline)
            case IndexMark(children=children):
                anchor = self._at(inline.place, mark_id(self.chapter, inline) if self.chapter else None)
                return tag("span", self.inlines(children), class_="mark", id=anchor)
            case Foreign(language=language, children=children):
                return tag("span", self._foreign(children), class_="foreign", **language_attributes(language))
            case NoEvent(children=children):
                return self.inlines(children)
            case Duration(children=children):
                return self.inlines(children) if children else self.text(durations.words(self.booklet, inline))
            case Digits(style=style, children=children):
                return self._with_digits(style, children)
            case Anchor(id=id, children=children):
                return tag("span", self.inlines(children), id=self._at(inline.place, id))
            case Note():
                return self._note(inline)
            case LineBreak():
                return Markup("<br/>")
            case Gap():
                return tag("span", "\u00a0" * 24, class_="gap")
        assert_never(inline)

    def _ref(self, ref: Ref) -> Markup:
        """The first mention of a person or a term in a chapter is told apart, so that a theme can show it."""
        anchor = self._at(ref.place, ref_id(self.chapter, ref) if self.chapter else None)
        first = ref.kind in _INTRODUCED and self.chapter is not None and (ref.kind, ref.target) not in self._met
        self._met.add((ref.kind, ref.target))
        name = f"ref {ref.kind} first" if first else f"ref {ref.kind}"
        link = tag("a", self.inlines(ref.children), class_=name, id=anchor, href=f"#{ref.kind}-{ref.target}")
        return link + self._citation(ref) if ref.cited else link

    def _citation(self, ref: Ref) -> Markup:
        """A note with the source, full once a chapter; in a note it stands in parentheses, for notes have none."""
        source, meta = next(s for s in self.booklet.sources if s.id == ref.target), self.booklet.meta
        said = sources.citation(
            source, meta, self.text, ref.pages, again=source.id in self._cited, end="" if self._depth else "."
        )
        self._cited.add(source.id)
        foreign = sources.attributes(source, meta)
        told = tag("span", said, **foreign) if foreign else said
        if self._depth:
            return Markup(" ({})").format(told)
        return self._called(ref.place, lambda: tag("p", told, id=self._paragraph_id(ref.place)))

    def _foreign(self, children: Inlines) -> Markup:
        """Inside a foreign phrase digits stay as typed and no run is wrapped again."""
        return Markup().join(escape(c.text) if isinstance(c, Text) else self.inline(c) for c in children)

    def _with_digits(self, style: str, children: Inlines) -> Markup:
        self._style.append(style)
        inner = self.inlines(children)
        self._style.pop()
        return inner

    def _note(self, note: Note) -> Markup:
        """A call here, its body in `notes`; a note inside a note takes the next number."""
        return self._called(note.place, lambda: self.blocks(note.blocks))

    def _called(self, place: Place, body_of: Callable[[], Markup]) -> Markup:
        n = len(self.notes) + 1
        self.notes.append(Markup())
        call, body, number = f"{self.section}-r{n}", f"{self.section}-n{n}", self.number(n)
        self.places |= {call: place, body: place}
        back = tag("a", number, class_="backlink", role="doc-backlink", href=f"#{call}", aria_label=self.labels["back"])
        self._depth += 1
        name = "note other" if "data_digits" in self.half else "note"
        self.notes[n - 1] = tag("aside", back + body_of(), class_=name, role="doc-footnote", id=body, **self.half)
        self._depth -= 1
        label = self.labels["note_call"].format(n=number)
        return tag("a", number, class_="noteref", role="doc-noteref", id=call, href=f"#{body}", aria_label=label)

    # ── blocks ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def blocks(self, blocks: Blocks) -> Markup:
        return Markup("\n").join(self.block(b) for b in blocks)

    def block(self, block: Block) -> Markup:
        self._at(block.place, block.id)
        match block:
            case Paragraph(children=children):
                return tag("p", self.line(children).strip(), id=block.id or self._paragraph_id(block.place))
            case Heading(level=level, children=children):
                return tag(f"h{level}", self.line(children), id=block.id or self._paragraph_id(block.place))
            case List():
                return self._list(block)
            case Quote(blocks=blocks, attribution=attribution):
                said = tag("footer", self.line(attribution)) if attribution else Markup()
                return tag("blockquote", self.blocks(blocks) + said, id=block.id)
            case Table():
                return tables.table(self, block)
            case Figure(image=image, alt=alt, caption=caption):
                picture = Markup('<img src="{}" alt="{}"/>').format(image, self.plain(alt))
                below = tag("figcaption", self.line(caption)) if caption else Markup()
                return tag("figure", picture + below, id=block.id)
            case Box(kind=kind, title=title, blocks=blocks):
                head = tag("p", self.line(title) or self.labels[kind], class_="box-title")
                return tag("div", head + self.blocks(blocks), class_=f"box {kind}", id=block.id)
            case Pair():
                return pairs.pair(self, block)
            case Questions(items=items):
                return self._questions(items, block.id)
            case CodeBlock(text=text):
                return tag("pre", tag("code", escape(text)), dir="ltr", id=block.id)
            case Break():
                return tag("hr", None, id=block.id)
        assert_never(block)

    def _at(self, place: Place, id: str | None) -> str | None:
        """The id, whose place is remembered."""
        if id:
            self.places[id] = place
        return id

    def _paragraph_id(self, place: Place) -> str | None:
        """Paragraphs are numbered so that a page can be said to begin at one of them; notes and lists have their own."""
        if self.chapter is None:
            return None
        self._paragraphs += 1
        return self._at(place, f"{self.section}-p{self._paragraphs}")

    def _list(self, block: List) -> Markup:
        items = Markup("\n").join(tag("li", self.tight(item)) for item in block.items)
        if block.start is None:
            return tag("ul", items, id=block.id)
        return tag("ol", items, id=block.id, start=str(block.start) if block.start != 1 else None)

    def tight(self, blocks: Blocks) -> Markup:
        """An item of one paragraph is written without the paragraph."""
        if len(blocks) == 1 and isinstance(only := blocks[0], Paragraph) and not only.id:
            return self.line(only.children)
        return self.blocks(blocks)

    def _questions(self, items: tuple[Question, ...], id: str) -> Markup:
        title = tag("h2", self.labels["questions"], id=f"{id or self.section}-questions")
        rows = Markup("\n").join(asking.asked(self, q) for q in items)
        return tag("section", title + tag("ol", rows, class_="qna", role="list"), class_="questions", id=id)


def _own_texts(inlines: Inlines) -> Iterator[Text]:
    """Texts of a block itself: notes are blocks of their own, and a foreign phrase keeps its marks."""
    for inline in inlines:
        match inline:
            case Text():
                yield inline
            case Note() | Foreign() | Code() | LineBreak():
                pass
            case _:
                yield from _own_texts(inline.children)
