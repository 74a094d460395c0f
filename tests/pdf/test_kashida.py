"""Lines drawn out by tatweels: even spaces, edges at the measure, where no word is drawn out, and a text layer without any."""

from __future__ import annotations

import io
import itertools
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import pypdfium2
import pytest

from report import assets
from report.pdf import faces
from report.verify.letters import letters
from report.verify.pdf_text import Reader

faces.use([assets.fonts()])

import weasyprint  # noqa: E402  (after the private fontconfig)
from weasyprint.formatting_structure import boxes  # noqa: E402
from weasyprint.layout import inline  # noqa: E402
from weasyprint.text import line_break  # noqa: E402

from report.pdf import engine  # noqa: E402
from report.pdf.engine import kashida, tatweel  # noqa: E402

TATWEEL = "\u0640"
STYLE = """@page {{ size: 340px 640px; margin: 30px }} body {{ margin: 0; font: 16px/27px Amiri, 'Crimson Pro' }}
html {{ text-align: justify; --kashida: {} }} p {{ margin: 0 }} h1 {{ font-size: 20px }} h1, code {{ --kashida: none }}
sup {{ line-height: 0; font-size: 10px }}"""
PROSE = (
    "في عام 1979 اقتحم طلاب إيرانيون مبنى السفارة الأمريكية في طهران واحتجزوا اثنين وخمسين دبلوماسيا ومواطنا أمريكيا "
    "رهائن لمدة أربعمئة وأربعة وأربعين يوما، واستمرت الأزمة حتى العشرين من يناير وكانت العلاقات بين الحكومة الإيرانية "
    "والولايات المتحدة قد تدهورت تدهورا شديدا بعد الثورة الإسلامية، ثم توسطت الجزائر بين البلدين فأطلق سراح الرهائن جميعا"
)
MARKED = " ".join(
    f"<b>{w}</b>" if n % 5 == 1 else f'<a href="#x">{w}</a>' if n % 7 == 3 else w for n, w in enumerate(PROSE.split())
).replace("يناير", "يناير<sup>١</sup>")


def page(body: str, longest: str = "0.8em", lang: str = "ar", extra: str = "") -> str:
    style = STYLE.format(longest) + extra
    return (
        f'<html lang="{lang}" dir="rtl"><head><title>t</title><style>{style}</style></head><body>{body}</body></html>'
    )


def laid(body: str, **named: str) -> Any:
    engine.correct()
    return weasyprint.HTML(string=page(body, **named)).render()


def written(body: str, **named: str) -> bytes:
    engine.correct()
    return weasyprint.HTML(string=page(body, **named)).write_pdf(pdf_variant="pdf/ua-1")


def lines(document: Any) -> Iterator[list[Any]]:
    """The text boxes of every line."""
    for sheet in document.pages:
        for box in sheet._page_box.descendants():
            if isinstance(box, boxes.LineBox):
                yield list(kashida.texts_of(box))


def stretched(document: Any) -> list[str]:
    """The words that were drawn out, as they were shaped."""
    found = []
    for line in lines(document):
        for box in line:
            for start, _ in getattr(box.pango_layout, "inserted", ()):
                shaped = box.pango_layout.text.encode()
                before = len(shaped[:start].decode())
                text = shaped.decode()
                found.append(text[text.rfind(" ", 0, before) + 1 :].split(" ")[0])
    return found


def spaces(document: Any) -> list[float]:
    """How many times their natural width the spaces of each justified line are."""
    return [
        1 + line[0].justification_spacing / tatweel.face(line[0].style).space
        for line in lines(document)
        if line and line[0].justification_spacing
    ]


