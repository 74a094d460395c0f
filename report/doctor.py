"""What this machine lacks for building, and the exact line that installs it."""

from __future__ import annotations

import ctypes.util
import hashlib
import importlib.metadata
import shutil
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from report import assets, pdf

LIBRARIES = ("pango-1.0", "pangoft2-1.0", "harfbuzz", "fontconfig", "gobject-2.0")
PACKAGES = ("weasyprint", "jinja2", "markdown-it-py", "arabic-reshaper", "python-bidi", "hijridate", "edtf", "pikepdf")
_LINES = {
    "apt-get": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig",
    "dnf": "sudo dnf install pango fontconfig",
    "pacman": "sudo pacman -S pango fontconfig",
    "zypper": "sudo zypper install libpango-1_0-0 fontconfig",
    "apk": "sudo apk add pango fontconfig",
    "brew": "brew install pango fontconfig",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """`key` names the sentence in speech.WORDS, `values` fill it; `remedy` is a line to type, or empty."""

    key: str
    values: dict[str, str]
    well: bool
    remedy: str = ""


def examine() -> Iterator[Finding]:
    """Python, system libraries, packages, fonts, and whether the engine starts."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("doctor.python", {"version": version}, sys.version_info >= (3, 11))
    missing = [name for name in LIBRARIES if ctypes.util.find_library(name) is None]
    for name in LIBRARIES:
        yield Finding("doctor.library", {"name": name}, name not in missing, _system_line() if name in missing else "")
    for name in PACKAGES:
        yield _package(name)
    yield _fonts()
    yield Finding("doctor.engine", {}, *_engine())


def _package(name: str) -> Finding:
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return Finding("doctor.package", {"name": name}, False, f"{sys.executable} -m pip install {name}")
    return Finding("doctor.package", {"name": f"{name} {version}"}, True)


def _fonts() -> Finding:
    """Each face against the manifest's sha256."""
    try:
        manifest = tomllib.loads((assets.fonts() / "manifest.toml").read_text(encoding="utf-8"))["face"]
    except OSError:
        return Finding("doctor.fonts_bad", {"names": "manifest.toml"}, False)
    bad = [face["file"] for face in manifest if not _same(face["file"], face["sha256"])]
    if bad:
        return Finding("doctor.fonts_bad", {"names": ", ".join(bad)}, False)
    return Finding("doctor.fonts", {"count": str(len(manifest))}, True)


def _same(file: str, sha256: str) -> bool:
    path = assets.fonts() / file
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def _engine() -> tuple[bool, str]:
    well = pdf.engine_starts()
    return well, "" if well else _system_line()


def _system_line() -> str:
    """The install line of the package manager this machine has."""
    return next((line for tool, line in _LINES.items() if shutil.which(tool)), _LINES["apt-get"])
