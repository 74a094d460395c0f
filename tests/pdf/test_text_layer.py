"""Copying gives whole words, in readers that share nothing with the engine: poppler, pdfium and our own."""

from __future__ import annotations

import io
import re
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import oracles
import pikepdf
import pypdfium2
import pytest
from conftest import Built
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from report import assets
from report.pdf import faces
from report.pdf.engine import glyphs, identities
from report.verify.pdf_text import Reader

faces.use([assets.fonts()])

import weasyprint  # noqa: E402  (after the private fontconfig)

from report.pdf import engine  # noqa: E402

WORD = re.compile(
    r"[\u0621-\u064a\u0671-\u06d3\u064b-\u0655\u0670\u200c]{3,}|[\u05d0-\u05ea\u0591-\u05c7]{2,}|[A-Za-z]{3,}"
)
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\r]")
_HOLDERS = {"p", "li", "td", "dd", "div", "section", "aside", "ol", "ul", "table"}
FACES = ("Amiri", "Vazirmatn", "Noto Nastaliq Urdu")
SAMPLES = {
    "plain": "الحكومة الكندية والأمريكية لا إله إلا الله كل سؤال في لأنها الإسلام مؤتمر شيء",
    "vocalised": "مُحَمَّدٌ كَتَبَ السَّلامَ عَلَيْكُم ذَهَبَ الْمُعَلِّمُ إِلَى الْمَدْرَسَةِ",
    "kerned": "أبريل العسكريين طويل وردت تواطؤًا أولًا",
    "persian": "می‌شود کتاب‌های ما را نمی‌خوانند؛ پژوهش گل چای",
    "urdu": "یہ مختصر کتابچہ چھاپنے کے نظام کو پرکھنے کے لیے لکھا گیا ہے",
}


def words(built: Built) -> set[str]:
    """Words of blocks that hold nothing but running text."""
    found: set[str] = set()
    for section in built.sections:
        for block in section.tree().iter():
            inner = [e for e in block.iter() if e is not block]
            plain = not any(e.tag in (*_HOLDERS, "br") or e.get("class") in ("noteref", "number") for e in inner)
            if section.kind != "contents" and block.tag in ("p", "td", "dd", "h2", "h3") and plain:
                found |= set(WORD.findall("".join(block.itertext())))
    return found


def by_pdfium(data: bytes | Path) -> str:
    """pdfium puts marks in canonical order, so compare in NFC."""
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def missing(wanted: set[str], text: str) -> list[str]:
    said = unicodedata.normalize("NFC", _CONTROLS.sub("", text))
    return sorted(w for w in wanted if unicodedata.normalize("NFC", w) not in said)


@pytest.mark.slow
def test_readers_find_the_words_of_the_built_in_booklet(built_in: Built) -> None:
    wanted = words(built_in)
    assert len(wanted) > 1000
    for reader in (oracles.pdf_text, by_pdfium):
        assert len(missing(wanted, reader(built_in.pdf))) <= len(wanted) * 0.001


@pytest.mark.slow
def test_readers_find_the_words_in_every_language(tiny: Built) -> None:
    wanted = words(tiny)
    assert len(wanted) > 60
    for reader in (oracles.pdf_text, by_pdfium):
        assert missing(wanted, reader(tiny.pdf)) == []


def _bare(text: str) -> str:
    return re.sub(r"\s", "", _CONTROLS.sub("", text))


def _lost(block: str, page: str) -> int:
    """Characters of a block that its page lacks at the block's best place; reordered ones count."""
    starts = {page.find(block[k : k + 10]) - k for k in range(0, len(block) - 10, 3) if block[k : k + 10] in page}
    windows = (page[max(0, a - 20) : a + len(block) + 60] for a in sorted(starts)[:8])
    matched = (SequenceMatcher(None, block, w, autojunk=False).get_matching_blocks() for w in windows)
    return min((len(block) - sum(m.size for m in found) for found in matched), default=len(block))


@pytest.mark.slow
def test_poppler_copies_the_built_in_booklet_as_it_is_written(built_in: Built) -> None:
    """At most 1 % of the characters of paragraphs that stand on one page differ or move (upstream: 3.2 %)."""
    pages = [_bare(page) for page in oracles.pdf_text(built_in.pdf).split("\f")]
    blocks = [
        _bare("".join(e.itertext()))
        for s in built_in.sections
        if s.kind == "chapter"
        for e in s.tree().iter("p")
        if not any(inner.get("class") in ("noteref", "number") for inner in e.iter())
    ]
    lost = {b: 0 if any(b in page for page in pages) else min(_lost(b, page) for page in pages) for b in blocks}
    whole = [b for b in lost if len(b) > 30 and lost[b] < len(b) / 5]  # others run on to the next page
    assert sum(map(len, whole)) > 0.75 * sum(len(b) for b in lost if len(b) > 30)
    assert sum(lost[b] for b in whole) <= 0.01 * sum(map(len, whole))


