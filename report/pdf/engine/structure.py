"""What structure elements say of themselves: their language, and which of them are notes, their calls and their numbers.

Upstream writes no language below the document's, and sets notes as nameless elements at the end of their page.
Sources: ISO 32000-1 §14.9.2 (Lang), §14.8.4.4.1 (Note, Reference, Lbl), §14.7.2 (IDTree); ISO 14289-1 §7.2, §7.9.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes

_CALL = "call-"  # begins the ID of a Reference; the rest is that of its Note
_PARTS = {"::footnote-call": "/Reference", "::footnote-marker": "/Lbl"}
_LINES = {"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}  # a note follows these; other blocks end with it
_BLOCKS = _LINES | {
    "/LBody", "/TD", "/TH", "/Caption", "/Div", "/BlockQuote", "/Sect", "/Art", "/Part", "/Document", "/Note",
}  # fmt: skip
_IN_AREA = "kurrasa_note"  # an attribute of ours on the engine's boxes


def described(upstream: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """A _build_box_tree whose elements name their language, and notes and calls what they are."""

    def build(box: Any, *rest: Any) -> Iterator[Any]:
        if isinstance(box, boxes.FootnoteAreaBox):
            for child in box.children:
                setattr(child, _IN_AREA, True)
        for element in upstream(box, *rest):
            _describe(element, getattr(box, "_box", box))
            yield element

    return build


def _describe(element: Any, box: Any) -> None:
    source = getattr(box, "element", None)
    if source is None:
        return
    pseudo = box.element_tag[len(source.tag) :]
    if pseudo in _PARTS:
        element["S"] = _PARTS[pseudo]
        if pseudo == "::footnote-call":
            element["ID"] = pydyf.String(_CALL + source.get("id", ""))
    elif pseudo:
        return
    elif getattr(box, _IN_AREA, False):
        element["S"], element["ID"] = "/Note", pydyf.String(source.get("id", ""))
    elif "half" in source.get("class", "").split():
        element.half = source
    if source.get("lang") and source.tag not in ("html", "body"):
        element["Lang"] = pydyf.String(source.get("lang"))


def complete(pdf: Any, direction: str) -> None:
    """Say how the document is written, put each note behind the block that calls it, and list what has an ID."""
    elements = {
        e.reference: e for e in pdf.objects if isinstance(e, pydyf.Dictionary) and e.get("Type") == "/StructElem"
    }
    root = next(e for e in pdf.objects if isinstance(e, pydyf.Dictionary) and e.get("Type") == "/StructTreeRoot")
    document = elements[root["K"][0]]
    mode = "/RlTb" if direction == "rtl" else "/LrTb"
    document["A"] = pydyf.Dictionary({"O": "/Layout", "WritingMode": mode})
    _join_halves(elements)
    _notes_to_calls(elements)
    known = {e["ID"].string: e.reference for e in elements.values() if "ID" in e}
    if known:
        names = pydyf.Array([part for id in sorted(known) for part in (pydyf.String(id), known[id])])
        root["IDTree"] = pydyf.Dictionary({"Names": names})


def _join_halves(elements: dict[Any, Any]) -> None:
    """Half of a pair that goes on over the page is one element: read to its end before the other language begins."""
    first: dict[Any, Any] = {}
    for element in list(elements.values()):
        half, above = getattr(element, "half", None), elements.get(element["P"])
        if half is None or getattr(above, "half", None) is half:
            continue  # a box inside the half's own
        begun = first.setdefault(half, element)
        if begun is not element:
            for kid in [kid for kid in element["K"] if kid in elements]:
                elements[kid]["P"] = begun.reference
                begun["K"].append(kid)
            element["K"].clear()
            _remove(element, elements)


def _remove(element: Any, elements: dict[Any, Any]) -> None:
    """Take an empty element out, and what it leaves empty."""
    above = elements[element["P"]]
    above["K"].remove(element.reference)
    if not above["K"]:
        _remove(above, elements)


def _notes_to_calls(elements: dict[Any, Any]) -> None:
    calls = {e["ID"].string: e for e in elements.values() if e["S"] == "/Reference"}
    behind: dict[Any, Any] = {}  # block → what was last put behind it
    for note in [e for e in elements.values() if e["S"] == "/Note"]:
        call = calls.get(_CALL + note["ID"].string)
        if call is None:
            continue
        _take_out(note, elements)
        block = elements[call["P"]]
        while block["S"] not in _BLOCKS:
            block = elements[block["P"]]
        if block["S"] in _LINES:
            holder = elements[block["P"]]
            last = behind.get(block.reference, block.reference)
            holder["K"].insert(holder["K"].index(last) + 1, note.reference)
            behind[block.reference] = note.reference
        else:
            holder = block
            holder["K"].append(note.reference)
        note["P"] = holder.reference


def _take_out(note: Any, elements: dict[Any, Any]) -> None:
    """Remove a note from the element it is in, and that one too when it was the last."""
    area = elements[note["P"]]
    area["K"].remove(note.reference)
    if not area["K"]:
        elements[area["P"]]["K"].remove(area.reference)
