"""The index as derived: what stands in it, under what, in which order; what the sections and both outputs make of it."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from conftest import TOP

from report import apparatus
from report.apparatus import Entry, Group
from report.build import read

HEAD = (TOP / "tests/booklets/ar/booklet.yaml").read_text("utf-8").split("front:")[0] + "chapters: [one.md, two.md]\n"


def made(folder: Path, one: str, two: str = "نص.", **files: str) -> tuple[Group, ...]:
    (folder / "booklet.yaml").write_text(HEAD, "utf-8")
    for name, text in (("one", one), ("two", two)):
        (folder / f"{name}.md").write_text(f"---\nid: {name}\ntitle: {name}\n---\n\n{text}\n", "utf-8")
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(textwrap.dedent(text), "utf-8")
    booklet, faults = read(folder, "b")
    assert booklet, faults
    assert not faults, faults
    return apparatus.index(booklet, apparatus.mentions(booklet))


def flat(groups: tuple[Group, ...]) -> list[str]:
    """Each entry on a line: dots for depth, its words, its chapters, where it sends."""

    def lines(entries: tuple[Entry, ...], depth: int) -> list[str]:
        found: list[str] = []
        for e in entries:
            at = " ".join(f"{m.chapter.id}{'!' * m.main}{'>' + m.to if m.to else ''}" for m in e.locators)
            sent = "".join(f" → {'!'.join(p.path)}" for p in e.see) + "".join(
                f" ⇒ {'!'.join(p.path)}" for p in e.see_also
            )
            found += [f"{'.' * depth}{e.words} {at}".rstrip() + sent, *lines(e.entries, depth + 1)]
        return found

    return [line for g in groups for line in (f"[{g.letter}]", *lines(g.entries, 0))]


def test_marks_make_nested_entries_grouped_by_letter(tmp_path: Path) -> None:
    groups = made(
        tmp_path, '[أ]{index="الرهائن!الإفراج عنهم!يومه"} [ب]{index="الرهائن"} [الماس]{.index}', "[مصر]{.index .main}"
    )
    assert flat(groups) == ["[ا]", "الماس one", "[ر]", "الرهائن one", ".الإفراج عنهم", "..يومه one", "[م]", "مصر two!"]


def test_a_mark_on_words_is_the_words_without_their_marks(tmp_path: Path) -> None:
    assert flat(made(tmp_path, "[**السفارة** *الأمريكية*]{.index}")) == ["[س]", "السفارة الأمريكية one"]


def test_people_and_terms_stand_in_it_under_what_they_file_by(tmp_path: Path) -> None:
    people = "shah:\n  name: محمد رضا بهلوي\n  sort: بهلوي، محمد رضا\nidle:\n  name: كارتر\n  index: false\n"
    terms = "visa:\n  term: التأشيرة\n  text: إذن.\nother:\n  term: الإذن\n  text: إذن.\n  index: false\n"
    text = '[الشاه]{person=shah} [له]{person=idle} [تأشيرة]{term=visa} [إذن]{term=other} [مرضه]{index="بهلوي، محمد رضا!مرضه"}'
    assert flat(made(tmp_path, text, people=people, terms=terms)) == [
        "[ب]", "بهلوي، محمد رضا one", ".مرضه one", "[ت]", "التأشيرة one",
    ]  # fmt: skip


def test_without_a_mark_there_is_no_index(tmp_path: Path) -> None:
    terms = "visa:\n  term: التأشيرة\n  text: إذن.\n"
    assert made(tmp_path, "[تأشيرة]{term=visa}", terms=terms) == ()


def test_cross_references_name_the_entry_they_lead_to(tmp_path: Path) -> None:
    index = "الشاه:\n  see: بهلوي\nبهلوي:\n  see-also: [مصر, الأزمة!ذروتها]\n"
    groups = made(tmp_path, '[أ]{index=بهلوي} [ب]{index=مصر} [ج]{index="الأزمة!ذروتها"}', index=index)
    assert flat(groups) == [
        "[ا]", "الأزمة", ".ذروتها one", "[ب]", "بهلوي one ⇒ الأزمة!ذروتها ⇒ مصر", "[ش]", "الشاه → بهلوي", "[م]", "مصر one",
    ]  # fmt: skip
    ids = {e.id: e.words for g in groups for top in g.entries for e in (top, *top.entries)}
    assert [ids[p.id] for g in groups for e in g.entries for p in (*e.see, *e.see_also)] == ["ذروتها", "مصر", "بهلوي"]


def test_what_index_yaml_files_by_wins_over_the_rule(tmp_path: Path) -> None:
    index = "الهلال:\n  sort: الهلال\nعشرون:\n  sort: '20'\n"
    assert flat(made(tmp_path, "[الهلال]{.index} [البدر]{.index} [عشرون]{.index}", index=index)) == [
        "[أرقام]", "عشرون one", "[ا]", "الهلال one", "[ب]", "البدر one",
    ]  # fmt: skip


def test_what_a_mark_files_by_wins_too(tmp_path: Path) -> None:
    groups = made(
        tmp_path,
        '[الهلال]{.index sort=الهلال} [هلال]{index="الهلال"} [البدر]{index="ش!البدر" sort=ي} [يد]{index="ش!واو"}',
    )
    assert flat(groups) == ["[ا]", "الهلال one one", "[ش]", "ش", ".واو one", ".البدر one"]


def test_locators_come_in_reading_order_notes_and_questions_included(tmp_path: Path) -> None:
    one = (
        "أ[^1] [ب]{index=س to=end} {#end}\n\n::: questions\n\n[سؤال]{index=س}؟\n\n: جواب.\n\n:::\n\n[^1]: [ح]{index=س}."
    )
    one = one.replace(" {#end}", " [ج]{#end}")
    assert flat(made(tmp_path, one, "[د]{index=س .main}")) == ["[س]", "س one one>end one two!"]


def test_ids_are_in_the_order_of_the_index_and_unique(tmp_path: Path) -> None:
    groups = made(tmp_path, '[ب]{.index} [أ]{index="أ!ي"} [أ]{index="أ!ب"} [ج]{.index}')

    def ids(entries: tuple[Entry, ...]) -> list[str]:
        return [i for e in entries for i in (e.id, *ids(e.entries))]

    assert [i for g in groups for i in ids(g.entries)] == [f"index-{n}" for n in range(1, 6)]


@pytest.mark.parametrize("language", ["ar", "fa", "ur", "he", "en"])
def test_a_letter_heads_one_group_only(language: str) -> None:
    booklet, _ = read(TOP / "tests/booklets" / language, language)
    assert booklet
    letters = [g.letter for g in apparatus.index(booklet, apparatus.mentions(booklet))]
    assert len(letters) > 4
    assert len(set(letters)) == len(letters)
