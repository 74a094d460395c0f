"""docs/typography.md names the tests that hold each row; each of them is there."""

from __future__ import annotations

import re

from conftest import TOP


def test_every_test_that_the_table_names_is_there() -> None:
    named = re.findall(r"(tests/\w+/\w+\.py)::(\w+)", (TOP / "docs" / "typography.md").read_text(encoding="utf-8"))
    assert len(named) > 30
    for path, name in named:
        assert f"def {name}(" in (TOP / path).read_text(encoding="utf-8"), (path, name)
