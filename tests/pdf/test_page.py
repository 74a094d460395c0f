"""Habits of the naskh page, right to left: where notes, calls, tables and headings stand (typography.md §1, A22–A26)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from report import assets, theme
from report.fault import Place
from report.pdf import faces

faces.use([assets.fonts()])

import weasyprint  # noqa: E402  (after the private fontconfig)

from report.pdf import engine  # noqa: E402
from report.pdf.fetcher import Fetcher  # noqa: E402

WORDS = "منصبه بعد في سبتمبر غزا العراق إيران لتبدأ الحرب الإيرانية دفعت هذه الأحداث الحكومة الإيرانية إلى الدخول"
NOTE = '<span class="footnote"><span>هذه حاشية قصيرة.</span></span>'
SIZE = "@page { size: 400px 500px; margin: 50px }"
LEFT, RIGHT = 50, 350


@pytest.fixture(scope="module")
def style(tmp_path_factory: pytest.TempPathFactory) -> Any:
    root: Path = tmp_path_factory.mktemp("page")
    naskh = theme.load("naskh", "ar", root, Place("booklet.yaml"))
    fetcher = Fetcher(root, naskh)
    return weasyprint.CSS(string=naskh.css("print") + SIZE, url_fetcher=fetcher, base_url="theme:0/")


def pages(body: str, style: Any) -> list[Any]:
    engine.correct()
    html = f'<html lang="ar" dir="rtl"><body>{body}</body></html>'
    return [page._page_box for page in weasyprint.HTML(string=html).render(stylesheets=[style]).pages]


def named(page: Any, kind: str, tag: str = "") -> list[Any]:
    return [b for b in page.descendants() if type(b).__name__ == kind and (not tag or b.element_tag == tag)]


def right(box: Any) -> float:
    return float(box.position_x + box.margin_width())


def test_notes_begin_on_the_right_with_their_number_before_them(style: Any) -> None:
    laid = pages(f"<p>{WORDS}{NOTE}.</p><p>{WORDS}</p><p>{WORDS}{NOTE}</p>", style)
    areas = [b for page in laid for b in page.children if type(b).__name__ == "FootnoteAreaBox"]
    found = 0
    for area in areas:
        assert area.style["border_top_width"] > 0
        assert right(area) == RIGHT
        marker, text = [b for b in area.descendants() if hasattr(b, "text")]
        assert right(marker) == pytest.approx(RIGHT, abs=0.5)  # no indent of the paragraph that calls it
        assert right(text) < right(marker)
        found += 1
    assert found == 2


def test_a_call_never_begins_a_line(style: Any) -> None:
    """At every length of the line before it: the call stays with the word it follows."""
    seen = 0
    for width in range(200, 300, 7):
        body = f'<div style="width: {width}px"><p>{" ".join(w + NOTE for w in WORDS.split()[:6])}</p></div>'
        for page in pages(body, style):
            for line in named(page, "LineBox", "p"):
                inner = [b for b in line.descendants() if hasattr(b, "text")]
                calls = [b for b in inner if "footnote-call" in b.element_tag]
                seen += len(calls)
                assert all(right(call) < right(line) - 1 for call in calls)
    assert seen >= 6 * 15


def test_the_first_column_stands_on_the_right(style: Any) -> None:
    rows = "<tr><td>١</td><td>٢</td><td>٣</td></tr>"
    head = "".join(f'<th scope="col">{name}</th>' for name in "أبج")
    table = f'<table class="data"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    (page,) = pages(table, style)
    cells = named(page, "TableCellBox")
    assert [right(cells[i]) for i in (0, 3)] == [pytest.approx(RIGHT, abs=0.5)] * 2
    for row in (cells[:3], cells[3:]):
        assert [c.position_x for c in row] == sorted((c.position_x for c in row), reverse=True)


def test_a_heading_never_stands_at_the_foot(style: Any) -> None:
    """Whatever stands above it, two lines of its text are on its page."""
    for filling in range(12, 18):
        body = f'<div style="height: {filling * 20}px"></div><h2>عنوان</h2><p>{WORDS} {WORDS}</p>'
        for page in pages(body, style):
            if named(page, "LineBox", "h2"):
                assert len(named(page, "LineBox", "p")) >= 2
                break
        else:
            pytest.fail("the heading is on no page")


def test_the_first_paragraph_stands_flush_and_others_are_indented(style: Any) -> None:
    (page,) = pages(f"<h2>عنوان</h2><p>{WORDS}</p><p>{WORDS}</p>", style)
    first, second = (named(paragraph, "TextBox")[0] for paragraph in named(page, "BlockBox", "p"))
    assert right(first) == pytest.approx(RIGHT, abs=0.5)
    assert right(second) == pytest.approx(RIGHT - 1.4 * 16, abs=0.5)  # 1.4em of 12pt


def test_a_list_begins_at_the_number_it_says(style: Any) -> None:
    engine.correct()
    html = '<html lang="ar" dir="rtl"><ol start="9" style="list-style-type: arabic-indic"><li>ثم</li><li>ثم</li></ol></html>'
    laid = weasyprint.HTML(string=html).render(presentational_hints=True).pages[0]._page_box
    markers = [b._box for b in laid.descendants() if b.element_tag == "li::marker" and hasattr(b, "_box")]
    texts = ["".join(getattr(inner, "text", "") for inner in marker.descendants()).strip() for marker in markers]
    assert texts == ["٩.", "١٠."]
    items = [b for b in laid.descendants() if getattr(b, "text", "") == "ثم"]
    assert all(m.position_x > i.position_x for m, i in zip(markers, items, strict=True))


def test_an_initial_takes_the_right_of_two_lines(style: Any) -> None:
    body = f'<section class="chapter"><p><span class="initial">كان</span> {WORDS} {WORDS}</p></section>'
    (page,) = pages(body, style)
    texts = named(page, "TextBox")
    assert texts[0].text == "كان"
    assert right(texts[0]) == pytest.approx(RIGHT, abs=0.5)
    assert all(right(line) < texts[0].position_x for line in texts[1:3])
    assert right(texts[3]) == pytest.approx(RIGHT, abs=0.5)
