"""Drawings with text: what is drawn, what is kept, what cannot be; and that both outputs get the outlines."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from report import drawing, fonts, theme
from report.drawing import Hand, outlined
from report.drawing.styles import length
from report.epub.shelf import Shelf
from report.fault import Place

HAND = Hand("'Amiri', 'Crimson Pro'")
SVG = "{http://www.w3.org/2000/svg}"
AMIRI = drawing.faces(["Amiri"])


def picture(body: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">{body}</svg>'.encode()


def paths(body: str, hand: Hand = HAND) -> list[str]:
    """The path data of a drawing that can be set."""
    data, unfit = outlined(picture(body), hand)
    assert not unfit
    root = ET.fromstring(data)
    assert not list(root.iter(f"{SVG}text"))
    return [path.get("d", "") for path in root.iter(f"{SVG}path")]


def reasons(body: str) -> list[tuple[str, str]]:
    return [(unfit.reason, unfit.what) for unfit in outlined(picture(body), HAND)[1]]


def test_a_text_is_the_label_of_its_attributes() -> None:
    for anchor in ("start", "middle", "end"):
        text = f'<text x="200" y="40" font-size="20" direction="rtl" text-anchor="{anchor}">عام 1979 (Argo)</text>'
        assert paths(text) == [drawing.outline("عام 1979 (Argo)", 200, 40, 20, AMIRI, anchor, "rtl", "und")]


@pytest.mark.parametrize(
    "body",
    [
        '<text x="9" y="40" style="font-size:15pt; font-weight: bold">سلام</text>',
        '<g font-size="20"><text x="9" y="40" font-weight="700">سلام</text></g>',
        '<style>.big { font-size: 20px } /* x */ text, a { font-weight: bold }</style><text class="big" x="9" y="40">سلام</text>',
        '<style>#t { font: x; font-size: 20px }</style><text id="t" x="9" y="40" style="font-weight:bold">سلام</text>',
        '<g font-size="10"><text x="9" y="40" font-size="200%" font-weight="bolder"> \n سلام\t</text></g>',
        '<text><tspan x="9" y="40" font-size="2em" style="font-size:20px;font-weight:bold">سلام</tspan></text>',
    ],
)  # fmt: skip
def test_size_weight_and_place_are_read_wherever_they_stand(body: str) -> None:
    bold = drawing.faces(["Amiri"], 700)
    assert paths(body) == [drawing.outline("سلام", 9, 40, 20, bold, "start", "ltr", "und")]


def test_one_order_for_a_line_of_several_tspans() -> None:
    """The pieces lie as the whole line would: together they are its outline."""
    whole = paths('<text x="300" y="40" direction="rtl">عام (Argo) ثورة 12</text>')
    parts = paths(
        '<text x="300" y="40" direction="rtl">عام <tspan fill="red">(Argo) ثو</tspan>رة <tspan>12</tspan></text>'
    )
    assert len(parts) == 4
    strokes = [sorted(re.findall(r"M[^M]*", "".join(drawn))) for drawn in (whole, parts)]
    assert strokes[0] == strokes[1]


def test_lines_begin_where_a_tspan_says() -> None:
    two = paths(
        '<text direction="rtl" font-size="20"><tspan x="90" y="20">سلام</tspan> <tspan x="90" dy="30">عليكم</tspan></text>'
    )
    assert two == [
        drawing.outline("سلام", 90, 20, 20, AMIRI, "start", "rtl", "und"),
        drawing.outline("عليكم", 90, 50, 20, AMIRI, "start", "rtl", "und"),
    ]


def test_families_of_the_picture_come_first_and_others_fall_back() -> None:
    vazir = drawing.faces(["Vazirmatn"])
    assert paths('<text y="9" font-family="\'Vazirmatn\', serif">سلام</text>') == [
        drawing.outline("سلام", 0, 9, 16, vazir, "start", "ltr", "und")
    ]
    assert paths('<text y="9" font-family="Helvetica">سلام</text>') == paths('<text y="9">سلام</text>')


def test_words_fill_transform_and_ids_are_kept() -> None:
    body = '<style>text { fill: #063 }</style><text id="t" transform="rotate(9)" y="9"><title>x</title>سلام '
    body += '<tspan fill="red">12</tspan></text>'
    root = ET.fromstring(outlined(picture(body), HAND)[0])
    group = root.find(f"{SVG}g")
    assert group is not None
    assert (group.get("id"), group.get("transform"), group.get("fill")) == ("t", "rotate(9)", "#063")
    assert group.findtext(f"{SVG}title") == "سلام 12"
    assert [path.get("fill") for path in group.iter(f"{SVG}path")] == [None, "red"]


def test_a_drawing_without_text_is_left_as_it_is() -> None:
    data = picture("<title>سلام</title><path d='M0 0h9'/>")
    assert outlined(data, HAND) == (data, ())


def test_the_same_drawing_gives_the_same_bytes_and_is_drawn_once() -> None:
    data = picture('<text y="9">سلام</text>')
    made = outlined.__wrapped__(data, HAND)
    assert made == outlined.__wrapped__(data, HAND)
    assert outlined(made[0], HAND)[0] == made[0]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ('<text><textPath href="#p">سلام</textPath></text>', [("element", "textPath")]),
        ("<foreignObject><p>سلام</p></foreignObject>", [("element", "foreignObject")]),
        ("<foreignObject/><text>س</text>", []),
        ('<text writing-mode="tb">س</text>', [("vertical", "text")]),
        ('<g style="writing-mode: vertical-rl"><text>س</text></g>', [("vertical", "text")]),
        ('<text rotate="9">س</text>', [("letters", "text")]),
        ('<text><tspan dx="1 2">س</tspan></text>', [("letters", "tspan")]),
        ("<style>g text { font-size: 9px }</style><text>س</text>", [("style", "g text")]),
        ("<style>g path { fill: red }</style><text>س</text>", []),
        ("<text>漢س</text>", [("glyph", "漢")]),
    ],
)
def test_what_cannot_be_set_is_told(body: str, wanted: list[tuple[str, str]]) -> None:
    assert reasons(body) == wanted


@pytest.mark.parametrize(
    ("written", "wanted"),
    [("12", 12), ("-1.5px", -1.5), ("12pt", 16), ("1in", 96), (".5em", 10), ("1e1", 10), ("9furlong", 0), ("x", 0)],
)
def test_lengths(written: str, wanted: float) -> None:
    assert length(written, 20) == pytest.approx(wanted)


def test_both_outputs_open_the_outlines(tmp_path: Path) -> None:
    from report.pdf.fetcher import Fetcher

    data = picture('<text y="9">سلام</text>')
    (tmp_path / "x.svg").write_bytes(data)
    naskh = theme.load("naskh", "ar", tmp_path, Place("booklet.yaml"))
    wanted = outlined(data, Hand(naskh.token("body-face"), fonts.own(naskh.font_folders)))[0]
    assert b"<path" in wanted
    assert Fetcher(tmp_path, naskh).fetch("booklet:x.svg").read() == wanted
    shelf = Shelf(tmp_path, naskh)
    shelf.take("x.svg", Place("one.md"))
    assert [item.data for item in shelf.items.values()] == [wanted]
