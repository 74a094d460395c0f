"""What is prose in a piece of source, and what stands between."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from report.source.lines import Where
from report.source.prose import Prose


@given(st.text("اب \n*`", max_size=20), st.lists(st.integers(0, 20), max_size=6))
def test_the_mask_hides_all_but_prose(text: str, cuts: list[int]) -> None:
    bounds = sorted(min(cut, len(text)) for cut in cuts)
    spans = tuple(pairwise(bounds))[::2]
    mask = Prose(text, Where("a.md", ()), spans).mask("x")
    inside = {index for start, end in spans for index in range(start, end)}
    assert len(mask) == len(text)
    for index, character in enumerate(text):
        assert mask[index] == (character if index in inside or character == "\n" else "x")
