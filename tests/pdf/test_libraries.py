"""The engine is loaded without asking other programs where its libraries are."""

from __future__ import annotations

import ctypes.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from report.pdf import libraries

_ROOT = Path(__file__).parents[2]
_LOADED = """
import subprocess, sys
started = []
sys.addaudithook(lambda event, said: started.append(said) if event in ("subprocess.Popen", "os.posix_spawn") else None)
from contextlib import nullcontext
from report.pdf import libraries
with libraries.opened_by_name() if sys.argv[1] == "named" else nullcontext():
    import weasyprint
assert weasyprint.text.ffi.harfbuzz_subset is not None
print(len(started))
"""


def started(how: str) -> int:
    """How many programs a fresh Python starts while it loads the engine."""
    told = subprocess.run(
        [sys.executable, "-c", _LOADED, how],
        env=os.environ | {"PYTHONPATH": str(_ROOT)},
        capture_output=True,
        check=True,
    )
    return int(told.stdout)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="sonames are Linux's")
def test_no_program_is_started() -> None:
    assert started("named") == 0
    assert started("searched") > 0  # the defect upstream


def test_search_returns_when_the_engine_is_there() -> None:
    searched = ctypes.util.find_library
    with pytest.raises(OSError, match="broken"), libraries.opened_by_name():
        raise OSError("broken")
    assert ctypes.util.find_library is searched


def test_other_systems_search_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "_PROBE", "libnone-such.so.0")
    searched = ctypes.util.find_library
    with libraries.opened_by_name():
        assert ctypes.util.find_library is searched
