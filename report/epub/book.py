"""The package as a whole: documents, nav, cover, style, faces and pictures in; the bytes of one .epub out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from report.epub import container, contents, cutting, documents, faces, metadata, style, usage
from report.epub.documents import COVER, CSS, NAV, Document
from report.epub.forms import fill
from report.epub.links import Map
from report.epub.lint import tree
from report.epub.paging import Listed
from report.epub.shelf import Item, Shelf
from report.fault import Stopped
from report.html import Section
from report.html.pages import Pages
from report.labels import labels
from report.model import Booklet
from report.script import digits, languages
from report.theme import Theme

_XHTML = "application/xhtml+xml"
_PACKAGE = "package.opf"


def write(
    booklet: Booklet, sections: Sequence[Section], theme: Theme, cover: Callable[[], bytes], pages: Pages | None = None
) -> bytes:
    """An EPUB 3.3 of the sections; `cover` gives a JPEG, 1600 × 2560 px, and is asked for when all else is made; `pages` are
    those of the PDF it goes with, if any.

    The direction of pages, files and text follows from the language. Raises Stopped with every fault found (K601–K608).
    """
    meta = booklet.meta
    shelf = Shelf(booklet.root, theme)
    made, known, markers = documents.documents(booklet, sections, shelf, pages)
    used = usage.usage([d.root for d in made], meta.language)
    choice = faces.choose(theme, meta.language, used, meta.place)
    cuts = faces.cuts(theme, choice, used)
    css, faults = style.sheet(theme, meta, cutting.rules(cuts), choice.rules(), shelf)
    if faults or shelf.faults:
        raise Stopped([*faults, *shelf.faults])
    texts = [
        Item("nav", NAV, _XHTML, _nav(booklet, sections, made, known, markers), "nav"),
        Item("cover", COVER, _XHTML, _cover(booklet)),
        *(Item(_id(d), d.file, _XHTML, documents.write(d, meta.language)) for d in made),
    ]
    roots = [*(tree.read("", text.data).root for text in texts[:2]), *(documents.whole(d, meta.language) for d in made)]
    written = style.pruned(css, roots).encode("utf-8")
    items = [
        *texts,
        Item("cover-image", "images/cover.jpg", "image/jpeg", cover(), "cover-image"),
        Item("style", CSS, "text/css", written),
        *cutting.items(cuts),
        *(item for item in shelf.items.values() if _is_named(item, [written, *(text.data for text in texts)])),
    ]
    when = container.moment(meta.modified)
    files = {f"EPUB/{path}": data for path, data in cutting.licences(cuts).items()}
    files |= {f"EPUB/{item.path}": item.data for item in items}
    files[f"EPUB/{_PACKAGE}"] = _package(booklet, made, items, _spine(sections), when, pages)
    return container.pack(files | _about(), when)


def _about() -> dict[str, bytes]:
    """What leads a reader to the package, and lets Apple's use the book's own faces."""
    return {
        "META-INF/container.xml": fill("container.xml", package=f"EPUB/{_PACKAGE}"),
        "META-INF/com.apple.ibooks.display-options.xml": fill("display-options.xml"),
    }


def _is_named(item: Item, files: Sequence[bytes]) -> bool:
    """Whether a picture or a face is in use: those of rules that were left out need not be carried."""
    name = item.path.rpartition("/")[2].encode("ascii")
    return any(name in data for data in files)


def _id(document: Document) -> str:
    return f"text-{document.section.id}"


def _spine(sections: Sequence[Section]) -> tuple[str, ...]:
    """Manifest ids in reading order; image and nav stand where cover and contents stood."""
    stand_ins = {"cover": "cover", "contents": "nav"}
    return tuple(stand_ins.get(s.kind, f"text-{s.id}") for s in sections)


def _nav(booklet: Booklet, sections: Sequence[Section], made: Sequence[Document], known: Map, markers: Listed) -> bytes:
    language, words = booklet.meta.language, labels(booklet.meta.language)
    place = next((s.id for s in sections if s.kind == "contents"), "contents")
    hrefs = [(m, known.href(m.id, NAV)) for group in markers.values() for m in group]
    listed = [
        (m, NAV + href if href.startswith("#") else href) for m, href in hrefs
    ]  # Ace takes a bare "#" for no file
    return fill(
        "nav.xhtml", language=language, direction=languages.find(language).direction, title=words["contents"], id=place,
        entries=contents.entries(made), landmarks=contents.landmarks(made, words, place), css=CSS,
        pages=listed, own_pages=markers.get(place, []), pages_title=words["page_list"],
    )  # fmt: skip


def _cover(booklet: Booklet) -> bytes:
    language, words = booklet.meta.language, labels(booklet.meta.language)
    title = digits.convert(booklet.meta.title, booklet.meta.digits)
    return fill(
        "cover.xhtml", language=language, direction=languages.find(language).direction, title=words["cover"],
        alt=words["cover_alt"].format(title=title), css=f"../{CSS}", image="../images/cover.jpg",
    )  # fmt: skip


def _package(
    booklet: Booklet, made: Sequence[Document], items: Sequence[Item], spine: Sequence[str], when: datetime,
    pages: Pages | None,
) -> bytes:  # fmt: skip
    meta = booklet.meta
    language = meta.language
    return fill(
        _PACKAGE, meta=meta, digits=partial(digits.convert, style=meta.digits), language=language,
        direction=languages.find(language).direction, creators=metadata.creators(meta), filed=metadata.filed(meta),
        languages=metadata.languages(booklet), claim=metadata.claim(meta), words=metadata.word_count(made),
        access=metadata.access(made, labels(language), pages is not None), source="" if pages is None else pages.source,
        modified=when.strftime("%Y-%m-%dT%H:%M:%SZ"), items=sorted(items, key=lambda i: i.path), spine=spine,
    )  # fmt: skip
