"""A phrase of the other direction that crosses markup gets one wrapper outside that markup.

Engines order each inline box by itself and then lay the boxes in the direction of their parent (UAX #9 seen through CSS
boxes), so «Python <em>version three</em> point zero» in an Arabic paragraph would read backwards, box by box.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from typing import Literal
from xml.etree import ElementTree as ET

from report.script.embedding import levels

Direction = Literal["rtl", "ltr"]
Node = str | ET.Element

INLINE = frozenset(("a", "b", "bdi", "br", "code", "dfn", "em", "i", "span", "strong", "sub", "sup", "time"))
_OBJECT = "\ufffc"  # what a note's call, a held datum and a line break are to the text around them: neutral
_COUNTS = {"rtl": re.compile(r"[A-Za-z\u00c0-\u024f\d]"), "ltr": re.compile(r"[\u0590-\u08ff]")}


def isolate(tree: ET.Element, base: Direction) -> bool:
    """Wrap such phrases in every block of a section's tree, in place; whether there were any."""
    changed = False
    for block in [e for e in tree.iter() if e.tag not in INLINE and any(child.tag in INLINE for child in e)]:
        for group in _groups(block):
            if _isolate_in(group, base):
                _put_back(block, group)
                changed = True
    return changed


class _Group:
    """A stretch of inline content in a block: from one block child (or its edge) to the next."""

    def __init__(self, after: ET.Element | None) -> None:
        self.after, self.nodes = after, list[Node]()
        self.elements = list[ET.Element]()


def _groups(block: ET.Element) -> list[_Group]:
    groups = [_Group(None)]
    groups[0].nodes += [block.text] if block.text else []
    for child in block:
        if child.tag in INLINE:
            groups[-1].nodes.append(child)
            groups[-1].elements.append(child)
        else:
            groups.append(_Group(child))
        if child.tail:
            groups[-1].nodes.append(child.tail)
    return groups


def _put_back(block: ET.Element, group: _Group) -> None:
    """The nodes of a group as text, elements and tails of the block again."""
    at = 0 if group.after is None else list(block).index(group.after) + 1
    for element in group.elements:
        block.remove(element)
    if group.after is None:
        block.text = None
    else:
        group.after.tail = None
    last = group.after
    for node in group.nodes:
        if isinstance(node, ET.Element):
            node.tail = None
            block.insert(at, node)
            at, last = at + 1, node
        elif last is None:
            block.text = (block.text or "") + node
        else:
            last.tail = (last.tail or "") + node


def _isolate_in(group: _Group, base: Direction) -> bool:
    leaves = list(_leaves(group.nodes))
    if not _may_cross(leaves, base):
        return False
    text = "".join(leaves)
    edges = {sum(map(len, leaves[:n])) for n in range(len(leaves))}
    wholes = list(_wholes(group.nodes, 0))
    edges -= {edge for edge in edges for a, b in wholes if a < edge < b}
    crossing = [(a, b) for a, b in _unbroken(_runs(text, base), wholes) if any(a < edge < b for edge in edges)]
    for start, end in reversed(crossing):
        before, rest = _split(group.nodes, start)
        inside, after = _split(rest, end - start)
        wrapper = ET.Element("span", {"class": "run", "dir": "ltr" if base == "rtl" else "rtl"})
        _fill(wrapper, inside)
        group.nodes = [*before, wrapper, *after]
    return bool(crossing)


def _leaves(nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif _is_object(node):
            yield _OBJECT
        else:
            yield from _leaves(_children(node))


def _is_object(element: ET.Element) -> bool:
    """A datum with a direction has its order already, whatever stands around it."""
    held = "datum" in element.get("class", "").split() and element.get("dir") is not None
    return held or element.get("class") == "noteref" or element.tag == "br"


def _children(element: ET.Element) -> list[Node]:
    nodes: list[Node] = [element.text] if element.text else []
    for child in element:
        nodes.append(child)
        nodes += [child.tail] if child.tail else []
    return nodes


def _may_cross(leaves: list[str], base: Direction) -> bool:
    """A cheap look first: only where two leaves hold something of the other direction can a run join them."""
    counts = _COUNTS[base]
    return sum(1 for leaf in leaves if counts.search(leaf)) > 1


def _runs(text: str, base: Direction) -> Iterator[tuple[int, int]]:
    """Maximal stretches above the base level, as start and end offsets; an object at their edge does not belong to them."""
    found = levels(text, base)
    lowest = 1 if base == "rtl" else 0
    start = None
    for i in range(len(found) + 1):
        inside = i < len(found) and found[i] > lowest
        if inside and start is None:
            start = i
        elif not inside and start is not None:
            stretch = text[start:i]
            lead = len(stretch) - len(stretch.lstrip(f" {_OBJECT}"))
            yield start + lead, i - (len(stretch) - len(stretch.rstrip(f" {_OBJECT}")))
            start = None


def _wholes(nodes: list[Node], at: int) -> Iterator[tuple[int, int]]:
    """Where phrases that were marked as foreign begin and end: they hold together with the signs at their edges."""
    for node in nodes:
        size = _length(node)
        if isinstance(node, ET.Element):
            if "foreign" in node.get("class", "").split():
                yield at, at + size
            elif node.get("class") != "noteref":
                yield from _wholes(_children(node), at)
        at += size


def _unbroken(runs: Iterator[tuple[int, int]], wholes: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Runs, each as far as the foreign phrases it touches; one that is such a phrase and no more needs no wrapper."""
    end_of_last = 0
    for run in runs:
        touched = [whole for whole in wholes if whole[0] < run[1] and run[0] < whole[1]]
        start, end = min([run, *touched])[0], max(b for _, b in [run, *touched])
        if start >= end_of_last and (start, end) not in touched:
            yield start, end
        end_of_last = max(end_of_last, end)


def _length(node: Node) -> int:
    return len(node) if isinstance(node, str) else sum(map(len, _leaves([node])))


def _split(nodes: list[Node], at: int) -> tuple[list[Node], list[Node]]:
    """Cut inline content at an offset of its text; an element that is cut goes on without its id."""
    left: list[Node] = []
    for n, node in enumerate(nodes):
        size = _length(node)
        if at >= size:
            left.append(node)
            at -= size
            continue
        if at == 0:
            return left, nodes[n:]
        if isinstance(node, str):
            return [*left, node[:at]], [node[at:], *nodes[n + 1 :]]
        first, second = copy(node), copy(node)
        head, tail = _split(_children(node), at)
        _fill(first, head)
        _fill(second, tail)
        second.attrib = {name: value for name, value in second.attrib.items() if name != "id"}
        return [*left, first], [second, *nodes[n + 1 :]]
    return left, []


def _fill(element: ET.Element, nodes: list[Node]) -> None:
    """Make nodes the whole content of an element."""
    for child in list(element):
        element.remove(child)
    element.text = None
    for node in nodes:
        if isinstance(node, ET.Element):
            node.tail = None
            element.append(node)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + node
        else:
            element.text = (element.text or "") + node
