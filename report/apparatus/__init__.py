"""Views derived from a Booklet: mentions, chronology, glossary, people, sources, key terms, answers (law 4: none is stored)."""

from report.apparatus.drawing import drawn
from report.apparatus.editions import issued
from report.apparatus.shuffling import shuffled
from report.apparatus.views import (
    Band,
    Mention,
    Mentions,
    Row,
    chronology,
    glossary,
    key_terms,
    mentions,
    people,
    questions,
    reading_minutes,
    sources,
)
from report.apparatus.walk import descend, gaps, inlines_in, inlines_of, ref_id

__all__ = [
    "Band",
    "Mention",
    "Mentions",
    "Row",
    "chronology",
    "descend",
    "drawn",
    "gaps",
    "glossary",
    "inlines_in",
    "inlines_of",
    "issued",
    "key_terms",
    "mentions",
    "people",
    "questions",
    "reading_minutes",
    "ref_id",
    "shuffled",
    "sources",
]
