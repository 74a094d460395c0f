"""Work beside work: its bytes come back whole, its errors in the one who waits, and where it cannot be forked it is done there."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from report import beside

PRINTED = """
import os, sys
from report.beside import beside
mine = os.getpid()
def work():
    print(os.getpid() != mine, file=sys.stderr)
    return b"x" * 1_000_000
wait = beside(work)
print(len(wait()), type(wait).__name__)
def broken():
    raise ValueError("told")
try:
    beside(broken)()
except ValueError as fault:
    print(fault)
"""


def test_work_is_done_in_another_process_and_its_bytes_come_back() -> None:
    done = subprocess.run([sys.executable, "-c", PRINTED], capture_output=True, text=True, check=False)
    length, name, fault = done.stdout.split()
    assert (length, fault, done.returncode) == ("1000000", "told", 0)
    if sys.platform == "linux" and name == "_Begun":
        assert done.stderr.split() == ["True"]


def test_without_a_second_core_it_is_done_when_it_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside.os, "cpu_count", lambda: 1)
    done: list[int] = []
    wait = beside.beside(lambda: bytes(done) or (done.append(1) or b"made"))
    assert not done
    assert wait() == b"made"
    assert done == [1]


LEFT = """
import os, sys, time
from report import beside
if not beside._can_fork():
    sys.exit()
def long():
    time.sleep(60)
    return b""
def much():
    return b"x" * 10_000_000
def leave(work):
    wait = beside.beside(work)
    raise ValueError("before it was waited for")
before = os.listdir("/proc/self/fd")
for work in (long, much):
    try:
        leave(work)
    except ValueError:
        pass
try:
    os.waitpid(-1, os.WNOHANG)
    print("a child is left")
except ChildProcessError:
    pass
assert os.listdir("/proc/self/fd") == before
"""


def test_work_that_nobody_waits_for_is_stopped() -> None:
    done = subprocess.run([sys.executable, "-c", LEFT], capture_output=True, text=True, check=False, timeout=30)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


AHEAD = """
import os, sys
from report import beside
if sys.argv[1] == "alone":
    beside._can_fork = lambda: False
mine = os.getpid()
ready = []
def prepare():
    ready.append(os.getpid())
def work(text, *, times):
    return text * times, ready == [os.getpid()] and os.getpid() != mine
def broken():
    raise ValueError("not ready")
def failing(text):
    raise ValueError(text)
before = os.listdir("/proc/self/fd") if sys.platform == "linux" else []
made, elsewhere = beside.ahead(prepare, work)("x" * 100_000, times=3)()
print(len(made), elsewhere)
made, elsewhere = beside.ahead(broken, work)("y", times=2)()
print(made, elsewhere)
try:
    beside.ahead(prepare, failing)("told")()
except ValueError as fault:
    print(fault)
beside.ahead(prepare, work)
assert not before or os.listdir("/proc/self/fd") == before
"""


@pytest.mark.parametrize("how", ["beside", "alone"])
def test_who_is_ready_does_what_it_is_told(how: str) -> None:
    """What cannot get ready, or fails, is done by the one who waits; who is never told anything is stopped."""
    done = subprocess.run([sys.executable, "-c", AHEAD, how], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    size, twice, fault = done.stdout.splitlines()
    assert (twice, fault) == ("yy False", "told")
    forked = how == "beside" and sys.platform == "linux" and (os.cpu_count() or 1) > 1
    assert size == f"300000 {forked}"
