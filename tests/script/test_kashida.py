"""Joining against Unicode and arabic-reshaper; where words are stretched; which words of a line are."""

from __future__ import annotations

import doctest
import itertools
import unicodedata

import pytest
from arabic_reshaper import ArabicReshaper
from arabic_reshaper.letters import (
    LETTERS_ARABIC,
    connects_with_letter_after,
    connects_with_letter_before,
    connects_with_letters_before_and_after,
)
from hypothesis import given
from hypothesis import strategies as st

from report.script import joining, kashida
from report.script.joining import joining_type, runs
from report.script.kashida import CLEAR, Candidate, choose, opening

MARKS = "\u064b\u064e\u064f\u0650\u0651\u0652\u0670"
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئپچژگکیۀ"
words = st.text(LETTERS + MARKS + "\u0640\u200c،»«", min_size=1, max_size=14)


def test_examples_in_the_docstrings() -> None:
    for module in (joining, kashida):
        assert doctest.testmod(module).failed == 0


def test_the_reshaper_is_no_complete_table_of_joins() -> None:
    """arabic-reshaper as joining data: where it differs from Unicode's ArabicShaping, and how many letters it lacks."""

    def of_reshaper(ch: str) -> str:
        if connects_with_letters_before_and_after(ch, LETTERS_ARABIC) or connects_with_letter_after(ch, LETTERS_ARABIC):
            return "D"
        return "R" if connects_with_letter_before(ch, LETTERS_ARABIC) else "U"

    letters = [c for c in LETTERS_ARABIC if len(c) == 1 and unicodedata.category(c) == "Lo"]
    differing = {c for c in letters if of_reshaper(c) != joining_type(c)}
    assert differing == {"\u06ba", "\u0677"}
    arabic = [chr(c) for c in range(0x600, 0x700) if joining_type(chr(c)) in "DR"]
    lacking = {c for c in arabic if c not in LETTERS_ARABIC}
    assert {"\u06c3", "\u06d5", "\u0620", "\u0672"} <= lacking
    assert len(lacking) > 50


@given(st.text(sorted(set(LETTERS) & set(LETTERS_ARABIC)), min_size=1, max_size=10))
def test_runs_join_where_the_reshaper_joins(word: str) -> None:
    """Independent of our tables: initial and medial presentation forms are those that join the next letter."""
    shaped = ArabicReshaper({"delete_harakat": False, "support_ligatures": False}).reshape(word)
    joins = [c for n, c in enumerate(shaped) if "INITIAL" in unicodedata.name(c) or "MEDIAL" in unicodedata.name(c)]
    assert sum(len(run) - 1 for run in runs(word)) == len(joins)


def stretched(word: str) -> str:
    found = opening(word)
    return word if found is None else word[: found.index] + "\u0640" + word[found.index :]


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("السفارة", "السـفارة"),  # after an initial seen
        ("الحكومة", "الحكومـة"),  # before a final ة
        ("كتاب", "كتـاب"),  # before a final alef; never after the kaf
        ("الإيرانية", "الإيرانيـة"),
        ("تبرير", "تـبرير"),  # before a tooth that precedes a final ر
        ("بَيْتٌ", "بَيْـتٌ"),  # before any other final letter
        ("مُحَمَّدٌ", "مُحَمَّـدٌ"),  # after the letter and all its marks
        ("«الرهائن»", "«الرهـائن»"),
        ("مـحمد", "مــحمد"),  # a typed tatweel is the strongest
        ("می‌شناسد", "می‌شـناسد"),  # what a ZWNJ parts are two runs; of two places after a seen, in the longer one
    ],
)
def test_the_ladder(word: str, wanted: str) -> None:
    assert stretched(word) == wanted


@pytest.mark.parametrize(
    "word",
    ["الله", "والله", "لِلّٰهِ", "اللهم", "عبدالله", "اللہ", "من", "في", "لا", "لَا", "السلام3", "Caper", "ب١٩٧٩", "سلامCaper",
     "وزير", "دور", "كلا", "مع", "لمح", "אבגד", "ه", ""],
)  # fmt: skip
def test_words_that_are_never_stretched(word: str) -> None:
    assert opening(word) is None


def _letter_before(word: str, index: int) -> str:
    return next(c for c in reversed(word[:index]) if joining_type(c) != "T")


def _letter_after(word: str, index: int) -> str:
    return next(c for c in word[index:] if joining_type(c) != "T")


@given(words)
def test_an_opening_is_inside_a_join_and_after_its_marks(word: str) -> None:
    found = opening(word)
    if found is None:
        return
    before, after = _letter_before(word, found.index), _letter_after(word, found.index)
    assert joining_type(word[found.index]) != "T"
    assert joining_type(before) in "DC"
    assert joining_type(after) in "DR"
    assert before not in "لكکگ"  # nor, then, inside a lam-alef
    assert before == "\u0640" or after not in "جحخچصضعغو\u0640"  # what a writer has opened stays open


@given(words)
def test_the_joined_forms_stay(word: str) -> None:
    """A tatweel changes no letter's form: the same runs, one letter longer."""
    found = opening(word)
    if found is not None:
        assert [len(r) for r in runs(word)] != [len(r) for r in runs(stretched(word))]
        assert sum(map(len, runs(stretched(word)))) == sum(map(len, runs(word))) + 1
        assert len(runs(stretched(word))) == len(runs(word))


@given(words)
def test_openings_are_the_same_each_time(word: str) -> None:
    first = opening(word)
    opening.cache_clear()
    assert opening(word) == first


lines = st.lists(
    st.tuples(st.integers(0, 30), st.floats(0, 40), st.integers(0, 6)), max_size=12, unique_by=lambda c: c[0]
)


@given(lines, st.integers(0, 8), st.lists(st.floats(0, 40), max_size=4))
def test_a_line_is_stretched_here_and_there(raw: list[tuple[int, float, int]], most: int, above: list[float]) -> None:
    candidates = [Candidate(*c) for c in raw]
    chosen = choose(candidates, 31, most, above)
    assert len(chosen) <= min(most, 31 // 3)
    numbers = sorted(c.word for c in chosen)
    assert all(b - a > 1 for a, b in itertools.pairwise(numbers))
    assert all(abs(c.at - x) >= CLEAR for c in chosen for x in above)
    assert chosen == choose(candidates, 31, most, above)
    assert set(chosen) <= set(candidates)


def test_the_two_ends_are_taken_in_turn() -> None:
    row = [Candidate(n, 2.0 * n, 1) for n in range(12)]
    assert [c.word for c in choose(row, 12, 4, [])] == [11, 0, 6, 3]


def test_the_strongest_joins_come_first() -> None:
    row = [Candidate(0, 0, 5), Candidate(4, 8, 2), Candidate(8, 16, 5)]
    assert [c.word for c in choose(row, 12, 1, [])] == [4]
