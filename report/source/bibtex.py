"""sources.bib: BibTeX and biblatex, as reference managers export them, read as if entries stood in sources.yaml.

An own reader, since every fault must have its place, names in Arabic letters must not be cut by Latin rules, and what is
joined with # must be joined (docs/format.md says what was tried). Only what is printed is taken; other fields are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from report.fault import Fault, error
from report.source import bibnames, latex
from report.source.lines import Lines
from report.source.yaml import Mapping, Node, Scalar

_KINDS: Final = {
    "book": "book", "booklet": "book", "collection": "book", "proceedings": "book", "manual": "book", "thesis": "book",
    "phdthesis": "book", "mastersthesis": "book", "mvbook": "book", "article": "article", "inproceedings": "article",
    "conference": "article", "incollection": "chapter", "inbook": "chapter", "inreference": "chapter", "online": "web",
    "electronic": "web", "www": "web", "unpublished": "archive",
}  # fmt: skip
_FIELDS: Final = {
    "title": "title", "shorttitle": "short", "journal": "container", "journaltitle": "container",
    "booktitle": "container", "publisher": "publisher", "school": "publisher", "institution": "publisher",
    "organization": "publisher", "address": "city", "location": "city", "volume": "volume", "number": "issue",
    "issue": "issue", "pages": "pages", "url": "url", "langid": "language", "language": "language",
    "author": "author", "editor": "editor", "translator": "translator", "date": "year", "urldate": "accessed",
}  # fmt: skip
_LANGUAGES: Final = {
    "arabic": "ar", "persian": "fa", "farsi": "fa", "urdu": "ur", "hebrew": "he", "english": "en", "american": "en",
    "british": "en", "french": "fr", "german": "de", "ngerman": "de", "spanish": "es", "italian": "it",
}  # fmt: skip
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME: Final = re.compile(r"[^\s\"#%'(),={}@]+")
_SKIP: Final = re.compile(r"\s*")
_IDLE: Final = ("comment", "preamble")


class _Broken(Exception):
    """An entry that cannot be read on: where, and why."""

    def __init__(self, at: int, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.at, self.reason, self.values = at, reason, values


@dataclass(slots=True)
class _Value:
    """What stands behind a field: pieces of text with their offsets, joined by #."""

    at: int
    pieces: list[tuple[int, str]]

    @property
    def raw(self) -> str:
        return "".join(text for _, text in self.pieces)


@dataclass(slots=True)
class _Entry:
    kind: str
    key: str
    at: int
    fields: dict[str, _Value] = field(default_factory=dict[str, _Value])


def entries(lines: Lines, faults: list[Fault]) -> Mapping | None:
    """The entries of a file by id (the key in small letters, other signs as hyphens); None when there are none."""
    reader = _Reader(lines, faults)
    read = list(reader.entries())
    by_key = {entry.key.lower(): entry for entry in read}
    found: dict[str, tuple[Scalar, Node]] = {}
    for entry in read:
        place, id = lines.place(entry.at), re.sub(r"[^a-z0-9]+", "-", entry.key.lower()).strip("-")
        if id in found:
            faults.append(error("K106", place, key=entry.key, first=found[id][0].place))
            continue
        _inherit(entry, by_key, lines, faults)
        keys = tuple(_keys(entry, lines, faults))
        found[id] = (Scalar(id, place), Mapping(keys, place))
    return Mapping(tuple(found.values()), lines.place(0)) if found else None


def _inherit(entry: _Entry, by_key: dict[str, _Entry], lines: Lines, faults: list[Fault]) -> None:
    """Fields that an entry takes from the one it stands in (K278 where there is none); its title is the book's."""
    if (given := entry.fields.get("crossref")) is None:
        return
    parent = by_key.get(given.raw.strip().lower())
    if parent is None or parent is entry:
        faults.append(error("K278", lines.place(given.at), id=given.raw.strip()))
        return
    for name, value in parent.fields.items():
        named = "booktitle" if name == "title" else name
        if name not in ("crossref", "shorttitle") and not (name == "author" and "editor" in parent.fields):
            entry.fields.setdefault(named, value)


def _keys(entry: _Entry, lines: Lines, faults: list[Fault]) -> Iterator[tuple[Scalar, Node]]:
    place = lines.place(entry.at)
    yield Scalar("kind", place), Scalar(_KINDS.get(entry.kind, "document"), place)
    done: set[str] = set()
    for name, value in entry.fields.items():
        key = _FIELDS.get(name)
        text = _text(name, value, lines, faults) if key and key not in done else ""
        if key and text:
            done.add(key)
            at = lines.place(value.at)
            yield Scalar(key, at), Scalar(text, at, plain=False)
    if "year" not in done and (year := entry.fields.get("year")):
        at = lines.place(year.at)
        yield Scalar("year", at), Scalar(_year(entry, year), at)


def _text(name: str, value: _Value, lines: Lines, faults: list[Fault]) -> str:
    """A field as sources.yaml would have it."""

    def said(at: int, raw: str) -> str:
        def unknown(offset: int, command: str) -> None:
            faults.append(error("K277", lines.place(at + offset), command=command))

        return latex.plain(raw, unknown)

    if name in ("author", "editor", "translator"):
        first = value.pieces[0][0]
        return bibnames.names(value.raw, lambda raw: said(first + max(value.raw.find(raw), 0), raw).strip(" "))
    if name == "url":
        return re.sub(r"\\([&%#_~])(?:\{\})?", r"\1", value.raw).strip().removeprefix("\\url{").rstrip("}")
    text = "".join(said(at, piece) for at, piece in value.pieces).strip(" ")
    if name == "pages":
        return text.replace("–", "-").replace("—", "-")
    if name in ("langid", "language"):
        return _LANGUAGES.get(text.lower(), text)
    return text


