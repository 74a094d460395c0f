"""The pipeline on one screen: folder → Draft → Booklet → sections → PDF and EPUB → proof → files."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from report import apparatus, check, drawing, fonts, html, labels, outputs, pdf, source, theme, verify
from report.beside import ahead, beside
from report.cache import NONE, Cache
from report.fault import Fault, Place, Stopped, in_order, warning
from report.model import Booklet, Issue

Format = Literal["pdf", "epub"]
FORMATS: tuple[Format, ...] = ("pdf", "epub")
Tell = Callable[[str], None]
Painter = Callable[[Booklet, html.Section, theme.Theme, Cache], Callable[[], bytes]]


@dataclass(slots=True)
class Result:
    """What a build did: `seconds` by stage, `outputs` by format with their sha256, pages of the PDF, all faults."""

    booklet: str
    seconds: dict[str, float] = field(default_factory=dict[str, float])
    faults: tuple[Fault, ...] = ()
    pages: int = 0
    outputs: dict[str, tuple[Path, str]] = field(default_factory=dict[str, tuple[Path, str]])

    @property
    def sound(self) -> bool:
        return not any(f.severity == "error" for f in self.faults)


def read(
    folder: Path, shown: str, theme_name: str = "", kept: Cache = NONE
) -> tuple[Booklet | None, tuple[Fault, ...]]:
    """A booklet folder, read and checked, its theme and the letters its fonts lack included: the Booklet (None when it
    has errors) and every fault. `theme_name` comes before the booklet's own theme."""
    draft, faults = source.read(folder, shown, kept)
    if draft is None:
        return None, in_order(faults)
    booklet, found = check.check(draft, faults, kept=kept)
    if booklet is None:
        return None, found
    try:
        style = _theme(booklet, theme_name)
    except Stopped as stopped:
        return None, in_order((*found, *stopped.faults))
    lacking = fonts.lacking(check.characters(booklet, draft), style.font_folders)
    hand = drawing.Hand(style.token("body-face"), fonts.own(style.font_folders))
    of_theme = [(path, Place(path.name)) for folder in style.folders for path in sorted(folder.rglob("*.svg"))]
    lacking += drawing.unfit([*check.drawings(booklet), *of_theme], hand)
    told = (*found, *lacking, *fonts.unlicensed(style.font_folders))
    return (None if lacking else booklet), in_order(told)


def _theme(booklet: Booklet, theme_name: str) -> theme.Theme:
    meta = booklet.meta
    return theme.load(meta.theme, meta.language, booklet.root, meta.theme_place or meta.place, theme_name)


def build(
    folder: Path,
    out: Path,
    formats: Sequence[Format] = FORMATS,
    *,
    shown: str = "",
    theme_name: str = "",
    strict: bool = False,
    edition: Issue | None = None,
    kept: Cache = NONE,
    tell: Tell = lambda stage: None,
) -> Result:
    """Build one booklet into `out`. Nothing is written unless every stage, the proof of the finished files included,
    is without errors; with `strict` warnings count as errors. Without `edition` it is the one the booklet names.
    What took long may be `kept` for the next build. Never raises Stopped: its faults are in the result.
    """
    result = Result(folder.resolve().name)
    clock = _Clock(result.seconds, tell)
    paint = _painter(formats, kept)
    try:
        with clock("check"):
            booklet, result.faults = read(folder, shown or str(folder), theme_name, kept)
        if booklet is None or (strict and result.faults):
            return result
        edition = edition or booklet.meta.study.edition
        booklet = apparatus.issued(booklet, edition)
        files = _make(booklet, formats, theme_name, result, clock, kept, paint)
        if result.sound and not (strict and result.faults):
            with clock("write"):
                paths = {out / f"{booklet.name}{_suffix(edition)}.{name}": data for name, data in files.items()}
                outputs.write_all(paths)
            kept.trim()
            result.outputs = {p.suffix[1:]: (p, hashlib.sha256(data).hexdigest()) for p, data in paths.items()}
    except Stopped as stopped:
        result.faults = in_order((*result.faults, *stopped.faults))
    return result


def _suffix(edition: Issue) -> str:
    """What tells the files of an edition apart; the student's is the book itself."""
    return "" if edition == "student" else f"-{edition}"


def _make(
    booklet: Booklet, formats: Sequence[Format], theme_name: str, result: Result, clock: _Clock, kept: Cache,
    paint: Painter,
) -> dict[Format, bytes]:  # fmt: skip
    """The finished files in memory, proved; their faults go into the result."""
    files: dict[Format, bytes] = {}
    meta = booklet.meta
    found = [] if labels.has(meta.language) else [warning("K413", meta.place, language=meta.language)]
    with clock("html"):
        style = _theme(booklet, theme_name)
        cover = _cover(booklet, style, kept, paint) if "epub" in formats else bytes
        sections = html.sections(booklet, style, kept)
    paper = tuple(s for s in sections if booklet.meta.issue != "exam" or s.kind == "exam")  # an exam has no cover
    pages = None
    proof: Callable[[], Sequence[Fault]] = tuple
    if "pdf" in formats:
        with clock("pdf"):
            printed = pdf.write(booklet, paper, style)
        files["pdf"], pages, result.pages = printed.data, printed.pages, printed.pages.count
        found += printed.faults
    if "epub" in formats:
        from report import epub  # here, since cutting fonts is a heavy import that a PDF does not need

        with clock("epub"):
            files["epub"] = epub.write(booklet, sections, style, cover, pages)
            folios = pages.labels(meta.digits) if pages else []
            data = files["epub"]
            proof = beside(lambda: verify.PROOFS["epub"](data, booklet, sections, style.font_folders))
            trace = epub.Trace(files["epub"], f"{booklet.name}.epub", booklet, sections, style)
            found += [fault for fault in trace.lint(folios) if not _is_known(fault)]
    with clock("verify"):
        if "pdf" in files:
            found += verify.PROOFS["pdf"](files["pdf"], booklet, paper, style.font_folders)
        found += proof()
    result.faults = in_order((*result.faults, *found))
    return files


def _painter(formats: Sequence[Format], kept: Cache) -> Painter:
    """What draws the e-book's cover. Where none can have been kept its process is begun before the booklet is read: to load
    the engine takes as long as reading."""
    if "epub" in formats and kept.empty:
        return ahead(pdf.load, pdf.cover_image)

    def begin(booklet: Booklet, cover: html.Section, style: theme.Theme, kept: Cache) -> Callable[[], bytes]:
        return beside(lambda: pdf.cover_image(booklet, cover, style, kept))

    return begin


def _cover(booklet: Booklet, style: theme.Theme, kept: Cache, paint: Painter) -> Callable[[], bytes]:
    """The picture on the e-book, begun before all else that is made. It is told no more than it needs, since that may go to
    another process."""
    section = html.cover(booklet, style)
    bare = replace(booklet, front=(), chapters=(), back=(), people=(), terms=(), events=(), sources=(), index=())
    return paint(bare, section, replace(style), kept)


def _is_known(fault: Fault) -> bool:
    """A licence that was missed (K417) when the theme was read."""
    return fault.code == "K668" and fault.values.get("reason") == "licence"


class _Clock:
    """Times the stages and tells each as it begins."""

    def __init__(self, seconds: dict[str, float], tell: Tell) -> None:
        self.seconds, self.tell = seconds, tell

    @contextmanager
    def __call__(self, stage: str) -> Generator[None]:
        self.tell(stage)
        started = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = round(time.perf_counter() - started, 3)
