"""The JSON Schemas of the YAML files: the one list of keys and values, for checker, editors and `kurrasa schema`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

NAMES: Final = ("booklet", "people", "terms", "events", "sources", "index", "chapter")
"""One schema each; `chapter` is the head of a text file."""

Schema = dict[str, Any]


@cache
def schemas() -> dict[str, Schema]:
    """Every schema (JSON Schema 2020-12) by the name of its file. Not to be changed by the caller."""
    folder = Path(__file__).resolve().parent
    return {name: cast("Schema", json.loads((folder / f"{name}.json").read_text("utf-8"))) for name in NAMES}
