"""Views derived from a Booklet: mentions, chronology, glossary, people, sources, key terms, answers (law 4: none is stored)."""

from report.apparatus.index import Entry, Group, Locator, Pointer, index
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
    questions,
    sources,
)
from report.apparatus.walk import blocks_in, descend, inlines_in, inlines_of, mark_id, ref_id

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
    "events_of",
    "glossary",
    "index",
    "inlines_in",
    "inlines_of",
    "key_terms",
    "mark_id",
    "mentions",
    "people",
    "questions",
    "ref_id",
    "sources",
]
