"""Made-up booklets of mixed paragraphs: words of two directions, digits, brackets, quotation marks, notes, emphasis."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pikepdf
from hypothesis import strategies as st

from report import html, pdf, theme
from report.build import read
from report.html import Section
from report.model import Booklet
from report.verify import ink
from report.verify.pdf_text import Reader

WORDS = {
    "ar": "كتاب رسالة مدينة القلم الورق في من على ذهب المعلّم كِتابٌ مكتبة أحمد الشتاء يقرأ لأنّ الآن إلى".split(),
    "fa": "کتاب نامه شهر قلم کاغذ در از به رفت آموزگار می‌نویسد کتابخانه زمستان یک چهارم این گفت".split(),
    "ur": "کتاب خط شہر قلم کاغذ میں سے پر گیا استاد لکھتا ہے لائبریری سردی ایک چوتھا یہ کہا".split(),
    "he": "ספר מכתב עיר עט נייר בתוך מן על הלך מורה כותב ספרייה חורף אחד רביעי זה אמר שָׁלוֹם".split(),
    "en": "book letter city pen paper in of on went teacher writes library winter one fourth this said".split(),
}
LATIN = ["Latin", "London", "A", "iPad", "Jimmy Carter", "UNESCO", "e-mail", "C++", "O’Neill"]
NUMBERS = ["1979", "12", "3.5", "1,000", "10-12", "1979/11/4", "50%", "٤", "١٩٧٩", "+5", "2:30"]
OTHER = {"en": ["[العربية]{lang=ar}", "[كتاب]{lang=ar}", "[טקסט]{lang=he}", "كتاب", "`UNESCO`"]}
FRAMES = [("(", ")"), ("«", "»"), ("*", "*"), ("**", "**"), ("“", "”"), ("[", "]{digits=latin}")]
STOPS = ["", "", "", ".", ":", "!", " –", "…"]
AS_TYPED = "digits: source\n"  # for booklet.yaml: two families of digits in one line
ARABIC_STOPS = ["،", "؛", "؟"]


def stops(language: str) -> list[str]:
    return STOPS if language in ("en", "he") else STOPS + ARABIC_STOPS


def phrases(language: str) -> st.SearchStrategy[str]:
    """A few words in a frame, or bare, with a stop behind them."""
    words = st.sampled_from(WORDS[language] * 2 + LATIN + NUMBERS + OTHER.get(language, []))
    run = st.lists(words, min_size=1, max_size=4).map(" ".join)
    framed = st.tuples(st.sampled_from(FRAMES), run).map(lambda f: f[0][0] + f[1] + f[0][1])
    code = st.sampled_from(LATIN).map("`{}`".format)
    return st.tuples(
        st.one_of(run, run, framed, code, run.map(lambda r: r + "[^N]")), st.sampled_from(stops(language))
    ).map("".join)


def paragraphs(language: str) -> st.SearchStrategy[str]:
    """One paragraph of Markdown; `[^N]` is a note to be numbered. It begins with a word, so that it is a paragraph."""
    first = st.sampled_from(WORDS[language])
    return st.tuples(first, st.lists(phrases(language), min_size=1, max_size=9)).map(lambda p: " ".join([p[0], *p[1]]))


def at_random(language: str, random: Random) -> str:
    """A paragraph of 25–90 words by a seeded Random, for whole books."""
    said: list[str] = []
    for _ in range(random.randint(25, 90)):
        word = random.choice(WORDS[language])
        roll = random.random()
        if roll < 0.05:
            word = random.choice(LATIN)
        elif roll < 0.09:
            word = random.choice(NUMBERS)
        elif roll < 0.14:
            opening, closing = random.choice(FRAMES)
            word = f"{opening}{word} {random.choice(WORDS[language])}{closing}"
        elif roll < 0.155:
            word += "[^N]"
        said.append(word + random.choice(stops(language)) * (roll > 0.8))
    return " ".join([random.choice(WORDS[language]), *said]) + "."


@dataclass(frozen=True)
class Made:
    """A booklet that was set, with its sections."""

    booklet: Booklet
    sections: tuple[Section, ...]
    data: bytes
    warnings: tuple[str, ...]


def write(folder: Path, language: str, chapters: list[list[str]], more: str = "") -> Path:
    """A booklet folder with a chapter for each list of paragraphs; `more` is put into booklet.yaml."""
    (folder / "text").mkdir(parents=True)
    names = [f"text/c{n}.md" for n in range(1, len(chapters) + 1)]
    (folder / "booklet.yaml").write_text(
        f"title: {WORDS[language][0]}\nlanguage: {language}\n"
        f"identifier: urn:uuid:3f1c0a52-0000-5000-8000-000000000077\ndate: 2026-11-23\n{more}"
        f"chapters: [{', '.join(names)}]\n",
        encoding="utf-8",
    )
    for number, (name, listed) in enumerate(zip(names, chapters, strict=True), 1):
        body, note = "\n\n".join(listed), 0
        while "[^N]" in body:
            note += 1
            body = body.replace("[^N]", f"[^{note}]", 1)
        notes = "".join(f"\n[^{n}]: {WORDS[language][n % 9]} {LATIN[n % 9]} (12).\n" for n in range(1, note + 1))
        head = f"---\nid: c{number}\ntitle: {WORDS[language][1]}\n---\n\n"
        (folder / name).write_text(head + body + "\n" + notes, encoding="utf-8")
    return folder


def made(folder: Path) -> Made:
    """Set a booklet folder."""
    booklet, faults = read(folder, folder.name)
    assert booklet is not None, faults
    style = theme.load(booklet.meta.theme, booklet.meta.language, booklet.root, booklet.meta.place)
    sections = html.sections(booklet, style)
    printed = pdf.write(booklet, sections, style)
    return Made(booklet, sections, printed.data, tuple(str(fault) for fault in printed.faults))


# ── how far it reaches ───────────────────────────────────────────────────────────────────────────────────────────────

SLACK = 0.6  # pt: Pango's units and widths in whole thousandths of an em are rounded, line by line
PLATES = 6  # pages of cover, title, imprint and contents, which have margins of their own


def area(booklet: Booklet, index: int) -> tuple[float, float]:
    """Left and right edge of the text area of a page, in pt."""
    style = theme.load(booklet.meta.theme, booklet.meta.language, booklet.root, booklet.meta.place)
    width = booklet.meta.page[0] / 25.4 * 72
    inner, outer = (float(style.token(f"margin-{side}")) * width for side in ("inner", "outer"))
    gutter_right = (booklet.meta.binding == "right") == (index % 2 == 0)
    return (outer, width - inner) if gutter_right else (inner, width - outer)


def side_room(booklet: Booklet) -> float:
    """How far inside the text area lines begin and end, in pt."""
    style = theme.load(booklet.meta.theme, booklet.meta.language, booklet.root, booklet.meta.place)
    return float(style.token("side-room").removesuffix("pt"))


def overhangs(done: Made) -> Iterator[tuple[float, float]]:
    """How far each stretch stands outside (negative: inside): its letters' room outside the measure of the lines, and its
    ink outside the text area."""
    sides, inset = [area(done.booklet, index) for index in (0, 1)], side_room(done.booklet)
    with pikepdf.open(io.BytesIO(done.data)) as pdf:
        for line in ink.lines(Reader(pdf)):
            if line.page >= PLATES:
                left, right = sides[line.page % 2]
                yield max(left - line.start, line.end - right) + inset, max(left - line.left, line.right - right)
