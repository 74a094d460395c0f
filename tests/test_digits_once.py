"""Digits, once: `digits:` rules every number of both outputs; names, code and what is marked keep theirs."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from report.build import build
from report.verify.pdf_text import Reader

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pdf")]

FAMILIES = {"arabic-indic": "٠-٩", "extended": "۰-۹", "latin": "0-9"}
KEPT = ("v2.0", "A4x", "77", "https://example.org/5")
BOOKLET = """title: كتاب 1984
subtitle: الجزء 2
language: ar
identifier: urn:uuid:6f1a52d4-9c1b-4b8e-8a39-0d5f5f0c1a11
date: 2026-11-23
digits: {style}
calendars: [gregorian, hijri]
chapters: [one.md]
"""
EVENTS = "e:\n  date: 1979-11-04\n  title: حدث 3\n  text: وقع في 12 موضعًا.\n  passage: one\n"
TERMS = "t:\n  term: مصطلح\n  text: له 4 معانٍ.\n"
PEOPLE = "p:\n  name: أحمد\n  text: كتب 6 كتب.\n"
TEXT = """---
id: one
title: فصل 7
---

## قسم 8 {{#s}}

في عام 1979 كان 1,234.5 و12% من [الناس]{{person=p}}،[^n] و[الحدث]{{event=e}} و[المعنى]{{term=t index="باب 9"}}.
`A4x` وv2.0 و[77]{{digits=latin}}
و<https://example.org/5>.

1. أول 21
2. ثانٍ 22
   1. داخله 23

::: table جدول 10
| السنة 11 | العدد |
|---|--:|
| 1901 | 15 |
:::

::: questions

ما 31؟

: هو 32.

:::

[^n]: حاشية 41.
"""


def made(style: str, folder: Path) -> tuple[str, str]:
    """All text of the PDF, tags and artifacts alike by the reader's units, and of the EPUB's documents."""
    folder.mkdir()
    for name, text in (
        ("booklet", BOOKLET.format(style=style)),
        ("events", EVENTS),
        ("terms", TERMS),
        ("people", PEOPLE),
    ):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder / "one.md").write_text(TEXT.format(), encoding="utf-8")
    result = build(folder, folder / "out")
    assert result.sound, result.faults
    with pikepdf.open(io.BytesIO(result.outputs["pdf"][0].read_bytes())) as pdf:
        printed = Reader(pdf).text()
    with zipfile.ZipFile(result.outputs["epub"][0]) as book:
        trees = [ET.fromstring(book.read(n)) for n in book.namelist() if n.endswith(".xhtml")]
    return printed, " ".join("".join(tree.itertext()) for tree in trees)


def without_kept(text: str) -> str:
    """Without names, code, addresses, and the book's own identifier."""
    text = re.sub("urn:uuid:[0-9a-f-]+", "", text)
    for kept in KEPT:
        assert kept in text, kept
        text = text.replace(kept, "")
    return text


@pytest.mark.parametrize("style", FAMILIES)
def test_one_family_of_digits_in_both_outputs(style: str, tmp_path: Path) -> None:
    foreign = "".join(digits for name, digits in FAMILIES.items() if name != style)
    for text in made(style, tmp_path / "b"):
        bare = without_kept(text)
        assert re.findall(f"[{foreign}]+", bare) == []
        assert len(re.findall(f"[{FAMILIES[style]}]+", bare)) > 25
        assert ("٬" in bare and "٫" in bare and "٪" in bare) == (style != "latin")


def test_source_leaves_what_was_typed(tmp_path: Path) -> None:
    for text in made("source", tmp_path / "b"):
        assert re.findall("[٠-٩۰-۹]+", text) == []
