"""Text as tokens for the search for dates: words folded for comparing, numbers as European digits, offsets kept."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

from report.script.digits import fold

Kind = Literal["word", "number", "figure", "numeric", "mark"]

_FORMS = (("أإآٱٲ", "ا"), ("ىیے", "ي"), ("ةہھۀەۂ", "ه"), ("ک", "ك"), ("ئ", "ي"), ("״", '"'), ("׳’", "'"))
_SAME = {ord(form): letter for forms, letter in _FORMS for form in forms}
_DROPPED = re.compile("[\u0640\u064b-\u065f\u0670\u0591-\u05bd\u05bf-\u05c7\u200d\u2066-\u2069]")
_DIGIT = "0-9"
_NUMERIC = rf"[{_DIGIT}]{{1,4}}(?P<sign>[/.\-])[{_DIGIT}]{{1,2}}(?P=sign)[{_DIGIT}]{{1,4}}(?![/.\-]?[{_DIGIT}])"
_FIGURE = (
    rf"[$€£₪%٪][{_DIGIT}]+(?:[.,٫٬][{_DIGIT}]+)*|[{_DIGIT}]+(?:[.,٫٬:][{_DIGIT}]+)+[%٪]?|[{_DIGIT}]+ ?[%٪$€£₪]"
    rf"|[{_DIGIT}]+(?:[./:-][{_DIGIT}]+){{2,}}"
)
_LETTERS = (
    r"[^\W\d_](?:[^\W\d_]|[\u0640\u064b-\u065f\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u200d]|[\"'״׳’](?=[^\W\d_]))*"
)
_WORD = rf"{_LETTERS}['׳’]?"
_WORDS = re.compile(_WORD)
_WORD_OR_MARK = re.compile(rf"{_WORD}|[^\s\u200c\u200b]")
_ANY_DIGIT = re.compile("[0-9٠-٩۰-۹]")
_TOKEN = re.compile(
    rf"(?P<numeric>(?<![{_DIGIT}])(?<![{_DIGIT}][/.\-]){_NUMERIC})|(?P<figure>{_FIGURE})|(?P<number>[{_DIGIT}]+)"
    rf"|(?P<word>{_WORD})|(?P<mark>[^\s\u200c\u200b])"
)


class Token(NamedTuple):
    """`key` is folded; `start` and `end` are offsets in the text."""

    kind: Kind
    key: str
    start: int
    end: int
    text: str


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """A word for comparing: no marks, no tatweel, letters that are typed for one another made one, small letters."""
    plain = _DROPPED.sub("", unicodedata.normalize("NFC", word)).translate(_SAME)
    return plain.lower()


def keys(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase of a lexicon."""
    return tuple(token.key for token in tokens(phrase))


def _worded(raw: str, start: int, end: int) -> Token:
    """A word or a mark of a text without digits."""
    if raw[0].isalnum() and not raw[0].isdecimal():
        return Token("word", key(raw), start, end, raw)
    return Token("mark", raw, start, end, raw)


def has_digit(text: str) -> bool:
    return _ANY_DIGIT.search(text) is not None


def found_words(text: str) -> list[str]:
    """The words of a text without numbers, as `tokens` finds them."""
    return _WORDS.findall(text)


def tokens(text: str) -> list[Token]:
    """Words, numbers and marks of a text; white space and zero-width non-joiners part them.

    A `figure` is a number that cannot be a day or a year (1,200 or 3.5 or 12%); `numeric` is a date in figures.
    """
    if not has_digit(text):
        return [_worded(match[0], *match.span()) for match in _WORD_OR_MARK.finditer(text)]
    folded = fold(text)
    found: list[Token] = []
    for match in _TOKEN.finditer(folded):
        kind: Kind = match.lastgroup if match.lastgroup != "sign" else "numeric"  # pyright: ignore
        start, end = match.span()
        raw = folded[start:end]
        found.append(Token(kind, key(raw) if kind == "word" else raw, start, end, text[start:end]))
    return found
