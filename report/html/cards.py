"""Words of a flash card as XHTML: a paragraph a line, phrases and numbers held in their order as in the book."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from markupsafe import Markup

from report.html import joints, numbers, runs
from report.html.pen import Pen
from report.html.tags import tag
from report.labels import labels
from report.model import Booklet
from report.script import languages


def words(booklet: Booklet, text: str) -> Markup:
    """The lines of one side, in memory order."""
    pen = Pen(booklet, labels(booklet.meta.language), "cards")
    lines = [tag("p", pen.text(line)) for line in text.splitlines() if line.strip()]
    return _held(booklet, Markup("\n").join(lines))


def foot(booklet: Booklet, number: int, kind: str) -> Markup:
    """What tells cards apart that were mixed: kind and number; it stands on both sides."""
    pen = Pen(booklet, labels(booklet.meta.language), "cards")
    return Markup("{} · {}").format(pen.labels[kind], pen.number(number))


def _held(booklet: Booklet, markup: Markup) -> Markup:
    tree = ET.fromstring(f"<div>{markup}</div>")
    joints.free(tree)
    runs.isolate(tree, languages.find(booklet.meta.language).direction)
    joints.hold(tree)
    numbers.anchor(tree)
    return Markup("".join(ET.tostring(child, encoding="unicode") for child in tree))
