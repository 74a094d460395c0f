"""Each correction of the engine: what upstream does (the probe), and what is so with the correction."""

from __future__ import annotations

import inspect
import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pydyf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from report import assets
from report.fault import Stopped
from report.pdf import faces
from report.verify.pdf_text import Reader

faces.use([assets.fonts()])

import weasyprint  # noqa: E402  (after the private fontconfig)
from weasyprint.draw import text as draw_text  # noqa: E402
from weasyprint.layout import inline  # noqa: E402
from weasyprint.pdf import fonts as pdf_fonts  # noqa: E402
from weasyprint.text import line_break  # noqa: E402

from report.pdf import engine  # noqa: E402
from report.pdf.engine import structure, subsets  # noqa: E402

UPSTREAM_SUBSET = pdf_fonts.Font.subset

PAGE = """<html lang="ar" dir="rtl"><head><title>t</title><style>
@page {{ size: 300px 200px; margin: 30px; @top-center {{ content: "رأس الصفحة" }} }}
body {{ font: 16px Amiri, 'Crimson Pro'; margin: 0 }}</style></head><body><p>{}</p></body></html>"""
SAMPLES = {
    "plain": "الحكومة الكندية والأمريكية لا إله إلا الله كلُّ سؤالٍ",
    "vocalised": "مُحَمَّدٌ كَتَبَ السَّلامَ عَلَيْكُم",
    "tatweel": "محـــمد بين الحكومتين الأمريكية والكندية لـ Caper الكندية",
    "digits": "١٩٧٩ و1979 و۱۹۷۹ (٤٤٤)",
    "mixed": "قال Carter (1980) كلامًا",
}


def upstream(html: str, tmp_path: Path, variant: str = "pdf/ua-1") -> bytes:
    """The page made by an engine nobody corrected, in a process of its own."""
    source, target = tmp_path / "in.html", tmp_path / "out.pdf"
    source.write_text(html, encoding="utf-8")
    code = (
        "import sys; from report import assets; from report.pdf import faces; faces.use([assets.fonts()]);"
        "import weasyprint; weasyprint.HTML(sys.argv[1], encoding='utf-8').write_pdf(sys.argv[2], pdf_variant=sys.argv[3])"
    )
    subprocess.run([sys.executable, "-c", code, str(source), str(target), variant], check=True)
    return target.read_bytes()


def corrected(html: str) -> bytes:
    engine.correct()
    return weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")


