"""The safe typographic rules for prose, N1–N17 (docs/normalising.md), and where each may have something to do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from report.script import characters, languages

LETTERS: Final = "\u0621-\u063a\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff"
MARKS: Final = "\u064b-\u065f\u0670"
_H = "\u05d0-\u05ea"
_ARABIC = frozenset({"Arab"})
BOTH: Final = frozenset({"Arab", "Hebr"})
_PERSIAN = frozenset({"fa", "ur"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One safe rule: where `pattern` matches, `becomes` is put. It holds for `scripts` (ISO 15924), or for `only`.

    Of `signs` one stands in each stretch the rule has something to do in; finding none costs a hundredth of a search. A
    rule that names none looks itself, so its pattern asks only for what stands there, never for what does not.
    """

    id: str
    pattern: re.Pattern[str]
    becomes: str | Callable[[re.Match[str]], str]
    scripts: frozenset[str] = _ARABIC
    only: frozenset[str] = frozenset()
    signs: tuple[str, ...] = ()

    def holds(self, tag: str) -> bool:
        """Whether the rule is one of this language's."""
        return languages.primary(tag) in self.only if self.only else languages.find(tag).script in self.scripts

    def may_match(self, seen: str) -> bool:
        """Whether there is anything to look at."""
        for sign in self.signs:  # a loop, since any() costs more than all it asks here
            if sign in seen:
                return True
        return not self.signs and self.pattern.search(seen) is not None


def _r(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def spaced(stops: str) -> tuple[str, ...]:
    """Each stop with each space before it."""
    return tuple(space + stop for stop in stops for space in " \u00a0")


def _letters(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])


RULES: Final[tuple[Rule, ...]] = (
    Rule("N12", characters.PRESENTATION_FORMS, _letters),
    Rule("N17", _r(f"[{LETTERS}][{MARKS}\u06d6-\u06ed]+"), _composed),
    Rule("N17", _r("[\u05d0-\u05ea][\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]+"), _composed, frozenset({"Hebr"})),
    Rule("N14", _r("\u00ad"), "", BOTH, signs=("\u00ad",)),
    Rule("N14", _r(r"(?<=[^\s|])(?= *\u00a0)[ \u00a0]{2,}(?=[^\s|])"), "\u00a0", BOTH, signs=("\u00a0",)),
    Rule("N14", _r(r"(?<=[^\s|])  +(?=[^\s|])"), " ", BOTH, signs=("  ",)),
    Rule("N10", _r(f"(?<=[{LETTERS}{MARKS}])\u200f+(?=[{LETTERS}])"), "\u200c", signs=("\u200f",)),
    Rule("N11", _r("\u200c{2,}"), "\u200c", signs=("\u200c\u200c",)),
    Rule("N11", _r("\u200c(?=[ \u00a0\n،؛؟.:!»)\\]]|$)"), "", signs=("\u200c",)),
    Rule("N1", _r(r"(?<=[^\s|])[ \u00a0]+(?=[،؛؟»]|[.!)\]](?=[\s»)\].،؛]|$))"), "", BOTH, signs=spaced("،؛؟».!)]")),
    Rule("N1", _r(r"(?<=[^\s|\d])[ \u00a0]+(?=:(?=\s|$))"), "", BOTH, signs=spaced(":")),
    Rule("N2", _r(f"(?<=[{LETTERS}{MARKS}»])([.،؛])\\1(?![.،؛])"), r"\1", signs=("..", "،،", "؛؛")),
    Rule("N4", _r(f"(?<=[{LETTERS}{MARKS}»]),(?=\\s|$)"), "،", signs=(",",)),
    Rule("N5", _r(f"(?<=[{LETTERS}{MARKS}»]);(?=\\s|$)"), "؛", signs=(";",)),
    Rule("N6", _r(f"(?<=[{LETTERS}{MARKS}»])\\?(?=[\\s»]|$)"), "؟", signs=("?",)),
    Rule("N3", _r(f"([،؛؟!])(?=[{LETTERS}])"), r"\1 "),
    Rule("N8", _r(f"(?<=[{LETTERS}{MARKS}»]) - (?=[«{LETTERS}])"), " – ", signs=(" - ",)),
    Rule("N9", _r(f"(?<=[{LETTERS}{MARKS}])\u0640+(?=[{LETTERS}])"), "", signs=("\u0640",)),
    Rule("N13", _r(f"(?<=[{LETTERS}{MARKS}])ا\u064b"), "\u064bا", only=frozenset({"ar"}), signs=("ا\u064b",)),
    Rule("N15", _r("ي"), "ی", only=_PERSIAN, signs=("ي",)),
    Rule("N15", _r("ك"), "ک", only=_PERSIAN, signs=("ك",)),
    Rule("N7", _r(f'(?<=[{_H}])"(?=[{_H}](?![{_H}"]))'), "״", frozenset({"Hebr"}), signs=('"',)),
)  # fmt: skip
"""Order matters: letters first, then spaces, then stops, then what stands between words."""

UNTOLD: Final = frozenset({"N10", "N12", "N17"})
"""Rules that are carried out but give no warning: the first two are faults already (K301, K308), and the order of marks
is the same text to Unicode (UAX #15), typed either way by every keyboard."""
