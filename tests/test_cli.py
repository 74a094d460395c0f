"""The command as a user meets it: exit codes, words in two languages, files whole or not at all."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import TOP

from report import cli, doctor, speech
from report.schema import schemas

TINY = TOP / "tests" / "booklets" / "ar"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tiny booklet under an Arabic name with a space in its path."""
    return shutil.copytree(TINY, tmp_path / "مجلد فيه مسافة" / "كرّاسة")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    try:
        code = cli.main([str(a) for a in arguments])
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_check_says_a_sound_booklet_is_sound(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", folder, "--lang", "en")[:2] == (0, "sound: no fault found\n")
    assert run(capsys, "check", folder, "--lang", "ar")[:2] == (0, "سليمة: لا خطأ فيها\n")


def test_faults_have_place_code_and_hint(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = folder / "text" / "road.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nذهب [أحمد]{person=ahmed}.\n", encoding="utf-8")
    code, _, err = run(capsys, "check", folder, "--lang", "en")
    assert code == 1
    assert re.search(r"text/road\.md:8:\d+: error K201: ", err)
    assert "hint: " in err
    assert "ahmad" in err
    code, _, err = run(capsys, "check", folder, "--lang", "ar")
    assert code == 1
    assert "خطأ K201" in err
    assert "إرشاد: " in err


def test_a_letter_no_font_has_and_a_theme_that_is_none_are_told_by_check(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = folder / "text" / "road.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nكلمة 漢 هنا.\n", encoding="utf-8")
    code, _, err = run(capsys, "check", folder, "--lang", "en")
    assert code == 1
    assert re.search(r"road\.md:8:6: error K302: .*U\+6F22", err), err
    head = folder / "booklet.yaml"
    head.write_text(head.read_text(encoding="utf-8") + "theme: nashk\n", encoding="utf-8")
    code, _, err = run(capsys, "check", folder, "--lang", "en")
    assert code == 1
    assert "K401" in err
    assert "naskh" in err


def test_json_is_data_for_editors(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "text" / "road.md").unlink()
    code, out, _ = run(capsys, "check", folder, "--format", "json", "--lang", "en")
    (fault, *_) = json.loads(out)
    assert code == 1
    assert set(fault) == {"code", "severity", "path", "line", "column", "message", "hint"}
    assert fault["path"].endswith("booklet.yaml")


def test_a_build_with_faults_writes_nothing(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "people.yaml").write_text("ahmad:\n  nme: أحمد\n", encoding="utf-8")
    code, out, err = run(capsys, "build", folder, "--out", tmp_path / "out", "--lang", "en")
    assert (code, out) == (1, "")
    assert "nothing was written" in err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bild"],
        ["build", "--to", "docx"],
        ["check", "--format", "xml"],
        ["build", "--lang", "fr"],
        ["schema", "x"],
        ["check", "--no-such"],
    ],
)
def test_wrong_use_is_two_and_says_where_help_is(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert "--help" in err
    assert "Traceback" not in err


def test_wrong_use_in_arabic(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "build", "--lang", "ar", "--to", "docx")
    assert code == 2
    assert "استعمال غير صحيح" in err


def test_a_missing_folder_is_a_fault_not_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "build", tmp_path / "لا شيء", "--lang", "en")
    assert code == 1
    assert "K101" in err
    assert "Traceback" not in err


def test_our_own_bug_is_seventy(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(cli, "read", broken)
    code, _, err = run(capsys, "check", folder, "--lang", "en")
    assert code == 70
    assert "boom" in err
    assert "Traceback" not in err


def test_schema_prints_what_the_checker_uses(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "schema", "events")
    assert code == 0
    assert json.loads(out) == schemas()["events"]
    assert json.loads(run(capsys, "schema")[1]) == schemas()


def test_doctor_finds_this_machine_well(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "doctor", "--lang", "en")
    assert code == 0, out
    assert "everything needed is here" in out


def test_doctor_names_what_is_missing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(doctor.ctypes.util, "find_library", lambda name: None)
    code, out, _ = run(capsys, "doctor", "--lang", "en")
    assert code == 1
    assert re.search(r"(apt-get|dnf|pacman|zypper|apk|brew) .*pango", out)


def test_visual_order_for_terminals_without_bidi(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "check", folder, "--lang", "ar", "--terminal", "visual")
    assert "ﺳﻠﻴﻤﺔ"[::-1] in out
    assert "سليمة" not in out


def test_both_languages_say_the_same_things() -> None:
    fields = {key: set(re.findall(r"\{\w+\}", text)) for key, text in speech.WORDS["en"].items()}
    assert {key: set(re.findall(r"\{\w+\}", text)) for key, text in speech.WORDS["ar"].items()} == fields


def test_the_locale_chooses_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert speech.language(None) == "en"
    monkeypatch.setenv("LANG", "ar_EG.UTF-8")
    assert speech.language(None) == "ar"
    assert speech.language("en") == "en"


@pytest.mark.slow
def test_a_build_from_inside_the_folder(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    code, out, _ = run(capsys, "build", "--out", tmp_path / "ناتج", "--report", tmp_path / "r.json", "--lang", "en")
    assert code == 0
    assert out.count("KB") == 2
    assert sorted(p.name for p in (tmp_path / "ناتج").iterdir()) == ["كرّاسة.epub", "كرّاسة.pdf"]
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert report["sound"] is True
    assert report["pages"] > 8
    assert {"check", "html", "pdf", "epub", "verify", "write"} <= set(report["seconds"])
    assert all(re.fullmatch("[0-9a-f]{64}", made["sha256"]) for made in report["outputs"].values())


@pytest.mark.slow
def test_warnings_stop_a_strict_build(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    terms = folder / "terms.yaml"
    terms.write_text(terms.read_text(encoding="utf-8") + "unused:\n  term: لا يُذكر\n  text: كلمة.\n", encoding="utf-8")
    assert run(capsys, "build", folder, "--to", "epub", "--out", tmp_path / "a", "--strict")[0] == 1
    assert not (tmp_path / "a").exists()
    code, _, err = run(capsys, "build", folder, "--to", "pdf", "--out", tmp_path / "b", "--lang", "en")
    assert code == 0
    assert "warning K207" in err
    assert [p.name for p in (tmp_path / "b").iterdir()] == ["كرّاسة.pdf"]


@pytest.mark.slow
def test_control_c_midway_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(TOP), "LANG": "C.UTF-8"}
    process = subprocess.Popen(
        [sys.executable, "-m", "report", "build", str(folder), "--out", str(tmp_path / "out"), "--lang", "en"],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env,
    )  # fmt: skip
    assert process.stderr
    while "setting the pages" not in process.stderr.readline():
        pass
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "stopped; nothing was written" in err
    assert "Traceback" not in err
    assert out == ""
    assert not (tmp_path / "out").exists() or list((tmp_path / "out").iterdir()) == []
