"""Lines for a person: coloured on a terminal, plain elsewhere, in visual order where the terminal does no bidi."""

from __future__ import annotations

import re
from typing import Literal

from rich.console import Console
from rich.text import Text

from report.script import languages, visual

Order = Literal["logical", "visual"]
_ISOLATES = re.compile("[\u2066-\u2069]")


class Terminal:
    """Prints lines; stages show as a passing status on a terminal and as plain lines elsewhere."""

    def __init__(self, order: Order, *, quiet: bool = False) -> None:
        self.order, self.quiet = order, quiet
        self.out = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
        self.err = Console(stderr=True, soft_wrap=True, highlight=False, markup=False, emoji=False)
        self._status = self.err.status("") if self.err.is_terminal else None

    def line(self, text: str, style: str = "", *, error: bool = False) -> None:
        (self.err if error else self.out).print(Text(self.ordered(text), style))

    def stage(self, text: str) -> None:
        if self.quiet:
            return
        if self._status is None:
            self.err.print(Text(f"· {self.ordered(text)}"))
        else:
            self._status.update(Text(self.ordered(text)))
            self._status.start()

    def end(self) -> None:
        if self._status is not None:
            self._status.stop()

    def ordered(self, text: str) -> str:
        """Display order for terminals without bidi; a terminal that has it gets the text as it is (never in files)."""
        if self.order == "logical":
            return text
        lines = (_ISOLATES.sub("", line) for line in text.split("\n"))
        return "\n".join(visual.visual(line, languages.direction_of(line) or "ltr") for line in lines)
