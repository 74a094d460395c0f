"""A drawing (SVG): the size it says it has, and how often it draws what it draws."""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree as ET

LARGEST: Final = 4000.0
"""CSS pixels; there are readers that do not draw what says it is a kilometre wide."""

MOST_DRAWN: Final = 200_000
"""Elements drawn, those that `use` draws again counted each time: ten that use one another draw ten thousand million."""

_SVG: Final = "{http://www.w3.org/2000/svg}"
_XLINK: Final = "{http://www.w3.org/1999/xlink}"
_LENGTH: Final = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|em|rem|ex|q)?\s*")
_UNITS: Final = {
    "px": 1.0, "": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 96 / 101.6,
    "em": 16.0, "rem": 16.0, "ex": 8.0,
}  # fmt: skip


def size(root: ET.Element) -> tuple[float, float] | None:
    """Width and height in CSS pixels as they are declared, else as the view box has them; None where neither says."""
    box = [float(n) for n in re.findall(r"[-+.\deE]+", root.get("viewBox", "")) if _LENGTH.fullmatch(n)]
    view = (box[2], box[3]) if len(box) == 4 else None
    width, height = (_length(root.get(name, "")) for name in ("width", "height"))
    if width is None and height is None:
        return view
    if view and view[0] > 0 and view[1] > 0:
        width = height * view[0] / view[1] if width is None and height is not None else width
        height = width * view[1] / view[0] if height is None and width is not None else height
    return None if width is None or height is None else (width, height)


def _length(text: str) -> float | None:
    """A length in CSS pixels; None for none, and for a share of what is around."""
    match = _LENGTH.fullmatch(text)
    return float(match[1]) * _UNITS[match[2] or ""] if match else None


def held(data: bytes) -> bytes:
    """The drawing, its declared size brought down to LARGEST in its proportions; as it is if it is smaller or no SVG."""
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, ValueError, LookupError):
        return data
    given = size(root)
    if given is None or max(given) <= LARGEST or min(given) <= 0 or not (root.get("width") or root.get("height")):
        return data
    scale = LARGEST / max(given)
    root.attrib.setdefault("viewBox", f"0 0 {given[0]:.6g} {given[1]:.6g}")
    root.attrib |= {"width": f"{given[0] * scale:.6g}", "height": f"{given[1] * scale:.6g}"}
    ET.register_namespace("", _SVG[1:-1])
    ET.register_namespace("xlink", _XLINK[1:-1])
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def drawn(root: ET.Element) -> int:
    """How many elements are drawn, those that `use` repeats each time; a circle, and what is too much, is MOST_DRAWN."""
    named = {id: element for element in root.iter() if (id := element.get("id"))}
    known: dict[ET.Element, int] = {}

    def count(element: ET.Element, way: frozenset[ET.Element]) -> int:
        if element in way or len(way) > 100:
            return MOST_DRAWN
        if element not in known:
            total = 0
            for part in element.iter():
                total += 1
                target = named.get((part.get("href") or part.get(f"{_XLINK}href") or "").removeprefix("#"))
                if part.tag == f"{_SVG}use" and target is not None and total < MOST_DRAWN:
                    total += count(target, way | {element})
            known[element] = min(total, MOST_DRAWN)
        return known[element]

    return count(root, frozenset())
