"""Proof of a finished EPUB: container, direction, language, links, fonts, and every letter of every section (K61x)."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urldefrag
from xml.etree import ElementTree as ET

from report.fault import Fault, Place, error
from report.html import Section
from report.model import Booklet
from report.script import characters, languages
from report.verify.letters import PRESENTATION_FORM, invented, letters, missing, of_tree, unlike

_MIMETYPE = b"application/epub+zip"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_OPF = "{http://www.idpf.org/2007/opf}"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_COUNTED = ("noteref", "backlink", "pageref", "locators", "page-word", "fold")  # made anew for the e-book
_MADE_BY_EPUB = {"cover", "contents"}  # an image and the nav document stand for these

Documents = dict[str, ET.Element]


def prove(data: bytes, booklet: Booklet, sections: Sequence[Section], font_folders: Sequence[Path] = ()) -> list[Fault]:
    """Every fault found in the file's own bytes; empty when it is what was asked for (faces are not judged here)."""
    place = Place(f"{booklet.name}.epub")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            package_path, package = _package(book)
            documents = _documents(book, package_path, package)
            return [
                *_container(data, place),
                *_direction(package, documents, booklet, place),
                *_links(book, documents, place),
                *_text(documents, sections, place),
            ]
    except (zipfile.BadZipFile, KeyError, ET.ParseError, StopIteration) as fault:
        return [error("K610", place, reason=f"{type(fault).__name__}: {fault}")]


def alone(data: bytes, place: Place) -> dict[str, list[Fault]]:
    """Faults by proof, of what can be proved without the booklet."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            if broken := book.testzip():
                return {"opens": [error("K610", place, reason=broken)]}
            package_path, package = _package(book)
            documents = _documents(book, package_path, package)
            return {
                "opens": [*_container(data, place)],
                "manifest": [*_manifest(book, package_path, package, place)],
                "direction": [*_own_direction(package, documents, place)],
                "languages": [*_languages(documents, place)],
                "letters": [*_lost(documents, place)],
                "links": [*_links(book, documents, place)],
            }
    except (zipfile.BadZipFile, KeyError, ET.ParseError, StopIteration, ValueError) as fault:
        return {"opens": [error("K610", place, reason=f"{type(fault).__name__}: {fault}")]}


def spine(book: zipfile.ZipFile) -> Documents:
    """The XHTML documents by path, in reading order. KeyError, ParseError or StopIteration where there is no whole book."""
    return _documents(book, *_package(book))


def tells_pages(data: bytes) -> bool:
    """Whether a book has markers or a list of the pages of a printed edition."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            names = [name for name in book.namelist() if name.endswith((".xhtml", ".html", ".htm"))]
            return any(mark in book.read(name) for name in names for mark in (b"pagebreak", b"page-list"))
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError):
        return False


def _manifest(book: zipfile.ZipFile, path: str, package: ET.Element, place: Place) -> Iterator[Fault]:
    """Every file of the manifest is there and listed once (EPUB 3.3 §5.6.2)."""
    folder = posixpath.dirname(path)
    listed = [posixpath.join(folder, unquote(i.attrib["href"])) for i in package.iter(f"{_OPF}item")]
    for name in sorted({n for n in listed if n not in book.namelist() or listed.count(n) > 1}):
        yield error("K616", place, file=name)


def _own_direction(package: ET.Element, documents: Documents, place: Place) -> Iterator[Fault]:
    """Everywhere the direction of the language the package is in."""
    language = package.get(_XML_LANG, "")
    wanted = languages.find(language).direction
    spine = next(package.iter(f"{_OPF}spine")).get("page-progression-direction", "default")
    if spine != wanted:
        yield error("K612", place, where="spine", wanted=wanted, found=spine)
    for where, element in documents.items():
        if element.get("dir", "") != wanted:
            yield error("K612", place, where=where, wanted=wanted, found=element.get("dir", ""))


