"""Languages by tag: direction, script, digits, quotation marks, list counters, the side a book is bound on."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bidi import get_base_level

from report.script.unicode import icu

Direction = Literal["rtl", "ltr"]
Quotes = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Language:
    """What follows from a language tag.

    `script` is an ISO 15924 code, `digits` a style of script.digits, `quotes` outer open, outer close, inner open,
    inner close.
    """

    tag: str
    direction: Direction
    script: str
    digits: str
    quotes: Quotes
    binding: Literal["right", "left"]


_GUILLEMETS: Quotes = ("«", "»", "‹", "›")
_CURLY: Quotes = ("“", "”", "‘", "’")
_HEBREW: Quotes = ("”", "”", "’", "’")

# Script, digits, quotation marks. The marks of ar and ur are house usage where CLDR has them reversed (”…“).
_KNOWN: dict[str, tuple[str, str, Quotes]] = {
    "ar": ("Arab", "arabic-indic", ("«", "»", "“", "”")),
    "fa": ("Arab", "extended", _GUILLEMETS),
    "ur": ("Arab", "extended", _CURLY),
    "ps": ("Arab", "extended", _GUILLEMETS),
    "sd": ("Arab", "arabic-indic", _CURLY),
    "ug": ("Arab", "latin", _GUILLEMETS),
    "ckb": ("Arab", "arabic-indic", _GUILLEMETS),
    "he": ("Hebr", "latin", _HEBREW),
    "yi": ("Hebr", "latin", ("„", "“", "‚", "‘")),
    "dv": ("Thaa", "latin", _CURLY),
    "en": ("Latn", "latin", _CURLY),
    "fr": ("Latn", "latin", ("«\u202f", "\u202f»", "“", "”")),
    "de": ("Latn", "latin", ("„", "“", "‚", "‘")),
    "es": ("Latn", "latin", ("«", "»", "“", "”")),
    "it": ("Latn", "latin", ("«", "»", "“", "”")),
    "tr": ("Latn", "latin", _CURLY),
}
_MAGHREB = frozenset({"DZ", "EH", "LY", "MA", "TN"})  # Arabic is printed with European digits there
_NUMBERING = {"arab": "arabic-indic", "arabext": "extended"}

# RFC 5646 §2.1, without the primary subtags of 4–8 letters: none was ever registered, and "arabic" is a slip.
_TAG = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-(?P<script>[a-z]{4}))?(-(?P<region>[a-z]{2}|\d{3}))?"
    r"(-([a-z\d]{5,8}|\d[a-z\d]{3}))*(-[a-wyz\d](-[a-z\d]{2,8})+)*(-x(-[a-z\d]{1,8})+)?",
    re.ASCII | re.IGNORECASE,
)


@cache
def find(tag: str) -> Language:
    """The language of a BCP 47 tag; a language without an entry here is read from the Unicode data (likely subtags).

    Raises ValueError for a tag that is not well-formed, or that names no language (`x-…`).
    """
    match = _TAG.fullmatch(tag)
    if match is None:
        raise ValueError(f"not a language tag: {tag!r}")
    known = _KNOWN.get(primary(tag))
    wanted = (match["script"] or "").title()
    if known is None or wanted not in ("", known[0]):
        return _language(tag, *_from_unicode(tag))
    script, digits, quotes = known
    if script == "Arab" and (match["region"] or "").upper() in _MAGHREB:
        digits = "latin"
    return _language(tag, script, digits, quotes)


def primary(tag: str) -> str:
    """The language alone: `ar` of `ar-EG`."""
    return tag.split("-")[0].lower()


def direction_of(text: str) -> Direction | None:
    """Direction of text whose language is not declared: its first strong character (UAX #9 P2, P3).

    None where there is none (empty, digits, marks only). What stands inside isolates does not count.
    """
    for line in text.splitlines():
        bare = _outside_isolates(line)
        if any(unicodedata.bidirectional(ch) in ("L", "R", "AL") for ch in bare):
            return "rtl" if get_base_level(bare) == 1 else "ltr"
    return None


def _language(tag: str, script: str, digits: str, quotes: Quotes) -> Language:
    right = _is_right_to_left(script)
    return Language(
        tag=tag,
        direction="rtl" if right else "ltr",
        script=script,
        digits=digits,
        quotes=quotes,
        binding="right" if right else "left",
    )


def _from_unicode(tag: str) -> tuple[str, str, Quotes]:
    locale = icu.Locale.forLanguageTag(tag)
    system = str(icu.NumberingSystem.createInstance(locale).getName())
    locale.addLikelySubtags()
    kinds = icu.ULocaleDataDelimiterType
    data = icu.LocaleData(locale.getName())
    quotes = (
        str(data.getDelimiter(kinds.QUOTATION_START)),
        str(data.getDelimiter(kinds.QUOTATION_END)),
        str(data.getDelimiter(kinds.ALT_QUOTATION_START)),
        str(data.getDelimiter(kinds.ALT_QUOTATION_END)),
    )
    return str(locale.getScript()) or "Zyyy", _NUMBERING.get(system, "latin"), quotes


def _is_right_to_left(script: str) -> bool:
    codes = icu.Script.getCode(script)
    return bool(codes) and bool(icu.Script(codes[0]).isRightToLeft())


def _outside_isolates(line: str) -> str:
    """The line without isolates, their contents, and without an isolate that is never closed (UAX #9 BD9, P2)."""
    kept: list[str] = []
    depth = 0
    for ch in line:
        if ch in "\u2066\u2067\u2068":
            depth += 1
        elif ch == "\u2069":
            depth = max(0, depth - 1)
        elif depth == 0:
            kept.append(ch)
    return "".join(kept)
