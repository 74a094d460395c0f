"""Sides of right-to-left boxes: what upstream does with each (the probe), and what is so with the correction."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from report import assets
from report.pdf import faces

faces.use([assets.fonts()])

import weasyprint  # noqa: E402  (after the private fontconfig)

from report.pdf import engine  # noqa: E402

WORDS = "منصبه بعد في سبتمبر غزا العراق إيران لتبدأ الحرب الإيرانية دفعت هذه الأحداث الحكومة الإيرانية إلى"
PAGE = """<html lang="ar" dir="rtl"><style>@page {{ size: 300px 200px; margin: 30px }}
body {{ margin: 0; font: 16px Amiri }} p {{ margin: 0; line-height: 24px }} {}</style><body>{}</body></html>"""
LEFT, RIGHT = 30, 270

PAGES = {
    "indent": PAGE.format("p { text-indent: 32px; text-align: justify }", f"<p>{WORDS}"),
    "hanging": PAGE.format("p { text-indent: -16px }", f"<p>{WORDS} <b>قوي</b>"),
    "centred": PAGE.format("p { text-indent: 20px; text-align: center }", "<p>سلام"),
    "at the end": PAGE.format("p { text-indent: 20px; text-align: end }", "<p>سلام <b>قوي</b> كلام"),
    "left to right": PAGE.format("p { text-indent: 20px; direction: ltr }", "<p>Hello"),
    "float": PAGE.format("p::first-letter { float: inline-start }", "<p>Hello there"),
    "span": PAGE.format("p::first-letter { float: right; font-size: 2em }", f"<p>{WORDS}"),
    "hebrew": PAGE.format("p::first-letter { float: inline-end }", "<p>(שלום) לכולם"),
    "initial": PAGE.format("span { float: inline-start; font-size: 32px }", f"<p><span>من</span> {WORDS}"),
    "grid": PAGE.format(
        "div { display: grid; grid-template-columns: 100px 50px 1fr; column-gap: 10px }",
        "<div><i>1</i><i>2</i><i>3</i><i>4</i></div>",
    ),
    "nested": PAGE.format(
        "div { display: grid; grid-template-columns: 120px 1fr } .in { grid-template-columns: 50px 70px }",
        "<div><div class=in><i>1</i><i>2</i></div><i>3</i></div>",
    ),
    "grid of a phrase": PAGE.format(
        "div { display: grid; grid-template-columns: 100px 50px }",
        "<div dir=ltr><i>1</i><i>2</i></div>",
    ),
    "svg": PAGE.format("", "<p>كلمة <svg viewBox='0 0 10 10'><rect width='10' height='10'/></svg>"),
    "auto": PAGE.format("i { display: block; width: 40px; margin-inline: auto }", "<i>x</i>"),
    "auto start": PAGE.format("i { display: block; width: 40px; margin-inline: auto 10px }", "<i>x</i>"),
    "fixed": PAGE.format("i { display: block; width: 40px; margin-inline: 10px }", "<i>x</i>"),
}  # fmt: skip


def places(html: str) -> list[tuple[str, float, float]]:
    """Text and i boxes of the first page: their text, left and right edge in px."""
    found: list[tuple[str, float, float]] = []
    for box in weasyprint.HTML(string=html).render().pages[0]._page_box.descendants():
        if type(box).__name__ == "TextBox" or (type(box).__name__ == "BlockBox" and box.element_tag == "i"):
            left = box.border_box_x()
            found.append((getattr(box, "text", ""), round(left, 1), round(left + box.border_width(), 1)))
    return found


@pytest.fixture(scope="module")
def upstream(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Every page laid out by an engine nobody corrected, in one process of its own; `None` where it stops."""
    source: Path = tmp_path_factory.mktemp("upstream") / "pages.json"
    source.write_text(json.dumps(PAGES), encoding="utf-8")
    code = (
        "import json, sys, importlib.util as u; s = u.spec_from_file_location('t', sys.argv[1]);"
        "t = u.module_from_spec(s); s.loader.exec_module(t); found = {}\n"
        "for name, page in json.load(open(sys.argv[2], encoding='utf-8')).items():\n"
        "    try: found[name] = t.places(page)\n"
        "    except (KeyError, AttributeError): found[name] = None\n"
        "print(json.dumps(found))"
    )
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, __file__, str(source)], check=True, capture_output=True, text=True
    )
    return {name: found and [tuple(box) for box in found] for name, found in json.loads(ran.stdout).items()}


def corrected(name: str) -> list[tuple[str, float, float]]:
    engine.correct()
    return places(PAGES[name])


def test_probe_upstream_indents_the_end(upstream: dict[str, Any]) -> None:
    """If this fails, indent_at_the_start may go."""
    assert upstream["indent"][0][2] == RIGHT
    assert upstream["hanging"][0][2] == RIGHT
    assert upstream["indent"][0][1] == LEFT + 32


