"""Links across files, and chapters where the printed book has pages."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from report.epub.links import Map, chart, fill_references, rewrite
from report.fault import Place

PLACE = Place("ch1.md")
KNOWN = Map({"a": "text/one.xhtml", "b": "text/two.xhtml", "c": "text/two.xhtml", "contents": "nav.xhtml"})


def test_addresses_are_seen_from_the_file() -> None:
    assert KNOWN.href("a", "text/one.xhtml") == "#a"
    assert KNOWN.href("b", "text/one.xhtml") == "two.xhtml#b"
    assert KNOWN.href("contents", "text/one.xhtml") == "../nav.xhtml#contents"
    assert KNOWN.href("a", "nav.xhtml") == "text/one.xhtml#a"


def test_links_are_rewritten_and_dead_ones_told() -> None:
    root = ET.fromstring('<p><a href="#a"/><a href="#b"/><a href="https://x.org/#b"/><a href="#gone"/></p>')
    faults = rewrite(root, "text/one.xhtml", KNOWN, PLACE)
    assert [a.get("href") for a in root][:3] == ["#a", "two.xhtml#b", "https://x.org/#b"]
    assert [(f.code, f.place, f.values) for f in faults] == [("K601", PLACE, {"id": "gone"})]


def test_an_id_stands_once() -> None:
    one, two = ET.fromstring('<p id="x"><i id="y"/></p>'), ET.fromstring('<p id="z"><i id="y"/></p>')
    known, faults = chart([("text/1.xhtml", PLACE, one), ("text/2.xhtml", PLACE, two)], [])
    assert known.files["x"] == "text/1.xhtml"
    assert [(f.code, f.values) for f in faults] == [("K602", {"id": "y"})]


def test_each_chapter_is_told_once() -> None:
    link = '<a class="pageref" href="#{}" data-text="{}"/>'
    links = link.format("a", "الأول") + link.format("b", "الثاني") + link.format("c", "الثاني")
    root = ET.fromstring(f'<p>!<span class="locators" data-separator="، ">{links}</span>.</p>')
    fill_references(root, KNOWN)
    assert "".join(root.itertext()) == "!الأول، الثاني."
    assert [a.get("href") for a in root.iter("a")] == ["#a", "#b"]


def test_chapters_of_one_name_are_told_each() -> None:
    link = '<a class="pageref" href="#{}" data-text="مقدمة"/>'
    root = ET.fromstring(f'<span class="locators" data-separator="، ">{link.format("a")}{link.format("b")}</span>')
    fill_references(root, KNOWN)
    assert "".join(root.itertext()) == "مقدمة، مقدمة"


def test_a_reference_to_a_bare_page_goes_and_its_word_changes() -> None:
    root = ET.fromstring(
        '<p>x <a class="pageref" href="#a"/>y <span class="page-word" data-text="ذُكر في">ص</span> '
        '<a class="pageref" href="#a" data-text="الأول"/><b><span class="page-word">ص</span></b></p>'
    )
    fill_references(root, KNOWN)
    assert "".join(root.itertext()) == "x y ذُكر في الأول"
    assert not list(root.iterfind("b/span"))


def test_the_chief_passage_of_a_chapter_is_the_one_told() -> None:
    links = '<a class="pageref" href="#b" data-text="الثاني"/><a class="pageref main" href="#c" data-text="الثاني"/>'
    root = ET.fromstring(f'<span class="locators" data-separator="، ">{links}</span>')
    fill_references(root, KNOWN)
    assert [(a.get("href"), a.get("class")) for a in root.iter("a")] == [("#c", "pageref main")]


def test_a_passage_that_runs_into_another_chapter_names_both() -> None:
    link = '<a class="pageref" href="#a" data-text="الأول" data-to="{}" data-to-text="الثاني"/>'
    for end, told in (("b", "الأول – الثاني، الثاني"), ("a", "الأول، الثاني")):
        links = link.format(end) + '<a class="pageref" href="#c" data-text="الثاني"/>'
        root = ET.fromstring(f'<span class="locators" data-separator="، ">{links}</span>')
        fill_references(root, KNOWN)
        assert "".join(root.itertext()) == told
