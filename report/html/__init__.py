"""Booklet + theme → one neutral HTML tree per section: what PDF and EPUB both start from, and neither goes behind."""

from report.html.sections import Section, cover, sections

__all__ = ["Section", "cover", "sections"]
