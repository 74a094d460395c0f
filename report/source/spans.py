"""`[words]{keys}` as nodes of the model, always nested in one order: Anchor, Ref, IndexMark, Foreign, Digits."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final, cast

from report.fault import Fault, Place, error
from report.model import Anchor, Digits, Foreign, Gap, IndexMark, Inlines, Ref, RefKind
from report.source.attributes import Attribute, Braces
from report.source.lines import Where
from report.source.schema import schemas

_REFS: Final[tuple[RefKind, ...]] = ("person", "term", "event", "source")
KEYS: Final = (*_REFS, "index", "lang", "digits")
_CLASSES: Final = ((".", "index"), (".", "gap"))
ID: Final = re.compile(r"[a-z][a-z0-9-]*")


def is_reference(braces: Braces) -> bool:
    """Whether the words become a link to something declared."""
    return any(item.key in _REFS for item in braces.attributes)


def wrap(braces: Braces, words: Inlines, place: Place, where: Where, faults: list[Fault]) -> Inlines:
    """The words inside the nodes that the keys stand for. A key that is wrong is told and left out."""
    keys = _keys(braces, where, faults)
    if not words and (lonely := next((item for key, item in keys.items() if key not in "#.index"), None)):
        faults.append(error("K135", where.place(lonely.offset), reason="span"))
    if style := keys.get("digits"):
        allowed = cast("list[str]", schemas()["booklet"]["properties"]["digits"]["enum"])
        if style.value in allowed:
            words = (Digits(style.value, words),)
        else:
            faults.append(error("K305", where.place(style.offset), style=style.value, allowed=", ".join(allowed)))
    if language := keys.get("lang"):
        words = (Foreign(language.value, words, place),)
    named = keys.get(".")
    if named and named.value == "gap":
        words = (Gap(words, place),)
    elif mark := keys.get("index") or named:
        words = (IndexMark(_heading(mark, where, faults), words, place),)
    for kind in _REFS:
        if ref := keys.get(kind):
            words = (Ref(kind, ref.value, words, place),)
    if anchor := keys.get("#"):
        words = (Anchor(anchor.value, words, place),)
    return words


def name(braces: Braces, where: Where, faults: list[Fault]) -> str:
    """The id that braces give to a block, which take no other key."""
    found = ""
    for item in braces.attributes:
        at = where.place(item.offset)
        if item.key != "#":
            faults.append(error("K114", at, reason="block", key=_shown(item)))
        elif found:
            faults.append(error("K132", at, reason="id", first=found, second=item.value))
        elif good_id(item, where, faults):
            found = item.value
    return found


def good_id(item: Attribute, where: Where, faults: list[Fault]) -> bool:
    """Whether an id is one; if not, that is told."""
    if ID.fullmatch(item.value):
        return True
    faults.append(error("K140", where.place(item.offset), id=item.value))
    return False


def _keys(braces: Braces, where: Where, faults: list[Fault]) -> dict[str, Attribute]:
    keys: dict[str, Attribute] = {}
    for item in braces.attributes:
        at = where.place(item.offset)
        if item.key not in KEYS and item.key != "#" and (item.key, item.value) not in _CLASSES:
            near = get_close_matches(item.value if item.key == "." else item.key, KEYS, 1)
            faults.append(error("K114", at, key=_shown(item), near=near[0] if near else "", known=", ".join(KEYS)))
        elif clash := _clash(item, keys):
            faults.append(error("K132", at, reason=clash, key=_shown(item)))
        elif item.key != "#" or good_id(item, where, faults):
            keys[item.key] = item
    return keys


def _clash(item: Attribute, keys: dict[str, Attribute]) -> str:
    """Why a key may not stand beside the ones before it, or nothing."""
    if item.key in keys:
        return "twice"
    if item.key in _REFS and any(key in keys for key in _REFS):
        return "refs"
    return "index" if {item.key, *keys} >= {".", "index"} else ""


def _heading(mark: Attribute, where: Where, faults: list[Fault]) -> tuple[str, ...]:
    if mark.key == ".":
        return ()
    path = tuple(" ".join(part.split()) for part in mark.value.split("!"))
    if not all(path):
        faults.append(error("K113", where.place(mark.offset), reason="index"))
    return path


def _shown(item: Attribute) -> str:
    return item.key + item.value if item.key in "#." else item.key