def text(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return Reader(pdf).text()


def picture(data: bytes) -> Any:
    with pypdfium2.PdfDocument(data) as document:
        return document[0].render(scale=6).to_pil().convert("L").point(lambda v: 255 * (v < 128))


def test_probe_upstream_widens_spaces_only(tmp_path: Path) -> None:
    code = (
        "import sys; from report import assets; from report.pdf import faces; faces.use([assets.fonts()]); import weasyprint;"
        "[open(t, 'wb').write(weasyprint.HTML(s, encoding='utf-8').write_pdf()) for s, t in (sys.argv[1:3], sys.argv[3:5])]"
    )
    paths = [tmp_path / name for name in ("with.html", "with.pdf", "without.html", "without.pdf")]
    paths[0].write_text(page(f"<p>{PROSE}</p>"), "utf-8")
    paths[2].write_text(page(f"<p>{PROSE}</p>", "none"), "utf-8")
    subprocess.run([sys.executable, "-c", code, *map(str, paths)], check=True)
    assert picture(paths[1].read_bytes()).tobytes() == picture(paths[3].read_bytes()).tobytes()


def test_words_are_drawn_out_and_spaces_hold() -> None:
    """On a page of a booklet's measure: no space under 0.75 or over 1.6 of its natural width where words can give way."""
    body = f"<p>{PROSE} {PROSE} {PROSE}</p>"
    wide = "@page { size: 460px 640px }"
    plain, drawn = (spaces(laid(body, longest=longest, extra=wide)) for longest in ("none", "0.8em"))
    assert len(plain) == len(drawn) > 12
    assert sum(space > 1.6 for space in plain) > 2
    assert [space for space in drawn if not 0.75 <= space <= 1.6] == []


def test_even_lines_are_left_alone() -> None:
    """What spaces can do evenly they do: a word is drawn out only in a line whose spaces would be wider than EVEN."""
    for plain, line in zip(
        spaces(laid(f"<p>{PROSE}</p>", longest="none")), lines(laid(f"<p>{PROSE}</p>")), strict=False
    ):
        drawn = any(getattr(box.pango_layout, "inserted", ()) for box in line)
        assert not drawn or plain > kashida.EVEN


@pytest.mark.parametrize("body", [PROSE, MARKED], ids=["plain", "marked up"])
def test_lines_end_at_the_measure(body: str) -> None:
    document = laid(f"<p>{body}</p>")
    assert stretched(document)
    found = picture(document.write_pdf())
    inked = [
        found.crop((0, round(4.5 * (30 + 27 * n)), found.width, round(4.5 * (57 + 27 * n)))).getbbox()
        for n in range(12)
    ]
    edges = [(box[0] / 4.5, box[2] / 4.5) for box in inked if box]
    assert len(edges) > 6
    assert all(28.5 <= left <= 33 and 307 <= right <= 311.5 for left, right in edges[:-1]), edges
    assert edges[-1][0] > 35  # the last line is not stretched


def test_boxes_of_a_line_do_not_overlap() -> None:
    document = laid(f"<p>{MARKED}</p>")
    assert len(stretched(document)) > 3
    for line in lines(document):
        row = sorted((b.position_x, b.position_x + b.width) for b in line)
        assert all(abs(b[0] - a[1]) < 0.02 for a, b in itertools.pairwise(row)), row


def test_the_text_is_as_written() -> None:
    for body in (f"<p>{PROSE}</p>", f"<p>{MARKED}</p>", "<p>" + "مُحَمَّدٌ كَتَبَ السَّلامَةَ عَلَيْكُم محــمد " * 12 + "</p>"):
        assert stretched(laid(body))
        assert letters(text(written(body))) == letters("".join(ET.fromstring(f"<body>{body}</body>").itertext()))


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_poppler_finds_the_same_words(tmp_path: Path) -> None:
    found = []
    for longest in ("none", "0.8em"):
        file = tmp_path / f"{longest}.pdf"
        file.write_bytes(written(f"<p>{PROSE}</p>" * 2, longest=longest))
        said = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True).stdout
        found.append(re.split(r"[\s\u202a-\u202c\u200e\u200f،]+", said))
    assert TATWEEL not in "".join(found[1])
    wanted = set(re.split("[ ،]+", PROSE))
    assert len(wanted & set(found[1])) >= len(wanted & set(found[0])) > 0.9 * len(wanted)


def test_a_word_is_drawn_out_once_and_the_name_of_god_never() -> None:
    words = stretched(laid("<p>" + "والله يعلم بالله سبحانه لله الحمد اللهم استجب " * 12 + "</p>", longest="1em"))
    assert words
    assert not [w for w in words if "لله" in w.replace(TATWEEL, "")]
    assert all(len([run for run in w.split(TATWEEL) if run]) == 2 for w in words)


LONG = "السفارة الأمريكية بطهران واستمرت العلاقات الدبلوماسية "


@pytest.mark.parametrize(
    ("body", "named"),
    [
        (f"<h1>{LONG * 6}</h1>", {}),
        (f"<p><code>{LONG * 6}</code></p>", {}),
        (f"<p>{LONG}</p>" * 3, {"extra": "p { width: 2000px }"}),
        (f"<p>{LONG * 6}</p>", {"longest": "none"}),
        (f"<p>{LONG * 6}</p>", {"lang": "en"}),
        (f"<p>{LONG * 6}</p>", {"lang": "ur", "extra": "p { font-family: 'Noto Nastaliq Urdu' }"}),
        (f"<p>{LONG * 6}</p>", {"extra": "p { text-align: start }"}),
        (f"<p>{'The hostage crisis lasted ' * 8}</p>", {}),
        (f"<p>{'ההיסטוריה של העיר הייתה ארוכה ' * 8}</p>", {"lang": "he"}),
        (f"<p>{LONG * 6}</p>", {"extra": "p { letter-spacing: 1px }"}),
    ],
    ids=["heading", "code", "last line", "none", "lang", "nastaliq", "ragged", "latin", "hebrew", "tracked"],
)
def test_where_nothing_is_drawn_out(body: str, named: dict[str, str]) -> None:
    assert stretched(laid(body, **named)) == []


