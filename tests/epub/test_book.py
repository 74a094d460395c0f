"""The package as a whole, by facts read back with zipfile and lxml; and that each fact would be missed."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import oracles
import pytest
from epub.conftest import Written
from epub.facts import DC, LANG, OPF, H, Opened, complaints

from report import assets, verify

TEXT = "EPUB/text/seizure.xhtml"
OPF_FILE = "EPUB/package.opf"

# What is broken, in which file, and a word of the complaint it must raise. Validators are silent about most of these.
MUTATIONS = [
    (OPF_FILE, r' dir="rtl"', "", "package"),
    (OPF_FILE, r'<package ([^>]*)xml:lang="ar"', r'<package \1xml:lang="en"', "package"),
    (OPF_FILE, r' page-progression-direction="rtl"', "", "spine"),
    (OPF_FILE, r"<dc:language>ar", "<dc:language>en", "dc:language"),
    (OPF_FILE, r' properties="cover-image"', "", "cover image"),
    (OPF_FILE, r'<meta name="cover"[^>]*/>', "", "cover image"),
    (OPF_FILE, r"urn:uuid:", "", "identifier"),
    (OPF_FILE, r"T00:00:00Z", "T00:00:00+01:00", "modified"),
    (OPF_FILE, r'<meta refines="#creator-1" property="file-as">.*?</meta>', "", "filing name"),
    (OPF_FILE, r'<meta refines="#title" property="title-type">main</meta>', "", "title-type"),
    (OPF_FILE, r">visual<", ">auditory<", "accessMode"),
    (OPF_FILE, r">alternativeText<", ">index<", "alternativeText"),
    (OPF_FILE, r">tableOfContents<", ">index<", "accessibilityFeature"),
    (OPF_FILE, r'<meta [^>]*property="a11y:certifiedBy".*?</meta>', "", "claimed by nobody"),
    (OPF_FILE, r">none<", ">unknown<", "accessibilityHazard"),
    (OPF_FILE, r"<item [^>]*picture-1[^>]*/>", "", "manifest"),
    (OPF_FILE, r'<link [^>]*#face-1"[^>]*/>', "", "licence"),
    (
        OPF_FILE,
        r'<meta property="ibooks:specified-fonts">true',
        '<meta property="ibooks:specified-fonts">false',
        "own faces",
    ),
    ("META-INF/com.apple.ibooks.display-options.xml", r">true<", ">false<", "own faces"),
    (TEXT, r' dir="rtl"', "", "html"),
    (TEXT, r'<html ([^>]*)lang="ar" xml:lang="ar"', r'<html \1lang="en" xml:lang="en"', "html"),
    (TEXT, r'<bdi class="latin" dir="ltr" lang="en" xml:lang="en">', '<bdi dir="ltr" lang="en">', "xml:lang differ"),
    (TEXT, r'id="claw"', 'id="seizure"', "twice"),
    (TEXT, r'<body epub:type="bodymatter"', "<body", "body"),
    (TEXT, r'(<h2 id="claw">)', "\\1\u202e", "override"),
    (TEXT, r'(<h2 id="claw">)', "\\1\ufee3", "presentation"),
    (TEXT, r'(<h2 id="claw")', r'\1 style="color:red"', "attribute style"),
    (TEXT, r'(<h2 id="claw")', r'\1 data-x="1"', "attribute data-x"),
    (TEXT, r'src="../images/', 'src="https://example.org/', "remote"),
    (TEXT, r"<title>", "<title>.", "title element"),
    (TEXT, r'<h2 id="claw">(.*?)</h2>', r'<h4 id="claw">\1</h4>', "skipped level"),
    (TEXT, r'href="#seizure-n1"', 'href="#seizure-n2"', "pair"),
    (TEXT, r'href="#seizure-r1"', 'href="#seizure-r2"', "way back"),
    (TEXT, r' epub:type="noteref"', "", "pair"),
    (TEXT, r' epub:type="chapter"', "", "doc-chapter"),
    (TEXT, r' aria-labelledby="seizure-questions"', "", "doc-qna without a name"),
    (TEXT, "\u200e(</bdi>)", r"\1", "bdi without marks"),
    (TEXT, r"<bdi (.*?)</bdi>", r"<span \1</span>", "without bdi"),
    (TEXT, "\u200f(<a class=.noteref)", r"\1", "not parted"),
    (TEXT, r"people.xhtml#person-shah", "people.xhtml#person-x", "dead link"),
    ("EPUB/text/glossary.xhtml", r' epub:type="glossterm"', "", "glossary"),
    ("EPUB/text/cover.xhtml", r' alt="[^"]*"', "", "cover document"),
    ("EPUB/text/cover.xhtml", r"</body>", "<p>x</p></body>", "cover document"),
    ("EPUB/nav.xhtml", r' dir="rtl"', "", "nav.xhtml: html"),
    ("EPUB/nav.xhtml", r' hidden="hidden"', "", "hidden"),
    ("EPUB/nav.xhtml", r">مقدمة<", ">تمهيد<", "labels"),
    ("EPUB/nav.xhtml", r' epub:type="bodymatter"', ' epub:type="x"', "landmarks"),
    ("EPUB/css/book.css", r"^", "p { direction: rtl; }\n", "direction"),
    ("EPUB/css/book.css", r"^", "p { text-align: left; }\n", "physical"),
    ("EPUB/css/book.css", r"^", "p { font-size: 12pt; }\n", "absolute"),
    ("EPUB/css/book.css", r"ornament-1", "ornament-99", "dead address"),
    ("EPUB/css/book.css", r"^@font-face.*?\n", "", "declared"),
]


def mutated(data: bytes, name: str, pattern: str, replacement: str) -> bytes:
    """The book with one file changed at the first place that fits; nothing else differs."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == name:
                text, count = re.subn(pattern, replacement, content.decode("utf-8"), count=1, flags=re.DOTALL)
                assert count == 1, "the mutation finds nothing to break"
                content = text.encode("utf-8")
            new.writestr(info, content)
    return out.getvalue()


