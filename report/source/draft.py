"""A booklet's folder read into a Draft: what was written, with places, not yet known to be sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from report.cache import NONE, Cache
from report.fault import Fault, Place, error, warning
from report.model import Blocks, Role
from report.schema import schemas
from report.source import bibtex, csl, head, markdown
from report.source.files import Folder, find, load
from report.source.lines import Lines
from report.source.prose import Prose
from report.source.yaml import Mapping, Node, Scalar, Sequence, parse

BOOKLET: Final = "booklet.yaml"
CSL: Final = "sources.json"
BIB: Final = "sources.bib"
Entries = Callable[[Lines, list[Fault]], Mapping | None]
LISTS: Final = ("people", "terms", "events", "sources", "index")
ROLES: Final[tuple[tuple[str, Role], ...]] = (("front", "front"), ("chapters", "chapter"), ("back", "back"))

_HIDING: Final = frozenset({"K104", "K105", "K111", "K113", "K115", "K117", "K124", "K140"})
"""Faults of a text that may hide an id or a mention which other files look for."""


@dataclass(frozen=True, slots=True)
class DraftText:
    """A text file: `head` is None when it could not be read; `place` is where it begins, `named` where it is listed."""

    role: Role
    file: str
    head: Mapping | None
    blocks: Blocks
    place: Place
    named: Place
    prose: tuple[Prose, ...] = field(default=(), repr=False, compare=False)

    @property
    def id(self) -> str:
        """The id of its head, blank when it gives none."""
        given = self.head.get("id") if self.head else None
        return given.text.strip() if isinstance(given, Scalar) else ""


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything written in a folder. A list that has no file is None. `broken` names what could not be read whole:
    `booklet`, a list, or `texts`; rules that look things up there keep silent, so that one fault is told once."""

    folder: Folder
    name: str
    meta: Mapping
    lists: dict[str, Mapping | None]
    texts: tuple[DraftText, ...]
    files: tuple[Lines, ...]
    broken: frozenset[str]

    @property
    def root(self) -> Path:
        return self.folder.root

    @property
    def place(self) -> Place:
        """booklet.yaml as a whole."""
        return Place(self.folder.show(BOOKLET))


@dataclass(slots=True)
class _Reader:
    folder: Folder
    faults: list[Fault]
    kept: Cache = NONE
    files: list[Lines] = field(default_factory=list[Lines])
    broken: set[str] = field(default_factory=set[str])

    def yaml(self, name: str) -> Mapping | None:
        """A YAML file of keys; None when it is empty or cannot be read."""
        known = len(self.faults)
        place = Place(self.folder.show(f"{name}.yaml"))
        lines = load(self.folder, f"{name}.yaml", place)
        if isinstance(lines, Fault):
            self.faults.append(lines)
            self.broken.add(name)
            return None
        self.files.append(lines)
        tree = parse(lines, self.faults)
        if tree is None and len(self.faults) > known:
            self.broken.add(name)
        if tree is None or (isinstance(tree, Scalar) and tree.empty):
            return None
        if isinstance(tree, Mapping):
            return tree
        self.faults.append(error("K109", tree.place, reason="mapping", key=f"{name}.yaml"))
        self.broken.add(name)
        return None

    def sources(self, listed: Mapping | None) -> Mapping | None:
        """sources.yaml and the items of sources.json and sources.bib, if there are; an id stands in one of them."""
        for name, entries in ((CSL, csl.entries), (BIB, bibtex.entries)):
            if _exists(self.folder.root / name):
                listed = self._with(listed, name, entries)
        return listed

    def _with(self, listed: Mapping | None, name: str, entries: Entries) -> Mapping | None:
        known = len(self.faults)
        lines = load(self.folder, name, Place(self.folder.show(name)))
        if isinstance(lines, Fault):
            self.faults.append(lines)
            self.broken.add("sources")
            return listed
        self.files.append(lines)
        items = entries(lines, self.faults)
        if len(self.faults) > known:
            self.broken.add("sources")
        both = list(listed.entries if listed else ())
        places = {key.text.strip(): key.place for key, _ in both}
        for key, item in items.entries if items else ():
            if first := places.get(key.text.strip()):
                self.faults.append(error("K106", key.place, key=key.text, first=first))
            else:
                both.append((key, item))
        return Mapping(tuple(both), listed.place if listed else Place(lines.path)) if both else listed

    def text(self, role: Role, file: str, named: Place) -> DraftText | None:
        """A text file; None when there is none to read."""
        known = len(self.faults)
        lines = load(self.folder, file, named)
        if isinstance(lines, Fault):
            self.faults.append(lines)
            self.broken.add("texts")
            return None
        self.files.append(lines)
        parts = [
            part.encode("utf-8", "surrogatepass") for part in ("text", role, file, repr(named), lines.path, lines.text)
        ]
        text, faults = self.kept.kept(parts, lambda: _text(lines, role, file, named))
        self.faults += faults
        if any(fault.code in _HIDING for fault in self.faults[known:]):
            self.broken.add("texts")
        return text


