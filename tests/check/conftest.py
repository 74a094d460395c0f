"""What the tests of the check room share: a booklet written into a folder, then read and checked in one call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from report import check, source
from report.fault import Fault
from report.model import Booklet
from report.source import Draft

BOOKLET = """\
title: كرّاسة
language: ar
identifier: urn:uuid:7c9e6679-7425-40de-944b-e07fc1f90ae7
date: 2026-11-23
chapters: [text/one.md]
"""
HEAD = "---\nid: one\ntitle: الفصل\n---\n\n"


@dataclass(frozen=True)
class Checked:
    draft: Draft
    booklet: Booklet | None
    faults: tuple[Fault, ...]

    @property
    def codes(self) -> list[str]:
        """`K201 file:line:column`, in order; the reason follows the code after a dot."""
        return [f"{_code(fault)} {str(fault.place).removeprefix('b/')}" for fault in self.faults]


def _code(fault: Fault) -> str:
    reason = fault.values.get("reason", "")
    return f"{fault.code}.{reason}" if reason else fault.code


@pytest.fixture
def checked(tmp_path: Path) -> Callable[..., Checked]:
    """`checked(text, booklet=…, epoch=…, people=…, files={…})`: `text` is the body of the one chapter, `booklet` is added to
    booklet.yaml, people and the like are whole files, `files` any others."""

    def maker(
        text: str = "نص.\n",
        booklet: str = "",
        epoch: str = "",
        files: dict[str, str | bytes] | None = None,
        **lists: str,
    ) -> Checked:
        root = tmp_path / "كتاب"
        written: dict[str, str | bytes] = {
            "booklet.yaml": BOOKLET + booklet,
            "text/one.md": HEAD + text,
            **(files or {}),
        }
        written |= {f"{name}.yaml": content for name, content in lists.items()}
        for name, content in written.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        draft, faults = source.read(root, "b")
        assert draft is not None
        return Checked(draft, *check.check(draft, faults, epoch))

    return maker
