"""The pictures and theme files an e-book carries: read, known by their first bytes, and named anew in ASCII."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from report import disk, fonts
from report.drawing import Hand, outlined
from report.fault import Fault, Place, error
from report.pictures import vector
from report.theme import Theme

_PHOTOGRAPHS = (b"\xff\xd8\xff", b"\x89PNG")
_SIGNATURES = (
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    (b"GIF8", "image/gif", "gif"),
    (b"\x00\x01\x00\x00", "font/ttf", "ttf"),
    (b"true", "font/ttf", "ttf"),
    (b"OTTO", "font/otf", "otf"),
    (b"wOFF", "font/woff", "woff"),
    (b"wOF2", "font/woff2", "woff2"),
)  # core media types of EPUB 3.3 §3.2
_SVG = "{http://www.w3.org/2000/svg}"
_ACTIVE = {"script", "foreignObject", "iframe", "embed", "object", "audio", "video", "handler", "set", "animate"}


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the package: `path` inside EPUB/, `id` in the manifest, `properties` as the manifest has them.

    `licence` is the path of the licence it goes by, if it lies in the package.
    """

    id: str
    path: str
    media: str
    data: bytes
    properties: str = ""
    licence: str = ""


@dataclass(slots=True)
class Shelf:
    """Takes addresses as tree and CSS write them: a path in the booklet, or `theme:<n>/<path>`."""

    root: Path
    theme: Theme
    items: dict[str, Item] = field(default_factory=dict[str, Item])
    faults: list[Fault] = field(default_factory=list[Fault])

    def take(self, address: str, place: Place) -> str:
        """The path inside EPUB/ of what the address names; empty, with a fault (K603–K605), if it cannot be."""
        if address not in self.items:
            item = self._read(address, place)
            if item is None:
                return ""
            self.items[address] = item
        return self.items[address].path

    def _read(self, address: str, place: Place) -> Item | None:
        try:
            data = _drawing(address) or _fit(self._path(address).read_bytes())
        except (LookupError, OSError, ValueError):
            self.faults.append(error("K603", place, path=address))
            return None
        kind = recognise(data)
        if kind is None:
            self.faults.append(error("K604", place, path=address))
            return None
        media, suffix = kind
        if media == "image/svg+xml" and (reason := active(data)):
            self.faults.append(error("K605", place, path=address, what=reason))
            return None
        if media == "image/svg+xml":
            hand = Hand(self.theme.token("body-face"), fonts.own(self.theme.font_folders))
            data = vector.held(outlined(data, hand)[0])
        group, name = ("fonts", "theme") if media.startswith("font/") else ("images", "picture")
        name = "ornament" if name == "picture" and address.startswith("theme:") else name
        number = 1 + sum(item.id.startswith(f"{name}-") for item in self.items.values())
        return Item(f"{name}-{number}", f"{group}/{name}-{number}.{suffix}", media, data)

    def _path(self, address: str) -> Path:
        """Files of the booklet and of the theme, nothing else (law 11)."""
        if address.startswith("theme:"):
            return self.theme.file(address)
        path = (self.root / disk.spelled(self.root, address)).resolve()
        if not address or ":" in address.split("/")[0] or not path.is_relative_to(self.root.resolve()):
            raise LookupError(address)
        return path


def _drawing(address: str) -> bytes:
    """What kurrasa drew itself and handed over in the address; empty for any other. Raises ValueError if it is broken."""
    head = "data:image/svg+xml;base64,"
    return b64decode(address.removeprefix(head), validate=True) if address.startswith(head) else b""


def _fit(data: bytes) -> bytes:
    """A photograph made fit for readers; anything else as it is. Raises ValueError if it is no whole picture."""
    if not data.startswith(_PHOTOGRAPHS):
        return data
    from report.pictures import raster

    try:
        return raster.fit(data, raster.EBOOK)
    except raster.BROKEN as fault:
        raise ValueError(str(fault)) from None


def recognise(data: bytes) -> tuple[str, str] | None:
    """Media type and file suffix by the first bytes, whatever the file is called; None for what EPUB does not take."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp", "webp"
    for signature, media, suffix in _SIGNATURES:
        if data.startswith(signature):
            return media, suffix
    return ("image/svg+xml", "svg") if _root(data) == f"{_SVG}svg" else None


def _root(data: bytes) -> str:
    try:
        return ET.fromstring(data).tag
    except (ET.ParseError, ValueError, LookupError):
        return ""


def active(data: bytes) -> str:
    """What in an SVG runs, moves, or reaches outside of it; empty when it is a still picture."""
    if re.search(rb"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet", data):
        return "<!DOCTYPE>"
    for element in ET.fromstring(data).iter():
        name = element.tag.rpartition("}")[2]
        if name in _ACTIVE:
            return f"<{name}>"
        for key, value in element.items():
            bare = key.rpartition("}")[2].lower()
            if bare.startswith("on") or (bare in ("href", "src") and not value.startswith(("#", "data:image/"))):
                return f"{bare}={value[:40]}"
            if re.search(r"url\(\s*[\"']?\s*(?!#|data:)[^\s)\"']", value):
                return value[:40]
        if name == "style" and re.search(r"@import|url\(\s*[\"']?\s*(?!#|data:)[^\s)\"']", "".join(element.itertext())):
            return "<style>"
    return ""
