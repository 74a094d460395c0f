"""Faults as data: what is wrong, where, and the values its message needs; the words are in messages.py."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something was written: path as shown to the user, line and column 1-based, column in code points.

    Line 0 means the whole file, column 0 the whole line.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Fault:
    """One complaint. `code` is stable and never reused; `values` fill the placeholders of its message and hint."""

    code: str
    place: Place
    values: dict[str, str] = field(default_factory=dict[str, str])
    severity: Severity = "error"


def error(code: str, place: Place, **values: object) -> Fault:
    """A fault that stops the build."""
    return Fault(code, place, {k: str(v) for k, v in values.items()})


def warning(code: str, place: Place, **values: object) -> Fault:
    """A fault that is told but does not stop the build, unless --strict."""
    return Fault(code, place, {k: str(v) for k, v in values.items()}, "warning")


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Faults by place, then code, without repeats, so that a run always reads the same."""
    unique = {(f.place, f.code, tuple(sorted(f.values.items()))): f for f in faults}
    return tuple(unique[key] for key in sorted(unique))


class Stopped(Exception):
    """Raised once per stage, with every fault the stage found; caught only by the command line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = in_order(faults)
        super().__init__(", ".join(f"{f.place}: {f.code}" for f in self.faults))
