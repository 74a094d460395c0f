"""Places of the code points of YAML scalars, in all five styles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.fault import Fault
from report.source.lines import Lines
from report.source.yaml import Mapping, Scalar, parse


def scalar(text: str) -> tuple[Scalar, Lines]:
    faults: list[Fault] = []
    lines = Lines("t.yaml", text)
    tree = parse(lines, faults)
    assert isinstance(tree, Mapping)
    value = tree.entries[0][1]
    assert isinstance(value, Scalar)
    return value, lines


def at(value: Scalar, lines: Lines, offset: int) -> str:
    place = value.where().place(offset)
    return lines.line(place.line - 1)[place.column - 1 : place.column]


@pytest.mark.parametrize(
    "text",
    [
        "a: نص عادي ثم\n  سطر ثان\n",
        "a: 'نص ''مقتبس'' ثم\n   سطر'\n",
        "a: |\n  نص حرفي\n    مزاح\n\n  سطر\n",
        "a: >-\n  نص مطويّ\n  سطر\n\n  فقرة\n",
        "a: |2-\n   نص\n",
        'a: "نص \\" \\\\ \\u0643 \\x41 \\\n   سطر \\n جديد\n   آخر"\n',
        "a:   # تعليق\n  نص\n",
    ],
)
def test_letters_are_found_where_they_stand(text: str) -> None:
    value, lines = scalar(text)
    for offset, letter in enumerate(value.text):
        if not letter.isspace():
            found = at(value, lines, offset)
            assert found == letter or (found in "'\\" and value.style in "'\""), (offset, letter, found)


def test_an_empty_scalar_has_a_place() -> None:
    value, _ = scalar("a: ''\n")
    assert (value.where().place(0).line, value.where().place(0).column) == (1, 4)


@given(st.text(alphabet="اب 'c\"\n\\:#-", min_size=1, max_size=30), st.sampled_from(["'", '"', "|"]))
def test_any_text_in_any_style(text: str, style: str) -> None:
    if style == "|":
        words = "\n".join("  " + line for line in text.strip().split("\n"))
        source = f"a: |2-\n{words}\n"
    elif style == "'":
        source = "a: '" + text.replace("'", "''").replace("\n", " \n  ") + "'\n"
    else:
        source = 'a: "' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"\n'
    value, lines = scalar(source)
    for offset, letter in enumerate(value.text):
        if not letter.isspace():
            assert at(value, lines, offset) in {letter, "\\", "'"}
