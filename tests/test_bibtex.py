"""sources.bib prints what the same sources in CSL-JSON print; escapes, strings, crossref and names; each fault at its place."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report import html, theme
from report.build import read
from report.fault import Fault
from report.model import Booklet
from report.source import bibnames, bibtex, latex
from report.source.lines import Lines
from report.source.yaml import Mapping, Scalar

HEAD = "title: ك\nlanguage: ar\nidentifier: urn:uuid:3f1c0a52-0000-5000-8000-000000000000\ndate: 2026-11-23\nchapters: [one.md]\n"
BIB = r"""% exported
@string{cup = "Cambridge University"}
@comment{ignored = {x}}
@preamble{"\newcommand{\noop}[1]{}"}

@book{Keeping:1982,
  author    = {Jimmy Carter},
  title     = {Keeping Faith: {Memoirs}},
  shorttitle = {Keeping Faith},
  publisher = "Bantam", address = {New York}, month = oct, year = 1982, langid = {english},
}
@article{options,
  author = {Houghton, David Patrick and {The Editors} and Ludwig van der Berg and de la Cruz, Jr., Jos\'{e}},
  title = {The {Iran} Hostage Crisis --- caf\'e, \"{u}ber, {\c{C}}elik, na\"\i{}ve \& \emph{more}},
  journal = {Review}, volume = {5}, number = 2, pages = {7--19}, year = {1995},
}
@collection{whole, editor = {حسن، نور}, title = {تاريخ الدبلوماسية}, publisher = {دار النهار}, location = {بيروت}, date = {1990}}
@incollection{part, crossref = {WHOLE}, author = {بن علي، كريم}, title = {الوساطة}, pages = {40}}
@book{autumn, author = {محمد حسنين هيكل}, title = {خريف الغضب}, publisher = cup # { Press}, year = {1983}}
@online{site, title = {الأرشيف}, url = {https://example.org/a\_b%20c}, urldate = {2026-01-05}}
@misc{treaty, title = {اتفاقية فيينا}}
"""
CSL = [
    {"id": "keeping-1982", "type": "book", "title": "Keeping Faith: Memoirs", "title-short": "Keeping Faith",
     "author": [{"family": "Carter", "given": "Jimmy"}], "publisher": "Bantam", "publisher-place": "New York",
     "issued": {"date-parts": [[1982, 10]]}, "language": "en"},
    {"id": "options", "type": "article-journal",
     "title": "The Iran Hostage Crisis — café, über, Çelik, naïve & more", "container-title": "Review", "volume": 5,
     "issue": "2", "page": "7-19", "issued": {"date-parts": [[1995]]},
     "author": [{"family": "Houghton", "given": "David Patrick"}, {"literal": "The Editors"},
                {"family": "Berg", "non-dropping-particle": "van der", "given": "Ludwig"},
                {"family": "Cruz", "non-dropping-particle": "de la", "given": "José", "suffix": "Jr."}]},
    {"id": "whole", "type": "book", "title": "تاريخ الدبلوماسية", "editor": [{"literal": "حسن، نور"}],
     "publisher": "دار النهار", "publisher-place": "بيروت", "issued": {"date-parts": [[1990]]}},
    {"id": "part", "type": "chapter", "title": "الوساطة", "container-title": "تاريخ الدبلوماسية",
     "author": [{"literal": "بن علي، كريم"}], "editor": [{"literal": "حسن، نور"}], "page": "40",
     "publisher": "دار النهار", "publisher-place": "بيروت", "issued": {"date-parts": [[1990]]}},
    {"id": "autumn", "type": "book", "title": "خريف الغضب", "author": [{"literal": "محمد حسنين هيكل"}],
     "publisher": "Cambridge University Press", "issued": {"date-parts": [[1983]]}},
    {"id": "site", "type": "webpage", "title": "الأرشيف", "URL": "https://example.org/a_b%20c",
     "accessed": {"date-parts": [[2026, 1, 5]]}},
    {"id": "treaty", "type": "document", "title": "اتفاقية فيينا"},
]  # fmt: skip
CITED = "[أ]{source=options pages=8} ثم [ب]{source=keeping-1982 .cite} ثم [ج]{source=part pages=40} و[د]{source=options pages=9}."


def booklet(folder: Path, **files: str) -> tuple[Booklet | None, tuple[Fault, ...]]:
    folder.mkdir()
    (folder / "booklet.yaml").write_text(HEAD, "utf-8")
    (folder / "one.md").write_text(f"---\nid: one\ntitle: فصل\n---\n\n{files.pop('text', CITED)}\n", "utf-8")
    for name, text in files.items():
        (folder / f"sources.{name}").write_text(text, "utf-8")
    made, faults = read(folder, "b")
    return made, tuple(f for f in faults if f.code != "K207")


def printed(made: Booklet) -> tuple[list[str], list[str]]:
    """The entries of the list with their attributes, and the notes."""
    style = theme.load(made.meta.theme, made.meta.language, made.root, made.meta.place)
    sections = {s.id: s.html for s in html.sections(made, style)}
    notes = re.findall(r"<aside.*?</aside>", sections["one"], re.DOTALL)
    return re.findall(r"<dt.*?</dt>", sections["sources"], re.DOTALL), notes


def test_both_files_print_the_same(tmp_path: Path) -> None:
    by_bib, faults = booklet(tmp_path / "bib", bib=BIB)
    assert by_bib, faults
    by_csl, others = booklet(tmp_path / "csl", json=json.dumps(CSL))
    assert by_csl, others
    assert not faults
    assert printed(by_bib) == printed(by_csl)
    assert len(printed(by_bib)[0]) == len(CSL)
    said = re.sub("<[^>]+>", "", " ".join(printed(by_bib)[0]))
    assert "بن علي، كريم. «الوساطة». في تاريخ الدبلوماسية. تحرير نور حسن. ص ٤٠. بيروت: دار النهار، ١٩٩٠." in said
    assert "van der Berg, Ludwig" in said


def test_an_id_stands_in_one_file(tmp_path: Path) -> None:
    made, faults = booklet(
        tmp_path / "b", bib="@book{A, title = {x}}\n@book{a, title = {y}}", yaml="a:\n  title: z\n", text="نص."
    )
    assert made is None
    assert [(f.code, f.place.path, f.place.line) for f in faults] == [
        ("K106", "b/sources.bib", 1),
        ("K106", "b/sources.bib", 2),
    ]
    assert "sources.yaml:1" in faults[0].values["first"]


def test_a_bad_date_is_told_where_it_stands(tmp_path: Path) -> None:
    made, faults = booklet(tmp_path / "b", bib="@book{a,\n  title = {x},\n  year = {in press}\n}", text="[س]{source=a}")
    assert made is None
    assert [(f.code, f.place.line, f.place.column) for f in faults] == [("K303", 3, 10)]


def test_one_broken_entry_does_not_hide_the_next() -> None:
    faults: list[Fault] = []
    text = "@book{a, title = {never closed\n@book{b, title = nowhere}\n@book{c, title = {Whole}}\nan address: me@example.org\n"
    found = bibtex.entries(Lines("s.bib", text), faults)
    assert isinstance(found, Mapping)
    assert [key.text for key, _ in found.entries] == ["c"]
    assert [(f.code, f.values["reason"], f.place.line, f.place.column) for f in faults] == [
        ("K276", "open", 1, 18), ("K276", "string", 2, 18),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        (
            r"\'e \'{e} {\'e} \`a \^o \~n \"u \c{c} \v{s} \H{o} \k{a} \r{a} \=a \.z \d{h} \u{g}",
            "é é é à ô ñ ü ç š ő ą å ā ż ḥ ğ",
        ),
        (r"\'{\i} \'\i{} {\o} {\ss} \ae\oe{} {\AA}ngstr\"om \L{}odz \o re", "í í ø ß æœ Ångström Łodz øre"),
        (r"a---b 1--2 ``c'' d~e \& \% \_ \# \$ \{x\}", "a—b 1–2 “c” d\u00a0e & % _ # $ {x}"),
        (r"{\bf B}old \textit{it {n}ested} {A}{B}", "Bold it nested AB"),
        ("أزمة {الرهائن} في إيران", "أزمة الرهائن في إيران"),
        (r"al-\d{T}abar\={\i}, Mu\d{h}ammad", "al-Ṭabarī, Muḥammad"),
    ],
)
def test_latex_is_plain_text(raw: str, wanted: str) -> None:
    unknown: list[str] = []
    assert latex.plain(raw, lambda _, command: unknown.append(command)) == wanted
    assert not unknown


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("Jimmy Carter", "Carter, Jimmy"),
        ("Carter, Jimmy", "Carter, Jimmy"),
        ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
        ("de la Cruz, Jr., Juan", "de la Cruz, Juan Jr."),
        ("{Barnes and Noble}", "Barnes and Noble"),
        ("A. One and B. Two and others", "One, A.; Two, B.; et al."),
        ("Plato", "Plato"),
        ("جمال عبد الناصر and هيكل، محمد", "جمال عبد الناصر; هيكل، محمد"),
        ("هيكل, محمد حسنين", "هيكل, محمد حسنين"),
        ("Anderson and Sandy Band", "Anderson; Band, Sandy"),
    ],
)
def test_names_in_all_forms(raw: str, wanted: str) -> None:
    assert bibnames.names(raw, lambda text: latex.plain(text, lambda *_: None)) == wanted


@given(st.text(alphabet="@{}(),=\"#\\ab\n%اب~-$'", max_size=60))
def test_no_file_breaks_the_reader(text: str) -> None:
    """Whatever a file holds, it is read or told; every fault has a place inside it."""
    faults: list[Fault] = []
    found = bibtex.entries(Lines("s.bib", text), faults)
    last = text.count("\n") + 1
    assert all(1 <= fault.place.line <= last for fault in faults)
    assert found is None or all(isinstance(key, Scalar) and key.text == key.text.lower() for key, _ in found.entries)
