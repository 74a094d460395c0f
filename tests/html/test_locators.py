"""Page references in a row: once a page, ranges, the chief page by itself."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from report.html.locators import tell


def told(*links: str) -> tuple[str, list[str]]:
    """`a3` is a link to a place on page 3, `a3-a7` a passage that runs on, `a3!` a chief one: what is printed, with the
    chief ones in stars, and where the links lead."""
    group = ET.Element("span", {"class": "locators", "data-separator": "، "})
    for link in links:
        start, _, end = link.rstrip("!").partition("-")
        name = "pageref main" if link.endswith("!") else "pageref"
        ET.SubElement(group, "a", {"class": name, "href": f"#{start}"} | ({"data-to": end} if end else {}))
    tell(group, lambda id: int(id[1:]))
    anchors = list(group.iter("a"))
    for a in anchors:
        number = a.get("href", "")[2:]
        a.text = f"*{number}*" if "main" in a.get("class", "") else number
    return "".join(group.itertext()), [a.get("href", "") for a in anchors]


@pytest.mark.parametrize(
    ("links", "text"),
    [
        ("a3 b3 a7", "3، 7"),
        ("a3 a4", "3، 4"),
        ("a3 a4 a5", "3–5"),
        ("a1 a3 a4 b4 a5 a6 a9", "1، 3–6، 9"),
        ("a3-b4", "3–4"),
        ("a3-b3", "3"),
        ("a3-b9 a5 a10", "3–10"),
        ("a3-b9 a5-c12", "3–12"),
        ("a9 a3", "3، 9"),
        ("a3 a4! a5", "3، *4*، 5"),
        ("a3 b3!", "*3*"),
        ("a3! b3! a4!", "*3*، *4*"),
        ("a3-b9! a12", "*3*–*9*، 12"),
        ("a3-b9 a5!", "3–9، *5*"),
        ("a3-b5! a4 b7", "*3*–*5*، 7"),
    ],
)  # fmt: skip
def test_pages_are_told_as_an_index_tells_them(links: str, text: str) -> None:
    assert told(*links.split())[0] == text


def test_every_number_leads_to_a_place_on_its_page() -> None:
    assert told("a3", "b3", "a4", "a5")[1] == ["#a3", "#a5"]
    assert told("a3-b9", "a5", "c10")[1] == ["#a3", "#c10"]
    assert told("b3", "a3!")[1] == ["#a3"]
