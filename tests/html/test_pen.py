"""Blocks and inlines as XHTML: order of memory, digits once, directions, quotes, notes."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from conftest import TOP

from report.build import read
from report.fault import Place
from report.html.pen import Pen, tag
from report.labels import labels
from report.model import Blocks, Booklet, Code, Digits, Foreign, Inline, Note, Paragraph, Ref, Strong, Text

P = Place("a.md", 1, 1)


def booklet(language: str) -> Booklet:
    made, faults = read(TOP / "tests" / "booklets" / language, language)
    assert made is not None, faults
    return made


def pen(language: str = "ar", **meta: object) -> Pen:
    made = booklet(language)
    made = replace(made, meta=replace(made.meta, **meta))
    return Pen(made, labels(language), "s", made.chapters[0])


def written(pen: Pen, *inlines: Inline) -> str:
    return str(pen.block(Paragraph(inlines, P, "p"))).removeprefix('<p id="p">').removesuffix("</p>")


def t(text: str) -> Text:
    return Text(text, P)


def test_markup_in_text_is_text() -> None:
    assert written(pen(), t("<ب>&\"'")) == "&lt;ب&gt;&amp;&#34;&#39;"


@pytest.mark.parametrize(
    ("style", "wanted"),
    [("arabic-indic", "عام ١٩٨٠"), ("extended", "عام ۱۹۸۰"), ("latin", "عام 1980"), ("source", "عام 1980")],
)
def test_digits_follow_the_booklet(style: str, wanted: str) -> None:
    assert written(pen(digits=style), t("عام 1980")) == wanted


def test_code_foreign_words_and_marked_digits_keep_theirs() -> None:
    shown = written(pen(), Code("1980", P), Foreign("en", (t("in 1980"),), P), Digits("latin", (t("1980"),)))
    assert shown == '<code dir="ltr">1980</code><span class="foreign" lang="en" dir="ltr">in 1980</span>1980'


def test_a_latin_phrase_gets_its_direction_in_right_to_left_text_only() -> None:
    assert written(pen(), t("قال Jimmy Carter كلمة")) == 'قال <span class="latin" dir="ltr">Jimmy Carter</span> كلمة'
    assert written(pen("en"), t("said Jimmy Carter then")) == "said Jimmy Carter then"


@pytest.mark.parametrize(("language", "wanted"), [("ar", "«أ» ب"), ("fa", "«أ» ب"), ("en", "“أ” ب")])
def test_straight_quotes_become_those_of_the_language(language: str, wanted: str) -> None:
    assert written(pen(language), t('"أ" ب')) == wanted


def test_quotes_pair_through_markup_and_stay_when_one_is_missing() -> None:
    assert (
        written(pen(), t('قال: "كلمة '), Strong((t("قوية"),)), t('" وسكت')) == "قال: «كلمة <strong>قوية</strong>» وسكت"
    )
    assert written(pen(), t('بقي " وحده')) == "بقي &#34; وحده"


def test_a_note_is_called_by_number_and_kept_for_the_end() -> None:
    writer = pen()
    body: Blocks = (Paragraph((t('حاشية "فيها" 12'),), P),)
    call = ET.fromstring(written(writer, Note(body, P)))
    (note,) = (ET.fromstring(str(n)) for n in writer.notes)
    assert (call.get("href"), call.text, note.get("id")) == ("#s-n1", "١", "s-n1")
    assert note.get("role") == "doc-footnote"
    assert "".join(note.itertext()) == "١حاشية «فيها» ١٢"
    back = note.find("a")
    assert back is not None
    assert back.get("href") == f"#{call.get('id')}"


def test_tag_leaves_empty_attributes_out_and_escapes_the_rest() -> None:
    assert tag("a", "<", class_="x", id=None, href='"', aria_label="") == '<a class="x" href="&#34;">&lt;</a>'


def test_the_first_mention_in_a_chapter_is_told_from_later_ones() -> None:
    written_by = pen()
    mention = Ref("term", "train", (t("قطار"),), P)
    classes = [ET.fromstring(str(written_by.inline(mention))).get("class") for _ in range(2)]
    assert classes == ["ref term first", "ref term"]
    assert ET.fromstring(str(pen().inline(Ref("event", "letter", (t("وصل"),), P)))).get("class") == "ref event"
    assert ET.fromstring(str(Pen(booklet("ar"), labels("ar"), "s").inline(mention))).get("class") == "ref term"
