"""Moves on an element tree that ElementTree lacks: words, classes, and taking out or in without losing a tail."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

Element = ET.Element
Parents = dict[Element, Element]


def parents(root: Element) -> Parents:
    """Each element's parent; stale as soon as elements move."""
    return {child: parent for parent in root.iter() for child in parent}


def has_class(element: Element, name: str) -> bool:
    classes = element.get("class")
    return classes is not None and name in classes and name in classes.split()


def by_class(root: Element, name: str) -> Iterator[Element]:
    """Elements of this class in document order, gathered first, so that the tree may change meanwhile."""
    said = [(element, classes) for element in root.iter() if (classes := element.get("class")) and name in classes]
    yield from [element for element, classes in said if name in classes.split()]


def words(element: Element) -> str:
    """What an element says, without the note calls in it, on one line."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not has_class(child, "noteref"):
            yield from _texts(child)
        yield child.tail or ""


def add_before(parent: Element, child: Element, text: str) -> None:
    """Text in front of a child."""
    at = list(parent).index(child)
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def add_after(child: Element, text: str) -> None:
    """Text behind an element."""
    child.tail = text + (child.tail or "")


def remove(parent: Element, child: Element) -> None:
    """Take a child out and leave the text that followed it."""
    add_before(parent, child, child.tail or "")
    parent.remove(child)


def wrap(parent: Element, child: Element, wrapper: Element) -> None:
    """Put `wrapper` in the child's place and the child into it, as its last."""
    wrapper.tail, child.tail = child.tail, None
    parent[list(parent).index(child)] = wrapper
    wrapper.append(child)


def add_to_attribute(element: Element, name: str, token: str) -> None:
    """Add one token to a space-separated attribute, once."""
    tokens = element.get(name, "").split()
    if token not in tokens:
        element.set(name, " ".join([*tokens, token]))
