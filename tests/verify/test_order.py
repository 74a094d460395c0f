"""Order of glyphs on every line against UAX #9, by two implementations, and blocks in the order of the source."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from pathlib import Path

import mixed
import pikepdf
import pytest
from conftest import LANGUAGES, Built
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report.fault import Fault, Place
from report.html import Section
from report.script import languages
from report.script.embedding import levels, levels_by_icu
from report.verify import order, paragraphs
from report.verify.order import Matched, Matching
from report.verify.pdf_text import Reader

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pdf")]


def proved(data: bytes, sections: tuple[Section, ...], language: str) -> list[Fault]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        wanted = list(paragraphs.of(sections, languages.find(language).direction))
        return list(order.prove(wanted, Reader(pdf), Place("x.pdf")))


def matched(data: bytes, sections: tuple[Section, ...], language: str) -> Iterator[Matched]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        leaves = list(Reader(pdf).leaves())
    wanted = list(paragraphs.of(sections, languages.find(language).direction))
    for note in dict.fromkeys(p.note for p in wanted):
        yield from Matching([p for p in wanted if p.note == note], [x for x in leaves if x.note == note]).found


def counted(found: list[Matched]) -> tuple[int, int]:
    """Lines, and those of paragraphs that hold both directions; ICU and python-bidi agree on the levels of all."""
    lines = both = 0
    for one in found:
        by_icu = levels_by_icu(one.paragraph.text, one.paragraph.base)
        assert by_icu == levels(one.paragraph.text, one.paragraph.base), one.paragraph.text
        number = len(list(order.lines(one)))
        lines += number
        both += number * (len({level % 2 for level in by_icu}) > 1)
    return lines, both


@pytest.mark.parametrize("language", LANGUAGES)
def test_mixed_paragraphs(language: str) -> None:
    total = [0, 0]

    @given(st.lists(mixed.paragraphs(language), min_size=30, max_size=30))
    @settings(max_examples=3, suppress_health_check=list(HealthCheck), deadline=None)
    def check(texts: list[str]) -> None:
        with tempfile.TemporaryDirectory() as room:
            done = mixed.made(mixed.write(Path(room) / "b", language, [texts]))
        assert proved(done.data, done.sections, language) == []
        lines, both = counted(list(matched(done.data, done.sections, language)))
        total[0] += lines
        total[1] += both

    check()
    print(language, "lines", total[0], "of mixed paragraphs", total[1])
    assert total[1] > 100
