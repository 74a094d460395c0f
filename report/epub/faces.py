"""Which faces go into the book: those its text needs, of the theme's own and of the shipped ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from report import fonts
from report.epub.cutting import ROW, Cut
from report.epub.usage import Role, Usage
from report.fault import Place, Stopped, error
from report.fonts import Face, coverage
from report.script import languages
from report.theme import Theme

_STACKS: dict[Role, str] = {"body": "body-face", "latin": "latin-face", "code": "code-face"}
_GENERIC = {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial", ""}
_FAMILY = re.compile(r"font-family:\s*([^;}]+)")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PHRASES = re.compile(r"\.foreign:lang\((\w+)\)")
_SPOKEN = re.compile(r"\.(?:foreign|other):lang\((\w+)\)")  # a selector that is for words in one other language alone
_ALWAYS = {0x00, 0x20}  # Basic Latin with Latin-1 (digits too), and General Punctuation with its direction marks
_SCRIPTS = {"Arab": {0x06}, "Hebr": {0x05}, "Latn": {0x01}}


@dataclass(slots=True)
class Choice:
    """`rows` of Unicode to keep by family; `foreign` families by the language of the phrases they set.

    `light` are families of phrases that nowhere stand in bold.
    """

    rows: dict[str, set[int]] = field(default_factory=dict[str, set[int]])
    foreign: dict[str, str] = field(default_factory=dict[str, str])
    light: set[str] = field(default_factory=set[str])

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
    """The families the text needs: each role's first, the next ones for what it lacks, one for phrases of each language.

    A phrase takes the face the theme names for its language, else the body's if that has its letters, else one that has.
    Raises Stopped when a stack names no face that is here (K608); a stack of generic families asks for none.
    """
    choice, script = Choice(), languages.find(language).script
    stacks: dict[Role, list[str]] = {role: _stack(theme, role, place) for role in _STACKS}
    speakers, left = _speakers(theme, stacks["body"], used)
    for role, stack in stacks.items():
        characters = used.characters[role] | (left if role == "body" else set())
        for position, (family, drawn) in enumerate(_share(theme, stack, characters)):
            if drawn or (role == "body" and position == 0):
                choice.add(family, drawn, script if role == "body" and position == 0 else "")
    for family in _others(theme) - set(choice.rows):
        choice.add(family, used.characters["body"], script)
    own = set(choice.rows)
    for tag, family in speakers.items():
        choice.add(family, used.foreign[tag], languages.find(tag).script)
    choice.foreign = {tag: family for tag, family in speakers.items() if not _named(theme, tag)}
    choice.light = set(speakers.values()) - own - {speakers.get(tag, "") for tag in used.foreign_bold}
    return choice


def _speakers(theme: Theme, body: Sequence[str], used: Usage) -> tuple[dict[str, str], set[str]]:
    """The family of the phrases in each language, and the characters that are left to the body's faces."""
    speakers: dict[str, str] = {}
    left: set[str] = set()
    drawn = frozenset[int]().union(*(_drawn_by(theme, family) for family in body))
    for tag, characters in sorted(used.foreign.items()):
        family = _named(theme, tag)
        if not family and not _letters(characters) <= drawn:
            family = _speaker(theme, characters)
        if family:
            speakers[tag] = family
        left |= {c for c in characters if not family or ord(c) not in _drawn_by(theme, family)}
    return speakers, left


def cuts(theme: Theme, choice: Choice, used: Usage) -> tuple[Cut, ...]:
    """The faces of the chosen families: bold except for code, italics only where Latin emphasis stands."""
    code = set(_names(theme.token("code-face"))[:1]) - set(_names(theme.token("body-face")))
    return tuple(
        Cut(face, frozenset(rows))
        for family, rows in choice.rows.items()
        for face in available(theme)
        if face.family == family and _is_used(face, used, code=family in code, light=family in choice.light)
    )


def _is_used(face: Face, used: Usage, *, code: bool, light: bool) -> bool:
    if face.style == "normal":
        return face.weight <= 400 or not (code or light)
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
    return next((f.family for f in available(theme) if _letters(characters) <= coverage(f.path)), "")


def _letters(characters: set[str]) -> set[int]:
    return {ord(c) for c in characters if unicodedata.category(c)[0] in "LM"}


def _named(theme: Theme, tag: str) -> str:
    """The family that is here and that the style sheet names for phrases in this language; empty if none is."""
    known = {face.family for face in available(theme)}
    for selectors, rule in _rules(theme):
        families = [name for stack in _FAMILY.findall(rule) for name in _names(stack) if name in known]
        if families and tag.partition("-")[0] in _PHRASES.findall(selectors):
            return families[0]
    return ""


def _rules(theme: Theme) -> list[tuple[str, str]]:
    """Selectors and declarations of the e-book's style sheet."""
    return _RULE.findall(_COMMENT.sub("", theme.css("ebook")))


def _drawn_by(theme: Theme, family: str) -> frozenset[int]:
    return coverage(next(face.path for face in available(theme) if face.family == family))


def _names(stack: str) -> list[str]:
    return [name.strip().strip("'\"") for name in stack.split(",")]


def _others(theme: Theme) -> set[str]:
    """Families that are here and that the style sheet names beside the three stacks of the tokens, for any language."""
    stacks = {name for token in _STACKS.values() for name in _names(theme.token(token))}
    general = [rule for selectors, rule in _rules(theme) if not all(map(_SPOKEN.search, selectors.split(",")))]
    named = {name for rule in general for stack in _FAMILY.findall(rule) for name in _names(stack)}
    return {face.family for face in available(theme)} & named - stacks


def available(theme: Theme) -> tuple[Face, ...]:
    """The faces of the theme's own fonts/ folders, then those that are shipped."""
    return (*fonts.own(theme.font_folders), *fonts.shipped())
