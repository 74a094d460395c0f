"""The head of a text file: YAML between two lines of three dashes."""

from __future__ import annotations

from dataclasses import dataclass

from report.fault import Fault, Place, error
from report.source.lines import Lines
from report.source.yaml import Mapping, parse


@dataclass(frozen=True, slots=True)
class Head:
    """The head's keys, None when it could not be read; `end` is the index of the first line after it."""

    keys: Mapping | None
    end: int


def read(lines: Lines, faults: list[Fault]) -> Head:
    """The head that a text must begin with. Without one the whole file is read as text, for the faults in it."""
    count = len(lines.starts) - 1
    if not _dashes(lines, 0):
        faults.append(error("K111", Place(lines.path, 1), reason="missing"))
        return Head(None, 0)
    end = next((index for index in range(1, count) if _dashes(lines, index)), 0)
    if not end:
        faults.append(error("K111", Place(lines.path, 1), reason="open"))
        return Head(None, count)
    known = len(faults)
    tree = parse(lines, faults, lines.starts[1], lines.starts[end])
    if isinstance(tree, Mapping):
        return Head(tree, end + 1)
    if len(faults) == known:
        faults.append(error("K111", Place(lines.path, 2), reason="keys"))
    return Head(None, end + 1)


def _dashes(lines: Lines, index: int) -> bool:
    return lines.line(index).rstrip(" \t") == "---"
