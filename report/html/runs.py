"""A phrase of the other direction that crosses markup, or that a line could cut beside a sign, gets one wrapper.

Engines order each inline box by itself and then lay the boxes in the direction of their parent (UAX #9 seen through CSS
boxes), so «Python <em>version three</em> point zero» in an Arabic paragraph would read backwards, box by box. They order
each line by itself too: a sign or a number where a line ends or begins has lost the letters that it followed. The wrapper
gives all that stands in it the direction that the levels of the whole paragraph say.
"""

from __future__ import annotations

import re
import unicodedata
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
_LETTERS = {"rtl": re.compile(r"[A-Za-z\u00c0-\u024f]"), "ltr": _COUNTS["ltr"]}
_STEADY = frozenset(("L", "R", "AL", "NSM", "BN", "WS"))  # bidi classes that stand where they do on a line of their own


def isolate(tree: ET.Element, base: Direction) -> bool:
    """Wrap such phrases in every block of a section's tree, in place; whether there were any."""
    changed = False
    for block, direction in reversed(list(_blocks(tree, base))):
        for group in _groups(block):
            if _isolate_in(group, direction):
                _put_back(block, group)
                changed = True
    return changed


def _blocks(element: ET.Element, base: Direction) -> Iterator[tuple[ET.Element, Direction]]:
    """Blocks, and phrases with a direction of their own, each with it; outer ones first. Data have their order already."""
    if _is_object(element):
        return
    given = element.get("dir")
    direction: Direction = "rtl" if given == "rtl" else "ltr" if given == "ltr" else base
    if given or element.tag not in INLINE:
        yield element, direction
    for child in element:
        yield from _blocks(child, direction)


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
    if not _may_hold(leaves, base):
        return False
    text = "".join(leaves)
    edges = {sum(map(len, leaves[:n])) for n in range(len(leaves))}
    wholes = list(_wholes(group.nodes, 0))
    edges -= {edge for edge in edges for a, b in wholes if a < edge < b}
    turned = _turned_by_isolates(text, "".join(_leaves(group.nodes, aside=True)), base)
    runs = list(_unbroken(_runs(text, base), wholes))
    bounds = [0, *(b for _, b in runs)]
    following = [a for a, _ in runs[1:]] + [len(text)]
    found = [
        (a, b)
        for (a, b), before, after in zip(runs, bounds, following, strict=False)
        if any(a < edge < b for edge in edges) or _may_be_cut(text[a:b]) or any(before <= i < after for i in turned)
    ]
    for start, end in reversed(found):
        group.nodes = _wrap(group.nodes, start, end, "ltr" if base == "rtl" else "rtl")
    return bool(found)


def _may_be_cut(phrase: str) -> bool:
    """Whether a line may end in a phrase beside a character that takes its direction from its neighbours."""
    return " " in phrase and not all(unicodedata.bidirectional(c) in _STEADY for c in phrase)


def _wrap(nodes: list[Node], start: int, end: int, way: Direction) -> list[Node]:
    """The nodes with a wrapper from one offset of their text to another, in the innermost element that holds it all."""
    at = 0
    for node in nodes:
        size = _length(node)
        within = at <= start and end <= at + size and (start, end) != (at, at + size)
        if isinstance(node, ET.Element) and within and not _is_object(node):
            _fill(node, _wrap(_children(node), start - at, end - at, way))
            return nodes
        at += size
    before, rest = _split(nodes, start)
    inside, after = _split(rest, end - start)
    wrapper = ET.Element("span", {"class": "run", "dir": way})
    _fill(wrapper, inside)
    return [*before, wrapper, *after]


def _turned_by_isolates(text: str, outside: str, base: Direction) -> list[int]:
    """Where the levels would be others if elements with a direction stood aside, as readers of HTML and of our PDF take
    them (UAX #9 §2.4.2): «كتاب `code` قلم» in English, whose two words would turn round the code between them. Runs that
    hold such words by themselves keep them in their places. `outside` is the text with U+FFFC for those elements."""
    if text == outside:
        return []
    pairs = zip(levels(text, base), levels(outside, base), outside, strict=True)
    return [i for i, (one, other, character) in enumerate(pairs) if one != other and character != _OBJECT]


def _leaves(nodes: list[Node], *, aside: bool = False) -> Iterator[str]:
    """Texts; with `aside`, U+FFFC for each character of elements that have a direction."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif _is_object(node):
            yield _OBJECT
        elif aside and node.get("dir"):
            yield _OBJECT * _length(node)
        else:
            yield from _leaves(_children(node), aside=aside)


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


def _may_hold(leaves: list[str], base: Direction) -> bool:
    """A cheap look first: only letters make a run that holds a space; signs and digits may be joined by markup."""
    return any(map(_LETTERS[base].search, leaves)) or sum(1 for leaf in leaves if _COUNTS[base].search(leaf)) > 1


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
    """Runs, each as far as the foreign phrases it touches, and those of one phrase together; a run that is such a phrase
    and no more needs no wrapper."""
    found: list[tuple[int, int]] = []
    for run in runs:
        touched = [whole for whole in wholes if whole[0] < run[1] and run[0] < whole[1]]
        start, end = min([run, *touched])[0], max(b for _, b in [run, *touched])
        if found and start < found[-1][1]:
            start, end = min(start, found[-1][0]), max(end, found.pop()[1])
        found.append((start, end))
    yield from (run for run in found if run not in wholes)


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
