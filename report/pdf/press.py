"""Sections → one PDF."""

from __future__ import annotations

import hashlib
import importlib
import logging
import uuid
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from report import assets
from report.fault import Fault, Place, Stopped, error, warning
from report.html import Section
from report.html.pages import Pages, Start
from report.model import Booklet
from report.pdf import faces, libraries
from report.pdf.grid import Grid, Leaf, Sheets
from report.theme import Theme

if TYPE_CHECKING:
    from report.pdf.layout import Layout


@dataclass(frozen=True, slots=True)
class Printed:
    """The finished file, its pages, and warnings of the engine."""

    data: bytes
    pages: Pages
    faults: tuple[Fault, ...]


def write(booklet: Booklet, sections: Sequence[Section], theme: Theme) -> Printed:
    """The typeset booklet. Raises Stopped on a refused file, a wrong engine or numbers that do not settle."""
    with engine(booklet, theme) as (layout, said):
        from report.pdf import finish, measure, starts
        from report.pdf.layout import VARIANT

        laid = layout.settle(sections)
        pages, begun = [], list[Start]()
        for part in laid:
            while len(pages) + 1 < part.first:
                pages.append(layout.blank)
            pages += part.document.pages
            begun += starts.starts(part.section, part.document, part.first)
            said += measure.overfull(part.section, part.document, booklet.meta, part.first)
        identifier = hashlib.sha256(booklet.meta.identifier.encode()).digest()[:16]
        data = laid[0].document.copy(pages).write_pdf(
            pdf_variant=VARIANT, finisher=finish.finisher(booklet.meta, len(pages)), pdf_identifier=identifier,
            custom_metadata=False,
        )  # fmt: skip
    source = f"urn:uuid:{uuid.UUID(bytes=identifier)}"
    return Printed(data, Pages(len(pages), dict(layout.pages), tuple(begun), source), tuple(said))


def flash_cards(booklet: Booklet, leaves: Sequence[Leaf], theme: Theme, grid: Grid) -> Sheets:
    """Flash cards on sheets. Raises Stopped on a refused file or a wrong engine."""
    with _corrected(theme):
        from report.pdf import cards

        return cards.write(booklet, leaves, theme, grid)


def load(folders: Sequence[Path] = ()) -> None:
    """Have the corrected engine loaded, with our fonts and those in `folders` alone. Raises OSError without its libraries,
    Stopped (K501) for an engine the corrections were not written for."""
    faces.use([assets.fonts(), *folders])
    with libraries.opened_by_name():
        from report.pdf.engine import correct
    correct()


def engine_starts() -> bool:
    """Whether the engine's system libraries are there."""
    faces.use([assets.fonts()])
    try:
        with libraries.opened_by_name():
            importlib.import_module("weasyprint")
    except OSError:
        return False
    return True


@contextmanager
def engine(booklet: Booklet, theme: Theme) -> Generator[tuple[Layout, list[Fault]]]:
    """A layout of the corrected engine; a refused file stops the build."""
    with _corrected(theme) as said:
        from report.pdf.layout import Layout

        layout = Layout(booklet, theme)
        yield layout, said
    if layout.fetcher.faults:
        raise Stopped(layout.fetcher.faults)


@contextmanager
def _corrected(theme: Theme) -> Generator[list[Fault]]:
    """A corrected engine with our fonts; what it logs becomes faults."""
    try:
        load(theme.font_folders)
    except OSError as fault:
        raise Stopped([error("K503", Place("pango"), reason=str(fault).splitlines()[0])]) from None
    said: list[Fault] = []
    handler = _Listener(theme, said)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)


class _Listener(logging.Handler):
    """Turns the engine's log into warnings (K504); progress lines are not for us."""

    def __init__(self, theme: Theme, said: list[Fault]) -> None:
        super().__init__(logging.WARNING)
        self.theme, self.said = theme, said

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(warning("K504", Place(self.theme.name), message=record.getMessage()))
