"""Markdown to the model: a whole text file to blocks, a field of a list to inlines, every fault told at its place."""

from __future__ import annotations

import re

from report.fault import Fault, Place, error, warning
from report.model import Blocks, Inlines
from report.source.blocks import Setting, blocks
from report.source.grammar import NESTING, markdown
from report.source.inlines import phrase
from report.source.lines import Lines
from report.source.nodes import Node, every, tree
from report.source.prose import Prose
from report.source.reading import Reading
from report.source.yaml import Scalar

_LABEL = re.compile(r"\[([^\]]+)\]:")


def text(lines: Lines, first: int, section: str, faults: list[Fault], prose: list[Prose] | None = None) -> Blocks:
    """The blocks of a text file from the line `first` (from 0) on; `section` is what its questions are named after;
    where its words stand is added to `prose`."""
    reading = Reading(lines, section, faults)
    body = "\n" * first + "\n".join(lines.line(index) for index in range(first, len(lines.starts) - 1))
    try:
        nodes = tree(markdown().parse(body, reading.env))
        _deep(reading)
        _definitions(reading, nodes)
        found = blocks(reading, nodes, Setting(top=True))
    except RecursionError:
        faults.append(error("K117", Place(lines.path), reason="blocks", limit=NESTING))
        return ()
    _uncalled(reading, nodes)
    if prose is not None:
        prose.extend(reading.prose)
    return found


def field(scalar: Scalar, faults: list[Fault], prose: list[Prose] | None = None) -> Inlines:
    """The inlines of a field that holds inline Markdown, such as the `text` of a term."""
    words = scalar.text.strip()
    reading = Reading(scalar.lines, "", faults, listing=True)
    found = phrase(reading, words, scalar.where().after(scalar.text.find(words)))
    if prose is not None:
        prose.extend(reading.prose)
    return found


def _deep(reading: Reading) -> None:
    if lines := reading.env.get("too_deep"):
        place = Place(reading.lines.path, min(lines) + 1)
        reading.faults.append(error("K117", place, reason="blocks", limit=NESTING))


def _definitions(reading: Reading, nodes: list[Node]) -> None:
    """Reads the notes before the text that calls them, and tells what is defined twice."""
    for node in every(nodes):
        if node.kind == "footnote_reference":
            key, place = str(node.token.meta["label"]), reading.place(node.token.meta["at"])
            if key in reading.notes:
                reading.faults.append(error("K125", place, key=key))
            known = len(reading.prose)
            reading.notes[key] = blocks(reading, node.children, Setting(in_note=True))
            reading.note_prose[key] = range(known, len(reading.prose))
            if not reading.notes[key]:
                reading.faults.append(error("K135", place, reason="note"))
    for twice in reading.env.get("duplicate_refs", ()):
        place = Place(reading.lines.path, twice["map"][0] + 1)
        typed = _LABEL.search(reading.lines.line(place.line - 1))
        reading.faults.append(error("K122", place, reason="twice", label=typed[1] if typed else twice["label"]))


def _uncalled(reading: Reading, nodes: list[Node]) -> None:
    """Notes and link definitions that nothing calls."""
    for node in every(nodes):
        meta = node.token.meta
        if node.kind == "footnote_reference" and meta["label"] not in reading.called:
            reading.faults.append(error("K119", reading.place(meta["at"]), key=meta["label"]))
        if node.kind == "definition":
            if meta["title"]:
                reading.faults.append(error("K131", reading.place(meta["at"]), reason="title", words=meta["title"]))
            if meta["id"] not in reading.labels:
                reading.faults.append(warning("K122", reading.place(meta["at"]), label=meta["label"]))
