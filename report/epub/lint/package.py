"""Rules of container and package: mimetype, manifest, names."""

from __future__ import annotations

import re
import struct
from collections import Counter

from report.epub.lint.opened import Opened
from report.epub.lint.rule import Found, found
from report.fault import Place

_MIMETYPE = b"mimetypeapplication/epub+zip"
_NAME = re.compile(r"[A-Za-z0-9._/-]+")


def mimetype(book: Opened) -> Found:
    """The first entry, stored, bare, and nothing behind the type (OCF 3.3 §4.3): bytes 30 to 58 of the file."""
    entry = next((e for e in book.entries if e.filename == "mimetype"), None)
    whole = entry is not None and entry.file_size == entry.compress_size == len(_MIMETYPE) - len("mimetype")
    if not whole or book.data[30:58] != _MIMETYPE or book.data[26:30] != struct.pack("<HH", 8, 0):
        yield found(book.place)


def broken(book: Opened) -> Found:
    for one in book.broken:
        yield found(one.place, reason=one.reason)


def manifest(book: Opened) -> Found:
    """Each file of the list is there, once, and each file that is there is listed (EPUB 3.3 §5.6.2)."""
    counts = Counter(item.path for item in book.items)
    known = {item.id for item in book.items}
    for item in book.items:
        remote = "://" in item.element.get("href", "")
        if (item.path not in book.files and not remote) or counts[item.path] > 1:
            yield found(book.package.place(item.element), file=item.path)
    linked = {book.resolve(book.package.path, e.get("href", ""))[0] for e in book.package.root.iter("link")}
    for name in sorted(set(book.files) - set(counts) - linked - {"mimetype", book.package.path}):
        if not name.startswith("META-INF/"):
            yield found(Place(name), file=name)
    for itemref in book.package.root.iter("itemref"):
        if itemref.get("idref") not in known:
            yield found(book.package.place(itemref), file=itemref.get("idref", ""))


def names(book: Opened) -> Found:
    """ASCII without spaces, and never two that differ by case alone: many systems take those for one."""
    entries = [entry.filename for entry in book.entries]
    folded = Counter(name.casefold() for name in entries)
    for name in dict.fromkeys(entries):
        outside = name.startswith("/") or ".." in name.split("/")
        if outside or folded[name.casefold()] > 1 or not _NAME.fullmatch(name):
            yield found(Place(name), file=name)
