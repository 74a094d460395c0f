"""Pictures of pages in three readers, kept in a temporary folder (or in KURRASA_SCREENS), and facts on what they show."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser
from readers import broken
from readers.screens import SIZES, TEXTS, VIEWS, Look, Shot, keep, shots
from readers.shelf import Shelf

WANTED = ("cover", "chapter", "questions", "chronology", "events", "index")
PAGES = tuple(view for view in VIEWS if view.name in WANTED)
LOOKS = (
    *(Look("foliate", size, light, text) for size in SIZES for light in ("day", "night") for text in TEXTS),
    Look("epubjs"), Look("epubjs", "tablet"), Look("mupdf"),
)  # fmt: skip
NASTALIQ = (Look(), Look(light="night"), Look(text=200), Look("foliate", "tablet"), Look("epubjs"), Look("mupdf"))
CASES = [("built-in", look) for look in LOOKS] + [("ur", look) for look in NASTALIQ]
EDGE = 6  # px at each side of a page in which nothing is drawn
LEAST = 7.0  # contrast of the ink of a page against its paper; single words are judged in test_looks


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    wanted = os.environ.get("KURRASA_SCREENS")
    return Path(wanted) if wanted else tmp_path_factory.mktemp("screens")


@pytest.fixture(params=CASES, ids=lambda case: "-".join(map(str, case)))
def taken(
    request: pytest.FixtureRequest, installed: None, browser: Browser, shelf: Shelf, epubs: dict[str, Path], kept: Path
) -> tuple[Look, list[Shot]]:
    name, look = request.param
    made = list(shots(browser, shelf, epubs[name].read_bytes(), look, PAGES))
    keep(made, kept / name, look)
    return look, made


def light(grey: int) -> float:
    part = grey / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def paper_and_ink(picture: Image.Image) -> tuple[int, int]:
    """The grey of most of a page, and the one farthest from it that is more than a speck."""
    counts = Counter(dict(enumerate(picture.convert("L").histogram())))
    paper = counts.most_common(1)[0][0]
    return paper, max((grey for grey, n in counts.items() if n >= 20), key=lambda grey: abs(light(grey) - light(paper)))


def drawn(picture: Image.Image) -> float:
    """How far down a page something is drawn, as a part of its height."""
    grey = picture.convert("L")
    paper = paper_and_ink(picture)[0]
    box = grey.point([0 if abs(n - paper) < 24 else 255 for n in range(256)]).getbbox()
    return box[3] / grey.height if box else 0.0


def edges(picture: Image.Image) -> list[Image.Image]:
    grey, (wide, high) = picture.convert("L"), picture.size
    return [grey.crop((0, 0, EDGE, high)), grey.crop((wide - EDGE, 0, wide, high))]


def test_pages_are_whole_and_can_be_read(taken: tuple[Look, list[Shot]]) -> None:
    """No text is cut, nothing is drawn at the sides, and ink stands out from the paper, which is that of the light."""
    look, made = taken
    assert {shot.name for shot in made} >= {"cover", "chronology", "index"}
    for shot in made:
        assert list(shot.cut) == [], shot.name
        assert drawn(shot.picture) > 0.25, shot.name  # no heading alone on its page
        if shot.name == "cover":
            continue
        paper, ink = paper_and_ink(shot.picture)
        a, b = sorted((light(paper), light(ink)))
        assert (b + 0.05) / (a + 0.05) >= LEAST, shot.name
        assert (paper < 64) == (look.light == "night"), shot.name
        for edge in edges(shot.picture):
            assert all(abs(low - paper) < 24 and abs(high - paper) < 24 for low, high in [edge.getextrema()]), shot.name


def test_the_timeline_is_no_block_of_light_at_night(
    installed: None, browser: Browser, shelf: Shelf, epubs: dict[str, Path]
) -> None:
    """Most of its page is as dark as any other, and what is drawn stands out from it: its grey is 117 of 255."""
    for size in SIZES:
        look = Look("foliate", size, "night")
        views = [view for view in PAGES if view.name == "chronology"]
        (shot,) = shots(browser, shelf, epubs["built-in"].read_bytes(), look, views)
        grey = shot.picture.convert("L")
        lit = sum(grey.histogram()[100:]) / (grey.width * grey.height)
        assert 0.005 < lit < 0.12, (size, lit)


def test_probe_a_text_past_the_edge_is_seen(
    installed: None, browser: Browser, shelf: Shelf, epubs: dict[str, Path]
) -> None:
    def change(name: str, data: bytes) -> bytes:
        return (
            data + b"\n.index-line { position: relative; inset-inline-start: -3em }" if name.endswith(".css") else data
        )

    views = [view for view in PAGES if view.name == "index"]
    data = broken.changed(epubs["built-in"].read_bytes(), change)
    (shot,) = shots(browser, shelf, data, Look(text=200), views)
    assert shot.cut
