"""What a document's elements look like when no reader interferes: a small cascade (CSS Cascading 4 §6) of few properties.

Only what rules need: colours, sizes, weight, slant, leading. Rules within @media, @container and the like are left out,
since it is not known whether they hold; so are rules within rules, and values this module cannot read, as an e-reader leaves
out those it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

import cssselect2
from tinycss2 import color4

from report.epub.lint import sheet
from report.epub.lint.look import CLEAR, Colour, Look, over
from report.epub.lint.matching import Kinds, Wrappers, called, is_placed, last_name, selectors
from report.epub.lint.opened import Opened
from report.epub.lint.sheet import Declaration, Sheet, Style
from report.epub.lint.tree import Tree
from report.epub.tree import Element

_SLANTED = {"em", "i", "cite", "dfn", "var", "address"}  # HTML §15.3: what a browser sets in italic by itself
_STRONG = {"strong", "b", "th", "h1", "h2", "h3", "h4", "h5", "h6"}
_SIZES = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "h5": 0.83, "h6": 0.67, "small": 0.83, "sub": 0.83, "sup": 0.83}
_WANTED = {
    "color",
    "background",
    "background-color",
    "font-size",
    "font-weight",
    "font-style",
    "opacity",
    "display",
} | {"line-height"}
_LENGTH = re.compile(r"(\d*\.?\d+)(em|rem|%|pt|px)")
_BODY = {"pt": 12.0, "px": 16.0, "%": 100.0, "em": 1.0, "rem": 1.0}


def sheets_of(book: Opened, document: Tree) -> Iterator[Sheet]:
    """Those the document links, then its own <style>, in order."""
    for element in document.root.iter():
        if element.tag == "style":
            yield sheet.read(document.path, (element.text or "").encode("utf-8"))
        elif element.tag == "link" and "stylesheet" in element.get("rel", "").split():
            path = book.resolve(document.path, element.get("href", ""))[0]
            if path in book.styles and element.get("media", "all") in ("all", "screen"):
                yield book.styles[path]


def looks(book: Opened, document: Tree) -> dict[Element, Look]:
    """Every element of the document with its look."""
    if document.path not in book.looks:
        book.looks[document.path] = _looks(book, document)
    return book.looks[document.path]


def _looks(book: Opened, document: Tree) -> dict[Element, Look]:
    sheets = tuple(sheets_of(book, document))
    row = tuple(map(id, sheets))
    if row not in book.matched:
        book.matched[row] = _Matched(sheets)
    matched = book.matched[row]
    assert isinstance(matched, _Matched)
    wrappers = Wrappers(document.root, document.above)
    made: dict[Element, Look] = {}
    for element in document.where:
        above = document.above.get(element)
        ground = made[above] if above is not None else matched.start
        said, like = matched.said(wrappers, element, above)
        given = element.get("style")
        if like >= 0 and given is None:
            key = (like, id(ground), element.get("hidden") is None)
            if key not in matched.same:
                matched.same[key] = _look(element, ground, said)
            made[element] = matched.same[key]
            continue
        if given is not None:
            inline = sheet.inline(given, document.place(element))
            said = {**said, **{d.name.replace("background-color", "background"): d for d in inline}}
        made[element] = _look(element, ground, said)
        matched.held.append(made[element])
    return made


class _Matched:
    """What some sheets say of the elements of all documents that have them, and how alike ones look."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.sheets = sheets  # they live as long as what is told of them, so that no id is given twice; so do all looks
        self.start = Look()
        self.held: list[Look] = []
        self.same: dict[tuple[int, int, bool], Look] = {}
        self.alike, self.placed = cssselect2.Matcher(), cssselect2.Matcher()
        self.last: set[str] = set()
        rows = list(_wanted(sheets))
        self.kinds = Kinds(style for style, _ in rows)
        for order, (style, wanted) in enumerate(rows):
            matcher = self.placed if is_placed(style) else self.alike
            for selector in selectors(style):
                if selector.pseudo_element is None:
                    matcher.order = order  # of one row for both
                    matcher.add_selector(selector, wanted)
                    self.last.update([last_name(selector)] if matcher is self.placed else [])
        self.found: dict[int, list[Any]] = {}
        self.declared: dict[int, dict[str, Declaration]] = {}

    def said(self, wrappers: Wrappers, element: Element, above: Element | None) -> tuple[dict[str, Declaration], int]:
        """The declarations that hold, by property; and the number of the kind that they hold for, -1 if for this element
        alone."""
        number = self.kinds.number(element, above)
        if number not in self.found:
            self.found[number] = self.alike.match(wrappers.of(element))
            self.declared[number] = _strongest(self.found[number])
        asked = "" in self.last or not self.last.isdisjoint(called(element))
        placed = self.placed.match(wrappers.of(element)) if asked else []
        return (_strongest([*self.found[number], *placed]), -1) if placed else (self.declared[number], number)


