"""Rules of typing borrowed from Standard Ebooks: doubled spaces and signs, a space before a comma, «ibid.»."""

from __future__ import annotations

import re

from report.epub.lint.opened import Opened
from report.epub.lint.rule import Found, found

_SLIPS = re.compile(
    r"(?<=\w)[ \u00a0]+[،,؛](?=\s|$)|[،,؛]{2,}|(?<![.…])\.\.(?![.…])|(?<=\S)  +(?=\S)|\. \.(?! \.)"
    r"|\b[Ii]bid\.|المرجع نفسه|المصدر السابق"
)
_LEFT_ALONE = {"code", "pre", "style", "script", "title"}


def slips(book: Opened) -> Found:
    for tree in book.documents.values():
        for run in tree.runs:
            match = _SLIPS.search(run.text)
            if match and not any(e.tag in _LEFT_ALONE for e in tree.upwards(run.holder)):
                yield found(tree.at(run, match.start()), text=run.text[max(0, match.start() - 15) : match.end() + 5])
