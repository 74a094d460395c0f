"""What a rule of the lint is: a function from an opened book to what it finds; its code and weight stand in the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from report.epub.lint.opened import Opened
from report.fault import Place

Finding = tuple[Place, dict[str, str]]
Found = Iterator[Finding]
Rule = Callable[[Opened], Found]
_LONGEST = 60  # characters of a book quoted in a message


def found(place: Place, **values: object) -> Finding:
    """One finding; quoted text is cut."""
    told = {key: " ".join(str(value).split()) for key, value in values.items()}
    return place, {k: v if len(v) <= _LONGEST else v[: _LONGEST - 1] + "…" for k, v in told.items()}
