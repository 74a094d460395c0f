"""What `make screens` showed to be wrong once, as facts: a phone's width, large letters, night."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import TOP, Built, make
from epub.conftest import write
from epub.test_reading import CONTRAST
from playwright.sync_api import Browser, Page

PHONE = {"width": 390, "height": 844}
NIGHT = ("#111111", "#d8d8d8")
BOOKLETS = ("built-in", "study", "kinds")

# Lines and frames that nobody could see on a page of this colour: those below 1.4:1, with their class.
UNSEEN = """page => {
  const brush = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = colour => { brush.clearRect(0, 0, 1, 1); brush.fillStyle = colour; brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data]; };
  const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  const ground = light(rgba(page)), found = new Set();
  for (const e of document.querySelectorAll(".tick, .order-box, .gap, .line, .box, th, .category")) {
    const s = getComputedStyle(e), width = parseFloat(s.borderBlockEndWidth) || parseFloat(s.borderInlineStartWidth);
    if (!width) continue;
    const ink = light(rgba(parseFloat(s.borderBlockEndWidth) ? s.borderBlockEndColor : s.borderInlineStartColor));
    const [a, b] = [ink, ground].sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 1.4) found.add(e.className || e.tagName);
  }
  return [...found];
}"""


@pytest.fixture(scope="session")
def opened_books(built_in: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """The files of each book, in the order of their names."""
    folder = tmp_path_factory.mktemp("looks")
    found: dict[str, list[Path]] = {}
    for name in BOOKLETS:
        book = built_in if name == "built-in" else make(TOP / "tests" / "booklets" / name, folder / "out" / name)
        with zipfile.ZipFile(book.epub) as package:
            package.extractall(folder / name)
        found[name] = sorted((folder / name / "EPUB").rglob("*.xhtml"))
    return found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=PHONE)
    yield page
    page.close()


def show(page: Page, path: Path, css: str = "") -> None:
    page.goto(path.as_uri())
    if css:
        page.add_style_tag(content=css)
    page.evaluate("document.fonts.ready")


@pytest.mark.parametrize("name", BOOKLETS)
def test_all_text_and_lines_are_seen_at_night(opened_books: dict[str, list[Path]], page: Page, name: str) -> None:
    paper, ink = NIGHT
    for path in opened_books[name]:
        show(page, path, f"html {{ background: {paper}; color: {ink} }}")
        ratio, words = page.evaluate(CONTRAST, paper)
        assert ratio >= 4.5, (path.name, words)
        assert page.evaluate(UNSEEN, paper) == [], path.name


def test_probe_ink_of_the_print_is_not_seen_at_night(opened_books: dict[str, list[Path]], page: Page) -> None:
    questions = next(path for path in opened_books["built-in"] if path.name == "seizure.xhtml")
    show(
        page,
        questions,
        "html { background: #111; color: #ddd } .tick { border-color: #1a1a1a } .q-about { color: #333 }",
    )
    assert page.evaluate(CONTRAST, NIGHT[0])[0] < 4.5
    assert page.evaluate(UNSEEN, NIGHT[0]) == ["tick"]


@pytest.mark.parametrize("name", BOOKLETS)
def test_letters_twice_as_large_fit_a_phone(opened_books: dict[str, list[Path]], page: Page, name: str) -> None:
    for path in opened_books[name]:
        show(page, path, "html { font-size: 200% }")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path.name


def test_the_letter_of_an_option_stands_beside_it(opened_books: dict[str, list[Path]], page: Page) -> None:
    """The rule for the letters of the index once moved those of options down to the next one."""
    found = 0
    for path in (*opened_books["built-in"], *opened_books["study"]):
        show(page, path)
        gaps = page.evaluate("""[...document.querySelectorAll('.options li')].map(item => {
          const letter = item.querySelector('.letter'), range = document.createRange();
          range.setStartAfter(letter); range.setEndAfter(item.lastChild);
          const line = [...range.getClientRects()].find(box => box.width > 1), own = letter.getBoundingClientRect();
          return Math.abs((own.top + own.bottom) - (line.top + line.bottom)) / 2; })""")
        found += len(gaps)
        assert all(gap < 6 for gap in gaps), (path.name, gaps)
    assert found > 10


def test_a_box_to_tick_stays_with_its_word(opened_books: dict[str, list[Path]], page: Page) -> None:
    found = 0
    for path in opened_books["built-in"]:
        show(page, path, "html { font-size: 200% }")
        lines = page.evaluate("[...document.querySelectorAll('.judge')].map(e => e.getClientRects().length)")
        found += len(lines)
        assert all(count == 1 for count in lines), path.name
    assert found


@pytest.mark.parametrize(
    ("width", "size", "stacked"), [(390, 100, True), (390, 200, True), (820, 100, False), (820, 200, True)]
)
def test_the_chronology_folds_where_it_is_narrow(
    opened_books: dict[str, list[Path]], page: Page, width: int, size: int, stacked: bool
) -> None:
    """The date over its event, on one line; in two columns where there is room."""
    page.set_viewport_size({"width": width, "height": 900})
    show(
        page,
        next(p for p in opened_books["built-in"] if p.name == "chronology.xhtml"),
        f"html {{ font-size: {size}% }}",
    )
    boxes = page.evaluate("""[...document.querySelectorAll('.when')].map(when => {
      const date = when.getBoundingClientRect(), event = when.nextElementSibling.getBoundingClientRect();
      const lines = e => e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).lineHeight);
      const most = Math.max(...[...when.querySelectorAll('.date.also')].map(lines));
      return [date.bottom <= event.top + 1, date.left >= event.right - 1, most]; })""")
    assert len(boxes) > 5
    assert all(over == stacked and beside != stacked for over, beside, _ in boxes)
    assert not stacked or all(lines < 1.5 for _, _, lines in boxes)


def test_ornaments_take_the_colour_of_the_text(opened_books: dict[str, list[Path]], page: Page) -> None:
    show(
        page,
        next(p for p in opened_books["built-in"] if p.name == "seizure.xhtml"),
        "html { background: #111; color: #ddd }",
    )
    style = page.evaluate(
        "(({maskImage, backgroundImage}) => [maskImage, backgroundImage])"
        "(getComputedStyle(document.querySelector('.opener'), '::after'))"
    )
    assert ".svg" in style[0]
    assert style[1].startswith("linear-gradient(color(srgb")


def test_phrases_of_the_specimen_stand_in_their_own_faces(page: Page, tmp_path: Path) -> None:
    """Persian, Urdu and Hebrew in an Arabic book, as in print; a page without them loads none of their faces."""
    with zipfile.ZipFile(io.BytesIO(write(TOP / "content" / "specimen").data)) as package:
        package.extractall(tmp_path)
    loaded = "[...document.fonts].filter(f => f.status == 'loaded').map(f => f.family.replaceAll('\"', ''))"
    faces = {"persian": "Vazirmatn", "urdu": "Noto Nastaliq Urdu", "hebrew": "Frank Ruhl Libre"}
    for chapter in (*faces, "arabic"):
        show(page, tmp_path / "EPUB" / "text" / f"{chapter}.xhtml")
        own = {faces[chapter]} if chapter in faces else set()
        assert set(faces.values()) & set(page.evaluate(loaded)) == own, chapter
