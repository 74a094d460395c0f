"""The schemas: valid themselves, of one mind with each other, with the model's constants and with docs/format.md."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from report.script.calendars import CALENDARS
from report.script.dates import PARTS
from report.script.digits import STYLES
from report.source.schema import NAMES, resolve, schemas

FORMAT = Path(__file__).resolve().parents[2] / "docs" / "format.md"


@pytest.mark.parametrize("name", NAMES)
def test_valid_closed_and_described(name: str) -> None:
    root = schemas()[name]
    Draft202012Validator.check_schema(root)

    def walk(schema: dict[str, object], path: str) -> None:
        full = resolve(schema, root)
        assert full.get("description") or "anyOf" in path or "items" in path, path
        if full.get("type") == "object":
            assert "additionalProperties" in full, path
        for key, inner in full.get("properties", {}).items():
            walk(inner, f"{path}.{key}")
        if isinstance(inner := full.get("items"), dict):
            walk(inner, f"{path}.items")

    walk(root, name)


def test_shared_definitions_are_equal() -> None:
    found: dict[str, object] = {}
    for root in schemas().values():
        for name, definition in root["$defs"].items():
            assert found.setdefault(name, definition) == definition, name


def test_constants() -> None:
    keys = schemas()["booklet"]["properties"]
    assert tuple(keys["digits"]["enum"]) == STYLES
    assert tuple(keys["calendars"]["items"]["enum"]) == CALENDARS
    assert tuple(schemas()["events"]["$defs"]["event"]["properties"]["part"]["enum"]) == PARTS


def test_every_key_is_in_the_handbook_of_the_format() -> None:
    text = FORMAT.read_text("utf-8")
    for key in schemas()["booklet"]["properties"]:
        assert f"`{key}`" in text, key
    for kind in ("person", "term", "event", "source"):
        name = "people" if kind == "person" else f"{kind}s"
        for key in schemas()[name]["$defs"][kind]["properties"]:
            assert f"{key}:" in text, key
