"""Order of glyphs on every line against UAX #9, by two implementations, and blocks in the order of the source."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import mixed
import pikepdf
import pytest
from conftest import LANGUAGES, Built
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from report.fault import Fault, Place
from report.html import Section, runs
from report.script import languages
from report.script.embedding import levels, levels_by_icu
from report.script.embedding import order as order_of
from report.script.languages import Direction
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


def as_shown(text: str, found: tuple[int, ...]) -> list[int]:
    """What is seen, from left to right: ICU applies rule L1, and leaves the levels of text of one direction at that of
    the paragraph, which python-bidi does not; both show the same."""
    return [i for i in order_of(found) if paragraphs.seen(text[i])]


def counted(found: list[Matched]) -> tuple[int, int]:
    """Lines, and those of paragraphs that hold both directions; ICU and python-bidi agree on the levels of all."""
    lines = both = 0
    for one in found:
        by_icu = levels_by_icu(one.paragraph.text, one.paragraph.base)
        by_bidi = levels(one.paragraph.text, one.paragraph.base)
        assert as_shown(one.paragraph.text, by_icu) == as_shown(one.paragraph.text, by_bidi), one.paragraph.text
        number = len(list(order.lines(one)))
        lines += number
        both += number * (len({level % 2 for level in by_icu}) > 1)
    return lines, both


def test_every_line_of_the_samples_stands_as_the_algorithm_says(tiny: Built) -> None:
    data, language = tiny.pdf.read_bytes(), tiny.booklet.meta.language
    assert proved(data, tiny.sections, language) == []
    lines, both = counted(list(matched(data, tiny.sections, language)))
    print(f"\n{language}: {lines} lines, {both} of them in paragraphs of two directions")
    assert lines > 80


def test_every_line_of_the_built_in_booklet(built_in: Built) -> None:
    data = built_in.pdf.read_bytes()
    assert proved(data, built_in.sections, "ar") == []
    lines, both = counted(list(matched(data, built_in.sections, "ar")))
    print(f"\nbuilt-in: {lines} lines, {both} of them in paragraphs of two directions")
    assert (lines > 800, both > 150) == (True, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_mixed_paragraphs(language: str, tmp_path: Path) -> None:
    """Paragraphs hypothesis makes, many to a book; it shrinks nothing, since each trial sets a book."""
    total = [0, 0, 0]

    @given(st.lists(mixed.paragraphs(language), min_size=25, max_size=25))
    @settings(max_examples=3, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None)
    def check(texts: list[str]) -> None:
        total[2] += 1
        done = mixed.made(mixed.write(tmp_path / str(total[2]), language, [texts], mixed.AS_TYPED))
        told = proved(done.data, done.sections, language)
        assert told == []
        lines, both = counted(list(matched(done.data, done.sections, language)))
        total[0] += lines
        total[1] += both

    check()
    print(f"\n{language}: {total[0]} lines of mixed paragraphs, {total[1]} of them in paragraphs of two directions")
    assert total[1] > 30


@given(st.text("اب گ abc 12 ٣٤ ۵٪ +-/.,:()[]«»\u2066\u2067\u2069", max_size=40), st.sampled_from(["rtl", "ltr"]))
def test_icu_and_python_bidi_agree(text: str, base: Direction) -> None:
    assert as_shown(text, levels_by_icu(text, base)) == as_shown(text, levels(text, base))


def test_a_line_that_lost_its_order_is_seen(built_in: Built) -> None:
    """The control: two neighbouring stretches of every line change places on the page; most lines turn red."""
    with pikepdf.open(built_in.pdf) as pdf:
        found = Matching(
            [p for p in paragraphs.of(built_in.sections, "rtl") if not p.note],
            [leaf for leaf in Reader(pdf).leaves() if not leaf.note],
        ).found
    lines = [(one.paragraph, line) for one in found for line in order.lines(one) if len(line) > 1]
    red = 0
    for paragraph, line in lines:
        first, second = (order.by_eye([placed]) for placed in line[:2])
        shown = order.by_eye(line)
        assert order.same(order.by_algorithm(paragraph, line), shown)
        swapped = [*first, *second, *order.by_eye(line[2:])]
        red += not order.same(order.by_algorithm(paragraph, line), swapped)
    assert len(lines) > 50
    assert red > len(lines) * 0.8


class _Shown:
    """What matching asks of a leaf."""

    def __init__(self, text: str) -> None:
        self.text, self.kinds, self.head = text, ("/P",), None


@pytest.mark.parametrize("number", ["١١٩", "١٩١", "٦"])
def test_a_page_number_is_not_taken_for_the_beginning_of_a_year(number: str) -> None:
    leaves: list[Any] = [_Shown("انظر"), _Shown(number), _Shown("١٩١٦")]
    texts = [order.Paragraph("a", "p", "rtl", text="انظر"), order.Paragraph("b", "th", "rtl", text="١٩١٦")]
    matching = Matching(texts, leaves)
    assert matching.lost is None
    assert [len(found.placed) for found in matching.found] == [1, 1]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_numbers_side_by_side_are_proved_wherever_a_line_ends(language: str, tmp_path: Path) -> None:
    """Of two numbers that only a space parts, one may end its line; it is not the beginning of a longer one."""
    years = " ".join(str(n) for n in range(1900, 1990))
    done = mixed.made(mixed.write(tmp_path / "book", language, [[f"{mixed.WORDS[language][0]} {years}."]]))
    assert proved(done.data, done.sections, language) == []


SIGNED = {
    "ar": "the quick (brown) fox, “jumps” over: lazy! dog C++ end. ok; so …".split(),
    "en": "كتاب «قلم» (ورق) في، من! على: ؟ ١٩٧٩ 1979 …".split(),
}


def unmarked(language: str, random: Random) -> str:
    """Phrases of the other direction, full of signs, that nobody marked."""
    said: list[str] = []
    for _ in range(12):
        said += [random.choice(mixed.WORDS[language]), *random.choices(SIGNED[language], k=random.randint(2, 12))]
    return " ".join(said)


@pytest.mark.parametrize("language", SIGNED)
def test_signs_where_a_line_ends_inside_an_unmarked_phrase(language: str, tmp_path: Path) -> None:
    random = Random(1)
    done = mixed.made(mixed.write(tmp_path / "book", language, [[unmarked(language, random) for _ in range(30)]]))
    assert proved(done.data, done.sections, language) == []


def test_the_engine_would_misplace_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: without the wrappers of html/runs.py, signs stand on the wrong side, and the build is refused."""
    random = Random(1)
    monkeypatch.setattr(runs, "_may_be_cut", lambda _: False)
    done = mixed.made(mixed.write(tmp_path / "book", "en", [[unmarked("en", random) for _ in range(10)]]))
    assert {fault.code for fault in proved(done.data, done.sections, "en")} == {"K521"}
