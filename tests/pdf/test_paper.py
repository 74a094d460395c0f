"""Page rules mirror with the binding, and text in them cannot escape its string."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import tinycss2
from conftest import TOP

from report import theme
from report.build import read
from report.fault import Stopped
from report.model import Meta
from report.pdf import paper


@pytest.fixture
def meta() -> Meta:
    booklet, _ = read(TOP / "tests" / "booklets" / "ar", "ar")
    assert booklet
    return booklet.meta


def test_the_gutter_is_the_smaller_side_and_the_foot_the_largest(meta: Meta, tmp_path: Path) -> None:
    style = theme.load("naskh", "ar", tmp_path, meta.place)
    width, height = meta.page
    inner, outer = float(style.token("margin-inner")) * width, float(style.token("margin-outer")) * width
    top, foot = float(style.token("margin-top")) * height, float(style.token("margin-foot")) * height
    assert inner < top < outer < foot or inner < outer <= top < foot or inner < top <= outer < foot
    assert foot == max(inner, outer, top, foot)


def test_left_binding_is_the_mirror_of_right_binding(meta: Meta, tmp_path: Path) -> None:
    style = theme.load("naskh", "ar", tmp_path, meta.place)
    right = paper.rules(meta, style)
    left = paper.rules(replace(meta, binding="left"), style)
    swapped = right.replace("left", "\0").replace("right", "left").replace("\0", "right")
    assert sorted(swapped.splitlines()) == sorted(left.splitlines())


def test_sections_begin_on_the_side_their_number_says(meta: Meta) -> None:
    assert "break-before: left" in paper.start(3, meta)
    assert "break-before: right" in paper.start(4, meta)
    assert "break-before: right" in paper.start(3, replace(meta, binding="left"))


@pytest.mark.parametrize("title", ['"} body { display: none } "', "a\\", "سطر\nآخر", "</style>", "'*/"])
def test_a_title_stays_a_string(title: str, meta: Meta, tmp_path: Path) -> None:
    style = theme.load("naskh", "ar", tmp_path, meta.place)
    css = paper.rules(replace(meta, title=title), style)
    parsed = tinycss2.parse_stylesheet(css, skip_whitespace=True, skip_comments=True)
    assert not [node for node in parsed if node.type == "error"]
    assert "</" not in css
    assert len(parsed) == len(tinycss2.parse_stylesheet(paper.rules(meta, style), skip_whitespace=True))


@pytest.mark.parametrize(
    ("language", "wanted"), [("ar", "0.8em"), ("fa", "none"), ("ur", "none"), ("he", "none"), ("en", "none")]
)
def test_the_first_theme_draws_words_out_in_arabic(meta: Meta, tmp_path: Path, language: str, wanted: str) -> None:
    style = theme.load("naskh", language, tmp_path, meta.place)
    assert f"--kashida: {wanted};" in paper.rules(meta, style)


def test_a_theme_that_says_nothing_of_kashida_has_none(meta: Meta, tmp_path: Path) -> None:
    style = theme.load("naskh", "ar", tmp_path, meta.place)
    silent = replace(style, tokens={k: v for k, v in style.tokens.items() if k not in ("justify", "kashida-max")})
    assert paper.kashida(silent) == "none"


@pytest.mark.parametrize("value", ["0em", "3em", "-1em", "1", "12px", "", "1em 2em", "none"])
def test_no_other_length_draws_a_word_out(meta: Meta, tmp_path: Path, value: str) -> None:
    style = theme.load("naskh", "ar", tmp_path, meta.place)
    with pytest.raises(Stopped):
        paper.kashida(replace(style, tokens={**style.tokens, "kashida-max": value}))
