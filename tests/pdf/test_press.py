"""Facts read back from finished PDFs, of the built-in booklet and of one in each language."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import oracles
import pikepdf
import pytest
from conftest import SAMPLES, TOP, Built

from report import html
from report.html import Section
from report.script import digits, languages
from report.verify.letters import of_tree
from report.verify.pdf_text import Reader

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pdf")]


def opened(built: Built) -> pikepdf.Pdf:
    return pikepdf.open(built.pdf)


def outline(pdf: pikepdf.Pdf) -> list[tuple[str, int]]:
    """Titles and page indices of the first level, through the file's own name tree."""
    index = {page.obj.objgen: i for i, page in enumerate(pdf.pages)}
    names: dict[str, Any] = (
        dict(pikepdf.NameTree(pdf.Root.Names.Dests).items()) if "/Dests" in pdf.Root.get("/Names", {}) else {}
    )
    with pdf.open_outline() as tree:
        found = []
        for item in tree.root:
            target: Any = item.destination
            target = names[str(target)] if isinstance(target, pikepdf.String | str) else target
            found.append((str(item.title), index[target[0].objgen]))
    return found


def test_the_catalog_says_what_the_language_asks(tiny: Built) -> None:
    language = languages.find(tiny.booklet.meta.language)
    with opened(tiny) as pdf:
        root: Any = pdf.Root
        assert str(root.Lang) == tiny.booklet.meta.language
        assert str(root.ViewerPreferences.Direction) == ("/R2L" if language.direction == "rtl" else "/L2R")
        assert root.ViewerPreferences.DisplayDocTitle is True
        assert root.MarkInfo.Marked is True
        assert str(pdf.docinfo["/Title"]) == tiny.booklet.meta.title
        with pdf.open_metadata() as xmp:
            assert xmp["pdfuaid:part"] == "1"
            assert xmp["dc:title"] == tiny.booklet.meta.title


def test_page_labels_are_in_the_booklets_digits(tiny: Built) -> None:
    style = tiny.booklet.meta.digits
    with opened(tiny) as pdf:
        numbers: Any = pdf.Root.PageLabels.Nums
        if style == "latin":
            assert str(numbers[1].S) == "/D"
        else:
            labels = [str(numbers[i].P) for i in range(1, len(numbers), 2)]
            assert labels == [digits.format(n, style) for n in range(1, len(pdf.pages) + 1)]


def test_the_page_is_a5_and_every_page_alike(tiny: Built) -> None:
    with opened(tiny) as pdf:
        for page in pdf.pages:
            width, height = (float(page.trimbox[i]) - float(page.trimbox[i - 2]) for i in (2, 3))
            assert abs(width - 148 / 25.4 * 72) < 0.1
            assert abs(height - 210 / 25.4 * 72) < 0.1


def test_chapters_open_on_odd_pages_and_the_outline_names_all(tiny: Built) -> None:
    listed = [s for s in tiny.sections if s.kind not in ("title", "imprint")]
    with opened(tiny) as pdf:
        found = outline(pdf)
    assert [title for title, _ in found] == [s.label for s in listed]
    for section, (_, page) in zip(listed, found, strict=True):
        if section.kind in ("cover", "contents", "chapter", "chronology"):
            assert page % 2 == 0, section.label


def folio_side(pdf_path: Path, page: int) -> str:
    """On which half of the page poppler finds the folio: the lowest word of the page."""
    done = subprocess.run(
        ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf_path), "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    width = float(re.search(r'<page width="([\d.]+)"', done.stdout)[1])  # type: ignore[index]
    words = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"', done.stdout)
    x, _, right = max(((float(a), float(b), float(c)) for a, b, c in words), key=lambda w: w[1])
    return "left" if (x + right) / 2 < width / 2 else "right"


def test_folios_stand_at_the_outer_side(tiny: Built) -> None:
    """Right-bound: the odd page is a left page, its outer side is left. Left-bound: the mirror of it."""
    with opened(tiny) as pdf:
        first = dict(outline(pdf))[next(s.label for s in tiny.sections if s.kind == "chapter")] + 1
    recto = "left" if tiny.booklet.meta.binding == "right" else "right"
    assert folio_side(tiny.pdf, first) == recto


def test_fonts_are_embedded_and_only_ours(tiny: Built) -> None:
    done = subprocess.run(["pdffonts", str(tiny.pdf)], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in done.splitlines()[2:]]
    assert rows
    families = ("Amiri", "Vazirmatn", "Noto-Nastaliq-Urdu", "Frank-Ruhl-Libre", "Crimson-Pro", "Noto-Sans-Mono")
    for row in rows:
        assert row[-5:-2] == ["yes", "yes", "yes"], row
        assert row[0].split("+")[1].startswith(families), row


def normal(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c)[0] in "LM")


def tag_text(reader: Reader, kind: str) -> list[str]:
    return [reader.text(e) for e in reader.elements(kind)]


def words_of(section: Section, tag: str) -> list[str]:
    return [of_tree(e) for e in section.tree().iter(tag)]


def test_headings_stand_in_the_tag_tree_in_source_order(tiny: Built) -> None:
    with opened(tiny) as pdf:
        found = ["".join(sorted(normal(t))) for t in tag_text(Reader(pdf), "/H1")]
    wanted = ["".join(sorted(normal(h))) for s in tiny.sections for h in words_of(s, "h1")]
    assert found == wanted