def test_first_lines_are_indented_at_the_start(upstream: dict[str, Any]) -> None:
    lines = corrected("indent")
    assert lines[0][1:] == (LEFT, RIGHT - 32)  # justified between the indent and the end
    assert lines[1][1:] == (LEFT, RIGHT)
    assert [text for text, *_ in lines] == [text for text, *_ in upstream["indent"]]


def test_first_lines_hang(upstream: dict[str, Any]) -> None:
    lines = corrected("hanging")
    assert lines[0][2] == RIGHT + 16
    assert lines[1:] == upstream["hanging"][1:]


def test_indent_of_a_centred_line_and_of_one_at_the_end() -> None:
    ((_, left, right),) = corrected("centred")
    assert left - LEFT == pytest.approx(RIGHT - 20 - right, abs=0.2)
    line = corrected("at the end")
    assert min(left for _, left, _ in line) == LEFT


def test_left_to_right_lines_stay_as_they_were(upstream: dict[str, Any]) -> None:
    assert corrected("left to right") == upstream["left to right"]


def test_probe_upstream_stops_at_a_logical_float(upstream: dict[str, Any]) -> None:
    """If this fails, float_to_logical_sides may go."""
    assert upstream["float"] is None


def test_a_float_inside_a_paragraph_takes_the_start_side() -> None:
    (letter, *_), *_ = corrected("float")
    assert letter == "H"
    words = corrected("initial")
    assert words[0][0] == "من"
    assert words[0][2] == RIGHT
    assert words[1][2] == words[0][1]  # the text closes up to it


def test_probe_upstream_tears_letters_from_their_words(upstream: dict[str, Any]) -> None:
    """If this fails, leave_joined_letters_whole may go."""
    assert upstream["span"][0][0] == WORDS[0]


@pytest.mark.parametrize("name", ["span", "hebrew"])
def test_no_letter_is_torn_from_its_word(name: str) -> None:
    assert corrected(name)[0][0].startswith((WORDS[:5], "(שלום"))


def test_probe_upstream_begins_a_grid_on_the_left(upstream: dict[str, Any]) -> None:
    """If this fails, columns_from_the_start may go."""
    assert upstream["grid"][0][1:] == (LEFT, LEFT + 100)


def test_a_grid_begins_at_the_start_side(upstream: dict[str, Any]) -> None:
    cells = [box[1:] for box in corrected("grid") if not box[0]]
    assert cells == [(170, RIGHT), (110, 160), (LEFT, 100), (170, RIGHT)]
    assert [box[2] for box in corrected("grid") if box[0]] == [RIGHT, 160, 100, RIGHT]
    assert corrected("grid of a phrase") == upstream["grid of a phrase"]


def test_a_grid_in_a_grid_is_turned_once() -> None:
    assert [box[1:] for box in corrected("nested") if not box[0]] == [(220, RIGHT), (150, 220), (LEFT, 150)]


def test_probe_upstream_misplaces_blocks_with_auto_margins(upstream: dict[str, Any]) -> None:
    """If this fails, center_blocks may go."""
    assert upstream["svg"] is None
    assert upstream["auto"][0][1:] != (130, 170)


def test_blocks_with_auto_margins_are_centred(upstream: dict[str, Any]) -> None:
    assert corrected("auto")[0][1:] == (130, 170)
    assert corrected("auto start")[0][1:] == (40, 80)
    assert corrected("fixed") == upstream["fixed"]
    assert corrected("svg")


RULED = PAGE.format(
    "div {{ direction: {}; columns: 3; column-gap: 20px; column-rule: 4px solid red; color: white }}".format("rtl"),
    f"<div>{WORDS}</div>",
)


def _red(data: bytes) -> list[float]:
    """The x of every red stroke's left edge, in CSS px."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        picture = document[0].render(scale=4 / 3).to_pil().convert("RGB")
    row = [any(picture.getpixel((x, y)) == (255, 0, 0) for y in range(picture.height)) for x in range(picture.width)]
    return [x for x in range(1, len(row)) if row[x] and not row[x - 1]]


def test_probe_upstream_draws_a_rule_outside_the_columns() -> None:
    """If this fails, rules_between_columns may go."""
    code = (
        "import sys; from report import assets; from report.pdf import faces; faces.use([assets.fonts()]);"
        "import weasyprint; sys.stdout.buffer.write(weasyprint.HTML(string=sys.stdin.read()).write_pdf())"
    )
    ran = subprocess.run([sys.executable, "-c", code], input=RULED.encode(), capture_output=True, check=True)
    assert min(_red(ran.stdout)) < LEFT


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_rules_stand_between_columns(direction: str) -> None:
    engine.correct()
    found = _red(weasyprint.HTML(string=RULED.replace("direction: rtl", f"direction: {direction}")).write_pdf())
    assert found == [pytest.approx(104.7, abs=1.1), pytest.approx(191.3, abs=1.1)]  # columns of 66⅔ px, gaps of 20
