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
    """Characters by role of face, and whether Latin emphasis (set in italic) occurs, plain or within bold."""

    characters: dict[Role, set[str]] = field(default_factory=lambda: {role: set[str]() for role in ROLES})
    italic: bool = False
    bold_italic: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    role: Role
    latin: bool  # the language in force is written in Latin letters
    bold: bool = False


def usage(roots: Iterable[Element], language: str) -> Usage:
    """What a book of this language uses."""
    found = Usage()
    for root in roots:
        _walk(root, _State("body", _is_latin(language)), found)
    return found


def _walk(element: Element, state: _State, found: Usage) -> None:
    state = _within(element, state)
    if element.tag in ("em", "i") and state.latin:
        found.italic = True
        found.bold_italic |= state.bold
    seen = found.characters[state.role]
    seen.update(element.text or "")
    for child in element:
        _walk(child, state, found)
        seen.update(child.tail or "")
    seen -= _UNSEEN


def _within(element: Element, state: _State) -> _State:
    if language := element.get("lang"):
        state = replace(state, latin=_is_latin(language))
    if element.tag in ("code", "pre"):
        return replace(state, role="code")
    if has_class(element, "latin") or (has_class(element, "foreign") and state.latin):
        return replace(state, role="latin")
    return replace(state, bold=True) if element.tag in _BOLD else state


def _is_latin(language: str) -> bool:
    return languages.find(language).script == "Latn"
