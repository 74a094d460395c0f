"""Rules about how prose is typed: what `--fix` would mend (K320), and what only a person can decide (K321–K328)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from report.check.survey import Survey
from report.check.walk import children, phrases
from report.check.writing import known_language
from report.fault import Fault, Place, warning
from report.model import Inline, Inlines, Note, Text
from report.script import orthography
from report.source.lines import Lines
from report.source.manuscript import Manuscript, language, manuscripts
from report.source.prose import Prose

_STOP: Final = re.compile(r"[،؛؟۔,;:?!]|\.(?!\.)")
CODES: Final = {"quotes": "K321", "range": "K322", "dots": "K323", "ratio": "K324", "letter": "K325", "prefix": "K326"}


def mendable(found: Survey) -> Iterator[Fault]:
    """K320: one warning a rule and file, at the first place, with how many there are. K327: what `--fix` cannot do."""
    for manuscript in manuscripts(found.draft):
        yield from found.kept.kept(_parts("mendable", found, manuscript), lambda: list(_mendable(manuscript)))  # noqa: B023


def _parts(rule: str, found: Survey, manuscript: Manuscript) -> list[bytes]:
    """All that a file's typing depends on: itself, and the language of the booklet."""
    said = (rule, language(found.draft), manuscript.kind, manuscript.lines.path, manuscript.lines.text)
    return [part.encode("utf-8", "surrogatepass") for part in said]


def _mendable(manuscript: Manuscript) -> Iterator[Fault]:
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
        yield from found.kept.kept(_parts("doubtful", found, manuscript), lambda: list(_doubtful(manuscript)))  # noqa: B023


def _doubtful(manuscript: Manuscript) -> Iterator[Fault]:
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


def parted_calls(found: Survey) -> Iterator[Fault]:
    """K328: a note's call before a stop, or behind a space: it stands close, behind word and stop."""
    for _, block in found.blocks:
        for phrase in phrases(block):
            yield from _parted(list(_leaves(phrase)))


def _parted(leaves: list[Inline]) -> Iterator[Fault]:
    for at, call in enumerate(leaves):
        if not isinstance(call, Note):
            continue
        before, behind = "".join(map(_said, leaves[:at])), _said(leaves[at + 1]) if at + 1 < len(leaves) else ""
        word = (before.split() or [""])[-1]
        if stop := _STOP.match(behind):
            yield warning("K328", call.place, reason="stop", words=word + stop[0])
        elif before[-1:].isspace() and _said(leaves[at - 1]):
            yield warning("K328", call.place, reason="space", words=word)


def _said(inline: Inline) -> str:
    return inline.text if isinstance(inline, Text) else ""


def _leaves(inlines: Inlines) -> Iterator[Inline]:
    """Texts, calls and whatever else holds no words of its own, in order."""
    for inline in inlines:
        held = children(inline)
        if held:
            yield from _leaves(held)
        else:
            yield inline


def _known(prose: Prose) -> bool:
    return known_language(prose.language)
