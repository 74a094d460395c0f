"""Files that some disks take for one: names that differ in capitals alone (K144)."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import normpath

from report import disk
from report.check.survey import Survey
from report.fault import Fault, Place, warning
from report.model import Figure


def twins(found: Survey) -> Iterator[Fault]:
    """Texts and pictures; each name is told once, where it is first named after its twin."""
    known: dict[str, tuple[str, Place]] = {}
    told: set[str] = set()
    for name, place in _named(found):
        name = disk.composed(normpath(name))
        first, where = known.setdefault(disk.folded(name), (name, place))
        if name != first and name not in told:
            told.add(name)
            yield warning("K144", place, file=name, twin=first, first=where)


def _named(found: Survey) -> Iterator[tuple[str, Place]]:
    figures = [(text, block) for text, block in found.blocks if isinstance(block, Figure)]
    for text in found.draft.texts:
        yield text.file, text.named
        yield from ((block.image, block.place) for where, block in figures if where is text)
