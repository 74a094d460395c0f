"""What every e-book of the press must be, read back with zipfile and lxml alone: `complaints` is empty for a good one.

The numbers are the rows of the requirements in reference/epub.md §1; validators are silent about most of them.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from lxml import etree

Element = etree._Element
H, OPF, DC, OPS = (
    "{http://www.w3.org/1999/xhtml}",
    "{http://www.idpf.org/2007/opf}",
    "{http://purl.org/dc/elements/1.1/}",
    "{http://www.idpf.org/2007/ops}",
)
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TYPE = f"{OPS}type"
FORMS = re.compile("[\ufb50-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc]")
CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
ROLES = {"doc-chapter": "chapter", "doc-appendix": "appendix", "doc-glossary": "glossary", "doc-noteref": "noteref",
         "doc-bibliography": "bibliography", "doc-footnote": "footnote", "doc-backlink": "backlink", "doc-qna": "qna",
         "doc-glossref": "glossref", "doc-toc": "toc", "doc-endnotes": "footnotes"}  # fmt: skip
MATTER = {"frontmatter", "bodymatter", "backmatter"}
TERMS = {f"{H}dt": "glossterm", f"{H}dd": "glossdef"}
UNHEADED = {"titlepage", "imprint", "cover"}


@dataclass
class Opened:
    """An .epub by its bytes."""

    data: bytes
    files: dict[str, bytes] = field(init=False)

    def __post_init__(self) -> None:
        with zipfile.ZipFile(io.BytesIO(self.data)) as book:
            self.infos = book.infolist()
            self.files = {name: book.read(name) for name in book.namelist()}

    @cached_property
    def opf(self) -> Element:
        return etree.fromstring(self.files["EPUB/package.opf"])

    @cached_property
    def items(self) -> dict[str, Element]:
        return {i.get("id", ""): i for i in self.opf.iter(f"{OPF}item")}

    @cached_property
    def spine(self) -> dict[str, Element]:
        """Parsed documents by path, in reading order."""
        paths = [f"EPUB/{self.items[r.get('idref', '')].get('href')}" for r in self.opf.iter(f"{OPF}itemref")]
        return {path: etree.fromstring(self.files[path]) for path in paths}

    @cached_property
    def nav(self) -> Element:
        return self.spine["EPUB/nav.xhtml"]

    @property
    def css(self) -> str:
        return self.files["EPUB/css/book.css"].decode("utf-8")

    def meta(self, name: str) -> list[str]:
        return [m.text or "" for m in self.opf.iter(f"{OPF}meta") if m.get("property") == name and not m.get("refines")]

    def dc(self, name: str) -> list[str]:
        return [e.text or "" for e in self.opf.iter(f"{DC}{name}")]


APPLE = "META-INF/com.apple.ibooks.display-options.xml"


def said(element: Element) -> str:
    """Text without note calls, on one line."""
    return " ".join("".join(_said(element)).split())


def _said(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.get("class") != "noteref":
            yield from _said(child)
        yield child.tail or ""


def complaints(data: bytes, language: str, direction: str) -> list[str]:
    """Everything wrong with the book, in words."""
    book = Opened(data)
    found = [*_container(book), *_package(book, language, direction), *_metadata(book, language), *_style(book)]
    found += [*_nav(book), *_links(book), *_fonts(book)]
    for path, root in book.spine.items():
        checks = (_root(root, language, direction), _clean(root), _headings(root), _notes(root), _roles(root))
        found += [f"{path}: {told}" for check in checks for told in check]
        found += [f"{path}: {told}" for told in _direction(root, direction)]
    return found


def _container(book: Opened) -> Iterator[str]:
    if book.data[30:58] != b"mimetypeapplication/epub+zip":
        yield "mimetype is not first and stored"
    names = [i.filename for i in book.infos[1:]]
    if names != sorted(names) or not all(name.isascii() for name in names):
        yield "entries are not sorted ASCII names"
    if len({(i.date_time, i.create_system) for i in book.infos}) != 1 or book.infos[0].create_system != 3:
        yield "entries differ in time or system"
    given = [e for e in book.opf.iter(f"{OPF}item", f"{OPF}link") if e.get("rel") != "a11y:certifierReport"]
    linked = {f"EPUB/{e.get('href')}" for e in given}
    if set(book.files) != linked | {"mimetype", "META-INF/container.xml", APPLE, "EPUB/package.opf"}:
        yield "manifest and files differ"
    faces = etree.fromstring(book.files.get(APPLE, b"<none/>")).findtext(".//option[@name='specified-fonts']")
    if faces != "true" or book.meta("ibooks:specified-fonts") != ["true"]:
        yield "the book's own faces are not asked for"


def _package(book: Opened, language: str, direction: str) -> Iterator[str]:
    if (book.opf.get("dir"), book.opf.get(LANG), book.opf.get("version")) != (direction, language, "3.0"):
        yield "package: direction, language or version"
    spine = next(book.opf.iter(f"{OPF}spine"))
    if spine.get("page-progression-direction") != direction:
        yield "spine: page direction"
    if book.dc("language")[:1] != [language]:
        yield "dc:language"
    cover = [i for i in book.items.values() if i.get("properties") == "cover-image"]
    legacy = [m.get("content") for m in book.opf.iter(f"{OPF}meta") if m.get("name") == "cover"]
    if [i.get("id") for i in cover] != legacy or len(cover) != 1 or cover[0].get("media-type") != "image/jpeg":
        yield "cover image"
    body = book.spine["EPUB/text/cover.xhtml"].find(f"{H}body")
    if body is None or [e.tag for e in body] != [f"{H}img"] or not body[0].get("alt"):
        yield "cover document: more or less than an image with alt"


def _metadata(book: Opened, language: str) -> Iterator[str]:
    if not re.fullmatch(r"urn:(uuid|isbn):[\w-]+", "".join(book.dc("identifier"))):
        yield "dc:identifier"
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "".join(book.meta("dcterms:modified"))):
        yield "dcterms:modified"
    refined = {(m.get("refines"), m.get("property")): m.text for m in book.opf.iter(f"{OPF}meta")}
    for creator in book.opf.iter(f"{DC}creator"):
        id = f"#{creator.get('id')}"
        if len(refined.get((id, "role")) or "") != 3 or not refined.get((id, "file-as")):
            yield "creator without role or filing name"
    if refined.get(("#title", "title-type")) != "main":
        yield "title-type"
    pictures = any(root.findall(f".//{H}figure//{H}img") for root in book.spine.values())
    if ("visual" in book.meta("schema:accessMode")) != pictures or "textual" not in book.meta("schema:accessMode"):
        yield "accessMode"
    if ("alternativeText" in book.meta("schema:accessibilityFeature")) != pictures:
        yield "accessibilityFeature: alternativeText"
    if not {"tableOfContents", "readingOrder"} <= set(book.meta("schema:accessibilityFeature")):
        yield "accessibilityFeature"
    if book.meta("schema:accessibilityHazard") != ["none"] or not all(book.meta("schema:accessibilitySummary")):
        yield "accessibilityHazard or accessibilitySummary"
    named = [m for m in book.opf.iter(f"{OPF}meta") if m.get("property") == "a11y:certifiedBy"]
    if not book.meta("schema:accessModeSufficient") or len(book.meta("dcterms:conformsTo")) != len(named):
        yield "accessModeSufficient missing or conformance claimed by nobody"


def _root(root: Element, language: str, direction: str) -> Iterator[str]:
    if (root.get("lang"), root.get(LANG), root.get("dir")) != (language, language, direction):
        yield "html: lang, xml:lang or dir"
    for element in root.iter("*"):
        if element.get("lang") != element.get(LANG):
            yield "lang and xml:lang differ"
    ids = Counter(e.get("id") for e in root.iter("*") if e.get("id"))
    if ids and max(ids.values()) > 1:
        yield "an id stands twice"
    body = root.find(f"{H}body")
    if body is None or body.get(TYPE) not in MATTER | {"cover"}:
        yield "body: epub:type"


def _clean(root: Element) -> Iterator[str]:
    text = "".join(root.itertext()) + "".join(v for e in root.iter("*") for v in e.attrib.values())
    if FORMS.search(text):
        yield "presentation form"
    if CONTROLS.search(text):
        yield "embedding, override or isolate character"
    for element in root.iter("*"):
        if element.tag in (f"{H}script", f"{H}style"):
            yield "script or style element"
        for name in element.attrib:
            if name.startswith(("data-", "on")) or name == "style":
                yield f"attribute {name}"
        if element.get("src", "").startswith(("http:", "https:", "//")):
            yield "remote resource"
        if element.tag == f"{H}p" and not len(element) and not (element.text or "").strip():
            yield "empty paragraph"


def _headings(root: Element) -> Iterator[str]:
    levels = [int(str(e.tag)[-1]) for e in root.iter(*(f"{H}h{n}" for n in range(1, 7)))]
    parts = root.iter(f"{H}body", f"{H}section")
    headed = not any(UNHEADED & set(e.get(TYPE, "").split()) for e in parts)
    if levels.count(1) != headed or any(b > a + 1 for a, b in pairwise(levels)):
        yield "headings: one h1 and no skipped level"
    h1 = root.find(f".//{H}h1")
    if h1 is not None and root.findtext(f"{H}head/{H}title") != said(h1):
        yield "title element differs from heading"


def _notes(root: Element) -> Iterator[str]:
    order = {e.get("id"): n for n, e in enumerate(root.iter("*"))}
    calls = [e for e in root.iter(f"{H}a") if e.get("role") == "doc-noteref"]
    notes = {e.get("id"): e for e in root.iter(f"{H}aside") if e.get("role") == "doc-footnote"}
    if [c.get("href", "")[1:] for c in calls if c.get(TYPE) == "noteref"] != list(notes):
        yield "note calls and notes do not pair"
    for call in calls:
        note = notes.get(call.get("href", "")[1:])
        back = None if note is None else note.find(f"{H}a[@role='doc-backlink']")
        if note is None or back is None or back.get("href") != f"#{call.get('id')}" or not back.get("aria-label"):
            yield "note without a way back to its call"
        elif order[note.get("id")] < order[call.get("id")] or said(back) != "".join(call.itertext()):
            yield "note before its call, or another number"


def _roles(root: Element) -> Iterator[str]:
    for element in root.iter("*"):
        role = element.get("role", "")
        if role in ROLES and ROLES[role] not in element.get(TYPE, "").split():
            yield f"{role} without epub:type"
        if role.startswith("doc-") and element.tag in (f"{H}section", f"{H}nav"):
            named = element.get("aria-label") or root.xpath("//*[@id=$id]", id=element.get("aria-labelledby", ""))
            if not named:
                yield f"{role} without a name"
    terms = root.iterfind(f".//{H}section[@role='doc-glossary']//{H}dl//*")
    if any((e.get(TYPE) or "") != TERMS.get(e.tag, e.get(TYPE) or "") for e in terms):
        yield "glossary terms unmarked"


def _direction(root: Element, direction: str) -> Iterator[str]:
    marks = {"ltr": "\u200e", "rtl": "\u200f"}
    for element in root.iter(f"{H}span", f"{H}bdi", f"{H}code"):
        own = element.get("dir", direction)
        held = element.xpath("ancestor-or-self::h:bdi", namespaces={"h": H[1:-1]})
        if own != direction and not held:
            yield f"phrase without bdi: {said(element)}"
        text = "".join(element.itertext())
        if element.tag == f"{H}bdi" and not (text[:1] == text[-1:] == marks[own] and len(text) > 2):
            yield f"bdi without marks: {text}"
    for call in root.xpath("//*[@role='doc-noteref']") if direction == "rtl" else ():
        before = call.getprevious().tail if call.getprevious() is not None else call.getparent().text
        if not ((before or "").endswith("\u200f") and (call.tail or "").startswith("\u200f")):
            yield "note call not parted from the text"


def _links(book: Opened) -> Iterator[str]:
    ids = {path: {e.get("id") for e in root.iter("*")} for path, root in book.spine.items()}
    for path, root in book.spine.items():
        for target in (e.get("href") or e.get("src") for e in root.iter("*")):
            file, _, id = (target or "").partition("#")
            full = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            inner = target and not target.startswith(("http", "mailto:"))
            if inner and (full not in book.files or (id and id not in ids[full])):
                yield f"{path}: dead link {target}"
    for address in re.findall(r"url\(([^)]*)\)", book.css):
        if posixpath.normpath(f"EPUB/css/{address}") not in book.files:
            yield f"css: dead address {address}"


def _nav(book: Opened) -> Iterator[str]:
    toc, landmarks = book.nav.iterfind(f".//{H}nav")
    if toc.get(TYPE) != "toc" or landmarks.get(TYPE) != "landmarks" or landmarks.get("hidden") is None:
        yield "nav: toc, then hidden landmarks"
    types = [a.get(TYPE) for a in landmarks.iter(f"{H}a")]
    if types[:3] != ["cover", "toc", "bodymatter"]:
        yield "nav: landmarks"
    headings = {}
    for path, root in book.spine.items():
        for heading in root.iter(f"{H}h1", f"{H}h2"):
            if heading.get("class") == "letter":
                continue  # of the index: left out on purpose
            address = path if heading.tag == f"{H}h1" else f"{path}#{heading.get('id')}"
            headings[address] = said(heading)
    listed = {f"EPUB/{a.get('href')}": said(a) for a in toc.iter(f"{H}a")}
    del headings["EPUB/nav.xhtml"]
    if list(listed) != list(headings) or not all(listed[a].endswith(h) for a, h in headings.items()):
        yield "nav: labels differ from headings"


def _style(book: Opened) -> Iterator[str]:
    bare = re.sub(r"/\*.*?\*/", "", book.css, flags=re.DOTALL)
    if re.search(r"(?<![\w-])(direction|unicode-bidi|letter-spacing|float:\s*(left|right))\s*[:;]", bare):
        yield "css: direction, unicode-bidi or letter-spacing"
    if re.search(r"-(left|right)\s*:|text-align:\s*(left|right)|!important|@import|https?:|theme:|var\(", bare):
        yield "css: physical side, remote, or unresolved"
    if re.search(r"[\d.](pt|mm|cm|in|pc)\b", bare):
        yield "css: absolute size"


def _fonts(book: Opened) -> Iterator[str]:
    faces = set(re.findall(r"url\(\.\./fonts/([^)]+)\)", book.css))
    inside = {n.removeprefix("EPUB/fonts/") for n in book.files if re.fullmatch(r"EPUB/fonts/.*(?<!\.txt)", n)}
    if faces != inside or not inside:
        yield "fonts: those declared are not those inside"
    if any(book.files[f"EPUB/fonts/{name}"][:4] != b"\0\1\0\0" for name in inside):
        yield "fonts: not TrueType"
    licensed = {e.get("refines") for e in book.opf.iter(f"{OPF}link")} - {"#certifier"}
    if licensed != {f"#{i.get('id')}" for i in book.items.values() if i.get("media-type") == "font/ttf"}:
        yield "fonts: without licence"
