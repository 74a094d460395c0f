"""Outlined lines against the same lines set by Pango, pixel by pixel; order and joining against independent oracles."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

import pytest
from bidi import get_display
from PIL import Image, ImageChops

from report import assets, drawing
from report.drawing.shaping import Shaped, Span
from report.drawing.shaping import shape as shape_spans
from report.fonts import Face
from report.pdf import faces
from report.script.languages import Direction

faces.use([assets.fonts()])

import weasyprint  # noqa: E402  (after the private fontconfig)

SIZE, DOTS = 40, 4


def shape(text: str, hand: tuple[Face, ...], direction: Direction, language: str) -> Shaped:
    return shape_spans(text, (Span(len(text), hand, 1),), direction, language)


LINES = {
    "naskh": ("Amiri", "ar", "الثورة الإسلامية، لا إله إلا الله", 400),
    "vocalised": ("Amiri", "ar", "مُحَمَّدٌ كَتَبَ السَّلَامَ عَلَيْكُمْ ﷺ", 400),
    "bold": ("Amiri", "ar", "حصار السفارة (٤٤٤ يومًا)", 700),
    "mixed": ("Amiri", "ar", "عام 1979 (Argo)", 400),
    "persian": ("Vazirmatn", "fa", "می‌خواهم به کتابخانه بروم ۱۳۵۸", 400),
    "nastaliq": ("Noto Nastaliq Urdu", "ur", "یرغمالیوں کا پاکستان", 400),
    "hebrew": ("Frank Ruhl Libre", "he", "בְּרֵאשִׁית בָּרָא (שלום)", 400),
    "latin": ("Crimson Pro", "en", "AVATAR Type office fi — “Wave”", 400),
}


def page(body: str) -> str:
    return f"<html><style>@page {{ size: 900px 200px; margin: 0 }} body, p {{ margin: 0 }}</style><body>{body}</body></html>"


def picture(document: Any) -> Image.Image:
    import pypdfium2

    with pypdfium2.PdfDocument(document.write_pdf()) as pdf:
        return pdf[0].render(scale=DOTS).to_pil().convert("L")


def pango(text: str, family: str, weight: int, language: str, direction: str) -> tuple[Image.Image, Any]:
    """The line set as HTML, and its text box."""
    style = f"font: {weight} {SIZE}px/3 '{family}'; padding: 20px 50px; direction: {direction}"
    document = weasyprint.HTML(string=page(f'<p lang="{language}" style="{style}">{text}</p>')).render()
    boxes = [b for b in document.pages[0]._page_box.descendants() if type(b).__name__ == "TextBox"]
    assert len(boxes) == 1
    return picture(document), boxes[0]


def outlined(path: str) -> Image.Image:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="200" viewBox="0 0 900 200">{path}</svg>'
    return picture(weasyprint.HTML(string=page(svg)).render())


def differing(one: Image.Image, other: Image.Image) -> float:
    """Points black in one and white in the other, as a part of the black points."""
    ink = _count(one.point(lambda v: 255 * (v < 128)))
    assert ink > 1000  # there is something to see
    return _count(ImageChops.difference(one, other).point(lambda v: 255 * (v > 128))) / ink


def _count(mask: Image.Image) -> int:
    return mask.histogram()[255]


@pytest.mark.parametrize("name", LINES)
def test_outlines_look_as_pango_sets_the_line(name: str) -> None:
    family, language, text, weight = LINES[name]
    direction: Direction = "ltr" if language == "en" else "rtl"
    wanted, box = pango(text, family, weight, language, direction)
    hand = drawing.faces([family], weight)
    assert drawing.width(text, SIZE, hand, direction, language) == pytest.approx(box.width, abs=0.05)
    x = box.position_x + (box.width if direction == "rtl" else 0)
    path = drawing.label(text, x, box.position_y + box.baseline, SIZE, hand, "start", direction, language)
    assert differing(wanted, outlined(path)) < 0.035  # a PDF holds advances in whole thousandths of an em


def test_the_comparison_tells_a_wrong_line() -> None:
    """Letters unjoined, or set a point aside, are told at once."""
    hand = drawing.faces(["Amiri"])
    right = outlined(drawing.label("سلام", 300, 90, SIZE, hand))
    assert differing(right, outlined(drawing.label("س\u200cل\u200cا\u200cم", 300, 90, SIZE, hand))) > 0.3
    assert differing(right, outlined(drawing.label("سلام", 301, 90, SIZE, hand))) > 0.1


def glyph_order(text: str, direction: Direction) -> str:
    """The line's letters from left to right, each told by the glyph its lone form has."""
    hand = drawing.faces(["Noto Sans Mono"])  # one glyph to a letter, none joined
    line = shape(text, hand, direction, "en")
    names = {c: shape(c, hand, "ltr", "en").glyphs[0].number for c in dict.fromkeys(text + "()[]")}
    back = {number: c for c, number in names.items()}
    return "".join(back[glyph.number] for glyph in line.glyphs)


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
@pytest.mark.parametrize("text", ["abc (12) [x]", "12-34, 5%", "a. (b)", "12 (a)b]"])
def test_order_is_that_of_python_bidi(text: str, direction: Direction) -> None:
    unturned = str.maketrans("()[]", "||!!")  # python-bidi leaves the turning of brackets to who draws them
    wanted = get_display(text, base_dir="R" if direction == "rtl" else "L")
    assert glyph_order(text, direction).translate(unturned) == wanted.translate(unturned)


