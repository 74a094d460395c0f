"""What the scanner knows of a language: names of months and of days, cues before years, words for parts and ranges."""

from __future__ import annotations

from dataclasses import dataclass, field

Names = tuple[tuple[str, ...], ...]
"""For each month, from the first, the names it goes by."""


def names(text: str) -> Names:
    """`a/b · c`: months parted by dots, the names of one by strokes."""
    return tuple(tuple(name.strip() for name in month.split("/")) for month in text.split("·"))


def each(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split("·"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Words of one language, as they are written.

    `nouns` say year («عام») and belong to the date; `cues` stand before a bare year and do not; `loose` cues need the
    year to end its clause, for anything may follow them; `behind` are cues after a year. `parts` and `parts_behind` say
    early, mid and late, before or after the date. `of` may stand between day, month and year. `eras` name the
    calendar; those in `dating` make a bare number a year. `counted` are nouns that a number before them counts.
    `prefixes` are letters written onto the next word. `home` is the calendar of bare years from 1200 to 1499.
    """

    months: dict[str, tuple[Names, ...]]
    ordinals: dict[str, int] = field(default_factory=dict[str, int])
    nouns: tuple[str, ...]
    cues: tuple[str, ...]
    loose: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    of: tuple[str, ...]
    to: tuple[str, ...]
    both: tuple[str, ...]
    parts: dict[str, str]
    parts_behind: dict[str, str] = field(default_factory=dict[str, str])
    about: tuple[str, ...]
    eras: dict[str, str]
    dating: tuple[str, ...] = ()
    counted: tuple[str, ...]
    prefixes: str = ""
    home: str = "gregorian"


def ordinals(text: str) -> dict[str, int]:
    """`a/b · c` as numbers from 1."""
    return {name: day for day, said in enumerate(names(text), 1) for name in said}
