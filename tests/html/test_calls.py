"""Where the call of a citation stands: behind the stop, and only there."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from report.html.calls import settle

CITED = '<p>في <a class="ref source">دفتره</a>{}<a class="noteref">٣</a>{}</p>'


@pytest.mark.parametrize("stop", ["،", ".", "؟!", ":", "۔"])
def test_the_stop_comes_first(stop: str) -> None:
    tree = ET.fromstring(CITED.format("", f"{stop} وقال"))
    assert settle(tree)
    assert ET.tostring(tree, encoding="unicode") == CITED.format(stop, " وقال")


@pytest.mark.parametrize("text", [CITED.format("", "... وقال"), CITED.format("", " وقال."), CITED.format(" و", "، ثم")])
def test_all_else_stays(text: str) -> None:
    tree = ET.fromstring(text)
    assert not settle(tree)
    assert ET.tostring(tree, encoding="unicode") == text


def test_a_call_the_author_typed_stays_where_it_is() -> None:
    """K328 tells of it."""
    assert not settle(ET.fromstring('<p><a class="ref person">أ</a><a class="noteref">١</a>، ثم</p>'))
