"""Source text made safe to stand inside a message: one line, no controls, no long tails, isolated."""

from __future__ import annotations

import unicodedata

_LIMIT = 72
_OPEN, _CLOSE = "\u2068", "\u2069"
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_KEPT = {"\u200c", "\u200d"}


class Bare(str):
    """A value that stands as it is: a number, a word of the trade."""

    def __format__(self, spec: str) -> str:
        return str(self)


class Quoted(str):
    """Quoted source: formats as the text between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, cut at 72 code
    points, and with the spec `bare` as the text alone."""

    def __format__(self, spec: str) -> str:
        shown = clean(self)
        shown = shown if len(shown) <= _LIMIT else shown[: _LIMIT - 1] + "…"
        return shown if spec == "bare" else _OPEN + shown + _CLOSE


class Whole(str):
    """Quoted source that is never cut: a path, a list of what is allowed."""

    def __format__(self, spec: str) -> str:
        return clean(self) if spec == "bare" else _OPEN + clean(self) + _CLOSE


def clean(text: str) -> str:
    """`text` on one line, controls shown as U+XXXX."""
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character in "\n\r\t":
        return " "
    hidden = unicodedata.category(character) in _HIDDEN and character not in _KEPT
    return f"U+{ord(character):04X}" if hidden else character
