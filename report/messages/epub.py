"""K6xx: EPUB."""

from __future__ import annotations

from report.messages.entry import Entries

ENTRIES: Entries = {}
