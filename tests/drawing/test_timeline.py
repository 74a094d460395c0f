"""The drawing of a timeline: a shape for each category, hollow where a date is in doubt, digits and sides of the language."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from report.apparatus.timeline import Item, plan
from report.drawing import Unset, faces
from report.drawing.timeline import SHAPES, Drawing, Hand, Mark, measured, wrapped
from report.script.languages import Direction

COLOURS = {"paper": "#ffffff", "ink": "#111111", "quiet": "#555555", "accent": "#1d4b46", "rule": "#999999"}
WIDTH = 100.0


def hand(direction: Direction = "rtl", said: list[int] | None = None) -> Hand:
    def year(number: int) -> str:
        if said is not None:
            said.append(number)
        return str(number)

    return Hand(faces(["Amiri"]), 3.0, 4.2, direction, "ar", COLOURS, lambda month, _: str(month), year)


def drawn(days: list[int], marks: list[Mark], using: Hand) -> ET.Element:
    made = plan([Item(day, day, *measured(m.lines, using)) for day, m in zip(days, marks, strict=True)], WIDTH)
    return ET.fromstring(Drawing(using, WIDTH).svg(made, made.rows, marks, ()))


def shapes(svg: ET.Element) -> list[ET.Element]:
    return [e for e in svg.iter() if e.get("stroke-width") == "0.25" and e.get("fill") != "none"]


def filled(svg: ET.Element) -> list[str | None]:
    """Colours of the shapes, in order."""
    return [shape.get("fill") for shape in shapes(svg)]


def test_each_category_has_a_shape_of_its_own() -> None:
    made: set[str] = set()
    for number in range(SHAPES):
        (shape,) = shapes(drawn([722_000], [Mark(("حدث",), number, False, False)], hand()))
        made.add(shape.get("d", shape.tag))
    assert len(made) == SHAPES


def test_a_date_in_doubt_is_hollow() -> None:
    marks = [Mark(("حدث",), 0, doubt, False) for doubt in (False, True)]
    assert filled(drawn([722_000, 722_100], marks, hand())) == [COLOURS["accent"], COLOURS["paper"]]


def test_every_stretch_says_a_year() -> None:
    said: list[int] = []
    days = [700_000, 700_030, 700_060, 720_000, 720_020]
    drawn(days, [Mark(("حدث",), 0, False, False)] * 5, hand(said=said))
    assert {1917, 1972} <= set(said)


def test_lines_break_at_words_alone() -> None:
    lines = wrapped("فشل محاولة إنقاذ الرهائن", 20, hand())
    assert " ".join(lines) == "فشل محاولة إنقاذ الرهائن"
    assert len(lines) > 1
    assert all(hand().wide(line) <= 20 for line in lines)


def test_letters_of_no_face_are_told() -> None:
    with pytest.raises(Unset):
        measured(["\U00010380"], hand())
