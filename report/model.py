"""The one tree in the middle: a Booklet known to be sound, as plain frozen data; Block and Inline are different types.

Ids are unique in the whole booklet. Texts are in memory order, digits as they were typed: outputs convert them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from report.fault import Place
from report.script.dates import Date

RefKind = Literal["person", "term", "event", "source"]
Role = Literal["front", "chapter", "back"]
BoxKind = Literal["objectives", "summary", "note", "teacher"]
Issue = Literal["student", "teacher", "exam"]
Level = Literal["remember", "understand", "apply", "analyse", "evaluate", "create", ""]
"""Bloom's levels, as revised by Anderson and Krathwohl (2001); empty where none was given."""

# ── inlines ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    children: Inlines


@dataclass(frozen=True, slots=True)
class Code:
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Link:
    """`href` is `#id` inside the booklet, else an http, https or mailto address."""

    href: str
    children: Inlines
    place: Place


@dataclass(frozen=True, slots=True)
class Ref:
    """A mention of something declared once; (kind, target) names it. A source that is `cited` gets a note, with the
    `pages` that are cited, as typed."""

    kind: RefKind
    target: str
    children: Inlines
    place: Place
    cited: bool = False
    pages: str = ""


@dataclass(frozen=True, slots=True)
class IndexMark:
    """`path` is heading and sub-headings; empty means: the words of `children` themselves. `to` is the id of the place
    that the passage runs to, or empty; `main` marks the passage that matters most for the heading; `sort` is what the
    last heading of the path files under, as typed, or empty."""

    path: tuple[str, ...]
    children: Inlines
    place: Place
    to: str = ""
    main: bool = False
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A phrase in another language (BCP 47)."""

    language: str
    children: Inlines
    place: Place


@dataclass(frozen=True, slots=True)
class Digits:
    """Words that keep a digit style of their own."""

    style: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Anchor:
    id: str
    children: Inlines
    place: Place


@dataclass(frozen=True, slots=True)
class Note:
    """A note at its call; its number is derived (per section, in reading order)."""

    blocks: Blocks
    place: Place


@dataclass(frozen=True, slots=True)
class LineBreak:
    pass


@dataclass(frozen=True, slots=True)
class Gap:
    """A place to fill in a question; `children` is what belongs in it, and is empty in an exam."""

    children: Inlines
    place: Place


@dataclass(frozen=True, slots=True)
class NoEvent:
    """Words whose dates name no event of the booklet: nothing is missing in the chronology."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Duration:
    """The time between two events of day precision, in words; without `children` the press writes them.

    `inclusive` counts the first day and the last."""

    start: str
    end: str
    inclusive: bool
    children: Inlines
    place: Place


Inline = (
    Text
    | Emphasis
    | Strong
    | Code
    | Link
    | Ref
    | IndexMark
    | Foreign
    | Digits
    | Anchor
    | Note
    | LineBreak
    | Gap
    | NoEvent
    | Duration
)
Inlines = tuple[Inline, ...]

# ── blocks ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Paragraph:
    children: Inlines
    place: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 2 or 3; level 1 is the section's title."""

    level: int
    children: Inlines
    place: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """`start` is None for a bulleted list."""

    start: int | None
    items: tuple[Blocks, ...]
    place: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: Blocks
    attribution: Inlines
    place: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """`align` is a logical side; numbers and dates read best at `end`."""

    children: Inlines
    align: Literal["start", "center", "end", ""] = ""


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Inlines
    place: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """`image` is the path inside the booklet folder, with forward slashes; `alt` is never blank."""

    image: str
    alt: str
    caption: Inlines
    place: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    kind: BoxKind
    title: Inlines
    blocks: Blocks
    place: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class Short:
    """A question answered in words."""


@dataclass(frozen=True, slots=True)
class Option:
    words: Inlines
    right: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Options in the order they are printed; exactly one is right, unless `many`."""

    options: tuple[Option, ...]
    many: bool = False


@dataclass(frozen=True, slots=True)
class Truth:
    """A statement to judge; the answer gives the reason."""

    true: bool


@dataclass(frozen=True, slots=True)
class Match:
    """Pairs that belong together, two or more; the second column is printed mixed."""

    pairs: tuple[tuple[Inlines, Inlines], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """Items in their right order, two or more; they are printed mixed. `told` is what the key says of each instead, where
    it says more."""

    items: tuple[Inlines, ...]
    told: tuple[Inlines, ...] = ()


@dataclass(frozen=True, slots=True)
class Fill:
    """The prompt holds gaps."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """The prompt holds a quotation and questions about it."""


@dataclass(frozen=True, slots=True)
class Essay:
    """A longer text, judged by a rubric: a table of criteria, the points of each in the last column."""

    rubric: Table | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question made from the chronology (apparatus.drawing): `count` events, chosen and mixed by `seed`."""

    kind: Literal["order", "truth"]
    count: int
    seed: str


Task = Short | Choice | Truth | Match | Order | Fill | Analysis | Essay | Drawn


@dataclass(frozen=True, slots=True)
class Question:
    """`id` is `<section>-q<number>`; its number is its position in the section, from 1.

    `points` is 0 and `lines` (to write on) None where they were not given; `objective` counts the items of the
    chapter's objectives from 1, 0 for none. A task that holds its answer needs no `answer`.
    """

    id: str
    number: int
    prompt: Blocks
    answer: Blocks
    place: Place
    task: Task = Short()
    level: Level = ""
    points: int = 0
    lines: int | None = None
    objective: int = 0
    hint: Inlines = ()

    @property
    def phrases(self) -> tuple[Inlines, ...]:
        """The words of hint, options, pairs, items and rubric."""
        match self.task:
            case Choice(options=options):
                return (self.hint, *(option.words for option in options))
            case Match(pairs=pairs):
                return (self.hint, *(side for pair in pairs for side in pair))
            case Order(items=items):
                return (self.hint, *items)
            case Essay(rubric=Table() as rubric):
                return (self.hint, *(cell.children for row in (rubric.head, *rubric.rows) for cell in row))
            case _:
                return (self.hint,)


