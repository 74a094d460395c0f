"""Numbers with signs, note calls and words cut by markup in a browser: where each character stands on the screen."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from epub.conftest import write
from playwright.sync_api import Browser, Page

from report.script import digits, languages, tokens

pytestmark = pytest.mark.slow

# Every character of every element a selector finds: [character, left, right, bottom of its box, class of its parent].
CHARACTERS = """selector => [...document.querySelectorAll(selector)].map(holder => {
  const found = [], walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) for (let i = 0; i < node.length; i++) {
    const range = document.createRange(); range.setStart(node, i); range.setEnd(node, i + 1);
    const box = range.getClientRects()[0];
    if (box && box.width > 0) found.push([node.data[i], box.left, box.right, box.bottom, node.parentElement.className]);
  }
  return found;
})"""
WIDTH = """id => { const range = document.createRange(); range.selectNodeContents(document.getElementById(id));
  return range.getBoundingClientRect().width; }"""

SAMPLES = ["12%", "€12.3", "37.5°", "1979-1981", "1979–1981", "+966 11 123 4567", "4-11-1979", "C++"]
AMID = {"rtl": {"ar": "كلمة", "fa": "واژه", "he": "מילה"}, "ltr": {"en": "word"}}
STYLES = [("ar", "arabic-indic"), ("ar", "latin"), ("fa", "extended"), ("he", "latin"), ("en", "latin")]
Box = tuple[str, float, float, float, str]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """As wide as a table: no line is broken."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    yield page
    page.close()


def opened(page: Page, folder: Path, language: str, style: str, text: str, people: str = "") -> None:
    """The one chapter of a booklet, as its e-book shows it."""
    folder.mkdir()
    (folder / "booklet.yaml").write_text(
        f"title: ب\nlanguage: {language}\nidentifier: urn:uuid:7c9e6679-7425-40de-944b-e07fc1f90ae7\n"
        f"date: 2026-11-23\ndigits: {style}\nchapters: [one.md]\n",
        encoding="utf-8",
    )
    (folder / "one.md").write_text(f"---\nid: one\ntitle: ب\n---\n\n{text}\n", encoding="utf-8")
    (folder / "people.yaml").write_text(people, encoding="utf-8")
    (folder / "book.epub").write_bytes(write(folder).data)
    with zipfile.ZipFile(folder / "book.epub") as package:
        package.extractall(folder / "book")
    page.goto((folder / "book" / "EPUB" / "text" / "one.xhtml").as_uri())
    page.evaluate("document.fonts.ready")


def word_of(language: str) -> str:
    return AMID[languages.find(language).direction][language]


def contexts(language: str, sample: str) -> str:
    """A sample at the start and the end of a paragraph, after a word of either script, in brackets, in emphasis, in a
    list, a cell and a note; no word has a character of any sample."""
    word = word_of(language)
    said = (f"{sample} {word}", f"{word} {sample}", f"NASA {sample} {word}", f"({sample})", f"**{sample}** {word}")
    cells = f"| {word} | b |\n|---|---|\n| {sample} | {word} {sample} |"
    return "\n\n".join((*said, f"- {word} {sample}", f"{word}[^n]", cells, f"[^n]: {word} {sample}"))


def seen(line: list[Box], signs: set[str]) -> str:
    return "".join(box[0] for box in sorted(line, key=lambda box: box[1]) if box[0] in signs)


def wanted(sample: str, language: str) -> str:
    """By house order; C++ is no number, and is read as it is written."""
    found = list(tokens.find(sample))
    if not found:
        return sample
    order = tokens.sequence(sample, tokens.direction(found[0], languages.find(language)))
    return "".join(sample[i] for i in order).replace(" ", "")


@pytest.mark.parametrize(("language", "style"), STYLES)
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_datum_has_one_order_in_every_context(
    page: Page, tmp_path: Path, language: str, style: str, sample: str
) -> None:
    opened(page, tmp_path / "b", language, style, contexts(language, sample))
    shown = digits.convert(sample, style)
    lines = page.evaluate(CHARACTERS, "section > p[id], ul li, td, aside p")
    own = [[box for box in line if box[4] not in ("noteref", "backlink")] for line in lines]
    data = [order for line in own if (order := seen(line, set(shown) - {" "}))]
    assert (len(data), set(data)) == (9, {wanted(shown, language)})


def test_probe_without_the_press_order_follows_from_neighbours(page: Page) -> None:
    page.goto("about:blank")
    page.set_content('<body dir="rtl"><p>12% كلمة</p><p>كلمة 12%</p><p>NASA 12% كلمة</p></body>')
    found = {seen(line, set("12%")) for line in page.evaluate(CHARACTERS, "p")}
    assert found == {"12%", "%12"}


@pytest.mark.parametrize("stop", ["", "."])
@pytest.mark.parametrize(("language", "style"), STYLES)
def test_a_call_after_a_number_is_raised_and_no_part_of_it(
    page: Page, tmp_path: Path, language: str, style: str, stop: str
) -> None:
    """It follows the number, and the stop, in reading direction, with a gap."""
    word = word_of(language)
    opened(page, tmp_path / "b", language, style, f"{word} 1981{stop}[^n] {word}\n\n[^n]: {word}")
    (line,) = page.evaluate(CHARACTERS, "section > p[id]")
    call = [box for box in line if box[4] == "noteref" and box[0].isdigit()]
    number = [box for box in line if box[4] != "noteref" and (box[0].isdigit() or box[0] == ".")]
    assert (len(call), len(number)) == (1, 4 + len(stop))
    (_, left, right, bottom, _), year = call[0], [box for box in number if box[0] != "."]
    assert bottom < year[0][3] - 2
    if languages.find(language).direction == "rtl":
        assert right < min(box[1] for box in number) - 0.5
        assert not stop or number[-1][2] < min(box[1] for box in year) + 0.5
    else:
        assert left > max(box[2] for box in number) + 0.5
        assert not stop or number[-1][1] > max(box[2] for box in year) - 0.5


WORDS = "[مكت](https://example.org/a)بة\n\nمكتبة\n\n[سم]{person=a}سم\n\nسمسم\n\n[قلم]{.index}هم\n\nقلمهم\n"


def test_a_word_cut_by_markup_is_as_wide_as_a_whole_one(page: Page, tmp_path: Path) -> None:
    opened(page, tmp_path / "b", "ar", "latin", WORDS, people="a:\n  name: سمسم\n")
    page.add_style_tag(content="p * { font-weight: inherit !important; padding: 0 !important }")
    ids = [f"one-p{n}" for n in range(1, 7)]
    widths = [page.evaluate(WIDTH, id) for id in ids]
    for cut, whole in zip(widths[::2], widths[1::2], strict=True):
        assert abs(cut - whole) < whole / 100
    page.evaluate(
        "for (const p of document.querySelectorAll('p[id]')) p.innerHTML = p.innerHTML.replaceAll('\u200d', '\u200c')"
    )
    torn = [page.evaluate(WIDTH, id) for id in ids[:4:2]]
    assert all(abs(a - b) > b / 20 for a, b in zip(torn, widths[1:4:2], strict=True))
