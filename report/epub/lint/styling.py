"""Rules of style sheets: sides, sizes, letters, colours, and selectors that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.epub.lint import cascade, look, matching, sheet
from report.epub.lint.opened import Opened, script
from report.epub.lint.rule import Found, found
from report.epub.lint.sheet import Declaration
from report.epub.lint.tree import Tree
from report.epub.tree import Element
from report.fault import Place
from report.script import characters

_PHYSICAL = re.compile(
    r"(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?|left|right"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
)
_SIDED = re.compile(
    r"text-align(?:-last)?|float|clear|caption-side|background(?:-position(?:-x)?)?|(?:-webkit-)?mask(?:-position)?"
    r"|object-position|(?:transform|perspective)-origin|justify-(?:content|items|self)|(?:page-)?break-(?:before|after)"
)
_FOUR_SIDES = re.compile(r"margin|padding|inset|border-(?:width|style|color)|scroll-(?:margin|padding)")
_VALUE = re.compile(r"[\w-]*\((?:[^()]|\([^()]*\))*\)|[^\s()]+")
_ELSEWHERE = re.compile(r"url\([^)]*\)|\"[^\"]*\"|'[^']*'")
_SIZE = re.compile(r"\d(?:pt|px|pc|mm|cm|in|q)\b", re.IGNORECASE)
_UNIT = re.compile(r"\d(?:[a-z]+|%)", re.IGNORECASE)
_NONE = re.compile(r"normal|inherit|0[a-z]*")
_ENOUGH, _ENOUGH_LARGE = 4.5, 3.0  # WCAG 2.2, 1.4.3
_LARGE, _LARGE_BOLD = 18 / 12, 14 / 12  # pt of a body of 12 pt
_JOINED = {"Arab", "Syrc", "Nkoo", "Mong"}
_SMALLEST = 0.74  # of the reader's own size: three quarters, and what is lost in decimals
_TIGHTEST = 1.4
_READ = {"body", "p", "li", "dd", "blockquote"}
_SIGNS = {"sup", "sub", "rt", "rp"}
_SILENT = {"title", "style", "script", "html", "head"}


def declared(book: Opened) -> Iterator[Declaration]:
    """Every declaration: of the sheets, of <style>, of style attributes."""
    for one in book.styles.values():
        yield from one.declarations()
    for tree, element in book.elements():
        if element.tag == "style":
            yield from sheet.read(tree.path, (element.text or "").encode("utf-8")).declarations()
        elif own := element.get("style"):
            yield from sheet.inline(own, tree.place(element))


def bidi_properties(book: Opened) -> Found:
    """Not allowed in an EPUB (EPUB 3.3 §6.3.1.3): `dir` says it."""
    for one in declared(book):
        if one.name in ("direction", "unicode-bidi"):
            yield found(one.place, what=one.name)


def physical_sides(book: Opened) -> Found:
    """Left and right are wrong in one of the two directions; `start`, `end` and `inline` never are."""
    for one in declared(book):
        sided = _SIDED.fullmatch(one.name) and re.search(r"\b(left|right)\b", _ELSEWHERE.sub("", one.value))
        if sided or _PHYSICAL.fullmatch(one.name) or _is_lopsided(one):
            yield found(one.place, what=f"{one.name}: {one.value}")


def _is_lopsided(one: Declaration) -> bool:
    """`margin: 0 1em 0 2em`: four values whose second and fourth differ; corners whose two above or two below differ."""
    if _FOUR_SIDES.fullmatch(one.name):
        values = _VALUE.findall(one.value)
        return len(values) == 4 and values[1] != values[3]
    if one.name != "border-radius":
        return False
    halves = [_VALUE.findall(half) for half in one.value.split("/")]
    return any(len(half) > 1 and not _are_even(*half[:4]) for half in halves)


def _are_even(first: str, second: str, third: str = "", fourth: str = "") -> bool:
    """Corners from the top left on, clockwise; one that is not said is the one across (CSS Backgrounds 3 §4.1)."""
    return first == second and (third or first) == (fourth or second)


def small(book: Opened) -> Found:
    """Text is three quarters of the reader's own size at least (SE c-027 asks for the whole of it; calls of notes are signs,
    and a press sets them smaller), and what is read at length has lines that stand apart; told once a declaration."""
    told: set[Place] = set()
    for tree in book.documents.values():
        for element, seen in cascade.looks(book, tree).items():
            place = seen.sized or tree.place(element)
            if seen.size < _SMALLEST and not seen.hidden and _says(element) and not _is_sign(tree, element):
                if place not in told:
                    yield found(place, what=f"{seen.size:.2f}em", text="".join(element.itertext()))
                told.add(place)
            tight = 0 < seen.leading < _TIGHTEST and element.tag in _READ and seen.size < _LARGE
            if tight and seen.led is not None and seen.led not in told:
                told.add(seen.led)
                yield found(seen.led, what=f"line-height: {seen.leading:g}", text="".join(element.itertext()))


def _is_sign(tree: Tree, element: Element) -> bool:
    return any(e.tag in _SIGNS or e.get("role") == "doc-noteref" for e in tree.upwards(element))


def spread_letters(book: Opened) -> Found:
    """Spacing letters pulls joined scripts apart."""
    if script(book.language) not in _JOINED:
        return
    for one in declared(book):
        if one.name == "letter-spacing" and not _NONE.fullmatch(one.value):
            yield found(one.place, what=f"{one.name}: {one.value}")


def fixed_sizes(book: Opened) -> Found:
    """Text grows with the reader's own size, and its line height with it (WCAG 2.2, 1.4.4 and 1.4.12)."""
    for one in declared(book):
        fixed = one.name in ("font-size", "font") and _SIZE.search(one.value)
        unit = one.name == "line-height" and _UNIT.search(one.value)
        if fixed or unit or one.important:
            yield found(one.place, what=f"{one.name}: {one.value}{' !important' if one.important else ''}")


