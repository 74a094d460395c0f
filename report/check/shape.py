"""Keys and values against the schemas: unknown keys (K107), missing ones (K108), values of a wrong kind (K109)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from report.fault import Fault, Place, error
from report.source.schema import Schema, resolve, schemas
from report.source.yaml import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d+)?")
_WANTED: Final = {"array": "list", "object": "mapping", "number": "size", "string": "text"}
_REASONS: Final = {
    "minItems": "size",
    "maxItems": "size",
    "minimum": "size",
    "maximum": "size",
    "uniqueItems": "unique",
    "maxProperties": "many",
}


def faults(tree: Node | None, name: str, whole: Place) -> Iterator[Fault]:
    """The faults of a tree against the schema `name`. A key without a value counts as left out; the missing keys of an
    empty file are told at `whole`."""
    root = schemas()[name]
    if tree is None:
        for key in cast("list[str]", root.get("required", [])):
            yield error("K108", whole, key=key)
        return
    instance = _instance(tree, root, root)
    for fault in _flat(cast("Iterable[ValidationError]", _validator(name).iter_errors(instance))):  # pyright: ignore
        yield from _told(fault, tree, root)


@cache
def _validator(name: str) -> Draft202012Validator:
    from jsonschema import Draft202012Validator  # here, so that what only writes need not load it

    return Draft202012Validator(schemas()[name])


def _instance(node: Node, schema: Schema, root: Schema) -> Any:
    """A tree as JSON: every scalar its text, but a plain number where the schema wants a number."""
    schema = resolve(schema, root)
    choices: list[Schema] = [resolve(choice, root) for choice in schema.get("anyOf", [])]
    match node:
        case Scalar():
            text = node.text.strip()
            if node.plain and schema.get("type") == "number" and _NUMBER.fullmatch(text):
                return float(text) if "." in text else int(text)
            return text
        case Sequence():
            inner = schema if "items" in schema else next((c for c in choices if "items" in c), {})
            return [_instance(item, cast("Schema", inner.get("items", {})), root) for item in node.items]
        case Mapping():
            found: dict[str, Any] = {}
            for key, value in node.entries:
                wanted = _property(schema, key.text, root)
                if not (isinstance(value, Scalar) and value.empty):
                    found[key.text.strip()] = _instance(value, wanted, root)
                elif wanted.get("type") == "object":
                    found[key.text.strip()] = {}
            return found


def _property(schema: Schema, key: str, root: Schema) -> Schema:
    found = schema.get("properties", {}).get(key, schema.get("additionalProperties", {}))
    return resolve(cast("Schema", found), root) if isinstance(found, dict) else {}


def _flat(found: Iterable[ValidationError]) -> Iterator[ValidationError]:
    """Of the branches of an `anyOf` only the one that is of the value's kind is told."""
    for fault in found:
        context = fault.context or ()
        if fault.validator != "anyOf":
            yield fault
        elif isinstance(fault.instance, list):
            yield from (inner for inner in context if inner.validator != "enum")
        else:
            yield from (inner for inner in context if inner.validator == "enum")


def _told(fault: ValidationError, tree: Node, root: Schema) -> Iterator[Fault]:
    path = list(fault.absolute_path)
    node, key = _find(tree, path)
    value = fault.instance if isinstance(fault.instance, str) else ""
    place, wanted = node.place, fault.validator_value  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    match str(fault.validator):
        case "additionalProperties":
            yield from _unknown(fault, node)
        case "required":
            missing = [name for name in cast("list[str]", wanted) if name not in cast("dict[str, Any]", fault.instance)]
            named = next((name for name in missing if fault.message.startswith(repr(name))), missing[0])
            yield error("K108", _missing_place(tree, path, node, named), key=named)
        case "enum":
            allowed = [str(item) for item in cast("list[Any]", wanted)]
            near = get_close_matches(value, allowed, 1)
            values = {"key": key, "value": value, "allowed": ", ".join(allowed), "near": near[0] if near else ""}
            yield error("K109", place, reason="enum", **values)
        case "type":
            kinds = cast("list[str] | str", wanted)
            first = kinds if isinstance(kinds, str) else kinds[0]
            yield error("K109", place, reason=_WANTED[first], key=key)
        case "pattern" if "propertyNames" in fault.absolute_schema_path:
            found = node.key(value) if isinstance(node, Mapping) else None
            yield error("K109", found.place if found else place, reason="id", key=key, value=value)
        case other:
            comment = str(cast("Schema", fault.schema).get("$comment", ""))
            reason = _REASONS.get(other, "") if comment != "empty" or other == "uniqueItems" else "empty"
            yield error("K109", place, reason=reason or comment, key=key, value=value)


def _unknown(fault: ValidationError, node: Node) -> Iterator[Fault]:
    known = list(cast("dict[str, Any]", cast("Schema", fault.schema).get("properties", {})))
    if isinstance(node, Mapping):
        for key, _ in node.entries:
            if key.text.strip() not in known:
                near = get_close_matches(key.text, known, 1)
                yield error("K107", key.place, key=key.text, near=near[0] if near else "", known=", ".join(known))


def _find(tree: Node, path: list[str | int]) -> tuple[Node, str]:
    """The node at a path of keys and indexes, and the last key on the way."""
    node, key = tree, ""
    for part in path:
        if isinstance(node, Mapping):
            key = str(part)
            node = next(value for name, value in node.entries if name.text.strip() == key)
        elif isinstance(node, Sequence):
            node = node.items[int(part)]
    return node, key


def _missing_place(tree: Node, path: list[str | int], node: Node, missing: str) -> Place:
    """A missing key is told where it stands empty, else at the entry's id, else where the mapping begins."""
    if isinstance(node, Mapping) and (empty := node.key(missing)):
        return empty.place
    if path and isinstance(path[-1], str):
        parent, _ = _find(tree, path[:-1])
        if isinstance(parent, Mapping) and (key := parent.key(path[-1])):
            return key.place
    return node.place
