"""Work done beside other work, in a process of its own: where the machine can fork and has a second core."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def beside(work: Callable[[], T]) -> Callable[[], T]:
    """Begin work at once and give what waits for it. Where it cannot run beside, or fails there, it is done when it is
    waited for, so that its errors are raised in the one who waits; it must be safe to do twice. Work that nobody waits for
    any longer is stopped."""
    return _Begun(work) if _can_fork() else work


def ahead(prepare: Callable[[], object], work: Callable[P, T]) -> Callable[P, Callable[[], T]]:
    """Get ready at once for work of which the particulars are told later: what is given back takes them, begins, and gives
    what waits for it, as `beside` does. They are pickled. Where nothing can run beside, nothing is got ready."""
    return _Ahead(prepare, work) if _can_fork() else lambda *given, **named: lambda: work(*given, **named)


class _Begun(Generic[T]):
    """Work that runs in a process of its own."""

    def __init__(self, work: Callable[[], T]) -> None:
        self.work = work
        self.told, end = os.pipe()
        self.child = os.fork()
        if not self.child:
            _serve(work, end)
        os.close(end)

    def __call__(self) -> T:
        with os.fdopen(self.told, "rb") as told:
            data = told.read()
        child, self.child = self.child, 0
        done = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        return pickle.loads(data) if done else self.work()  # what our own process wrote, nobody else

    def __del__(self) -> None:
        if self.child:
            with suppress(OSError):  # it may have ended, and been waited for with all others
                os.kill(self.child, signal.SIGKILL)
                os.waitpid(self.child, 0)
            os.close(self.told)


class _Ahead(Generic[P, T]):
    """A process that has got ready, or is about to, and waits for what it is to do."""

    def __init__(self, prepare: Callable[[], object], work: Callable[P, T]) -> None:
        self.work = work
        asked, ask = os.pipe()

        def told() -> T:  # knows nothing of self, so that both go as soon as nobody has them
            os.close(ask)
            prepare()
            with os.fdopen(asked, "rb") as request:
                given, named = pickle.load(request)  # what our own process wrote, nobody else
            return work(*given, **named)  # pyright: ignore[reportCallIssue]

        self.ask, self.begun = ask, _Begun(told)
        os.close(asked)

    def __call__(self, *given: P.args, **named: P.kwargs) -> Callable[[], T]:
        work, ask, self.ask = self.work, self.ask, -1
        self.begun.work = lambda: work(*given, **named)
        with suppress(BrokenPipeError), os.fdopen(ask, "wb") as request:  # it has failed: who waits will do it
            pickle.dump((given, named), request, pickle.HIGHEST_PROTOCOL)
        return self.begun

    def __del__(self) -> None:
        if self.ask >= 0:
            os.close(self.ask)


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
