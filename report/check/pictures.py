"""Rules about pictures: there (K204, K116), described (K205), and what they say they are (K206)."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from PIL import Image, ImageFile

from report.check.survey import Survey
from report.check.walk import every_block_and_note
from report.fault import Fault, Place, error
from report.model import Booklet, Figure
from report.source.files import find

FORMATS: Final = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".svg": "SVG"}
LARGEST: Final = 64 * 2**20
"""Bytes; a full A4 page in colour at 1200 dpi, as a JPEG, is about half of that."""

_ACTIVE: Final = re.compile(
    rb"<!ENTITY|<script|\son\w+\s*=|(?:href|src)\s*=\s*[\"'](?!#|data:image/)|@import|url\((?!\s*[\"']?(?:#|data:))",
    re.I,
)


def pictures(found: Survey) -> Iterator[Fault]:
    """Every figure of every text, notes included."""
    for text in found.draft.texts:
        for block in every_block_and_note(text.blocks):
            if isinstance(block, Figure):
                yield from _figure(found, block)


def drawings(booklet: Booklet) -> Iterator[tuple[Path, Place]]:
    """Every SVG a figure shows, and where it is shown."""
    for text in booklet.texts:
        for block in every_block_and_note(text.blocks):
            if isinstance(block, Figure) and Path(block.image).suffix.lower() == ".svg":
                yield booklet.root / block.image, block.place


def _figure(found: Survey, figure: Figure) -> Iterator[Fault]:
    if not figure.alt.strip():
        yield error("K205", figure.place, file=figure.image)
    path = find(found.draft.folder, figure.image, figure.place)
    if isinstance(path, Fault):
        yield path if path.code == "K116" else error("K204", figure.place, file=figure.image)
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
        return _unfit_svg(path.read_bytes()) if claimed == "SVG" else _unfit_raster(path, claimed)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return "broken"


def _unfit_raster(path: Path, claimed: str) -> str:
    """Opened by its content, then decoded (a JPEG at an eighth of its size), so that half a file is found.

    The PDF engine tells Pillow, for the whole process, to take half a file for a picture; here it must not.
    """
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path) as picture:
                if picture.format != claimed:
                    return "lies"
                if claimed == "JPEG":
                    picture.draft("L", (64, 64))
                picture.load()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    return ""


def _unfit_svg(data: bytes) -> str:
    """SVG must be well-formed, and hold no script, entity or address outside itself."""
    if _ACTIVE.search(data):
        return "active"
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return "broken"
    return "" if root.tag in {"{http://www.w3.org/2000/svg}svg", "svg"} else "lies"
