"""sources.json: CSL-JSON, as reference managers export it, read as if its items were entries of sources.yaml.

Only what the forms of apparatus/bibliography.py print is taken; other keys of CSL are left. JSON is read by the YAML
reader, so that every fault has its place (JSON's few differences from YAML flow style: tabs, which are read as spaces).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from report.fault import Fault, error
from report.source.lines import Lines
from report.source.yaml import Mapping, Node, Scalar, Sequence, parse

_KINDS: Final = {
    "book": "book", "collection": "book", "thesis": "book", "article": "article", "article-journal": "article",
    "article-magazine": "article", "article-newspaper": "article", "paper-conference": "article",
    "chapter": "chapter", "entry-encyclopedia": "chapter", "entry-dictionary": "chapter", "webpage": "web",
    "post": "web", "post-weblog": "web", "manuscript": "archive",
}  # fmt: skip
_SAME: Final = {
    "title": "title", "title-short": "short", "container-title": "container", "publisher": "publisher",
    "publisher-place": "city", "volume": "volume", "issue": "issue", "page": "pages", "URL": "url",
    "language": "language",
}  # fmt: skip
_NAMES: Final = {"author": "author", "editor": "editor", "translator": "translator"}
_DATES: Final = {"issued": "year", "accessed": "accessed"}


def entries(lines: Lines, faults: list[Fault]) -> Mapping | None:
    """The items of a file by id; None after a fault of syntax or when there are none."""
    known = len(faults)
    tree = parse(replace(lines, text=lines.text.replace("\t", " ")), faults)
    if tree is None:
        return None
    if not isinstance(tree, Sequence):
        faults.append(error("K271", tree.place))
        return None
    found: dict[str, tuple[Scalar, Node]] = {}
    for item in tree.items:
        id = item.get("id") if isinstance(item, Mapping) else None
        if not isinstance(item, Mapping) or not isinstance(id, Scalar):
            faults.append(error("K271", item.place, reason="item"))
        elif id.text in found:
            faults.append(error("K106", id.place, key=id.text, first=found[id.text][0].place))
        else:
            found[id.text] = (id, Mapping(tuple(_keys(item)), id.place))
    return Mapping(tuple(found.values()), tree.place) if found or len(faults) == known else None


def _keys(item: Mapping) -> Iterator[tuple[Scalar, Node]]:
    for key, value in item.entries:
        if key.text == "type" and isinstance(value, Scalar):
            yield _made(key, "kind"), replace(value, text=_KINDS.get(value.text, "document"))
        elif key.text in _SAME and isinstance(value, Scalar) and value.text.strip():
            yield _made(key, _SAME[key.text]), value
        elif key.text in _NAMES and (names := "; ".join(_names(value))):
            yield _made(key, _NAMES[key.text]), Scalar(names, value.place)
        elif key.text in _DATES and (date := _date(value)):
            yield _made(key, _DATES[key.text]), Scalar(date, value.place)


def _made(key: Scalar, name: str) -> Scalar:
    return Scalar(name, key.place)


def _names(value: Node) -> Iterator[str]:
    """Family, given; particles and suffixes stand where CSL puts them."""
    for person in value.items if isinstance(value, Sequence) else ():
        if isinstance(person, Mapping):
            said = {key.text: part.text for key, part in person.entries if isinstance(part, Scalar)}
            family = " ".join(filter(None, (said.get("non-dropping-particle"), said.get("family"))))
            given = " ".join(filter(None, (said.get("given"), said.get("dropping-particle"), said.get("suffix"))))
            if name := said.get("literal") or ", ".join(filter(None, (family, given))):
                yield name


def _date(value: Node) -> str:
    """EDTF of `date-parts`, else `raw` as it stands; `literal` and seasons are not dates that can be reckoned with."""
    if not isinstance(value, Mapping):
        return ""
    parts = value.get("date-parts")
    if not isinstance(parts, Sequence):
        raw = value.get("raw")
        return raw.text if isinstance(raw, Scalar) else ""
    ends: list[str] = []
    for end in parts.items:
        numbers = [n.text for n in end.items if isinstance(n, Scalar)] if isinstance(end, Sequence) else []
        ends.append("-".join(n.zfill(4 if at == 0 else 2) for at, n in enumerate(numbers)))
    return "/".join(filter(None, ends))
