"""Every note that is called is set, once, on the page of its call or the next."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pypdfium2
import pytest
from test_engine import corrected, upstream

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


def test_probe_upstream_loses_notes(tmp_path: Path) -> None:
    """If this fails, set_every_note may go."""
    assert len(numbers(upstream(page(5), tmp_path))) < NOTES


@pytest.mark.parametrize("seed", range(6))
def test_every_note_is_set_once_and_in_order(seed: int) -> None:
    assert numbers(corrected(page(seed))) == list(range(NOTES))