def _text(lines: Lines, role: Role, file: str, named: Place) -> tuple[DraftText, list[Fault]]:
    """A text file as it was written, and the faults of its form."""
    faults: list[Fault] = []
    front = head.read(lines, faults)
    draft = DraftText(role, file, front.keys, (), Place(lines.path, 1), named)
    prose: list[Prose] = []
    blocks = markdown.text(lines, front.end, draft.id, faults, prose)
    if not blocks and not faults:
        faults.append(error("K120", Place(lines.path, front.end)))
    return DraftText(role, file, front.keys, blocks, draft.place, named, tuple(prose)), faults


def read(folder: Path, shown: str, kept: Cache = NONE) -> tuple[Draft | None, list[Fault]]:
    """Reads a booklet's folder; `shown` is how the user named it. A broken file does not hide the faults of the next. Texts
    that were read before may be `kept`.

    No Draft when there is no folder or no booklet.yaml that can be read.
    """
    faults: list[Fault] = []
    if not _is_folder(folder):
        return None, [error("K101", Place(shown or str(folder)), reason="folder")]
    place = Folder(folder, shown)
    if not (folder / BOOKLET).is_file():
        return None, [error("K101", Place(place.show(BOOKLET)))]
    reader = _Reader(place, faults, kept)
    meta = reader.yaml("booklet")
    lists = {name: reader.yaml(name) if _exists(folder / f"{name}.yaml") else None for name in LISTS}
    lists["sources"] = reader.sources(lists["sources"])
    texts = tuple(_texts(reader, meta))
    if meta is None:
        if not faults:
            faults += [error("K108", Place(place.show(BOOKLET)), key=key) for key in schemas()["booklet"]["required"]]
        return None, faults
    if not isinstance(meta.get("chapters"), Sequence):
        reader.broken.add("texts")
    name = folder.resolve().name
    return Draft(place, name, meta, lists, texts, tuple(reader.files), frozenset(reader.broken)), faults


def _is_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except (OSError, ValueError):
        return False


def _exists(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _texts(reader: _Reader, meta: Mapping | None) -> Iterator[DraftText]:
    """The texts that booklet.yaml lists; all of text/ when it could not be read, for the sake of the faults in them."""
    listed: dict[Path, Place] = {}
    for key, role in ROLES:
        for file in _items(meta.get(key) if meta else None):
            path = find(reader.folder, file.text, file.place)
            if isinstance(path, Path) and path in listed:
                reader.faults.append(error("K133", file.place, file=file.text, first=listed[path]))
                continue
            if isinstance(path, Path):
                listed[path] = file.place
            if text := reader.text(role, file.text, file.place):
                yield text
    for path in sorted((reader.folder.root / "text").glob("*.md")):
        file = f"text/{path.name}"
        if meta is None:
            reader.text("chapter", file, Place(reader.folder.show(BOOKLET)))
        elif path.resolve() not in listed and all(isinstance(meta.get(key), Sequence | None) for key, _ in ROLES):
            reader.faults.append(warning("K134", Place(reader.folder.show(file)), file=file))


def _items(node: Node | None) -> Iterator[Scalar]:
    """The file names of a list; what is none is told by the schema."""
    if isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Scalar) and item.text.strip() and not item.empty)
