"""Sections come to rest: page numbers that are cited are true, and only what changed is set again."""

from __future__ import annotations

import pytest
from conftest import TOP

from report import assets, html, theme
from report.build import read
from report.fault import Stopped
from report.html import Section
from report.model import Booklet
from report.pdf import faces
from report.theme import Theme

faces.use([assets.fonts()])

from report.pdf import engine, layout, printed  # noqa: E402  (after the private fontconfig)


@pytest.fixture(scope="module")
def parts() -> tuple[Booklet, Theme, tuple[Section, ...]]:
    engine.correct()
    booklet, _ = read(TOP / "tests" / "booklets" / "ar", "ar")
    assert booklet
    style = theme.load("naskh", "ar", booklet.root, booklet.meta.place)
    return booklet, style, html.sections(booklet, style)


def test_cited_pages_are_the_pages(parts: tuple[Booklet, Theme, tuple[Section, ...]]) -> None:
    booklet, style, sections = parts
    press = layout.Layout(booklet, style)
    laid = press.settle(sections)
    for part in laid:
        assert press.pages[part.section.id] == part.first
        assert part.first % 2 == 1 or not part.section.recto
        assert all(number is not None for number in part.key[1])
    cited = {id for s in sections for id in printed.sheet(s).cites}
    assert cited <= set(press.pages)
    firsts = [part.first for part in laid]
    assert firsts == sorted(firsts)


def test_only_what_changed_is_set_again(
    parts: tuple[Booklet, Theme, tuple[Section, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    booklet, style, sections = parts
    press = layout.Layout(booklet, style)
    calls: list[str] = []
    lay = layout.Layout._lay

    def counted(self: layout.Layout, sheet: printed.Sheet, *rest: object) -> object:
        calls.append(sheet.section.id)
        return lay(self, sheet, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(layout.Layout, "_lay", counted)
    press.settle(sections)
    again = [id for id in calls if calls.count(id) > 1]
    assert set(again) <= {"contents", "letter"}  # the contents, and a chapter that cites the page of its answers
    assert calls.count("road") == 1


def test_numbers_that_never_rest_are_a_fault(
    parts: tuple[Booklet, Theme, tuple[Section, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    booklet, style, sections = parts
    press = layout.Layout(booklet, style)
    lay = layout.Layout._lay

    def restless(self: layout.Layout, sheet: printed.Sheet, *rest: object) -> object:
        laid = lay(self, sheet, *rest)  # type: ignore[arg-type]
        self.pages["answers"] = self.pages.get("answers", 0) + len(self.pages) + 1
        return laid

    monkeypatch.setattr(layout.Layout, "_lay", restless)
    with pytest.raises(Stopped) as stopped:
        press.settle(sections)
    assert [f.code for f in stopped.value.faults] == ["K502"]
