"""Rows of the typographic checklist that a printed page shows: hyphens, tracking, slant, line pitch, quotation marks."""

from __future__ import annotations

import io
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

from report import assets, theme
from report.fault import Place
from report.html import sections
from report.pdf import faces, printed

faces.use([assets.fonts()])

import weasyprint  # noqa: E402  (after the private fontconfig)
from conftest import TOP  # noqa: E402

from report.build import read  # noqa: E402
from report.pdf import engine  # noqa: E402
from report.pdf.fetcher import Fetcher  # noqa: E402
from report.verify.pdf_text import Reader  # noqa: E402

SIZE = "@page { size: 400px 500px; margin: 50px }"
RTL = ("ar", "fa", "ur", "he")
WORDS = {"ar": "كلمة مكتوبة", "fa": "واژهٔ نوشته", "ur": "لکھا ہوا لفظ", "he": "מילה כתובה"}


def document(language: str, body: str, folder: Path, extra: str = "", name: str = "naskh") -> Any:
    """A page of the naskh theme, or of one that extends it."""
    engine.correct()
    naskh = theme.load(name, language, folder, Place("booklet.yaml"))
    style = weasyprint.CSS(
        string=naskh.css("print") + SIZE + extra, url_fetcher=Fetcher(folder, naskh), base_url="theme:0/"
    )
    direction = "ltr" if language == "en" else "rtl"
    html = f'<html lang="{language}" dir="{direction}"><body>{body}</body></html>'
    return weasyprint.HTML(string=html).render(stylesheets=[style])


def boxes(made: Any) -> list[Any]:
    return [box for page in made.pages for box in page._page_box.descendants()]


@pytest.mark.parametrize("language", RTL)
def test_letters_are_not_spaced_words_not_hyphenated_and_none_is_slanted(language: str, tmp_path: Path) -> None:
    """A8, A12, A15, wherever the theme has a rule of its own: headings, emphasis, captions, names."""
    said = WORDS[language]
    body = "".join(
        f"<{tag}>{said}</{tag}>"
        for tag in ("h1", "h2", "h3", "p", "em", "strong", "cite", "blockquote", "figcaption", "th", "small")
    )
    made = document(language, f"{body}<table><caption>{said}</caption><tr><th>{said}</th></tr></table>", tmp_path)
    texts = [box for box in boxes(made) if type(box).__name__ == "TextBox" and box.text.strip()]
    assert len(texts) == 13
    for box in texts:
        assert box.style["letter_spacing"] in ("normal", 0), box.element_tag
        assert box.style["hyphens"] != "auto", box.element_tag
        assert box.style["font_style"] == "normal", box.element_tag


ASKED = "em { font-style: italic !important } strong { font-style: oblique !important }"


def faces_and_shears(made: Any) -> tuple[set[str], set[float]]:
    """The faces of a page without the letters of their subset, and how much each text is sheared."""
    with pikepdf.open(io.BytesIO(made.write_pdf())) as pdf:
        fonts: Any = pdf.pages[0].Resources.Font
        names = {str(font.BaseFont).rpartition("+")[2] for font in fonts.values()}
        drawn = pikepdf.parse_content_stream(pdf.pages[0])
        return names, {float(i.operands[2]) for i in drawn if str(i.operator) == "Tm"}


@pytest.mark.parametrize("asked", ["", ASKED], ids=["theme", "italics-asked"])
@pytest.mark.parametrize("language", RTL)
def test_emphasis_is_a_face_and_never_a_slant(language: str, asked: str, tmp_path: Path) -> None:
    """A15: by weight; even where a theme asks for italics no upright face is sheared."""
    said = WORDS[language]
    names, shears = faces_and_shears(document(language, f"<p>{said} <em>{said}</em></p>", tmp_path, asked))
    assert shears == {0}
    if not asked:
        assert not [name for name in names if "Italic" in name or "Oblique" in name]
        assert [name for name in names if "Bold" in name]


def test_in_english_emphasis_is_the_italic_face(tmp_path: Path) -> None:
    """So that the test above would see one."""
    names, shears = faces_and_shears(document("en", "<p>word <em>word</em></p>", tmp_path))
    assert [name for name in names if "Italic" in name]
    assert shears == {0}


MIXED = ' <span class="latin" dir="ltr">NASA and the European Space Agency</span> <code dir="ltr">x = y</code> 12,5 '


