"""Any EPUB in the world, opened within limits: files, package, documents, nav and style sheets, with what is broken in them."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote, urldefrag

from report.epub.lint import sheet, tree
from report.epub.lint.look import Look
from report.epub.lint.sheet import Sheet
from report.epub.lint.tree import Broken, Tree
from report.epub.tree import Element
from report.fault import Place
from report.script import languages
from report.script.languages import Direction

MOST_FILES, LARGEST, LARGEST_ALL = 20_000, 64 * 2**20, 512 * 2**20
"""Entries, and bytes unpacked of one and of all: what a large picture book needs several times over, and no zip bomb gets."""
MOST_PIECES, MOST_WORK = 2_000_000, 200_000_000
"""Elements and lines of text in all documents; selectors times elements: some minutes of work, and 4 GB, at the worst."""
_PLAIN = re.compile(r"[\w./#-]*", re.ASCII)
"""An address of which no part is more than it looks."""
_XHTML, _SVG = "application/xhtml+xml", "image/svg+xml"


class Closed(Exception):
    """A file that is no EPUB, or one that may not be opened."""


@dataclass(frozen=True, slots=True)
class Item:
    """One file of the manifest; `path` inside the EPUB."""

    id: str
    path: str
    media: str
    properties: frozenset[str]
    element: Element


@dataclass(frozen=True, slots=True)
class Breakage:
    """XML of the book that cannot be read."""

    place: Place
    reason: str


@dataclass
class Opened:
    """`shown` is the file's name; `pages` are the page labels of the PDF of the same build, None if that is not known."""

    shown: str
    data: bytes
    entries: list[zipfile.ZipInfo]
    files: dict[str, bytes]
    package: Tree
    pages: Sequence[str] | None = None
    broken: list[Breakage] = field(default_factory=list[Breakage])
    documents: dict[str, Tree] = field(default_factory=dict[str, Tree])
    drawings: dict[str, Tree] = field(default_factory=dict[str, Tree])
    styles: dict[str, Sheet] = field(default_factory=dict[str, Sheet])
    looks: dict[str, dict[Element, Look]] = field(default_factory=dict[str, dict[Element, Look]])  # by lint.cascade
    matched: dict[tuple[int, ...], object] = field(default_factory=dict[tuple[int, ...], object])  # the same, by sheets
    led: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict[tuple[str, str], tuple[str, str]])
    node_count: int = 0
    line_count: int = 0
    selector_count: int = 0

    def __post_init__(self) -> None:
        """Documents of the spine first, in reading order, then others such as a nav outside it."""
        media = {item.path: item.media for item in self.items}
        for path in dict.fromkeys([*self.spine, *media]):
            if media.get(path) in (_XHTML, _SVG) and path in self.files:
                try:
                    trees = self.documents if media[path] == _XHTML else self.drawings
                    trees[path] = tree.read(path, self.files[path])
                except Broken as fault:
                    self.broken.append(Breakage(Place(path, fault.line, fault.column), fault.reason))
            elif media.get(path) == "text/css" and path in self.files:
                self.styles[path] = sheet.read(path, self.files[path])
                if self.styles[path].broken:
                    self.broken.append(Breakage(Place(path), self.styles[path].broken))
            self._bound(path)

    def _bound(self, path: str) -> None:
        """Raises Closed when the rules would have too much to do."""
        for trees in (self.documents, self.drawings):
            if path in trees:
                self.node_count += len(trees[path].where)
                self.line_count += len(trees[path].runs)
        if path in self.styles:
            self.selector_count += sum(style.selector.count(",") + 1 for style in self.styles[path].styles)
        if self.node_count + self.line_count > MOST_PIECES or self.node_count * self.selector_count > MOST_WORK:
            raise Closed(f"{self.node_count} + {self.line_count}, {self.selector_count}")

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return tuple(
            Item(
                e.get("id", ""),
                self.resolve(self.package.path, e.get("href", ""))[0],
                e.get("media-type", ""),
                frozenset(e.get("properties", "").split()),
                e,
            )
            for e in self.package.root.iter("item")
        )

    @cached_property
    def spine(self) -> tuple[str, ...]:
        paths = {item.id: item.path for item in self.items}
        return tuple(paths[id] for e in self.package.root.iter("itemref") if (id := e.get("idref", "")) in paths)

    @property
    def place(self) -> Place:
        return Place(self.shown)

    @property
    def nav(self) -> Tree | None:
        return next((self.documents.get(item.path) for item in self.items if "nav" in item.properties), None)

    @property
    def language(self) -> str:
        """The main one: the first dc:language (EPUB 3.3 §5.5.3.4), else the package's own."""
        first = next((e.text or "" for e in self.package.root.iter("dc:language")), "")
        return first.strip() or self.package.root.get("xml:lang", "")

    @property
    def direction(self) -> Direction:
        return direction(self.language)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every letter that stands in a document."""
        return frozenset(filter(str.isalpha, frozenset[str]().union(*(t.text for t in self.documents.values()))))

    @cached_property
    def ids(self) -> dict[str, dict[str, Element]]:
        """Elements by id, by document; the first of those that share one."""
        return {
            path: {id: e for e in reversed(list(t.root.iter())) if (id := e.get("id"))}
            for path, t in self.documents.items()
        }

    def resolve(self, base: str, address: str) -> tuple[str, str]:
        """The path inside the EPUB and the fragment an address leads to, seen from `base`."""
        key = (posixpath.dirname(base), address)
        if key not in self.led:
            file, fragment = address.partition("#")[::2] if _PLAIN.fullmatch(address) else urldefrag(address)
            path = posixpath.normpath(posixpath.join(key[0], unquote(file))) if file else ""
            self.led[key] = path, unquote(fragment)
        path, fragment = self.led[key]
        return path or base, fragment

    def elements(self, *names: str) -> Iterator[tuple[Tree, Element]]:
        """Elements of these names (all, if none is given) in every document."""
        for document in self.documents.values():
            if len(names) == 1:
                yield from ((document, element) for element in document.by_tag.get(names[0], ()))
            else:
                yield from ((document, element) for element in document.where if not names or element.tag in names)

    def typed(self) -> Iterator[tuple[Tree, Element]]:
        """Elements of every document that say what they are."""
        for document in self.documents.values():
            yield from ((document, element) for element in document.typed)

    def metas(self, name: str) -> list[Element]:
        """`meta` of the package with this property that say something of the book itself."""
        return [e for e in self.package.root.iter("meta") if e.get("property") == name and not e.get("refines")]

    def refined(self, id: str | None, name: str) -> str:
        """What a `meta` says of another element of the package."""
        found = (e for e in self.package.root.iter("meta") if id and e.get("refines") == f"#{id}")
        return next((e.text or "" for e in found if e.get("property") == name), "")


def open_book(data: bytes, shown: str, pages: Sequence[str] | None = None) -> Opened:
    """Raises Closed for what cannot be opened as an EPUB, or is larger than the limits."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            entries = book.infolist()
            _within_limits(entries)
            files = {e.filename: book.read(e) for e in entries if not e.is_dir()}
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as fault:
        raise Closed(f"{type(fault).__name__}: {fault}") from None  # RuntimeError: a password is wanted
    try:
        container = tree.read("META-INF/container.xml", files["META-INF/container.xml"])
        path = next((e.get("full-path", "") for e in container.root.iter("rootfile")), "")
        package = tree.read(path, files[path])
        return Opened(shown, data, entries, files, package, pages)
    except KeyError as fault:
        raise Closed(f"{fault}") from None
    except Broken as fault:
        raise Closed(f"{fault.line}:{fault.column}: {fault.reason}") from None
    except ValueError as fault:  # an address that is none, such as `http://[`
        raise Closed(str(fault)) from None


def _within_limits(entries: Sequence[zipfile.ZipInfo]) -> None:
    """Sizes are those the zip declares; zipfile reads no more of an entry than that."""
    if len(entries) > MOST_FILES:
        raise Closed(f"{len(entries)} > {MOST_FILES}")
    largest, together = max((e.file_size for e in entries), default=0), sum(e.file_size for e in entries)
    if largest > LARGEST or together > LARGEST_ALL:
        raise Closed(f"{largest // 2**20} MiB, {together // 2**20} MiB")


def direction(tag: str) -> Direction:
    """Of a language tag; what is no tag goes from left to right, as e-readers take it."""
    try:
        return languages.find(tag).direction
    except ValueError:
        return "ltr"


def script(tag: str) -> str:
    """ISO 15924 code of the script of a language tag; blank for what is no tag."""
    try:
        return languages.find(tag).script
    except ValueError:
        return ""
