"""Citations in their forms, Arabic and English; CSL-JSON; notes that repeat."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import TOP

from report import apparatus, html, theme
from report.build import read
from report.fault import Fault
from report.model import Booklet

BOOKLET = """title: ك
language: ar
identifier: urn:uuid:3f1c0a52-0000-5000-8000-000000000000
date: 2026-11-23
chapters: [one.md, two.md]
"""
YAML = """autumn:
  kind: book
  title: خريف الغضب
  author: هيكل، محمد حسنين
  city: القاهرة
  publisher: الأهرام
  year: 1983
essay:
  kind: article
  title: أزمة الرهائن
  author: سعيد، أحمد؛ علي، منى
  container: السياسة الدولية
  volume: 12
  issue: 3
  year: 1981
  pages: 4-9
part:
  kind: chapter
  title: الوساطة
  author: بن علي، كريم
  container: تاريخ الدبلوماسية
  editor: حسن، نور
  pages: 40
  city: بيروت
  publisher: دار النهار
  year: 1990
site:
  kind: web
  title: الأرشيف
  url: https://example.org/a
  accessed: 2026-01-05
treaty:
  kind: document
  title: اتفاقية فيينا
"""
CSL = [
    {
        "id": "keeping", "type": "book", "title": "Keeping Faith: Memoirs", "title-short": "Keeping Faith",
        "author": [{"family": "Carter", "given": "Jimmy"}], "publisher": "Bantam", "publisher-place": "New York",
        "issued": {"date-parts": [[1982, 10]]}, "language": "en", "DOI": "not printed",
    },
    {
        "id": "options", "type": "article-journal", "title": "The Iran Hostage Crisis",
        "author": [{"family": "Houghton", "given": "David"}, {"literal": "The Editors"}], "container-title": "Review",
        "volume": 5, "issue": "2", "page": "7-19", "issued": {"date-parts": [["1995"]]},
    },
]  # fmt: skip


def booklet(folder: Path, one: str = "نص.", two: str = "نص.", csl: str = "") -> tuple[Booklet | None, list[Fault]]:
    texts = {"one.md": one, "two.md": two}
    for name, text in texts.items():
        (folder / name).write_text(f"---\nid: {name[:3]}\ntitle: فصل\n---\n\n{text}\n", "utf-8")
    (folder / "booklet.yaml").write_text(BOOKLET, "utf-8")
    (folder / "sources.yaml").write_text(YAML, "utf-8")
    (folder / "sources.json").write_text(csl or json.dumps(CSL, indent="\t"), "utf-8")
    made, faults = read(folder, "b")
    return made, [f for f in faults if f.code != "K207"]


def sections(made: Booklet) -> dict[str, str]:
    style = theme.load(made.meta.theme, made.meta.language, made.root, made.meta.place)
    return {s.id: s.html for s in html.sections(made, style)}


def bare(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", markup).split())


@pytest.fixture
def listed(tmp_path: Path) -> list[tuple[str, str]]:
    """The list of sources: attributes of each entry, and its words."""
    made, faults = booklet(tmp_path)
    assert made, faults
    assert not faults
    found = re.findall(r"<dt([^>]*)>(.*?)</dt>", sections(made)["sources"], re.DOTALL)
    return [(attributes, bare(words)) for attributes, words in found]


def test_each_kind_has_its_form_and_each_language_its_own_words(listed: list[tuple[str, str]]) -> None:
    assert [words for _, words in listed] == [
        "اتفاقية فيينا. وثيقة.",
        "«الأرشيف». اطُّلع عليه في ٥ يناير ٢٠٢٦. https://example.org/a",
        "بن علي، كريم. «الوساطة». في تاريخ الدبلوماسية. تحرير نور حسن. ص ٤٠. بيروت: دار النهار، ١٩٩٠.",
        "سعيد، أحمد؛ علي، منى. «أزمة الرهائن». السياسة الدولية، مج. ١٢، ع. ٣ (١٩٨١)، ص ٤–٩.",
        "هيكل، محمد حسنين. خريف الغضب. القاهرة: الأهرام، ١٩٨٣.",
        "Carter, Jimmy. Keeping Faith: Memoirs. New York: Bantam, October 1982.",
        "Houghton, David; The Editors. “The Iran Hostage Crisis”. Review, vol. 5, no. 2 (1995), pp. 7–19.",
    ]


def test_a_latin_source_is_set_left_to_right_in_its_language(listed: list[tuple[str, str]]) -> None:
    assert [('dir="ltr"' in a, 'lang="en"' in a) for a, _ in listed] == [(False, False)] * 5 + [(True, True)] * 2


def test_notes_are_full_once_a_chapter_and_short_after(tmp_path: Path) -> None:
    one = "قال [هيكل]{source=autumn pages=12-14} ثم [كارتر]{source=keeping pages=5} ثم [هو]{source=autumn pages=20}."
    two = "قال [هيكل]{source=autumn .cite} و[مرة]{source=keeping}."
    made, faults = booklet(tmp_path, one, two)
    assert made, faults
    found = {id: [bare(n) for n in re.findall(r"<aside.*?</aside>", text, re.S)] for id, text in sections(made).items()}
    assert found["one"] == [
        "١محمد حسنين هيكل، خريف الغضب، القاهرة: الأهرام، ١٩٨٣، ص ١٢–١٤.",
        "٢Jimmy Carter, Keeping Faith: Memoirs, New York: Bantam, October 1982, p. 5.",
        "٣هيكل، خريف الغضب، ص ٢٠.",
    ]
    assert found["two"] == ["١محمد حسنين هيكل، خريف الغضب، القاهرة: الأهرام، ١٩٨٣."]
    assert "المرجع نفسه" not in "".join(found["one"])
    assert sections(made)["one"].count('class="cited" href="#source-autumn"') == 2


def test_in_a_note_a_citation_stands_in_parentheses(tmp_path: Path) -> None:
    made, faults = booklet(
        tmp_path, "قال[^a].\n\n[^a]: كما في [كتابه]{source=autumn pages=7} و[ثم]{source=autumn pages=8}."
    )
    assert made, faults
    (note,) = re.findall(r"<aside.*?</aside>", sections(made)["one"], re.DOTALL)
    assert "كتابه (محمد حسنين هيكل، خريف الغضب، القاهرة: الأهرام، ١٩٨٣، ص ٧) وثم (هيكل، خريف الغضب، ص ٨)" in bare(note)


def test_csl_is_read_with_places(tmp_path: Path) -> None:
    made, faults = booklet(tmp_path, csl='[\n\t{"id": "autumn", "type": "book", "title": "x"},\n\t{"title": "y"}\n]')
    assert made is None
    assert [(f.code, f.place.path, f.place.line) for f in faults] == [
        ("K106", "b/sources.json", 2),
        ("K271", "b/sources.json", 3),
    ]
    assert "sources.yaml:1" in str(faults[0].values["first"])


def test_sources_file_by_author_then_title(tmp_path: Path) -> None:
    made, _ = booklet(tmp_path)
    assert made
    assert [s.id for s in apparatus.sources(made)] == [
        "treaty",
        "site",
        "part",
        "essay",
        "autumn",
        "keeping",
        "options",
    ]


def test_the_english_booklet_lists_its_sources_in_english() -> None:
    made, _ = read(TOP / "tests/booklets/en", "en")
    assert made
    assert "The post register. Archive." in bare(sections(made)["sources"])
