"""Lines for a person: coloured on a terminal, plain elsewhere, in visual order where the terminal does no bidi."""

from __future__ import annotations

import os
import re
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, TextIO

from report.script import languages

if TYPE_CHECKING:
    from rich.console import Console
    from rich.status import Status

Order = Literal["logical", "visual"]
_ISOLATES = re.compile("[\u2066-\u2069]")
_MOVES: Final[dict[int, None]] = dict.fromkeys((7, 8, 11, 12, 13))
"""Characters that ring or move the cursor, and are no text."""


class Terminal:
    """Prints lines; stages show as a passing status on a terminal and as plain lines elsewhere."""

    def __init__(self, order: Order, *, quiet: bool = False) -> None:
        self.order, self.quiet = order, quiet
        self._out, self._err = _Stream(sys.stdout), _Stream(sys.stderr)
        self._status: Status | None = None

    def line(self, text: str, style: str = "", *, error: bool = False) -> None:
        (self._err if error else self._out).line(self.ordered(text), style)

    def stage(self, text: str) -> None:
        if self.quiet:
            return
        if not self._err.is_terminal:
            self._err.line(f"· {self.ordered(text)}")
            return
        if self._status is None:
            self._status = self._err.console.status("")
        from rich.text import Text

        self._status.update(Text(self.ordered(text)))
        self._status.start()

    def end(self) -> None:
        if self._status is not None:
            self._status.stop()

    def ordered(self, text: str) -> str:
        """Display order for terminals without bidi; a terminal that has it gets the text as it is (never in files)."""
        if self.order == "logical":
            return text
        from report.script import visual  # here: terminals without bidi are few

        lines = (_ISOLATES.sub("", line) for line in text.split("\n"))
        return "\n".join(visual.visual(line, languages.direction_of(line) or "ltr") for line in lines)


class _Stream:
    """Standard output or error. What draws on terminals is loaded only for one: a file or a pipe needs no colours."""

    def __init__(self, file: TextIO) -> None:
        self.file = file

    @cached_property
    def is_terminal(self) -> bool:
        """As rich judges; where nobody asks it to pretend, a stream that is none needs no judge."""
        asked = any(os.environ.get(name) for name in ("FORCE_COLOR", "TTY_COMPATIBLE"))
        return (asked or self.file.isatty()) and self.console.is_terminal

    @cached_property
    def console(self) -> Console:
        from rich.console import Console

        return Console(file=self.file, soft_wrap=True, highlight=False, markup=False, emoji=False)

    def line(self, text: str, style: str = "") -> None:
        if not self.is_terminal:
            self.file.write(text.translate(_MOVES) + "\n")
            self.file.flush()
            return
        from rich.text import Text

        self.console.print(Text(text, style))
