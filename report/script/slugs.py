"""Ids of places in any letters, and the ASCII they have in the files: an address must survive every reader and every copy.

The slug depends on the id alone, so it stays when the text around it changes; two ids never share one, since it can be
read back. One that is ASCII already is its own.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

PLAIN: Final = re.compile(r"[a-z][a-z0-9-]*")
_LONGEST: Final = 100
_BEGIN: Final = "x_"  # no id that is ASCII by itself holds this
_OTHER: Final = re.compile(r"[^a-z0-9-]")
_LETTERS: Final = ("Lo", "Ll", "Lm", "Mn", "Mc")  # of Unicode; capitals would make two ids of one
_ESCAPED: Final = re.compile(r"_([0-9a-f]+)_")


def is_id(text: str) -> bool:
    """A small ASCII letter, then small letters, digits and hyphens; or letters of another script, in words."""
    if PLAIN.fullmatch(text):
        return True
    words = text.split(" ")
    told = all(
        word and all(c in "-_\u200c" or c.isdigit() or unicodedata.category(c) in _LETTERS for c in word)
        for word in words
    )
    return told and text[0].isalpha() and len(text) <= _LONGEST


def slug(id: str) -> str:
    """What stands for the id in the files; letters composed otherwise (NFC, NFD) are the same."""
    id = unicodedata.normalize("NFC", id)
    if PLAIN.fullmatch(id) or not is_id(id):
        return id
    coded = id.encode("punycode").decode("ascii")
    return _BEGIN + _OTHER.sub(lambda sign: f"_{ord(sign[0]):x}_", coded)


def written(id: str) -> str:
    """The id that a slug stands for; what is none comes back as it is."""
    if not id.startswith(_BEGIN):
        return id
    coded = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), id.removeprefix(_BEGIN))
    try:
        return coded.encode("ascii").decode("punycode")
    except ValueError:
        return id