@dataclass(frozen=True, slots=True)
class Questions:
    items: tuple[Question, ...]
    place: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch told in two languages (BCP 47): each row holds what stands in the first, and what answers it in the second.

    It stands at the outer level of a text; its blocks are paragraphs, lists and quotations."""

    languages: tuple[str, str]
    rows: tuple[tuple[Block, Block], ...]
    place: Place
    id: str = ""

    def half(self, number: Literal[0, 1]) -> Blocks:
        """All that is told in one of the languages."""
        return tuple(row[number] for row in self.rows)


@dataclass(frozen=True, slots=True)
class CodeBlock:
    text: str
    place: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A pause between two stretches of text (`---`)."""

    place: Place
    id: str = ""


Block = Paragraph | Heading | List | Quote | Table | Figure | Box | Pair | Questions | CodeBlock | Break
Blocks = tuple[Block, ...]

# ── the booklet ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Chapter:
    """A text file: `number` counts chapters from 1 and is 0 for front and back matter."""

    id: str
    title: str
    short: str
    role: Role
    number: int
    blocks: Blocks
    place: Place


@dataclass(frozen=True, slots=True)
class Person:
    """`aged` is the age at death in completed years where it was given: what is known of a birth without a date."""

    id: str
    name: str
    latin: str
    sort: str
    role: str
    born: Date | None
    died: Date | None
    text: Inlines
    place: Place
    indexed: bool = True
    aged: int | None = None


@dataclass(frozen=True, slots=True)
class Term:
    id: str
    term: str
    latin: str
    sort: str
    text: Inlines
    see: tuple[str, ...]
    place: Place
    indexed: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """`passage` is the id of a chapter, heading or anchor; `category` is a key of Meta.categories or empty.

    `relation` is what the event is to the event `anchor` (script.relations), empty where its date is its own. The date of
    one that is only after or before another is open at one end. `weekday` tells that the chronology shows the day of the
    week."""

    id: str
    date: Date
    title: str
    text: Inlines
    passage: str
    as_written: str
    category: str
    people: tuple[str, ...]
    sources: tuple[str, ...]
    place: Place
    relation: str = ""
    anchor: str = ""
    weekday: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Several names stand in one field, parted by semicolons, each «family، given» or as it is; `pages` are its own."""

    id: str
    kind: str
    title: str
    author: str
    publisher: str
    year: Date | None
    url: str
    language: str
    note: Inlines
    place: Place
    container: str = ""
    city: str = ""
    editor: str = ""
    translator: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    short: str = ""
    accessed: Date | None = None


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What index.yaml says of a heading: what it files under (as typed), the path it sends to, those worth seeing too."""

    path: tuple[str, ...]
    sort: str
    see: tuple[str, ...]
    see_also: tuple[tuple[str, ...], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Creator:
    name: str
    role: str
    sort: str
    latin: str = ""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Who found that the e-book conforms to EPUB Accessibility 1.1 and WCAG 2.2 AA: `by` is a name, `credential` what
    entitles them to say so, `report` an address, `date` a day; all but the name may be empty."""

    by: str
    credential: str = ""
    report: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Study:
    """How a booklet serves study: where the answers stand in the student's edition, which editions have a wide margin for
    notes, and which one is made when none is asked for.

    `fold` is `back`, and in the e-book each answer is folded away under its question besides."""

    key: Literal["back", "fold", "none"] = "back"
    note_margin: Literal["true", "false", "teacher"] = "false"
    reading_time: bool = False
    edition: Issue = "student"


@dataclass(frozen=True, slots=True)
class Meta:
    """`page` is width and height in mm; `digits` a style of script.digits; `modified` seconds since 1970, UTC.

    `theme_place` is where the theme was named, None if it was not; `timeline` tells whether one is drawn, None where the
    number of events decides. `latin` and `sort` are the title in Latin letters and as a shelf files it, or empty."""

    title: str
    subtitle: str
    language: str
    identifier: str
    date: str
    modified: int
    creators: tuple[Creator, ...]
    publisher: str
    edition: str
    rights: str
    description: str
    subjects: tuple[str, ...]
    digits: str
    calendars: tuple[str, ...]
    months: str
    categories: dict[str, str]
    page: tuple[float, float]
    binding: Literal["right", "left"]
    theme: str
    place: Place
    theme_place: Place | None = None
    study: Study = Study()
    timeline: bool | None = None
    issue: Issue = "student"
    latin: str = ""
    sort: str = ""
    evaluation: Evaluation | None = None


@dataclass(frozen=True, slots=True)
class Booklet:
    """`root` is the folder it was read from; `name` that folder's name, which names the outputs."""

    name: str
    root: Path
    meta: Meta
    front: tuple[Chapter, ...]
    chapters: tuple[Chapter, ...]
    back: tuple[Chapter, ...]
    people: tuple[Person, ...]
    terms: tuple[Term, ...]
    events: tuple[Event, ...]
    sources: tuple[Source, ...]
    index: tuple[IndexEntry, ...] = ()

    @property
    def texts(self) -> tuple[Chapter, ...]:
        """All text files in reading order."""
        return self.front + self.chapters + self.back
