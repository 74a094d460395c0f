"""Hard pictures through the whole press: each looks in the print and in the e-book as it should, or stops the build."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from pictures.test_raster import BLUE, GREEN, RED, WHITE, corners, near, quarters, saved, swapped
from PIL import Image

from report.build import build

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1000000000" height="600000000" viewBox="0 0 100 60">{}</svg>'
BOOKLET = (
    "title: كتاب الصور الكثيرة في الطباعة\nlanguage: ar\nidentifier: urn:uuid:7c9e6679-7425-40de-944b-e07fc1f90ae7\n"
    "date: 2026-11-23\nchapters: [text/one.md]\n"
)


def turned(value: int, how: Image.Transpose) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = value
    return saved(quarters((450, 300)).transpose(how), "JPEG", exif=exif, quality=95)


def hard() -> dict[str, bytes]:
    """All of them show red, green / blue, white."""
    plain = quarters((450, 300))
    squares = "".join(
        f'<rect x="{x}" y="{y}" width="50" height="30" fill="rgb{colour}"/>'
        for x, y, colour in ((0, 0, RED), (50, 0, GREEN), (0, 30, BLUE), (50, 30, WHITE))
    )
    return {
        "cmyk.jpg": saved(plain.convert("CMYK"), "JPEG", quality=95),
        "turned.jpg": turned(6, Image.Transpose.ROTATE_90),
        "mirrored.JPG": turned(5, Image.Transpose.TRANSPOSE),
        "palette.png": saved(plain.quantize(4), "PNG"),
        "صورة من الأرشيف.png": saved(plain.convert("RGBA"), "PNG"),
        unicodedata.normalize("NFD", "آثار é.jpeg"): saved(
            plain, "MPO", save_all=True, append_images=[plain], quality=95
        ),
        "scan.jpg": saved(quarters((5000, 3400)), "JPEG", quality=90),
        "huge.svg": SVG.format(squares).encode(),
    }


def booklet(folder: Path, pictures: dict[str, bytes]) -> Path:
    for name in ("images", "text"):
        (folder / name).mkdir(parents=True)
    figures: list[str] = []
    for number, (name, data) in enumerate(pictures.items(), 1):
        (folder / "images" / name).write_bytes(data)
        figures.append(f'![أربعة مربعات ملوّنة](<images/{unicodedata.normalize("NFC", name)}> "الصورة {number}")\n\n')
    between = "وهذه فقرة تفصل بين صورتين متتاليتين في الكتاب حتى يُقرأ ما بينهما.\n\n"
    (folder / "booklet.yaml").write_text(BOOKLET, "utf-8")
    (folder / "text/one.md").write_text(
        "---\nid: one\ntitle: الصور\n---\n\n" + between + between.join(figures), "utf-8"
    )
    return folder


@pytest.mark.slow
def test_each_looks_right_in_both(tmp_path: Path) -> None:
    given = hard()
    result = build(booklet(tmp_path / "b", given), tmp_path / "out")
    assert result.faults == ()
    with zipfile.ZipFile(result.outputs["epub"][0]) as book:
        carried = [book.read(name) for name in book.namelist() if "/picture-" in name and not name.endswith(".svg")]
    assert len(carried) == len(given) - 1
    for data in carried:
        picture = Image.open(io.BytesIO(data))
        assert picture.width * picture.height <= 4_000_000
        assert len(data) <= 1_500_000
        assert picture.mode != "CMYK"
        assert near(corners(picture), [RED, GREEN, BLUE, WHITE])
    with pypdfium2.PdfDocument(result.outputs["pdf"][0]) as document:
        shown = [image for page in document for image in seen(page)]
    assert len(shown) == len(given) - 1
    assert all(near(colours, [RED, GREEN, BLUE, WHITE], 16) for colours in shown), shown


def seen(page: pypdfium2.PdfPage) -> list[list[tuple[int, ...]]]:
    """The corners of each photograph as the page shows it, by where it lies on it."""
    found: list[list[tuple[int, ...]]] = []
    drawn = page.render(scale=2).to_pil()
    for image in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = (2 * side for side in image.get_bounds())
        found.append(
            corners(drawn.crop((round(left), drawn.height - round(top), round(right), drawn.height - round(bottom))))
        )
    return found


@pytest.mark.slow
def test_a_tall_picture_stands_whole_on_its_page(tmp_path: Path) -> None:
    tall = saved(quarters((400, 3000)), "PNG")
    result = build(booklet(tmp_path / "b", {"tall.png": tall}), tmp_path / "out", ("pdf",))
    with pypdfium2.PdfDocument(result.outputs["pdf"][0]) as document:
        for page in document:
            for image in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
                assert image.get_bounds()[1] > 50, "points: the foot of the page is free"
        assert [c for page in document for c in seen(page)]


@pytest.mark.slow
def test_two_builds_are_the_same(tmp_path: Path) -> None:
    wide = saved(quarters(), "PNG", icc_profile=swapped())
    folder = booklet(tmp_path / "b", {**hard(), "wide.png": wide})
    one, two = (build(folder, tmp_path / name).outputs for name in ("one", "two"))
    assert {name: digest for name, (_, digest) in one.items()} == {name: digest for name, (_, digest) in two.items()}
    assert set(one) == {"pdf", "epub"}
