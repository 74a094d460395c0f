"""The lint: nothing in a good book, the right code for each defect, a fault and never a traceback for any bytes at all."""

from __future__ import annotations

import io
import random
import re
import struct
import time
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pypandoc
import pytest
from conftest import TOP
from epub.conftest import Written
from PIL import Image

from report import cli, epub, messages
from report.build import build
from report.epub.lint import RULES, lint
from report.epub.lint.opened import open_book
from report.fault import Fault

TEXT, NAV, OPF = "EPUB/text/seizure.xhtml", "EPUB/nav.xhtml", "EPUB/package.opf"
CSS, COVER, GLOSSARY = "EPUB/css/book.css", "EPUB/text/cover.xhtml", "EPUB/text/glossary.xhtml"

# Code, file, what is broken in it. The first ones are the table of defects that EPUBCheck and Ace say nothing of.
MUTATIONS = [
    ("K628", OPF, r' page-progression-direction="rtl"', ""),
    ("K628", OPF, r'page-progression-direction="rtl"', 'page-progression-direction="ltr"'),
    ("K631", TEXT, r'(<html [^>]*) dir="rtl"', r"\1"),
    ("K631", NAV, r'(<html [^>]*) dir="rtl"', r"\1"),
    ("K627", OPF, r'(<package [^>]*) dir="rtl"', r"\1"),
    ("K630", TEXT, r'(<html [^>]*)lang="ar" xml:lang="ar"', r'\1lang="en" xml:lang="en"'),
    ("K630", TEXT, r'(<html [^>]*) lang="ar" xml:lang="ar"', r"\1"),
    ("K635", CSS, r"^", "p { text-align: left; }\n"),
    ("K635", CSS, r"^", "p { margin: 0 1em 0 2em; }\n"),
    ("K641", TEXT, r'(<h2 id="claw">)', "\\1\u202e"),
    ("K641", TEXT, r'(<h2 id="claw">)', r"\1&#x2067;"),
    ("K663", OPF, r' properties="cover-image"', ""),
    ("K639", CSS, r"$", "\np { color: #bbb; }\n"),
    ("K639", CSS, r"$", "\np { opacity: .3; }\n"),
    ("K662", TEXT, r'(<th[^>]*) scope="col"', r"\1"),
    ("K634", CSS, r"^", "p { direction: rtl; }\n"),
    ("K651", TEXT, r'(id="seizure-r1" href="#seizure-n)1', r"\1x"),
    ("K658", OPF, r'<meta property="dcterms:modified">[^<]*</meta>\n', ""),
    ("K649", TEXT, r'role="doc-footnote"', 'role="doc-endnote"'),
    ("K649", TEXT, r'(<a [^>]*)role="doc-noteref"', r"\1"),
    ("K661", COVER, r' alt="[^"]*"', ""),
    ("K661", TEXT, r'(<figure.*?<img[^>]*) alt="[^"]*"', r"\1"),
    ("K660", OPF, r"</metadata>", '<meta property="dcterms:conformsTo">EPUB-A11Y-11_WCAG-22-AA</meta></metadata>'),
    ("K647", TEXT, r'<h2 id="claw">(.*?)</h2>', r'<h4 id="claw">\1</h4>'),
    ("K647", TEXT, r'<h2 id="claw">(.*?)</h2>', r'<h1 id="claw">\1</h1>'),
    ("K656", TEXT, r'(<h2 id="claw">)', r'<span epub:type="pagebreak" role="doc-pagebreak" id="pg1"/>\1'),
    # What else the requirements ask.
    ("K622", TEXT, r"</section>", ""),
    ("K622", TEXT, r"<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY a "b">]>'),
    ("K623", OPF, r'<item id="text-rescue"[^>]*>\n', ""),
    ("K623", OPF, r"text/rescue.xhtml", "text/other.xhtml"),
    ("K629", OPF, r"<dc:language>ar<", "<dc:language>en<"),
    ("K625", TEXT, r"(<bdi [^>]*)dir=\"ltr\" lang=\"en\"", r'\1lang="en"'),
    ("K632", TEXT, r'(<bdi [^>]*) xml:lang="en"', r"\1"),
    ("K633", TEXT, r'(<h2 id="claw">)', r"\1Eagle Claw "),
    ("K636", CSS, r"^", "p { letter-spacing: .1em; }\n"),
    ("K637", CSS, r"^", "p { font-size: 12pt; }\n"),
    ("K637", CSS, r"^", "p { color: #000 !important; }\n"),
    ("K638", CSS, r"$", "\nh2 { font-style: italic; }\n"),
    ("K640", CSS, r"$", "\n.nowhere { color: #000; }\n"),
    ("K642", TEXT, r'(<h2 id="claw">)', "\\1\ufee3"),
    ("K643", TEXT, r'(<h2 id="claw">)', "\\g<1>1979 "),
    ("K644", TEXT, "\u200e(</bdi>)", r"\1"),
    ("K644", TEXT, r"<bdi (.*?)</bdi>", r"<span \1</span>"),
    ("K645", TEXT, "(١٩٨١)\u00a0\u200f(<a class=.noteref)", r"\1\2"),
    ("K646", TEXT, r"<title>", "<title>."),
    ("K648", TEXT, r'id="claw"', 'id="seizure"'),
    ("K648", TEXT, r'id="claw"', 'id="مخلب"'),
    ("K648", TEXT, r'id="claw"', 'id="the claw"'),
    ("K649", TEXT, r' epub:type="chapter"', ""),
    ("K649", TEXT, r'<body epub:type="bodymatter"', "<body"),
    ("K650", TEXT, r' aria-labelledby="seizure-questions"', ""),
    ("K651", TEXT, r"people.xhtml#person-shah", "people.xhtml#person-x"),
    ("K651", CSS, r"ornament-1", "ornament-99"),
    ("K652", TEXT, r'href="#seizure-n1"', 'href="#seizure-n2"'),
    ("K652", TEXT, r'href="#seizure-r1"', 'href="#seizure-r2"'),
    ("K653", TEXT, r"(<aside [^>]*>)", r"\1<p>" + "كلمة " * 1200 + "</p>"),
    ("K654", NAV, r">مقدمة<", ">تمهيد<"),
    ("K655", NAV, r' hidden="hidden"', ""),
    ("K655", NAV, r' epub:type="bodymatter"', ' epub:type="x"'),
    ("K658", OPF, r'<meta refines="#creator-1" property="file-as">[^<]*</meta>\n', ""),
    ("K659", OPF, r'<meta property="schema:accessibilityHazard">none</meta>\n', ""),
    ("K659", OPF, r'<meta property="schema:accessibilityFeature">alternativeText</meta>\n', ""),
    ("K659", OPF, r'(accessibilitySummary">)[^<]*', r"\1Text that can be read aloud."),
    ("K663", COVER, r"</body>", "<p>كلمة</p></body>"),
    ("K664", TEXT, r'(<h2 id="claw")', r'\1 style="color:red"'),
    ("K664", TEXT, r'src="../images/', 'src="https://example.org/'),
    ("K664", TEXT, r"</head>", "<script>1</script></head>"),
    ("K664", CSS, r"^", '@import url("https://example.org/a.css");\n'),
    ("K665", TEXT, r'(<h2 id="claw">)', r"\1{{ title }}"),
    ("K666", TEXT, r'(<h2 id="claw">)', r"<p></p>\1"),
    ("K667", GLOSSARY, r' epub:type="glossterm"', ""),
    ("K667", GLOSSARY, r"<dfn[^>]*>(.*?)</dfn>", r"\1"),
    ("K668", OPF, r'<link rel="xhv:license"[^>]*>\n', ""),
    ("K668", CSS, r"@font-face.*?\n", ""),
    ("K669", TEXT, r'(<h2 id="claw">)', r"\1كلمة ، "),
    # Direction and sides in all the places where they can be said.
    ("K625", TEXT, r"<body ", '<body dir="ltr" '),
    ("K625", TEXT, r'<h2 id="claw"', '<h2 id="claw" dir="ltr"'),
    ("K625", TEXT, r"<table", '<table dir="ltr"'),
    ("K625", TEXT, r'<section id="seizure"', '<section id="seizure" dir="auto"'),
    ("K625", TEXT, r"<p id=", '<p dir="ltr" id='),
    ("K625", TEXT, r"دخل الطلاب", '<span dir="ltr">دخل الطلاب</span>'),
    ("K625", NAV, r"<nav ", '<nav dir="ltr" '),
    ("K625", TEXT, r'(<bdi [^>]*)dir="ltr"( lang="en")', r'\1dir="auto"\2'),
    ("K634", CSS, r"^", "@container (min-width: 1em) { p { direction: ltr; } }\n"),
    ("K634", CSS, r"^", "@layer a { @media screen { p { unicode-bidi: embed; } } }\n"),
    ("K634", CSS, r"^", "p { color: #000; & em { direction: ltr; } }\n"),
    ("K634", CSS, r"^", "p { @media screen { direction: ltr; } }\n"),
    ("K635", CSS, r"^", "@container (min-width: 1em) { p { text-align: left; } }\n"),
    ("K635", CSS, r"^", "p { & b { & i { margin-left: 1em; } } }\n"),
    ("K635", CSS, r"^", "@page { margin-left: 2em; }\n"),
    ("K635", CSS, r"^", "p { inset: 0 1em 0 2em; }\n"),
    ("K635", CSS, r"^", "p { border-top-left-radius: 1em; }\n"),
    ("K635", CSS, r"^", "p { border-radius: 1em 0; }\n"),
    ("K635", CSS, r"^", "p { border-radius: 1em 1em 0 0 / 1em 1em 0 2em; }\n"),
    ("K635", CSS, r"^", "p { border-width: 0 1px 0 calc(1px + 2px); }\n"),
    ("K635", CSS, r"^", "p { background-position: left center; }\n"),
    ("K635", CSS, r"^", "p { background: url(a.png) no-repeat right; }\n"),
    ("K635", CSS, r"^", "h1 { break-before: right; }\n"),
    ("K641", CSS, r"^", 'p::before { content: "\\\\202E "; }\n'),
    ("K641", CSS, r"^", 'p::before { content: "\u2067"; }\n'),
    ("K642", CSS, r"^", 'p::before { content: "\ufee3"; }\n'),
    ("K665", CSS, r"^", "p { color: {{ accent }}; }\n"),
    ("K665", CSS, r"^", "{% if night %} p { color: #fff; }\n"),
    # Rules borrowed from Standard Ebooks.
    *(("K669", TEXT, r'(<h2 id="claw">)', rf"\1كلمة{slip} ") for slip in ("؟؟", "::", "،،", "؛؛", "..", "۔۔")),
    *(
        ("K669", TEXT, r"حاشية ثانية", said)
        for said in ("المصدر نفسه", "المرجع نفسه", "همان\u200cجا", "همان، ص ٣", "م. ن. ص ٣", "op. cit.", "Ibid.")
    ),
    ("K671", TEXT, r"</a>\u200f ثم", "</a>\u200f، ثم"),
    ("K671", TEXT, r"(مرة أخرى.*?)\.\u200f(<a [^>]*noteref[^>]*>.</a>\u200f)", "\\1\u200f\\2."),
    ("K671", TEXT, r"(<a class=.noteref[^>]* id=.seizure-r2)", r" \1"),
    ("K676", TEXT, r'<section id="seizure"', "<section"),
    ("K676", TEXT, r'<section id="seizure"', '<section id="other"'),
    ("K676", TEXT, r"(</section>\s*)(</body>)", r"\1<section id='b' epub:type='chapter'><p>كلمة</p></section>\2"),
    ("K676", TEXT, r"(</section>\s*)(</body>)", r"\1<p>كلمة</p>\2"),
    ("K676", TEXT, r"(</section>\s*)(</body>)", r"\1<header><h2>كلمة</h2></header>\2"),
    ("K676", TEXT, r' role="doc-chapter"( [^>]*) epub:type="chapter"', r"\1"),
    ("K676", NAV, r'(<nav [^>]*)id="[^"]*landmarks"', r"\1"),
    ("K677", TEXT, r'epub:type="chapter"', 'epub:type="chaptre"'),
    ("K677", TEXT, r'epub:type="chapter"', 'epub:type="chapter mine:chapter"'),
    ("K678", GLOSSARY, r"<dt [^>]*>(.*?)<dfn([^>]*)>.*?</dfn>", r'<dt epub:type="glossterm">\1<dfn\2>عرجون</dfn>'),
    # What the package says of the book and of its pages.
    ("K658", OPF, r"<dc:identifier id=", "<dc:identifier name="),
    ("K658", OPF, r'<dc:title id="title">[^<]*</dc:title>', '<dc:title id="title"> </dc:title>'),
    ("K658", OPF, r">aut</meta>", ">xyz</meta>"),
    ("K658", OPF, r">aut</meta>", ">author</meta>"),
    ("K673", OPF, r"<dc:publisher>.*?</dc:publisher>", ""),
    ("K673", OPF, r"<dc:date>.*?</dc:date>", ""),
    ("K673", OPF, r"<dc:date>.*?</dc:date>", "<dc:date>23 نوفمبر</dc:date>"),
    ("K673", OPF, r">urn:uuid:[^<]*<", ">my-first-book<"),
    ("K673", OPF, r'<meta refines="#title" property="file-as">[^<]*</meta>', ""),
    *(
        ("K659", OPF, r"</metadata>", f'<meta property="schema:accessibilityFeature">{name}</meta></metadata>')
        for name in ("MathML", "longDescription", "index", "pageNavigation", "captions", "printPageNumbers")
    ),
    ("K659", OPF, r'<meta property="schema:accessibilityFeature">tableOfContents</meta>', ""),
    ("K659", TEXT, r"<img ([^>]*)alt=\"[^\"]*\"", r'<img \1alt=""'),
    # What runs, is fetched, or is not shown everywhere; the cover; fonts that are not what they are called.
    ("K664", TEXT, r"<p id=", '<p align="left" id='),
    ("K664", TEXT, r"<table", '<table border="1"'),
    ("K664", TEXT, r"</head>", "<style>p { color: #000; }</style></head>"),
    ("K664", TEXT, r"</h2>", '<svg xmlns="http://www.w3.org/2000/svg"><image href="//a.org/b.png"/></svg></h2>'),
    ("K664", TEXT, r"</h2>", '<a href="javascript:a()">كلمة</a></h2>'),
    ("K664", TEXT, r"<!DOCTYPE", '<?xml-stylesheet href="a.css"?><!DOCTYPE'),
    ("K664", OPF, r'(<item id="style"[^>]*)/>', r'\1 properties="remote-resources"/>'),
    ("K664", OPF, r"</manifest>", '<item id="x" href="https://a.org/b.mp3" media-type="audio/mpeg"/></manifest>'),
    ("K672", OPF, r"</metadata>", '<meta property="rendition:layout">pre-paginated</meta></metadata>'),
    ("K672", OPF, r"</metadata>", '<meta property="media:duration">0:32:29</meta></metadata>'),
    ("K672", OPF, r'(<itemref idref="text-seizure")', r'\1 properties="rendition:layout-pre-paginated"'),
    ("K672", OPF, r'(<item id="text-seizure")', r'\1 media-overlay="x"'),
    ("K672", OPF, r"</manifest>", '<item id="x" href="a.jxl" media-type="image/jxl"/></manifest>'),
    ("K672", "META-INF/com.apple.ibooks.display-options.xml", r"specified-fonts", "fixed-layout"),
    ("K663", COVER, r' role="doc-cover"', ""),
    ("K663", COVER, r"(<img[^>]*/>)", r"<div>\1</div>"),
    ("K663", COVER, r"</body>", "كلمة</body>"),
    ("K663", OPF, r'<itemref idref="cover"/>', ""),
    ("K668", OPF, r'(<link rel="xhv:license"[^>]*href=")', r"\1no/"),
    ("K668", CSS, r"font-style: normal", "font-style: italic"),
    ("K668", CSS, r"font-weight: 400", "font-weight: 700"),
    ("K668", CSS, r"font-weight: 700", "font-weight: normal"),
    ("K661", TEXT, r'(<figure.*?<img[^>]*) alt="[^"]*"', r'\1 alt="map.png"'),
    ("K661", TEXT, r'(<figure.*?<img[^>]*) alt="[^"]*"', r'\1 alt="IMG_0042"'),
    ("K679", CSS, r"$", "\nbody { line-height: 1.3; }\n"),
    ("K679", CSS, r"$", "\np { line-height: 120%; }\n"),
    ("K679", CSS, r"$", "\nsection p { font-size: .7em; }\n"),
]

INDEX, ANSWERS = "EPUB/text/index.xhtml", "EPUB/text/answers.xhtml"
PAGED_MUTATIONS = [
    ("K656", OPF, r'<meta property="pageBreakSource">[^<]*</meta>', ""),
    ("K656", OPF, r'<meta refines="#pages"[^>]*>[^<]*</meta>', ""),
    ("K656", OPF, r'(<dc:source id="pages">)[^<]*', r"\1urn:uuid:3f1c0a52-0000-5000-8000-0000000000cc"),
    ("K656", OPF, r"(urn:uuid:3f1c0a52-0000-5000-8000-0000000000)bb(</meta>)", r"\1aa\2"),
    ("K656", NAV, r'(<nav epub:type="page-list".*?<li>.*?</li>)', r"\1<li><a href='nav.xhtml'>1</a></li>"),
    ("K659", OPF, r'<meta property="schema:accessibilityFeature">pageNavigation</meta>', ""),
    ("K659", OPF, r'<meta property="schema:accessibilityFeature">index</meta>', ""),
    ("K654", NAV, r"(<li>(?:(?!<li>).)*>مقدمة</a></li>)(.*?)(<li>.*?اقتحام.*?)(</ol>\s*</li>)", r"\2\3\4\1"),
    ("K674", INDEX, r' epub:type="index-group"', ""),
    ("K674", INDEX, r' epub:type="index-entry-list"', ""),
    ("K674", INDEX, r' epub:type="index-entry"', ""),
    ("K674", INDEX, r' epub:type="index-term"', ""),
    ("K674", INDEX, r' epub:type="index-locator-list"><a ([^>]*) epub:type="index-locator"', r"><a \1"),
    ("K674", INDEX, r'(epub:type="index-locator">)[^<]*', r"\g<1>٩٩"),
    ("K675", ANSWERS, r'(<a class="q-number" href="[^"]*)-q1"', r'\1-q2"'),
    ("K675", TEXT, r'(<a class="q-number" href="[^"]*)-q1-answer"', r'\1-q2-answer"'),
]


def mutated(data: bytes, name: str, pattern: str, replacement: str) -> bytes:
    """The book with one file changed at the first place that fits; nothing else differs."""
    book = repacked(data)
    text, count = re.subn(pattern, replacement, book[name].decode("utf-8"), count=1, flags=re.DOTALL)
    assert count == 1, "the mutation finds nothing to break"
    return packed(book | {name: text.encode("utf-8")})


def repacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {name: book.read(name) for name in book.namelist()}


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as book:
        for name, data in files.items():
            book.writestr(name, data)
    return out.getvalue()


def codes(data: bytes) -> set[str]:
    return {fault.code for fault in lint(data, "book.epub")}


def test_a_good_book_has_no_fault(book: Written) -> None:
    assert lint(book.data, "book.epub", ()) == ()


@pytest.mark.parametrize(("code", "name", "pattern", "replacement"), MUTATIONS)
def test_each_defect_has_its_code_and_words(
    arabic: Written, code: str, name: str, pattern: str, replacement: str
) -> None:
    (row,) = (row for row in RULES if row.code == code)
    found = list(row.rule(open_book(mutated(arabic.data, name, pattern, replacement), "book.epub")))
    assert found
    for place, values in found:
        for language in ("en", "ar"):
            said = " ".join(messages.tell(Fault(code, place, values, row.severity), language))
            assert "?" not in said.replace("\u2068?\u2069", ""), said


def test_a_good_book_with_pages_has_no_fault(paged: Written) -> None:
    assert lint(paged.data, "book.epub") == ()


@pytest.mark.parametrize(("code", "name", "pattern", "replacement"), PAGED_MUTATIONS)
def test_each_defect_of_pages_index_and_questions_has_its_code(
    paged: Written, code: str, name: str, pattern: str, replacement: str
) -> None:
    assert code in codes(mutated(paged.data, name, pattern, replacement))


def test_the_place_is_that_of_the_defect(arabic: Written) -> None:
    broken = mutated(arabic.data, TEXT, r'(<h2 id="claw">)', "\\1\u202e")
    text = repacked(broken)[TEXT].decode()
    line = next(n for n, words in enumerate(text.splitlines(), 1) if "\u202e" in words)
    column = text.splitlines()[line - 1].index("\u202e") + 1
    (place,) = (str(f.place) for f in lint(broken, "book.epub") if f.code == "K641")
    assert place == f"{TEXT}:{line}:{column}"


def test_a_fault_of_our_own_book_names_the_line_that_was_written(arabic: Written) -> None:
    """An override put into each paragraph, heading, note and reference in turn is told at the source of that one."""
    known = arabic.origins()
    text = repacked(arabic.data)[TEXT].decode()
    spots = [(m.end(), m[1]) for m in re.finditer(r'<(?:p|h2|a|aside|li|span)\b[^>]* id="([^"]+)"[^>]*>', text)]
    spots = [(end, id) for end, id in spots if id in known.ids]
    assert len(spots) >= 18
    for end, id in spots:
        broken = packed(repacked(arabic.data) | {TEXT: (text[:end] + "\u202e" + text[end:]).encode()})
        (fault,) = (f for f in lint(broken, "book.epub", (), known) if f.code == "K641")
        assert fault.place == known.ids[id], id
        assert re.fullmatch(rf"{TEXT}:\d+:\d+", fault.values["inside"])


def test_the_line_that_is_named_holds_the_words(arabic: Written) -> None:
    """The words of each paragraph and heading begin where its id is said to have been written."""
    known, compared = arabic.origins(), 0
    for section in arabic.sections:
        for element in section.tree().iter():
            words = re.findall(r"[^\W\d_]{3,}", element.text or "")
            if element.tag not in ("p", "h2", "h3", "aside") or element.get("id") not in known.ids or not words:
                continue
            place = known.ids[element.get("id", "")]
            line = (arabic.booklet.root / place.path.partition("/")[2]).read_text("utf-8").splitlines()[place.line - 1]
            assert words[0] in line[place.column - 1 :], (place, words)
            compared += 1
    assert compared >= 10


@pytest.mark.parametrize(
    ("code", "name", "pattern", "replacement", "line"),
    [
        ("K628", OPF, r' page-progression-direction="rtl"', "", r"[^/]+/booklet\.yaml(:1)?"),
        ("K631", TEXT, r'(<html [^>]*) dir="rtl"', r"\1", r"[^/]+/text/seizure\.md:1"),
        ("K654", NAV, r">مقدمة<", ">تمهيد<", r"[^/]+/text/preface\.md:1"),
        ("K667", GLOSSARY, r' epub:type="glossterm"', "", r"[^/]+/terms\.yaml:\d+:\d+"),
        ("K635", CSS, r"^", "p { text-align: left; }\n", rf"{CSS}:1:\d+"),
    ],
)
def test_faults_of_every_kind_of_file_are_traced(
    arabic: Written, code: str, name: str, pattern: str, replacement: str, line: str
) -> None:
    broken = mutated(arabic.data, name, pattern, replacement)
    places = [str(f.place) for f in lint(broken, "book.epub", (), arabic.origins()) if f.code == code]
    assert any(re.fullmatch(line, place) for place in places), places


@pytest.mark.slow
def test_a_build_that_makes_a_broken_book_says_where_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The renderer is broken on purpose: an override in front of the first paragraph of a chapter."""
    write = epub.write

    def wrongly(*given: Any) -> bytes:
        return mutated(write(*given), "EPUB/text/road.xhtml", r'(<p id="road-p\d+">)', "\\1\u202e")

    monkeypatch.setattr(epub, "write", wrongly)
    result = build(TOP / "tests/booklets/ar", tmp_path, ("epub",), shown="ar")
    assert [(fault.code, fault.severity) for fault in result.faults] == [("K641", "error")]
    place = result.faults[0].place
    line = (TOP / "tests/booklets" / place.path).read_text("utf-8").splitlines()[place.line - 1]
    assert re.match(r"[^\W\d_]|\[", line[place.column - 1 :])
    assert not result.outputs
    assert list(tmp_path.iterdir()) == []
    assert "(\u2068EPUB/text/road.xhtml:" in messages.describe(result.faults[0], "en")


def test_defects_of_the_container(arabic: Written) -> None:
    files = repacked(arabic.data)
    assert codes(packed(files)) == set()
    assert codes(packed(files, zipfile.ZIP_DEFLATED)) == {"K621"}
    assert codes(packed(files | {"mimetype": b"application/epub+zip\n"})) == {"K621"}
    assert codes(packed(files | {"mimetype": b"\xef\xbb\xbfapplication/epub+zip"})) == {"K621"}
    assert codes(packed({n: files[n] for n in [*list(files)[1:], "mimetype"]})) == {"K621"}
    assert "K626" in codes(packed(files | {"EPUB/text/صورة.png": b""}))
    assert "K626" in codes(packed(files | {"EPUB/Text/seizure.xhtml": b""}))
    picture = next(n for n in files if n.startswith("EPUB/images/picture"))
    assert "K624" in codes(packed(files | {picture: b"no picture"}))
    assert "K624" in codes(packed(files | {TEXT: files[TEXT] + b"<!--" + b" " * 300_000 + b"-->"}))


DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">%s</svg>'


@pytest.mark.parametrize(
    "inside",
    [
        "<script/>",
        "<foreignObject/>",
        '<path onclick="a()"/>',
        '<image xlink:href="https://a.org/b.png"/>',
        '<use href="other.svg#a"/>',
        '<path fill="url(http://a.org/#b)"/>',
        "<style>@import 'a.css';</style>",
        '<animate attributeName="x"/>',
        '<a href="javascript:a()"/>',
    ],
)
def test_a_drawing_that_is_not_still_is_a_fault(arabic: Written, inside: str) -> None:
    item = '<item id="drawn" href="images/drawn.svg" media-type="image/svg+xml"/></manifest>'
    files = repacked(mutated(arabic.data, OPF, "</manifest>", item))
    assert codes(packed(files | {"EPUB/images/drawn.svg": (DRAWN % '<path d="M0 0"/>').encode()})) == set()
    assert codes(packed(files | {"EPUB/images/drawn.svg": (DRAWN % inside).encode()})) == {"K664"}
    assert codes(packed(files | {"EPUB/images/drawn.svg": b"<svg>"})) == {"K622"}


def picture(mode: str, width: int, height: int, kind: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        picture("CMYK", 1600, 2560),
        picture("RGB", 1600, 1500),
        picture("RGB", 600, 960),
        picture("RGB", 1600, 2560, "PNG"),
        picture("RGB", 1600, 2560) + bytes(2**20),
        b"no picture",
    ],
    ids=["inks", "wide", "small", "kind", "heavy", "none"],
)
def test_a_cover_the_shelf_cannot_show_is_a_fault(arabic: Written, data: bytes) -> None:
    assert "K663" in codes(packed(repacked(arabic.data) | {"EPUB/images/cover.jpg": data}))


def test_a_cover_that_says_it_is_enormous_is_not_unpacked(arabic: Written) -> None:
    """A PNG of a few bytes whose head says 100,000 by 100,000 pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    started = time.process_time()
    assert {"K624", "K663"} <= codes(packed(repacked(arabic.data) | {"EPUB/images/cover.jpg": bomb}))
    assert time.process_time() - started < 10  # s


@pytest.mark.parametrize("name", ["META-INF/encryption.xml", "META-INF/rights.xml"])
def test_a_locked_book_is_a_fault(arabic: Written, name: str) -> None:
    assert codes(packed(repacked(arabic.data) | {name: b"<a/>"})) == {"K672"}


def test_a_picture_of_a_new_kind_is_known_by_its_bytes(arabic: Written) -> None:
    files = repacked(arabic.data)
    shown = next(n for n in files if n.startswith("EPUB/images/picture"))
    assert "K672" in codes(packed(files | {shown: b"\0\0\0\x20ftypavif" + bytes(100)}))


def test_pages_must_be_those_of_the_pdf(arabic: Written) -> None:
    assert [f.code for f in lint(arabic.data, "book.epub", ("1", "2"))] == ["K657"]


def test_each_rule_is_broken_by_a_mutation_and_has_its_words() -> None:
    tested = {code for code, *_ in (*MUTATIONS, *PAGED_MUTATIONS)} | {"K621", "K624", "K626", "K657"}
    assert tested == {row.code for row in RULES}
    assert len({row.code for row in RULES}) == len({row.rule for row in RULES}) == len(RULES)
    for row in RULES:
        told = messages.CATALOG[row.code]
        assert told.severity == row.severity, row


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", packed({}), packed({"mimetype": b"application/epub+zip"})])
def test_what_is_no_epub_is_one_fault(data: bytes) -> None:
    assert [f.code for f in lint(data, "x.epub")] == ["K620"]


def test_a_zip_bomb_is_not_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book, book.open("a", "w", force_zip64=True) as entry:
        for _ in range(65):
            entry.write(bytes(2**20))
    assert len(out.getvalue()) < 100_000
    (fault,) = lint(out.getvalue(), "x.epub")
    assert (fault.code, fault.values["reason"]) == ("K620", "65 MiB, 65 MiB")


def test_deep_and_exploding_xml_is_a_fault(arabic: Written) -> None:
    files = repacked(arabic.data)
    assert "K622" in codes(packed(files | {TEXT: b"<a>" * 50_000}))
    laughs = b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'
    assert "K622" in codes(packed(files | {TEXT: laughs}))
    assert codes(packed(files | {OPF: laughs})) == {"K620"}


EXTERNAL = (
    b'<!DOCTYPE html [<!ENTITY x SYSTEM "%s">]><html xmlns="http://www.w3.org/1999/xhtml"><body>&x;</body></html>'
)
HOSTILE = {
    "braces": ("K622", {CSS: b"p{" * 50_000}),
    "parentheses": ("K622", {CSS: b"p{color:" + b"(" * 50_000}),
    "selectors in selectors": ("K622", {CSS: b":not(" * 5_000 + b"p" + b")" * 5_000 + b"{color:red}"}),
    "a sheet of 5 MB": ("K622", {CSS: b"p{}\n" * 1_300_000}),
    "a million elements": ("K622", {TEXT: b"<a>" + b"<b/>" * 600_000 + b"</a>"}),
    "a million lines": ("K622", {TEXT: b"<a>" + b"\n" * 600_000 + b"</a>"}),
    "an unknown encoding": ("K622", {TEXT: b'<?xml version="1.0" encoding="koi-99"?><a/>'}),
    "no text": ("K622", {TEXT: bytes(1000)}),
    "too many selectors": ("K620", {CSS: b"p{}\n" * 50_000, TEXT: b"<a>" + b"<b/>" * 9_000 + b"</a>"}),
    "a container that leads out": (
        "K620",
        {"META-INF/container.xml": b'<a><rootfile full-path="../../etc/passwd"/></a>'},
    ),
    "a file that leads out": ("K626", {"../../evil.xhtml": b""}),
    "a file at the root": ("K626", {"/etc/passwd": b""}),
}


@pytest.mark.parametrize(("code", "changed"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_books_are_faults_soon_told(arabic: Written, code: str, changed: dict[str, bytes]) -> None:
    started = time.process_time()
    assert code in codes(packed(repacked(arabic.data) | changed))
    assert time.process_time() - started < 10  # s


def test_no_entity_fetches_a_file(arabic: Written, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("كلمة السر")
    broken = repacked(arabic.data) | {TEXT: EXTERNAL % (tmp_path / "secret").as_uri().encode()}
    faults = lint(packed(broken), "book.epub")
    assert "K622" in {fault.code for fault in faults}
    assert not any("السر" in value for fault in faults for value in fault.values.values())


def test_a_package_that_is_missing_is_named(arabic: Written) -> None:
    without = {name: data for name, data in repacked(arabic.data).items() if name != OPF}
    (fault,) = lint(packed(without), "book.epub")
    assert (fault.code, fault.values["reason"]) == ("K620", f"'{OPF}'")


@pytest.mark.parametrize("seed", range(10))
def test_no_damage_gives_a_traceback(arabic: Written, seed: int) -> None:
    """Bytes of the zip, and attributes, elements and values of its files, put out by chance."""
    chance, files = random.Random(seed), repacked(arabic.data)
    raw = bytearray(arabic.data)
    for _ in range(20):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    lint(bytes(raw), "x.epub")
    name = chance.choice([TEXT, NAV, OPF, CSS, GLOSSARY, "META-INF/container.xml"])
    text = files[name].decode()
    for _ in range(8):
        spots = list(re.finditer(r'\s[\w:-]+="[^"]*"|"[^"]*"|<[a-z]+[^>]*/>|#[\w-]+|\{[^}]*\}', text))
        if spots:
            spot = chance.choice(spots)
            text = text[: spot.start()] + chance.choice(["", ' id=""', '"http://["', '"%ff#%"']) + text[spot.end() :]
    lint(packed(files | {name: text.encode()}), "x.epub")


def test_pandoc_s_book_of_the_same_text_is_named_for_what_it_is(tmp_path: Path) -> None:
    """A valid EPUB that opens left to right: EPUBCheck has nothing against it."""
    text = (
        "---\ntitle: أزمة الرهائن\nlang: ar\ndir: rtl\n---\n\n# خلفية الأزمة\n\nفي عام 1979[^1] كان *الشاه* في الولايات "
        "المتحدة، وعُرض فيلم Argo.\n\n[^1]: حاشية.\n\n| أ | ب |\n|---|---|\n| 1 | 2 |\n\n## الاقتحام\n\nنص.\n"
    )
    path = tmp_path / "pandoc.epub"
    pypandoc.convert_text(text, "epub3", format="markdown", outputfile=str(path), extra_args=["--toc"])
    wanted = {"K627", "K628", "K631", "K633", "K635", "K638", "K646", "K648", "K652", "K659", "K662", "K663"}
    assert wanted <= codes(path.read_bytes())


def test_the_command_checks_an_e_book_of_anyone(
    arabic: Written, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.epub", tmp_path / "bad.EPUB"
    good.write_bytes(arabic.data)
    bad.write_bytes(mutated(arabic.data, OPF, r' page-progression-direction="rtl"', ""))
    assert cli.main(["check", str(good), "--lang", "en"]) == 0
    assert cli.main(["check", str(bad), "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert said.out == "sound: no fault found\n"
    assert re.search(r"^EPUB/package\.opf:\d+:\d+: error K628: ", said.err, re.MULTILINE)
    assert cli.main(["check", str(bad), "--format", "json"]) == 1
    assert '"code": "K628"' in capsys.readouterr().out
    assert cli.main(["check", str(tmp_path / "none.epub"), "--lang", "en"]) == 1
    assert "K702" in capsys.readouterr().err
