"""Digits, once: `digits:` rules every number of both outputs; names, code and what is marked keep theirs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from report.build import build
from report.verify.pdf_text import Reader

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pdf")]

FAMILIES = {"arabic-indic": "٠-٩", "extended": "۰-۹", "latin": "0-9"}
COUNTERS = {"arabic-indic": "arabic-indic", "extended": "persian", "latin": "decimal", "source": "decimal"}
TELLING = ("alt", "aria-label", "title")
DC = "{http://purl.org/dc/elements/1.1/}"
KEPT = ("v2.0", "A4x", "77", "https://example.org/5")
BOOKLET = """title: كتاب 1984
subtitle: الجزء 2
description: في 3 فصول
subjects: [أحداث 1979]
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
SOURCES = "s:\n  title: تقرير 13\n  author: علي\n  publisher: دار 14\n  year: '1982'\n"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
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

![صورة 51](p.svg "رسم 52")

كما في [التقرير]{{source=s pages=61-62}}.

::: questions

ما 31؟

: هو 32.

:::

[^n]: حاشية 41.
"""


def made(style: str, folder: Path) -> tuple[str, str]:
    """All that the PDF and the EPUB say: text, tags and artifacts alike by the reader's units, what is told of pictures
    and links, outline, page labels, title, description and subjects. The PDF may name its pages 1, 2, 3 without a text."""
    folder.mkdir()
    for name, text in (
        ("booklet", BOOKLET.format(style=style)),
        ("events", EVENTS),
        ("terms", TERMS),
        ("people", PEOPLE),
        ("sources", SOURCES),
    ):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder / "p.svg").write_text(PICTURE, encoding="utf-8")
    (folder / "one.md").write_text(TEXT.format(), encoding="utf-8")
    result = build(folder, folder / "out")
    assert result.sound, result.faults
    with pikepdf.open(io.BytesIO(result.outputs["pdf"][0].read_bytes())) as pdf:
        printed = " ".join((Reader(pdf).text(), *about(pdf)))
    with zipfile.ZipFile(result.outputs["epub"][0]) as book:
        trees = [ET.fromstring(book.read(n)) for n in book.namelist() if n.endswith(".xhtml")]
        package = ET.fromstring(book.read("EPUB/package.opf"))
        assert counters(book.read("EPUB/css/book.css").decode()) == {COUNTERS[style]}
    told = [said for tree in trees for e in tree.iter() for name in TELLING if (said := e.get(name))]
    told += [e.text or "" for e in package.iter() if e.tag.removeprefix(DC) in ("title", "description", "subject")]
    return printed, " ".join([*("".join(tree.itertext()) for tree in trees), *told])


def about(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What a PDF says outside its pages, without dates and identifiers."""
    with pdf.open_metadata() as xmp:
        yield from (str(xmp.get(name, "")) for name in ("dc:title", "dc:description"))
    yield from (str(pdf.docinfo.get(name, "")) for name in ("/Title", "/Subject", "/Keywords"))
    with pdf.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop()
            yield item.title
            waiting.extend(item.children)
    labels: Any = pdf.Root.PageLabels.Nums
    yield from (str(entry.get("/P", "")) for entry in list(labels)[1::2])
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary):
            yield from (str(thing[name]) for name in ("/Alt", "/ActualText") if name in thing)


def counters(css: str) -> set[str]:
    """How e-readers count the items of a list; a list without markers is numbered in its text."""
    return set(re.findall(r"\bol \{ list-style-type: ([a-z-]+)", css))


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
        assert len(re.findall(f"[{FAMILIES[style]}]+", bare)) > 40
        assert ("٬" in bare and "٫" in bare and "٪" in bare) == (style != "latin")


def test_source_leaves_what_was_typed(tmp_path: Path) -> None:
    for text in made("source", tmp_path / "b"):
        assert re.findall("[٠-٩۰-۹]+", text) == []
