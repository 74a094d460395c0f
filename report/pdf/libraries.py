"""The engine's system libraries, opened by the names they have here."""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Generator
from contextlib import contextmanager

_PROBE = "libpango-1.0.so.0"


@contextmanager
def opened_by_name() -> Generator[None]:
    """While the engine is imported, its loader (cffi) does not search for the names that libraries have on other systems:
    for each of some twenty it starts ldconfig, the compiler and the linker, which takes as long as the import. Where the
    names of Linux (sonames, ld.so(8)) do not lead to them it searches as ever."""
    if not _has_sonames():
        yield
        return
    searched = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = searched


def _has_sonames() -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        ctypes.CDLL(_PROBE)
    except OSError:
        return False
    return True
