"""The proof of a PDF: silent on a good file, and red on each damage done to it."""

from __future__ import annotations

import inspect
import io
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import mixed
import pikepdf
import pytest
from conftest import TOP, Built, make
from weasyprint.layout import block

from report.fault import Fault
from report.pdf import engine
from report.verify import PROOFS

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("verify")]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return make(TOP / "tests" / "booklets" / "ar", tmp_path_factory.mktemp("verify"))


def prove(good: Built, data: bytes) -> list[Fault]:
    return PROOFS["pdf"](data, good.booklet, good.sections)


def test_a_good_file_has_no_fault(good: Built) -> None:
    assert prove(good, good.pdf.read_bytes()) == []


def no_direction(pdf: Any) -> None:
    pdf.Root.ViewerPreferences.Direction = pikepdf.Name("/L2R")


def other_language(pdf: Any) -> None:
    pdf.Root.Lang = pikepdf.String("en")


def other_title(pdf: Any) -> None:
    pdf.docinfo["/Title"] = "out.pdf"


def no_labels(pdf: Any) -> None:
    del pdf.Root.PageLabels


def font_not_embedded(pdf: Any) -> None:
    for font in pdf.pages[2].Resources.Font.values():
        del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def foreign_font(pdf: Any) -> None:
    for font in pdf.pages[2].Resources.Font.values():
        font.BaseFont = pikepdf.Name("/ABCDEF+Arial")


def no_unicode(pdf: Any) -> None:
    for font in pdf.pages[2].Resources.Font.values():
        del font["/ToUnicode"]


def page_lost(pdf: Any) -> None:
    del pdf.pages[8]


def page_moved(pdf: Any) -> None:
    pdf.pages.insert(2, pdf.pages[0])


def dead_link(pdf: Any) -> None:
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            if "/Dest" in note:
                note.Dest = pikepdf.String("nowhere")


def alef_is_beh(pdf: Any) -> None:
    for font in pdf.pages[2].Resources.Font.values():
        cmap = font.ToUnicode.read_bytes()
        font.ToUnicode = pdf.make_stream(cmap.replace(b"> <0627>", b"> <0628>"))


def presentation_form(pdf: Any) -> None:
    for font in pdf.pages[2].Resources.Font.values():
        cmap = font.ToUnicode.read_bytes()
        font.ToUnicode = pdf.make_stream(cmap.replace(b"> <0627>", b"> <fe8d>"))


def untagged_words(pdf: Any) -> None:
    """A second drawing of the page's text, outside every mark."""
    page = pdf.pages[8]
    kept = [
        (operands, operator)
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) not in ("BDC", "BMC", "EMC")
    ]
    page.contents_add(pikepdf.unparse_content_stream(kept))


DAMAGES: list[tuple[Callable[[Any], None], str]] = [
    (no_direction, "K511"), (other_language, "K511"), (other_title, "K511"), (no_labels, "K511"),
    (font_not_embedded, "K512"), (foreign_font, "K512"), (no_unicode, "K512"), (page_lost, "K517"),
    (page_moved, "K514"), (dead_link, "K515"), (alef_is_beh, "K517"), (presentation_form, "K516"),
    (untagged_words, "K518"),
]  # fmt: skip


@pytest.mark.parametrize(("damage", "code"), DAMAGES, ids=lambda d: getattr(d, "__name__", d))
def test_each_damage_is_seen(damage: Callable[[Any], None], code: str, good: Built) -> None:
    out = io.BytesIO()
    with pikepdf.open(good.pdf) as pdf:
        damage(pdf)
        pdf.save(out)
    assert code in {fault.code for fault in prove(good, out.getvalue())}


def test_a_file_that_is_no_pdf(good: Built) -> None:
    assert [f.code for f in prove(good, b"%PDF-1.7 cut short")] == ["K510"]


def test_a_note_the_engine_lost_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control of set_every_note: without it, this book lacks two notes, and the proof refuses it."""
    random = Random(11)
    folder = mixed.write(tmp_path / "book", "en", [[mixed.at_random("en", random) for _ in range(80)]])
    engine.correct()
    with monkeypatch.context() as broken:
        broken.setattr(block, "_linebox_layout", inspect.unwrap(block._linebox_layout))
        lacking = mixed.made(folder)
    whole = mixed.made(folder)
    assert PROOFS["pdf"](whole.data, whole.booklet, whole.sections) == []
    assert {"K517", "K519"} <= {f.code for f in PROOFS["pdf"](lacking.data, lacking.booklet, lacking.sections)}
