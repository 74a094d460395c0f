"""`python -m report` and the command `kurrasa`: the same thing."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress
from typing import Final, NoReturn

_INTERRUPTED: Final = 130  # as in cli


def main() -> NoReturn:
    """Run the command and leave with its code. What is imported lives until the end, so nothing looks for rings in it, now
    or later: that takes a quarter of the time of the imports, and a twentieth of a build's."""
    gc.disable()
    try:
        from report import cli
    except KeyboardInterrupt:  # nothing has begun; what says so in a person's language is not loaded yet
        os._exit(_INTERRUPTED)
    gc.freeze()
    gc.enable()
    _leave(cli.main())


def _leave(code: int) -> NoReturn:
    """Without taking all objects apart, which takes a fiftieth of a build. What was to be done at the end is done, and what
    was said is handed over, unless nobody listens any more."""
    atexit._run_exitfuncs()  # pyright: ignore[reportPrivateUsage]
    for stream in (sys.stdout, sys.stderr):
        with suppress(BrokenPipeError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
