"""Pictures: there, described, of a kind that can be used, whole, and what their name says."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from report.check import pictures
from report.check.pictures import unfit
from report.pictures import raster as rasters

Checked = Callable[..., object]

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">%s</svg>'


def raster(kind: str, mode: str = "RGB") -> bytes:
    data = BytesIO()
    Image.effect_noise((64, 64), 50).convert(mode).save(data, kind)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.png", raster("PNG"), ""),
        ("a.png", raster("PNG", "P"), ""),
        ("a.PNG", raster("PNG"), ""),
        ("a.jpg", raster("JPEG"), ""),
        ("a.jpeg", raster("JPEG", "CMYK"), ""),
        ("a.svg", SVG % b"<path/>", ""),
        ("a.svg", b"<?xml version='1.0'?><!DOCTYPE svg>" + SVG % b"<use xlink:href='#a'/>", ""),
        ("a.svg", SVG % b"<image href='data:image/png;base64,AA'/><rect fill='url(#g)'/>", ""),
        ("a.webp", raster("WEBP"), "name"),
        ("a.gif", raster("GIF"), "name"),
        ("a", raster("PNG"), "name"),
        ("a.png", raster("JPEG"), "lies"),
        ("a.jpg", raster("PNG"), "lies"),
        ("a.png", SVG % b"", "lies"),
        ("a.jpg", raster("GIF"), "lies"),
        ("a.png", b"<!DOCTYPE html>", "lies"),
        ("a.jpg", b"", "broken"),
        ("a.heic", b"", "name"),
        ("a.avif", b"", "name"),
        ("a.tiff", raster("TIFF"), "name"),
        ("a.bmp", raster("BMP"), "name"),
        ("a.png", b"", "broken"),
        ("a.png", raster("PNG")[:-100], "broken"),
        ("a.jpg", raster("JPEG")[:900], "broken"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "broken"),
        ("a.svg", b"", "broken"),
        ("a.svg", b"<svg", "broken"),
        ("a.svg", b"<html/>", "lies"),
        ("a.svg", SVG % b"<script/>", "active"),
        ("a.svg", SVG % b"<path onload='x()'/>", "active"),
        ("a.svg", SVG % b"<image href='https://x.org/a.png'/>", "active"),
        ("a.svg", SVG % b"<image xlink:href='../a.png'/>", "active"),
        ("a.svg", SVG % b"<style>@import 'a.css'</style>", "active"),
        ("a.svg", SVG % b"<style>a{fill:url(http://x)}</style>", "active"),
        ("a.svg", b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG % b"", "active"),
    ],
)
def test_unfit(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert unfit(path) == reason


def test_large_and_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.png"
    assert unfit(path) == "broken"
    path.write_bytes(raster("PNG"))
    monkeypatch.setattr(pictures, "LARGEST", 10)
    assert unfit(path) == "large"


def test_a_picture_of_too_many_pixels_is_refused_not_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(raster("PNG"))
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    assert unfit(path) == "pixels"
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 3000)
    assert unfit(path) == ""
    monkeypatch.setattr(rasters, "MOST", 64 * 64 - 1)
    assert unfit(path) == "pixels"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("![س](images/a.png)", []),
        ("> - ![س](<images/خريطة 1.png>)", []),
        ("نص[^1]\n\n[^1]: ح\n\n    ![س](images/none.png)", ["K204 text/one.md:10:5"]),
        ("![ ](images/a.png)", ["K205 text/one.md:6:1"]),
        ("![س](images)", ["K204 text/one.md:6:1"]),
        ("![س](../images/a.png)", ["K116 text/one.md:6:1"]),
        ("![س](data:image/png;base64,AAAA)", ["K204 text/one.md:6:1"]),
        ("![س]()", ["K204 text/one.md:6:1"]),
        ("::: questions\nس؟\n: ![س](images/b.png)\n:::", ["K204 text/one.md:8:3"]),
    ],
)
def test_figures(checked: Checked, text: str, codes: list[str]) -> None:
    files = {"images/a.png": raster("PNG"), "images/خريطة 1.png": raster("PNG")}
    assert checked(text + "\n", files=files).codes == codes
