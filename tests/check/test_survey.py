"""Folding of words for comparing, and lists that are not what they should be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report.check.survey import flat, folded

Checked = Callable[..., object]


def test_folding() -> None:
    assert flat(" أ\n  ب\u00a0ج ") == "أ ب\u00a0ج"
    assert folded(" في ٤\u00a0نوفمبر\n۱۹۷۹ ") == "في 4 نوفمبر 1979"


@pytest.mark.parametrize(
    "text", ["a: x\n", "a: [x]\n", "a:\n", "a:\n  name: [x]\n  text: {a: b}\n  born: [1]\n", "a:\n  see: x\n"]
)
@pytest.mark.parametrize("name", ["people", "terms", "events", "sources"])
def test_no_rule_stumbles_over_a_wrong_shape(checked: Checked, name: str, text: str) -> None:
    assert checked(**{name: text}).booklet is None


@pytest.mark.parametrize(
    "lines",
    [
        "page: x\n",
        "categories: x\n",
        "creators: x\n",
        "theme: [x]\n",
        "front: {a: b}\n",
        "subjects: {a: [b]}\n",
        "digits: {}\n",
    ],
)
def test_nor_in_the_booklet(checked: Checked, lines: str) -> None:
    assert checked(booklet=lines).booklet is None
