"""Rules of the nav document: contents, landmarks, page list."""

from __future__ import annotations

from report.epub.lint.opened import Opened
from report.epub.lint.rule import Found, found
from report.epub.lint.structure import HEADINGS, types
from report.epub.lint.tree import Tree, texts
from report.epub.tree import Element, has_class
from report.fault import Place

_NEEDED = ("glossary", "index", "bibliography")
_UNLISTED = {"index-group", "titlepage", "imprint", "cover"}


def _navs(book: Opened, kind: str) -> list[Element]:
    return [] if book.nav is None else [e for e in book.nav.root.iter("nav") if kind in types(e)]


def _place(book: Opened, element: Element | None = None) -> Place:
    return book.place if book.nav is None else book.nav.place(element)


def _listed(book: Opened, nav: Element) -> list[tuple[Element, str, str]]:
    base = "" if book.nav is None else book.nav.path
    return [(a, *book.resolve(base, a.get("href", ""))) for a in nav.iter("a")]


def contents(book: Opened) -> Found:
    """There is one; each heading of the first two levels is in it, and a label ends in its words (SE m-045)."""
    navs = _navs(book, "toc")
    if len(navs) != 1:
        yield found(_place(book), label="–", wanted="toc")
        return
    listed = {(path, id): a for a, path, id in _listed(book, navs[0])}
    for (path, id), link in listed.items():
        heading = _heading(book, path, id)
        if heading is not None and not texts(link).endswith(texts(heading)):
            yield found(_place(book, link), label=texts(link), wanted=texts(heading))
    yield from _order(book, _listed(book, navs[0]))
    for document in (t for path, t in book.documents.items() if path in book.spine and t is not book.nav):
        for heading in (e for e in document.root.iter() if e.tag in ("h1", "h2")):
            spots = {(document.path, e.get("id", "")) for e in document.upwards(heading) if e.get("id")}
            spots |= {(document.path, "")} if heading.tag == "h1" else set()
            if not spots & set(listed) and not _is_unlisted(document, heading):
                yield found(document.place(heading), label="–", wanted=texts(heading))


def _order(book: Opened, listed: list[tuple[Element, str, str]]) -> Found:
    """Entries stand as what they lead to is read."""
    last, before = (-1, -1), ""
    files = {path: n for n, path in enumerate(book.spine) if path in book.documents}
    orders = {
        p: {e: n for n, e in enumerate(book.documents[p].root.iter())} for p in {p for _, p, _ in listed} & {*files}
    }
    for link, path, id in listed:
        target = book.ids.get(path, {}).get(id)
        if path not in files or (id and target is None):
            continue
        here = files[path], orders[path][target] if target is not None else 0
        if here < last:
            yield found(_place(book, link), reason="order", label=texts(link), wanted=before)
        last, before = here, texts(link)


def _heading(book: Opened, path: str, id: str) -> Element | None:
    """The heading an entry of the contents leads to: the element itself, or the first within it."""
    if path not in book.documents:
        return None
    start = book.ids[path].get(id) if id else book.documents[path].root.find("body")
    return None if start is None else next((e for e in start.iter() if e.tag in HEADINGS), None)


def _is_unlisted(document: Tree, heading: Element) -> bool:
    """Letters of an index, and plates."""
    held = {t for e in document.upwards(heading) for t in types(e)}
    return has_class(heading, "letter") or bool(held & _UNLISTED)


def landmarks(book: Opened) -> Found:
    """Flat and out of sight: cover if there is one, contents, start of the text, and the reference parts there are."""
    navs = _navs(book, "landmarks")
    if len(navs) != 1:
        yield found(_place(book), what="landmarks")
        return
    nav = navs[0]
    if nav.get("hidden") is None or len(list(nav.iter("ol"))) != 1:
        yield found(_place(book, nav), what="hidden")
    present = {t for a in nav.iter("a") for t in types(a)}
    wanted = {"toc", "bodymatter"} | {"cover" for i in book.items if "cover-image" in i.properties}
    roles = {e.get("role", "") for _, e in book.elements("section")}
    wanted |= {name for name in _NEEDED if f"doc-{name}" in roles}
    for name in sorted(wanted - present):
        yield found(_place(book, nav), what=name)


def breaks(book: Opened) -> list[tuple[Tree, Element]]:
    """Page markers in reading order."""
    return [
        (book.documents[path], e)
        for path in book.spine
        if path in book.documents
        for e in book.documents[path].root.iter()
        if "pagebreak" in types(e) or e.get("role") == "doc-pagebreak"
    ]


def page_label(element: Element) -> str:
    return (element.get("aria-label") or element.get("title") or texts(element)).strip()


def page_list(book: Opened) -> Found:
    """Every marker is listed in order under its own label, and the pages are those of a named source that is not this
    book (EPUB Accessibility 1.1 §3.3; reference/epub.md rows 16–18)."""
    navs, markers, sources = _navs(book, "page-list"), breaks(book), _sources(book)
    if not navs and not markers:
        yield from (found(book.package.place(e), what=name) for name, es in sources.items() for e in es)
        return
    if len(navs) != 1 or not markers:
        yield found(_place(book), what="page-list")
        return
    yield from _amiss(book, sources)
    if navs[0].get("role") != "doc-pagelist":
        yield found(_place(book, navs[0]), what="doc-pagelist")
    listed = [(path, id, texts(a)) for a, path, id in _listed(book, navs[0])]
    marked = [(t.path, e.get("id", ""), page_label(e)) for t, e in markers]
    if listed != marked or not all(label for _, _, label in marked):
        pairs = zip([*listed, ("", "", "–")], [*marked, ("", "", "–")], strict=False)
        wrong = next((a for a, b in pairs if a != b or not a[2]), ("", "", "–"))
        yield found(_place(book, navs[0]), what=f"{wrong[1]} {wrong[2]}")


def _sources(book: Opened) -> dict[str, list[Element]]:
    """What names the edition the pages are of: the property of EPUB Accessibility 1.1, and that of EPUB 3.0."""
    legacy = [e for e in book.package.root.iter("dc:source") if book.refined(e.get("id"), "source-of") == "pagination"]
    return {"pageBreakSource": book.metas("pageBreakSource"), "source-of": legacy}


def _amiss(book: Opened, sources: dict[str, list[Element]]) -> Found:
    """New readers know one of the two ways, old ones the other; both name one edition, which is not this book."""
    own = {(e.text or "").strip() for e in book.package.root.iter("dc:identifier")}
    named = {(e.text or "").strip() for es in sources.values() for e in es}
    for name, elements in sources.items():
        told = {(e.text or "").strip() for e in elements}
        if not told or told & own or len(named) > 1 or "" in told:
            yield found(book.package.place(*elements[:1]), what=name)


def pages_of_pdf(book: Opened) -> Found:
    """The markers are the pages of the PDF edition, all of them, in order; without a PDF there are none."""
    if book.pages is None:
        return
    marked, pages = [page_label(e) for _, e in breaks(book)], list(book.pages)
    if marked != pages:
        pairs = zip([*marked, "–"], [*pages, "–"], strict=False)
        said, wanted = next(((a, b) for a, b in pairs if a != b), ("–", "–"))
        yield found(book.place, found=said, wanted=wanted)
