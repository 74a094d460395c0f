"""The schemas as the reader and the checker use them: by name, with their references followed."""

from __future__ import annotations

from typing import cast

from report.schema import NAMES, Schema, schemas

__all__ = ["NAMES", "Schema", "resolve", "schemas"]


def resolve(schema: Schema, root: Schema) -> Schema:
    """A subschema with its `$ref` into `root` followed; keys beside `$ref` win (JSON Schema 2020-12 §8.2.3.1)."""
    if "$ref" not in schema:
        return schema
    name = str(schema["$ref"]).rsplit("/", 1)[-1]
    return {**cast("Schema", root["$defs"][name]), **schema}
