"""The sections of a booklet in reading order: front matter, each chapter, each appendix, the closing pages.

Conventions both outputs rely on:
- ids are unique in the booklet; a link inside it is `#id`, whatever section the id stands in;
- a phrase of the other direction that crosses markup stands in one `span.run` with its `dir`;
- a number whose signs depend on an Arabic letter before it begins with U+061C;
- `div.pair` holds `div.pair-row`s, each of two `div.half`s with `lang` and `dir`; a half, and a note of it, in another
  language than the booklet's is `.other`;
- `a.noteref` calls a note whose body is an `aside.note` in the section's `section.notes`;
- `a.pageref` is empty: the PDF writes the page number of its target, the EPUB its `data-text`;
- `span.page-word` («ص») stands before page numbers, and says its `data-text` where there are none;
- `span.locators` holds pagerefs to all mentions of a thing, to be told once for each page (PDF) or chapter (EPUB); one whose
  passage runs on says the id it runs to in `data-to`, and how that is called in `data-to-text`; `.main` is the chief one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree as ET

from markupsafe import Markup

from report import apparatus
from report.apparatus import Locator, Mention, Mentions
from report.cache import NONE, Cache
from report.fault import Place, Stopped, error
from report.html import asking, calls, index, initials, joints, numbers, people, runs, sources, timeline
from report.html.chronology import Chronology
from report.html.pen import Pen
from report.html.tags import tag
from report.labels import labels
from report.model import Blocks, Booklet, Box, Chapter, Person
from report.script import calendars, dates, languages, numerals
from report.script.dates import Date
from report.theme import Theme

Kind = Literal[
    "cover", "title", "imprint", "contents", "text", "chapter",
    "chronology", "people", "glossary", "sources", "index", "answers", "exam",
]  # fmt: skip
Group = Literal["front", "body", "back"]


@dataclass(frozen=True, slots=True)
class Section:
    """One unit of rendering. `html` is a well-formed XHTML fragment with a single root whose id is `id`.

    `label` is what contents, outline and nav call it («الفصل الأول: الخلفية»), `head` the running head;
    `recto` says that it opens on a recto. `places` tells where ids in it were written; layout knows nothing of it.
    """

    id: str
    kind: Kind
    group: Group
    title: str
    label: str
    head: str
    recto: bool
    html: str
    places: Mapping[str, Place] = field(default_factory=dict[str, Place], compare=False, repr=False)

    def tree(self) -> ET.Element:
        return ET.fromstring(self.html)


def sections(booklet: Booklet, theme: Theme, kept: Cache = NONE) -> tuple[Section, ...]:
    """All sections in reading order; chapters that are as they were may be `kept`. Raises Stopped when a template of the
    theme fails (K403, K406)."""
    binder = _Binder(apparatus.issued(booklet, booklet.meta.issue), theme, kept)
    return binder.examine() if booklet.meta.issue == "exam" else binder.bind()


def cover(booklet: Booklet, theme: Theme) -> Section:
    """The cover alone, as it is among all sections. Raises Stopped when its template fails."""
    return _Binder(apparatus.issued(booklet, booklet.meta.issue), theme).plate("cover")


class _Binder:
    """Fills the theme's templates with what the Pen writes and what the apparatus derives."""

    def __init__(self, booklet: Booklet, theme: Theme, kept: Cache = NONE) -> None:
        self.booklet, self.theme, self.meta, self.kept = booklet, theme, booklet.meta, kept
        self.labels = labels(booklet.meta.language)
        self.mentions: Mentions = apparatus.mentions(booklet)
        self.chapters = index.chapters_of(booklet)
        self.pen = Pen(booklet, self.labels, "front")

    def bind(self) -> tuple[Section, ...]:
        front = [self._text(c, "front") for c in self.booklet.front]
        body = [self._chapter(chapter) for chapter in self.booklet.chapters]
        back = [*self._appendices(), *(self._text(c, "back") for c in self.booklet.back)]
        listed = [*front, *body, *back]
        plates = (self.plate("cover"), self.plate("title"), self.plate("imprint", recto=False))
        return (*plates, self._contents(listed), *listed)

    def _chapter(self, chapter: Chapter) -> Section:
        return self.kept.kept(self._made_from(chapter), lambda: self._text(chapter, "body"))

    def _made_from(self, chapter: Chapter) -> Iterator[bytes]:
        """Told only where something is kept."""
        yield from self._around
        yield repr(chapter).encode()

    @cached_property
    def _around(self) -> list[bytes]:
        """All that chapters are made with: the booklet without its texts, the theme, the labels."""
        held = replace(self.booklet, front=(), chapters=(), back=(), root=Path())
        files = [
            p for folder in self.theme.folders for p in sorted(folder.rglob("*")) if p.suffix in (".html", ".toml")
        ]
        made = [repr(held), repr(self.labels), repr(sorted(self.theme.tokens.items()))]
        return [b"chapter", *(part.encode() for part in made), *(p.read_bytes() for p in files)]

    def examine(self) -> tuple[Section, ...]:
        """The question paper alone; the cover and the contents before it are for the e-book."""
        groups: list[dict[str, object]] = []
        for chapter in self.booklet.chapters:
            pen = Pen(self.booklet, self.labels, chapter.id)
            label = numerals.chapter_label(chapter.number, self.meta.language) if chapter.number else ""
            asked = [asking.asked(pen, q) for q in apparatus.questions(chapter)]
            groups.append({"id": chapter.id, "number": label, "title": pen.text(chapter.title), "asked": asked})
        total = sum(q.points for c in self.booklet.chapters for q in apparatus.questions(c))
        paper = self._section(
            "exam", "body", self.labels["exam"], recto=True, groups=groups, total=self.pen.number(total) if total else "",
        )  # fmt: skip
        return (self.plate("cover"), self._contents([paper]), paper)

    # ── one section ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _section(
        self, kind: Kind, group: Group, title: str, *, id: str = "", label: str = "", recto: bool = False,
        head: str = "", places: Mapping[str, Place] | None = None, **context: object,
    ) -> Section:  # fmt: skip
        id = id or kind
        html = self.theme.render(
            f"{kind}.html", id=id, title=title, label=label or title, head=head or title,
            t=self.labels, meta=self.meta, digits=self.pen.plain, text=self.pen.text,
            direction=languages.find(self.meta.language).direction, **context,
        )  # fmt: skip
        try:
            tree = ET.fromstring(html)
        except ET.ParseError as fault:
            place = Place(self.theme.shown_template(f"{kind}.html"))
            raise Stopped([error("K406", place, reason=str(fault))]) from None
        if self.meta.issue != "student":
            tree.set("class", f"{tree.get('class', '')} issue-{self.meta.issue}".strip())
        changed = self.meta.issue != "student"
        changed |= kind == "chapter" and self._opens_with_a_word() and initials.set_initial(tree)
        changed |= calls.settle(tree)
        freed = joints.free(tree)
        held = runs.isolate(tree, languages.find(self.meta.language).direction)
        joined = joints.hold(tree)
        if numbers.anchor(tree) or held or changed or joined or freed:
            html = ET.tostring(tree, encoding="unicode")
        return Section(id, kind, group, title, label or title, head or title, recto, html, places or {})

    def _opens_with_a_word(self) -> bool:
        """The theme's token `initial`: none or word. Raises Stopped (K416) for any other."""
        wanted = self.theme.tokens.get("initial", "none")
        if wanted not in ("none", "word"):
            raise Stopped([error("K416", Place(f"{self.theme.name}/theme.toml"), value=wanted)])
        return wanted == "word"

    def _pairs(self) -> str:
        """The theme's token `pairs`: columns or stacked. Raises Stopped (K416) for any other."""
        wanted = self.theme.tokens.get("pairs", "columns")
        if wanted not in ("columns", "stacked"):
            raise Stopped([error("K416", Place(f"{self.theme.name}/theme.toml"), reason="pairs", value=wanted)])
        return wanted

    def plate(self, kind: Literal["cover", "title", "imprint"], *, recto: bool = True) -> Section:
        names = {"cover": self.labels["cover"], "title": self.labels["title_page"], "imprint": self.labels["imprint"]}
        creators = [{"role": self.labels[c.role], "name": self.pen.text(c.name)} for c in self.meta.creators]
        published = self._gregorian(dates.parse(self.meta.date))
        return self._section(kind, "front", names[kind], recto=recto, creators=creators, published=published)

    def _contents(self, listed: list[Section]) -> Section:
        entries = [
            {"id": s.id, "number": self._number(s), "title": self.pen.plain(s.title), "kind": s.kind} for s in listed
        ]
        return self._section("contents", "front", self.labels["contents"], recto=True, entries=entries)

    def _number(self, section: Section) -> str:
        chapter = next((c for c in self.booklet.chapters if c.id == section.id), None)
        return numerals.chapter_label(chapter.number, self.meta.language) if chapter else ""

    def _text(self, chapter: Chapter, group: Group) -> Section:
        pen = Pen(self.booklet, self.labels, chapter.id, chapter, self._pairs())
        number = numerals.chapter_label(chapter.number, self.meta.language) if chapter.number else ""
        title = pen.plain(chapter.title)
        before, after = _split_objectives(chapter.blocks)
        opening, body = pen.blocks(before), pen.blocks(after)
        if self.meta.study.reading_time and chapter.role == "chapter":
            minutes = f"{self.labels['minutes']}: {pen.number(apparatus.reading_minutes(chapter))}"
            opening = tag("p", minutes, class_="reading-time") + opening
        return self._section(
            "chapter" if chapter.role == "chapter" else "text", group, title, id=chapter.id,
            label=f"{number}: {title}" if number else title, recto=True, head=pen.plain(chapter.short),
            number=number, opening=opening, body=body, notes=pen.notes, places=pen.places,
            terms=[{"id": t.id, "term": self.pen.text(t.term)} for t in apparatus.key_terms(self.booklet, chapter)],
        )  # fmt: skip

    # ── appendices ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _appendices(self) -> list[Section]:
        made: list[Section] = []
        if self.booklet.events:
            made.append(self._chronology())
        if self.booklet.people:
            made.append(self._people())
        if self.booklet.terms:
            made.append(self._glossary())
        if self.booklet.sources:
            made.append(self._sources())
        keyed = self.meta.issue == "student" and self.meta.study.key != "none"
        if keyed and any(apparatus.questions(c) for c in self.booklet.texts):
            made.append(self._answers())
        if groups := index.groups(self.booklet, self.mentions, self.pen, self.labels):
            made.append(self._section("index", "back", self.labels["index"], recto=True, groups=groups))
        return made

    def _chronology(self) -> Section:
        told = Chronology(self.booklet, self.mentions, self.chapters, self.pen, self.labels)
        return self._section(
            "chronology", "back", self.labels["chronology"], recto=True, bands=told.bands(),
            timeline=timeline.figures(self.booklet, self.theme, self.pen, self.labels),
        )  # fmt: skip

    def _people(self) -> Section:
        def pages(p: Person) -> Markup:
            return self._locators(self.mentions.get(("person", p.id), ()))

        entries = people.entries(self.booklet, self.pen, self.labels, pages)
        return self._section("people", "back", self.labels["people"], entries=entries)

    def _gregorian(self, date: Date) -> str:
        return calendars.show(date, "gregorian", self.meta.language, self.meta.months, self.meta.digits)

    def _glossary(self) -> Section:
        names = {t.id: t.term for t in self.booklet.terms}
        entries = [
            {
                "id": f"term-{t.id}", "term": self.pen.text(t.term), "latin": t.latin, "text": self.pen.line(t.text),
                "see": [{"id": f"term-{s}", "term": self.pen.text(names[s])} for s in t.see],
                "pages": self._locators(self.mentions.get(("term", t.id), ())),
            }
            for t in apparatus.glossary(self.booklet)
        ]  # fmt: skip
        return self._section("glossary", "back", self.labels["glossary"], entries=entries)

    def _sources(self) -> Section:
        entries = [
            {
                "id": f"source-{s.id}", "citation": sources.entry(s, self.meta, self.pen.text),
                "attributes": sources.attributes(s, self.meta), "note": self.pen.line(s.note),
                "pages": self._locators(self.mentions.get(("source", s.id), ())),
            }
            for s in apparatus.sources(self.booklet)
        ]  # fmt: skip
        return self._section("sources", "back", self.labels["sources"], entries=entries)

    def _answers(self) -> Section:
        groups = [self._answer_group(c) for c in self.booklet.texts if apparatus.questions(c)]
        return self._section("answers", "back", self.labels["answers"], groups=groups)

    def _answer_group(self, chapter: Chapter) -> dict[str, object]:
        """Answers keep their marks of reference out of the count of mentions, but digits and notes as everywhere."""
        pen = Pen(self.booklet, self.labels, f"{chapter.id}-answers")
        entries = [
            {
                "id": f"{q.id}-answer",
                "question": q.id,
                "number": self.pen.number(q.number),
                "text": asking.answered(pen, q),
            }
            for q in apparatus.questions(chapter)
        ]
        label = numerals.chapter_label(chapter.number, self.meta.language) if chapter.number else ""
        return {
            "id": f"{chapter.id}-answers", "number": label, "title": self.pen.text(chapter.title),
            "chapter": chapter.id, "entries": entries, "notes": pen.notes,
        }  # fmt: skip

    def _locators(self, mentions: tuple[Mention, ...]) -> Markup:
        """Pagerefs to every mention."""
        return index.locators([Locator(m.chapter, m.anchor) for m in mentions], {}, self.pen, self.labels)


def _split_objectives(blocks: Blocks) -> tuple[Blocks, Blocks]:
    """Objectives that open a chapter, then the rest: the key terms stand between them."""
    if blocks and isinstance(blocks[0], Box) and blocks[0].kind == "objectives":
        return blocks[:1], blocks[1:]
    return (), blocks
