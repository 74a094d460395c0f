"""Work beside work: its bytes come back whole, its errors in the one who waits, and where it cannot be forked it is done there."""

from __future__ import annotations

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
