"""A style sheet of a stranger, as rules and declarations with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import tinycss2

from report.fault import Place

LARGEST, DEEPEST = 4 * 2**20, 50
"""Bytes of a sheet, and brackets within brackets in it."""
GROUPS = {"media", "supports", "container", "layer", "scope", "starting-style"}
"""At-rules that hold rules of the sheet, as those do that stand in none."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Declaration:
    """`name` in lower case; `value` as written, without comments."""

    name: str
    value: str
    important: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Style:
    """One rule: its selector (blank for @font-face) and its declarations; `conditional` if it stands in one of GROUPS."""

    selector: str
    declarations: tuple[Declaration, ...]
    place: Place
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of CSS: `styles` in order, those within GROUPS too; `faces` are its @font-face rules, `inner` what is said in
    rules within rules (CSS Nesting), in @page, @keyframes and the like; `text` is all of it without comments."""

    path: str
    styles: tuple[Style, ...]
    faces: tuple[Style, ...]
    imports: tuple[Declaration, ...]
    inner: tuple[Declaration, ...] = ()
    text: str = ""
    broken: str = ""  # why nothing of it was read
    rules: tuple[Any, ...] = field(default=(), compare=False, repr=False)
    """What tinycss2 read, from which it can be written again."""

    def declarations(self) -> Iterator[Declaration]:
        for style in (*self.styles, *self.faces):
            yield from style.declarations
        yield from self.inner


def read(path: str, data: bytes) -> Sheet:
    """CSS never fails to be read: what cannot be understood is passed over, as e-readers do (CSS Syntax 3 §2.2). One that
    is larger than LARGEST or nested deeper than DEEPEST is left unread, and says so."""
    if hindrance := _hindrance(data):
        return Sheet(path, (), (), (), broken=hindrance)
    styles: list[Style] = []
    faces: list[Style] = []
    imports: list[Declaration] = []
    inner: list[Declaration] = []
    text = data.decode("utf-8", "replace")
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    for rule, conditional in _flat(rules):
        place = Place(path, rule.source_line, rule.source_column)
        if rule.type == "qualified-rule":
            styles.append(Style(_written(rule.prelude), _declared(path, rule.content), place, conditional))
            inner.extend(_inner(path, rule.content))
        elif rule.lower_at_keyword == "font-face" and rule.content is not None:
            faces.append(Style("", _declared(path, rule.content), place, conditional))
        elif rule.lower_at_keyword == "import":
            imports.append(Declaration("@import", _written(rule.prelude), False, place))
        elif rule.content is not None:
            inner.extend((*_declared(path, rule.content), *_inner(path, rule.content)))
    bare = _COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)
    return Sheet(path, tuple(styles), tuple(faces), tuple(imports), tuple(inner), bare, rules=tuple(rules))


def _hindrance(data: bytes) -> str:
    """Why CSS is not read: brackets in brackets would run a parser out of stack."""
    if len(data) > LARGEST:
        return f"{len(data) // 2**20} MiB"
    depth = deepest = 0
    for bracket in re.findall(rb"[(\[{]|[)\]}]", data):
        depth = depth + 1 if bracket in b"([{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return "brackets stand too deep" if deepest > DEEPEST else ""


def inline(text: str, place: Place) -> tuple[Declaration, ...]:
    """The declarations of a style attribute, all at the place of its element; none of one that is too deep: K664 tells of
    every style attribute anyway."""
    if _hindrance(text.encode()):
        return ()
    found = tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True)
    return tuple(
        Declaration(d.lower_name, _written(d.value), d.important, place) for d in found if d.type == "declaration"
    )


def _flat(rules: Sequence[Any], depth: int = 0) -> Iterator[tuple[Any, bool]]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in GROUPS and rule.content:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield from _flat(inner, depth + 1)
        elif rule.type in ("qualified-rule", "at-rule"):
            yield rule, depth > 0


def _declared(path: str, content: Any) -> tuple[Declaration, ...]:
    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return tuple(
        Declaration(d.lower_name, _written(d.value), d.important, Place(path, d.source_line, d.source_column))
        for d in found
        if d.type == "declaration"
    )


def _inner(path: str, content: Any) -> Iterator[Declaration]:
    """What the rules within a rule say, however deep they stand."""
    rules: list[Any] = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    for rule in rules:
        if rule.type in ("qualified-rule", "at-rule") and rule.content is not None:
            yield from _declared(path, rule.content)
            yield from _inner(path, rule.content)


def _written(tokens: Any) -> str:
    return " ".join(tinycss2.serialize([t for t in tokens if t.type != "comment"]).split())
