"""Every note that is called is set, once, on the page of its call or the next."""

from __future__ import annotations

import re
from random import Random

import pypdfium2
import pytest

from report import assets
from report.pdf import faces

faces.use([assets.fonts()])

import weasyprint  # noqa: E402  (after the private fontconfig)
from weasyprint.layout import block  # noqa: E402

from report.pdf import engine  # noqa: E402

NOTES = 60


def page(seed: int) -> str:
    """Paragraphs of a few lines, each with three notes near its end."""
    random = Random(seed)

    def words(most: int) -> str:
        return " word" * random.randint(0, most)

    def note(n: int) -> str:
        return f'<span class="n">note-{n}-{" long" * random.randint(1, 12)}.</span>'

    paragraphs = [words(40) + "".join(f" call{note(3 * k + n)}{words(6)}" for n in range(3)) for k in range(NOTES // 3)]
    style = "@page { size: 300px 220px; margin: 20px } body { font: 12px 'Crimson Pro' } p { margin: 0 } .n { float: footnote }"
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f'<html lang="en"><head><title>t</title><style>{style}</style></head><body>{body}</body></html>'


def numbers(data: bytes) -> list[int]:
    with pypdfium2.PdfDocument(data) as document:
        text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    return [int(n) for n in re.findall(r"note-(\d+)-", re.sub(r"\s", "", text))]


def made(html: str) -> bytes:
    engine.correct()
    return weasyprint.HTML(string=html).write_pdf()


def test_probe_upstream_loses_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    """If this fails, set_every_note may go."""
    engine.correct()
    monkeypatch.setattr(block, "_linebox_layout", block._linebox_layout.__wrapped__)
    assert len(numbers(made(page(5)))) < NOTES


@pytest.mark.parametrize("seed", [*range(6), 7, 8, 12])
def test_every_note_is_set_once_and_in_order(seed: int) -> None:
    assert numbers(made(page(seed))) == list(range(NOTES))
