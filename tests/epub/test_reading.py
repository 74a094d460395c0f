"""The book in a browser at a phone's width: direction, faces, order, contrast by day and by night."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from epub.conftest import TINY, Written, write
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow
PHONE = {"width": 390, "height": 844}

# Where the glyphs of the n-th character of an element's text stand: [left, right] of the character, of the element.
PLACE_OF = """([selector, text, n]) => {
  const holder = [...document.querySelectorAll(selector)].find(e => e.textContent.includes(text));
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  let node, at = holder.textContent.indexOf(text) + n;
  while ((node = walker.nextNode()) && at >= node.length) at -= node.length;
  const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 1);
  const glyph = range.getBoundingClientRect(), box = holder.getBoundingClientRect();
  return [glyph.left, glyph.right, box.left, box.right];
}"""

# The least contrast (WCAG 2.2, 1.4.3) of any text on a page of the given colour, with the words it was found at.
CONTRAST = """page => {
  const brush = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = colour => { brush.clearRect(0, 0, 1, 1); brush.fillStyle = colour; brush.fillRect(0, 0, 1, 1);
    const d = brush.getImageData(0, 0, 1, 1).data; return [d[0], d[1], d[2], d[3] / 255]; };
  const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3]));
  const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  let least = [99, ""];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    if (!node.textContent.trim() || !node.parentElement.getClientRects().length) continue;
    const line = []; for (let e = node.parentElement; e; e = e.parentElement) line.unshift(e);
    let ground = rgba(page).slice(0, 3), opacity = 1;
    for (const e of line) { const s = getComputedStyle(e); opacity *= s.opacity; ground = over(rgba(s.backgroundColor), ground); }
    const ink = rgba(getComputedStyle(node.parentElement).color); ink[3] *= opacity;
    const [a, b] = [light(over(ink, ground)), light(ground)].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < least[0]) least = [ratio, node.textContent.trim()];
  }
  return least;
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=PHONE)
    yield page
    page.close()


def unzipped(book: Written, folder: Path) -> Path:
    path = folder / "book.epub"
    path.write_bytes(book.data)
    with zipfile.ZipFile(path) as package:
        package.extractall(folder / "book")
    return folder / "book" / "EPUB"


def opened(page: Page, path: Path) -> None:
    page.goto(path.as_uri())
    page.evaluate("document.fonts.ready")


def test_a_paragraph_begins_at_the_right(arabic: Written, page: Page, tmp_path: Path) -> None:
    opened(page, unzipped(arabic, tmp_path) / "text" / "seizure.xhtml")
    assert page.evaluate("getComputedStyle(document.querySelector('p[id]')).direction") == "rtl"
    _, right, _, edge = page.evaluate(PLACE_OF, ["p[id]", "في ٤ نوفمبر", 0])
    assert abs(edge - right) < 2


def test_a_paragraph_begins_at_the_left_in_english(english: Written, page: Page, tmp_path: Path) -> None:
    opened(page, unzipped(english, tmp_path) / "text" / "seizure.xhtml")
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"
    left, _, edge, _ = page.evaluate(PLACE_OF, ["p[id]", "In 1979", 0])
    assert abs(left - edge) < 2


def test_order_inside_a_line(arabic: Written, page: Page, tmp_path: Path) -> None:
    """The bracket of a Latin phrase closes at its right; a call stands left of the year it follows, apart from it."""
    root = unzipped(arabic, tmp_path)
    opened(page, root / "text" / "preface.xhtml")
    first, last = (page.evaluate(PLACE_OF, ["bdi", "Argo (2012)", n]) for n in (0, 10))
    assert first[0] < last[0]
    opened(page, root / "text" / "seizure.xhtml")
    year, call = (
        page.evaluate(PLACE_OF, ["p[id]", "١٩٨١", 0]),
        page.evaluate(PLACE_OF, ["p[id]", "١٩٨١\u00a0\u200f١", 6]),
    )
    assert call[1] <= year[0] + 1


@pytest.mark.parametrize(("width", "beside"), [(390, False), (1100, True)])
def test_a_pair_stands_side_by_side_where_there_is_room(width: int, beside: bool, page: Page, tmp_path: Path) -> None:
    root = unzipped(write(TINY / "bilingual"), tmp_path)
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, root / "text" / "paper.xhtml")
    arabic, english = (
        page.evaluate(
            f"(({{left, right, top}}) => [left, right, top])(document.querySelector('.half[lang={tag}]').getBoundingClientRect())"
        )
        for tag in ("ar", "en")
    )
    assert (english[1] <= arabic[0] + 1) == beside
    assert (english[2] == arabic[2]) == beside
    assert page.evaluate("getComputedStyle(document.querySelector('.half[lang=en] p')).direction") == "ltr"


def test_no_page_is_wider_than_the_phone(book: Written, page: Page, tmp_path: Path) -> None:
    root = unzipped(book, tmp_path)
    for name in book.opened.spine:
        opened(page, root.parent / name)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name


def test_the_faces_come_from_the_book(book: Written, page: Page, tmp_path: Path) -> None:
    chapter = next(s.id for s in book.sections if s.group == "body")
    opened(page, unzipped(book, tmp_path) / "text" / f"{chapter}.xhtml")
    family = page.evaluate("getComputedStyle(document.querySelector('p[id]')).fontFamily.split(',')[0]").strip("\"'")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status == 'loaded').map(f => f.family + f.weight)")
    assert {f"{family}400", f"{family}700"} <= {name.replace('"', "") for name in loaded}
    assert not page.evaluate("[...document.fonts].filter(f => f.status == 'error').length")


@pytest.mark.parametrize(("paper", "ink"), [("#ffffff", ""), ("#000000", "#d0d0d0"), ("#f4ecd8", "#5b4636")])
def test_text_can_be_read_by_day_and_by_night(
    arabic: Written, page: Page, tmp_path: Path, paper: str, ink: str
) -> None:
    root = unzipped(arabic, tmp_path)
    for name in arabic.opened.spine:
        opened(page, root.parent / name)
        page.add_style_tag(content=f"html {{ background: {paper}; {f'color: {ink}' if ink else ''} }}")
        ratio, words = page.evaluate(CONTRAST, paper)
        assert ratio >= 4.5, (name, words)