def letters(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        text = Reader(pdf).text()
    return "".join(sorted(c for c in text if not c.isspace()))


def wanted(sample: str) -> str:
    return "".join(sorted(c for c in sample if not c.isspace()))


def test_probe_upstream_loses_letters(tmp_path: Path) -> None:
    """WeasyPrint issue 2841: if this fails, keep_every_letter may go."""
    found, sample = letters(upstream(PAGE.format(SAMPLES["tatweel"]), tmp_path)), SAMPLES["tatweel"] + "رأس الصفحة"
    assert found != wanted(sample)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_letter_is_kept(name: str) -> None:
    assert letters(corrected(PAGE.format(SAMPLES[name]))) == wanted(SAMPLES[name])


def _picture(data: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(data) as document:
        return document[0].render(scale=3).to_pil().convert("L")


def _apart(one: bytes, other: bytes) -> float:
    """Dots that are plainly darker or lighter, for each dot of ink."""
    first, second = _picture(one), _picture(other)
    return sum(ImageChops.difference(first, second).histogram()[65:]) / sum(first.histogram()[:128])


@pytest.mark.parametrize("name", SAMPLES)
def test_the_page_looks_as_upstream_draws_it(name: str, tmp_path: Path) -> None:
    """But for rounding: upstream cuts each advance to whole thousandths, and takes 1/1024 for 1/1000 in offsets."""
    ours = corrected(PAGE.format(SAMPLES[name]))
    assert _apart(upstream(PAGE.format(SAMPLES[name]), tmp_path), ours) < 0.03
    assert _apart(upstream(PAGE.format(SAMPLES[name][1:]), tmp_path), ours) > 0.3


def _tagged_margin(data: bytes) -> bool:
    """Whether the running head is marked as content, not as an artifact."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        operators = [
            (str(op), [str(o) for o in operands]) for operands, op in pikepdf.parse_content_stream(pdf.pages[0])
        ]
    return not any(
        op in ("BDC", "BMC") and operands[0] == "/Artifact" and "Pagination" in str(operands)
        for op, operands in operators
    )


def test_probe_upstream_tags_running_heads(tmp_path: Path) -> None:
    assert _tagged_margin(upstream(PAGE.format("نص"), tmp_path))


def test_running_heads_are_artifacts() -> None:
    data = corrected(PAGE.format("نص"))
    assert not _tagged_margin(data)
    assert letters(data) == wanted("نص")


SET = PAGE.replace("margin: 0 }}", "margin: 0 }} p {{ margin: 0; line-height: 24px }}")
WORDS = "منصبه بعد في سبتمبر غزا العراق إيران لتبدأ الحرب الإيرانية دفعت هذه الأحداث الحكومة الإيرانية إلى".split()
LINES = SET.format(" ".join(w if n % 4 else f"<b>{w}</b>" for n, w in enumerate(WORDS)))
LINES = LINES.replace("<p>", '<p style="text-align: justify">')


def _edges(data: bytes) -> list[tuple[float, float]]:
    """Left and right edge of the ink of each line of 24 px, in CSS px from the left of the page."""
    import pypdfium2

    dots = 4.5  # in a CSS px, at six times 72 dpi
    with pypdfium2.PdfDocument(data) as document:
        picture = document[0].render(scale=6).to_pil().convert("L").point(lambda v: 255 * (v < 128))
    found = []
    for n in range(5):
        box = picture.crop((0, round((31 + 24 * n) * dots), picture.width, round((53 + 24 * n) * dots))).getbbox()
        if box:
            found.append((box[0] / dots, box[2] / dots))
    return found


def test_probe_upstream_lets_lines_stick_out(tmp_path: Path) -> None:
    """Two causes: kerning against spaces is lost when they are widened, and the last box follows its trailing space."""
    assert min(left for left, _ in _edges(upstream(LINES, tmp_path))) < 28


def test_lines_end_at_the_measure() -> None:
    edges = _edges(corrected(LINES))
    assert len(edges) >= 3
    assert all(left >= 28.5 and right <= 271 for left, right in edges), edges
    assert all(left <= 33 for left, _ in edges[:-1]), edges


def test_a_space_at_the_end_leaves_nothing_behind() -> None:
    assert _edges(corrected(SET.format("سطر أخير "))) == _edges(corrected(SET.format("سطر أخير")))
    assert _edges(corrected(SET.format("سطر <b>أخير </b>"))) == _edges(corrected(SET.format("سطر <b>أخير</b>")))


VOCALISED = "ذَهَبَ الْمُعَلِّمُ إِلَى الْمَدْرَسَةِ فِي الصَّبَاحِ الْبَاكِرِ وَجَلَسَ يَقْرَأُ كِتَابَهُ ثُمَّ كَتَبَ رِسَالَةً طَوِيلَةً "


def test_probe_upstream_shapes_all_the_rest_for_each_line(monkeypatch: pytest.MonkeyPatch) -> None:
    engine.correct()
    monkeypatch.setattr(inline, "split_first_line", line_break.split_first_line)
    monkeypatch.setattr(line_break.Layout, "set_text", _counting(line_break.Layout.set_text, seen := [0]))
    weasyprint.HTML(string=SET.format(VOCALISED * 20)).render()
    few = seen[0]
    weasyprint.HTML(string=SET.format(VOCALISED * 40)).render()
    assert (seen[0] - few) > 3 * few


def _counting(set_text: Any, seen: list[int]) -> Any:
    def counted(layout: Any, text: str, justify: bool = False) -> None:
        seen[0] += len(text)
        set_text(layout, text, justify)

    return counted


def test_vocalised_paragraphs_cost_by_their_length(monkeypatch: pytest.MonkeyPatch) -> None:
    engine.correct()
    monkeypatch.setattr(line_break.Layout, "set_text", _counting(line_break.Layout.set_text, seen := [0]))
    weasyprint.HTML(string=SET.format(VOCALISED * 20)).render()
    few = seen[0]
    weasyprint.HTML(string=SET.format(VOCALISED * 40)).render()
    assert (seen[0] - few) < 2.3 * few


def test_vocalised_lines_break_where_upstream_breaks_them(tmp_path: Path) -> None:
    page = SET.format(VOCALISED * 6)
    ours, theirs = _edges(corrected(page)), _edges(upstream(page, tmp_path))
    assert len(ours) == len(theirs)
    assert all(
        abs(a - b) < 0.5 for one, other in zip(ours, theirs, strict=True) for a, b in zip(one, other, strict=True)
    )


def _annotations(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages[0].get("/Annots", []))


LINK = PAGE.format('<a href="#x">كلمة <b>قوية</b> هنا</a> <span id="x">موضع</span>')


def test_probe_upstream_links_what_stands_inside_a_link(tmp_path: Path) -> None:
    assert _annotations(upstream(LINK, tmp_path)) > 1


def test_one_link_a_phrase() -> None:
    assert _annotations(corrected(LINK)) == 1


NOTED = PAGE.format(
    'متن<span id="n1" style="float: footnote">حاشية</span> ثم <span lang="en" dir="ltr">words</span>.</p><p>فقرة بعدها'
)


def _kinds(data: bytes) -> list[tuple[str, str, str]]:
    """Structure type, ID and language of every element, in the order of the tree."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            (str(e["/S"]), str(e.get("/ID", "")), str(e.get("/Lang", ""))) for e in Reader(pdf).elements() if "/S" in e
        ]


def test_probe_upstream_tells_no_language_and_no_notes(tmp_path: Path) -> None:
    kinds = {kind for kind, _, _ in _kinds(upstream(NOTED, tmp_path))}
    assert not kinds & {"/Note", "/Reference"}
    assert {language for _, _, language in _kinds(upstream(NOTED, tmp_path))} == {""}


def test_notes_are_notes_and_languages_are_told() -> None:
    engine.correct()
    data = weasyprint.HTML(string=NOTED).write_pdf(
        pdf_variant="pdf/ua-1", finisher=lambda document, pdf: structure.complete(pdf, "rtl")
    )
    kinds = _kinds(data)
    note, call = kinds.index(("/Note", "n1", "")), kinds.index(("/Reference", "call-n1", ""))
    paragraphs = [i for i, (kind, _, _) in enumerate(kinds) if kind == "/P"]
    assert paragraphs[0] < call < note < paragraphs[1]
    assert kinds[note + 1][0] == "/Lbl"
    assert ("/Span", "", "en") in kinds
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root: Any = pdf.Root.StructTreeRoot
        assert str(root.K[0].A.WritingMode) == "/RlTb"
        names = root.IDTree.Names
        assert [str(names[0]), str(names[2])] == ["call-n1", "n1"]
        assert names[3].S == "/Note"


def test_probe_upstream_picks_its_subsetter_by_the_machine() -> None:
    """If this fails, one_subsetter may go: upstream has one subsetter, or a stated one."""
    source = inspect.getsource(UPSTREAM_SUBSET)
    assert "harfbuzz_subset" in source
    assert "_fonttools_subset" in source


def test_one_subsetter() -> None:
    """The wheel's HarfBuzz cuts every face; what is drawn stays, under the number it had."""
    corrected(PAGE.format("نص"))
    assert pdf_fonts.Font.subset is subsets.keep_drawn


@pytest.mark.parametrize("what", ["version", "signature"])
def test_another_engine_is_refused(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_applied", [])
    if what == "version":
        monkeypatch.setattr(weasyprint, "__version__", "71.0")
    else:

        def draw_first_line(stream: Any) -> None: ...

        monkeypatch.setattr(draw_text, "draw_first_line", draw_first_line)
    with pytest.raises(Stopped) as stopped:
        engine.correct()
    assert [f.code for f in stopped.value.faults] == ["K501"]


BORDER = PAGE.replace("<p>{}</p>", '<p style="font-size: 40px">{}</p>').replace(
    "p {{", "i {{ font-style: normal }} p {{"
)


@pytest.mark.parametrize("face", ["Amiri", "Vazirmatn", "Noto Nastaliq Urdu"])
def test_a_border_inside_a_word_does_not_show_where_joiners_stand(face: str) -> None:
    """And the joiners are not copied. Without them the letters fall apart."""
    page = BORDER.replace("Amiri", f"'{face}'").replace("<p ", "<style>i {{ font-style: normal }}</style><p ")
    whole = corrected(page.format("مكتبة سمسم"))
    held = corrected(page.format("مكت\u200d<i>\u200dبة</i> سم\u200d<i>\u200dسم</i>"))
    torn = corrected(page.format("مكت<i>بة</i> سم<i>سم</i>"))
    assert letters(held) == letters(whole)
    if face != "Noto Nastaliq Urdu":  # there a word stands on one slope, which each box begins anew
        assert _apart(whole, held) < 0.02
    assert _apart(whole, torn) > 0.2


def _lines_laid_out(monkeypatch: pytest.MonkeyPatch) -> int:
    seen = [0]
    split = inline.split_inline_box

    def counted(*given: Any) -> Any:
        seen[0] += 1
        return split(*given)

    monkeypatch.setattr(inline, "split_inline_box", counted)
    weasyprint.HTML(string=SET.format(" ".join(WORDS * 4))).render()
    return seen[0]


def test_probe_upstream_lays_lines_out_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    engine.correct()
    once = _lines_laid_out(monkeypatch)
    monkeypatch.setattr(inline, "avoid_collisions", inline.avoid_collisions.__wrapped__)
    monkeypatch.setattr(inline, "split_inline_box", inline.split_inline_box)
    assert _lines_laid_out(monkeypatch) > 1.8 * once


def test_lines_are_laid_out_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """And stand where they stood."""
    engine.correct()
    data = corrected(LINES)
    monkeypatch.setattr(inline, "avoid_collisions", inline.avoid_collisions.__wrapped__)
    assert corrected(LINES) == data


def _file_of_two_pages() -> pydyf.PDF:
    file = pydyf.PDF()
    for _ in range(2):
        file.add_page(pydyf.Dictionary({"Type": "/Page"}))
    return file


def test_probe_upstream_lists_all_pages_for_each_reference() -> None:
    engine.correct()
    listed: Any = pydyf.PDF.page_references.fget
    file = _file_of_two_pages()
    assert listed.__wrapped__(file) is not listed.__wrapped__(file)


def test_pages_are_listed_once() -> None:
    """And again when there is another one."""
    engine.correct()
    listed: Any = pydyf.PDF.page_references.fget
    file = _file_of_two_pages()
    assert file.page_references is file.page_references
    assert file.page_references == listed.__wrapped__(file)
    file.add_page(pydyf.Dictionary({"Type": "/Page"}))
    assert len(file.page_references) == 3
