"""Rules of typing borrowed from Standard Ebooks: doubled spaces and signs, a space before a comma, «ibid.», where calls stand."""

from __future__ import annotations

import re

from report.epub.lint.notes import is_note
from report.epub.lint.opened import Opened
from report.epub.lint.rule import Found, found
from report.epub.lint.structure import types
from report.epub.lint.tree import Tree
from report.epub.tree import Element

_SLIPS = re.compile(
    r"(?<=\w)[ \u00a0]+[،,؛](?=\s|$)|[،,؛]{2,}|؟{2,}|(?<!\?)\?\?+|(?<!:)::(?!:)|۔{2,}|(?<![.…])\.\.(?![.…])"
    r"|(?<=\S)  +(?=\S)|\. \.(?! \.)|\b[Ii]bid\."
)
_SAME_WORK = re.compile(
    r"(?:المرجع|المصدر) (?:نفسه|السابق|ذاته)|نفس (?:المرجع|المصدر)|\bم\. ?[نس]\.|همان[\u200c ]?جا\b|^\s*همان(?=[،.])"
    r"|^\s*ایضاً|^\s*שם(?=[,.])|\b(?:[Oo]p|[Ll]oc)\. cit\."
)
_LEFT_ALONE = {"code", "pre", "style", "script", "title"}
_STOPS = re.compile("[\u200e\u200f\u2060]*([،؛؟۔,;:?!]|\\.(?!\\.))")
_MARKS = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_SIGNS = (
    *(space + stop for space in " \u00a0" for stop in "،,؛"), *(a + b for a in "،,؛" for b in "،,؛"), "؟؟", "??", "::", "۔۔",
    "..", "  ", ". .", "bid.",
)  # fmt: skip
_SIGNS_OF_SAME_WORK = ("المرجع", "المصدر", "م.ن", "م. ن", "م.س", "م. س", "همان", "ایضاً", "שם", "cit.")
"""One of them stands wherever _SLIPS or _SAME_WORK matches; to look for them takes a hundredth of the time."""


def slips(book: Opened) -> Found:
    """What says «the same work» is looked for in notes alone, since prose may mean it."""
    for tree in book.documents.values():
        signs = [sign for sign in _SIGNS if sign in tree.text]
        signs_of_same_work = [sign for sign in _SIGNS_OF_SAME_WORK if sign in tree.text]
        for run in tree.runs if signs or signs_of_same_work else ():
            slip = _SLIPS.search(run.text) if any(sign in run.text for sign in signs) else None
            same = not slip and any(sign in run.text for sign in signs_of_same_work)
            match = slip or (_SAME_WORK.search(run.text) if same else None)
            line = list(tree.upwards(run.holder)) if match else []
            meant = any(e.tag in _LEFT_ALONE for e in line) or not (slip or any(is_note(e) for e in line))
            if match and not meant:
                yield found(tree.at(run, match.start()), text=run.text[max(0, match.start() - 15) : match.end() + 5])


def calls(book: Opened) -> Found:
    """A call stands behind the stop, and close (SE t-012, t-020); only a no-break space parts it from a number."""
    for tree, call in book.elements("a"):
        if "noteref" not in types(call) and call.get("role") != "doc-noteref":
            continue
        before, behind = _around(tree, call)
        bare = before.rstrip(_MARKS)
        loose = bare[-1:].isspace() and not (bare[-1:] == "\u00a0" and re.search(r"\d\W?\u00a0\Z", bare))
        if loose or _STOPS.match(behind):
            yield found(tree.place(call), text=before[-15:] + "".join(call.itertext()) + behind[:5])


def _around(tree: Tree, call: Element) -> tuple[str, str]:
    """The text on both sides of a call, raised or not."""
    outer, above = call, tree.above[call]
    while above.tag == "sup" and above in tree.above:
        outer, above = above, tree.above[above]
    at = list(above).index(outer)
    if not at:
        return above.text or "", outer.tail or ""
    other = above[at - 1]
    return other.tail or "".join(other.itertext()), outer.tail or ""
