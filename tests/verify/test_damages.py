"""The ten damages that validators pass or half see (docs/verify.md): each is refused by the build's proof, and by
`kurrasa verify FILE.pdf` without the booklet."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from conftest import TOP, Built, make

from report import cli
from report.proofs import examine
from report.verify import PROOFS

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("verify")]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return make(TOP / "tests" / "booklets" / "ar", tmp_path_factory.mktemp("damages"))


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return make(TOP / "tests" / "booklets" / "kinds", tmp_path_factory.mktemp("pictured"))


def elements(pdf: Any, kind: str) -> list[Any]:
    return [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == kind]


def paragraphs_swapped(pdf: Any) -> None:
    """Two neighbours in the tag tree change places."""
    for holder in elements(pdf, "/Sect"):
        at = [i for i, kid in enumerate(holder.K) if isinstance(kid, pikepdf.Dictionary) and kid.get("/S") == "/P"]
        pair = next(((a, b) for a, b in pairwise(at) if holder.K[a].get("/Pg") == holder.K[b].get("/Pg")), None)
        if pair:
            kids = list(holder.K)
            kids[pair[0]], kids[pair[1]] = kids[pair[1]], kids[pair[0]]
            holder.K = pikepdf.Array(kids)
            return
    raise AssertionError("no two paragraphs")


def lines_reversed(pdf: Any) -> None:
    """A paragraph of two lines, read from its end."""
    paragraph = next(p for p in elements(pdf, "/P") if len(p.K) > 5 and any("/Lang" in kid for kid in p.K))
    paragraph.K = pikepdf.Array(reversed(list(paragraph.K)))


def words_reversed(pdf: Any) -> None:
    """A paragraph of one line, read from its end."""
    paragraph = max(elements(pdf, "/P"), key=lambda p: len(p.K))
    assert len(paragraph.K) > 5
    paragraph.K = pikepdf.Array(reversed(list(paragraph.K)))


def other_language(pdf: Any) -> None:
    pdf.Root.Lang = pikepdf.String("en")


def other_direction(pdf: Any) -> None:
    pdf.Root.ViewerPreferences.Direction = pikepdf.Name("/L2R")


def wrong_actual_text(pdf: Any) -> None:
    next(p for p in elements(pdf, "/P") if len(p.K) > 5).ActualText = pikepdf.String("كلام آخر")


def wrong_actual_text_in_the_page(pdf: Any) -> None:
    """On the marked content itself: another letter than the glyphs draw."""
    page = pdf.pages[8]
    listed = []
    for operands, operator in pikepdf.parse_content_stream(page):
        given = list(operands)
        if str(operator) == "BDC" and given[1].get("/MCID") == 5:
            given[1] = pikepdf.Dictionary(MCID=5, ActualText=pikepdf.String("بببب"))
        listed.append((given, operator))
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(listed))


def mapped(to: bytes) -> Callable[[Any], None]:
    def damage(pdf: Any) -> None:
        for page in pdf.pages:
            for font in page.Resources.get("/Font", {}).values():
                cmap = font.ToUnicode.read_bytes()
                font.ToUnicode = pdf.make_stream(re.sub(rb"> <0627>", b"> <" + to + b">", cmap))

    damage.__name__ = f"alef_is_{to.decode()}"
    return damage


def file_name_for_a_title(pdf: Any) -> None:
    pdf.docinfo["/Title"] = "out.pdf"


def heads_lost(pdf: Any) -> None:
    for cell in elements(pdf, "/TD"):
        if "/Headers" in cell.get("/A", {}):
            del cell.A["/Headers"]


def runs_swapped(pdf: Any) -> None:
    """The control of the order proof: two words of one line change places on the page, all else is as it was."""
    page = pdf.pages[8]
    listed = [(list(operands), operator) for operands, operator in pikepdf.parse_content_stream(page)]
    texts = [i for i, (_, operator) in enumerate(listed) if str(operator) == "Tm"]
    lines = [[i for i in texts if abs(float(listed[i][0][5] - listed[first][0][5])) < 0.1] for first in texts]
    a, _, b, *_ = next(line for line in lines if len(line) > 3)
    listed[a][0][4], listed[b][0][4] = listed[b][0][4], listed[a][0][4]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(listed))


def no_description(pdf: Any) -> None:
    figures = elements(pdf, "/Figure")
    assert figures
    figures[0].Alt = pikepdf.String(" ")


DAMAGES: list[tuple[Callable[[Any], None], str, str]] = [
    (paragraphs_swapped, "K527", "K519"), (lines_reversed, "K527", "K519"), (words_reversed, "K521", "K519"),
    (other_language, "K523", "K511"),
    (other_direction, "K524", "K511"), (wrong_actual_text, "K529", "K529"),
    (wrong_actual_text_in_the_page, "K529", "K519"), (mapped(b"0628"), "K525", "K517"), (mapped(b"e000"), "K526", "K517"),
    (file_name_for_a_title, "K511", "K511"), (heads_lost, "K522", "K522"), (runs_swapped, "K521", "K521"),
]  # fmt: skip


def damaged(built: Built, damage: Callable[[Any], None], room: Path) -> Path:
    path = room / built.pdf.name
    with pikepdf.open(built.pdf) as pdf:
        damage(pdf)
        pdf.save(path)
    return path


def codes_alone(path: Path) -> set[str]:
    return {fault.code for finding in examine(path, path.name, None) for fault in finding.faults}


@pytest.mark.parametrize(("damage", "alone", "built"), DAMAGES, ids=lambda d: getattr(d, "__name__", d))
def test_each_damage_is_refused(
    damage: Callable[[Any], None], alone: str, built: str, good: Built, tmp_path: Path
) -> None:
    path = damaged(good, damage, tmp_path)
    assert alone in codes_alone(path)
    assert built in {fault.code for fault in PROOFS["pdf"](path.read_bytes(), good.booklet, good.sections)}


def test_a_picture_without_words_is_refused(pictured: Built, tmp_path: Path) -> None:
    path = damaged(pictured, no_description, tmp_path)
    assert "K529" in codes_alone(path)
    assert "K529" in {fault.code for fault in PROOFS["pdf"](path.read_bytes(), pictured.booklet, pictured.sections)}


def test_good_files_are_sound(good: Built, pictured: Built) -> None:
    for built in (good, pictured):
        for path in (built.pdf, built.epub):
            findings = list(examine(path, path.name, TOP / "tests" / "booklets" / path.stem))
            assert [f for f in findings if f.faults] == []
            assert {"opens", "source", "letters"} <= {f.proof for f in findings}


def test_the_command_tells_each_proof(good: Built, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", str(good.pdf), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert said.count("✓") >= 12
    assert "– could not be run: text, order and language are the booklet's (name the booklet's folder" in said
    assert cli.main(["verify", str(damaged(good, other_direction, tmp_path)), "--lang", "ar"]) == 1
    said = capsys.readouterr()
    assert "✗ اتجاه القراءة" in said.out
    assert "K524" in said.err


def test_what_is_no_book_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["verify", "booklet.docx"])
    assert stopped.value.code == 2
    for name, code in (("a.pdf", "K510"), ("a.epub", "K610")):
        (tmp_path / name).write_bytes(b"%PDF-1.7 cut short")
        assert cli.main(["verify", str(tmp_path / name), "--lang", "en"]) == 1
        assert code in capsys.readouterr().err
    assert cli.main(["verify", str(tmp_path / "none.pdf"), "--lang", "en"]) == 1
    assert "K702" in capsys.readouterr().err


def test_an_epub_in_the_wrong_language_or_direction(good: Built, tmp_path: Path) -> None:
    import zipfile

    def changed(old: bytes, new: bytes) -> set[str]:
        path = tmp_path / "b.epub"
        with zipfile.ZipFile(good.epub) as book, zipfile.ZipFile(path, "w") as out:
            for item in book.infolist():
                data = book.read(item)
                out.writestr(item, data.replace(old, new) if item.filename.endswith((".xhtml", ".opf")) else data)
        return {f.code for finding in examine(path, "b.epub", None) for f in finding.faults if f.code != "K703"}

    assert "K617" in changed(b'lang="ar"', b'lang="he"')
    assert "K612" in changed(b'dir="rtl"', b'dir="ltr"')
    assert "K618" in changed("ساعة".encode(), "\ufffd".encode()) | changed("أحمد".encode(), "\ufffd".encode())
