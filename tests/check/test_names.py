"""Names as disks take them: other capitals (K102, K204), twins (K144), letters composed otherwise."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
TWO = "---\nid: two\ntitle: فصل ثانٍ\n---\n\nنص.\n"


@pytest.mark.parametrize("written", ["NFC", "NFD"])
@pytest.mark.parametrize("kept", ["NFC", "NFD"])
def test_a_name_is_found_however_its_letters_are_composed(
    checked: Callable[..., object], written: str, kept: str
) -> None:
    name = "images/آثار é.svg"
    text = f"![س](<{unicodedata.normalize(written, name)}>)\n"
    found = checked(text, files={unicodedata.normalize(kept, name): SVG})
    assert [code for code in found.codes if not code.startswith("K3")] == []  # pyright: ignore[reportAttributeAccessIssue]


def test_other_capitals_are_told_with_the_right_ones(checked: Callable[..., object]) -> None:
    found = checked(
        "![س](Images/map.SVG)\n", "back: [text/Two.md]\n", files={"images/Map.svg": SVG, "text/two.md": TWO}
    )
    told = {f.code: f.values.get("near") for f in found.faults}  # pyright: ignore[reportAttributeAccessIssue]
    assert (told["K204"], told["K102"]) == ("images/Map.svg", "text/two.md")


def test_twins_are_told_once(checked: Callable[..., object]) -> None:
    pictures = "![س](images/map.svg)\n\n![س](images/Map.svg)\n\n![س](./images/map.svg)\n\n![س](images/Map.svg)\n"
    files = {"images/map.svg": SVG, "images/Map.svg": SVG, "text/One.md": TWO}
    found = checked(pictures, "back: [text/One.md]\n", files=files)
    assert found.codes == ["K144 booklet.yaml:6:8", "K144 text/one.md:8:1"]  # pyright: ignore[reportAttributeAccessIssue]
