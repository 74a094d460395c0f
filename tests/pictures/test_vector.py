"""Drawings: what size they say, and how much they draw."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from report.pictures import vector

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ("", None), ('width="10" height="20"', (10, 20)), ('viewBox="0 0 3 4"', (3, 4)), ('width="100%"', None),
        ('width="6" viewBox="0,0,3,4"', (6, 8)), ('height="8px" viewBox="0 0 3 4"', (6, 8)),
        ('width="1in" height="72pt"', (96, 96)), ('width="1e9" height="-5"', (1e9, -5)), ('width="nan" height="2"', None),
        ('width="100%" height="100%" viewBox="0 0 3 4"', (3, 4)), ('width="5" viewBox="0 0 0 0"', None),
    ],
)  # fmt: skip
def test_the_size_a_drawing_says_it_has(attributes: str, size: tuple[float, float] | None) -> None:
    assert vector.size(ET.fromstring(SVG.format(attributes, ""))) == size


@pytest.mark.parametrize("box", ["", 'viewBox="0 0 200 100"'])
def test_an_enormous_drawing_is_brought_down_whole(box: str) -> None:
    data = SVG.format(f'width="1000000" height="500000" {box}', "<g/>").encode()
    root = ET.fromstring(vector.held(data))
    assert (root.get("width"), root.get("height")) == ("4000", "2000")
    assert root.get("viewBox") == ("0 0 200 100" if box else "0 0 1e+06 500000")


@pytest.mark.parametrize(
    "data",
    [b"", b"<svg", SVG.format('width="9" height="9"', "").encode(), SVG.format('viewBox="0 0 99999 9"', "").encode()],
)
def test_others_are_left_as_they_are(data: bytes) -> None:
    assert vector.held(data) is data


def test_what_is_drawn_again_is_counted_again() -> None:
    uses = '<g id="a"><path/><path/></g><g id="b"><use href="#a"/><use xlink:href="#a"/></g>'
    assert vector.drawn(ET.fromstring(SVG.format("", uses))) == 1 + 3 + 3 + 2 * 3
    chain = '<g id="a0"/>' + "".join(f'<g id="a{i}">' + f'<use href="#a{i - 1}"/>' * 9 + "</g>" for i in range(1, 30))
    assert vector.drawn(ET.fromstring(SVG.format("", chain))) == vector.MOST_DRAWN


@pytest.mark.parametrize(
    "circle", ['<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', '<g id="a"><use href="#a"/></g>']
)
def test_a_circle_is_too_much(circle: str) -> None:
    assert vector.drawn(ET.fromstring(SVG.format("", circle))) == vector.MOST_DRAWN
