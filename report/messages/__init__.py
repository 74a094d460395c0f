"""The words of every fault, in English and in Arabic: a catalog by code, and the two ways to print a fault."""

from __future__ import annotations

import re

from report.fault import Fault
from report.messages import (
    command,
    dates,
    drawing,
    entries,
    epub,
    exporting,
    index,
    layout,
    lint_borrowed,
    lint_parts,
    lint_sides,
    markdown,
    marks,
    pairs,
    questions,
    references,
    script,
    source,
    theme,
    typing,
)
from report.messages.entry import Entries, Entry, Words
from report.messages.quoting import Bare, Quoted, Whole, clean
from report.messages.vocabulary import VOCABULARY, WORDS

__all__ = ["CATALOG", "SEVERITIES", "Entry", "Words", "describe", "entry", "tell"]

CATALOG: Entries = {
    **source.ENTRIES,
    **entries.ENTRIES,
    **markdown.ENTRIES,
    **marks.ENTRIES,
    **pairs.ENTRIES,
    **references.ENTRIES,
    **drawing.ENTRIES,
    **index.ENTRIES,
    **questions.ENTRIES,
    **exporting.ENTRIES,
    **script.ENTRIES,
    **dates.ENTRIES,
    **typing.ENTRIES,
    **theme.ENTRIES,
    **layout.ENTRIES,
    **epub.ENTRIES,
    **lint_sides.ENTRIES,
    **lint_parts.ENTRIES,
    **lint_borrowed.ENTRIES,
    **command.ENTRIES,
}

SEVERITIES = {"en": {"error": "error", "warning": "warning"}, "ar": {"error": "خطأ", "warning": "تنبيه"}}
_TYPED = re.compile(r"`([^`]+)`")
_FIELD = re.compile(r"\{(\w+)\}")
_WHOLE = frozenset({"known", "allowed", "first", "file", "inside"})
_HINT = {"en": "hint", "ar": "إرشاد"}


def entry(fault: Fault) -> Entry | None:
    """The catalog's row for a fault: by code and reason if there is one, else by code."""
    return CATALOG.get(f"{fault.code}.{fault.values.get('reason', '')}") or CATALOG.get(fault.code)


def tell(fault: Fault, language: str = "en") -> tuple[str, str]:
    """A fault's message and hint, on one line each. Quoted source comes wrapped in U+2068…U+2069 (UAX #9: isolates);
    what is to be typed stands bare in English, and in Arabic as one left-to-right isolate. The value `inside` of any
    fault is the place in a finished file where it shows."""
    row = entry(fault)
    if row is None:
        return fault.code, ""
    words = row.arabic if language == "ar" else row.english
    values = _Values({key: _value(key, value, language) for key, value in fault.values.items()})
    hint = words.near if words.near and fault.values.get("near") else words.hint
    message = _code(words.message, language).format_map(values)
    if "inside" in values:
        message += f" ({values['inside']})"
    return message, _code(hint, language).format_map(values)


def _code(template: str, language: str) -> str:
    """Backquotes mark what is to be typed: values in it stand without isolates, so that it can be copied."""
    open_, close = ("\u2066", "\u2069") if language == "ar" else ("", "")
    return _TYPED.sub(lambda code: open_ + _FIELD.sub(r"{\1:bare}", code[1]) + close, template)


def describe(fault: Fault, language: str = "en") -> str:
    """The two lines a fault is printed as: `path:line:column: error K201: message`, then the hint, indented by two."""
    message, hint = tell(fault, language)
    line = f"{clean(str(fault.place))}: {SEVERITIES[language][fault.severity]} {fault.code}: {message}"
    return f"{line}\n  {_HINT[language]}: {hint}" if hint else line


def _value(key: str, value: str, language: str) -> str:
    """Words of the trade are translated, numbers stand bare, everything else is quoted source."""
    if key in VOCABULARY:
        return Bare(WORDS[language].get(value, value))
    if value.isascii() and value.isdigit():
        return Bare(value)
    return Whole(value) if key in _WHOLE else Quoted(value)


class _Values(dict[str, str]):
    """A missing value prints as a question mark: a fault must never fail to be told."""

    def __missing__(self, key: str) -> str:
        return Bare("?")
