"""Bytes that took long to make, kept between builds: by the hash of all they were made from, so that none is ever stale.

It knows nothing of booklets. It may be emptied at any time, and whatever goes wrong with it (a full disk, a folder that
may not be written, a file cut short) costs time and nothing else: then what was asked for is made anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

T = TypeVar("T")

LIMIT: Final = 64 * 1024 * 1024
"""Bytes all entries may take together; the longest unused go first."""

_DIGEST = 32  # bytes of SHA-256


def home() -> Path | None:
    """`$XDG_CACHE_HOME/kurrasa`, else `~/.cache/kurrasa` (XDG Base Directory 0.8: a relative path is none); None without
    a home."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    try:
        return (Path(given) if Path(given).is_absolute() else Path.home() / ".cache") / "kurrasa"
    except RuntimeError:
        return None


@dataclass(frozen=True, slots=True)
class Cache:
    """Entries in a folder; without one nothing is kept. Two builds may use it at once: entries appear whole."""

    folder: Path | None
    limit: int = LIMIT

    @property
    def empty(self) -> bool:
        """Whether nothing was ever kept."""
        return self.folder is None or not self.folder.is_dir()

    def made(self, parts: Iterable[bytes], make: Callable[[], bytes]) -> bytes:
        """What `make` gives, made anew only if it was never made from these parts by this code."""
        if self.folder is None:
            return make()
        path = self.folder / _key(parts)
        if (kept := _read(path)) is not None:
            return kept
        data = make()
        with contextlib.suppress(OSError):  # nothing is lost but the time of the next build
            _write(path, data)
            self._trim()
        return data

    def kept(self, parts: Iterable[bytes], make: Callable[[], T]) -> T:
        """The same for a small value of any kind. It is pickled: like Python's own compiled files, an entry is trusted as
        far as the user's own folder is. The room it takes is looked at by `trim`, once for many."""
        if self.folder is None:
            return make()
        path = self.folder / _key([_made_by(), *parts])
        if (data := _read(path)) is not None:
            with contextlib.suppress(
                pickle.UnpicklingError, EOFError, ImportError, AttributeError, TypeError, ValueError
            ):
                return pickle.loads(data)
        value = make()
        with contextlib.suppress(OSError, RecursionError):  # a value too deep to be kept is made each time
            _write(path, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        return value

    def trim(self) -> None:
        """Throw away what is over the limit, the longest unused first."""
        if self.folder is not None and self.folder.is_dir():
            with contextlib.suppress(OSError):
                self._trim()

    def _trim(self) -> None:
        assert self.folder is not None
        entries = sorted((entry.stat().st_mtime_ns, entry.stat().st_size, entry) for entry in self.folder.iterdir())
        over = sum(size for _, size, _ in entries) - self.limit
        for _, size, entry in entries:
            if over <= 0:
                return
            entry.unlink(missing_ok=True)
            over -= size


NONE: Final = Cache(None)


@cache
def _made_by() -> bytes:
    """What else values come from: Python, and the libraries that read text."""
    return " ".join(
        [sys.version, *map(_version, ("markdown-it-py", "mdit-py-plugins", "PyICU-wheels", "PyICU"))]
    ).encode()


def _version(name: str) -> str:
    """Empty for a library that came by another name."""
    from importlib.metadata import PackageNotFoundError, version  # here: a build without a cache need not load it

    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _key(parts: Iterable[bytes]) -> str:
    """Each part is told with its length, so that no two lists of parts look alike."""
    digest = hashlib.sha256(_code())
    for part in parts:
        digest.update(len(part).to_bytes(8) + part)
    return digest.hexdigest()


@cache
def _code() -> bytes:
    """The digest of this program: whoever changes it finds nothing of before."""
    root = Path(__file__).resolve().parent
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.digest()


def _read(path: Path) -> bytes | None:
    """An entry begins with the digest of the rest; one that does not is thrown away."""
    try:
        entry = path.read_bytes()
        if hashlib.sha256(entry[_DIGEST:]).digest() == entry[:_DIGEST]:
            os.utime(path)
            return entry[_DIGEST:]
        path.unlink(missing_ok=True)
    except OSError:
        return None
    return None


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(data).digest() + data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise
