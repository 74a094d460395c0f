"""docs/typography.md and docs/typography-rows.md name the tests that hold each row; each of them is there."""

from __future__ import annotations

import re

from conftest import TOP


def test_every_test_that_the_table_names_is_there() -> None:
    tables = "".join(
        (TOP / "docs" / name).read_text(encoding="utf-8") for name in ("typography.md", "typography-rows.md")
    )
    named = re.findall(r"(tests/[\w/]+\.py)::(\w+)", tables)
    assert len(named) > 45
    for path, name in named:
        assert f"def {name}(" in (TOP / path).read_text(encoding="utf-8"), (path, name)
