"""Rules and elements: that what is told of alike elements at once is what each would be told alone."""

from __future__ import annotations

import cssselect2
from hypothesis import given
from hypothesis import strategies as st

from report.epub.lint import matching, sheet
from report.epub.lint.sheet import Style
from report.epub.tree import Element

_TAGS = ["p", "div", "em", "li"]
_SIMPLE = ["p", "div", "em", ".a", ".b", "#x", "*", "[hidden]", ":lang(ar)", "p.a", ":first-child", ":root", "li:last-child",
           "div:not(.a)", ":is(p, .b)", "p:empty", "html"]  # fmt: skip
_SELECTORS = st.lists(st.sampled_from(_SIMPLE), min_size=1, max_size=3).flatmap(
    lambda parts: st.tuples(*[st.sampled_from([" ", " > ", " + ", " ~ ", ", "]) for _ in parts[1:]]).map(
        lambda joins: parts[0] + "".join(j + p for j, p in zip(joins, parts[1:], strict=True))
    )
)
_ELEMENTS = st.recursive(
    st.tuples(st.sampled_from(_TAGS), st.sampled_from(["", "a", "b", "a b"]), st.sampled_from(["", "ar", "en-GB"]), st.just(())),
    lambda inner: st.tuples(
        st.sampled_from(_TAGS), st.sampled_from(["", "a", "x"]), st.sampled_from(["", "ar"]), st.lists(inner, max_size=3)
    ),
    max_leaves=8,
)  # fmt: skip


def element(told: tuple[str, str, str, list[object]]) -> Element:
    tag, name, language, inner = told
    made = Element(tag)
    for key, value in (("id" if name == "x" else "class", name), ("lang", language)):
        if value:
            made.set(key, value)
    if len(inner) == 2:
        made.set("hidden", "")
    made.extend(element(child) for child in inner)  # pyright: ignore
    return made


def document(told: tuple[str, str, str, list[object]]) -> Element:
    root = Element("html", {"lang": "ar"})
    root.append(element(told))
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


@given(st.lists(_SELECTORS, min_size=1, max_size=6), st.lists(_ELEMENTS, min_size=1, max_size=3))
def test_alike_elements_are_judged_once_and_rightly(
    selectors: list[str], told: list[tuple[str, str, str, list[object]]]
) -> None:
    styles = sheet.read("a.css", "\n".join(f"{selector} {{ color: red }}" for selector in selectors).encode()).styles
    roots = [document(one) for one in told]
    assert matching.used(styles, roots) == one_by_one(styles, roots)
