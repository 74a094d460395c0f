"""The text of a finished PDF by its tag tree, ToUnicode and ActualText (ISO 32000-1 §9.10, §14.7, §14.9.4).

An own reader, so that the proof does not share its eyes with the engine that wrote the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

import pikepdf

_CHAR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")
_READ = "Tf BDC BMC EMC Do Tj TJ ' \""  # the operators that say what is shown and how it is marked
_SHOW = {"Tj", "TJ", "'", '"'}
_ARTIFACT = -2  # marked content that is not content of the document
_UNTAGGED = -1

Marked = dict[tuple[int, int], str]


class Reader:
    """Reads one file. `untagged` collects visible text that is neither tagged nor an artifact."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.untagged = ""
        self._maps: dict[tuple[int, int], dict[bytes, str]] = {}
        self._marked: Marked = {}
        self._pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        for index, page in enumerate(pdf.pages):
            for mcid, text in self._content(page, cast("Any", page).get("/Resources", {})):
                if mcid == _UNTAGGED:
                    self.untagged += text
                elif mcid != _ARTIFACT:
                    self._marked[index, mcid] = self._marked.get((index, mcid), "") + text
        self.root = cast("Any", pdf.Root).get("/StructTreeRoot")

    def text(self, element: Any = None) -> str:
        """Text under a structure element (default: the whole tree), in the order of the tree."""
        return "".join(text for _, text in self.pieces(self.root if element is None else element))

    def pieces(self, element: Any, page: Any = None) -> Iterator[tuple[str, str]]:
        """Structure type and text of each marked content sequence under an element, in the order of the tree."""
        page = element.get("/Pg", page)
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                yield str(element.get("/S", "")), self._on(page, kid)
            elif "/MCID" in kid:
                yield (
                    str(element.get("/S", "")),
                    self._on(kid.get("/Pg", page), int(kid["/MCID"])),
                )
            elif kid.get("/Type") != "/OBJR":
                yield from self.pieces(kid, page)

    def _on(self, page: Any, mcid: int) -> str:
        """Text of one marked sequence; none if its page is not in the file any more."""
        return self._marked.get((self._pages.get(page.objgen, -1), mcid), "")

    def elements(self, kind: str, element: Any = None) -> Iterator[Any]:
        """Every structure element of a type (`/THead`), in the order of the tree."""
        element = self.root if element is None else element
        if element.get("/S") == kind:
            yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from self.elements(kind, kid)

    def _content(self, source: Any, resources: Any) -> Iterator[tuple[int, str]]:
        """Marked content id and text of each shown string; an ActualText stands for what it encloses."""
        fonts = resources.get("/Font", {})
        font: dict[bytes, str] = {}
        stack: list[tuple[int, bool]] = [(_UNTAGGED, False)]  # id in force, inside an ActualText
        for operands, operator in pikepdf.parse_content_stream(source, _READ):
            name = str(operator)
            if name == "Tf":
                font = self._map(fonts[str(operands[0])])
            elif name in ("BDC", "BMC"):
                (mcid, replaced), (found, text) = stack[-1], _marked(operands)
                mcid = mcid if found == _UNTAGGED or mcid == _ARTIFACT else found
                if text is not None and not replaced:
                    yield mcid, text
                stack.append((mcid, replaced or text is not None))
            elif name == "EMC":
                stack.pop()
            elif name == "Do":
                form = resources.get("/XObject", {}).get(str(operands[0]))
                if form is not None and form.get("/Subtype") == "/Form":
                    inner = self._content(form, form.get("/Resources", resources))
                    yield from ((stack[-1][0] if m == _UNTAGGED else m, t) for m, t in inner)
            elif name in _SHOW and not stack[-1][1]:
                yield stack[-1][0], "".join(_shown(operands, font))

    def _map(self, font: Any) -> dict[bytes, str]:
        key = font.objgen
        if key not in self._maps:
            data = font["/ToUnicode"].read_bytes() if "/ToUnicode" in font else b""
            blocks = re.findall(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL)
            pairs = [pair for block in blocks for pair in _CHAR.findall(block)]
            self._maps[key] = {
                bytes.fromhex(a.decode()): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in pairs
            }
        return self._maps[key]


def _marked(operands: Any) -> tuple[int, str | None]:
    """The marked content id an operator opens (or that it is an artifact), and the ActualText it gives."""
    if str(operands[0]) == "/Artifact":
        return _ARTIFACT, None
    properties = operands[1] if len(operands) > 1 else None
    if not isinstance(properties, pikepdf.Dictionary):
        return _UNTAGGED, None
    actual = properties.get("/ActualText")
    return int(properties.get("/MCID", _UNTAGGED)), None if actual is None else str(actual)


def _shown(operands: Any, font: dict[bytes, str]) -> Iterator[str]:
    pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[-1]]
    for piece in pieces:
        if isinstance(piece, pikepdf.String):
            data = bytes(piece)
            yield from (font.get(data[i : i + 2], "\ufffd") for i in range(0, len(data), 2))
