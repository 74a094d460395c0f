"""Rules of what the package says of the book: who made it, what it is called, and what it claims of accessibility."""

from __future__ import annotations

import re

from report.epub.lint.opened import Opened, script
from report.epub.lint.relators import RELATORS
from report.epub.lint.rule import Found, found
from report.epub.lint.structure import HEADINGS, types
from report.script import characters

_MODIFIED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?)?)?")
_NAMED = re.compile(
    r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|urn:isbn:(?:97[89]-?)?[\d-]{9,}[\dXx]|(?:doi:)?10\.\d{4,}/\S+"
    r"|urn:[a-z0-9-]{2,}:\S+|https?://[^\s/]+\.\S+",
    re.IGNORECASE,
)
_CLAIM = re.compile(r"EPUB Accessibility 1\.1 - WCAG 2\.[0-2] Level A{1,3}")
_SAID = ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard", "accessibilitySummary")
_MATH = "{http://www.w3.org/1998/Math/MathML}math"


def metadata(book: Opened) -> Found:
    """Identifier, title, moment of change; makers with role and filing name."""
    root = book.package.root
    one = next((e for e in root.iter("dc:identifier") if e.get("id") == root.get("unique-identifier", "?")), None)
    if one is None or len((one.text or "").strip()) < 8:
        yield found(book.package.place(one), what="dc:identifier")
    titles = [e for e in root.iter("dc:title") if (e.text or "").strip()]
    kinds = [book.refined(e.get("id"), "title-type") for e in titles]
    if not {"", "main"} & {*kinds} or (len(kinds) > 1 and kinds.count("main") != 1):
        yield found(book.package.place(), what="dc:title")
    moments = [e.text or "" for e in book.metas("dcterms:modified")]
    if len(moments) != 1 or not _MODIFIED.fullmatch(moments[0]):
        yield found(book.package.place(), what="dcterms:modified")
    for creator in root.iter("dc:creator"):
        id = creator.get("id")
        if book.refined(id, "role") not in RELATORS or not book.refined(id, "file-as"):
            yield found(book.package.place(creator), what=f"dc:creator {creator.text or ''}")


def wanted(book: Opened) -> Found:
    """What shelves and libraries ask besides: a publisher, a date, an identifier known everywhere, a title to file under."""
    root = book.package.root
    if not any((e.text or "").strip() for e in root.iter("dc:publisher")):
        yield found(book.package.place(), what="dc:publisher")
    dates = list(root.iter("dc:date"))
    if len(dates) != 1 or not _DATE.fullmatch((dates[0].text or "").strip()):
        yield found(book.package.place(dates[0] if dates else None), what="dc:date")
    for one in root.iter("dc:identifier"):
        if one.get("id") == root.get("unique-identifier") and not _NAMED.fullmatch((one.text or "").strip()):
            yield found(book.package.place(one), what=f"dc:identifier {one.text or ''}")
    for title in root.iter("dc:title"):
        if book.refined(title.get("id"), "title-type") in ("", "main") and not book.refined(title.get("id"), "file-as"):
            yield found(book.package.place(title), what=f"dc:title {title.text or ''}")


def access(book: Opened) -> Found:
    """All five are there, say what is in the book and no more, the summary in the book's language (EPUB Accessibility 1.1 §2)."""
    said = {name: {(e.text or "").strip() for e in book.metas(f"schema:{name}")} for name in _SAID}
    for name in _SAID:
        if not any(said[name]):
            yield found(book.package.place(), what=f"schema:{name}")
    features = said["accessibilityFeature"]
    has, may = _has(book), _may(book)
    lacking = (name for name, is_there in has.items() if features and is_there and name not in features)
    pasted = (name for name in features if not (has | may).get(name, True))
    for name in sorted({*lacking, *pasted}):
        yield found(book.package.place(), what=f"schema:accessibilityFeature {name}")
    pictures = has["alternativeText"]
    if said["accessMode"] and (("visual" in said["accessMode"]) != pictures or "textual" not in said["accessMode"]):
        yield found(book.package.place(), what="schema:accessMode")
    for summary in book.metas("schema:accessibilitySummary"):
        scripts = {characters.script_of(c) for c in summary.text or "" if c.isalpha()}
        if scripts and script(book.language) and script(book.language) not in scripts:
            yield found(book.package.place(summary), what="schema:accessibilitySummary")


def _has(book: Opened) -> dict[str, bool]:
    """Features that are to be said if they are there, and only then. The cover is no picture that counts: all it says is said
    by its description."""
    navs = {t for e in (book.nav.root.iter("nav") if book.nav is not None else ()) for t in types(e)}
    return {
        "alternativeText": any(
            e.get("role") != "doc-cover" and e.get("alt", "").strip() for _, e in book.elements("img")
        ),
        "pageBreakMarkers": any("pagebreak" in types(e) for _, e in book.elements()),
        "pageNavigation": "page-list" in navs,
        "tableOfContents": "toc" in navs,
        "index": any(e.get("role") == "doc-index" or "index" in types(e) for _, e in book.elements("section", "body")),
        "MathML": any(True for _ in book.elements(_MATH)),
    }


def _may(book: Opened) -> dict[str, bool]:
    """Features that are not to be said of a book without these; whether they are there in full only a person can judge."""
    tags = {e.tag for _, e in book.elements()}
    attributes = {name for _, e in book.elements() for name in e.keys()}  # noqa: SIM118 (an element is no mapping)
    described = bool(attributes & {"aria-details", "aria-describedby", "longdesc"})
    moving, media = "video" in tags, {item.media for item in book.items}
    fixed = any((e.text or "").strip() == "pre-paginated" for e in book.metas("rendition:layout"))
    return {
        "structuralNavigation": bool(tags & set(HEADINGS)),
        "longDescription": described or "details" in tags,
        "longDescriptions": described or "details" in tags,
        "describedMath": _MATH in tags,
        "latex": "annotation" in " ".join(tags),
        "rubyAnnotations": "ruby" in tags,
        "fullRubyAnnotations": "ruby" in tags,
        "captions": moving or "audio" in tags,
        "openCaptions": moving,
        "closedCaptions": moving,
        "audioDescription": moving,
        "signLanguage": moving,
        "transcript": moving or "audio" in tags,
        "synchronizedAudioText": "application/smil+xml" in media,
        "ttsMarkup": any("synthesis" in name for name in attributes) or "application/pls+xml" in media,
        "ARIA": bool(attributes & {"role"}) or any(name.startswith("aria-") for name in attributes),
        "displayTransformability": not fixed,
        "printPageNumbers": False,  # its name is pageBreakMarkers now
        "unlocked": "META-INF/encryption.xml" not in book.files,
    }


def claim(book: Opened) -> Found:
    """Conformance is claimed in the exact words of EPUB Accessibility 1.1 §2.3, and by someone who is named."""
    links = [e for e in book.package.root.iter("link") if e.get("rel") == "dcterms:conformsTo"]
    for element in (*book.metas("dcterms:conformsTo"), *links):
        exact = element.tag == "link" or _CLAIM.fullmatch((element.text or "").strip())
        named = book.refined(element.get("id"), "a11y:certifiedBy") or any(book.metas("a11y:certifiedBy"))
        if not exact or not named:
            yield found(book.package.place(element), what=element.text or element.get("href", ""))
