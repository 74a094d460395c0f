"""Sections → one EPUB 3.3 package: stdlib zipfile and Jinja2, no EPUB library."""

from report.epub.book import write
from report.epub.lint import lint
from report.epub.origins import Trace, origins

__all__ = ["Trace", "lint", "origins", "write"]
