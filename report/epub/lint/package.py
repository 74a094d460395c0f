"""Rules of container and package: mimetype, manifest, names, sizes, faces, cover, metadata."""

from __future__ import annotations

import re
import struct
from collections import Counter

from report.epub.lint.opened import Opened, script
from report.epub.lint.rule import Found, found
from report.epub.lint.structure import types
from report.fault import Place
from report.script import characters

_MIMETYPE = b"mimetypeapplication/epub+zip"
_NAME = re.compile(r"[A-Za-z0-9._/-]+")
_MODIFIED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_CLAIM = re.compile(r"EPUB Accessibility 1\.1 - WCAG 2\.[0-2] Level A{1,3}")
_SAID = ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard", "accessibilitySummary")


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


def metadata(book: Opened) -> Found:
    """Identifier, title, moment of change; makers with role and filing name."""
    root = book.package.root
    one = next((e for e in root.iter("dc:identifier") if e.get("id") == root.get("unique-identifier", "?")), None)
    if one is None or len((one.text or "").strip()) < 8:
        yield found(book.package.place(one), what="dc:identifier")
    titles = [e for e in root.iter("dc:title") if (e.text or "").strip()]
    main = [e for e in titles if book.refined(e.get("id"), "title-type") == "main"]
    if not titles or (len(titles) > 1 and len(main) != 1):
        yield found(book.package.place(), what="dc:title")
    moments = [e.text or "" for e in book.metas("dcterms:modified")]
    if len(moments) != 1 or not _MODIFIED.fullmatch(moments[0]):
        yield found(book.package.place(), what="dcterms:modified")
    for creator in root.iter("dc:creator"):
        id = creator.get("id")
        if len(book.refined(id, "role")) != 3 or not book.refined(id, "file-as"):
            yield found(book.package.place(creator), what=f"dc:creator {creator.text or ''}")


def access(book: Opened) -> Found:
    """All five are there, say what is in the book and no more, the summary in the book's language (EPUB Accessibility 1.1 §2)."""
    said = {name: {(e.text or "").strip() for e in book.metas(f"schema:{name}")} for name in _SAID}
    for name in _SAID:
        if not any(said[name]):
            yield found(book.package.place(), what=f"schema:{name}")
    features, pictures = said["accessibilityFeature"], _shows_pictures(book)
    markers = any("pagebreak" in types(e) for _, e in book.elements())
    index = any(e.get("role") == "doc-index" for _, e in book.elements("section"))
    there = {"alternativeText": pictures, "pageBreakMarkers": markers, "pageNavigation": markers, "index": index}
    for name in (name for name, is_there in there.items() if features and (name in features) != is_there):
        yield found(book.package.place(), what=f"schema:accessibilityFeature {name}")
    if said["accessMode"] and (("visual" in said["accessMode"]) != pictures or "textual" not in said["accessMode"]):
        yield found(book.package.place(), what="schema:accessMode")
    for summary in book.metas("schema:accessibilitySummary"):
        scripts = {characters.script_of(c) for c in summary.text or "" if c.isalpha()}
        if scripts and script(book.language) and script(book.language) not in scripts:
            yield found(book.package.place(summary), what="schema:accessibilitySummary")


def _shows_pictures(book: Opened) -> bool:
    """The cover is not one: all it says is said by its description."""
    return any(e.get("role") != "doc-cover" and e.get("alt", "").strip() for _, e in book.elements("img"))


def claim(book: Opened) -> Found:
    """Conformance is claimed in the exact words of EPUB Accessibility 1.1 §2.3, and by someone who is named."""
    links = [e for e in book.package.root.iter("link") if e.get("rel") == "dcterms:conformsTo"]
    for element in (*book.metas("dcterms:conformsTo"), *links):
        exact = element.tag == "link" or _CLAIM.fullmatch((element.text or "").strip())
        named = book.refined(element.get("id"), "a11y:certifiedBy") or any(book.metas("a11y:certifiedBy"))
        if not exact or not named:
            yield found(book.package.place(element), what=element.text or element.get("href", ""))
