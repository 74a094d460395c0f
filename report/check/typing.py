"""Rules about how prose is typed: what `--fix` would mend (K320), and what only a person can decide (K321–K327)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from report.check.survey import Survey
from report.check.writing import known_language
from report.fault import Fault, Place, warning
from report.script import orthography
from report.source.lines import Lines
from report.source.manuscript import manuscripts
from report.source.prose import Prose

CODES: Final = {"quotes": "K321", "range": "K322", "dots": "K323", "ratio": "K324", "letter": "K325", "prefix": "K326"}


def mendable(found: Survey) -> Iterator[Fault]:
    """K320: one warning a rule and file, at the first place, with how many there are. K327: what `--fix` cannot do."""
    for manuscript in manuscripts(found.draft):
        places: dict[str, list[Place]] = {}
        for prose in filter(_known, manuscript.prose):
            mended = orthography.mend(prose.text, prose.language, prose.mask(orthography.SYNTAX))
            told = [change for change in mended.changes if change.rule not in orthography.UNTOLD]
            if told and _stuck(prose, mended.cells, manuscript.lines):
                yield warning("K327", prose.where.place(min(change.offset for change in told)), count=len(told))
                continue
            for change in told:
                places.setdefault(change.rule, []).append(prose.where.place(change.offset))
        for rule, where in places.items():
            yield warning("K320", min(where), reason=rule, count=len(where))


def _stuck(prose: Prose, cells: tuple[str, ...], lines: Lines) -> bool:
    """Whether something to be changed does not stand in the file as it is read."""
    changed = (index for index, cell in enumerate(cells) if cell != prose.text[index])
    return any(prose.offset(index, lines) is None for index in changed)


def doubtful(found: Survey) -> Iterator[Fault]:
    """K321–K326: each at its place, but letters, which are told once a file."""
    for manuscript in manuscripts(found.draft):
        letters: list[tuple[Place, str]] = []
        for prose in filter(_known, manuscript.prose):
            for doubt in orthography.findings(prose.text, prose.language, prose.mask(orthography.SYNTAX)):
                place = prose.where.place(doubt.offset)
                if doubt.kind == "letter":
                    letters.append((place, doubt.what))
                else:
                    yield warning(CODES[doubt.kind], place, words=doubt.what)
        if letters:
            yield warning("K325", *min(letters)[:1], words=min(letters)[1], count=len(letters))


def _known(prose: Prose) -> bool:
    return known_language(prose.language)