def _year(entry: _Entry, year: _Value) -> str:
    month = entry.fields.get("month")
    text, named = year.raw.strip("{} "), month.raw.strip("{} ").lower()[:3] if month else ""
    number = named.strip("{} ") if named.isdigit() else str(_MONTHS.index(named) + 1) if named in _MONTHS else ""
    return f"{text}-{number.zfill(2)}" if number else text


@dataclass(slots=True)
class _Reader:
    """Reads entries; what cannot be read is a fault (K276), and reading goes on at the next line that begins with @."""

    lines: Lines
    faults: list[Fault]
    strings: dict[str, str] = field(default_factory=lambda: {month: month for month in _MONTHS})

    def entries(self) -> Iterator[_Entry]:
        text, at = self.lines.text, 0
        while (begin := text.find("@", at)) >= 0:
            try:
                entry, at = self._entry(begin)
                if entry:
                    yield entry
            except _Broken as broken:
                place = self.lines.place(min(broken.at, max(len(text) - 1, 0)))
                first = self.lines.place(begin)
                self.faults.append(error("K276", place, reason=broken.reason, first=first, **broken.values))
                following = text.find("\n@", begin)
                at = len(text) if following < 0 else following

    def _entry(self, begin: int) -> tuple[_Entry | None, int]:
        """The entry that begins at an @, and where the text goes on; None for a comment, a preamble, a string."""
        kind, at = self._name(begin + 1, "type")
        kind = kind.lower()
        at = self._blank(at)
        if self._at(at) not in ("{", "("):
            if kind == "comment" or (begin and self.lines.text[begin - 1] not in "\n \t"):
                return None, at  # an address in the text between entries
            raise _Broken(at, "brace")
        close = "}" if self._at(at) == "{" else ")"
        if kind in _IDLE:
            return None, self._closing(at, begin)
        at = self._blank(at + 1)
        if kind == "string":
            name, value, at = self._field(at, begin)
            self.strings[name] = value.raw
            return None, self._end(at, close)
        key, after = self._name(at, "key")
        entry = _Entry(kind, key, begin)
        at = self._blank(after)
        while self._at(at) == ",":
            at = self._blank(at + 1)
            if self._at(at) == close:
                break
            name, value, at = self._field(at, begin)
            if name in entry.fields:
                first = self.lines.place(entry.fields[name].at)
                self.faults.append(error("K106", self.lines.place(value.at), key=name, first=first))
            entry.fields.setdefault(name, value)
        return entry, self._end(at, close)

    def _field(self, at: int, begin: int) -> tuple[str, _Value, int]:
        name, at = self._name(at, "field")
        at = self._blank(at)
        if self._at(at) != "=":
            raise _Broken(at, "equals", key=name)
        at = self._blank(at + 1)
        value = _Value(at, [])
        while True:
            start, text, at = self._piece(at, begin)
            value.pieces.append((start, text))
            at = self._blank(at)
            if self._at(at) != "#":
                return name.lower(), value, at
            at = self._blank(at + 1)

    def _piece(self, at: int, begin: int) -> tuple[int, str, int]:
        """One piece: in braces, in quotation marks, a number, or the name of a string."""
        match self._at(at):
            case "{":
                end = self._closing(at, begin)
                return at + 1, self.lines.text[at + 1 : end - 1], end
            case '"':
                end = self._quoted(at, begin)
                return at + 1, self.lines.text[at + 1 : end - 1], end
            case _:
                name, end = self._name(at, "value")
                if name.isdigit():
                    return at, name, end
                if name.lower() not in self.strings:
                    raise _Broken(at, "string", key=name)
                return at, self.strings[name.lower()], end

    def _closing(self, at: int, begin: int) -> int:
        """Where the brace that opens at `at` is closed. A line that begins with @ inside is the next entry."""
        depth, text = 0, self.lines.text
        pairs = {"{": 1, "}": -1} if text[at] == "{" else {"(": 1, ")": -1}
        for n in range(at, len(text)):
            if text[n] == "@" and text[n - 1] == "\n" and n > at:
                break
            if text[n - 1] != "\\" or n == at:
                depth += pairs.get(text[n], 0)
            if depth == 0:
                return n + 1
        raise _Broken(at if text[at] == "{" else begin, "open")

    def _quoted(self, at: int, begin: int) -> int:
        depth, text = 0, self.lines.text
        for n in range(at + 1, len(text)):
            if text[n] == "@" and text[n - 1] == "\n":
                break
            depth += {"{": 1, "}": -1}.get(text[n], 0) if text[n - 1] != "\\" else 0
            if text[n] == '"' and depth == 0:
                return n + 1
        raise _Broken(at, "open")

    def _name(self, at: int, reason: str) -> tuple[str, int]:
        found = _NAME.match(self.lines.text, at)
        if found is None:
            raise _Broken(at, reason)
        return found[0], found.end()

    def _end(self, at: int, close: str) -> int:
        if self._at(at) != close:
            raise _Broken(at, "comma")
        return at + 1

    def _at(self, at: int) -> str:
        return self.lines.text[at : at + 1]

    def _blank(self, at: int) -> int:
        found = _SKIP.match(self.lines.text, at)
        return found.end() if found else at
