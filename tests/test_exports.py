"""Flash cards: their sides, their ids, the same deck each time, and what is said when genanki is not there."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import TOP

from report import exports
from report.build import read
from report.fault import Stopped
from report.model import Booklet


@pytest.fixture(scope="module")
def booklet() -> Booklet:
    made, faults = read(TOP / "tests" / "booklets" / "study", "study")
    assert made is not None, faults
    return made


def test_cards_have_two_sides_and_the_front_does_not_tell(booklet: Booklet) -> None:
    by_id = {card.id: card for card in exports.cards(booklet)}
    assert (by_id["event-letter"].front, by_id["event-letter"].back) == ("وصول الرسالة", "٤ نوفمبر ١٩٧٩")
    assert by_id["letter-q6"].front == "كتب الرسالة رجل اسمه ……."
    assert by_id["letter-q6"].back == "أحمد البغدادي"
    assert by_id["letter-q5"].back == "كتابة الرسالة\nمجيء الجواب\nقدوم الصديق"
    assert by_id["letter-q5"].front.splitlines()[1:] != by_id["letter-q5"].back.splitlines()
    assert all(card.front and card.back for card in by_id.values())


def test_without_genanki_it_says_what_to_install(booklet: Booklet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "genanki", None)
    with pytest.raises(Stopped) as stopped:
        exports.anki(booklet)
    assert [fault.code for fault in stopped.value.faults] == ["K251"]


def test_a_deck_is_right_to_left_and_always_the_same(booklet: Booklet, tmp_path: Path) -> None:
    pytest.importorskip("genanki")
    data = exports.anki(booklet)
    assert data == exports.anki(booklet)
    with zipfile.ZipFile(io.BytesIO(data)) as deck:
        (tmp_path / "c.db").write_bytes(deck.read("collection.anki2"))
    base = sqlite3.connect(tmp_path / "c.db")
    notes = base.execute("select guid, flds from notes").fetchall()
    (models,) = base.execute("select models from col").fetchone()
    base.close()
    assert len(notes) == len(exports.cards(booklet)) == len({guid for guid, _ in notes})
    (model,) = json.loads(models).values()
    assert [field["rtl"] for field in model["flds"]] == [True, True]
