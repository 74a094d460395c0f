"""docs/epub.md says for each of the 31 requirements what makes it and what proves it: what it names is there."""

from __future__ import annotations

import re

from conftest import TOP

TABLE = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (TOP / "docs" / "epub.md").read_text("utf-8").splitlines()
    if re.match(r"\| \d+ \|", line)
]


def test_every_requirement_has_a_row_with_a_proof() -> None:
    assert [row[0] for row in TABLE] == [str(n) for n in range(1, 32)]
    assert all(len(row) == 5 and all(row) for row in TABLE)
    assert not [row[0] for row in TABLE if not re.search(r"tests/\S+\.py|K6\d\d", row[3])]


def test_what_the_rows_name_is_there() -> None:
    said = re.findall(
        r"`((?:tests|report)/[\w/.{},-]+)(?:::?(\w+))?`(?:, `::?(\w+)`)*", "\n".join(row[2] + row[3] for row in TABLE)
    )
    assert len(said) > 60
    for path, *names in said:
        if "{" in path:
            continue
        assert (TOP / path).exists(), path
        text = (TOP / path).read_text("utf-8") if (TOP / path).is_file() else ""
        for name in filter(None, names):
            assert re.search(rf"\b(?:def|class) {name}\b", text), f"{path}: {name}"
