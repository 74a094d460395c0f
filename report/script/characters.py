"""Characters by what they may do in a text: direction controls, presentation forms, and those no source may hold."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from report.script.unicode import icu

BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Bidi_Control=Yes (UAX #9 §2): marks, embeddings, overrides, isolates."""

PRESENTATION_FORMS = re.compile("[\ufb50-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc]")
"""Letters in a fixed shape. Ornate brackets U+FD3E–FD3F and word signs U+FDCF, U+FDF0–FDFF are text and stay out."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)
"""Controls but tab and line ends, U+FFFD (a letter was lost), lone surrogates, noncharacters (Unicode §23.7)."""

_LABELS = {"Cc": "control", "Cs": "surrogate", "Co": "private-use", "Cn": "reserved"}


def name(ch: str) -> str:
    """`U+200F RIGHT-TO-LEFT MARK`; a character without a name gets its code point label (Unicode §4.8).

    >>> name("\\x07")
    'U+0007 <control-0007>'
    """
    code = f"{ord(ch):04X}"
    label = "noncharacter" if _is_noncharacter(ord(ch)) else _LABELS.get(unicodedata.category(ch), "unnamed")
    return f"U+{code} {unicodedata.name(ch, f'<{label}-{code}>')}"


def is_latin(text: str) -> bool:
    """Whether the first letter of a text is a Latin one."""
    first = next((ch for ch in text if ch.isalpha()), "")
    return bool(first) and unicodedata.name(first, "").startswith("LATIN ")


def is_forbidden(ch: str) -> bool:
    """Whether a character may not stand in a source file."""
    return FORBIDDEN.fullmatch(ch) is not None


def _is_noncharacter(code: int) -> bool:
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


@cache
def is_lost(ch: str) -> bool:
    """Whether a character stands for none: U+FFFD, private use, a noncharacter or an unpaired surrogate."""
    return ch == "\ufffd" or unicodedata.category(ch) in ("Co", "Cs") or _is_noncharacter(ord(ch))


@cache
def script_of(ch: str) -> str:
    """ISO 15924 code of a character's script (UAX #24): `Arab`, `Latn`, `Zyyy` for what is common to all."""
    return str(icu.Script.getScript(ch).getShortName())


def agree(text: str, characters: str) -> bool:
    """Whether a glyph that a face draws one of these characters with may stand for this text.

    Faces draw letters of one skeleton with one glyph and its dots with others (joining groups of Unicode §9.2), brackets
    turned by the direction, and one of several letters of a ligature.
    """
    if not any(c.isalpha() for c in characters):  # a sign, a mark, the dots of letters: many texts may have it
        return True
    wanted = set(unicodedata.normalize("NFKD", characters))
    found = set(unicodedata.normalize("NFKD", text))
    return bool(wanted & found or {_skeleton(c) for c in wanted} & {_skeleton(c) for c in found})


_ALIKE = {
    "Farsi_Yeh": "Beh", "Yeh": "Beh", "Noon": "Beh", "Nya": "Beh", "Burushaski_Yeh_Barree": "Yeh_Barree", "Feh": "Qaf",
    "Gaf": "Kaf", "Swash_Kaf": "Kaf", "Knotted_Heh": "Heh", "Teh_Marbuta": "Heh", "Heh_Goal": "Heh",
    "Hamza_On_Heh_Goal": "Heh",
}  # fmt: skip
"""Joining groups whose letters lose their difference with the dots, in some place of a word or in some face."""


def _skeleton(ch: str) -> str:
    """The shape a letter shares with others when its dots are left out, or the letter itself."""
    group = icu.Char.getIntPropertyValue(ch, icu.UProperty.JOINING_GROUP)
    name = str(
        icu.Char.getPropertyValueName(icu.UProperty.JOINING_GROUP, group, icu.UPropertyNameChoice.LONG_PROPERTY_NAME)
    )
    return ch if name == "No_Joining_Group" else _ALIKE.get(name, name)
