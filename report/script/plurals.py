"""Phrases that change with a number: «عامين», «٥ أعوام», «٦٠ عامًا», by the plural rules of the language (CLDR)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from report.script.languages import primary
from report.script.unicode import icu


def phrase(pattern: str, n: int, shown: str, language: str) -> str:
    """A pattern of ICU MessageFormat with `{n, plural, …}` chosen by `n`, and `{shown}`, the number as it is printed.

    >>> phrase("{n, plural, two{عامين} few{{shown} أعوام} other{{shown} عامًا}}", 5, "٥", "ar")
    '٥ أعوام'
    """
    return str(
        _message(pattern, primary(language)).format(["n", "shown"], [icu.Formattable(n), icu.Formattable(shown)])
    )


@lru_cache(maxsize=64)
def _message(pattern: str, tag: str) -> Any:
    return icu.MessageFormat(pattern, icu.Locale(tag))
