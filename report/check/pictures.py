"""Rules about pictures: there (K204, K116), described (K205), and what they say they are (K206)."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree

from report import disk
from report.check.survey import Survey
from report.check.walk import every_block_and_note
from report.fault import Fault, Place, error
from report.model import Booklet, Figure
from report.pictures import vector
from report.source.files import find

FORMATS: Final = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".svg": "SVG"}
_BEGIN: Final = {"PNG": b"\x89PNG\r\n\x1a\n", "JPEG": b"\xff\xd8\xff"}
_LONGEST: Final = 200
"""Times one side may be the other: what is longer and fits a page is half a millimetre thin."""
_EMBEDDED: Final = re.compile(rb"data:image/(?:png|jpe?g);base64,([^\"')]*)", re.I)
LARGEST: Final = 64 * 2**20
"""Bytes; a full A4 page in colour at 1200 dpi, as a JPEG, is about half of that."""

_ACTIVE: Final = re.compile(
    rb"<!ENTITY|<script|\son\w+\s*=|(?:href|src)\s*=\s*[\"'](?!#|data:image/)|@import|url\((?!\s*[\"']?(?:#|data:))",
    re.I,
)


def pictures(found: Survey) -> Iterator[Fault]:
    """Every figure of every text, notes included."""
    for _, block in found.blocks:
        if isinstance(block, Figure):
            yield from _figure(found, block)


def drawings(booklet: Booklet) -> Iterator[tuple[Path, Place]]:
    """Every SVG a figure shows, and where it is shown."""
    for text in booklet.texts:
        for block in every_block_and_note(text.blocks):
            if isinstance(block, Figure) and Path(block.image).suffix.lower() == ".svg":
                yield booklet.root / disk.spelled(booklet.root, block.image), block.place


def _figure(found: Survey, figure: Figure) -> Iterator[Fault]:
    if not figure.alt.strip():
        yield error("K205", figure.place, file=figure.image)
    path = find(found.draft.folder, figure.image, figure.place)
    if isinstance(path, Fault):
        near = {"reason": "case", "near": path.values["near"]} if path.values.get("reason") == "case" else {}
        yield path if path.code == "K116" else error("K204", figure.place, file=figure.image, **near)
        return
    reason = unfit(path)
    if reason:
        name = Path(figure.image).suffix or path.name
        yield error("K206", figure.place, reason=reason, file=figure.image, suffix=name, allowed=", ".join(FORMATS))


def unfit(path: Path) -> str:
    """Why a file is no picture for a booklet: name, large, lies, broken or active; blank if it is one."""
    claimed = FORMATS.get(path.suffix.lower())
    try:
        if claimed is None:
            return "name"
        if path.stat().st_size > LARGEST:
            return "large"
        data = path.read_bytes()
        return _unfit_svg(data) if claimed == "SVG" else _unfit_raster(data, claimed)
    except (OSError, ValueError):
        return "broken"


def _unfit_raster(data: bytes, claimed: str) -> str:
    """Known by its first bytes, then decoded (a JPEG at an eighth of its size), so that half a file is found."""
    if data and not data.startswith(_BEGIN[claimed]):
        return "lies"
    from report.pictures import raster  # here and not above: many books have no photograph

    try:
        with raster.opened(data) as picture:
            if picture.format == "PNG" and getattr(picture, "n_frames", 1) > 1:
                return "moves"
            size = picture.size
            if claimed == "JPEG":
                picture.draft("L", (64, 64))
            picture.load()
            return _unseen(size)
    except raster.TOO_LARGE:
        return "pixels"
    except raster.BROKEN:
        return "broken"


def _unfit_svg(data: bytes) -> str:
    """SVG must be well-formed, and hold no script, entity or address outside itself."""
    if _ACTIVE.search(data):
        return "active"
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return "broken"
    if root.tag not in {"{http://www.w3.org/2000/svg}svg", "svg"}:
        return "lies"
    if vector.drawn(root) >= vector.MOST_DRAWN:
        return "drawn"
    embedded = (_unfit_embedded(data) for data in _EMBEDDED.findall(data))
    return _unseen(vector.size(root) or (1, 1)) or next(filter(None, embedded), "")


def _unfit_embedded(text: bytes) -> str:
    """A photograph inside a drawing, as base64; of another kind or another coding is not looked at."""
    try:
        data = b64decode(unquote_to_bytes(text) + b"==")  # browsers need no padding
    except ValueError:
        return "broken"
    kind = next((kind for kind, begin in _BEGIN.items() if data.startswith(begin)), "")
    return _unfit_raster(data, kind) if kind else ""


def _unseen(size: tuple[float, float]) -> str:
    """A line without a width shows nothing, nor does what is scaled to one."""
    width, height = size
    return "" if width > 0 < height and 1 / _LONGEST <= width / height <= _LONGEST else "unseen"
