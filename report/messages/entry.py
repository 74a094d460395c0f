"""The shape of a complaint's words: a message and a hint in each language, with {placeholders} for values."""

from __future__ import annotations

from dataclasses import dataclass

from report.fault import Severity


@dataclass(frozen=True, slots=True)
class Words:
    """`message` says what is wrong, `hint` what to do; `near` replaces the hint when the fault has a value `near`."""

    message: str
    hint: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the catalog; `severity` is the usual one (a fault carries its own)."""

    severity: Severity
    english: Words
    arabic: Words


Entries = dict[str, Entry]
"""By code, or by code and reason (`K303.order`) where one code has several messages."""


def stops(english: Words, arabic: Words) -> Entry:
    """An entry of severity error."""
    return Entry("error", english, arabic)


def warns(english: Words, arabic: Words) -> Entry:
    """An entry of severity warning."""
    return Entry("warning", english, arabic)
