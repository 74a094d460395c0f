"""Attribute braces: `{person=shah index="بهلوي!المرض" .index #id}`, parsed with the offset of every key."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attribute:
    """One key and its value at an offset; `#id` has the key `#`, `.name` the key `.`."""

    key: str
    value: str
    offset: int


@dataclass(frozen=True, slots=True)
class Braces:
    """What stands between two braces; `end` is the offset after the closing one."""

    attributes: tuple[Attribute, ...]
    end: int


@dataclass(frozen=True, slots=True)
class Malformed:
    """Why braces are none: `reason` is open, empty, value, quotes or key; `offset` where it shows."""

    reason: str
    offset: int


_SPACE = re.compile(r"[ \t\n]*")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_BARE = re.compile(r"[^\s{}\"'=<>`“”«»„]+")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPE = re.compile(r'\\(["\\])')
_TYPED_QUOTES = "“”«»„'"
_LONGEST = 1000

LIKELY = re.compile(r"\{\s*(?:[#.][^\s{}]|[A-Za-z][\w-]*\s*=)")
"""Text that was most likely meant as braces, wherever it stands."""


def parse(text: str, start: int) -> Braces | Malformed:
    """The braces that open at `start`. Values need quotes only around spaces, quotes and braces; a brace closes within
    1000 code points."""
    found: list[Attribute] = []
    at = start + 1
    stop = min(len(text), start + _LONGEST)
    while True:
        before = at
        at = _skip(text, at)
        if at >= stop:
            return Malformed("open", start)
        if text[at] == "}":
            return Braces(tuple(found), at + 1) if found else Malformed("empty", start)
        if found and at == before:
            return Malformed(_blame(text[at]), at)
        item = _item(text, at)
        if isinstance(item, Malformed):
            return item
        attribute, at = item
        found.append(attribute)


def _item(text: str, at: int) -> tuple[Attribute, int] | Malformed:
    if text[at] in "#.":
        if text[at] == "#" and (quoted := _QUOTED.match(text, at + 1)):
            return Attribute("#", " ".join(quoted[1].split()), at), quoted.end()
        name = _BARE.match(text, at + 1)
        return (Attribute(text[at], name[0], at), name.end()) if name else Malformed("key", at)
    key = _KEY.match(text, at)
    if not key:
        return Malformed(_blame(text[at]), at)
    equals = _skip(text, key.end())
    if not text.startswith("=", equals):
        return Malformed("value", at)
    begin = _skip(text, equals + 1)
    if quoted := _QUOTED.match(text, begin):
        value = " ".join(_ESCAPE.sub(r"\1", quoted[1]).split("\n"))
        return Attribute(key[0], value, at), quoted.end()
    bare = _BARE.match(text, begin)
    if not bare:
        return Malformed(_blame(text[begin : begin + 1]), min(begin, len(text) - 1))
    return Attribute(key[0], bare[0], at), bare.end()


def _skip(text: str, at: int) -> int:
    """Past spaces and line ends."""
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _blame(character: str) -> str:
    if not character:
        return "open"
    return "quotes" if character in _TYPED_QUOTES else "value" if character in '"}' else "key"
