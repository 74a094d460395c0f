"""The faces inside: those the text needs, whole blocks of them, the same bytes each time."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from epub.conftest import Written
from fontTools.ttLib import TTFont

from report import assets, fonts
from report.epub import cutting, faces
from report.epub.cutting import Cut
from report.epub.usage import Usage
from report.fault import Place, Stopped
from report.theme import Theme

PLACE = Place("booklet.yaml", 1)


def names(book: Written) -> list[str]:
    return [Path(n).name for n in book.opened.files if n.endswith(".ttf")]


def of_family(family: str) -> set[str]:
    return {
        f.path.name for f in fonts.shipped() if f.family == family and f.style == "normal" and f.weight in (400, 700)
    }


def first(book: Written, token: str) -> str:
    return book.theme.token(token).split(",")[0].strip("'\" ")


def used(body: str = "ا", latin: str = "", code: str = "") -> Usage:
    return Usage({"body": set(body), "latin": set(latin), "code": set(code)})


def chosen(theme: Theme, usage: Usage, language: str = "ar") -> tuple[Cut, ...]:
    return faces.cuts(theme, faces.choose(theme, language, usage, PLACE), usage)


def cut(book: Written, usage: Usage, language: str = "ar") -> list[str]:
    return [c.face.path.name for c in chosen(book.theme, usage, language)]


def test_body_in_two_weights_and_no_more_than_is_needed(arabic: Written) -> None:
    assert set(cut(arabic, used())) == of_family(first(arabic, "body-face"))


def test_latin_comes_when_there_is_latin_and_code_in_one_weight(arabic: Written) -> None:
    body = of_family(first(arabic, "body-face"))
    assert set(cut(arabic, used(latin="a"))) == body | of_family(first(arabic, "latin-face"))
    code = set(cut(arabic, used(code="a"))) - body
    assert code == {n for n in of_family(first(arabic, "code-face")) if "Bold" not in n}


def test_italics_come_with_latin_emphasis(english: Written) -> None:
    styles = {f.path.name: (f.weight, f.style) for f in fonts.shipped()}
    inside = {styles[name] for name in names(english)}
    assert {(400, "normal"), (700, "normal"), (400, "italic"), (700, "italic")} <= inside


def test_a_face_keeps_whole_blocks(arabic: Written) -> None:
    """Letters the book does not use are there, for a reader's notes; presentation forms, which it cannot use, are not."""
    name = next(
        f"EPUB/fonts/{n}" for n in names(arabic) if n in of_family(first(arabic, "body-face")) and "Bold" not in n
    )
    with TTFont(io.BytesIO(arabic.opened.files[name])) as font:
        have = font.getBestCmap()
        assert {ord(c) for c in "پچژگکیٹڈ٠١٢۰۱۲,.;«»ABCabc0123\u200c\u200d\u200e\u200f"} <= set(have)
        assert not [c for c in have if 0xFB50 <= c <= 0xFDFF or 0xFE70 <= c <= 0xFEFC]
        assert {"GSUB", "GPOS", "GDEF"} <= set(font.keys())
        features = {r.FeatureTag for r in font["GSUB"].table.FeatureList.FeatureRecord}
        assert {"init", "medi", "fina"} <= features


def test_a_stack_without_a_known_face_is_a_fault(arabic: Written) -> None:
    theme = replace(arabic.theme, tokens=arabic.theme.tokens | {"body-face": "'Nowhere', serif"})
    with pytest.raises(Stopped) as stopped:
        faces.choose(theme, "ar", used(), PLACE)
    assert [(f.code, f.place, f.values) for f in stopped.value.faults] == [
        ("K608", PLACE, {"names": "Nowhere, serif", "token": "body-face"})
    ]


def test_a_generic_stack_leaves_the_face_to_the_reader(arabic: Written) -> None:
    theme = replace(arabic.theme, tokens=arabic.theme.tokens | {"body-face": "serif"})
    assert chosen(theme, used()) == ()


def test_a_phrase_in_a_third_script_has_a_face(english: Written, arabic: Written) -> None:
    assert '.foreign:lang(ar), .other:lang(ar) { font-family: "Amiri"; }' in english.opened.css
    assert "Amiri-Regular.ttf" in names(english)


def phrases(*bold: str, **foreign: str) -> Usage:
    return Usage(
        {"body": set("ا"), "latin": set(), "code": set()},
        {tag: set(letters) for tag, letters in foreign.items()},
        set(bold),
    )


def test_phrases_stand_in_the_face_the_theme_names_for_their_language(arabic: Written) -> None:
    """As in print; in bold only where a phrase is bold, and none where none is spoken."""
    body = of_family("Amiri")
    assert set(cut(arabic, phrases())) == body
    assert set(cut(arabic, phrases(fa="گچ", ur="ہے", he="ספר"))) - body == {
        "Vazirmatn-Regular.ttf", "NotoNastaliqUrdu-Regular.ttf", "FrankRuhlLibre-Regular.ttf",
    }  # fmt: skip
    assert set(cut(arabic, phrases("fa", fa="گچ"))) - body == of_family("Vazirmatn")
    choice = faces.choose(arabic.theme, "ar", phrases(fa="گچ"), PLACE)
    assert choice.foreign == {}  # the theme's own rule says it
    assert '.foreign:lang(fa) { font-family: "Vazirmatn"' in arabic.opened.css


def test_a_language_the_theme_names_no_face_for_takes_the_bodys_or_one_that_can(arabic: Written) -> None:
    pashto = phrases(ps="ښځ")
    assert set(cut(arabic, pashto)) == of_family("Amiri")
    assert faces.choose(arabic.theme, "ar", pashto, PLACE).foreign == {}
    yiddish = faces.choose(arabic.theme, "ar", phrases(yi="ספר", ja="本"), PLACE)
    assert yiddish.foreign == {"yi": "Frank Ruhl Libre"}


def test_a_theme_brings_its_own_face(arabic: Written, tmp_path: Path) -> None:
    """Named in the CSS, found in fonts/ of the theme, told apart by its own tables."""
    (tmp_path / "fonts").mkdir()
    source = next(f for f in fonts.shipped() if f.family == "Frank Ruhl Libre" and f.weight == 400)
    with TTFont(source.path) as font:
        for record in font["name"].names:
            if record.nameID in (1, 16):
                record.string = "Own Face"
        font.save(tmp_path / "fonts" / "Own.ttf")
    shutil.copy(source.licence, tmp_path / "fonts" / "OFL.txt")
    (tmp_path / "fonts" / "broken.ttf").write_bytes(b"no font")
    (tmp_path / "ebook.css").write_text("h1 { font-family: 'Own Face', serif }", encoding="utf-8")
    theme = replace(arabic.theme, folders=(tmp_path, *arabic.theme.folders))
    cuts = chosen(theme, used())
    assert cuts[-1].face.family == "Own Face"
    assert "font-family: 'Own Face'; font-weight: 400; font-style: normal; src: url(../fonts/Own.ttf)" in cutting.rules(
        cuts
    )
    assert "fonts/fonts-OFL.txt" in cutting.licences(cuts)


def test_licences_of_all_faces_lie_in_the_book(book: Written) -> None:
    texts = [data.decode() for name, data in book.opened.files.items() if name.endswith("OFL.txt")]
    assert texts
    assert all("SIL OPEN FONT LICENSE" in text for text in texts)
    assert assets.fonts().is_dir()
