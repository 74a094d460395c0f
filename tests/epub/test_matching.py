"""Rules and elements: that what is told of alike elements at once is what each would be told alone."""

from __future__ import annotations

import cssselect2
from hypothesis import given, settings
from hypothesis import strategies as st

from report.epub.lint import matching, sheet
from report.epub.lint.sheet import Style
from report.epub.tree import Element

_SIMPLE = ["p", "em", ".a", "#x", "*", "[hidden]", ":lang(en)", "p.a", ":first-child", ":root", "p:last-child", "p:not(.a)",
           ":is(em, .a)", "p:empty"]  # fmt: skip
_STYLES = sheet.read(
    "a.css",
    "\n".join(
        f"{selector} {{ color: red }}"
        for selector in [
            *_SIMPLE,
            *(a + join + b for a in _SIMPLE for b in _SIMPLE for join in (" ", " > ", " + ", " ~ ", ", ")),
        ]
    ).encode(),
).styles
_NAMES = st.sampled_from([{}, {"class": "a"}, {"id": "x"}, {"hidden": ""}, {"lang": "en"}])
_LEAVES = st.tuples(st.sampled_from(["p", "em", "a"]), _NAMES)
_BOXES = st.lists(st.tuples(_LEAVES, st.lists(_LEAVES, max_size=3)), min_size=1, max_size=4)
_Leaf = tuple[str, dict[str, str]]


def element(leaf: _Leaf) -> Element:
    tag, said = leaf
    return Element(tag, dict(said))


def document(boxes: list[tuple[_Leaf, list[_Leaf]]]) -> Element:
    root = Element("html", {"lang": "ar"})
    for box, leaves in boxes:
        root.append(made := element(box))
        made.extend(map(element, leaves))
    return root


def one_by_one(styles: tuple[Style, ...], roots: list[Element]) -> set[int]:
    """Every selector tried on every element."""
    found: set[int] = set()
    for n, style in enumerate(styles):
        for selector in cssselect2.compile_selector_list(style.selector):
            for root in roots:
                wrappers = cssselect2.ElementWrapper.from_html_root(root).iter_subtree()
                found.update(n for wrapper in wrappers if selector.test(wrapper))
    return found


@given(st.lists(_BOXES, min_size=1, max_size=3))
@settings(max_examples=25, deadline=None)
def test_alike_elements_are_judged_once_and_rightly(boxes: list[list[tuple[_Leaf, list[_Leaf]]]]) -> None:
    """Each of a thousand selectors, in whatever documents."""
    roots = [document(one) for one in boxes]
    assert matching.used(_STYLES, roots) == one_by_one(_STYLES, roots)


def test_what_may_come_about_is_not_judged() -> None:
    styles = sheet.read("a.css", b"a:hover { color: red } :link { color: blue } em { color: green }").styles
    assert matching.used(styles, [Element("html")]) == {0, 1}
