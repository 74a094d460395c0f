"""Ace by DAISY 1.4.6, the accessibility checker that shops use: outcome `pass`, and nothing noted at all."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from readers import broken
from readers.conftest import BOOKS
from readers.shelf import HERE

_TIMEOUT = 240  # s: six books, on a machine where both cores may be busy


@dataclass(frozen=True)
class Judgement:
    outcome: str
    found: tuple[str, ...]


def judge(folder: Path, books: dict[str, Path]) -> dict[str, Judgement]:
    """What Ace says of each book; one process and one start of its browser for all."""
    node, chromium = shutil.which("node"), shutil.which("chromium")
    assert node
    assert chromium, "chromium is not installed: run `make test`"
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": chromium, "ACE_TIMEOUT_INITIAL": "60000"}
    done = subprocess.run(
        [node, str(HERE / "ace.cjs"), str(folder / "reports"), *map(str, books.values())],
        capture_output=True, encoding="utf-8", env=environment, timeout=_TIMEOUT, check=False, cwd=folder,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = {Path(row["book"]): row for row in map(json.loads, done.stdout.splitlines())}
    return {name: Judgement(told[path]["outcome"], tuple(told[path]["found"])) for name, path in books.items()}


@pytest.fixture(scope="session")
def judgements(epubs: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Judgement]:
    folder = tmp_path_factory.mktemp("ace")
    unnamed = folder / "unnamed.epub"
    data = epubs["ar"].read_bytes()
    unnamed.write_bytes(broken.without(data, ".xhtml", b' role="doc-noteref"', b' role="doc-footnote"'))
    return judge(folder, {**epubs, "unnamed": unnamed})


@pytest.mark.parametrize("name", BOOKS)
def test_nothing_is_noted(judgements: dict[str, Judgement], name: str) -> None:
    assert judgements[name] == Judgement("pass", ())


def test_probe_a_note_without_a_role_is_noted(judgements: dict[str, Judgement]) -> None:
    assert judgements["unnamed"].outcome == "fail"
    assert any("epub-type-has-matching-role" in told for told in judgements["unnamed"].found)
