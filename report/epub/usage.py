"""Which characters stand in which face: read from the finished trees by the same signs the theme's CSS goes by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from report.epub.tree import Element, has_class
from report.script import languages

Role = Literal["body", "latin", "code"]
ROLES: tuple[Role, ...] = ("body", "latin", "code")
_BOLD = {"strong", "b", "h1", "h2", "h3", "h4", "dfn", "caption"}
_UNSEEN = frozenset("\n\r\t\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


@dataclass(slots=True)
class Usage:
    """Characters by role of face; those of phrases in another language, and not in Latin, by language.

    `foreign_bold` are the languages of such phrases that stand in bold. Latin emphasis is set in italic: `italic` says
    that it occurs, `bold_italic` that it does so within bold.
    """

    characters: dict[Role, set[str]] = field(default_factory=lambda: {role: set[str]() for role in ROLES})
    foreign: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    foreign_bold: set[str] = field(default_factory=set[str])
    italic: bool = False
    bold_italic: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    script: str  # of the language in force
    role: Role = "body"
    foreign: str = ""  # the language of a phrase that the faces of the book's own language are not meant for
    bold: bool = False


def usage(roots: Iterable[Element], language: str) -> Usage:
    """What a book of this language uses."""
    found = Usage()
    for root in roots:
        _walk(root, _State(_script(language)), found, language)
    return found


def _walk(element: Element, state: _State, found: Usage, book: str) -> None:
    state = _within(element, state, book)
    if element.tag in ("em", "i") and state.script == "Latn":
        found.italic = True
        found.bold_italic |= state.bold
    seen = found.foreign.setdefault(state.foreign, set()) if state.foreign else found.characters[state.role]
    if state.foreign and state.bold:
        found.foreign_bold.add(state.foreign)
    seen.update(element.text or "")
    for child in element:
        _walk(child, state, found, book)
        seen.update(child.tail or "")
    seen -= _UNSEEN


def _within(element: Element, state: _State, book: str) -> _State:
    if language := element.get("lang"):
        own = _script(language)
        other = own != "Latn" and language.partition("-")[0] != book.partition("-")[0]
        state = replace(state, script=own, foreign=language if other and _is_other(element) else "")
        if _is_other(element):
            state = replace(state, role="body")
    if element.tag in ("code", "pre"):
        return replace(state, role="code")
    if has_class(element, "latin") or (_is_other(element) and state.script == "Latn"):
        return replace(state, role="latin")
    return replace(state, bold=True) if element.tag in _BOLD else state


def _is_other(element: Element) -> bool:
    """A phrase, or a half of a pair, in a language that the book is not in."""
    return has_class(element, "foreign") or has_class(element, "other")


def _script(language: str) -> str:
    return languages.find(language).script
