"""What a booklet gives away besides books: flash cards, its chronology as data. The same bytes each time."""

from report.exports.events import FORMS, Form, chronology
from report.exports.flashcards import Card, anki, cards
from report.exports.sheets import COUNTS, PAPERS, sheets

__all__ = ["COUNTS", "FORMS", "PAPERS", "Card", "Form", "anki", "cards", "chronology", "sheets"]