def page(text: str, face: str) -> bytes:
    engine.correct()
    style = f"@page {{ size: 500px 300px; margin: 30px }} body {{ font: 18px '{face}', 'Crimson Pro' }}"
    html = f'<html lang="ar" dir="rtl"><head><title>t</title><style>{style}</style></head><body><p>{text}</p></body></html>'
    return weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("name", SAMPLES)
def test_whole_words_and_each_letter_once(name: str, face: str, tmp_path: Path) -> None:
    data, sample = page(SAMPLES[name], face), SAMPLES[name]
    (tmp_path / "p.pdf").write_bytes(data)
    wanted = set(sample.split())
    assert missing(wanted, oracles.pdf_text(tmp_path / "p.pdf")) == []
    assert missing(wanted, by_pdfium(data)) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert sorted(Reader(pdf).text().replace(" ", "")) == sorted(sample.replace(" ", ""))


def test_nothing_stands_under_a_text_given_instead() -> None:
    """Readers that know no ActualText (pypdf, many screen readers' fall-backs) read the same."""
    with pikepdf.open(io.BytesIO(page(SAMPLES["vocalised"], "Amiri"))) as pdf:
        assert b"ActualText" not in pdf.pages[0].Contents.read_bytes()


def test_widths_are_those_of_the_font_file() -> None:
    """ISO 14289-1 §7.21.5, for the glyphs made here too."""
    with pikepdf.open(io.BytesIO(page(SAMPLES["vocalised"], "Amiri"))) as pdf:
        (font,) = [f for f in pdf.pages[0].Resources.Font.values() if "Amiri" in str(f.BaseFont)]
        (inner,) = font.DescendantFonts
        face = TTFont(io.BytesIO(inner.FontDescriptor.FontFile2.read_bytes()))
        names, told = face.getGlyphOrder(), list(inner.W)
        for code, widths in zip(told[::2], told[1::2], strict=True):
            for n, width in enumerate(widths):
                assert abs(face["hmtx"][names[int(code) + n]][0] * 1000 / face["head"].unitsPerEm - float(width)) <= 1


class _Engine:
    """What identities ask of an engine font."""

    def __init__(self, data: bytes) -> None:
        self.file_content, self.index, self.upem, self.glyph_count = data, 0, 1000, 2
        self.to_unicode: dict[int, str] = {}
        self.widths: dict[int, int] = {}


def test_a_face_with_cubic_outlines_gets_identities_too() -> None:
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "square"])
    builder.setupCharacterMap({0x628: "square"})
    pen = T2CharStringPen(500, None)
    for move, point in (("moveTo", (0, 0)), ("lineTo", (100, 0)), ("lineTo", (100, 100)), ("lineTo", (0, 100))):
        getattr(pen, move)(point)
    pen.closePath()
    empty = T2CharStringPen(500, None).getCharString()
    builder.setupCFF("Square", {}, {".notdef": empty, "square": pen.getCharString()}, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "square": (500, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2()
    builder.setupPost()
    builder.font.save(out := io.BytesIO())
    font: Any = _Engine(out.getvalue())
    code = identities.claim(font, ((1, 30, 200),), 250, "ب")
    identities.with_identities(lambda *_: None)(font, {}, False)
    face = TTFont(io.BytesIO(font.file_content))
    name = face.getGlyphOrder()[code]
    assert face["hmtx"][name][0] == 250
    bounds = face["CFF "].cff.topDictIndex[0].CharStrings[name].calcBounds(face.getGlyphSet())
    assert bounds == (30, 200, 130, 300)


def test_a_face_without_a_code_left_is_left_to_the_engine() -> None:
    font: Any = _Engine(b"")
    font.glyph_count = identities.LAST - 70
    assert identities.room(font, 5)
    assert not identities.room(font, 10)


STOPS = "ثانيةً، الدوابّ. والرَّقّ؛ «حقّ» (كلٌّ) إنّه: شيءٍ! أيٌّ؟"


def test_a_sign_at_a_word_s_end_is_read_before_the_stop_that_follows(tmp_path: Path) -> None:
    """pdfium and poppler turn lines about from what they see, where the sign would follow the stop."""

    def told(part: bool) -> list[str]:
        with pytest.MonkeyPatch.context() as patch:
            if not part:
                patch.setattr(glyphs, "_parted", lambda run, left, cluster: [])
            data = page(STOPS, "Amiri")
        wanted = set(WORD.findall(STOPS))
        (tmp_path / "x.pdf").write_bytes(data)
        return sorted({*missing(wanted, oracles.pdf_text(tmp_path / "x.pdf")), *missing(wanted, by_pdfium(data))})

    assert told(True) == []
    assert "ثانيةً" in told(False)
