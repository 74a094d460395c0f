"""XML of a stranger, read with the place of every element and every stretch of text; nothing outside the file is opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html.entities import name2codepoint
from xml.parsers import expat

from report.epub.tree import Element, Parents, parents
from report.fault import Place

DEEPEST = 200
"""Elements within elements; beyond that no book goes, and a walk would run out of stack."""
MOST = 500_000
"""Elements and lines of text in one document: what a long chapter needs a hundred times over."""

_PREFIXES = {
    "http://www.w3.org/1999/xhtml": "",
    "http://www.idpf.org/2007/opf": "",
    "urn:oasis:names:tc:opendocument:xmlns:container": "",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://www.idpf.org/2007/ops": "epub:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://www.w3.org/2000/svg": "svg:",
    "http://www.w3.org/1999/xlink": "xlink:",
}


class Broken(Exception):
    """XML that cannot be read: `line` and `column` are 1-based, `reason` is the parser's."""

    def __init__(self, reason: str, line: int = 0, column: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.line, self.column = reason, line, column


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text as the parser gives it, on one line; `holder` is the element it stands in."""

    holder: Element
    text: str
    line: int
    column: int


@dataclass
class Tree:
    """One document: XHTML and OPF names stand bare, others under their usual prefix (`dc:title`, `epub:type`). It does not
    change once it is read, so what is asked of it often is kept."""

    path: str
    root: Element
    where: dict[Element, tuple[int, int]]
    runs: tuple[Run, ...]
    above: Parents
    held: dict[tuple[str, ...], dict[Element, str]] = field(default_factory=dict[tuple[str, ...], dict[Element, str]])

    @cached_property
    def text(self) -> str:
        """All text, a line for each run: what is not found here need not be looked for in any."""
        return "\n".join(run.text for run in self.runs)

    @cached_property
    def values(self) -> str:
        """All values of attributes, a line for each."""
        return "\n".join(value for element in self.where for value in element.attrib.values())

    @cached_property
    def typed(self) -> tuple[Element, ...]:
        """Elements that say what they are, by `epub:type` or by `role`, in order."""
        return tuple(e for e in self.where if e.get("epub:type") is not None or e.get("role") is not None)

    @cached_property
    def by_tag(self) -> dict[str, list[Element]]:
        """Elements by their name, in order."""
        found: dict[str, list[Element]] = {}
        for element in self.where:
            found.setdefault(element.tag, []).append(element)
        return found

    def place(self, element: Element | None = None) -> Place:
        return Place(self.path, *self.where.get(self.root if element is None else element, (0, 0)))

    def at(self, run: Run, offset: int = 0) -> Place:
        return Place(self.path, run.line, run.column + offset)

    def upwards(self, element: Element) -> Iterator[Element]:
        """The element and all it stands in, from the inside out."""
        here: Element | None = element
        while here is not None:
            yield here
            here = self.above.get(here)

    def inherited(self, element: Element, *names: str) -> str:
        """The nearest value of an attribute, under any of its names."""
        known, passed, told = self.held.setdefault(names, {}), list[Element](), ""
        for here in self.upwards(element):
            if (kept := known.get(here)) is not None:
                told = kept
                break
            passed.append(here)
            if (own := next((value for name in names if (value := here.get(name)) is not None), None)) is not None:
                told = own
                break
        known.update(dict.fromkeys(passed, told))
        return told


def read(path: str, data: bytes) -> Tree:
    """Raises Broken for what is not well-formed, declares entities, goes deeper than DEEPEST or holds more than MOST."""
    hand = _Hand()
    try:
        hand.parser.Parse(data, True)
    except expat.ExpatError as fault:
        raise Broken(expat.ErrorString(fault.code), fault.lineno, fault.offset + 1) from None
    except (ValueError, LookupError) as fault:  # an encoding nobody knows
        raise Broken(str(fault), 1, 1) from None
    if hand.root is None:
        raise Broken("no element found", 1, 1)
    return Tree(path, hand.root, hand.where, tuple(hand.runs), parents(hand.root))


class _Hand:
    """Builds the tree while the parser reads."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self.where: dict[Element, tuple[int, int]] = {}
        self.runs: list[Run] = []
        self.open: list[Element] = []
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler, parser.SkippedEntityHandler = self.text, self.skipped
        parser.EntityDeclHandler = self.declared

    def start(self, name: str, attributes: dict[str, str]) -> None:
        element = Element(_bare(name), {_bare(key): value for key, value in attributes.items()})
        if self.open:
            self.open[-1].append(element)
        else:
            self.root = element
        self.open.append(element)
        self.where[element] = (self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        if len(self.open) > DEEPEST:
            raise Broken("elements stand too deep", *self.where[element])
        self.bound()

    def bound(self) -> None:
        if len(self.where) + len(self.runs) > MOST:
            raise Broken(f"more than {MOST} elements and lines", self.parser.CurrentLineNumber, 1)

    def end(self, name: str) -> None:
        self.open.pop()

    def text(self, text: str) -> None:
        holder = self.open[-1]
        self.runs.append(Run(holder, text, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1))
        if len(holder):
            holder[-1].tail = (holder[-1].tail or "") + text
        else:
            holder.text = (holder.text or "") + text
        self.bound()

    def skipped(self, name: str, is_parameter: bool) -> None:
        """An entity of the DTD of XHTML 1.1, which is not fetched: e-books of old write `&nbsp;` so."""
        if self.open and name in name2codepoint:
            self.text(chr(name2codepoint[name]))

    def declared(self, *_: object) -> None:
        raise Broken("entities are declared", self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)


@lru_cache(maxsize=1024)
def _bare(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return _PREFIXES.get(space, f"{{{space}}}" if space else "") + local


def texts(element: Element) -> str:
    """What an element says, on one line, note calls left out."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.get("role") != "doc-noteref" and "noteref" not in child.get("epub:type", "").split():
            yield from _texts(child)
        yield child.tail or ""
