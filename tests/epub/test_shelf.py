"""Pictures and theme files: known by their bytes, named in ASCII, still, and from nowhere else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from epub.conftest import Written
from PIL import Image

from report.epub.shelf import Shelf, active, recognise
from report.fault import Place

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
PLACE = Place("ch.md", 3)


def png() -> bytes:
    out = io.BytesIO()
    Image.new("L", (2, 2)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xff\xd8\xff\xe0", ("image/jpeg", "jpg")), (b"\x89PNG\r\n\x1a\n..", ("image/png", "png")),
        (b"GIF89a", ("image/gif", "gif")), (b"RIFF1234WEBPVP8 ", ("image/webp", "webp")), (b"RIFF1234WAVE", None),
        (b"\0\1\0\0\0", ("font/ttf", "ttf")), (b"OTTO", ("font/otf", "otf")), (b"<html/>", None), (b"", None),
        (SVG.format("").encode(), ("image/svg+xml", "svg")), (b"%PDF-1.7", None), (b"....ftypavif", None),
    ],
)  # fmt: skip
def test_media_types_are_read_from_the_bytes(data: bytes, kind: tuple[str, str] | None) -> None:
    assert recognise(data) == kind


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>", '<rect onclick="x()"/>', '<image href="https://example.org/a.png"/>',
        '<use xlink:href="other.svg#a"/>', "<style>@import 'a.css';</style>", '<rect fill="url(https://example.org/#a)"/>',
        "<foreignObject/>", "<animate/>", "<style>a{background:url(x.png)}</style>",
    ],
)  # fmt: skip
def test_pictures_that_act_are_refused(inside: str) -> None:
    assert active(SVG.format(inside).encode())


def test_still_pictures_pass() -> None:
    still = '<defs><g id="a"/></defs><use href="#a"/><rect fill="url(#a)"/><image href="data:image/png;base64,AA"/>'
    assert active(SVG.format(still).encode()) == ""
    assert active(b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("").encode())


def test_names_are_given_in_order_and_once(arabic: Written, tmp_path: Path) -> None:
    for name in ("صورة.png", "b.gif"):
        (tmp_path / name).write_bytes({"b.gif": b"GIF89a"}.get(name, png()))
    shelf = Shelf(tmp_path, arabic.theme)
    paths = [shelf.take(n, PLACE) for n in ("صورة.png", "b.gif", "صورة.png", "theme:0/ornament.svg")]
    assert paths == ["images/picture-1.png", "images/picture-2.gif", "images/picture-1.png", "images/ornament-1.svg"]
    assert shelf.faults == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("gone.png", "K603"), ("../outside.png", "K603"), ("/etc/passwd", "K603"), ("https://example.org/a.png", "K603"),
        ("file:///etc/passwd", "K603"), ("", "K603"), ("theme:0/../../x", "K603"), ("theme:9/x", "K603"), (".", "K603"),
        ("text.txt", "K604"), ("bad.svg", "K605"),
    ],
)  # fmt: skip
def test_what_cannot_be_packed_is_told_with_its_place(arabic: Written, tmp_path: Path, address: str, code: str) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "outside.png").write_bytes(png())
    (inside / "text.txt").write_text("x")
    (inside / "bad.svg").write_text(SVG.format("<script/>"))
    shelf = Shelf(inside, arabic.theme)
    assert shelf.take(address, PLACE) == ""
    assert [(f.code, f.place, f.values["path"]) for f in shelf.faults] == [(code, PLACE, address)]
