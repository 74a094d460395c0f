"""The only files the engine may open: pictures of the booklet, files of the theme, and data: addresses (law 11)."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

from report import disk, fonts
from report.drawing import Hand, outlined
from report.fault import Fault, Place, error
from report.pictures import raster, vector
from report.theme import Theme

BOOKLET = "booklet:"
THEME = "theme:"
LARGEST = (420.0, 420.0)  # mm: no page is larger


class Fetcher(URLFetcher):
    """Serves `booklet:<path>`, `theme:<n>/<path>` and `data:`; all else is refused and noted in `faults` (K408)."""

    def __init__(self, root: Path, theme: Theme, page: tuple[float, float] = LARGEST) -> None:
        super().__init__(allowed_protocols={"data"}, allow_redirects=False)
        self.root, self.theme, self._room = root.resolve(), theme, raster.printed(page)
        self._read: dict[Path, bytes] = {}
        self.faults: list[Fault] = []
        self._hand = Hand(theme.token("body-face"), fonts.own(theme.font_folders))

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        try:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            path = self._path(unquote(url))  # the engine quotes what an address may not hold: Arabic letters, spaces
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            if path not in self._read:
                self._read[path] = self._made(path)
            return URLFetcherResponse(url, self._read[path], {"Content-Type": kind})
        except (LookupError, *raster.BROKEN) as fault:
            self.faults.append(error("K408", Place(self.theme.name), address=url[:200]))
            raise ValueError(f"refused: {url[:200]}") from fault

    def _made(self, path: Path) -> bytes:
        """A section is set more than once, so what is asked for is kept."""
        data = path.read_bytes()
        if path.suffix.lower() == ".svg":
            return vector.held(outlined(data, self._hand)[0])
        return raster.fit(data, self._room)

    def _path(self, url: str) -> Path:
        if url.startswith(THEME):
            return self.theme.file(url)
        if url.startswith(BOOKLET):
            path = (self.root / disk.spelled(self.root, url.removeprefix(BOOKLET))).resolve()
            if path.is_relative_to(self.root):
                return path
        raise LookupError(url)
