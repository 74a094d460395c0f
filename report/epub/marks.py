"""Direction in engines that know little of it: phrases of the other direction, code, and note calls, held by marks.

MuPDF-class readers ignore `bdi` and scramble a line at U+2066…2069, but obey U+200E and U+200F inside the phrase
(reference/epub.md §1 row 7, §8). So a phrase gets both: `bdi dir` for the ones that know it, marks for the others.
"""

from __future__ import annotations

import re

from report.epub.tree import Element, Parents, add_after, add_before, by_class, has_class, parents, wrap
from report.script import languages

LRM, RLM = "\u200e", "\u200f"
MARK = {"ltr": LRM, "rtl": RLM}
_APART = "\u00a0"
_NUMBER = re.compile(r"\d[.,\u066b\u066c\u060c/:]?\Z")
_INLINE = frozenset(("a", "b", "bdi", "code", "em", "i", "span", "strong", "sub", "sup"))
_COMPANION = "en"  # what an undeclared Latin phrase in right-to-left text is taken for, so that a voice can be chosen


def isolate(root: Element, direction: str) -> None:
    """Hold phrases, code and note calls of a document whose base is `direction` ("rtl" or "ltr"), in place."""
    above = parents(root)
    for phrase in by_class(root, "latin") if direction == "rtl" else ():
        said = _language(phrase, above)
        if not said or languages.find(said).script != "Latn":
            phrase.set("lang", _COMPANION)
    _within(root, direction, above)
    for back in by_class(root, "backlink"):
        add_after(back, " ")  # padding at a logical side is more than the oldest readers know
    _calls(root, direction)


def _within(element: Element, direction: str, above: Parents) -> None:
    """A phrase is held where direction changes, not again inside itself."""
    own = element.get("dir", direction)
    for child in list(element):
        _within(child, own, above)
    if element.tag == "span" and element.get("dir") and (own != direction or _in_datum(element, above)):
        _phrase(element)
    elif own != direction and element.tag == "code":
        _code(element, above)


def _language(element: Element, above: Parents) -> str:
    """The language said of an element or of what it stands in; empty where it is the book's."""
    while not element.get("lang") and element in above:
        element = above[element]
    return element.get("lang", "")


def _in_datum(span: Element, above: Parents) -> bool:
    """A datum and the numbers in it are held in any direction: their order must not follow from what stands beside."""
    return has_class(span, "datum") or (span in above and has_class(above[span], "datum"))


def _phrase(span: Element) -> None:
    """`<bdi lang dir>` with the mark of its own direction at both ends."""
    span.tag = "bdi"
    mark = MARK[span.get("dir", "ltr")]
    span.text = mark + (span.text or "")
    if len(span):
        span[-1].tail = (span[-1].tail or "") + mark
    else:
        span.text += mark


def _code(code: Element, above: Parents) -> None:
    """The marks stand outside the code itself: what is copied from it must stay what was typed."""
    mark = MARK[code.get("dir", "ltr")]
    holder = Element("bdi", {"dir": code.get("dir", "ltr")})
    holder.text = mark
    wrap(above[code], code, holder)
    code.tail = mark


def _calls(root: Element, direction: str) -> None:
    """«1981» with the call «٢» would be one number, read left to right; a strong mark parts them (UAX #9 W4, N1).

    Copied or read aloud, «1981.» with its call would be a decimal: a no-break space stands between them. It is the wide
    one, since Crimson Pro and old readers know no U+202F, which the PDF has there.
    """
    above = parents(root)
    for call in by_class(root, "noteref"):
        if _NUMBER.search(_text_before(call, above)):
            add_before(above[call], call, _APART)
        if direction == "rtl":
            add_before(above[call], call, RLM)
            add_after(call, RLM)


def _text_before(element: Element, above: Parents) -> str:
    """The last text before an element, in the block it stands in."""
    while (holder := above.get(element)) is not None:
        children = list(holder)
        at = children.index(element)
        before = [holder.text or "", *("".join(child.itertext()) + (child.tail or "") for child in children[:at])]
        found = "".join(before).rstrip(LRM + RLM)
        if found or holder.tag not in _INLINE:
            return found
        element = holder
    return ""
