"""Which faces go into the book: those its text needs, of the theme's own and of the shipped ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from report import fonts
from report.epub.cutting import ROW, Cut, coverage
from report.epub.usage import Role, Usage
from report.fault import Place, Stopped, error
from report.fonts import Face
from report.script import languages
from report.theme import Theme

_STACKS: dict[Role, str] = {"body": "body-face", "latin": "latin-face", "code": "code-face"}
_GENERIC = {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial", ""}
_FAMILY = re.compile(r"font-family:\s*([^;}]+)")
_ALWAYS = {0x00, 0x20}  # Basic Latin with Latin-1 (digits too), and General Punctuation with its direction marks
_SCRIPTS = {"Arab": {0x06}, "Hebr": {0x05}, "Latn": {0x01}}


@dataclass(slots=True)
class Choice:
    """`rows` of Unicode to keep by family; `foreign` families by the language of the phrases they set."""

    rows: dict[str, set[int]] = field(default_factory=dict[str, set[int]])
    foreign: dict[str, str] = field(default_factory=dict[str, str])

    def add(self, family: str, characters: set[str], script: str = "") -> None:
        rows = self.rows.setdefault(family, set(_ALWAYS))
        rows |= {ord(c) >> ROW for c in characters} | _SCRIPTS.get(script, set())

    def rules(self) -> str:
        """A phrase in a script the theme has no face for takes one that has its letters."""
        return "\n".join(
            f".foreign:lang({tag}), .other:lang({tag}) {{ font-family: '{name}'; }}"
            for tag, name in self.foreign.items()
        )


def choose(theme: Theme, language: str, used: Usage, place: Place) -> Choice:
    """The families the text needs: each role's first, the next ones for what it lacks, one for each third script.

    Raises Stopped when a stack names no face that is here (K608); a stack of generic families asks for none.
    """
    choice = Choice()
    for role in _STACKS:
        stack = _stack(theme, role, place)
        for position, (family, drawn) in enumerate(_share(theme, stack, used.characters[role])):
            if drawn or (role == "body" and position == 0):
                choice.add(family, drawn, languages.find(language).script if role == "body" and position == 0 else "")
    for family in _others(theme) - set(choice.rows):
        choice.add(family, used.characters["body"], languages.find(language).script)
    for tag, characters in sorted(used.foreign.items()):
        if family := _speaker(theme, characters):
            choice.add(family, characters, languages.find(tag).script)
            choice.foreign[tag] = family
    return choice


def cuts(theme: Theme, choice: Choice, used: Usage) -> tuple[Cut, ...]:
    """The faces of the chosen families: bold except for code, italics only where Latin emphasis stands."""
    code = set(_names(theme.token("code-face"))[:1]) - set(_names(theme.token("body-face")))
    return tuple(
        Cut(face, frozenset(rows))
        for family, rows in choice.rows.items()
        for face in available(theme)
        if face.family == family and _is_used(face, used, code=family in code)
    )


def _is_used(face: Face, used: Usage, *, code: bool) -> bool:
    if face.style == "normal":
        return not code or face.weight <= 400
    return not code and (used.bold_italic if face.weight > 400 else used.italic)


def _stack(theme: Theme, role: Role, place: Place) -> list[str]:
    """The families of a role that are here, in the order of the token."""
    names, known = _names(theme.token(_STACKS[role])), {face.family for face in available(theme)}
    here = [name for name in names if name in known]
    if not here and not all(name in _GENERIC for name in names):
        raise Stopped([error("K608", place, names=", ".join(names), token=_STACKS[role])])
    return here


def _share(theme: Theme, stack: Sequence[str], characters: set[str]) -> Iterator[tuple[str, set[str]]]:
    """Which family of a stack draws which characters: each takes what those before it have not."""
    left = set(characters)
    for family in stack:
        drawn = {c for c in left if ord(c) in _drawn_by(theme, family)}
        left -= drawn
        yield family, drawn


def _speaker(theme: Theme, characters: set[str]) -> str:
    """The first family that has all these letters; empty if none has."""
    letters = {ord(c) for c in characters if unicodedata.category(c)[0] in "LM"}
    return next((f.family for f in available(theme) if letters <= coverage(f.path)), "")


def _drawn_by(theme: Theme, family: str) -> frozenset[int]:
    return coverage(next(face.path for face in available(theme) if face.family == family))


def _names(stack: str) -> list[str]:
    return [name.strip().strip("'\"") for name in stack.split(",")]


def _others(theme: Theme) -> set[str]:
    """Families that are here and that the style sheet names beside the three stacks of the tokens."""
    stacks = {name for token in _STACKS.values() for name in _names(theme.token(token))}
    named = {name for match in _FAMILY.findall(theme.css("ebook")) for name in _names(match)}
    return {face.family for face in available(theme)} & named - stacks


def available(theme: Theme) -> tuple[Face, ...]:
    """The faces of the theme's own fonts/ folders, then those that are shipped."""
    return (*fonts.own(theme.font_folders), *fonts.shipped())
