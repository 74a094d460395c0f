"""Persons: an age that a source gives is told as it stands, a birth that is only reckoned is never told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report import assets, html, theme
from report.build import read
from report.model import Booklet
from report.script import dates


@pytest.fixture(scope="module")
def booklet() -> Booklet:
    made, faults = read(assets.builtin_booklet(), "b")
    assert made is not None, faults
    return made


def told(booklet: Booklet) -> dict[str, str]:
    """What is said of each person, by id."""
    style = theme.load(booklet.meta.theme, booklet.meta.language, booklet.root, booklet.meta.place)
    tree = next(s for s in html.sections(booklet, style) if s.kind == "people").tree()
    groups = [e for e in tree.iter("div") if e.get("class") == "entry-group"]
    return {group[0].get("id", ""): " ".join("".join(group.itertext()).split()) for group in groups}


def test_the_age_at_death_of_a_source_is_told_and_no_birth(booklet: Booklet) -> None:
    shah = told(booklet)["person-shah"]
    assert "تُوفّي في ٢٧ يوليو ١٩٨٠ عن ٦٠ عامًا" in shah
    assert "وُلد" not in shah
    assert "١٩١٩" not in shah
    assert "١٩٢٠" not in shah


def test_ages_at_events_say_how_much_is_known(booklet: Booklet) -> None:
    shah = told(booklet)["person-shah"]
    assert "الإطاحة بالشاه (في نحو سن ٥٩)" in shah  # 58 to 60: only the year is known
    assert "الشاه يغادر الولايات المتحدة (في سن ٥٩ أو ٦٠)" in shah
    assert "وفاة الشاه (في سن ٦٠)" in shah


def test_a_death_of_a_year_keeps_the_age_that_was_given(booklet: Booklet) -> None:
    """From the year alone 59 to 61 would be reckoned; the source says 60."""
    people = tuple(replace(p, died=dates.parse("1980")) if p.id == "shah" else p for p in booklet.people)
    assert "تُوفّي في ١٩٨٠ عن ٦٠ عامًا" in told(replace(booklet, people=people))["person-shah"]


def test_a_number_of_years_stays_with_its_noun(booklet: Booklet) -> None:
    style = theme.load(booklet.meta.theme, booklet.meta.language, booklet.root, booklet.meta.place)
    assert "عن ٦٠\u00a0عامًا" in next(s.html for s in html.sections(booklet, style) if s.kind == "people")
