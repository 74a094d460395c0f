"""Sources in a small set of forms, made of parts: what is a title, what an address, what plain words between them.

The forms are those of docs/format.md (book, article, chapter, web page, document, archive), in two settings: `entry` for
the list of sources, with stops between the parts, and `note` for the foot of a page, with commas. `short` is for every
later note: family name and short title, which is never as far away as «المرجع نفسه» can be on a screen.
citeproc-py 0.11 was tried: one locale for all entries («ص 12» in an English one) and Latin commas and stray full stops
in Arabic names («هيكل, . محمد . حسنين»).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from report.model import Source

Style = Literal["plain", "work", "part", "address"]
Words = Mapping[str, str]
_NAMES = re.compile(r"\s*[;؛]\s*")
_COMMA = re.compile(r"\s*[,،]\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a citation: `work` is the title of what stands on a shelf, `part` of what stands inside it."""

    text: str
    style: Style = "plain"


Pieces = tuple[Piece, ...]


def entry(source: Source, words: Words, year: str, accessed: str) -> Pieces:
    """As the list of sources has it: family name first. `words` are the labels of the source's own language, `year` and
    `accessed` its dates as they are printed."""
    names = words["name_separator"].join(_filed(name, words) for name in _names(source.author))
    return _joined([[Piece(names)] if names else [], *_parts(source, words, year, accessed)], ". ", ".")


def note(source: Source, words: Words, year: str, accessed: str, pages: str, end: str = ".") -> Pieces:
    """As the first note of a chapter has it: names as they are spoken, then the pages that are cited, then `end`."""
    names = words["name_separator"].join(_spoken(name) for name in _names(source.author))
    parts = [[Piece(names)] if names else [], *_parts(source, words, year, accessed), _pages(pages, words)]
    return _joined(parts, words["separator"], end)


def short(source: Source, words: Words, pages: str, end: str = ".") -> Pieces:
    """As later notes have it: family name, short title, pages."""
    names = words["name_separator"].join(_COMMA.split(name)[0] for name in _names(source.author))
    title = Piece(source.short or source.title, _style(source))
    return _joined([[Piece(names)] if names else [], [title], _pages(pages, words)], words["separator"], end)


def filing(source: Source) -> str:
    """What a source files under: author, else title; then title and year."""
    return f"{source.author} {source.title} {source.year.edtf if source.year else ''}".strip()


def _parts(source: Source, words: Words, year: str, accessed: str) -> Iterable[list[Piece]]:
    yield [Piece(source.title, _style(source))]
    if source.kind == "chapter":
        yield [Piece(f"{words['in']} "), Piece(source.container, "work")] if source.container else []
    for role in ("translator", "editor"):
        if by := getattr(source, role):
            yield [Piece(f"{words['cited_' + role]} {words['name_separator'].join(map(_spoken, _names(by)))}")]
    if source.kind == "article" and source.container:
        yield _issue(source, words, year)
    else:
        if source.pages:
            yield _pages(source.pages, words)
        yield _published(source, words, year)
    if accessed:
        yield [Piece(f"{words['accessed']} {accessed}")]
    if source.url:
        yield [Piece(source.url, "address")]


def _style(source: Source) -> Style:
    return "part" if source.kind in ("article", "chapter", "web") else "work"


def _issue(source: Source, words: Words, year: str) -> list[Piece]:
    """Journal, volume, issue, year, pages."""
    made = [Piece(source.container, "work")]
    if source.volume:
        made.append(Piece(f"{words['separator']}{words['volume']} {source.volume}"))
    if source.issue:
        made.append(Piece(f"{words['separator']}{words['issue']} {source.issue}"))
    if year:
        made.append(Piece(f" ({year})"))
    if source.pages:
        made += [Piece(words["separator"]), *_pages(source.pages, words)]
    return made


def _published(source: Source, words: Words, year: str) -> list[Piece]:
    """City: publisher, year; what has none of them is told by its kind («وثيقة»)."""
    house = ": ".join(filter(None, (source.city, source.publisher)))
    told = words["separator"].join(filter(None, (house, year)))
    volume = f"{words['volume']} {source.volume}{words['separator']}" if source.volume else ""
    plain = words[source.kind] if source.kind in ("document", "archive", "article") and not told else ""
    return [Piece(volume + (told or plain))] if volume or told or plain else []


def _pages(pages: str, words: Words) -> list[Piece]:
    several = re.search(r"[-–,،]", pages)
    told = re.sub(r"\s*[-–]+\s*", "–", pages)
    return [Piece(f"{words['cited_pages' if several else 'see_page']} {told}")] if pages else []


def _joined(parts: Iterable[list[Piece]], between: str, end: str) -> Pieces:
    made: list[Piece] = []
    for part in filter(None, parts):
        made += [Piece(between), *part] if made else part
    closed = made[-1].text.endswith(end) or made[-1].style == "address"
    return (*made, *([] if closed else [Piece(end)]))


def _names(author: str) -> list[str]:
    return [name for name in _NAMES.split(author) if name]


def _filed(name: str, words: Words) -> str:
    return words["separator"].join(_COMMA.split(name, maxsplit=1))


def _spoken(name: str) -> str:
    """Family، given → given family."""
    return " ".join(reversed(_COMMA.split(name, maxsplit=1)))
