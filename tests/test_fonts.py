"""fonts/: the manifest is complete and true, the licences are free, and each language's letters are there."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
from conftest import TOP
from fontTools.ttLib import TTFont

from report import assets, fonts
from report.build import build
from report.fault import Place

ROWS: list[dict[str, Any]] = tomllib.loads((assets.fonts() / "manifest.toml").read_text(encoding="utf-8"))["face"]
LETTERS = {
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـًٌٍَُِّْٰ،؛؟«»٠١٢٣٤٥٦٧٨٩٫٬٪",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیۀأؤئـ،؛؟«»۰۱۲۳۴۵۶۷۸۹٫٬٪\u200c",
    "ur": "آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےۓۂـ،؛؟۔«»۰۱۲۳۴۵۶۷۸۹٫٬",
    "he": "אבגדהוזחטיכךלמםנןסעפףצץקרשת־׳״",
    "ckb": "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێھ،؛؟«»",
    "ps": "اآبپتټثجځچڅحخدډذرړزژږسښشصضطظعغفقکګلمنڼوهۀيېۍئیة،؛؟«»۰۱۲۳۴۵۶۷۸۹",
    "sd": "ابٻڀتٿٽثپجڄڃچڇحخدڌڏڊڍذرڙزسشصضطظعغفڦقڪکگڳڱلمنڻوهءيھ۽۾،؛؟«»",
    "yi": "אבגדהוװױזחטייײכךלמםנןסעפףצץקרשתֿ־׳״",
    "en": "ABCXYZabcxyz0123456789“”‘’–—éʻāḥ",
}


def test_every_font_file_is_in_the_manifest() -> None:
    files = {str(p.relative_to(assets.fonts())) for p in assets.fonts().rglob("*.ttf")}
    assert files == {row["file"] for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["file"])
def test_a_row_tells_what_the_file_is(row: dict[str, Any]) -> None:
    path = assets.fonts() / row["file"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == row["sha256"]
    with TTFont(path) as font:
        names = font["name"]
        assert row["family"] in (names.getDebugName(16), names.getDebugName(1))
        assert row["version"] in names.getDebugName(5)
        assert font["OS/2"].usWeightClass == row["weight"]
        assert (font["post"].italicAngle != 0) == (row["style"] == "italic")
        assert "fvar" not in font
        assert font["OS/2"].fsType == 0, "embedding must be free of restrictions"
        assert "Open Font License" in names.getDebugName(13) or "Open Font License" in names.getDebugName(0)


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["file"])
def test_its_licence_lies_beside_it(row: dict[str, Any]) -> None:
    assert row["licence"] == "OFL-1.1"
    text = (assets.fonts() / row["licence_file"]).read_text(encoding="utf-8")
    assert text.startswith("Copyright")
    with TTFont(assets.fonts() / row["file"]) as font:
        holder = re.search(r"\d{4}[^(.,]*[^(., ]", str(font["name"].getDebugName(0)))
    assert holder is not None
    assert holder[0] in text.split("SIL OPEN FONT LICENSE")[0], "the licence is another font's"
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert row["taken_from"].startswith(("npm ", "Debian ", "PyPI "))
    assert "://" not in row["taken_from"]


@pytest.mark.parametrize("row", [r for r in ROWS if r["languages"]], ids=lambda r: r["file"])
def test_body_faces_have_the_letters_of_their_languages(row: dict[str, Any]) -> None:
    with TTFont(assets.fonts() / row["file"]) as font:
        have = font.getBestCmap()
    for language in row["languages"]:
        assert not [c for c in LETTERS[language] if ord(c) not in have], language


def test_each_language_has_regular_and_bold() -> None:
    for language in LETTERS:
        weights = {row["weight"] for row in ROWS if language in row["languages"]}
        assert {400, 700} <= weights, language


def test_a_character_no_face_has_is_a_fault_with_its_place() -> None:
    place = Place("text/a.md", 3, 7)
    (fault,) = fonts.lacking({"ا": Place("text/a.md", 1, 1), "漢": place, "\u200c": place}, [])
    assert (fault.code, fault.place) == ("K302", place)
    assert "U+6F22" in fault.values["name"]


def test_the_manifest_names_no_host() -> None:
    text = (assets.fonts() / "manifest.toml").read_text(encoding="utf-8")
    assert not re.search(r"://|\b[\w-]+\.(?:com|org|net|io|dev)\b", text)


@pytest.mark.slow
def test_a_theme_may_bring_a_face_of_its_own(tmp_path: Path) -> None:
    folder = shutil.copytree(TOP / "tests" / "booklets" / "ar", tmp_path / "b")
    (folder / "mine" / "fonts").mkdir(parents=True)
    with TTFont(assets.fonts() / "Amiri" / "Amiri-Regular.ttf") as font:
        for record in font["name"].names:
            if record.nameID in (1, 4, 6, 16):
                record.string = "Khatti"
        font.save(folder / "mine" / "fonts" / "khatti.ttf")
    (folder / "mine" / "theme.toml").write_text('extends = "naskh"\n[tokens.ar]\nbody-face = "Khatti"\n')
    head = folder / "booklet.yaml"
    head.write_text(head.read_text(encoding="utf-8") + "theme: mine\n", encoding="utf-8")
    result = build(folder, tmp_path / "out", ("pdf",))
    assert result.sound, result.faults
    drawn = subprocess.run(
        ["pdffonts", str(result.outputs["pdf"][0])], capture_output=True, text=True, check=True
    ).stdout
    assert "Khatti" in drawn


def test_a_theme_s_face_without_a_licence_is_told_at_its_place_and_once(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    (folder / "my theme" / "fonts").mkdir(parents=True)
    (folder / "text").mkdir()
    (folder / "booklet.yaml").write_text(
        "title: كتاب الخط الجديد في السمة\nlanguage: ar\nidentifier: urn:uuid:7c9e6679-7425-40de-944b-e07fc1f90ae7\n"
        "date: 2026-11-23\nchapters: [text/one.md]\ntheme: my theme\n",
        "utf-8",
    )
    (folder / "text/one.md").write_text(
        "---\nid: one\ntitle: الفصل\n---\n\nنص الفصل كلمات كثيرة من العربية.\n", "utf-8"
    )
    (folder / "my theme/theme.toml").write_text(
        'extends = "naskh"\n[tokens]\nbody-face = "\'Extra Naskh\', serif"\n', "utf-8"
    )
    with TTFont(next(face.path for face in fonts.shipped() if face.path.name == "Amiri-Regular.ttf")) as font:
        for record in font["name"].names:
            if record.nameID in (1, 16):
                record.string = "Extra Naskh"
        font.save(folder / "my theme/fonts/خط إضافي.ttf")
    told = build(folder, tmp_path / "out", ("epub",)).faults
    assert [(f.code, str(f.place)) for f in told] == [("K417", "my theme/fonts/خط إضافي.ttf")]
    (folder / "my theme/fonts/OFL.txt").write_text("SIL OFL", "utf-8")
    assert build(folder, tmp_path / "out", ("epub",)).faults == ()


def test_coverage_is_what_fonttools_reads(tmp_path: Path) -> None:
    for face in fonts.shipped():
        with TTFont(face.path, lazy=True) as font:
            assert fonts.coverage(face.path) == frozenset(font.getBestCmap())
    (tmp_path / "none.ttf").write_bytes(b"no font")
    assert fonts.coverage(tmp_path / "none.ttf") == frozenset()
