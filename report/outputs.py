"""Outputs appear whole or not at all (law 13): written beside, flushed to disk, renamed."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from report.fault import Place, Stopped, error


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file, or leave every one as it was until all are on the disk. Raises Stopped (K701)."""
    ready: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            ready.append((_beside(path, data), path))
        for temporary, path in ready:
            temporary.replace(path)
    except OSError as fault:
        place = Place(str(fault.filename or next(iter(files))))
        raise Stopped([error("K701", place, reason=fault.strerror or str(fault))]) from None
    finally:
        for temporary, _ in ready:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def _beside(path: Path, data: bytes) -> Path:
    """The data in a hidden file of the same folder, flushed, with the mode a new file would have."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise IsADirectoryError(21, "it is a folder", str(path))
    handle, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
