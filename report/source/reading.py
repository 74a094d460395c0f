"""What is known while one text is read: its lines, its notes, what was called, and the faults found so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from report.fault import Fault, Place
from report.model import Blocks
from report.source.grammar import Env
from report.source.lines import Lines
from report.source.prose import Prose


@dataclass(slots=True)
class Reading:
    """One text being read. `notes` are the defined notes by key, `note_prose` where `prose` holds the words of each;
    `section` is the id that names its questions; `language` that of a pair's half, blank for the booklet's own."""

    lines: Lines
    section: str
    faults: list[Fault]
    env: Env = field(default_factory=dict[str, object])
    notes: dict[str, Blocks] = field(default_factory=dict[str, Blocks])
    called: dict[str, Place] = field(default_factory=dict[str, Place])
    labels: set[str] = field(default_factory=set[str])
    questions: int = 0
    listing: bool = False
    prose: list[Prose] = field(default_factory=list[Prose])
    verbatim: int = 0
    language: str = ""
    paired: bool = False
    note_prose: dict[str, range] = field(default_factory=dict[str, range])

    def place(self, at: tuple[int, int]) -> Place:
        """A place from a line and a column that count from 0."""
        return Place(self.lines.path, at[0] + 1, at[1] + 1)