def _strongest(matched: Sequence[tuple[Any, ...]]) -> dict[str, Declaration]:
    """The declarations of some rules, by property."""
    said: dict[str, Declaration] = {}
    for _, _, _, declarations in sorted(matched, key=itemgetter(0, 1)):  # weakest first
        said |= {d.name.replace("background-color", "background"): d for d in declarations if _is_read(d)}
    return said


def _wanted(sheets: Sequence[Sheet]) -> Iterator[tuple[Style, list[Declaration]]]:
    """The rules that hold everywhere and say something of a look."""
    for style in (style for one in sheets for style in one.styles):
        if not style.conditional and (wanted := [d for d in style.declarations if d.name in _WANTED]):
            yield style, wanted


def _is_read(one: Declaration) -> bool:
    """A colour this module does not know leaves the one before in force."""
    return one.name != "color" or _colour(one.value) is not None


def _look(element: Element, above: Look, said: Mapping[str, Declaration]) -> Look:
    painted = _colour(said["background"].value) if "background" in said else None
    ground = over(painted or CLEAR, above.ground)
    colour = _colour(said["color"].value) if "color" in said else None
    ink = above.colour if colour is None else over(colour, ground)
    place = above.place if colour is None else said["color"].place
    if "opacity" in said and (thin := _number(said["opacity"].value)) < 1:
        ink, place = over((*ink[:3], thin), ground), said["opacity"].place
    weight, slant = said.get("font-weight"), said.get("font-style")
    size, leading = said.get("font-size"), said.get("line-height")
    shut = element.get("hidden") is not None or ("display" in said and said["display"].value == "none")
    return Look(
        colour=ink,
        ground=ground,
        size=_size(element, above.size, size),
        bold=_is_bold(weight.value) if weight else above.bold or element.tag in _STRONG,
        slanted=slant.value in ("italic", "oblique") if slant else above.slanted or element.tag in _SLANTED,
        hidden=above.hidden or shut,
        place=place,
        leading=_leading(leading.value, above.leading) if leading else above.leading,
        sized=size.place if size else above.sized,
        led=leading.place if leading else above.led,
    )


def _size(element: Element, above: float, declared: Declaration | None) -> float:
    if declared is None:
        return above * _SIZES.get(element.tag, 1.0)
    match = _LENGTH.fullmatch(declared.value)
    if match is None:
        return above
    size = float(match[1]) / _BODY[match[2]]
    return size * above if match[2] in ("em", "%") else size


def _leading(value: str, above: float) -> float:
    """Lengths are left to K637, which tells of each."""
    match = re.fullmatch(r"(\d*\.?\d+)(em|%|)", value)
    if match is None:
        return above if value == "inherit" else 0.0
    return float(match[1]) / (100 if match[2] == "%" else 1)


def _is_bold(value: str) -> bool:
    return value in ("bold", "bolder") or (value.isascii() and value.isdigit() and int(value) >= 600)


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return 1.0


@lru_cache(4096)
def _colour(value: str) -> Colour | None:
    """The first colour in a value; None if it names none, or none this module reads."""
    for word in re.findall(r"#\w+|[\w-]+\([^()]*\)|[\w-]+", value):
        found: Any = color4.parse_color(word)
        if found is not None and not isinstance(found, str):
            red, green, blue = found.to("srgb").coordinates
            return red or 0.0, green or 0.0, blue or 0.0, float(found.alpha)
    return None
