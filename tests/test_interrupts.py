"""An interrupt that a callback of C swallows stops the command all the same."""

from __future__ import annotations

import ctypes
import signal

import pytest

from report import interrupts


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
