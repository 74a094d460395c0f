"""A sound draft becomes a Booklet: defaults from the language, everything that was written, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from report import check
from report.fault import Place, Stopped
from report.model import Creator, Emphasis, Text

Checked = Callable[..., object]

FULL = """\
subtitle: عنوان
  فرعي
creators:
  - {name: أ, role: editor, sort: ب}
  - name: ج
publisher: دار
edition: الأولى
rights: محفوظة
description: وصف
subjects: [تاريخ, سياسة]
digits: latin
calendars: [hijri, gregorian]
months: both
categories: {war: حرب, peace: سلم}
page: {size: [120.5, 200], binding: left}
theme: plain
front: [text/front.md]
back: [text/back.md]
"""


def test_defaults(checked: Checked) -> None:
    meta = checked().booklet.meta
    assert (meta.title, meta.subtitle, meta.language, meta.date) == ("كرّاسة", "", "ar", "2026-11-23")
    assert (meta.digits, meta.calendars, meta.months) == ("arabic-indic", ("gregorian",), "egyptian")
    assert (meta.page, meta.binding, meta.theme) == ((148, 210), "right", "naskh")
    assert meta.modified == 1795392000
    assert meta.place == Place("b/booklet.yaml")


@pytest.mark.parametrize(
    ("language", "digits", "binding"),
    [("fa", "extended", "right"), ("he", "latin", "right"), ("en", "latin", "left"), ("ur", "extended", "right")],
)
def test_defaults_follow_the_language(checked: Checked, language: str, digits: str, binding: str) -> None:
    found = checked(files={"booklet.yaml": BOOKLET_OF.format(language=language)})
    assert (found.booklet.meta.digits, found.booklet.meta.binding) == (digits, binding)


BOOKLET_OF = """\
title: T
language: {language}
identifier: urn:isbn:9783161484100
date: 2026-11-23
chapters: [text/one.md]
"""


def test_all_that_can_be_given(checked: Checked) -> None:
    files = {f"text/{name}.md": f"---\nid: {name}\ntitle: نص\nshort: ن\n---\nس\n" for name in ("front", "back")}
    found = checked(
        "[أ]{event=e}\n",
        booklet=FULL,
        files=files,
        events="e:\n  date: 1980\n  title: ت\n  passage: one\n  category: war\n"
        "f:\n  date: ٠٦٢٢\n  calendar: julian\n  title: ت\n  passage: one\n  category: peace\n",
    )
    assert [code for code in found.codes if not code.startswith("K207")] == []
    meta = found.booklet.meta
    assert meta.subtitle == "عنوان فرعي"
    assert meta.creators == (Creator("أ", "editor", "ب"), Creator("ج", "author", "ج"))
    assert meta.subjects == ("تاريخ", "سياسة")
    assert meta.calendars == ("hijri", "gregorian")
    assert meta.categories == {"war": "حرب", "peace": "سلم"}
    assert (meta.page, meta.binding) == ((120.5, 200), "left")
    assert [(t.id, t.role, t.number, t.title, t.short) for t in found.booklet.texts] == [
        ("front", "front", 0, "نص", "ن"),
        ("one", "chapter", 1, "الفصل", "الفصل"),
        ("back", "back", 0, "نص", "ن"),
    ]
    assert [event.date.edtf for event in found.booklet.events] == ["1980", "0622"]


def test_entries(checked: Checked) -> None:
    found = checked(
        "[ش]{person=shah} [ل]{term=asylum} [ل]{term=refuge} [ح]{event=seizure} [و]{source=vienna}\n",
        people="shah:\n  name: الشاه\n  latin: Shah\n  born: 1919-10-26\n  died: 1980~\n  role: ملك\n  text: نص *م*\n",
        terms="asylum:\n  term: لجوء\n  text: نص\n  see: [refuge]\nrefuge:\n  term: ملجأ\n  sort: أ\n  text: |\n    نص\n",
        events="seizure:\n  date: 1980\n  part: early\n  title: اقتحام\n  passage: one\n"
        "  as_written: ش\n  people: [shah]\n  sources: [vienna]\n",
        sources="vienna:\n  title: Convention\n  kind: book\n  year: 1961\n  url: https://x.org/أ\n  language: fr\n  note: ن\n",
    )
    assert found.codes == []
    booklet = found.booklet
    person = booklet.people[0]
    assert (person.name, person.latin, person.sort, person.role) == ("الشاه", "Shah", "الشاه", "ملك")
    assert person.born
    assert person.born.lower == date(1919, 10, 26)
    assert person.text == (
        Text("نص ", Place("b/people.yaml", 7, 9)),
        Emphasis((Text("م", Place("b/people.yaml", 7, 13)),)),
    )
    assert person.place == Place("b/people.yaml", 1, 1)
    assert [(term.sort, term.see) for term in booklet.terms] == [("لجوء", ("refuge",)), ("أ", ())]
    event = booklet.events[0]
    assert (event.date.part, event.passage, event.as_written, event.people, event.sources) == (
        "early",
        "one",
        "ش",
        ("shah",),
        ("vienna",),
    )
    source = booklet.sources[0]
    assert (source.kind, source.language, source.url) == ("book", "fr", "https://x.org/أ")
    assert source.year
    assert source.year.edtf == "1961"


def test_text_that_looks_like_something_else_stays_text(checked: Checked) -> None:
    found = checked("[س]{person=no}\n", people="no:\n  name: 1984\n  role: no\n  latin: 0x1F\n")
    assert found.codes == []
    person = found.booklet.people[0]
    assert (person.name, person.role, person.latin) == ("1984", "no", "0x1F")


def test_epoch(checked: Checked) -> None:
    assert checked(epoch="86400").booklet.meta.modified == 86400
    assert checked(epoch="now").codes == ["K307 SOURCE_DATE_EPOCH"]
    assert checked(epoch="-1").codes == ["K307 SOURCE_DATE_EPOCH"]


def test_epoch_of_the_environment(checked: Checked, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = checked().draft
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    booklet, _ = check.check(draft)
    assert booklet
    assert booklet.meta.modified == 1
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert check.check(draft)[0] != booklet


def test_build_raises_once_with_every_fault(checked: Checked) -> None:
    found = checked("[س]{person=a} [س](x)\n")
    with pytest.raises(Stopped) as stopped:
        check.build(found.draft)
    assert [fault.code for fault in stopped.value.faults] == ["K201", "K210"]
    assert found.booklet is None
    sound = checked("نص.\n", people="a:\n  name: ب\n")
    booklet, warnings = check.build(sound.draft)
    assert booklet == sound.booklet
    assert [fault.code for fault in warnings] == ["K207"]
