"""Letters as they are counted: what a reader could copy, without spaces, controls and the order of display."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from xml.etree import ElementTree as ET

PRESENTATION_FORM = re.compile("[\ufb50-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc]")
_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}


def letters(text: str) -> Counter[str]:
    """How often each visible character occurs."""
    return Counter({c: n for c, n in Counter(text).items() if unicodedata.category(c) not in _UNSEEN})


def of_tree(tree: ET.Element, without: Iterable[str] = ()) -> str:
    """All text of a tree in document order, except in elements that have one of these classes."""
    skip = set(without)
    parts: list[str] = []

    def walk(element: ET.Element) -> None:
        if not skip & set(element.get("class", "").split()):
            parts.append(element.text or "")
            for child in element:
                walk(child)
                parts.append(child.tail or "")

    walk(tree)
    return " ".join(parts)


def missing(wanted: Counter[str], found: Counter[str]) -> list[str]:
    """Characters that are wanted more often than found, as `−2×ل`."""
    return [f"−{n}×{c}" for c, n in sorted((wanted - found).items())]


def invented(wanted: Counter[str], found: Counter[str]) -> list[str]:
    """Letters and marks found more often than wanted, as `+1×ل`."""
    return [f"+{n}×{c}" for c, n in sorted((found - wanted).items()) if unicodedata.category(c)[0] in "LM"]
