"""Sections → one EPUB 3.3 package: stdlib zipfile and Jinja2, no EPUB library."""

from report.epub.book import write

__all__ = ["write"]
