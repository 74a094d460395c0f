"""Flash cards on sheets: backs land on their fronts, in the order of the language, within their cards, all letters told."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import oracles
import pikepdf
import pymupdf
import pytest
from conftest import TOP
from markupsafe import Markup

from report import cli, exports, pdf, theme
from report.build import read
from report.fault import Stopped
from report.model import Booklet
from report.pdf import Grid, Leaf
from report.script import digits

PT = 72 / 25.4  # in a mm


def booklet(name: str) -> Booklet:
    made, faults = read(TOP / "tests" / "booklets" / name, name)
    assert made is not None, faults
    return made


@pytest.fixture(scope="module")
def study() -> Booklet:
    return booklet("study")


def set_cards(made: Booklet, grid: Grid, leaves: list[Leaf]) -> Any:
    meta = made.meta
    style = theme.load(meta.theme, meta.language, made.root, meta.place)
    written = pdf.flash_cards(made, leaves, style, grid)
    assert not written.long
    return pymupdf.open(stream=written.data)


def numbered(count: int) -> list[Leaf]:
    """Cards whose sides show nothing but their number, the back with a hundred added."""
    return [Leaf(Markup(f"<p>{n}</p>"), Markup(f"<p>{n + 100}</p>"), Markup("·")) for n in range(1, count + 1)]


def spots(page: Any) -> dict[int, tuple[float, float]]:
    """The middle of each number on a page, in mm from the top left."""
    found: dict[int, tuple[float, float]] = {}
    for left, top, right, bottom, word, *_ in page.get_text("words"):
        if (plain := digits.fold(word)).isdigit():
            found[int(plain)] = ((left + right) / 2 / PT, (top + bottom) / 2 / PT)
    return found


@pytest.mark.parametrize("paper", pdf.PAPERS)
@pytest.mark.parametrize("count", pdf.GRIDS)
@pytest.mark.parametrize("name", ["study", "en"])
def test_each_back_lands_on_its_front(paper: str, count: int, name: str) -> None:
    """Turned over the long edge, a point x from the left of the verso lies x from the right of the recto."""
    made = booklet(name)
    grid = pdf.grid(made, paper, count)
    many = count + 3
    sheets = set_cards(made, grid, numbered(many))
    assert len(sheets) == 4
    seen: set[int] = set()
    for recto, verso in ((sheets[0], sheets[1]), (sheets[2], sheets[3])):
        width, height = grid.paper
        assert (recto.rect.width / PT, recto.rect.height / PT) == pytest.approx((width, height), abs=0.1)
        turned = {number: (width - x, y) for number, (x, y) in spots(verso).items()}
        fronts = spots(recto)
        assert {number - 100 for number in turned} == set(fronts)
        for number, place in fronts.items():
            assert turned[number + 100] == pytest.approx(place, abs=1.5)
            seen.add(number)
    assert seen == set(range(1, many + 1))


@pytest.mark.parametrize(("name", "first_at"), [("study", "right"), ("en", "left")])
def test_cards_follow_each_other_as_the_language_runs(name: str, first_at: str) -> None:
    made = booklet(name)
    places = spots(set_cards(made, pdf.grid(made, "A4", 8), numbered(8))[0])
    in_order = [places[n] for n in range(1, 9)]
    sign = -1 if first_at == "right" else 1
    assert in_order == sorted(in_order, key=lambda p: (round(p[1]), sign * p[0]))
    assert (in_order[0][0] > 105) == (first_at == "right")


def test_backs_that_are_not_mirrored_would_be_seen() -> None:
    """The proof above can fail: a front laid on a back of the same column misses it by a column."""
    grid = Grid((210, 297), 2, 4, rtl=True)
    back = grid.spot(0)  # as a front
    assert abs((210 - back.left - back.width) - grid.spot(0).left) > 50


def test_crop_marks_stand_at_every_cut_and_off_the_cards(study: Booklet) -> None:
    grid = pdf.grid(study, "A4", 8)
    page = set_cards(study, grid, numbered(8))[0]
    drawn = [
        (item["rect"].x0 / PT, item["rect"].y0 / PT, item["rect"].x1 / PT, item["rect"].y1 / PT)
        for item in page.get_drawings()
    ]
    spots_of = [grid.spot(n) for n in range(8)]
    left, right = min(s.left for s in spots_of), max(s.left + s.width for s in spots_of)
    top, bottom = min(s.top for s in spots_of), max(s.top + s.height for s in spots_of)
    assert len(drawn) == 2 * (3 + 5)
    for x0, y0, x1, y1 in drawn:
        assert x1 < left or x0 > right or y1 < top or y0 > bottom
        assert x0 > 4.9
        assert x1 < 210 - 4.9
    upright = {round((x0 + x1) / 2) for x0, y0, x1, y1 in drawn if y1 - y0 > x1 - x0}
    assert upright == {round(x) for s in spots_of for x in (s.left, s.left + s.width)}


def test_long_words_are_set_smaller_and_stay_on_their_card(study: Booklet) -> None:
    grid = pdf.grid(study, "A4", 8)
    long = Markup("<p>{}</p>").format("كتب الرجل رسالة طويلة إلى صديقه " * 10)
    page = set_cards(study, grid, [Leaf(Markup("<p>قصير</p>"), long, Markup("·"))])[1]
    spot = grid.spot(0, back=True)
    for left, top, right, bottom, *_ in page.get_text("words"):
        assert left / PT >= spot.left
        assert right / PT <= spot.left + spot.width
        assert top / PT >= spot.top - 1
        assert bottom / PT <= spot.top + spot.height
    sizes = {
        round(span["size"], 1)
        for b in page.get_text("dict")["blocks"]
        for li in b.get("lines", ())
        for span in li["spans"]
    }
    assert min(sizes - {min(sizes)} or sizes) >= 9  # the foot is the smallest; words have a floor of 9 pt


@pytest.mark.parametrize("name", ["study", "en", "fa", "he", "ur"])
def test_a_booklets_own_cards_are_whole_in_every_language(name: str) -> None:
    """`sheets` reads the file back itself: letters, fonts, order."""
    made = booklet(name)
    data = exports.sheets(made, "letter", 6)
    assert data == exports.sheets(made, "letter", 6)
    with pikepdf.open(io.BytesIO(data)) as file:
        preferences: Any = file.Root.ViewerPreferences
        assert (str(preferences.Duplex), str(preferences.PrintScaling)) == ("/DuplexFlipLongEdge", "/None")
        assert str(file.Root.Lang) == made.meta.language
        assert len(file.pages) == 2 * -(-len(exports.cards(made)) // 6)


def test_a_lost_letter_is_told(study: Booklet, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = pdf.flash_cards

    def forgetful(made: Booklet, leaves: list[Leaf], *rest: Any) -> Any:
        return honest(made, [replace(leaves[0], front=Markup("<p>س</p>")), *leaves[1:]], *rest)

    monkeypatch.setattr(pdf, "flash_cards", forgetful)
    with pytest.raises(Stopped) as stopped:
        exports.sheets(study)
    assert "K517" in {fault.code for fault in stopped.value.faults}


def test_a_side_too_long_and_a_word_too_wide_are_faults_with_their_places(study: Booklet) -> None:
    event = study.events[0]
    for title in ("كلمة " * 200, "ط" * 120):
        made = replace(study, events=(replace(event, title=title), *study.events[1:]))
        with pytest.raises(Stopped) as stopped:
            exports.sheets(made)
        found = {(f.code, f.place, f.values["reason"]) for f in stopped.value.faults}
        assert {code for code, *_ in found} == {"K252"}
        assert ("K252", event.place, "front") in found


def test_a_booklet_without_cards_has_nothing_to_print(study: Booklet) -> None:
    bare = replace(study, terms=(), events=(), chapters=(), front=(), back=())
    with pytest.raises(Stopped) as stopped:
        exports.sheets(bare)
    assert [fault.code for fault in stopped.value.faults] == ["K253"]


def test_the_file_appears_whole_or_not_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = TOP / "tests" / "booklets" / "study"
    target = tmp_path / "out" / "study-cards.pdf"

    def run(*more: str) -> int:
        return cli.main(["export", "cards", str(folder), "--to", "pdf", "--lang", "en", *more])

    target.parent.mkdir()
    target.write_bytes(b"old")
    assert run("--out", str(target.parent)) == 0  # an old file gives way to a whole new one
    assert target.read_bytes().startswith(b"%PDF-")
    taken = tmp_path / "taken" / "study-cards.pdf"
    taken.mkdir(parents=True)
    assert run("--out", str(taken.parent)) == 1
    assert "K701" in capsys.readouterr().err
    blocked = tmp_path / "file"
    blocked.write_bytes(b"mine")
    assert run("--out", str(blocked / "below")) == 1
    assert "K701" in capsys.readouterr().err
    assert blocked.read_bytes() == b"mine"
    assert [p.name for p in taken.parent.iterdir()] == ["study-cards.pdf"]
    assert not list(taken.iterdir())
    assert cli.main(["export", "cards", str(folder), "--to", "anki", "--count", "8"]) == 2


@pytest.mark.slow
def test_cards_are_accessible(study: Booklet, tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    path.write_bytes(exports.sheets(study))
    (verdict,) = oracles.verapdf("ua1", path)
    assert verdict.passed, verdict.failures
