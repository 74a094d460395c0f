"""The text of a finished PDF by its tag tree, ToUnicode and ActualText (ISO 32000-1 §9.10, §14.7, §14.9.4).

An own reader, so that the proof does not share its eyes with the engine that wrote the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

import pikepdf

from report.verify.glyphs import ARTIFACT, UNTAGGED, Unit, Walk


@dataclass(frozen=True, slots=True)
class Leaf:
    """One marked-content sequence in the tag tree: what is shown, on which page (index), and where in the tree.

    `kinds` are the structure types from the root down (`/P`, `/Span`), `language` the nearest /Lang below the document,
    `note` the ID of the Note it stands in, `head` the object of the table head it stands in.
    """

    kinds: tuple[str, ...]
    language: str
    note: str
    head: tuple[int, int] | None
    block: tuple[int, int]
    page: int
    mcid: int
    units: tuple[Unit, ...]
    text: str


class Reader:
    """Reads one file. `untagged` collects visible text that is neither tagged nor an artifact, `marked` what each
    marked-content sequence shows, by page index and id; `broken` counts entries of the tree that are none."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.untagged = ""
        self.marked: dict[tuple[int, int], list[Unit]] = {}
        self._pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        walk = Walk()
        for index, page in enumerate(pdf.pages):
            for mcid, unit in walk.page(page):
                if mcid == UNTAGGED:
                    self.untagged += unit.text
                elif mcid != ARTIFACT:
                    self.marked.setdefault((index, mcid), []).append(unit)
        self.faces = tuple(walk.faces)
        self.root = cast("Any", pdf.Root).get("/StructTreeRoot")

    def text(self, element: Any = None) -> str:
        """Text under a structure element (default: the whole tree), in the order of the tree."""
        return "".join(leaf.text for leaf in self.leaves(element))

    def leaves(self, element: Any = None) -> Iterator[Leaf]:
        """Every marked-content sequence under an element (default: the whole tree), in the order of the tree."""
        yield from self._all_leaves if element is None else self._leaves(element, None, _TOP)

    @cached_property
    def _all_leaves(self) -> tuple[Leaf, ...]:
        return () if self.root is None else tuple(self._leaves(self.root, None, _TOP))

    def _leaves(self, element: Any, page: Any, above: _Above) -> Iterator[Leaf]:
        page, inside = element.get("/Pg", page), _within(element, above)
        for kid in _kids(element):
            if isinstance(kid, int):
                yield self._leaf(inside, page, kid)
            elif "/MCID" in kid:
                yield self._leaf(inside, kid.get("/Pg", page), int(kid["/MCID"]))
            elif kid.get("/Type") != "/OBJR":
                yield from self._leaves(kid, page, inside)

    def _leaf(self, above: _Above, page: Any, mcid: int) -> Leaf:
        """No units if its page is not in the file any more."""
        index = -1 if page is None else self._pages.get(page.objgen, -1)
        units = tuple(self.marked.get((index, mcid), ()))
        return Leaf(*above, index, mcid, units, "".join([unit.text for unit in units]))

    def elements(self, kind: str = "", element: Any = None) -> Iterator[Any]:
        """Every structure element of a type (`/THead`; default: all), in the order of the tree."""
        below = self._all_elements if element is None else _elements(element)
        yield from (found for name, found in below if kind in ("", name))

    @cached_property
    def _all_elements(self) -> tuple[tuple[str, Any], ...]:
        return () if self.root is None else tuple(_elements(self.root))


_Above = tuple[tuple[str, ...], str, str, tuple[int, int] | None, tuple[int, int]]
_TOP: _Above = ((), "", "", None, (0, 0))
_INLINE = {"/Span", "/Link", "/NonStruct", "/Lbl", "/Reference", "/Quote", "/Code", "/Annot", ""}


def _within(element: Any, above: _Above) -> _Above:
    kinds, language, note, head, block = above
    kind = str(element.get("/S", ""))
    return (
        (*kinds, kind) if kind else kinds,
        str(element["/Lang"]) if "/Lang" in element else language,
        str(element.get("/ID", "?")) if kind == "/Note" else note,
        element.objgen if kind == "/THead" else head,
        block if kind in _INLINE else element.objgen,
    )


def _elements(element: Any) -> Iterator[tuple[str, Any]]:
    """An element and all below it, each with its structure type, in the order of the tree."""
    if "/S" in element:
        yield str(element["/S"]), element
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _elements(kid)


def _kids(element: Any) -> Iterator[Any]:
    kids = element.get("/K", [])
    yield from kids if isinstance(kids, pikepdf.Array) else [kids]
