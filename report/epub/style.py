"""One style sheet for the book: the theme's, with sizes that grow with the reader's, and addresses in the package."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

import tinycss2

from report.epub.documents import CSS
from report.epub.lint import matching
from report.epub.lint import sheet as sheet_of
from report.epub.shelf import Shelf
from report.epub.tree import Element
from report.fault import Fault, Place, error
from report.model import Meta
from report.theme import Theme

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_THEME_URL = re.compile(r"url\((theme:[^)]*)\)")
_SIZE = re.compile(r"(?<![\w#.-])(\d*\.?\d+)(pt|pc|mm|cm|in)\b")
_IN_POINTS = {"pt": 1.0, "pc": 12.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
_BLOCK = re.compile(r"(?<![\w-])(margin|padding|border)-block(-start|-end)?\s*:\s*([^;{}()]+)(?=[;}])")
_BODY = 12.0  # pt: the body size of a theme that gives none in points
# EPUB 3.3 §6.3.1.3: direction and unicode-bidi MUST NOT be used; nothing is fetched from elsewhere.
_REFUSED = re.compile(
    r"(?<![\w-])(direction|unicode-bidi)\s*:|(@import)|url\(\s*[\"']?\s*((?!theme:|data:|#)[^)\s]*)", re.IGNORECASE
)


def sheet(theme: Theme, meta: Meta, faces: str, foreign: str, shelf: Shelf) -> tuple[str, list[Fault]]:
    """The sheet and what is wrong with the theme's (K607; the shelf notes K603–K605).

    `faces` are the @font-face rules, `foreign` the rules for phrases in a third script.
    """
    css = theme.css("ebook", meta.issue)
    place = Place(f"{theme.folders[0].name}/ebook.css")
    refused = _REFUSED.finditer(_COMMENT.sub("", css))
    faults = [error("K607", place, what=next(filter(None, m.groups()), "url()")) for m in refused]
    css = spelled(relative(css, _points(theme.token("body-size"))))
    css = _THEME_URL.sub(lambda m: f"url({_address(m[1], place, shelf)})", css)
    ours = [faces, f"ol {{ list-style-type: {_counter(meta)}; }}", foreign]
    return "\n".join(filter(None, [*ours, css])), faults


def pruned(css: str, roots: Sequence[Element]) -> str:
    """The sheet without the rules that no element of the documents answers to: a theme's CSS serves every booklet."""
    sheet = sheet_of.read("", css.encode("utf-8"))
    return "\n".join(_kept(sheet.rules, matching.used(sheet.styles, roots), count()))


def _kept(rules: Sequence[Any], kept: set[int], numbers: Iterator[int]) -> Iterator[str]:
    """Rules are numbered as lint.sheet reads them: those within @media, @container and the like where these stand."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in sheet_of.GROUPS and rule.content:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if held := list(_kept(inner, kept, numbers)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{\n" + "\n".join(held) + "\n}"
        elif rule.type == "at-rule" or (rule.type == "qualified-rule" and next(numbers) in kept):
            yield rule.serialize()


def relative(css: str, body: float) -> str:
    """Absolute sizes as parts of the body size (`body`, in pt): a reader's own size must move all of them (WCAG 1.4.4).

    The unit is em, which the oldest readers know, so a size inside a smaller text shrinks with it.
    """
    return _SIZE.sub(lambda m: f"{float(m[1]) * _IN_POINTS[m[2]] / body:.3f}".rstrip("0").rstrip(".") + "em", css)


def spelled(css: str) -> str:
    """Top and bottom by their old names as well, before the logical ones: MuPDF and old e-readers know no others.

    Lines run from right to left or from left to right, never down, so the two are the same; left and right stay unsaid.
    """
    return _BLOCK.sub(_old_names, css)


def _old_names(logical: re.Match[str]) -> str:
    name, side, value = logical[1], logical[2], logical[3].strip()
    sizes = value.split() if name != "border" else [value]
    old = {"-start": f"{name}-top: {value}; ", "-end": f"{name}-bottom: {value}; "}
    both = f"{name}-top: {sizes[0]}; {name}-bottom: {sizes[-1]}; "
    return f"{old[side] if side else both}{logical[0]}"


def _points(size: str) -> float:
    found = _SIZE.fullmatch(size.strip())
    return float(found[1]) * _IN_POINTS[found[2]] if found else _BODY


def _address(address: str, place: Place, shelf: Shelf) -> str:
    path = shelf.take(address, place)
    return posixpath.relpath(path, posixpath.dirname(CSS)) if path else ""


def _counter(meta: Meta) -> str:
    """List numbers in the digits of the booklet; with `source`, as all numbers the press makes, in European ones."""
    return {"arabic-indic": "arabic-indic", "extended": "persian"}.get(meta.digits, "decimal")
