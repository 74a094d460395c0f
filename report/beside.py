"""Work done beside other work, in a process of its own: where the machine can fork and has a second core."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

S = TypeVar("S")
T = TypeVar("T")


def beside(work: Callable[[], T]) -> Callable[[], T]:
    """Begin work at once and give what waits for it. Where it cannot run beside, or fails there, it is done when it is
    waited for, so that its errors are raised in the one who waits; it must be safe to do twice."""
    if not _can_fork():
        return work
    begun = os.pipe()
    child = os.fork()
    if not child:
        _serve(work, begun[1])
    os.close(begun[1])

    def wait() -> T:
        with os.fdopen(begun[0], "rb") as told:
            data = told.read()
        done = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        return pickle.loads(data) if done else work()  # what our own process wrote, nobody else

    return wait


def halved(items: Sequence[S], work: Callable[[S], T], fewest: int) -> list[T]:
    """What the work gives for each item, in order; of `fewest` and more the second half is done beside the first."""
    half = len(items) // 2 if len(items) >= fewest else len(items)
    rest = beside(lambda: [work(item) for item in items[half:]]) if items[half:] else list[T]
    return [work(item) for item in items[:half]] + rest()


def _can_fork() -> bool:
    """Not beside threads: a forked process has one of them alone, and the locks of all (fork(2))."""
    return sys.platform == "linux" and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _serve(work: Callable[[], object], end: int) -> None:
    """Do the work, hand it over and go; an interrupt, like any error, is left to the one who waits."""
    status = 1
    try:
        gc.disable()
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        with os.fdopen(end, "wb") as told:
            pickle.dump(work(), told, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)
