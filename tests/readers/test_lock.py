"""The lock of the reading systems: exact versions with their sums, and no address to fetch them from."""

from __future__ import annotations

import json
import re

from readers.shelf import HERE


def test_every_package_has_a_sum_and_no_address() -> None:
    text = (HERE / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: row for name, row in json.loads(text)["packages"].items() if name}
    assert len(packages) > 200
    assert [name for name, row in packages.items() if not row.get("integrity", "").startswith("sha")] == []
    assert "resolved" not in text
    assert "://" not in text


def test_what_is_asked_for_is_one_version() -> None:
    asked = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert {"foliate-js", "epubjs", "@daisy/ace-cli"} <= set(asked)
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in asked.values())
