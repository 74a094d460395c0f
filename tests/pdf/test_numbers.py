"""Numbers with signs and note calls on a printed page: where their glyphs stand."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from conftest import TOP

from report import assets, theme
from report.build import read
from report.fault import Place
from report.html.pen import Pen
from report.labels import labels
from report.pdf import faces, paper
from report.script import languages, tokens

faces.use([assets.fonts()])

import weasyprint  # noqa: E402  (after the private fontconfig)

from report.pdf import engine  # noqa: E402

P = Place("a.md", 1, 1)
PAGE = """<html lang="{0}" dir="{1}"><head><title>t</title><style>@page {{ size: 400px 300px; margin: 30px }}
body {{ font: 16px Amiri, 'Crimson Pro'; margin: 0 }} .unbroken {{ white-space: nowrap }}
.footnote {{ float: footnote }} .footnote::footnote-call {{ font-size: .78em; vertical-align: super; line-height: 0 }}
</style></head><body>{2}</body></html>"""
SAMPLES = ["12%", "€12.3", "37.5°", "1979-1981", "1979–1981", "+966 11 123 4567", "4-11-1979", "5 kg"]
PLACES = ["{}", "كلمة {} ثم", "من NASA {} ثم", "({})"]
DIRECTIONS = {"ar": "rtl", "fa": "rtl", "he": "rtl", "en": "ltr"}


def pen(language: str, style: str) -> Pen:
    made, faults = read(TOP / "tests" / "booklets" / language, language)
    assert made is not None, faults
    return Pen(replace(made, meta=replace(made.meta, digits=style)), labels(language), "s", made.chapters[0])


def printed(language: str, body: str) -> bytes:
    engine.correct()
    return weasyprint.HTML(string=PAGE.format(language, DIRECTIONS[language], body)).write_pdf(pdf_variant="pdf/ua-1")


def glyphs(data: bytes) -> list[list[tuple[str, float, float]]]:
    """Lines from top to bottom; in each, character, left edge and bottom (pt), from left to right; spaces left out."""
    with pypdfium2.PdfDocument(data) as document:
        text = document[0].get_textpage()
        boxes = [(text.get_text_range(i, 1), *text.get_charbox(i, loose=True)[:2]) for i in range(text.count_chars())]
        height = document[0].get_height()
    lines: dict[int, list[tuple[str, float, float]]] = {}
    for character, left, bottom in boxes:
        if character.strip():
            lines.setdefault(round((height - bottom) / 24), []).append((character, left, bottom))
    return [sorted(lines[n], key=lambda box: box[1]) for n in sorted(lines)]


def numeric(line: list[tuple[str, float, float]], signs: str) -> str:
    return "".join(character for character, _, _ in line if character in signs)


@pytest.mark.parametrize(
    ("language", "style"), [("ar", "arabic-indic"), ("ar", "latin"), ("fa", "extended"), ("he", "latin")]
)
def test_a_datum_has_one_order_on_the_page(language: str, style: str) -> None:
    writer = pen(language, style)
    for sample in SAMPLES:
        signs = set(writer.plain(sample)) - {" "}
        found = set()
        for place in PLACES:
            body = f"<p>{writer.text(place.format(sample))}</p>"
            (line,) = glyphs(printed(language, body))
            found.add(numeric(line, "".join(signs)))
        (datum,) = tokens.find(writer.plain(sample))
        way = tokens.direction(datum, languages.find(language))
        wanted = "".join(datum.text[i] for i in tokens.sequence(datum.text, way)).replace(" ", "")
        assert found == {wanted}, sample


CALLS = [
    ("ar", "arabic-indic", "سنة ١٩٨١"), ("ar", "arabic-indic", "سنة ١٩٨١."), ("ar", "latin", "سنة 1981."),
    ("fa", "extended", "سال ۱۹۸۱."), ("he", "latin", "שנת 1981."), ("he", "latin", "שנת 1981"),
    ("en", "latin", "in 1981."), ("en", "latin", "in 1981"),
]  # fmt: skip


def with_call(language: str, style: str, text: str, rules: str) -> bytes:
    body = f'<style>{rules}</style><p>{text}<span class="footnote">א</span> ב</p>'
    return printed(language, body)


def call_rule(language: str, style: str) -> str:
    writer = pen(language, style)
    css = paper.rules(writer.booklet.meta, theme.load("naskh", language, writer.booklet.root, P))
    (rule,) = (line for line in css.splitlines() if line.startswith("::footnote-call"))
    return rule


def copied(data: bytes, tmp_path: Path) -> str:
    """The first line as poppler reads it."""
    path = tmp_path / "page.pdf"
    path.write_bytes(data)
    said = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return said.splitlines()[0]


JOINED = re.compile(r"\d{5}|\d[.,٫،]\d")


@pytest.mark.parametrize(("language", "style", "text"), CALLS)
def test_a_call_after_a_number_is_no_part_of_it(language: str, style: str, text: str, tmp_path: Path) -> None:
    data = with_call(language, style, text, call_rule(language, style))
    line = [box for box in glyphs(data)[0] if box[0].isdigit()]
    raised = [n for n, (_, _, bottom) in enumerate(line) if bottom > min(b for _, _, b in line) + 3]
    assert raised == ([4] if language == "en" else [0])  # the call follows in reading direction, raised
    assert not JOINED.search(copied(data, tmp_path))


def test_probe_without_the_space_they_are_one_number(tmp_path: Path) -> None:
    data = with_call("ar", "latin", "سنة 1981.", "")
    assert JOINED.search(copied(data, tmp_path))


@pytest.mark.parametrize("sample", ["+966 11 123 4567", "5 kg"])
def test_short_data_are_not_broken_at_a_line_s_end(sample: str) -> None:
    """Rows L16 and A7: whatever stands before, the datum is on one line; without its class it would be cut."""
    from report.model import Text

    writer = pen("ar", "latin")
    cut = 0
    for letters in range(16, 30):
        body = str(writer.line((Text(f"كلمة كلمة كلمة {'ك' * letters} {sample} ثم كلمات أخرى بعده", P),)))
        bodies = (body, body.replace("unbroken", "broken"))
        held, loose = (len(with_digits(printed("ar", f"<p>{b}</p>"))) for b in bodies)
        assert held == 1, letters
        cut += loose > 1
    assert cut


def with_digits(data: bytes) -> list[str]:
    """The lines of the page that hold a part of the datum."""
    lines = ["".join(character for character, _, _ in line) for line in glyphs(data)]
    return [line for line in lines if re.search(r"[0-9a-z]", line)]
