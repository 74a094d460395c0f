"""Keys and values against the schemas, each fault at its node."""

from __future__ import annotations

import pytest

from report.check import shape
from report.fault import Fault, Place
from report.source.lines import Lines
from report.source.yaml import parse


def told(name: str, text: str) -> list[str]:
    faults: list[Fault] = []
    tree = parse(Lines("t.yaml", text), faults)
    faults += shape.faults(tree, name, Place("t.yaml"))
    return sorted(
        f"{f.place.line}:{f.place.column} {f.code} {f.values.get('reason', '')}{f.values['key']}" for f in faults
    )


SOUND = "title: ت\nlanguage: ar\nidentifier: urn:isbn:978-3-16-148410-0\ndate: 2026-11-23\nchapters: [a]\n"


@pytest.mark.parametrize(
    ("extra", "faults"),
    [
        ("", []),
        ("page:\n", []),
        ("page: {size: A4}\n", []),
        ("page: {size: [148, 210.5]}\n", []),
        ("page: {size: ['148', 210]}\n", ["6:15 K109 sizesize"]),
        ("page: {size: [148]}\n", ["6:14 K109 sizesize"]),
        ("page: {size: [79, 421]}\n", ["6:15 K109 sizesize", "6:19 K109 sizesize"]),
        ("page: {size: [1e2, 210]}\n", ["6:15 K109 sizesize"]),
        ("page: {size: {a: b}}\n", ["6:14 K109 enumsize"]),
        ("page: {size: A3, bind: left}\n", ["6:14 K109 enumsize", "6:18 K107 bind"]),
        ("page: A5\n", ["6:7 K109 mappingpage"]),
        ("subtitle:\n", []),
        ("subtitle: ''\n", ["6:11 K109 blanksubtitle"]),
        ("subtitle: 12\n", []),
        ("subtitle: true\n", []),
        ("subtitle: [a]\n", ["6:11 K109 textsubtitle"]),
        ("subjects: a\n", ["6:11 K109 listsubjects"]),
        ("subjects: [a, [b]]\n", ["6:15 K109 textsubjects"]),
        ("calendars: []\n", ["6:12 K109 emptycalendars"]),
        ("calendars: [hijri, roman]\n", ["6:20 K109 enumcalendars"]),
        ("calendars: [hijri, hijri]\n", ["6:12 K109 uniquecalendars"]),
        ("categories: {Bad: a, 'x y': b, ok: c}\n", ["6:14 K109 idcategories", "6:22 K109 idcategories"]),
        ("creators: [{role: author}]\n", ["6:12 K108 name"]),
        ("creators: [{name: a, rôle: b}]\n", ["6:22 K107 rôle"]),
        ("creators: [a]\n", ["6:12 K109 mappingcreators"]),
        ("font: x\ncolour: y\n", ["6:1 K107 font", "7:1 K107 colour"]),
        ("front: text/a.md\n", ["6:8 K109 listfront"]),
    ],
)
def test_booklet(extra: str, faults: list[str]) -> None:
    assert told("booklet", SOUND + extra) == faults


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("date: 2026", "4:7 K109 daydate"),
        ("date: 2026-1-2", "4:7 K109 daydate"),
        ("date: ٢٠٢٦-١١-٢٣", "4:7 K109 daydate"),
        ("identifier: urn:uuid:x", "3:13 K109 identifieridentifier"),
        ("identifier: 978", "3:13 K109 identifieridentifier"),
        ("chapters: []", "5:11 K109 emptychapters"),
        ("title:", "1:1 K108 title"),
    ],
)
def test_required_values(line: str, fault: str) -> None:
    key = line.partition(":")[0]
    lines = [line if existing.startswith(f"{key}:") else existing for existing in SOUND.splitlines()]
    assert told("booklet", "\n".join(lines)) == [fault]


@pytest.mark.parametrize(
    ("name", "text", "faults"),
    [
        ("people", "a:\n", ["1:1 K108 name"]),
        ("people", "a:\n  latin: x\n", ["1:1 K108 name"]),
        ("people", "A1:\n  name: x\n", ["1:1 K109 id"]),
        ("people", "1a:\n  name: x\na_b:\n  name: x\n", ["1:1 K109 id", "3:1 K109 id"]),
        ("people", "a: x\n", ["1:4 K109 mappinga"]),
        ("people", "- a\n", ["1:1 K109 mapping"]),
        ("people", "a:\n  name: x\n  born: 0622\n  died: 1980-07-27\n", []),
        ("people", "a:\n  name: x\n  born: []\n", ["3:9 K109 textborn"]),
        ("terms", "a:\n  term: x\n", ["1:1 K108 text"]),
        ("terms", "a:\n  term: x\n  text: y\n  see: [B, c, c]\n", ["4:8 K109 uniquesee", "4:9 K109 idsee"]),
        ("events", "a:\n  title: x\n", ["1:1 K108 passage"]),
        ("events", "a:\n  title: x\n  date: 1\n  passage: b\n  part: middle\n", ["5:9 K109 enumpart"]),
        ("sources", "a:\n  title: x\n  url: ftp://x\n  kind: film\n", ["3:8 K109 addressurl", "4:9 K109 enumkind"]),
        ("chapter", "id: a\ntitle: x\nnumber: 1\n", ["3:1 K107 number"]),
        ("chapter", "", ["0:0 K108 id", "0:0 K108 title"]),
    ],
)
def test_lists(name: str, text: str, faults: list[str]) -> None:
    assert told(name, text) == faults
