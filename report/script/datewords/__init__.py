"""Dates in prose, found by their words, in Arabic, Persian, Urdu, Hebrew and English.

A date is found where a month stands with its year, where three numbers make a day, and where a year follows or precedes
a word that makes it one («عام», «منذ», «انتخابات», `in`, «בשנת»). A number alone is never a date; nor is a decade, or a
month without its year. Two dates joined by «و» under one month or word are told as the range they bound.
"""

from __future__ import annotations

from report.script.datewords.folding import fold
from report.script.datewords.forms import forms
from report.script.datewords.scan import Found, scan
from report.script.languages import primary

__all__ = ["Found", "find"]


def find(text: str, language: str) -> tuple[Found, ...]:
    """The dates of a text in a language (BCP 47), in order, none over another; offsets are code points of the text.

    A language without words of its own gives dates in three numbers only.
    """
    return scan(fold(text), forms(primary(language)))
