"""Safe rules carried out in the files of a booklet: nothing but prose is changed, line ends and quoting stay."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from report import outputs
from report.fault import Fault, Place, Stopped, error
from report.script import orthography
from report.source.draft import Draft
from report.source.files import find
from report.source.lines import Lines
from report.source.manuscript import Manuscript, again, language, manuscripts
from report.source.prose import Prose

_ENDS = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Repair:
    """One file's new text. `rules` counts what each rule did; `old` and `new` have their line ends and mark."""

    path: Path
    shown: str
    old: str
    new: str
    rules: Counter[str]

    def diff(self) -> Iterator[str]:
        """A unified diff, line by line, ends of lines left out."""
        old, new = (_ENDS.split(text.removeprefix("\ufeff")) for text in (self.old, self.new))
        return difflib.unified_diff(old, new, f"a/{self.shown}", f"b/{self.shown}", lineterm="")


@dataclass(frozen=True, slots=True)
class Repairs:
    """What can be mended; where a change would have made markup of words; the files left alone since they cannot be read
    whole; and faults of opening files."""

    files: tuple[Repair, ...]
    refused: tuple[Place, ...]
    alone: tuple[str, ...]
    faults: tuple[Fault, ...]


def repairs(draft: Draft, faults: list[Fault]) -> Repairs:
    """What the safe rules change in a draft; `faults` are those of reading it. Nothing is written."""
    unreadable = {fault.place.path for fault in faults if fault.severity == "error" and fault.code.startswith("K1")}
    made: list[Repair] = []
    alone: list[str] = []
    refused: list[Place] = []
    told: list[Fault] = []
    for manuscript in manuscripts(draft):
        if manuscript.lines.path in unreadable:
            alone.append(manuscript.lines.path)
            continue
        changed, rules, places = _mended(manuscript, language(draft))
        refused += places
        if changed == manuscript.lines.text:
            continue
        path = find(draft.folder, manuscript.file, Place(manuscript.lines.path))
        if isinstance(path, Fault):
            told.append(path)
        else:
            made.append(_repair(path, manuscript.lines, changed, rules))
    known = {lines.path for lines in draft.files}
    alone += sorted(path for path in unreadable - set(alone) if path in known)
    return Repairs(tuple(made), tuple(refused), tuple(alone), tuple(told))


def write(found: Repairs) -> None:
    """Writes every file whole, or none; raises Stopped (K701), also for a file that may not be written."""
    barred = [repair for repair in found.files if not repair.path.stat().st_mode & 0o200]
    if barred:
        raise Stopped([error("K701", Place(repair.shown), reason="it is read-only") for repair in barred])
    modes = {repair.path: repair.path.stat().st_mode & 0o777 for repair in found.files}
    outputs.write_all({repair.path: repair.new.encode() for repair in found.files})
    for path, mode in modes.items():
        path.chmod(mode)


Edits = list[tuple[int, str, str]]


def edits(prose: Prose, lines: Lines) -> tuple[Edits, tuple[orthography.Change, ...], bool]:
    """What changes in the file for a piece of prose: (offset, code point, what it becomes), the changes by rule, and
    whether it can be done in place. An escape, or a space that was a line end, cannot."""
    mended = orthography.mend(prose.text, prose.language, prose.mask(orthography.SYNTAX))
    found: Edits = []
    for index, (old, new) in enumerate(zip(prose.text, mended.cells, strict=True)):
        if old != new:
            at = prose.offset(index, lines)
            if at is None:
                return [], mended.changes, False
            found.append((at, old, new))
    return found, mended.changes, True


def _mended(manuscript: Manuscript, tag: str) -> tuple[str, Counter[str], list[Place]]:
    """The file's text mended, as far as it reads the same again; by halves where all at once it would not. The
    places are those of the pieces that then stay as they are."""
    text, lines = manuscript.lines.text, manuscript.lines
    pieces = [edits(prose, lines) for prose in manuscript.prose]
    whole = [(found, changes) for found, changes, possible in pieces if found and possible]
    taken: list[_Piece] = []
    refused: list[Place] = []
    waiting = [whole]
    while waiting:
        group = waiting.pop()
        if _sound(manuscript, _apply(text, [*taken, *group]), tag):
            taken += group
        elif len(group) == 1:
            refused.append(lines.place(group[0][0][0][0]))
        else:
            half = len(group) // 2
            waiting += (group[half:], group[:half])
    return _apply(text, taken), Counter(change.rule for _, changes in taken for change in changes), refused


_Piece = tuple[Edits, tuple[orthography.Change, ...]]


def _apply(text: str, pieces: list[_Piece]) -> str:
    cells = list(text)
    for found, _ in pieces:
        for at, _, new in found:
            cells[at] = new
    return "".join(cells)


def _sound(old: Manuscript, changed: str, tag: str) -> bool:
    """Whether the changed file reads as before: no new fault, the same markup, keys and ids, as many pieces."""
    before, faults_before, bones_before = again(old, old.lines.text, tag)
    after, faults_after, bones_after = again(old, changed, tag)
    return (
        len(faults_after) <= len(faults_before)
        and bones_after == bones_before
        and len(after.prose) == len(before.prose)
        and all(len(a.spans) == len(b.spans) for a, b in zip(after.prose, before.prose, strict=True))
    )


def _repair(path: Path, lines: Lines, changed: str, rules: Counter[str]) -> Repair:
    """The change in the file as it is on the disk: no rule adds or removes a line end, so each keeps its own."""
    old = path.read_bytes().decode("utf-8")
    mark = "\ufeff" if old.startswith("\ufeff") else ""
    ends = [*_ENDS.findall(old), ""]
    rows = changed.split("\n")
    new = mark + "".join(row + end for row, end in zip(rows, ends, strict=True))
    return Repair(path, lines.path, old, new, rules)