def pitches(made: Any) -> set[float]:
    """Distances between the lines of one paragraph, px, on each page."""
    tops = [box.position_y for box in boxes(made) if type(box).__name__ == "LineBox" and box.element_tag == "p"]
    assert len(tops) > 3
    return {round(b - a, 2) for a, b in pairwise(tops) if b > a}


@pytest.mark.parametrize("language", RTL)
def test_foreign_words_do_not_move_the_lines(language: str, tmp_path: Path) -> None:
    """A16: line pitch is one in pure and mixed paragraphs."""
    pure = pitches(document(language, f"<p>{(WORDS[language] + ' ') * 40}</p>", tmp_path))
    mixed = pitches(document(language, f"<p>{(WORDS[language] + MIXED) * 12}</p>", tmp_path))
    assert len(pure) == 1
    assert mixed == pure


def test_a_taller_face_would_move_the_lines(tmp_path: Path) -> None:
    body = f"<p>{(WORDS['ur'] + MIXED) * 12}</p>"
    assert pitches(document("ur", body, tmp_path, "code { line-height: inherit }")) != pitches(
        document("ur", body, tmp_path)
    )


def test_a_broken_foreign_phrase_begins_on_the_upper_line(tmp_path: Path) -> None:
    """A2: read downwards, its first words at the left of the upper line's end."""
    phrase = "The Canticle of Leibowitz and other stories of the long night"
    body = f'<p>كلمة مكتوبة <span class="foreign" lang="en" dir="ltr">{phrase}</span> ثم كلمة.</p>'
    texts = [box for box in boxes(document("ar", body, tmp_path)) if type(box).__name__ == "TextBox"]
    latin = [box for box in texts if box.text.isascii() and box.text.strip()]
    latin.sort(key=lambda box: (round(box.position_y / 5), box.position_x))
    assert len({round(box.position_y / 5) for box in latin}) > 1
    assert " ".join(" ".join(box.text for box in latin).split()) == phrase


def ink(language: str, mark: str, way: str, folder: Path) -> Image.Image:
    """A mark alone in a paragraph, cut to its ink, at one size: where on the page's pixels it fell makes no difference."""
    data = document(language, f'<p dir="{way}">{mark}</p>', folder, "p { font-size: 60px; text-indent: 0 }").write_pdf()
    with pypdfium2.PdfDocument(data) as pdf:
        image = ImageOps.invert(pdf[0].render(scale=4).to_pil().convert("L"))
    return image.crop(image.getbbox()).resize((32, 32))


def apart(one: Image.Image, other: Image.Image) -> float:
    """How different two pictures are, 0 to 1."""
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0] / 255


@pytest.mark.parametrize("pair", ["«»", "‹›", "()", "[]"])
@pytest.mark.parametrize("language", ["ar", "fa", "he"])
def test_brackets_and_quotation_marks_are_mirrored_once(language: str, pair: str, tmp_path: Path) -> None:
    """A17: what opens, right to left, looks as what closes, left to right, and the other way round."""
    for mark, other in (pair, pair[::-1]):
        turned = ink(language, mark, "rtl", tmp_path)
        mirrored, same = (ink(language, m, "ltr", tmp_path) for m in (other, mark))
        assert apart(turned, mirrored) < 0.06 < 0.12 < apart(turned, same)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_direction_is_left_to_be_guessed_in_print(language: str, tmp_path: Path) -> None:
    """In the very document the engine is given: neither `dir=auto` nor a `bdi` without a direction."""
    booklet, faults = read(TOP / "tests" / "booklets" / language, language)
    assert booklet is not None, faults
    naskh = theme.load("naskh", language, booklet.root, Place("booklet.yaml"))
    made = [printed.page(printed.sheet(s), booklet.meta, "", {}) for s in sections(booklet, naskh)]
    for html in made:
        assert html.get("dir") == ("rtl" if language == "ar" else "ltr")
        for element in html.iter():
            assert element.get("dir") in (None, "rtl", "ltr")
            assert element.tag != "bdi" or element.get("dir")


def letters_and_picture(made: Any) -> tuple[str, Image.Image]:
    """What a page says by its tag tree, and its pixels."""
    data = made.write_pdf(pdf_variant="pdf/ua-1")
    with pikepdf.open(io.BytesIO(data)) as pdf, pypdfium2.PdfDocument(data) as shown:
        return Reader(pdf).text(), shown[0].render(scale=3).to_pil().convert("L")


