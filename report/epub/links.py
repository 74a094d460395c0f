"""Links across files, and what stands where the printed book has a page number."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from report.epub.tree import Element, by_class, has_class, parents, remove
from report.fault import Fault, Place, error
from report.html import Section, locators
from report.html.pages import label

Told = tuple[Mapping[str, int], str] | None


@dataclass(frozen=True, slots=True)
class Map:
    """In which file every id stands; paths are those inside EPUB/."""

    files: Mapping[str, str]

    def href(self, id: str, file: str) -> str:
        """The address of an id, seen from `file`. KeyError when no file has it."""
        target = self.files[id]
        return f"#{id}" if target == file else f"{posixpath.relpath(target, posixpath.dirname(file) or '.')}#{id}"


def chart(
    trees: Iterable[tuple[str, Place, Element]], stand_ins: Iterable[tuple[str, Section]]
) -> tuple[Map, list[Fault]]:
    """The map of (file, place for faults, tree) and of the sections another file stands for; an id twice is K602."""
    files = {id: file for file, section in stand_ins for id in (section.id, f"{section.id}-title")}
    faults: list[Fault] = []
    for file, place, root in trees:
        for id in filter(None, (element.get("id") for element in root.iter())):
            if id in files:
                faults.append(error("K602", place, id=id))
            files[id] = file
    return Map(files), faults


def rewrite(root: Element, file: str, known: Map, place: Place) -> list[Fault]:
    """`#id` → `file#id` wherever the id stands in another file; one that stands nowhere is a fault (K601)."""
    faults: list[Fault] = []
    for link in root.iter("a"):
        href = link.get("href", "")
        if not href.startswith("#"):
            continue
        if href[1:] in known.files:
            link.set("href", known.href(href[1:], file))
        else:
            faults.append(error("K601", place, id=href[1:]))
    return faults


def with_ids(known: Map, file: str, ids: Iterable[str]) -> Map:
    """The map with ids that are written into a file by its form."""
    return Map({**known.files, **dict.fromkeys(ids, file)})


def fill_references(root: Element, known: Map, told: Told = None) -> None:
    """An e-book has no pages of its own: a reference to one says the page of the printed edition if there is one (`told`
    has the page of each id, and the style of digits), else its `data-text`, or goes when it has none.

    Without pages, within `.locators` each thing said is said once, joined by `data-separator`; the word before («ص») says its own
    `data-text` likewise. Call it before rewrite().
    """
    if told is not None:
        _tell_pages(root, *told)
        return
    above = parents(root)
    for element in (*by_class(root, "page-word"), *by_class(root, "pageref")):
        element.text = element.get("data-text", "")
        if not element.text:
            remove(above[element], element)
    for group in by_class(root, "locators"):
        _tell_once(group, known)


def _tell_pages(root: Element, numbers: Mapping[str, int], style: str) -> None:
    """As the PDF prints them (pdf/printed.py); each number leads to its place."""
    for group in by_class(root, "locators"):
        locators.tell(group, lambda id: numbers[id])
    for reference in by_class(root, "pageref"):
        reference.text = label(numbers[reference.get("href", "#")[1:]], style)


def _tell_once(group: Element, known: Map) -> None:
    kept: dict[tuple[str, str], Element] = {}
    for reference in group:
        if has_class(reference, "pageref"):
            file = known.files.get(reference.get("href", "#")[1:], "")
            first = kept.setdefault((file, reference.text or ""), reference)
            if has_class(reference, "main") and not has_class(first, "main"):
                kept[file, reference.text or ""] = reference
    group[:] = [_range(reference, known) for reference in kept.values()]
    for reference in group:
        reference.tail = group.get("data-separator", " ")
    if len(group):
        group[-1].tail = None


def _range(reference: Element, known: Map) -> Element:
    """A passage that runs on into another file says both."""
    start, end = reference.get("href", "#")[1:], reference.get("data-to", "")
    if not end or known.files.get(start) == known.files.get(end):
        return reference
    last = Element("a", {"class": reference.get("class", ""), "href": f"#{end}"})
    last.text, reference.tail = reference.get("data-to-text", ""), " – "
    span = Element("span", {"class": "page-range"})
    span.extend([reference, last])
    return span
