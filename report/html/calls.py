"""Calls of notes the press makes itself stand behind the stop, as an author's own do (docs/normalising.md, K328)."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

_STOPS = re.compile(r"(?:[،؛؟۔,;:?!]|\.(?!\.))+")


def settle(tree: ET.Element) -> bool:
    """Put the stop that follows the note of a citation before its call, in place; whether there was any. The author cannot:
    the call comes with the words that name the source."""
    changed = False
    for parent in tree.iter():
        for named, call in pairwise(parent):
            cited = "source" in named.get("class", "").split() and call.get("class") == "noteref" and not named.tail
            if cited and (stops := _STOPS.match(call.tail or "")):
                named.tail, call.tail = stops[0], (call.tail or "")[stops.end() :]
                changed = True
    return changed
