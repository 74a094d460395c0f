"""Every code has a folder of tiny booklets that have the fault, and the exact text that is printed for them."""

from __future__ import annotations

import ast
import string
import tempfile
from pathlib import Path

import pytest

from report import check, exports, source
from report.build import build, read
from report.fault import Fault, Place, Stopped, in_order
from report.messages import CATALOG, Entry, Words, describe, entry, tell
from report.messages.handbook import page

TOP = Path(__file__).resolve().parent
FOLDERS = sorted(path for path in (TOP / "faults").iterdir() if path.is_dir())
CASES = [case for folder in FOLDERS for case in sorted((folder / "in").iterdir())]
DOCS = TOP.parent / "docs" / "faults.md"

BY_A_BUILD = {"K220", "K221", "K302"}
"""Codes of the first three hundreds that are found where the fonts are; those of themes, K4xx, are found there too."""

BY_AN_EXPORT = {"K252", "K253"}
"""Codes of what cannot be put on cards."""

WITHOUT_FOLDER = {"K144", "K251", "K280", "K281", "K410", "K412"}
"""Two names that not every disk can keep: tests/check/test_names.py; a package that is missing: tests/test_exports.py; a file
of a megabyte and one nobody may read: tests/test_theme.py."""

BY_HAND = {"K101.folder", "K102.unreadable", "K117.file", "K117.nodes", "K144", "K206.large", "K251", "K280", "K281"}
"""Messages whose cause no folder in a repository can hold; tests/source and tests/check have them."""


def codes() -> set[str]:
    return {key.partition(".")[0] for key in CATALOG if key < "K5"}


def faults_of(case: Path) -> tuple[Fault, ...]:
    """The faults of a case; a file SOURCE_DATE_EPOCH in it stands for the environment."""
    code = case.parent.parent.name
    if code in BY_A_BUILD or code.startswith("K4"):
        with tempfile.TemporaryDirectory() as out:
            return build(case, Path(out), ("pdf",), shown=case.name).faults
    if code in BY_AN_EXPORT:
        made, faults = read(case, case.name)
        try:
            assert made is not None, faults
            exports.sheets(made)
        except Stopped as stopped:
            return in_order((*faults, *stopped.faults))
    epoch = case / "SOURCE_DATE_EPOCH"
    draft, faults = source.read(case, case.name)
    if draft is None:
        return in_order(faults)
    return check.check(draft, faults, epoch.read_text() if epoch.exists() else "")[1]


def test_every_code_has_a_folder() -> None:
    assert {folder.name for folder in FOLDERS} == codes() - WITHOUT_FOLDER


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_golden(folder: Path, update_golden: bool) -> None:
    printed = ""
    for case in sorted((folder / "in").iterdir()):
        faults = faults_of(case)
        assert folder.name in {fault.code for fault in faults}, case
        printed += f"# {case.name}\n" + "".join(f"{describe(fault)}\n" for fault in faults) + "\n"
    golden = folder / "golden.txt"
    if update_golden:
        golden.write_text(printed, "utf-8", newline="\n")
    assert printed == golden.read_text("utf-8")


def test_every_message_is_told_by_a_case() -> None:
    told = {id(entry(fault)) for case in CASES for fault in faults_of(case)}
    missing = {key for key, row in CATALOG.items() if key < "K4" and id(row) not in told}
    assert missing == BY_HAND


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parents[1].name}-{path.name}")
def test_every_value_is_given_and_no_message_breaks(case: Path) -> None:
    for fault in faults_of(case):
        row = entry(fault)
        assert row is not None, fault
        assert fault.severity == row.severity, fault
        words = row.english
        wanted = fields(words.message) | fields(words.near if words.near and fault.values.get("near") else words.hint)
        assert wanted <= fault.values.keys(), fault
        for language in ("en", "ar"):
            message, hint = tell(fault, language)
            assert message
            assert hint
            assert "\n" not in message + hint
            assert (message + hint).count("\u2068") + (message + hint).count("\u2066") == (message + hint).count(
                "\u2069"
            )


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize(("key", "row"), CATALOG.items(), ids=lambda value: value if isinstance(value, str) else "")
def test_both_languages_say_the_same(key: str, row: Entry) -> None:
    for name in ("message", "hint", "near"):
        english, arabic = getattr(row.english, name), getattr(row.arabic, name)
        assert fields(english) == fields(arabic)
        assert bool(english) == bool(arabic)
        assert english.count("`") % 2 == 0 or "```" in english
    assert row.english.message[:1] == row.english.message[:1].lower() or row.english.message.split()[0].isupper()
    assert not row.english.message.endswith(".")
    assert any("\u0600" <= letter <= "\u06ff" for letter in row.arabic.message)
    assert row.english.hint


def test_the_handbook_is_the_catalog(update_golden: bool) -> None:
    if update_golden:
        DOCS.write_text(page(), "utf-8", newline="\n")
    assert DOCS.read_text("utf-8") == page()


def test_a_fault_never_fails_to_be_told() -> None:
    place = Place("a\x1b[31m.md", 1)
    assert describe(Fault("K999", place)) == "aU+001B[31m.md:1: error K999: K999"
    for key in CATALOG:
        code, _, reason = key.partition(".")
        for language in ("en", "ar"):
            assert describe(Fault(code, place, {"reason": reason}), language)
            assert describe(Fault(code, place, {"reason": reason, "near": "x"}), language)


def test_quoted_source_is_cleaned_isolated_and_cut() -> None:
    fault = Fault("K107", Place("a"), {"key": "س\n\u202e" + "ك" * 100, "known": "k, " * 100})
    message, hint = tell(fault)
    assert message.startswith("there is no key '\u2068س U+202Eك")
    assert "…\u2069'" in message
    assert hint.endswith("k, \u2069")


def test_what_is_to_be_typed_can_be_copied() -> None:
    fault = Fault("K118", Place("a"), {"key": "ملاحظة"})
    assert "[^ملاحظة]: the note" in tell(fault)[1]
    assert "\u2066[^ملاحظة]\u2069" in tell(fault, "ar")[1]


def test_every_fault_that_is_raised_has_words() -> None:
    """Faults with a reason that is written out where they are raised; the others are told by a case."""
    for path in sorted((TOP.parent / "report").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                not isinstance(node, ast.Call)
                or getattr(node.func, "id", "") not in {"error", "warning"}
                or not node.args
            ):
                continue
            code = getattr(node.args[0], "value", None)
            if isinstance(code, str) and code < "K4":
                given = [k.value for k in node.keywords if k.arg == "reason"]
                reasons = [value.value for value in given if isinstance(value, ast.Constant)]
                assert code in codes(), f"{path}:{node.lineno}"
                assert not any(reasons) or f"{code}.{reasons[0]}" in CATALOG, f"{path}:{node.lineno}"


def test_words_is_plain_data() -> None:
    assert Words("a", "b") == Words("a", "b", "")
