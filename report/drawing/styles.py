"""What an SVG says of its text: attributes, style attributes, and style sheets of simple selectors."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Final, cast
from xml.etree import ElementTree as ET

from report.drawing.lines import Anchor
from report.fonts import Face
from report.script.languages import Direction

_UNITS: Final = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_SIZES: Final = {
    "xx-small": 9.6, "x-small": 12.0, "small": 14.2, "medium": 16.0, "large": 19.2, "x-large": 24.0, "xx-large": 32.0,
}  # fmt: skip
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_TEXT: Final = frozenset("font-family font-size font-weight font-style font text-anchor direction writing-mode".split())


@dataclass(frozen=True, slots=True)
class Style:
    """The inherited properties of text, as SVG 2 begins with them; `size` in user units."""

    family: str = ""
    size: float = 16.0
    weight: int = 400
    slant: str = "normal"
    anchor: Anchor = "start"
    direction: Direction = "ltr"
    language: str = "und"
    baseline: str = ""
    vertical: bool = False

    def lowered(self, face: Face | None) -> float:
        """How far below its y a line's alphabetic baseline stands, by `dominant-baseline`, in user units."""
        if face is None or self.baseline not in ("middle", "central", "hanging", "text-before-edge"):
            return 0.0
        middle, ascent, descent = _metrics(face.path)
        part = {"middle": middle, "central": (ascent + descent) / 2}.get(self.baseline, ascent)
        return part * self.size


@dataclass(frozen=True, slots=True)
class Rule:
    """`complex` when a rule about text has a selector that is not one name, class or id: it cannot be followed."""

    selector: str
    values: dict[str, str] = field(hash=False)

    @property
    def complex(self) -> bool:
        simple = re.fullmatch(r"\*|[\w-]+|[\w-]*[.#][\w-]+", self.selector) or self.selector.startswith("@")
        return not simple and bool(_TEXT & self.values.keys())

    def fits(self, element: ET.Element) -> bool:
        name, mark, rest = re.fullmatch(r"([\w*-]*)([.#]?)(.*)", self.selector, re.S).groups()  # type: ignore[union-attr]
        if name not in ("", "*", element.tag.rpartition("}")[2]):
            return False
        return {"": not rest, ".": rest in element.get("class", "").split(), "#": rest == element.get("id")}[mark]


def rules(sheet: str) -> tuple[Rule, ...]:
    """The rules of a style sheet, weakest first: by name, by class, by id; rules in @-blocks are left out."""
    found = [
        Rule(selector.strip(), _declared(body))
        for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", sheet, flags=re.S))
        for selector in selectors.split(",")
    ]
    return tuple(sorted(found, key=lambda rule: ("." in rule.selector) + 2 * ("#" in rule.selector)))


def styled(element: ET.Element, outer: Style, sheet: tuple[Rule, ...]) -> Style:
    """The style of the text in an element that stands in text of the style `outer`."""
    said = {key: value.strip() for key, value in element.items() if not key.startswith("{")}
    for rule in sheet:
        if not rule.complex and rule.fits(element):
            said |= rule.values
    said |= _declared(said.get("style", ""))
    size = _size(said.get("font-size", ""), outer.size)
    return replace(
        outer,
        family=said.get("font-family", outer.family),
        size=size,
        weight=_weight(said.get("font-weight", ""), outer.weight),
        slant="italic" if said.get("font-style", outer.slant) in ("italic", "oblique") else "normal",
        anchor=_one_of(said.get("text-anchor"), ("start", "middle", "end"), outer.anchor),
        direction=_one_of(said.get("direction"), ("rtl", "ltr"), outer.direction),
        language=element.get(_LANGUAGE) or element.get("lang") or outer.language,
        baseline=said.get("dominant-baseline", outer.baseline),
        vertical=outer.vertical or said.get("writing-mode", "")[:2] in ("tb", "ve", "si"),
    )


def length(value: str, size: float) -> float:
    """A length in user units; `size` is an em. What is no length is 0, as an engine takes it."""
    match = re.fullmatch(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*([a-z]*)", value.strip())
    if match is None:
        return 0.0
    number, unit = float(match[1]), match[2]
    return number * ({"em": size, "ex": size / 2}.get(unit) or _UNITS.get(unit, 0.0))


def _size(value: str, outer: float) -> float:
    if value.endswith("%"):
        return outer * length(value[:-1], 1) / 100
    if value in ("smaller", "larger"):
        return outer * (1.2 if value == "larger" else 1 / 1.2)
    return _SIZES.get(value) or length(value, outer) or outer


def _weight(value: str, outer: int) -> int:
    named = {"normal": 400, "bold": 700, "bolder": max(outer, 700), "lighter": min(outer, 400)}
    return named.get(value) or (int(value) if value.isdecimal() else outer)


def _one_of(value: str | None, allowed: tuple[str, ...], outer: str) -> Any:
    return cast(Any, value if value in allowed else outer)


def _declared(text: str) -> dict[str, str]:
    parts = (part.partition(":") for part in text.split(";"))
    return {key.strip().lower(): value.replace("!important", "").strip() for key, _, value in parts if value}


@cache
def _metrics(path: Path) -> tuple[float, float, float]:
    """Half the x-height, ascent and descent (negative) of a face, in em."""
    from fontTools.ttLib import TTFont  # here: most booklets have no drawings with text

    with path.open("rb") as file, TTFont(file, lazy=True) as font:
        table, em = cast(Any, font["OS/2"]), cast(Any, font["head"]).unitsPerEm
        height = getattr(table, "sxHeight", 0) or em / 2
        return height / 2 / em, table.sTypoAscender / em, table.sTypoDescender / em