SETS = {"ss01": "وبربي", "ss04": "گرگ", "ss05": "السِّرّ مرِّ", "ss06": "الله", "ss08": "كلمة، وكلمة"}


@pytest.mark.parametrize("name", SETS)
def test_a_theme_may_choose_other_forms_and_no_letter_is_lost(name: str, tmp_path: Path) -> None:
    """A13: the sets of forms that Amiri offers, by the token `features`: other ink, the same letters and marks."""
    (tmp_path / "mine").mkdir()
    own = f'name = "mine"\nextends = "naskh"\n[tokens]\nfeatures = "\'{name}\'"\n'
    (tmp_path / "mine" / "theme.toml").write_text(own, encoding="utf-8")
    body = f"<p>{SETS[name]}</p>"
    said, usual = letters_and_picture(document("ar", body, tmp_path))
    again, chosen = letters_and_picture(document("ar", body, tmp_path, name="mine"))
    assert sorted(again) == sorted(said)
    assert sorted(said.replace(" ", "")) == sorted(SETS[name].replace(" ", ""))
    assert ImageChops.difference(usual, chosen).getbbox() is not None


@pytest.mark.parametrize("language", ["ar", "fa", "ur", "he"])
def test_ligatures_hide_no_mark(language: str, tmp_path: Path) -> None:
    """A13: with the sets the theme asks for, taking the marks away takes ink away from every word."""
    for word in STACKED[language].split():
        bare = "".join(c for c in word if unicodedata.category(c) != "Mn")
        if bare != word:
            sizes = [amount(document(language, f"<p>{w}</p>", tmp_path)) for w in (word, bare)]
            assert sizes[0] > sizes[1] * 1.01, word


def amount(made: Any) -> float:
    """How much ink a page has."""
    with pypdfium2.PdfDocument(made.write_pdf()) as pdf:
        return ImageStat.Stat(ImageOps.invert(pdf[0].render(scale=4).to_pil().convert("L"))).sum[0]


STACKED = {
    "ar": "فَسَيَكْفِيكَهُمُ اللّٰهُ إِنَّ الصِّدْقَ لَيُحِبُّهُ المُحِبُّونَ بِحَيِّزِهِمْ أَلِفٌ ",
    "fa": "مُعَلِّمِ مِهرَبانْ حُجَّةً آمُوزِگارِ پِیچِشْ ",
    "ur": "لِکھَّا ہُوا مُحَبَّتِ پِیچِشْ گُچّھِیاں ٹُکڑِی ",
    "he": "שָׁלוֹם לְךָ קֹדֶשׁ רוּחַ בַּיִּת לָמֶ֫לֶךְ ",
}


def touching(language: str, folder: Path, extra: str = "") -> int:
    """Pixels of one line's ink beside or on that of its neighbour: lines are set in two colours in turn, at the theme's
    pitch; less than a sixth of a point apart counts."""
    words = STACKED[language].split()
    turned = [" ".join(words[n:] + words[:n]) for n in range(len(words))]
    lines = "".join(f'<p class="{"ab"[n % 2]}">{line}</p>' for n, line in enumerate(turned))
    colours = "p { text-indent: 0 !important } .a { color: #f00 } .b { color: #00f }"
    with pypdfium2.PdfDocument(document(language, lines, folder, colours + extra).write_pdf()) as pdf:
        red, _, blue = pdf[0].render(scale=6).to_pil().convert("RGB").split()
    one, other = (ImageOps.invert(c).point(lambda v: 255 * (v > 128)) for c in (blue, red))
    return sum(ImageChops.multiply(one.filter(ImageFilter.MaxFilter(3)), other).histogram()[128:])


@pytest.mark.parametrize("language", STACKED)
def test_marks_of_stacked_lines_never_touch(language: str, tmp_path: Path) -> None:
    """A14: at the theme's line pitch no vowel sign reaches the ink of the line above or below."""
    assert touching(language, tmp_path) == 0


@pytest.mark.parametrize("language", STACKED)
def test_at_a_narrow_pitch_they_would(language: str, tmp_path: Path) -> None:
    assert touching(language, tmp_path, "p { line-height: .8 }") > 20