def test_brackets_turn_with_the_level_they_stand_in() -> None:
    assert glyph_order("12 (a)b]", "rtl") == "[b(a) 12"
    assert glyph_order("12 (a)b]", "ltr") == "12 (a)b]"


@pytest.mark.parametrize("text", ["عام 1979 (Argo)", "(شلوم) Argo", "١٩٧٩–1980 a", "שלום (abc) 12"])
def test_letters_of_each_script_stand_where_python_bidi_puts_them(text: str) -> None:
    """Clusters are lost in a Shaped, so order is told by the faces: Latin from one, all else from another."""
    latin, other = drawing.faces(["Crimson Pro"])[0], drawing.faces(["Amiri"])[0]
    hand = (latin, other, drawing.faces(["Frank Ruhl Libre"])[0])
    seen = ["L" if g.face == latin else "R" for g in shape(text, hand, "rtl", "ar").glyphs]
    shown = get_display(text, base_dir="R")
    assert [k for k, _ in groupby(seen)] == [k for k, _ in groupby(_kinds(shown))]


def _kinds(shown: str) -> list[str]:
    kinds: list[str] = []
    for c in shown:
        kinds.append("L" if c.isascii() and not c.isspace() else (kinds[-1] if c.isspace() and kinds else "R"))
    return kinds


def test_anchor_is_of_the_direction() -> None:
    hand = drawing.faces(["Amiri"])
    width = drawing.width("سلام", 20, hand)
    starts = {
        (anchor, direction): drawing.outline("سلام", 100, 0, 20, hand, anchor, direction)
        for anchor in ("start", "middle", "end") for direction in ("rtl", "ltr")
    }  # fmt: skip
    assert starts["start", "rtl"] == starts["end", "ltr"]
    assert starts["middle", "rtl"] == starts["middle", "ltr"]
    left, right = (_leftmost(starts[key]) for key in (("start", "rtl"), ("start", "ltr")))
    assert right - left == pytest.approx(width, abs=0.01)


def _leftmost(path: str) -> float:
    return min(float(n) for n in re.findall(r"[ML]\s*(-?[\d.]+)", path))


def test_fallback_goes_by_letter_and_what_no_face_has_is_told() -> None:
    hand = drawing.faces(["Crimson Pro"])
    used = [g.face.family for g in shape("Argo سلام", hand, "rtl", "ar").glyphs]
    assert set(used) == {"Crimson Pro", "Amiri"}
    with pytest.raises(drawing.Unset) as unset:
        drawing.width("漢 a 字漢", 10, hand)
    assert unset.value.characters == "漢字"


def test_weight_and_style_choose_the_face() -> None:
    chosen = [drawing.faces(["crimson pro"], weight, style)[0].path.stem for weight, style in
              ((400, "normal"), (600, "normal"), (700, "italic"), (300, "italic"))]  # fmt: skip
    assert chosen == ["CrimsonPro-Regular", "CrimsonPro-Bold", "CrimsonPro-BoldItalic", "CrimsonPro-Italic"]


def test_label_is_one_path_and_keeps_its_attributes_quoted() -> None:
    path = drawing.label("سلام", 0, 0, 10, drawing.faces(["Amiri"]), fill='"<', class_="year", stroke_width="1")
    assert path.startswith('<path d="M')
    assert path.endswith('fill="&quot;&lt;" class="year" stroke-width="1"/>')
    assert drawing.outline("", 0, 0, 10, drawing.faces(["Amiri"])) == ""
