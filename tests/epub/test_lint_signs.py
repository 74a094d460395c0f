"""What the lint looks for first: where its quick signs are not found, the patterns behind them find nothing either."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from report.epub.lint import direction, typing

_PIECES = ["كلمة", "word", "מלה", " ", "\u00a0", "  ", "،", ",", "؛", "؟", "?", ":", "۔", ".", "…", ". .", "\n", "ibid.", "Ibid.",
           "المرجع نفسه", "المصدر السابق", "نفس المرجع", "م. ن.", "م.س.", "همان\u200cجا", "همان جا", "همان،", "ایضاً", "שם,",
           "op. cit.",
           "Loc. cit.", "1", "٣", "a", "ب"]  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=7).map("".join)


@given(_TEXTS)
@example("كلمة ،")
@settings(max_examples=1000, deadline=None)
def test_a_slip_has_a_sign(text: str) -> None:
    if typing._SLIPS.search(text):  # pyright: ignore[reportPrivateUsage]
        assert any(sign in text for sign in typing._SIGNS)  # pyright: ignore[reportPrivateUsage]
    if typing._SAME_WORK.search(text):  # pyright: ignore[reportPrivateUsage]
        assert any(sign in text for sign in typing._SIGNS_OF_SAME_WORK)  # pyright: ignore[reportPrivateUsage]


@given(_TEXTS, st.text("abابאב1é٣ـ", max_size=5), st.sampled_from(["Arab", "Latn", "Hebr", "Cyrl"]))
@settings(max_examples=400, deadline=None)
def test_a_foreign_word_has_a_foreign_letter(text: str, more: str, own: str) -> None:
    """The letters are those of the whole book, of which a run is a part."""
    run, book = f"{text} {more}", frozenset(filter(str.isalpha, text + more + "Дaבب"))
    if direction._foreign(run, own):  # pyright: ignore[reportPrivateUsage]
        assert direction._foreign_letters(book, own).search(run)  # pyright: ignore[reportPrivateUsage]
