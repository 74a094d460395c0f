"""Open the finished files again and prove them against the booklet they were made from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from report.fault import Fault
from report.html import Section
from report.model import Booklet


def _pdf(
    data: bytes, booklet: Booklet, sections: Sequence[Section], font_folders: Sequence[Path] = ()
) -> list[Fault]:  # fmt: skip
    from report.verify import print_file  # here: what reads PDFs is not needed for an e-book

    return print_file.prove(data, booklet, sections, font_folders)


def _epub(
    data: bytes, booklet: Booklet, sections: Sequence[Section], font_folders: Sequence[Path] = ()
) -> list[Fault]:  # fmt: skip
    from report.verify import ebook

    return ebook.prove(data, booklet, sections, font_folders)


PROOFS: Final = {"pdf": _pdf, "epub": _epub}

__all__ = ["PROOFS"]