def slanted_letters(book: Opened) -> Found:
    """No Arabic face has an italic, so readers slant the upright one; `em` is slanted unless CSS says otherwise."""
    if not any(
        characters.script_of(c) in _JOINED for t in book.documents.values() for r in t.runs for c in r.text[:40]
    ):
        return
    for tree in book.documents.values():
        for element, seen in cascade.looks(book, tree).items():
            if seen.slanted and any(characters.script_of(c) in _JOINED for c in element.text or ""):
                yield found(tree.place(element), text=element.text, what=f"<{element.tag}>")


def contrast(book: Opened) -> Found:
    """Text stands out from what is beneath it: 4.5:1, large text 3:1 (WCAG 2.2, 1.4.3); told once for each declaration."""
    told: set[Place] = set()
    for tree in book.documents.values():
        for element, seen in cascade.looks(book, tree).items():
            place = seen.place or tree.place(element)
            if seen.hidden or place in told or not _says(element):
                continue
            ratio = look.contrast(seen.colour, seen.ground)
            large = seen.size >= (_LARGE_BOLD if seen.bold else _LARGE)
            if ratio < (_ENOUGH_LARGE if large else _ENOUGH):
                told.add(place)
                yield found(place, ratio=f"{ratio:.1f}", text="".join(element.itertext()))


def _says(element: Element) -> bool:
    own = (element.text or "") + "".join(child.tail or "" for child in element)
    return bool(own.strip()) and element.tag not in _SILENT


def unused_selectors(book: Opened) -> Found:
    """Rules that no element of the book answers to."""
    roots = [tree.root for tree in book.documents.values()]
    for one in book.styles.values():
        kept = matching.used(one.styles, roots)
        for index, style in enumerate(one.styles):
            if index not in kept:
                yield found(style.place, what=style.selector)