def multiset(text: str) -> str:
    return "".join(sorted(normal(text)))


def test_paragraphs_stand_in_the_tag_tree_in_source_order(tiny: Built) -> None:
    """Every paragraph, by its letters (lines are drawn in visual order); one cut by a page is two elements."""
    with opened(tiny) as pdf:
        found = [t for t in tag_text(Reader(pdf), "/P") if normal(t)]
    wanted = [
        of_tree(p, ("noteref", "pageref"))
        for s in tiny.sections
        for p in s.tree().iter("p")
        if normal(of_tree(p, ("noteref", "pageref"))) and not _in_note(s, p)
    ]
    at = 0
    for text in wanted:
        if multiset(found[at]) != multiset(text):
            found[at : at + 2] = [found[at] + found[at + 1]]
        assert multiset(found[at]) == multiset(text)
        at += 1
    assert at == len(found)


def _in_note(section: Section, paragraph: Any) -> bool:
    return any(
        paragraph.get("id") == p.get("id") and p.get("id") for a in section.tree().iter("aside") for p in a.iter("p")
    )


def test_no_presentation_forms(tiny: Built) -> None:
    with opened(tiny) as pdf:
        text = Reader(pdf).text()
    assert not re.search("[\ufb50-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc]", text)
    assert not re.search("[\ufb50-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc]", oracles.pdf_text(tiny.pdf))


def test_verapdf_passes_every_language_every_kind_of_block_and_the_built_in_and_refuses_a_plain_file(
    built_in: Built, tmp_path: Path
) -> None:
    from conftest import make

    files = [built_in.pdf, *(make(TOP / "tests" / "booklets" / x, tmp_path / x).pdf for x in (*SAMPLES, "kinds"))]
    control = tmp_path / "control.pdf"
    with pikepdf.open(files[1]) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.MarkInfo
        pdf.save(control)
    verdicts = oracles.verapdf("ua1", *files, control)
    assert [(v.path.name, v.passed, v.failures) for v in verdicts[:-1]] == [(f.name, True, ()) for f in files]
    assert all(v.checks > 1000 for v in verdicts[:-1])
    assert not verdicts[-1].passed


def test_two_builds_are_the_same_bytes(tiny: Built, tmp_path: Path) -> None:
    """In another process, with another hash seed and time zone, from another folder."""
    folder = TOP / "tests" / "booklets" / tiny.booklet.name
    env = {
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tehran",
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(TOP),
        "LANG": "C.UTF-8",
    }
    subprocess.run(
        [sys.executable, "-m", "report", "build", str(folder), "--out", str(tmp_path)], check=True, env=env, cwd=tmp_path,
        capture_output=True,
    )  # fmt: skip
    for name, (path, digest) in tiny.result.outputs.items():
        again = (tmp_path / path.name).read_bytes()
        assert hashlib.sha256(again).hexdigest() == digest, name


def test_what_is_installed_changes_no_byte(tiny: Built, tmp_path: Path) -> None:
    """A machine with another fontconfig, with its own Amiri, gives the same file."""
    home = tmp_path / "home"
    (home / ".fonts").mkdir(parents=True)
    for source in (TOP / "fonts" / "Vazirmatn").glob("*.ttf"):
        (home / ".fonts" / f"Amiri-{source.name}").write_bytes(source.read_bytes())
    env = {
        "HOME": str(home),
        "FONTCONFIG_PATH": "/nowhere",
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(TOP),
        "LANG": "C.UTF-8",
    }
    folder = TOP / "tests" / "booklets" / tiny.booklet.name
    subprocess.run(
        [sys.executable, "-m", "report", "build", str(folder), "--out", str(tmp_path)],
        check=True,
        env=env,
        capture_output=True,
    )
    assert hashlib.sha256((tmp_path / tiny.pdf.name).read_bytes()).hexdigest() == tiny.result.outputs["pdf"][1]


def test_the_cover_picture_is_what_shops_ask(tiny: Built) -> None:
    from PIL import Image

    from report import pdf

    data = pdf.cover_image(tiny.booklet, html.cover(tiny.booklet, tiny.theme), tiny.theme)
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (1600, 2560))
    assert len(data) < 1_000_000


def test_each_page_of_the_chronology_begins_with_its_heading_row_and_ends_with_a_whole_event(built_in: Built) -> None:
    titles = [event.title for event in built_in.booklet.events]
    with opened(built_in) as pdf:
        found = outline(pdf)
    at = next(n for n, (title, _) in enumerate(found) if title == "التسلسل الزمني")
    first, after = found[at][1], found[at + 1][1]
    done = subprocess.run(
        ["pdftotext", "-f", str(first + 1), "-l", str(after), str(built_in.pdf), "-"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    pages = [unicodedata.normalize("NFKC", page) for page in done.stdout.split("\f")[:-1]]
    told = [page for page in pages if any(title in page for title in titles)]
    assert len(told) > 1
    assert all("التاريخ" in page and "الحدث" in page for page in told)
    for event in built_in.booklet.events:
        after = [page.split(event.title)[-1] for page in told if event.title in page]  # others may be dated by it
        assert any(built_in.booklet.meta.categories[event.category] in text for text in after), event.title
