"""Views derived from a Booklet: mentions, chronology, glossary, people, sources, key terms, answers (law 4: none is stored)."""

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
    sources,
)
from report.apparatus.walk import descend, inlines_in, inlines_of, ref_id

__all__ = [
    "Band",
    "Mention",
    "Mentions",
    "Row",
    "chronology",
    "descend",
    "glossary",
    "inlines_in",
    "inlines_of",
    "key_terms",
    "mentions",
    "people",
    "questions",
    "ref_id",
    "sources",
]
