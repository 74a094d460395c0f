"""The drawing of a timeline: a shape for each category, hollow where a date is in doubt, digits and sides of the language."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from report import assets
from report.apparatus.timeline import Item, plan
from report.drawing import Unset, faces
from report.drawing.timeline import NO_KIND, SHAPES, Drawing, Hand, Mark, measured, wrapped
from report.script import durations
from report.script.languages import Direction

COLOURS = {"paper": "#ffffff", "ink": "#111111", "quiet": "#555555", "accent": "#1d4b46", "rule": "#999999"}
WIDTH = 100.0


def hand(direction: Direction = "rtl", said: list[int] | None = None, left_out: list[float] | None = None) -> Hand:
    def year(number: int) -> str:
        if said is not None:
            said.append(number)
        return str(number)

    def time(days: float) -> str:
        if left_out is not None:
            left_out.append(days)
        return durations.rough(days, "latin", "ar")

    return Hand(faces(["Amiri"]), 3.0, 4.2, direction, "ar", COLOURS, lambda month, _: str(month), year, time)


def drawn(days: list[int], marks: list[Mark], using: Hand) -> ET.Element:
    made = plan([Item(day, day, *measured(m.lines, using)) for day, m in zip(days, marks, strict=True)], WIDTH)
    return ET.fromstring(Drawing(using, WIDTH).svg(made, made.rows, marks, ()))


def shapes(svg: ET.Element) -> list[ET.Element]:
    return [e for e in svg.iter() if e.get("stroke-width") == "0.25" and e.get("fill") != "none"]


def filled(svg: ET.Element) -> list[str | None]:
    """Colours of the shapes, in order."""
    return [shape.get("fill") for shape in shapes(svg)]


def test_each_category_has_a_shape_of_its_own() -> None:
    made: set[tuple[str, bool]] = set()
    for number in range(SHAPES):
        svg = drawn([722_000], [Mark(("حدث",), number, False, False)], hand())
        (shape,) = shapes(svg)
        made.add((shape.get("d", shape.tag), any(e.get("r") == "0.42" for e in svg.iter())))
    assert len(made) == SHAPES
    assert not shapes(drawn([722_000], [Mark(("حدث",), NO_KIND, False, False)], hand()))


def test_a_date_in_doubt_is_hollow() -> None:
    marks = [Mark(("حدث",), 0, doubt, False) for doubt in (False, True)]
    assert filled(drawn([722_000, 722_100], marks, hand())) == [COLOURS["accent"], COLOURS["paper"]]


def test_every_stretch_says_a_year() -> None:
    said: list[int] = []
    days = [700_000, 700_030, 700_060, 720_000, 720_020]
    drawn(days, [Mark(("حدث",), 0, False, False)] * 5, hand(said=said))
    assert {1917, 1972} <= set(said)


def test_every_break_says_what_it_leaves_out() -> None:
    left_out: list[float] = []
    days = [700_000, 700_030, 700_060, 720_000, 720_020]
    drawn(days, [Mark(("حدث",), 0, False, False)] * 5, hand(left_out=left_out))
    (skipped,) = left_out
    assert durations.rough(skipped, "latin", "ar") == durations.rough(720_000 - 700_060, "latin", "ar") == "55 سنة"


@pytest.mark.parametrize(("open", "left"), [(1, True), (-1, False)])
def test_an_open_end_is_an_arrow_with_the_time_or_against_it(open: int, *, left: bool) -> None:
    """Time runs to the left: what has no known end points there."""
    plain, marked = (
        drawn([722_000, 722_100], [Mark(("حدث",), 0, False, False, o), Mark(("حدث",), 0, False, False)], hand())
        for o in (0, open)
    )
    more = {e.get("d", "") for e in marked.iter()} - {e.get("d", "") for e in plain.iter()}
    (shaft, *points) = sorted(more, key=lambda d: -abs(float(d[1:].split()[0]) - float(d.split("L")[1].split()[0])))
    assert len(points) == 2
    start, tip = float(shaft[1:].split()[0]), float(shaft.split("L")[1].split()[0])
    assert (tip < start) is left
    assert 0 <= tip <= WIDTH
    assert {float(d.split("L")[1].split()[0]) for d in points} == {tip}


def test_the_shapes_of_the_theme_are_those_of_the_drawing() -> None:
    """The table says a category with the shape that the timeline has for it."""
    for number in range(SHAPES):
        (shape,) = shapes(drawn([722_000], [Mark(("حدث",), number, False, False)], hand()))
        picture, *hole = ET.parse(assets.styles() / "naskh" / f"shape-{number}.svg").getroot()
        assert bool(hole) == (number >= 6)
        assert picture.tag == shape.tag
        assert outline(picture) == pytest.approx(outline(shape), abs=2e-3)


def outline(shape: ET.Element) -> list[float]:
    """Corners of a shape from its first, or the radius of a circle."""
    if shape.get("r"):
        return [float(shape.get("r", ""))]
    found = [float(n) for n in re.findall(r"[\d.]+", shape.get("d", ""))]
    return [n - found[at % 2] for at, n in enumerate(found)]


def test_lines_break_at_words_alone() -> None:
    lines = wrapped("فشل محاولة إنقاذ الرهائن", 20, hand())
    assert " ".join(lines) == "فشل محاولة إنقاذ الرهائن"
    assert len(lines) > 1
    assert all(hand().wide(line) <= 20 for line in lines)


def test_letters_of_no_face_are_told() -> None:
    with pytest.raises(Unset):
        measured(["\U00010380"], hand())


def test_a_bar_in_doubt_is_an_outline() -> None:
    """Not ground over a bar: a reader's page may have any colour."""
    made = plan([Item(722_000, 722_090, *measured(("حدث",), hand()))], WIDTH)
    svg = ET.fromstring(Drawing(hand(), WIDTH).svg(made, made.rows, [Mark(("حدث",), 0, True, True)], ()))
    ground, bar = svg.iter("{http://www.w3.org/2000/svg}rect")
    assert ground.get("fill") == COLOURS["paper"]
    assert (bar.get("fill"), bar.get("stroke")) == ("none", COLOURS["accent"])
    assert float(bar.get("width", "0")) > 1
