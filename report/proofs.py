"""All proofs of one finished file that can be run here: our own, those against its booklet, and judges found on the machine."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

import pikepdf

from report import apparatus, epub, html, judges, pdf, theme, verify
from report.build import read
from report.epub.lint import lint
from report.fault import Fault, Place, Stopped, error
from report.html import Section
from report.judges import Finding
from report.model import Booklet, Issue
from report.theme import Theme
from report.verify import ebook, print_alone, print_file
from report.verify.pdf_text import Reader

KINDS = (".pdf", ".epub")
_PAGES = "K657"  # the one rule of the lint that looks outside the book


@dataclass(frozen=True, slots=True)
class _Against:
    """What a file is proved against: the booklet in the edition the file is of. `paper` are the sections on paper."""

    booklet: Booklet
    style: Theme
    sections: tuple[Section, ...]
    paper: tuple[Section, ...]


def examine(file: Path, shown: str, folder: Path | None) -> Iterator[Finding]:
    """Run every proof on a PDF or EPUB; with the booklet's folder also those against its text. Never raises for a file
    that is broken: that is a fault (K510, K610, K702)."""
    place = Place(shown)
    try:
        data = file.read_bytes()
    except OSError as fault:
        yield Finding("opens", (error("K702", place, reason=fault.strerror or str(fault)),))
        return
    against, faults = _against(file, folder) if folder else (None, ())
    paper = file.suffix.lower() == ".pdf"
    yield from _print(data, place) if paper else _book(file, data, shown, against)
    yield _source(file, data, against) if against else Finding("source", faults, "" if folder else "no_booklet")
    trace = epub.Trace(data, shown, against.booklet, against.sections, against.style) if against and not paper else None
    asked = (judges.qpdf, judges.poppler, judges.verapdf) if paper else (judges.epubcheck, judges.ace, judges.mupdf)
    for judge in asked:
        found = judge(file, place)
        yield replace(found, faults=tuple(map(trace, found.faults))) if trace else found


def linted(file: Path, shown: str) -> tuple[Fault, ...]:
    """What the lint finds in an e-book of anyone's making."""
    try:
        return lint(file.read_bytes(), shown)
    except OSError as fault:
        return (error("K702", Place(shown), reason=fault.strerror or str(fault)),)


def _print(data: bytes, place: Place) -> Iterator[Finding]:
    try:
        with pikepdf.open(io.BytesIO(data)) as file:
            proofs = {"opens": list[Fault](), **print_alone.prove(file, Reader(file), place)}
            proofs["fonts"] = [*print_file.fonts(file, None, place)]
            proofs["links"] = [*print_file.links(file, place)]
            proofs["labels"] = [*print_alone.labels(file, place)]
    except (pikepdf.PdfError, KeyError, ValueError, TypeError, AttributeError) as fault:
        yield Finding("opens", (error("K510", place, reason=f"{type(fault).__name__}: {fault}"),))
        return
    yield from (Finding(name, tuple(faults)) for name, faults in proofs.items())


def _book(file: Path, data: bytes, shown: str, against: _Against | None) -> Iterator[Finding]:
    """Our own proofs of an e-book; its pages are those of the PDF it goes with, where that is known."""
    yield from (Finding(name, tuple(faults)) for name, faults in ebook.alone(data, Place(shown)).items())
    try:
        pages, hindrance = _pages(file, data, against)
    except (Stopped, OSError, pikepdf.PdfError) as fault:
        broken = error("K510", Place(str(Path(shown).with_suffix(".pdf"))), reason=f"{type(fault).__name__}: {fault}")
        yield Finding("pages", fault.faults if isinstance(fault, Stopped) else (broken,))
        pages, hindrance = None, "-"
    if against:
        told = epub.Trace(data, shown, against.booklet, against.sections, against.style).lint(pages)
    else:
        told = lint(data, shown, pages)
    yield Finding("lint", tuple(fault for fault in told if fault.code != _PAGES))
    if hindrance != "-":
        yield Finding("pages", tuple(fault for fault in told if fault.code == _PAGES), hindrance)


def _pages(file: Path, data: bytes, against: _Against | None) -> tuple[list[str] | None, str]:
    """The labels of the pages the book was made with, or why they are not known: those of the PDF beside it, else of
    the booklet set anew. A book that tells no pages was made without."""
    if not ebook.tells_pages(data):
        return None, "no_pages"
    if (beside := file.with_suffix(".pdf")).is_file():
        with pikepdf.open(beside) as printed:
            return [str(page.label) for page in printed.pages], ""
    if against is None:
        return None, "no_print"
    printed = pdf.write(against.booklet, against.paper, against.style)
    return printed.pages.labels(against.booklet.meta.digits), ""


def _against(file: Path, folder: Path) -> tuple[_Against | None, tuple[Fault, ...]]:
    """The booklet of a folder, or the faults for which it is none."""
    try:
        booklet, faults = read(folder, str(folder))
        if booklet is None:
            return None, faults
        meta = booklet.meta
        style = theme.load(meta.theme, meta.language, booklet.root, meta.theme_place or meta.place)
        booklet = apparatus.issued(booklet, _issue(file))
        sections = html.sections(booklet, style)
        paper = tuple(s for s in sections if booklet.meta.issue != "exam" or s.kind == "exam")
        return _Against(booklet, style, sections, paper), ()
    except Stopped as stopped:
        return None, stopped.faults


def _source(file: Path, data: bytes, against: _Against) -> Finding:
    """The whole proof of the build, against the booklet's text."""
    kind = file.suffix.lower()[1:]
    sections: Sequence[Section] = against.paper if kind == "pdf" else against.sections
    try:
        return Finding(
            "source", tuple(verify.PROOFS[kind](data, against.booklet, sections, against.style.font_folders))
        )
    except Stopped as stopped:
        return Finding("source", stopped.faults)


def _issue(file: Path) -> Issue:
    """The edition that a file is of, by the end of its name."""
    named = (issue for issue in get_args(Issue) if file.stem.endswith(f"-{issue}"))
    return next(named, "student")
