"""Rules of what an e-book must not hold: what runs, moves, is fetched or styled in place, and what readers cannot show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.epub.lint.opened import Opened
from report.epub.lint.rule import Found, found
from report.epub.lint.tree import Tree
from report.epub.tree import Element
from report.fault import Place

_ACTIVE = {
    "script", "style", "iframe", "object", "embed", "form", "input", "button", "select", "textarea", "canvas", "audio",
    "video", "base", "font", "center", "big", "strike", "tt", "marquee", "blink",
} | {
    f"svg:{name}"
    for name in (
        "script foreignObject iframe embed object audio video handler set animate animateMotion animateTransform"
        " animateColor discard"
    ).split()
}  # fmt: skip
_LOOKS = set(
    "style align valign bgcolor color face background cellpadding cellspacing hspace vspace nowrap text link vlink alink clear"
    " noshade".split()
)
_BARE_BOXES = {
    "table",
    "td",
    "th",
    "tr",
    "col",
    "hr",
    "p",
    "div",
    "pre",
}  # elsewhere HTML has `width` and the like itself
_LOADING = {"src", "poster", "data", "srcset", "background"}
_REMOTE = re.compile(r"(?:^|,)\s*(?:(?:https?|ftp|file):)?//", re.IGNORECASE)
_RUNNING = re.compile(r"\s*(?:javascript|vbscript):|\s*data:text", re.IGNORECASE)
_WITHIN = re.compile(r"#|data:image/(?!svg)")
_LEADS_OUT = re.compile(r"@import|url\(\s*[\"']?\s*(?!#|data:)[^\s)\"']", re.IGNORECASE)
_REMOTE_URL = re.compile(r"url\(\s*[\"']?\s*(?:(?:https?|ftp|file):)?//", re.IGNORECASE)
_CORE = {"image/gif", "image/jpeg", "image/png", "image/svg+xml", "image/webp"}  # EPUB 3.3 §3.2
_NEW = (b"\xff\x0a", b"\0\0\0\x0cJXL ")
_LOCKS = ("META-INF/encryption.xml", "META-INF/rights.xml")
_APPLE = "META-INF/com.apple.ibooks.display-options.xml"


def active(book: Opened) -> Found:
    """Nothing runs, nothing is fetched, no look is written into the text (reference/epub.md row 29)."""
    for tree, element in book.elements():
        for what in (*_of_element(element), *_presentation(element)):
            yield found(tree.place(element), what=what)
    for tree in book.drawings.values():
        yield from _drawing(tree)
    for path in (*book.documents, *book.drawings):
        if b"<?xml-stylesheet" in book.files[path]:
            yield found(Place(path), what="xml-stylesheet")
    for one in book.styles.values():
        for line in (*one.imports, *(d for d in one.declarations() if _REMOTE_URL.search(d.value))):
            yield found(line.place, what=f"{line.name} {line.value}")
    for item in book.items:
        said = item.properties & {"scripted", "remote-resources"}
        if said or _REMOTE.match(item.element.get("href", "")):
            yield found(book.package.place(item.element), what=" ".join(sorted(said)) or item.element.get("href", ""))


def _of_element(element: Element) -> Iterator[str]:
    if element.tag in _ACTIVE:
        yield f"<{element.tag}>"
    if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
        yield "<meta> refresh"
    for name, value in element.items():
        followed = element.tag in ("a", "area", "svg:a")
        leads = name in ("href", "xlink:href")
        loads = name in _LOADING or (leads and not followed)
        runs = name.startswith("on") or ((leads or loads) and _RUNNING.match(value))
        if runs or (loads and _REMOTE.search(value)):
            yield f"{name}={value}"


def _presentation(element: Element) -> Iterator[str]:
    for name, value in element.items():
        boxed = name in ("width", "height", "border") and element.tag in _BARE_BOXES
        looks = {"style"} if element.tag.startswith("svg:") else _LOOKS
        if name in looks or boxed:
            yield f"{name}={value}"


def _drawing(tree: Tree) -> Found:
    """A drawing reaches for nothing outside of it: shown as a picture, it would not get it anyway."""
    for element in tree.root.iter():
        told = list(_of_element(element))
        for name, value in element.items():
            fetched = name in ("href", "xlink:href", "src") and element.tag != "svg:a"
            if (fetched and not _WITHIN.match(value)) or _LEADS_OUT.search(value):
                told.append(f"{name}={value}")
        sheet = "".join(element.itertext()) if element.tag == "svg:style" else ""
        told.extend(f"<svg:style> {match[0]}" for match in _LEADS_OUT.finditer(sheet))
        for what in dict.fromkeys(told):
            yield found(tree.place(element), what=what)


def unread(book: Opened) -> Found:
    """Pages of a fixed layout do not grow with the letters; overlays, new kinds of pictures, other files and locked ones are
    what many readers do not know (reference/epub.md row 29)."""
    for item in book.items:
        at, data = book.package.place(item.element), book.files.get(item.path, b"")
        strange = item.media.startswith("image/") and item.media not in _CORE
        if strange or data[4:12] in (b"ftypavif", b"ftypavis", b"ftypheic") or data.startswith(_NEW):
            yield found(at, what=f"{item.media} {item.path}")
        if item.media == "application/smil+xml" or item.element.get("media-overlay"):
            yield found(at, what=f"media overlay {item.path}")
    for meta in book.package.root.iter("meta"):
        name, value = meta.get("property") or meta.get("name", ""), (meta.text or meta.get("content", "")).strip()
        fixed = (name == "rendition:layout" and value == "pre-paginated") or (
            name == "fixed-layout" and value == "true"
        )
        if fixed or name.startswith("media:"):
            yield found(book.package.place(meta), what=f"{name} {value}")
    for itemref in book.package.root.iter("itemref"):
        if "rendition:layout-pre-paginated" in itemref.get("properties", "").split():
            yield found(book.package.place(itemref), what="rendition:layout-pre-paginated")
    for name in _LOCKS:
        if name in book.files:
            yield found(Place(name), what=name)
    if re.search(rb"fixed-layout[\"']\s*>\s*true", book.files.get(_APPLE, b"")):
        yield found(Place(_APPLE), what="fixed-layout")
