"""Moves on a tree keep every letter in its place."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from report.epub import tree


def shown(root: ET.Element) -> str:
    return ET.tostring(root, encoding="unicode")


def test_words_leave_note_calls_out() -> None:
    root = ET.fromstring('<h1> أ <b>ب</b>\n<a class="noteref x">١</a> ج</h1>')
    assert tree.words(root) == "أ ب ج"


def test_remove_keeps_the_tail() -> None:
    root = ET.fromstring("<p>one<b>two</b>three<i>four</i>five</p>")
    tree.remove(root, root[1])
    tree.remove(root, root[0])
    assert shown(root) == "<p>onethreefive</p>"


def test_text_before_and_after_a_child() -> None:
    root = ET.fromstring("<p>1<b/>2<i/>3</p>")
    for child in list(root):
        tree.add_before(root, child, "(")
        tree.add_after(child, ")")
    assert shown(root) == "<p>1(<b />)2(<i />)3</p>"


def test_wrap_takes_place_and_tail() -> None:
    root = ET.fromstring("<p>1<code>x</code>2</p>")
    tree.wrap(root, root[0], ET.Element("bdi"))
    assert shown(root) == "<p>1<bdi><code>x</code></bdi>2</p>"


def test_tokens_are_added_once() -> None:
    element = ET.Element("p", {"class": "a"})
    for token in ("b", "a", "b"):
        tree.add_to_attribute(element, "class", token)
    assert element.get("class") == "a b"
    assert tree.has_class(element, "b")
    assert not tree.has_class(element, "ab")
