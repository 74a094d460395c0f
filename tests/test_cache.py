"""What is kept between builds: never stale, never broken, never in the way."""

from __future__ import annotations

import errno
import hashlib
import os
import pickle
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from conftest import TOP

from report import build, cache, html, theme
from report.cache import Cache


def twice(kept: Cache, *parts: bytes) -> int:
    """How often a thing is made when it is asked for twice."""
    calls: list[int] = []

    def make() -> bytes:
        calls.append(1)
        return b"made"

    assert kept.made(parts, make) == kept.made(parts, make) == b"made"
    return len(calls)


def entry(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def test_a_thing_is_made_once(tmp_path: Path) -> None:
    assert twice(Cache(tmp_path / "new" / "cache"), b"a", b"b") == 1
    assert twice(cache.NONE, b"a") == 2


def test_parts_are_told_apart(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    assert kept.made([b"ab", b"c"], lambda: b"1") == b"1"
    assert kept.made([b"a", b"bc"], lambda: b"2") == b"2"
    assert kept.made([b"abc"], lambda: b"3") == b"3"


def test_other_code_finds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Cache(tmp_path)
    kept.made([b"a"], lambda: b"old")
    monkeypatch.setattr(cache, "_code", lambda: b"changed")
    assert kept.made([b"a"], lambda: b"new") == b"new"


@pytest.mark.parametrize(
    "damage", [lambda b: b[:-1], lambda b: b"", lambda b: b[:40] + b"x" + b[41:], lambda b: b + b" "]
)
def test_a_damaged_entry_is_made_anew(tmp_path: Path, damage: object) -> None:
    kept = Cache(tmp_path)
    kept.made([b"a"], lambda: b"made of twenty bytes")
    path = entry(tmp_path)
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert kept.made([b"a"], lambda: b"anew") == b"anew"
    assert kept.made([b"a"], lambda: b"never") == b"anew"


def test_a_full_disk_costs_time_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(Path, "replace", full)
    assert twice(Cache(tmp_path), b"a") == 2
    assert not list(tmp_path.iterdir())


def test_where_nothing_can_be_written_things_are_made_anew(tmp_path: Path) -> None:
    """A file where the folder should be fails for root too, whom no permission stops."""
    (tmp_path / "cache").write_text("in the way")
    assert twice(Cache(tmp_path / "cache"), b"a") == 2


def test_what_a_killed_build_left_is_no_entry_and_goes_in_time(tmp_path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from report import cache\n"
        "Path.replace = lambda *_: os._exit(9)\n"
        f"cache.Cache(Path({str(tmp_path)!r})).made([b'a'], lambda: bytes(1000))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False, cwd=TOP).returncode == 9
    left = entry(tmp_path)
    os.utime(left, (1, 1))
    kept = Cache(tmp_path, limit=900)
    assert twice(kept, b"a") == 1
    assert not left.exists()


def test_two_builds_at_once_see_whole_entries(tmp_path: Path) -> None:
    def build_one(n: int) -> bytes:
        return Cache(tmp_path).made([b"%d" % (n % 4)], lambda: bytes([n % 4]) * 200_000)

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(build_one, range(64)))
    assert made == [bytes([n % 4]) * 200_000 for n in range(64)]
    assert len(list(tmp_path.iterdir())) == 4


def test_the_longest_unused_goes_first(tmp_path: Path) -> None:
    kept = Cache(tmp_path, limit=3 * 1100)
    for name in (b"a", b"b", b"c"):
        kept.made([name], lambda: bytes(1000))
        time.sleep(0.01)
    kept.made([b"a"], lambda: b"used")
    time.sleep(0.01)
    kept.made([b"d"], lambda: bytes(1000))
    assert kept.made([b"a"], lambda: b"gone") == bytes(1000)
    assert kept.made([b"b"], lambda: b"gone") == b"gone"


def test_its_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.home() == tmp_path / "kurrasa"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache.home() == tmp_path / ".cache" / "kurrasa"


def test_the_same_bytes_with_and_without(tmp_path: Path) -> None:
    """And a second build takes the cover as it was kept: one that cannot be right shows that it does."""
    book, kept = TOP / "tests" / "booklets" / "ar", Cache(tmp_path / "cache")

    def made(kept: Cache, name: str, theme: str = "") -> str:
        result = build.build(book, tmp_path / name, ("epub",), shown="b", kept=kept, theme_name=theme)
        assert result.sound, result.faults
        return result.outputs["epub"][1]

    plain = made(cache.NONE, "plain")
    assert made(kept, "first") == plain
    assert made(kept, "second") == plain
    path = next(path for path in (tmp_path / "cache").iterdir() if b"JFIF" in path.read_bytes())
    inside = path.read_bytes()[32:].replace(b"JFIF", b"JFIX", 1)
    path.write_bytes(hashlib.sha256(inside).digest() + inside)
    assert made(kept, "third") != plain


def test_a_value_is_made_once_and_comes_back_equal(tmp_path: Path) -> None:
    kept, calls = Cache(tmp_path), list[int]()

    def make() -> tuple[str, int]:
        calls.append(1)
        return ("كلمة", 3)

    assert kept.kept([b"a"], make) == kept.kept([b"a"], make) == ("كلمة", 3)
    assert len(calls) == 1
    assert kept.kept([b"b"], make) == ("كلمة", 3)
    assert len(calls) == 2


def written(folder: Path, change: tuple[str, str, str] | None = None) -> Path:
    """A copy of a booklet; a change is a file, words in it, and what stands there instead."""
    shutil.copytree(TOP / "tests" / "booklets" / "ar", folder)
    if change:
        path = folder / change[0]
        before = path.read_text("utf-8")
        assert change[1] in before
        path.write_text(before.replace(change[1], change[2], 1), "utf-8")
    return folder


CHANGES = [
    ("text/letter.md", "الرسالة", "المكتوب"),
    ("terms.yaml", "term: ", "term: الـ"),
    ("events.yaml", "1979", "1978"),
    ("booklet.yaml", "language: ar", "language: ar\ndigits: latin"),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change[0])
def test_nothing_kept_is_stale(change: tuple[str, str, str], tmp_path: Path) -> None:
    """What a change reaches, in its own file or in others, is made anew: faults and sections are those of no cache."""
    kept = Cache(tmp_path / "cache")

    def told(folder: Path, kept: Cache) -> object:
        made, faults = build.read(folder, "b", kept=kept)
        sections = ()
        if made:
            style = theme.load("naskh", made.meta.language, made.root, made.meta.place)
            sections = html.sections(made, style, kept)
        return faults, [section.html for section in sections]

    before = told(written(tmp_path / "old" / "b"), kept)
    assert told(tmp_path / "old" / "b", kept) == before
    new = written(tmp_path / "new" / "b", change)
    assert told(new, kept) == told(new, cache.NONE) != before


def test_a_value_that_cannot_be_read_back_or_kept_is_made(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    assert kept.kept([b"a"], lambda: 1) == 1
    path = entry(tmp_path)
    for broken in (b"", b"no pickle", pickle.dumps(1)[:-1], b"cnowhere\nnothing\n."):
        path.write_bytes(hashlib.sha256(broken).digest() + broken)
        assert kept.kept([b"a"], lambda: 2) == 2
        assert kept.kept([b"a"], lambda: 3) == 2
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert kept.kept([b"deep"], lambda: deep) is deep
    assert entry(tmp_path) == path


def test_a_library_by_another_name_is_no_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def gone(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", gone)
    cache._made_by.cache_clear()
    assert Cache(tmp_path).kept([b"a"], lambda: 1) == 1
    cache._made_by.cache_clear()
