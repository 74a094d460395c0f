"""Answers folded away under their questions, where the booklet asks for it; the key at the back stays as it is.

`details` needs no script (HTML §4.11.1, allowed in EPUB 3.3). A reader that does not know it would show the answer open, right
under its question; the theme hides it there (ebook.css), and the question's number leads to the key at the back, as it does
everywhere: nothing is lost, and nothing is told to a student who did not ask for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from report.epub.tree import Element, by_class, has_class, parents, remove
from report.html import Section


def fold(trees: Sequence[tuple[Section, Element]], words: str) -> None:
    """Put under each question what the key says of it, in place; `words` are those of the summary.

    A copy has no ids, begins no page, and calls no notes: they stand with the key, where the question's number leads.
    """
    key = next((root for section, root in trees if section.kind == "answers"), None)
    if key is None:
        return
    answers = {item.get("id", ""): item for item in by_class(key, "answer")}
    for section, root in trees:
        for item in list(root.iter("li")) if section.kind != "answers" else ():
            if (answer := answers.get(f"{item.get('id', '')}-answer")) is not None:
                item.append(_folded(answer, words))


def _folded(answer: Element, words: str) -> Element:
    details = Element("details", {"class": "fold"})
    summary = Element("summary")
    summary.text = words
    details.append(summary)
    for part in by_class(answer, "a-text"):
        copy = deepcopy(part)
        copy.tail = None
        for element in copy.iter():
            element.attrib.pop("id", None)
        _drop_marks(copy)
        details.append(copy)
    return details


def _drop_marks(root: Element) -> None:
    above = parents(root)
    for mark in [e for e in root.iter() if has_class(e, "noteref") or e.get("role") == "doc-pagebreak"]:
        remove(above[mark], mark)