def test_the_same_words_are_drawn_out_where_none_of_that_is_so() -> None:
    assert stretched(laid(f"<p>{LONG * 6}</p>"))
    assert stretched(laid(f"<p>{LONG * 6}</p>", lang="fa"))


@pytest.mark.parametrize("width", range(310, 480, 20))
def test_no_tatweel_stands_under_another(width: int) -> None:
    """Taken from the boxes and the glyphs they are drawn with, not from what the engine remembers."""
    above: list[float] = []
    seen, one = 0, f"@page {{ size: {width}px 1200px }} p {{ text-indent: 20px }}"
    for line in lines(laid(f"<p>{MARKED} {PROSE} {MARKED}</p>", extra=one)):
        here = [x for box in line for x in _bars(box)]
        seen += len(here)
        assert all(abs(x - y) >= 1.5 * 16 for x in here for y in above)
        assert all(abs(x - y) > 16 for n, x in enumerate(here) for y in here[:n])
        above = here
    assert seen > 8


def _bars(box: Any) -> list[float]:
    """The middles of a box's tatweels, in px from the left of the page."""
    at = {byte: x + n * box.justification_spacing for byte, (x, n) in tatweel.edges(box).items()}
    found: list[float] = []
    for start, _ in getattr(box.pango_layout, "inserted", ()):
        right = at[max(b for b in at if b <= start)]
        found.append(box.position_x + (right + max((x for x in at.values() if x < right), default=0)) / 2)
    return found


def test_a_word_cut_by_markup_is_left_alone() -> None:
    words = stretched(laid("<p>" + "الس<b>فارة</b> من <a href='#x'>الحكو</a>مة إلى " * 14 + "</p>"))
    assert words == []


def test_a_letter_no_face_has_takes_no_tatweel_into_the_text() -> None:
    """Such a line goes to the engine's own drawing, which keeps no record of what was put in."""
    body = "<p>" + PROSE.replace(" ", " \U00010920 ") + "</p>"
    assert stretched(laid(body))
    assert TATWEEL not in text(written(body))


def test_the_same_input_gives_the_same_bytes() -> None:
    assert written(f"<p>{MARKED}</p>") == written(f"<p>{MARKED}</p>")


def test_a_long_paragraph_costs_by_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    engine.correct()
    shaped = [0]
    upstream = line_break.Layout.set_text

    def counted(layout: Any, text: str, justify: bool = False) -> None:
        shaped[0] += len(text)
        upstream(layout, text, justify)

    monkeypatch.setattr(line_break.Layout, "set_text", counted)
    laid(f"<p>{PROSE * 4}</p>")
    few = shaped[0]
    laid(f"<p>{PROSE * 8}</p>")
    assert shaped[0] - few < 2.3 * few
    assert inline.justify_line is kashida.justify_line


def word_widths(data: bytes) -> list[tuple[str, float]]:
    """Each word of a file in the order it is drawn, with the distance from its first pen position to its last in pt."""
    found: list[tuple[str, float]] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for units in Reader(pdf).marked.values():
            for blank, group in itertools.groupby(units, key=lambda unit: not unit.text.strip()):
                word = list(group)
                if not blank:
                    found.append(("".join(unit.text for unit in word), word[-1].x - word[0].x))
    return found


@pytest.mark.parametrize("language", ["ar", "fa", "ur", "he"])
def test_justifying_opens_no_space_inside_a_word(language: str) -> None:
    """A11: with spaces alone each word is as wide in a justified line as in a ragged one, joined letters and others."""
    body, face = f"<p>{PROSE} {PROSE}</p>", FACES[language]
    faced = f"body {{ font: 16px/40px '{face}', 'Crimson Pro' }}"
    ragged = faced + " html { text-align: start !important } p { text-align: start }"
    justified, natural = (
        word_widths(written(body, longest="none", lang=language, extra=extra)) for extra in (faced, ragged)
    )
    assert [word for word, _ in justified] == [word for word, _ in natural]
    assert len(justified) > 80
    assert max(abs(a - b) for (_, a), (_, b) in zip(justified, natural, strict=True)) < 0.1


def test_a_drawn_out_word_would_be_seen() -> None:
    drawn, natural = (dict(word_widths(written(f"<p>{PROSE} {PROSE}</p>", longest=n))) for n in ("0.8em", "none"))
    assert max(drawn[word] - natural[word] for word in drawn) > 2


FACES = {"ar": "Amiri", "fa": "Vazirmatn", "ur": "Noto Nastaliq Urdu", "he": "Frank Ruhl Libre"}
