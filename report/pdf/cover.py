"""The cover as a picture for the e-book, and all that it is made from."""

from __future__ import annotations

import ctypes
import hashlib
import io
from dataclasses import replace
from pathlib import Path
from typing import Final

from report import assets
from report.cache import NONE, Cache
from report.html import Section
from report.model import Booklet
from report.pdf.press import engine
from report.theme import Theme

_SIZE: Final = (1600, 2560)  # px: what book shops and readers ask for (EPUB cover, 1:1.6)
_QUALITY: Final = 75  # plain areas and large letters: at 88 nothing more is seen, and it takes half as much again
_MAKERS: Final = ("weasyprint", "pydyf", "tinycss2", "cssselect2", "fonttools", "pypdfium2", "pillow")
_LIBRARIES: Final = (
    ("libpango-1.0.so.0", "pango_version"), ("libharfbuzz.so.0", "hb_version_string"), ("libfontconfig.so.1", "FcGetVersion"),
)  # fmt: skip


def cover_image(booklet: Booklet, cover: Section, theme: Theme, kept: Cache = NONE) -> bytes:
    """The cover page as a JPEG of 1600 × 2560 px, laid out anew for that shape; kept, it need not start the engine."""
    tall = replace(booklet, meta=replace(booklet.meta, page=(booklet.meta.page[0], booklet.meta.page[0] * 1.6)))
    parts = [] if kept.folder is None else _parts(tall, cover, theme)
    return (kept if parts else NONE).made(parts, lambda: _made(tall, cover, theme))


def _made(tall: Booklet, cover: Section, theme: Theme) -> bytes:
    with engine(tall, theme) as (layout, _):
        data = layout.settle([cover])[0].document.write_pdf()
    import pypdfium2  # here: a cover that was kept needs no picture drawn

    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        picture = page.render(scale=_SIZE[0] / page.get_width()).to_pil().convert("RGB").resize(_SIZE)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()


def _parts(tall: Booklet, cover: Section, theme: Theme) -> list[bytes]:
    """All that the picture depends on; none where that cannot be told: pictures of the booklet, libraries not found."""
    from importlib.metadata import PackageNotFoundError, version

    css = theme.css("print", tall.meta.issue)
    if "<img" in cover.html or "booklet:" in css + cover.html:
        return []
    try:
        makers = [f"{name} {version(name)}" for name in _MAKERS]
        makers += [f"{name} {_version(name, function)}" for name, function in _LIBRARIES]
    except (PackageNotFoundError, OSError, AttributeError):
        return []
    told = ["cover", str(_QUALITY), *makers, repr(tall.meta), cover.html, css, repr(sorted(theme.tokens.items()))]
    folders = [*theme.folders, assets.fonts(), *theme.font_folders]
    return [part.encode() for part in told] + [digest for folder in folders for digest in _files(folder)]


def _version(library: str, function: str) -> str:
    """What a library of the system says of itself, without the engine that uses it."""
    asked = getattr(ctypes.CDLL(library), function)
    if function.endswith("_string"):
        asked.restype = ctypes.c_char_p
    return str(asked())


def _files(folder: Path) -> list[bytes]:
    """The name and the digest of every file in a folder."""
    return [
        path.relative_to(folder).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