def test_there_is_nothing_to_complain_of(book: Written) -> None:
    assert complaints(book.data, book.language, book.direction) == []


@pytest.mark.parametrize(("name", "pattern", "replacement", "word"), MUTATIONS)
def test_each_defect_is_seen(arabic: Written, name: str, pattern: str, replacement: str, word: str) -> None:
    broken = mutated(arabic.data, name, pattern, replacement)
    assert any(word in told for told in complaints(broken, "ar", "rtl"))


def test_a_compressed_mimetype_is_seen(arabic: Written) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in arabic.opened.files.items():
            new.writestr(name, content)
    assert any("mimetype" in told for told in complaints(out.getvalue(), "ar", "rtl"))


def test_two_writings_are_the_same_bytes(book: Written) -> None:
    assert book.again() == book.data


def test_the_files_carry_the_moment_of_the_booklet(arabic: Written) -> None:
    meta = replace(arabic.booklet.meta, modified=1_000_000_001)
    opened = Opened(arabic.again(booklet=replace(arabic.booklet, meta=meta)))
    assert {i.date_time for i in opened.infos} == {(2001, 9, 9, 1, 46, 40)}
    assert opened.meta("dcterms:modified") == ["2001-09-09T01:46:41Z"]


def test_the_spine_is_the_order_of_the_sections(book: Written) -> None:
    stands_for = {"cover": "EPUB/text/cover.xhtml", "contents": "EPUB/nav.xhtml"}
    wanted = [stands_for.get(s.kind, f"EPUB/text/{s.id}.xhtml") for s in book.sections]
    assert list(book.opened.spine) == wanted


def letters(root: Any, told_otherwise: tuple[str, ...] = ("pageref", "locators", "page-word")) -> str:
    """All text in order without spaces and marks of direction; what stands for page numbers is left out."""
    for element in [e for e in root.iter() if set(told_otherwise) & set(e.get("class", "").split())]:
        for child in list(element):
            element.remove(child)
        element.text = ""
    return re.sub("\u200e|\u200f|\\s", "", "".join(root.itertext()))


def test_the_text_of_the_spine_is_the_text_of_the_sections(book: Written) -> None:
    for section in (s for s in book.sections if s.kind not in ("cover", "contents")):
        body = book.opened.spine[f"EPUB/text/{section.id}.xhtml"].find(f"{H}body")
        assert letters(body) == letters(section.tree())


def test_the_package_tells_title_people_and_rights(arabic: Written) -> None:
    opened = arabic.opened
    assert opened.dc("title") == ["رهائن عام ١٩٧٩", "قصة قصيرة"]
    assert opened.dc("creator") == ["أحمد الكاتب", "ليلى"]
    refined = {(m.get("refines"), m.get("property")): m.text for m in opened.opf.iter(f"{OPF}meta")}
    assert refined["#subtitle", "title-type"] == "subtitle"
    assert (refined["#creator-1", "role"], refined["#creator-2", "role"]) == ("aut", "trl")
    assert (refined["#creator-1", "file-as"], refined["#creator-2", "file-as"]) == ("الكاتب، أحمد", "ليلى")
    assert opened.dc("subject") == ["تاريخ", "تعليم"]
    assert opened.dc("publisher") == ["كرّاسة"]
    assert opened.dc("rights") == ["رخصة مفتوحة"]
    assert opened.dc("date") == ["2026-11-23"]
    assert opened.opf.find(f".//{DC}identifier").get("id") == opened.opf.get("unique-identifier")
    assert opened.opf.get(LANG) == "ar"


def test_the_cover_is_the_picture_that_was_given(arabic: Written) -> None:
    assert arabic.opened.files["EPUB/images/cover.jpg"] == arabic.cover
    image = arabic.opened.spine["EPUB/text/cover.xhtml"].find(f".//{H}img")
    assert (image.get("role"), image.get("alt")) == ("doc-cover", "غلاف كتاب «رهائن عام ١٩٧٩»")


def test_fonts_are_those_of_the_manifest(book: Written) -> None:
    shipped = {p.name for p in assets.fonts().rglob("*.ttf")}
    inside = {Path(n).name for n in book.opened.files if n.endswith(".ttf")}
    assert inside
    assert inside <= shipped


def test_the_press_s_own_proof_agrees(book: Written) -> None:
    assert verify.PROOFS["epub"](book.data, book.booklet, book.sections) == []


@pytest.mark.slow
def test_epubcheck_finds_nothing(book: Written, tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(book.data)
    counts, told = oracles.epubcheck(path)
    assert set(counts) <= {"USAGE"}, told
    assert {line.split()[1] for line in told} <= {"CSS-028"}, told
