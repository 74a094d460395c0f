"""The engine opens only data:, files of the booklet, files of the theme (law 11)."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import assets, theme
from report.fault import Place
from report.pdf import faces

faces.use([assets.fonts()])

from report.pdf.fetcher import Fetcher  # noqa: E402  (after the private fontconfig)


@pytest.fixture
def fetcher(tmp_path: Path) -> Fetcher:
    root = tmp_path / "كتاب"
    (root / "images").mkdir(parents=True)
    (root / "images" / "خريطة.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "secret.txt").write_text("secret")
    (root / "link.txt").symlink_to(tmp_path / "secret.txt")
    return Fetcher(root, theme.load("naskh", "ar", root, Place("booklet.yaml")))


@pytest.mark.parametrize(
    "address",
    [
        "booklet:images/خريطة.svg",
        "booklet:images/%D8%AE%D8%B1%D9%8A%D8%B7%D8%A9.svg",
        "theme:0/ornament.svg",
        "data:text/plain,abc",
    ],
)
def test_what_may_be_opened(address: str, fetcher: Fetcher) -> None:
    assert fetcher.fetch(address).read()
    assert fetcher.faults == []


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/x", "https://example.org/x.css", "ftp://127.0.0.1/x",
        "file:///etc/hostname",
        "booklet:../secret.txt", "booklet:%2e%2e/secret.txt", "booklet:link.txt", "booklet:/etc/hostname",
        "theme:0/../../../pyproject.toml",
        "theme:9/x", "theme:x/y", "nonsense", "booklet:missing.png",
    ],
)  # fmt: skip
def test_what_may_not(address: str, fetcher: Fetcher) -> None:
    with pytest.raises(ValueError, match="refused"):
        fetcher.fetch(address)
    assert [f.code for f in fetcher.faults] == ["K408"]
