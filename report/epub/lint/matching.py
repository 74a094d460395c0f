"""Which rules of a sheet match which elements. Elements that are alike, themselves and in all they stand in, are matched
once, in whatever document they stand; only selectors that ask for neighbours, or for a place among them, are tried on each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any, Final

import cssselect2

from report.epub.lint.sheet import Style
from report.epub.tree import Element, Parents, parents

_PLACED: Final = re.compile(r"[+~]|:(?!lang|hover|focus|active|visited|link|root|is|where|not)[a-z]", re.IGNORECASE)
_PASSING: Final = re.compile(r":(hover|focus|active|visited|link|target|checked|first-l|marker)", re.IGNORECASE)


def selectors(style: Style) -> tuple[Any, ...]:
    """The compiled selectors of a rule; none if one of them is not understood, since then CSS drops the rule."""
    return _compiled(style.selector)


@lru_cache(4096)
def _compiled(selector: str) -> tuple[Any, ...]:
    try:
        return tuple(cssselect2.compile_selector_list(selector))
    except (cssselect2.SelectorError, RecursionError):
        return ()


def is_placed(style: Style) -> bool:
    """Whether a rule asks for more than an element, its attributes and what it stands in."""
    return _PLACED.search(re.sub(r"::[\w-]+", "", style.selector)) is not None


class Kinds:
    """Numbers elements: alike ones have the same. Their parents must have been numbered before."""

    def __init__(self, styles: Iterable[Style]) -> None:
        names = {"class", "lang"}
        for style in styles:
            names.update(re.findall(r"\[\s*([\w-]+)", style.selector), ["id"] if "#" in style.selector else [])
            names.update(["href"] if re.search(r":(?:any-)?link", style.selector) else [])
        self.names = tuple(sorted(names))
        self.numbers: dict[object, int] = {}
        self.of: dict[Element, int] = {}

    def number(self, element: Element, above: Element | None) -> int:
        kind = (-1 if above is None else self.of[above], element.tag, *map(element.get, self.names))
        number = self.of[element] = self.numbers.setdefault(kind, len(self.numbers))
        return number


class Wrappers:
    """The elements of one document as cssselect2 wants them, each made when it is asked for."""

    def __init__(self, root: Element, above: Parents) -> None:
        self.above = above
        self.made: dict[Element, Any] = {root: cssselect2.ElementWrapper.from_html_root(root)}

    def of(self, element: Element) -> Any:
        if element not in self.made:
            children = self.of(self.above[element]).iter_children()
            self.made.update((child.etree_element, child) for child in children)
        return self.made[element]


def used(styles: Sequence[Style], roots: Sequence[Element]) -> set[int]:
    """Which of the rules (by index) match an element of one of the documents, or cannot be judged."""
    kept = {n for n, style in enumerate(styles) if not selectors(style) or _PASSING.search(style.selector)}
    judged = [(n, style) for n, style in enumerate(styles) if n not in kept]
    alike, kinds, seen = cssselect2.Matcher(), Kinds(style for _, style in judged), dict[int, frozenset[str]]()
    for n, selector in ((n, selector) for n, style in judged if not is_placed(style) for selector in selectors(style)):
        alike.add_selector(selector, n)
    placed = [row for n, style in judged if is_placed(style) for row in _asked(n, style)]
    for root in roots:
        wrappers, here = Wrappers(root, parents(root)), set[int]()
        for element in root.iter():
            number = kinds.number(element, wrappers.above.get(element))
            here.add(number)
            if number not in seen:
                seen[number] = frozenset(_said(element))
                kept.update(n for _, _, _, n in alike.match(wrappers.of(element)))
        said = frozenset[str]().union(*(seen[number] for number in here))
        kept |= _in_place([(n, one) for n, one, names in placed if n not in kept and names <= said], wrappers)
    return kept


def _in_place(likely: Sequence[tuple[int, Any]], wrappers: Wrappers) -> set[int]:
    """Which of the selectors (by their numbers) match an element of a document."""
    kept: set[int] = set()
    matcher, last = cssselect2.Matcher(), {last_name(selector) for _, selector in likely}
    for n, selector in likely:
        matcher.add_selector(selector, n)
    for element in (root for root in [next(iter(wrappers.made))] if likely for root in root.iter()):
        if "" in last or not last.isdisjoint(called(element)):
            kept.update(n for _, _, _, n in matcher.match(wrappers.of(element)))
    return kept


def last_name(selector: Any) -> str:
    """A name that an element must have for a selector to end at it; empty where there is none."""
    if selector.id or selector.class_name:
        return f"#{selector.id}" if selector.id else f".{selector.class_name}"
    return selector.lower_local_name or ""


def called(element: Element) -> Iterator[str]:
    """Tag, classes and id, as selectors write them."""
    yield element.tag.lower()
    if classes := element.get("class"):
        yield from (f".{name}" for name in classes.split())
    if id := element.get("id"):
        yield f"#{id}"


def _said(element: Element) -> Iterator[str]:
    """What it is called, and its languages."""
    yield from called(element)
    if (language := element.get("lang")) is not None:
        yield from (f":lang({before})" for before in accumulate(language.lower().split("-"), "{}-{}".format))


def _asked(n: int, style: Style) -> Iterator[tuple[int, Any, frozenset[str]]]:
    """Each selector of a rule with what a document must have for it to match, as `_said` tells it; nothing where that is
    not plain to see. Ids are left out: elements that are alike may have any."""
    compiled = selectors(style)
    parts = re.split(r",(?![^(]*\))", style.selector)
    plain = len(parts) == len(compiled) and "\\" not in style.selector
    for selector, part in zip(compiled, parts if plain else [""] * len(compiled), strict=True):
        yield n, selector, frozenset(name for name in _required(part) if not name.startswith("#"))


def _required(selector: str) -> Iterator[str]:
    plain = selector
    while plain != (bare := re.sub(r"(?<!:lang)\([^()]*\)|\[[^\[\]]*\]", "", plain)):
        plain = bare
    if "(" not in re.sub(r":lang\([\w-]+\)", "", plain):
        yield from (language.lower() for language in re.findall(r":lang\([\w-]+\)", plain))
        bare = re.sub(r"::?[\w-]+(\([\w-]+\))?", "", plain)
        yield from re.findall(r"[.#][\w-]+", bare)
        yield from (tag.lower() for tag in re.findall(r"(?<![\w.#-])[A-Za-z][\w-]*", bare))
