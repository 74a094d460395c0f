"""Views derived from a Booklet: mentions, chronology, glossary, people, sources, key terms, answers (law 4: none is stored)."""

from report.apparatus.drawing import drawn
from report.apparatus.editions import issued
from report.apparatus.index import Entry, Group, Locator, Pointer, index
from report.apparatus.shuffling import shuffled
from report.apparatus.views import (
    Band,
    Mention,
    Mentions,
    Row,
    chronology,
    events_of,
    glossary,
    key_terms,
    mentions,
    people,
    placed,
    questions,
    reading_minutes,
    sources,
)
from report.apparatus.walk import blocks_in, descend, gaps, inlines_in, inlines_of, mark_id, ref_id

__all__ = [
    "Band",
    "Entry",
    "Group",
    "Locator",
    "Mention",
    "Mentions",
    "Pointer",
    "Row",
    "blocks_in",
    "chronology",
    "descend",
    "drawn",
    "events_of",
    "gaps",
    "glossary",
    "index",
    "inlines_in",
    "inlines_of",
    "issued",
    "key_terms",
    "mark_id",
    "mentions",
    "people",
    "placed",
    "questions",
    "reading_minutes",
    "ref_id",
    "shuffled",
    "sources",
]
