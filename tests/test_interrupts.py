"""An interrupt that a callback of C swallows stops the command all the same."""

from __future__ import annotations

import ctypes
import signal
import subprocess
import sys

import pytest

from report import cli, interrupts


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interrupt_lost_in_a_callback_is_remembered() -> None:
    @ctypes.CFUNCTYPE(None)
    def callback() -> None:
        signal.raise_signal(signal.SIGINT)

    before = signal.getsignal(signal.SIGINT)
    with interrupts.heard():
        interrupts.stop_if_any()
        callback()  # ctypes prints the exception and goes on
        with pytest.raises(KeyboardInterrupt):
            interrupts.stop_if_any()
    assert signal.getsignal(signal.SIGINT) is before


def test_any_other_interrupt_is_raised_where_it_falls() -> None:
    with interrupts.heard(), pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


_EARLY = """
import sys
class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == "report.cli":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Stop())
from report.__main__ import main
main()
"""


def test_an_interrupt_while_the_command_is_loaded_is_no_traceback() -> None:
    done = subprocess.run([sys.executable, "-c", _EARLY], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (cli.INTERRUPTED, "", "")


_LAST = """
import atexit
atexit.register(lambda: print("last"))
from report import cli
cli.main = lambda: print("x" * 1_000_000) or 3
from report.__main__ import main
main()
"""


def test_the_command_leaves_nothing_unsaid_and_nothing_undone() -> None:
    """It does not wait until Python has taken all apart, but for what is to be done at the end, and for those who listen."""
    done = subprocess.run([sys.executable, "-c", _LAST], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "x" * 1_000_000 + "\nlast\n", "")
