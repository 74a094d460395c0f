"""Rules of pictures and of the cover: not too large, described in words, one that the shelf can show."""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from pathlib import PurePosixPath

from report.epub.lint.opened import Item, Opened
from report.epub.lint.rule import Found, found
from report.epub.lint.tree import Tree
from report.fault import Place

_LARGEST_TEXT, _LARGEST_PICTURE, _MOST_PIXELS = 300_000, 1_500_000, 4_000_000  # bytes, bytes, px (SE f-016, f-018)
_COVER_PIXELS = 2600 * 1700  # what shops ask a cover to be is a little more
_COVER_BYTES, _COVER_HEIGHT = 2**20, 1000
_COVER_MODES = {"RGB", "P", "L"}  # neither the four inks of print nor anything one can see through
_KINDS = ("JPEG", "PNG", "GIF", "WEBP")
_FILE_NAME = re.compile(
    r"[^\s/]+\.(?:jpe?g|png|gif|svg|webp|bmp|tiff?|avif|heic)|(?:IMG|DSC|DCIM|image|picture|screenshot)[-_ ]?\d+", re.I
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the first bytes of a picture say: kind and mode in Pillow's names, and pixels."""

    kind: str
    mode: str
    width: int
    height: int


def _head(data: bytes) -> Head | None:
    """None for what is no picture. Only the head is read, so that a few bytes that say they are a large one stay few."""
    from PIL import Image  # here, since most books are judged by their texts alone

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_KINDS) as picture:
                return Head(picture.format or "", picture.mode, picture.width, picture.height)
    except (OSError, ValueError, SyntaxError, OverflowError, Image.DecompressionBombError):
        return None


def sizes(book: Opened) -> Found:
    """Documents under 300 kB, since weak readers load one whole; pictures under 4 megapixels and 1.5 MB, and pictures at all."""
    for path in book.documents:
        if (size := len(book.files[path])) > _LARGEST_TEXT:
            yield found(Place(path), found=f"{size // 1000} kB")
    for item in book.items:
        if not item.media.startswith("image/") or item.media == "image/svg+xml" or item.path not in book.files:
            continue
        data, most = book.files[item.path], _COVER_PIXELS if "cover-image" in item.properties else _MOST_PIXELS
        head = _head(data)
        if head is None:
            yield found(Place(item.path), found="?")
        elif head.width * head.height > most or len(data) > _LARGEST_PICTURE:
            yield found(Place(item.path), found=f"{head.width * head.height / 1e6:.1f} Mpx, {len(data) // 1000} kB")


def descriptions(book: Opened) -> Found:
    """Each picture is described, or said to be ornament (WCAG 2.2, 1.1.1); the name of a file is no description."""
    for tree, element in book.elements("img", "svg:svg", "area"):
        alt, source = element.get("alt"), PurePosixPath(element.get("src", ""))
        held = alt is not None or element.get("aria-label") or element.get("aria-labelledby")
        ornament = element.get("role") == "presentation" or element.get("aria-hidden") == "true"
        blank = element.get("role") == "doc-cover" and not (alt or "").strip()
        named = (alt or "").strip() and (_FILE_NAME.fullmatch((alt or "").strip()) or alt in (source.name, source.stem))
        if named or not (held or ornament or element.find("svg:title") is not None) or blank:
            yield found(tree.place(element), what=alt if named else element.get("src", element.tag))


def cover(book: Opened) -> Found:
    """An image the shelf can show, told both ways, and alone in its document (Kobo), which opens the book."""
    images = [item for item in book.items if "cover-image" in item.properties]
    legacy = [e.get("content") for e in book.package.root.iter("meta") if e.get("name") == "cover"]
    if len(images) != 1 or legacy != [images[0].id] or images[0].media not in ("image/jpeg", "image/png"):
        yield found(book.package.place(), what="cover-image")
        return
    if amiss := _amiss(images[0], book.files.get(images[0].path, b"")):
        yield found(Place(images[0].path), what=amiss)
    shown = [
        book.documents[p] for p in book.spine[:2] if p in book.documents and _shows(book, book.documents[p], images[0])
    ]
    if not shown:
        yield found(book.package.place(), what="<spine>")
    for tree in shown:
        body = tree.root.find("body")
        inner = [] if body is None else list(body.iter())
        if [e.tag for e in inner] != ["body", "img"] or any("".join(e.itertext()).strip() for e in inner):
            yield found(tree.place(body), what="<body>")
        elif inner[1].get("role") != "doc-cover":
            yield found(tree.place(inner[1]), what="doc-cover")


def _amiss(item: Item, data: bytes) -> str:
    """Why a shelf would not show an image well."""
    head = _head(data)
    if head is None or f"image/{head.kind.lower()}" != item.media:
        return f"{item.media} ≠ {head.kind if head else '?'}"
    if head.mode not in _COVER_MODES:
        return head.mode
    if head.height <= head.width or head.height < _COVER_HEIGHT:
        return f"{head.width} × {head.height} px"
    return f"{len(data) // 1000} kB" if len(data) > _COVER_BYTES else ""


def _shows(book: Opened, tree: Tree, image: Item) -> bool:
    addresses = (
        e.get("src") or e.get("xlink:href") or e.get("href", "") for e in tree.root.iter() if _is_picture(e.tag)
    )
    return any(book.resolve(tree.path, address)[0] == image.path for address in addresses)


def _is_picture(tag: str) -> bool:
    return tag in ("img", "svg:image")
