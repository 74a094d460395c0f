"""Dates told in prose: where they stand in a text and what they say, in Arabic, Persian, Urdu, Hebrew and English.

Pure: text and language in, places and values out. Digits of all families are read. Years stand alone only after a cue
(«عام», «منذ», "in") or before a mark of an era: a bare number of four digits is never a date. Decades, centuries,
years of two digits and years in words are not told.
"""

from __future__ import annotations

from report.script.datewords.finding import Found, find

__all__ = ["Found", "find"]