def _languages(documents: Documents, place: Place) -> Iterator[Fault]:
    """Letters are of the script of their language; Latin ones are let pass, as in the PDF."""

    def walk(element: ET.Element, language: str) -> Iterator[tuple[str, str]]:
        language = element.get(_XML_LANG) or element.get("lang") or language
        yield language, element.text or ""
        for child in element:
            yield from walk(child, language)
            yield language, child.tail or ""

    for where, tree in documents.items():
        for language, text in walk(tree, ""):
            found = {characters.script_of(c) for c in text if c.isalpha()} - {"Latn", "Zyyy", "Zinh"}
            if found and found != {languages.find(language).script if language else ""}:
                yield error("K617", place, where=where, language=language or "–", text=text.strip()[:40])
                break


def _lost(documents: Documents, place: Place) -> Iterator[Fault]:
    for where, tree in documents.items():
        text = "".join(tree.itertext())
        if form := PRESENTATION_FORM.search(text):
            yield error("K614", place, character=f"U+{ord(form.group()):04X}")
        if lost := next(filter(characters.is_lost, text), None):
            yield error("K618", place, where=where, character=f"U+{ord(lost):04X}")


def _container(data: bytes, place: Place) -> Iterator[Fault]:
    """OCF 3.3 §4.3: the first entry is `mimetype`, stored, without extra field."""
    if data[30:38] != b"mimetype" or data[38:58] != _MIMETYPE:
        yield error("K611", place)


def _package(book: zipfile.ZipFile) -> tuple[str, ET.Element]:
    container = ET.fromstring(book.read("META-INF/container.xml"))
    path = next(e for e in container.iter() if e.tag.endswith("}rootfile")).attrib["full-path"]
    return path, ET.fromstring(book.read(path))


def _documents(book: zipfile.ZipFile, package_path: str, package: ET.Element) -> Documents:
    """The XHTML documents of the spine by path, in reading order."""
    folder = posixpath.dirname(package_path)
    items = {i.attrib["id"]: i.attrib["href"] for i in package.iter(f"{_OPF}item")}
    paths = [posixpath.join(folder, items[r.attrib["idref"]]) for r in package.iter(f"{_OPF}itemref")]
    return {path: ET.fromstring(book.read(path)) for path in paths}


def _direction(package: ET.Element, documents: Documents, booklet: Booklet, place: Place) -> Iterator[Fault]:
    wanted = (booklet.meta.language, languages.find(booklet.meta.language).direction)
    spine = next(package.iter(f"{_OPF}spine")).get("page-progression-direction", "")
    if spine != wanted[1]:
        yield error("K612", place, where="spine", wanted=wanted[1], found=spine)
    for where, element in (("package", package), *documents.items()):
        found = (element.get(_XML_LANG, ""), element.get("dir", ""))
        if found != wanted:
            yield error("K612", place, where=where, wanted=" ".join(wanted), found=" ".join(found))


def _links(book: zipfile.ZipFile, documents: Documents, place: Place) -> Iterator[Fault]:
    """Each internal link and picture leads to a file, and its fragment to an id in it."""
    names = set(book.namelist())
    ids = {path: {e.get("id") for e in tree.iter()} for path, tree in documents.items()}
    for path, tree in documents.items():
        for element in tree.iter():
            target = element.get("href") or element.get("src")
            if not target or ":" in target:
                continue
            file, fragment = urldefrag(target)
            full = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file))) if file else path
            if full not in names or (fragment and full in ids and fragment not in ids[full]):
                yield error("K613", place, target=target, where=path)


def _text(documents: Documents, sections: Sequence[Section], place: Place) -> Iterator[Fault]:
    """The letters of the documents are those of the sections; the nav, whose text is made here, is left out."""
    trees = [tree.find(f"{_XHTML}body") for tree in documents.values() if not _is_nav(tree)]
    found = [of_tree(body, _NOT_COUNTED) for body in trees if body is not None]
    if form := PRESENTATION_FORM.search(" ".join(found)):
        yield error("K614", place, character=f"U+{ord(form.group()):04X}")
    wanted = [of_tree(s.tree(), _NOT_COUNTED) for s in sections if s.kind not in _MADE_BY_EPUB]
    has, lacks = (letters(" ".join(texts)) for texts in unlike(found, wanted))
    if told := missing(lacks, has) + invented(lacks, has):
        yield error("K615", place, difference=" ".join(told[:12]))


def _is_nav(tree: ET.Element) -> bool:
    return any(e.get("{http://www.idpf.org/2007/ops}type") == "toc" for e in tree.iter(f"{_XHTML}nav"))
