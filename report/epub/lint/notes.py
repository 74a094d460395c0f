"""Rules of notes and links: that they lead somewhere, come back, and can pop up."""

from __future__ import annotations

import re

from report.epub.lint.opened import Opened
from report.epub.lint.rule import Found, found
from report.epub.lint.structure import types
from report.epub.lint.tree import Tree, texts
from report.epub.tree import Element

LONGEST = 5000
"""Characters: Kobo shows no note of more in its pop-up."""
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def dead(book: Opened) -> Found:
    """Each link, picture and address of a style sheet leads to a file of the book, and its fragment to an id there."""
    for tree, element in book.elements():
        for name in ("href", "src", "xlink:href", "data", "poster"):
            target = element.get(name, "")
            if target and not _OUTSIDE.match(target) and not _stands(book, tree.path, target):
                yield found(tree.place(element), target=target)
    for sheet in book.styles.values():
        for one in sheet.declarations():
            for target in re.findall(r"url\(\s*[\"']?([^)\"']*)", one.value):
                if not _OUTSIDE.match(target) and not _stands(book, sheet.path, target):
                    yield found(one.place, target=target)


def _stands(book: Opened, base: str, target: str) -> bool:
    path, fragment = book.resolve(base, target)
    return path in book.files and (not fragment or path not in book.ids or fragment in book.ids[path])


def pairs(book: Opened) -> Found:
    """A call leads to a note after it in the same file, so that readers can pop it up, and the note leads back."""
    for tree in book.documents.values():
        order = {e: n for n, e in enumerate(tree.typed)}
        called: set[Element] = set()
        for call in (e for e in order if "noteref" in types(e) or e.get("role") == "doc-noteref"):
            path, id = book.resolve(tree.path, call.get("href", ""))
            note = book.ids[tree.path].get(id) if path == tree.path else None
            if note is None or not is_note(note) or order[note] < order[call] or note in called:
                yield found(tree.place(call), what=call.get("href", ""))
            elif not _leads_back(book, tree, note, call):
                yield found(tree.place(note), what=id)
            if note is not None:
                called.add(note)
        for note in (e for e in order if is_note(e) and e not in called):
            yield found(tree.place(note), what=note.get("id", ""))


def is_note(element: Element) -> bool:
    return bool({"footnote", "endnote"} & set(types(element))) or element.get("role") == "doc-footnote"


def _leads_back(book: Opened, tree: Tree, note: Element, call: Element) -> bool:
    """The note has a named link to its call."""
    backs = [e for e in note.iter("a") if e.get("role") == "doc-backlink" and e.get("aria-label")]
    return any(book.resolve(tree.path, e.get("href", "")) == (tree.path, call.get("id", "")) for e in backs)


def answers(book: Opened) -> Found:
    """Question and answer lead to each other: who has read one wants the other."""
    backs: dict[tuple[str, str], set[tuple[str, str]]] = {}
    asked = {(t.path, e.get("id", "")): e for t, e in book.elements("li") if e.get("id") and _is_asked(t, e)}
    for tree, item in book.elements("li"):
        is_asked, here = (tree.path, item.get("id", "")) in asked, (tree.path, item.get("id", ""))
        first = next(iter(item), None)
        links = list(item.iter("a")) if is_asked else [first] if first is not None and first.tag == "a" else []
        for path, id in (book.resolve(tree.path, a.get("href", "")) for a in links):
            other = book.ids.get(path, {}).get(id)
            if other is None or other.tag != "li" or ((path, id) in asked) == is_asked:
                continue
            if (path, id) not in backs:
                backs[path, id] = {book.resolve(path, a.get("href", "")) for a in other.iter("a")}
            if here not in backs[path, id]:
                yield found(book.documents[path].place(other), what=here[1] or texts(item))


def _is_asked(tree: Tree, item: Element) -> bool:
    return any("qna" in types(e) or e.get("role") == "doc-qna" for e in tree.upwards(item))


def long(book: Opened) -> Found:
    for tree, note in book.typed():
        if is_note(note) and (count := len(texts(note))) >= LONGEST:
            yield found(tree.place(note), found=count, allowed=LONGEST)
