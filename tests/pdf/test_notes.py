"""Every note that is called is set, once, on the page of its call or a later one."""

from __future__ import annotations

import inspect
import re
from random import Random

import pypdfium2
import pytest

from report import assets
from report.pdf import faces

faces.use([assets.fonts()])

import weasyprint  # noqa: E402  (after the private fontconfig)
from weasyprint import layout  # noqa: E402
from weasyprint.layout import block  # noqa: E402
from weasyprint.layout import page as upstream  # noqa: E402

from report.pdf import engine  # noqa: E402

NOTES = 60


def page(seed: int) -> str:
    """Paragraphs of a few lines, each with three notes near its end."""
    random = Random(seed)

    def words(most: int) -> str:
        return " word" * random.randint(0, most)

    def note(n: int) -> str:
        return f'<span class="n">note-{n}-{" long" * random.randint(1, 12)}.</span>'

    paragraphs = [
        words(40) + "".join(f" call-{3 * k + n}-{note(3 * k + n)}{words(6)}" for n in range(3))
        for k in range(NOTES // 3)
    ]
    style = "@page { size: 300px 220px; margin: 20px } body { font: 12px 'Crimson Pro' } p { margin: 0 } .n { float: footnote }"
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f'<html lang="en"><head><title>t</title><style>{style}</style></head><body>{body}</body></html>'


def with_numbers_of_pages(html: str) -> str:
    """Each paragraph asks for the page of the last one, so that pages are set again when that is known."""
    style = "a::after { content: target-counter(attr(href), page) } @page { @top-left { content: counter(pages) } } "
    linked = html.replace("<p>", '<p><a href="#last">see</a> ').replace("<style>", "<style>" + style)
    head, _, tail = linked.rpartition("<p>")
    return f'{head}<p id="last">{tail}'


def pages_of(data: bytes, mark: str) -> dict[int, list[int]]:
    """For each number behind a mark, the pages it stands on, in the order of the pages."""
    found: dict[int, list[int]] = {}
    with pypdfium2.PdfDocument(data) as document:
        for at, sheet in enumerate(document):
            text = re.sub(r"\s", "", sheet.get_textpage().get_text_range())
            for n in re.findall(mark + r"-(\d+)-", text):
                found.setdefault(int(n), []).append(at)
    return found


def numbers(data: bytes) -> list[int]:
    return [n for n, pages in pages_of(data, "note").items() for _ in pages]


def made(html: str) -> bytes:
    engine.correct()
    return weasyprint.HTML(string=html).write_pdf()


def test_probe_upstream_loses_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    """If this fails, set_every_note may go."""
    engine.correct()
    monkeypatch.setattr(block, "_linebox_layout", inspect.unwrap(block._linebox_layout))
    assert len(numbers(made(page(6)))) < NOTES


@pytest.mark.parametrize("seed", [1, 6, 16, 18, 21, 24, 25])
def test_every_note_is_set_once_and_in_order(seed: int) -> None:
    assert numbers(made(page(seed))) == list(range(NOTES))


def test_probe_upstream_mixes_up_notes_of_pages_set_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """If this fails, hand_notes_on may go."""
    engine.correct()
    monkeypatch.setattr(layout, "make_all_pages", upstream.make_all_pages)
    assert sorted(numbers(made(with_numbers_of_pages(page(1))))) != list(range(NOTES))


@pytest.mark.parametrize("seed", [1, 6, 7])
def test_pages_set_again_hold_every_note_once(seed: int) -> None:
    assert numbers(made(with_numbers_of_pages(page(seed)))) == list(range(NOTES))


def test_no_note_stands_before_its_call() -> None:
    data = made(with_numbers_of_pages(page(5)))
    calls, notes = pages_of(data, "call"), pages_of(data, "note")
    assert len(calls) == len(notes) == NOTES
    later = [n for n in notes if notes[n] > calls[n]]
    assert later
    assert all(notes[n] >= calls[n] for n in notes)
