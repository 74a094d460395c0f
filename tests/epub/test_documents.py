"""Sections become documents: pictures, links and marks in place, and what must not be in them is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from epub.conftest import Written
from epub.facts import TYPE, H, Opened

from report.fault import Stopped
from report.html import Section
from report.messages import describe


def with_html(book: Written, id: str, old: str, new: str) -> tuple[Section, ...]:
    """The sections with a change in the HTML of one of them."""
    assert any(s.id == id and old in s.html for s in book.sections)
    return tuple(replace(s, html=s.html.replace(old, new, 1)) if s.id == id else s for s in book.sections)


def codes(book: Written, sections: tuple[Section, ...]) -> list[tuple[str, str, str]]:
    """Code, path and first value of each fault; each can be told in full."""
    with pytest.raises(Stopped) as stopped:
        book.again(sections=sections)
    assert not any("?" in describe(f, language) for f in stopped.value.faults for language in ("en", "ar"))
    return [(f.code, f.place.path, next(iter(f.values.values()))) for f in stopped.value.faults]


def test_pictures_are_renamed_and_packed(arabic: Written) -> None:
    image = arabic.opened.spine["EPUB/text/seizure.xhtml"].find(f".//{H}img")
    assert (image.get("src"), image.get("alt")) == ("../images/picture-1.png", "خريطة السفارة")
    assert arabic.opened.files["EPUB/images/picture-1.png"] == (arabic.booklet.root / "images" / "map.png").read_bytes()


def test_links_cross_files(arabic: Written) -> None:
    document = arabic.opened.spine["EPUB/text/rescue.xhtml"]
    assert document.find(f".//{H}a[@class='link']").get("href") == "seizure.xhtml#claw"


def test_body_names_its_matter(arabic: Written) -> None:
    matter = {"front": "frontmatter", "body": "bodymatter", "back": "backmatter"}
    for section in (s for s in arabic.sections if s.kind not in ("cover", "contents")):
        body = arabic.opened.spine[f"EPUB/text/{section.id}.xhtml"].find(f"{H}body")
        assert body.get(TYPE) == matter[section.group]


@pytest.mark.parametrize(
    ("new", "code", "value"),
    [
        ("<script>1</script>", "K606", "<script>"),
        ('<p style="color:red">x</p>', "K606", "style=color:red"),
        ('<p onclick="x()">x</p>', "K606", "onclick=x()"),
        ('<a href="javascript:x()">x</a>', "K606", "href=javascript:x()"),
        ('<iframe src="https://example.org"/>', "K606", "<iframe>"),
        ('<img src="https://example.org/x.png" alt="x"/>', "K603", "https://example.org/x.png"),
        ('<a href="#nowhere">x</a>', "K601", "nowhere"),
        ('<p id="claw">x</p>', "K602", "claw"),
    ],
)
def test_what_a_document_must_not_hold(arabic: Written, new: str, code: str, value: str) -> None:
    changed = with_html(arabic, "glossary", "</section>", f"{new}</section>")
    assert codes(arabic, changed) == [(code, f"{arabic.theme.folders[0].name}/templates/glossary.html", value)]


def test_a_fault_in_a_chapter_names_its_file(arabic: Written) -> None:
    place = next(c.place.path for c in arabic.booklet.texts if c.id == "rescue")
    changed = with_html(arabic, "rescue", "</section>", '<a href="#x">x</a></section>')
    assert codes(arabic, changed) == [("K601", place, "x")]


def test_all_faults_are_told_at_once(arabic: Written) -> None:
    changed = with_html(arabic, "rescue", "</section>", '<a href="#x">x</a><img src="gone.png" alt="x"/></section>')
    assert {code for code, _, _ in codes(arabic, changed)} == {"K601", "K603"}


def test_an_empty_head_is_a_plain_cell(arabic: Written) -> None:
    changed = with_html(arabic, "seizure", '<th scope="col">الاسم</th>', '<th scope="col"></th>')
    table = Opened(arabic.again(sections=changed)).spine["EPUB/text/seizure.xhtml"].find(f".//{H}thead/{H}tr")
    assert [(e.tag, e.get("scope")) for e in table] == [(f"{H}td", None), (f"{H}th", "col")]


def test_a_heading_without_an_id_gets_one(arabic: Written) -> None:
    changed = with_html(arabic, "rescue", '<h2 id="rescue-p3">', "<h2>")
    nav = Opened(arabic.again(sections=changed)).nav
    assert "text/rescue.xhtml#rescue-heading-1" in {a.get("href") for a in nav.iter(f"{H}a")}
