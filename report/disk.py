"""Files by the names that were written: an Arabic or accented letter is one letter however a disk composes it."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path, PurePosixPath


def spelled(root: Path, relative: str) -> str:
    """How the disk spells the file or folder that `relative` names inside `root`.

    Letters that are composed otherwise (NFC and NFD: macOS writes the one, most else the other) are the same name;
    capitals are taken for small letters too where nothing else fits, which the caller can tell with `same`. Comes back
    as it was given if there is no such file.
    """
    found: list[str] = []
    for part in PurePosixPath(relative).parts:
        name = part if part in (".", "..") else _name(root.joinpath(*found), part)
        if not name:
            return relative
        found.append(name)
    return "/".join(found) if found else relative


def same(one: str, other: str) -> bool:
    """Whether two paths are one on every disk: capitals count, how letters are composed does not."""
    return composed(PurePosixPath(one).as_posix()) == composed(PurePosixPath(other).as_posix())


def composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def folded(name: str) -> str:
    """Alike for two names that a disk which makes nothing of capitals takes for one."""
    return composed(composed(name).casefold())


def _name(folder: Path, wanted: str) -> str:
    """The entry of a folder that a name stands for; blank if none does."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 (a Path for each takes ten times as long)
    except (OSError, ValueError):
        return ""
    if wanted in names:
        return wanted
    names.sort()
    alike = [name for name in names if composed(name) == composed(wanted)]
    alike += [name for name in names if folded(name) == folded(wanted)]
    return alike[0] if alike else ""
