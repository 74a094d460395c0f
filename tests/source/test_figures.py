"""Pictures alone in a paragraph: path as typed, description in plain words, caption with marks and places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report.fault import Place
from report.model import Figure, Paragraph

Show = Callable[..., str]


def test_a_figure(read: Show, show: Show) -> None:
    found = read('نص\n\n> {#map}\n> ![خريطة &amp; \\*نص](<images/خريطة 1.png> "في [طهران]{.index} *م*")\n')
    figure = found.blocks[1].blocks[0]
    assert isinstance(figure, Figure)
    assert (figure.image, figure.alt, figure.id) == ("images/خريطة 1.png", "خريطة & *نص", "map")
    assert figure.place == Place("t.md", 4, 3)
    assert show(figure.caption) == "في @4:45 index[]@4:48(طهران@4:49)  @4:63 em(م@4:65)"
    assert found.codes == []


@pytest.mark.parametrize("caption", ["'نص'", "(نص)", '"نص"', '"نص \\" نص"', "\n'نص'", '"نص" '])
def test_captions_in_any_quotes(read: Show, show: Show, caption: str) -> None:
    figure = read(f"![س](a.png {caption})").blocks[0]
    assert isinstance(figure, Figure)
    assert show(figure.caption).startswith("نص")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("![س](a.png)", []),
        ("![](a.png)", []),
        ("![س](a.png) ![س](a.png)", ["K127@1:1", "K127@1:13"]),
        ("![س](a.png)\nنص", ["K127@1:1"]),
        ("**![س](a.png)**", ["K127@1:3"]),
        ("![*س*](a.png)", ["K131@1:3"]),
        ("![س][a]\n\n[a]: a.png", []),
        ("![س][a]\n\n[a]: a.png 'ت'", ["K131@3:1"]),
        ("![س](a.png){#a}", ["K115@1:12", "K127@1:1"]),
    ],
)
def test_faults(read: Show, text: str, codes: list[str]) -> None:
    assert sorted(read(text).codes) == sorted(codes)


def test_hidden_characters_in_a_description_are_told(read: Show) -> None:
    assert read("![س&rlm;](a.png)").codes == ["K301@1:3"]


def test_a_picture_among_many_brackets_is_no_figure(read: Show) -> None:
    assert isinstance(read("![س](a.png)" + "[" * 70).blocks[0], Paragraph)
