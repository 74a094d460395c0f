"""The timeline of the e-book: no ground of its own, and one grey that is read by day and by night."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from epub.conftest import write

from report import assets

SVG, X = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def package() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(write(assets.builtin_booklet()).data))


@pytest.fixture(scope="module")
def picture(package: zipfile.ZipFile) -> ET.Element:
    """The <img> of the timeline."""
    root = ET.fromstring(package.read("EPUB/text/chronology.xhtml"))
    return next(img for figure in root.iter(f"{X}figure") for img in figure.iter(f"{X}img"))


def light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_picture_is_read_on_black_and_on_white(package: zipfile.ZipFile, picture: ET.Element) -> None:
    svg = ET.fromstring(package.read(f"EPUB/{picture.get('src', '').removeprefix('../')}"))
    assert not [e for e in svg.iter(f"{SVG}rect") if e.get("fill") != "none"]
    colours = {v for e in svg.iter() for n, v in e.items() if n in ("fill", "stroke") and v != "none"}
    assert len(colours) == 1
    (grey,) = colours
    assert min(1.05 / (light(grey) + 0.05), (light(grey) + 0.05) / 0.05) >= 4.5


def test_nothing_touches_its_edge(package: zipfile.ZipFile, picture: ET.Element) -> None:
    svg = ET.fromstring(package.read(f"EPUB/{picture.get('src', '').removeprefix('../')}"))
    left, top, wide, high = map(float, svg.get("viewBox", "").split())
    assert (left, top) == (-2, -2)
    for x, y in re.findall(r"M(-?[\d.]+) (-?[\d.]+)", " ".join(e.get("d", "") for e in svg.iter(f"{SVG}path"))):
        assert left + 1.9 <= float(x) <= left + wide - 1.9, (x, y)
        assert top + 1.9 <= float(y) <= top + high - 1.9, (x, y)


def test_it_stands_by_itself(package: zipfile.ZipFile, picture: ET.Element) -> None:
    """No rule hides the picture and shows it through a mask: from a disk, masks are not loaded."""
    css = package.read("EPUB/css/book.css").decode()
    assert picture.get("class") is None
    assert picture.get("src", "").rpartition("/")[2] not in css
