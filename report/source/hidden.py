"""Characters that may not stand in a source: direction marks, controls, lost letters (K301)."""

from __future__ import annotations

import re
from typing import Final

from report.fault import Fault, Place, error
from report.script import characters

_ALSO: Final = "\ufeff\ufff9\ufffa\ufffb\ufffc\u2028\u2029"
"""Beside characters.FORBIDDEN: a byte-order mark in the middle, annotation marks, line separators."""

HIDDEN: Final = re.compile(f"{characters.FORBIDDEN.pattern}|[{''.join(sorted(characters.BIDI_CONTROLS))}{_ALSO}]")


def told(character: str, place: Place) -> Fault:
    """The fault of such a character."""
    reason = "direction" if character in characters.BIDI_CONTROLS else "damaged" if character == "\ufffd" else ""
    return error("K301", place, reason=reason, name=characters.name(character))
