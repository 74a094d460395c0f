"""Index, people and glossary as sections, and the same index read back from both finished files."""

from __future__ import annotations

import re
import zipfile
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from conftest import LANGUAGES, TOP, Built

from report import html, theme
from report.build import read
from report.html import Section

H = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"


def sections(language: str) -> dict[str, Section]:
    booklet, faults = read(TOP / "tests/booklets" / language, language)
    assert booklet, faults
    style = theme.load(booklet.meta.theme, booklet.meta.language, booklet.root, booklet.meta.place)
    return {s.id: s for s in html.sections(booklet, style)}


def terms(root: ET.Element) -> list[str]:
    return ["".join(e.itertext()).strip("\u200e\u200f") for e in root.iter() if e.get("class") == "index-term"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_locator_leads_to_an_id_and_every_cross_reference_to_an_entry(language: str) -> None:
    made = sections(language)
    ids = {e.get("id") for s in made.values() for e in s.tree().iter()}
    index = made["index"].tree()
    wanted = [a.get("href", "") for a in index.iter("a")]
    assert len(wanted) > 5
    assert not [href for href in wanted if href[1:] not in ids]
    sent = [a.get("href") for s in index.iter("span") if "see" in (s.get("class") or "").split() for a in s.iter("a")]
    assert sent
    assert {h[1:] for h in sent if h} <= {li.get("id") for li in index.iter("li")}


@pytest.mark.parametrize(
    ("language", "life", "at_event"),
    [
        ("ar", "وُلد في ٢٦ أكتوبر ١٩١٩، تُوفّي في ٢٧ يوليو ١٩٨٠ عن ٦٠ عامًا", "في سن ٦٠"),
        ("en", "born 26 October 1919, died 27 July 1980 aged 60", "aged 60"),
        ("he", "נולד 26 באוקטובר 1919, נפטר 27 ביולי 1980 בגיל 60", "בגיל 60"),
        ("fa", "در ۶۰ یا ۶۱ سالگی", "در ۵۹ یا ۶۰ سالگی"),  # born in 1919: 59 or 60 at the event, 60 or 61 at death
        ("ur", "۶۰ یا ۶۱ سال کی عمر میں", "۵۹ یا ۶۰ سال کی عمر میں"),
    ],
)
def test_a_life_says_how_old_he_grew(language: str, life: str, at_event: str) -> None:
    words = "".join(sections(language)["people"].tree().itertext()).replace("\u00a0", " ")
    assert life in words
    assert re.findall(r"\(([^()]*)\)", words) == [at_event]


@pytest.mark.slow
@pytest.mark.xdist_group("pdf")
def test_both_files_have_the_same_index_in_the_same_order(tiny: Built) -> None:
    with zipfile.ZipFile(tiny.epub) as book:
        read_back = ET.fromstring(book.read("EPUB/text/index.xhtml"))
        nav = book.read("EPUB/nav.xhtml").decode()
        package = book.read("EPUB/package.opf").decode()
    section = next(s for s in tiny.sections if s.id == "index")
    assert terms(read_back) == terms(section.tree())
    assert 'epub:type="index"' in nav
    listed = [a for n in ET.fromstring(nav).iter(f"{H}nav") if n.get(TYPE) != "page-list" for a in n.iter(f"{H}a")]
    assert (
        sum("index.xhtml" in a.get("href", "") for a in listed) == 2
    )  # contents and landmarks, no line for each letter
    assert '<meta property="schema:accessibilityFeature">index</meta>' in package
    assert all(a.get("href") for a in read_back.iter(f"{H}a"))


@pytest.mark.slow
@pytest.mark.xdist_group("pdf")
def test_the_page_a_number_names_is_the_page_it_leads_to(built_in: Built) -> None:
    with pikepdf.open(built_in.pdf) as pdf:
        pages = {page.obj.objgen: n for n, page in enumerate(pdf.pages, 1)}
        names = dict(pikepdf.NameTree(pdf.Root.Names.Dests).items())
        marks = {name: pages[dest[0].objgen] for name, dest in names.items()}
    section = next(s for s in built_in.sections if s.id == "index")
    cited = {a.get("href", "")[1:] for a in section.tree().iter("a") if "pageref" in (a.get("class") or "").split()}
    kept = {id: marks[id] for id in cited if id in marks}
    assert len(kept) > 20
    chapters = {s.id: marks[s.id] for s in built_in.sections if s.kind == "chapter"}
    order = sorted(chapters.values())
    for id, page in kept.items():
        first = chapters[id.split("-i-")[0].split("-term-")[0].split("-person-")[0]]
        following = next((p for p in order if p > first), page + 1)
        assert first <= page < following, id
