"""One sheet: sizes that grow with the reader's, digits of the booklet, nothing an e-reader must not see."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from epub.conftest import Written

from report.epub.lint import cascade
from report.epub.lint.opened import open_book, script
from report.epub.shelf import Shelf
from report.epub.style import pruned, relative, sheet, spelled
from report.fault import Stopped


@pytest.mark.parametrize(
    ("css", "wanted"),
    [
        ("h2 { font-size: 15pt; }", "h2 { font-size: 1.25em; }"),
        ("hr { margin: .4pt 12pt; }", "hr { margin: 0.033em 1em; }"),
        ("p { margin: 1in 25.4mm 2.54cm 6pc; }", "p { margin: 6em 6em 6em 6em; }"),
        ("p { line-height: 1.7; margin: 1px 2em 3% 0; }", "p { line-height: 1.7; margin: 1px 2em 3% 0; }"),
        (".a12pt { color: #12ptcc; }", ".a12pt { color: #12ptcc; }"),
    ],
)
def test_absolute_sizes_become_parts_of_the_body_size(css: str, wanted: str) -> None:
    assert relative(css, 12) == wanted


@pytest.mark.parametrize(
    ("css", "wanted"),
    [
        ("p { margin-block: 1em .4em; }", "p { margin-top: 1em; margin-bottom: .4em; margin-block: 1em .4em; }"),
        ("p { padding-block: 0 }", "p { padding-top: 0; padding-bottom: 0; padding-block: 0 }"),
        ("p{margin-block-start:1em}", "p{margin-top: 1em; margin-block-start:1em}"),
        (
            "p { border-block-end: 1px solid #000 }",
            "p { border-bottom: 1px solid #000; border-block-end: 1px solid #000 }",
        ),
        ("p { border-block: 0; }", "p { border-top: 0; border-bottom: 0; border-block: 0; }"),
        ("p { margin-inline: 1em; scroll-margin-block: 1em }", "p { margin-inline: 1em; scroll-margin-block: 1em }"),
        ("p { margin-block: calc(1em + 2px) 0; }", "p { margin-block: calc(1em + 2px) 0; }"),
    ],
)
def test_top_and_bottom_are_said_by_their_old_names_too(css: str, wanted: str) -> None:
    assert spelled(css) == wanted


def themed(book: Written, folder: Path, css: str) -> Written:
    """The book in a theme that adds some CSS."""
    (folder / "ebook.css").write_text(css, encoding="utf-8")
    return replace(book, theme=replace(book.theme, folders=(folder, *book.theme.folders)))


@pytest.mark.parametrize(
    ("css", "what"),
    [
        ("p { direction: rtl }", "direction"),
        ("p{unicode-bidi:embed}", "unicode-bidi"),
        ("@import 'x.css';", "@import"),
        ("p { background: url(https://example.org/x.png) }", "https://example.org/x.png"),
    ],
)
def test_what_an_e_book_must_not_say_is_a_fault(arabic: Written, tmp_path: Path, css: str, what: str) -> None:
    with pytest.raises(Stopped) as stopped:
        themed(arabic, tmp_path, css).again()
    assert [(f.code, f.values, f.place.path) for f in stopped.value.faults] == [
        ("K607", {"what": what}, f"{tmp_path.name}/ebook.css")
    ]


def test_comments_and_flex_are_no_directions(arabic: Written, tmp_path: Path) -> None:
    book = themed(arabic, tmp_path, "/* direction: rtl; url(http://x) */ p { flex-direction: row }")
    assert sheet(book.theme, arabic.booklet.meta, "", "", Shelf(tmp_path, book.theme))[1] == []


@pytest.mark.parametrize(
    ("digits", "style"),
    [("arabic-indic", "arabic-indic"), ("extended", "persian"), ("latin", "decimal"), ("source", "decimal")],
)
def test_lists_count_in_the_booklets_digits(arabic: Written, digits: str, style: str) -> None:
    meta = replace(arabic.booklet.meta, language="fa", digits=digits)
    css, _ = sheet(arabic.theme, meta, "", "", Shelf(Path(), arabic.theme))
    assert f"ol {{ list-style-type: {style}; }}" in css


def test_files_of_the_theme_are_packed_and_a_missing_one_is_told(arabic: Written, tmp_path: Path) -> None:
    (tmp_path / "a b.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    book = themed(arabic, tmp_path, "p { background: url('a b.svg') } i { background: url(gone.png) }")
    shelf = Shelf(tmp_path, book.theme)
    css, _ = sheet(book.theme, arabic.booklet.meta, "", "", shelf)
    assert re.search(r"p \{ background: url\(\.\./images/ornament-\d+\.svg\) \}", css)
    assert [(f.code, f.values["path"]) for f in shelf.faults] == [("K603", "theme:0/gone.png")]


@pytest.mark.parametrize("group", ["@media screen", "@supports (a: b)", "@container (min-width: 1em)", "@layer x"])
def test_rules_that_nothing_answers_to_are_left_out_wherever_they_stand(group: str) -> None:
    css = f"{group} {{ .gone {{ color: red }} p {{ color: blue; & b {{ color: green }} }} }} .gone {{ top: 0 }} p {{ top: 1px }}"
    document = ET.fromstring("<html><body><p>a</p></body></html>")
    left = pruned(css, [document])
    assert ".gone" not in left
    assert re.search(r"\{\s*p \{ color: blue; & b", left)
    assert "p { top: 1px }" in left
    assert pruned(f"{group} {{ .gone {{ color: red }} }}", [document]) == ""


def test_lines_stand_as_far_apart_as_the_script_asks(book: Written) -> None:
    """Arabic letters reach higher and lower than Latin and Hebrew ones; nastaliq more than any."""
    opened = open_book(book.data, "book.epub")
    lowest, highest = (1.6, 2.6 if book.language == "ur" else 2.2) if script(book.language) == "Arab" else (1.4, 2.0)
    for tree in opened.documents.values():
        seen = cascade.looks(opened, tree)
        bodies = [look for element, look in seen.items() if element.tag == "body"]
        assert all(lowest <= look.leading <= highest for look in bodies), bodies
