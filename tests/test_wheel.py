"""The wheel, in an environment of its own, builds the same bytes as the checkout."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from conftest import TOP, Built

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("built-in")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=TOP,
        check=True,
        capture_output=True,
    )
    (made,) = out.glob("*.whl")
    return made


def test_the_wheel_holds_what_a_build_needs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("styles", "fonts", "content"):
        held = {str(p.relative_to(TOP)) for p in (TOP / folder).rglob("*") if p.is_file()}
        assert {f"report/_data/{name}" for name in held} <= names
    assert {"report/schema/booklet.json", "report/labels/ar.toml", "report/epub/templates/package.opf"} <= names
    assert not [n for n in names if n.startswith("tests/")]


def test_the_wheel_builds_the_same_bytes(wheel: Path, built_in: Built, tmp_path: Path) -> None:
    """Dependencies are those of this environment; kurrasa itself is the wheel's, run far from the checkout."""
    room = tmp_path / "بيئة نظيفة"
    venv.create(room, with_pip=False)
    site = next(room.glob("lib/python*/site-packages"))
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check",
         "--target", str(site), str(wheel)], check=True,
    )  # fmt: skip
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    python = str(room / "bin" / "python")
    where = [python, "-c", "import report; print(report.__file__)"]
    assert str(site) in subprocess.run(where, check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    subprocess.run([python, "-m", "report", "build", "--out", "out"], check=True, cwd=tmp_path, capture_output=True)
    for _, (path, digest) in built_in.result.outputs.items():
        assert hashlib.sha256((tmp_path / "out" / path.name).read_bytes()).hexdigest() == digest
