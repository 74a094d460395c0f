"""What a document's elements look like when no reader interferes: a small cascade (CSS Cascading 4 §6) of few properties.

Only what rules need: colours, sizes, weight, slant, leading. Rules within @media, @container and the like are left out,
since it is not known whether they hold; so are rules within rules, and values this module cannot read, as an e-reader leaves
out those it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import Any

import cssselect2
from tinycss2 import color4

from report.epub.lint import sheet
from report.epub.lint.look import CLEAR, Colour, Look, over
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
_PLACED = re.compile(r"[+~]|:(?!lang|hover|focus|active|visited|link|root|is|where|not)[a-z]", re.IGNORECASE)
_PASSING = re.compile(r":(hover|focus|active|visited|link|target|checked|first-l|marker)", re.IGNORECASE)


def sheets_of(book: Opened, document: Tree) -> Iterator[Sheet]:
    """Those the document links, then its own <style>, in order."""
    for element in document.root.iter():
        if element.tag == "style":
            yield sheet.read(document.path, (element.text or "").encode("utf-8"))
        elif element.tag == "link" and "stylesheet" in element.get("rel", "").split():
            path = book.resolve(document.path, element.get("href", ""))[0]
            if path in book.styles and element.get("media", "all") in ("all", "screen"):
                yield book.styles[path]


def selectors(style: Style) -> tuple[Any, ...]:
    """The compiled selectors of a rule; none if one of them is not understood, since then CSS drops the rule."""
    return _compiled(style.selector)


@lru_cache(4096)
def _compiled(selector: str) -> tuple[Any, ...]:
    try:
        return tuple(cssselect2.compile_selector_list(selector))
    except (cssselect2.SelectorError, RecursionError):
        return ()


def used(styles: Sequence[Style], roots: Sequence[Element]) -> set[int]:
    """Which of the rules (by index) match an element of one of the documents, or cannot be judged."""
    kept = {n for n, style in enumerate(styles) if not selectors(style) or _PASSING.search(style.selector)}
    waiting = [
        (n, selector, names)
        for n, style in enumerate(styles)
        if n not in kept
        for selector, names in zip(selectors(style), _names(style.selector, len(selectors(style))), strict=True)
    ]
    for root in roots:
        said = _said(root)
        likely = [(n, selector) for n, selector, names in waiting if names <= said]
        if not likely:
            continue
        matcher, last = cssselect2.Matcher(), {_last(selector) for _, selector in likely}
        for n, selector in likely:
            matcher.add_selector(selector, n)
        for element in cssselect2.ElementWrapper.from_html_root(root).iter_subtree():
            if "" in last or not last.isdisjoint(_called(element.etree_element)):
                kept.update(n for _, _, _, n in matcher.match(element))
        waiting = [one for one in waiting if one[0] not in kept]
    return kept


def _last(selector: Any) -> str:
    """A name that an element must have for a selector to end at it; empty where there is none."""
    if selector.id or selector.class_name:
        return f"#{selector.id}" if selector.id else f".{selector.class_name}"
    return selector.lower_local_name or ""


def _called(element: Element) -> Iterator[str]:
    yield element.tag.lower()
    yield from (f".{name}" for name in element.get("class", "").split())
    yield f"#{element.get('id', '')}"


def _said(root: Element) -> set[str]:
    """The tags, classes, ids and languages of a document, as selectors write them."""
    said: set[str] = set()
    for element in root.iter():
        said.update(_called(element))
        if (language := element.get("lang")) is not None:
            said.update(f":lang({before})" for before in accumulate(language.lower().split("-"), "{}-{}".format))
    return said


def _names(selector: str, count: int) -> list[frozenset[str]]:
    """What a document must have for each of the selectors of a list to match, as `_said` tells it; nothing where that is
    not plain to see."""
    parts = re.split(r",(?![^(]*\))", selector)
    if len(parts) != count or "\\" in selector:
        return [frozenset()] * count
    return [frozenset(_required(part)) for part in parts]


def _required(selector: str) -> Iterator[str]:
    plain = selector
    while plain != (bare := re.sub(r"(?<!:lang)\([^()]*\)|\[[^\[\]]*\]", "", plain)):
        plain = bare
    if "(" not in re.sub(r":lang\([\w-]+\)", "", plain):
        yield from (language.lower() for language in re.findall(r":lang\([\w-]+\)", plain))
        bare = re.sub(r"::?[\w-]+(\([\w-]+\))?", "", plain)
        yield from re.findall(r"[.#][\w-]+", bare)
        yield from (tag.lower() for tag in re.findall(r"(?<![\w.#-])[A-Za-z][\w-]*", bare))


def looks(book: Opened, document: Tree) -> dict[Element, Look]:
    """Every element of the document with its look."""
    if document.path not in book.looks:
        book.looks[document.path] = _looks(book, document)
    return book.looks[document.path]


def _looks(book: Opened, document: Tree) -> dict[Element, Look]:
    sheets = tuple(sheets_of(book, document))
    matched = _Matched(sheets)
    made: dict[Element, Look] = {}
    same: dict[tuple[int, int, bool], Look] = {}  # looks live as long as `made`, so that no id is given twice
    for wrapper in cssselect2.ElementWrapper.from_html_root(document.root).iter_subtree():
        element: Element = wrapper.etree_element
        above = document.above.get(element)
        ground = made[above] if above is not None else Look()
        said, like = matched.said(wrapper, above)
        key = (like, id(ground), element.get("hidden") is None)
        given = element.get("style")
        if like >= 0 and given is None:
            made[element] = same[key] if key in same else same.setdefault(key, _look(element, ground, said))
            continue
        if given is not None:
            inline = sheet.inline(given, document.place(element))
            said = {**said, **{d.name.replace("background-color", "background"): d for d in inline}}
        made[element] = _look(element, ground, said)
    return made


class _Matched:
    """What the sheets of a document say of its elements. Elements that are alike, themselves and in all they stand in, are
    matched once; only selectors that ask for neighbours, or for a place among them, are tried on each."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.alike, self.placed = cssselect2.Matcher(), cssselect2.Matcher()
        self.names = {"class", "lang"}
        for order, (style, wanted) in enumerate(_wanted(sheets)):
            asked = re.sub(r"::[\w-]+", "", style.selector)
            matcher = self.placed if _PLACED.search(asked) else self.alike
            self.names.update(re.findall(r"\[\s*([\w-]+)", asked), ["id"] if "#" in asked else [])
            for selector in selectors(style):
                if selector.pseudo_element is None:
                    matcher.order = order  # of one row for both
                    matcher.add_selector(selector, wanted)
        self.kinds: dict[Element, int] = {}
        self.numbers: dict[object, int] = {}
        self.found: dict[int, list[Any]] = {}
        self.held: dict[int, dict[str, Declaration]] = {}

    def said(self, wrapper: Any, above: Element | None) -> tuple[dict[str, Declaration], int]:
        """The declarations that hold, by property; and the number of the kind that they hold for, -1 if for this element
        alone."""
        element: Element = wrapper.etree_element
        kind = (self.kinds[above] if above is not None else -1, element.tag, *map(element.get, self.names))
        number = self.kinds[element] = self.numbers.setdefault(kind, len(self.numbers))
        if number not in self.found:
            self.found[number] = self.alike.match(wrapper)
        placed = self.placed.match(wrapper)
        if not placed and number in self.held:
            return self.held[number], number
        said: dict[str, Declaration] = {}
        matched: list[tuple[Any, ...]] = [*self.found[number], *placed]
        for _, _, _, declarations in sorted(matched, key=itemgetter(0, 1)):  # weakest first
            said |= {d.name.replace("background-color", "background"): d for d in declarations if _is_read(d)}
        if placed:
            return said, -1
        self.held[number] = said
        return said, number


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
