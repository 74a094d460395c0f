"""Names of characters, and which of them a source may hold."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from report.script import characters


@pytest.mark.parametrize(
    ("ch", "name"),
    [
        ("\u200f", "U+200F RIGHT-TO-LEFT MARK"),
        ("أ", "U+0623 ARABIC LETTER ALEF WITH HAMZA ABOVE"),
        ("\x07", "U+0007 <control-0007>"),
        ("\ud800", "U+D800 <surrogate-D800>"),
        ("\ue000", "U+E000 <private-use-E000>"),
        ("\u0378", "U+0378 <reserved-0378>"),
        ("\ufdd0", "U+FDD0 <noncharacter-FDD0>"),
        ("\U0001ffff", "U+1FFFF <noncharacter-1FFFF>"),
    ],
)
def test_name(ch: str, name: str) -> None:
    assert characters.name(ch) == name


def test_bidi_controls_are_all_that_unicode_has() -> None:
    explicit = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    found = {c for c in map(chr, range(0x3000)) if unicodedata.bidirectional(c) in explicit}
    assert found | set("\u061c\u200e\u200f") == characters.BIDI_CONTROLS


def test_forbidden_characters() -> None:
    forbidden = {c for c in map(chr, range(sys.maxunicode + 1)) if characters.is_forbidden(c)}
    controls = {c for c in map(chr, range(0x100)) if unicodedata.category(c) == "Cc"}
    assert controls - forbidden == set("\t\n\r")
    assert len([c for c in forbidden if unicodedata.category(c) == "Cn"]) == 66  # Unicode §23.7: 66 noncharacters
    assert len(forbidden) == 62 + 66 + 2048 + 1


@pytest.mark.parametrize("ch", ["\u200c", "\u200d", "\u0640", "\u064b", "ﷺ", "﴾", "م", " ", "\u00a0", "😀"])
def test_what_writing_needs_is_allowed(ch: str) -> None:
    assert not characters.is_forbidden(ch)
    assert not characters.PRESENTATION_FORMS.search(ch)


@pytest.mark.parametrize("ch", ["\ufefb", "\ufe8d", "\ufb56", "\ufc08"])
def test_presentation_forms(ch: str) -> None:
    assert characters.PRESENTATION_FORMS.search(ch)
    assert unicodedata.normalize("NFKC", ch) != ch
