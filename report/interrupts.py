"""Control-C wherever it falls: one that comes inside a callback of a C library is printed there and goes no further."""

from __future__ import annotations

import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

_SEEN: list[int] = []


@contextmanager
def heard() -> Generator[None]:
    """Raise KeyboardInterrupt at each interrupt, and count them for `stop_if_any`."""
    _SEEN.clear()
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, _hear)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _hear(number: int, frame: FrameType | None) -> None:
    _SEEN.append(number)
    raise KeyboardInterrupt


def stop_if_any() -> None:
    """Raise the interrupt that got lost since the command began."""
    if _SEEN:
        raise KeyboardInterrupt
