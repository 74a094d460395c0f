"""Rules about how prose is typed: what `--fix` would mend (K320), and what only a person can decide (K321–K326)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from report.check.survey import Survey
from report.check.writing import known_language
from report.fault import Fault, Place, warning
from report.script import orthography
from report.source.manuscript import manuscripts
from report.source.prose import Prose

CODES: Final = {"quotes": "K321", "range": "K322", "dots": "K323", "ratio": "K324", "letter": "K325", "prefix": "K326"}


def mendable(found: Survey) -> Iterator[Fault]:
    """K320: one warning a rule and file, at the first place, with how many there are."""
    for manuscript in manuscripts(found.draft):
        places: dict[str, list[Place]] = {}
        for prose in filter(_known, manuscript.prose):
            changes = orthography.mend(prose.text, prose.language, prose.mask(orthography.SYNTAX)).changes
            for change in changes:
                if change.rule not in orthography.TOLD:
                    places.setdefault(change.rule, []).append(prose.where.place(change.offset))
        for rule, where in places.items():
            yield warning("K320", min(where), reason=rule, count=len(where))


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
