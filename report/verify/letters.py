"""Letters as they are counted: what a reader could copy, without spaces, controls and the order of display."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from xml.etree import ElementTree as ET

PRESENTATION_FORM = re.compile("[\ufb50-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc]")
_CONTROLS = re.compile("[\u061c\u200b-\u200f\u2066-\u2069\u202a-\u202e]")
_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}


def letters(text: str) -> Counter[str]:
    """How often each visible character occurs."""
    return Counter({c: n for c, n in Counter(text).items() if unicodedata.category(c) not in _UNSEEN})


def of_tree(tree: ET.Element, without: Iterable[str] = ()) -> str:
    """All text of a tree in document order, except in elements that have one of these classes."""
    skip = set(without)
    parts: list[str] = []

    def walk(element: ET.Element) -> None:
        classes = element.get("class")
        if classes is None or skip.isdisjoint(classes.split()):
            parts.append(element.text or "")
            for child in element:
                walk(child)
                parts.append(child.tail or "")

    walk(tree)
    return " ".join(parts)


def unlike(some: Iterable[str], others: Iterable[str]) -> tuple[list[str], list[str]]:
    """The texts of two rows without those that both have, and without what is not counted: letters need be counted only in
    what is left."""
    ones, twos = Counter(map(_bare, some)), Counter(map(_bare, others))
    return [*(ones - twos).elements()], [*(twos - ones).elements()]


def _bare(text: str) -> str:
    return "".join(_CONTROLS.sub("", text).split())


def missing(wanted: Counter[str], found: Counter[str]) -> list[str]:
    """Characters that are wanted more often than found, as `−2×ل`."""
    return [f"−{n}×{c}" for c, n in sorted((wanted - found).items())]


def invented(wanted: Counter[str], found: Counter[str]) -> list[str]:
    """Letters and marks found more often than wanted, as `+1×ل`."""
    return [f"+{n}×{c}" for c, n in sorted((found - wanted).items()) if unicodedata.category(c)[0] in "LM"]
