"""Booklet + theme → one neutral HTML tree per section: what PDF and EPUB both start from, and neither goes behind."""

from report.html.sections import Section, sections

__all__ = ["Section", "sections"]
