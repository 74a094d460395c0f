"""Phrases that cross markup: what boxes laid side by side show must be what UAX #9 shows of the bare paragraph."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from report.html import runs
from report.script import embedding
from report.script.languages import Direction


def isolated(fragment: str, base: Direction = "rtl") -> str:
    tree = ET.fromstring(f"<section><p>{fragment}</p></section>")
    runs.isolate(tree, base)
    return ET.tostring(tree, encoding="unicode").removeprefix("<section><p>").removesuffix("</p></section>")


RUN = '<span class="run" dir="ltr">{}</span>'


@pytest.mark.parametrize(
    ("fragment", "wanted"),
    [
        ("لغة Python <em>version three</em> point الآن", "لغة " + RUN.format("Python <em>version three</em> point") + " الآن"),
        ("رمز CO<sub>2</sub> هنا", "رمز " + RUN.format("CO<sub>2</sub>") + " هنا"),
        ("<b>1979</b>/<b>1980</b>", RUN.format("<b>1979</b>/<b>1980</b>")),
        ('<a id="x">كلمة Jimmy</a> Carter', '<a id="x">كلمة </a>' + RUN.format('<a>Jimmy</a> Carter')),
        ("نص <b>قوي</b> وحده", "نص <b>قوي</b> وحده"),
        ("نص Latin words وحده <b>ثم</b> كلام", "نص Latin words وحده <b>ثم</b> كلام"),
        ("نص Latin (two) words, وحده", "نص " + RUN.format("Latin (two) words") + ", وحده"),
        ("نص <a>في a, b <b>c</b> هنا</a>", "نص <a>في " + RUN.format("a, b <b>c</b>") + " هنا</a>"),
        ('عام 1981<a class="noteref">٢</a> ثم 1982', 'عام 1981<a class="noteref">٢</a> ثم 1982'),
        ('see A<a class="noteref">2</a> B end', RUN.format('see A<a class="noteref">2</a> B end')),
    ],
)  # fmt: skip
def test_one_wrapper_outside_the_markup(fragment: str, wanted: str) -> None:
    assert isolated(fragment) == wanted


def test_in_left_to_right_text_the_arabic_phrase_is_held() -> None:
    held = '<span class="run" dir="rtl">نص <b>عربي</b> آخر</span>'
    assert isolated("English نص <b>عربي</b> آخر end", "ltr") == f"English {held} end"


def test_what_has_a_direction_of_its_own_is_looked_at_in_it() -> None:
    quoted = '<p dir="ltr">see {} now</p>'
    tree = ET.fromstring(f"<section>{quoted.format('كتاب، (قلم)')}</section>")
    assert runs.isolate(tree, "rtl")
    held = '<span class="run" dir="rtl">كتاب، (قلم)</span>'
    assert ET.tostring(tree[0], encoding="unicode") == quoted.format(held)


def test_runs_that_touch_one_foreign_phrase_share_a_wrapper() -> None:
    foreign = '<span class="foreign" dir="rtl">كتاب ab قلم</span>'
    assert (
        isolated(f"x {foreign} <b>ورق</b>، من y", "ltr")
        == f'x <span class="run" dir="rtl">{foreign} <b>ورق</b>، من</span> y'
    )


def test_each_block_and_each_stretch_between_blocks_by_itself() -> None:
    tree = ET.fromstring("<ul><li>A <b>B</b> ب<p>C <b>D</b></p>E <i>F</i></li></ul>")
    runs.isolate(tree, "rtl")
    assert [w.tag for w in tree.iter() if w.get("class") == "run"] == ["span"] * 3
    assert "".join(tree.itertext()) == "A B بC DE F"


Leaf = tuple[str, str]  # the element around a stretch of text, or "" for none


@st.composite
def paragraphs(draw: st.DrawFn) -> list[Leaf]:
    words = st.text(alphabet="abc ابجد 12 ٣٤ .,-/()«»", min_size=1, max_size=8)
    return draw(st.lists(st.tuples(st.sampled_from(["", "b", "em"]), words), min_size=1, max_size=6))


def as_boxes(element: ET.Element, base: str) -> str:
    """What an engine shows that orders each text by itself and lays boxes in the direction of their parent."""
    parts = [get_display(element.text, base_dir="R" if base == "rtl" else "L")] if element.text else []
    for child in element:
        parts.append(as_boxes(child, child.get("dir", base)))
        if child.tail:
            parts.append(get_display(child.tail, base_dir="R" if base == "rtl" else "L"))
    return "".join(reversed(parts) if base == "rtl" else parts)


@given(paragraphs(), st.sampled_from(["rtl", "ltr"]))
@settings(max_examples=400, deadline=None)
def test_nothing_is_lost_and_ids_stay_unique(leaves: list[Leaf], base: Direction) -> None:
    tree = ET.Element("p")
    for n, (name, text) in enumerate(leaves):
        child = ET.SubElement(tree, name or "span", {"id": f"i{n}"})
        child.text = text
    before = "".join(tree.itertext())
    runs.isolate(tree, base)
    assert "".join(tree.itertext()) == before
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert sorted(ids) == sorted(f"i{n}" for n in range(len(leaves)))


@given(
    st.lists(st.tuples(st.booleans(), st.sampled_from(["abc", "xy z", "ابج", "دهـ و"])), min_size=1, max_size=8),
    st.sampled_from(["rtl", "ltr"]),
)
@settings(max_examples=400, deadline=None)
def test_boxes_show_what_the_bidi_algorithm_shows(leaves: list[tuple[bool, str]], base: Direction) -> None:
    """Words of two directions, some in markup, parted by spaces: the oracle is python-bidi on the bare paragraph."""
    tree = ET.Element("p")
    flat = ""
    for marked, text in leaves:
        text += " "
        flat += text
        if marked:
            ET.SubElement(tree, "b").text = text
        elif len(tree):
            tree[-1].tail = (tree[-1].tail or "") + text
        else:
            tree.text = (tree.text or "") + text
    runs.isolate(tree, base)
    shown = "".join(as_boxes(tree, base).split())
    assert shown == "".join(get_display(flat, base_dir="R" if base == "rtl" else "L").split())


Piece = tuple[str, str]  # the direction of the element around a word, or "" for none


def as_isolated(element: ET.Element) -> str:
    """The text of a tree with isolates around what has a direction (UAX #9 §6.3, HTML 15.3.5)."""
    inside = (element.text or "") + "".join(as_isolated(child) + (child.tail or "") for child in element)
    opening = {"rtl": "\u2067", "ltr": "\u2066"}.get(element.get("dir", ""), "")
    return f"{opening}{inside}\u2069" if opening else inside


def tree_of(pieces: list[Piece]) -> ET.Element:
    tree = ET.fromstring("<p/>")
    for way, word in pieces:
        if way:
            child = ET.SubElement(tree, "code", {"dir": way})
            child.text, child.tail = word, " "
        elif len(tree):
            tree[-1].tail = f"{tree[-1].tail}{word} "
        else:
            tree.text = f"{tree.text or ''}{word} "
    return tree


@given(
    st.lists(
        st.tuples(st.sampled_from(["", "", "ltr", "rtl"]), st.sampled_from(["ab", "c", "اب", "ج", "12", "٣٤"])),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(["rtl", "ltr"]),
)
@settings(max_examples=400, deadline=None)
def test_elements_with_a_direction_turn_nothing_round(pieces: list[Piece], base: Direction) -> None:
    """The tree means the same to what lays boxes side by side (our PDF) as to what takes them for isolates (browsers)."""
    tree = tree_of(pieces)
    runs.isolate(tree, base)
    text = as_isolated(tree)
    wanted = "".join(text[i] for i in embedding.order(embedding.levels_by_icu(text, base)))
    assert "".join(as_boxes(tree, base).split()) == "".join(wanted.translate(_ISOLATES).split())


_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2069"))


@pytest.mark.parametrize("pieces", [[("", "اب"), ("ltr", "ab"), ("", "ج")], [("", "٣"), ("ltr", "c"), ("", "٤٥")]])
def test_without_wrappers_they_do(pieces: list[Piece]) -> None:
    tree = tree_of([("", "ab"), *pieces, ("", "c")])
    text = as_isolated(tree)
    wanted = "".join(text[i] for i in embedding.order(embedding.levels_by_icu(text, "ltr")))
    assert "".join(as_boxes(tree, "ltr").split()) != "".join(wanted.translate(_ISOLATES).split())


def test_a_foreign_phrase_is_never_cut_from_the_signs_at_its_edges() -> None:
    phrase = '<span class="foreign" dir="ltr" lang="en">“Ann” <a href="#x"><em>Trains</em></a>, pp. 12–14.</span>'
    for before, after in (("", ""), ("قال ", " ثم"), ("<b>قال</b> ", ""), ("", " <b>ثم</b>")):
        tree = ET.fromstring(f"<p>{before}{phrase}{after}</p>")
        runs.isolate(tree, "rtl")
        assert phrase in ET.tostring(tree, encoding="unicode")
    tree = ET.fromstring(f'<p>قال {phrase} <span class="latin" dir="ltr">Rail</span> ثم</p>')
    assert runs.isolate(tree, "rtl")
    assert [child.get("class") for child in tree] == ["run"]
    assert phrase in ET.tostring(tree, encoding="unicode")


SIGNED = {
    "ltr": ["abc", "xy.", "(xy)", "12", "12.5", "!", "…", "-", "ابج", "دهو", "(اب)", "«اب»", "اب،", "اب:"],
    "rtl": ["ابج", "اب.", "(اب)", "!", "…", "-", "abc", "de", "xy 12 xy", "(xy)", "«xy»", "xy,", "xy:"],
}
_TWINS = str.maketrans("()«»", "||||")  # mirrored signs: which of a pair is shown says nothing about its place


def two_lines(words: list[str], base: Direction, at: int, held: bool) -> tuple[list[str], list[str]]:
    """A paragraph cut after `at` words: each line as boxes show it, and as the levels of the whole paragraph do."""
    flat = " ".join(words)
    cut = len(" ".join(words[:at])) + 1
    tree = ET.Element("p")
    tree.text = flat
    if held:
        runs.isolate(tree, base)
    shown: list[str] = []
    for nodes in runs._split(runs._children(tree), cut):
        line = ET.Element("p")
        runs._fill(line, nodes)
        shown.append(as_boxes(line, base))
    found = embedding.levels(flat, base)
    wanted = ["".join(flat[a:b][i] for i in embedding.order(found[a:b])) for a, b in ((0, cut), (cut, len(flat)))]
    return [bare(line) for line in shown], [bare(line) for line in wanted]


def bare(line: str) -> str:
    return line.replace(" ", "").translate(_TWINS)


@given(st.data(), st.sampled_from(["rtl", "ltr"]))
@settings(max_examples=400, deadline=None)
def test_signs_at_the_end_of_a_line_stand_as_in_the_whole_paragraph(data: st.DataObject, base: Direction) -> None:
    words = data.draw(st.lists(st.sampled_from(SIGNED[base]), min_size=2, max_size=8))
    shown, wanted = two_lines(words, base, data.draw(st.integers(1, len(words) - 1)), held=True)
    assert shown == wanted


@pytest.mark.parametrize(("words", "base"), [(["xy,", "xy"], "rtl"), (["اب،", "12"], "ltr")])
def test_without_a_wrapper_they_do_not(words: list[str], base: Direction) -> None:
    shown, wanted = two_lines(words, base, 1, held=False)
    assert shown != wanted


@pytest.mark.parametrize(
    "datum",
    [
        '<span class="datum unbroken" dir="rtl"><span dir="ltr">1979</span>-<span dir="ltr">1981</span></span>',
        '<span class="datum" dir="ltr">+<span dir="ltr">٩٦٦</span> <span dir="ltr">١١</span></span>',
    ],
)
def test_a_datum_with_a_direction_keeps_the_order_it_has(datum: str) -> None:
    tree = ET.fromstring(f"<p>كلمة {datum} ثم</p>")
    assert not runs.isolate(tree, "rtl")
    assert ET.tostring(tree, encoding="unicode") == f"<p>كلمة {datum} ثم</p>"
