"""Files of a booklet's folder: found only inside it, read as UTF-8, every refusal a fault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from report import disk
from report.fault import Fault, Place, error
from report.source.lines import Lines

LIMIT = 4 * 2**20
"""Largest text file read, in bytes: a thousand pages; what is larger is no chapter."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Folder:
    """A booklet's folder; `shown` is how the user named it, and begins every path told to him."""

    root: Path
    shown: str

    def show(self, relative: str) -> str:
        """A path inside the folder, as it is shown."""
        return relative if self.shown in {"", "."} else f"{self.shown.rstrip('/')}/{relative}"


def find(folder: Folder, relative: str, named: Place) -> Path | Fault:
    """The regular file that `relative` names in the folder, symbolic links followed; `named` is where it is named."""
    path = locate(folder, relative, named)
    if isinstance(path, Fault):
        return path
    spelled = disk.spelled(folder.root, relative)
    if not disk.same(spelled, relative):
        return error("K102", named, file=relative, reason="case", near=spelled)
    path = path if spelled == relative else locate(folder, spelled, named)
    if isinstance(path, Fault):
        return path
    try:
        if path.is_file():
            return path
        reason = "folder" if path.is_dir() else ""
    except (OSError, ValueError):
        reason = ""
    return error("K102", named, file=relative, reason=reason)


def locate(folder: Folder, relative: str, named: Place) -> Path | Fault:
    """Where `relative` leads, which must be inside the folder (law 11); it need not exist."""
    if "\\" in relative:
        return error("K116", named, file=relative, reason="backslash")
    if "://" in relative:
        return error("K116", named, file=relative, reason="web")
    if relative.startswith("/") or PureWindowsPath(relative).drive:
        return error("K116", named, file=relative, reason="absolute")
    try:
        root = folder.root.resolve()
        path = (root / relative).resolve()
    except (OSError, ValueError, RuntimeError):
        return error("K102", named, file=relative)
    if not path.is_relative_to(root):
        return error("K116", named, file=relative)
    return path


def load(folder: Folder, relative: str, named: Place) -> Lines | Fault:
    """The text of a file of the folder: UTF-8 with or without byte-order mark, any line ends, up to LIMIT bytes."""
    path = find(folder, relative, named)
    if isinstance(path, Fault):
        return path
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError:
        return error("K102", named, file=relative, reason="unreadable")
    shown = folder.show(relative)
    if len(data) > LIMIT:
        return error("K117", Place(shown), reason="file", limit=LIMIT // 2**20)
    return decode(data, shown)


def decode(data: bytes, shown: str) -> Lines | Fault:
    """Bytes as text; the first byte that is not UTF-8 is told by its line and column."""
    try:
        return Lines(shown, _plain(data.decode("utf-8")))
    except UnicodeDecodeError as bad:
        if data.startswith(_UTF16):
            return error("K103", Place(shown), reason="utf16")
        before = _plain(data[: bad.start].decode("utf-8"))
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        return error("K103", Place(shown, line, column), byte=f"{data[bad.start]:02X}")


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
