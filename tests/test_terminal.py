"""How lines reach a person: plain in files and pipes, coloured where there is a terminal or somebody asks for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from report.terminal import Terminal

_ROOT = Path(__file__).parents[1]
_BUILT = """
import sys
from pathlib import Path
from report import cli
code = cli.main(["build", sys.argv[1], "--to", "epub", "--out", sys.argv[2], "--no-cache", "--lang", "en"])
print(code, *sorted(set(sys.modules) & {"rich", "weasyprint", "pikepdf", "pypdfium2", "importlib.metadata"}))
"""


def test_a_pipe_gets_the_text_alone(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    terminal = Terminal("logical")
    terminal.line("كُرّاسة\a [bold]", "bold")
    terminal.line("wrong", "red", error=True)
    terminal.stage("writing")
    terminal.end()
    told = capsys.readouterr()
    assert told.out == "كُرّاسة [bold]\n"
    assert told.err == "wrong\n· writing\n"


def test_who_asks_for_colours_gets_them(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    Terminal("logical").line("كُرّاسة", "bold")
    assert capsys.readouterr().out == "\x1b[1mكُرّاسة\x1b[0m\n"


def test_quiet_tells_no_stages(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal("logical", quiet=True).stage("writing")
    assert capsys.readouterr() == ("", "")


def test_a_terminal_without_bidi_gets_visual_order(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal("visual").line("\u2067אבג\u2069")
    assert capsys.readouterr().out == "גבא\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the cover is drawn in this process")
def test_an_e_book_of_texts_loads_no_more_than_it_needs(tmp_path: Path) -> None:
    """What takes long to import and is not needed by the process that writes stays out of it."""
    if (os.cpu_count() or 1) == 1:
        pytest.skip("one core: the cover is drawn in this process")
    booklet = _ROOT / "tests" / "booklets" / "ar"
    told = subprocess.run(
        [sys.executable, "-c", _BUILT, str(booklet), str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(_ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.splitlines()[-1] == "0", told.stdout
