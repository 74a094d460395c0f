"""The typographic rules: what each changes, what it must leave, and that a second pass finds nothing."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.script import orthography
from report.script.orthography import SYNTAX, findings, mend

CHANGED = [
    ("ar", "N1", "ستة ، ثم", "ستة، ثم"), ("ar", "N1", "(ستة )", "(ستة)"), ("he", "N1", "שלום .", "שלום."),
    ("ar", "N2", "رهائن. . تلا", "رهائن. تلا"), ("ar", "N3", "نعم،ثم", "نعم، ثم"), ("ar", "N4", "نعم, ثم", "نعم، ثم"),
    ("ar", "N5", "نعم; ثم", "نعم؛ ثم"), ("fa", "N6", "چرا?", "چرا؟"), ("ar", "N7", 'قال "نعم".', "قال «نعم»."),
    ("ar", "N7", '«قال "نعم" ثم»', "«قال “نعم” ثم»"), ("ur", "N7", 'کہا "ہاں"', "کہا “ہاں”"),
    ("he", "N7", 'צה"ל אמר "שלום"', "צה״ל אמר ”שלום”"), ("ar", "N8", "مهمة - عملية", "مهمة – عملية"),
    ("ar", "N9", "محـــمد", "محمد"), ("fa", "N10", "می\u200fرود", "می\u200cرود"),
    ("fa", "N11", "می\u200c\u200cرود", "می\u200cرود"), ("fa", "N11", "کتاب\u200c.", "کتاب."),
    ("ar", "N12", "\ufefb", "لا"), ("ar", "N13", "سراً", "سر\u064bا"), ("ar", "N14", "ابن  سينا", "ابن سينا"),
    ("ar", "N14", "كل\u00adمة", "كلمة"), ("fa", "N15", "كتابي", "کتابی"), ("ar", "N17", "ش\u0651\u064e", "ش\u064e\u0651"),
]  # fmt: skip
LEFT = [
    ("ar", "https://a.example/b,c?d=1"), ("ar", "a.b@c.example"), ("ar", "v1.2 و12,500 و3:15 و2020-01-02"),
    ("ar", "3 : 15"), ("ar", "لـ Caper و١٤٠٠ هـ"), ("ar", "ثم مضى... وعاد"), ("ar", 'قال "نعم ثم'), ("ar", "﴿قل﴾ ﷺ"), 
    ("ar", "﴿مـٰلِكِ يَوۡمِ ، قرأناً﴾"), ("fa", "﴿كتابي . .﴾"),
    ("ar", "Time , and  more"), ("ar", "محمد-علي"), ("ar", "علی کتاب"), ("fa", "کاملاً"), ("ur", "فوراً"),
    ("en", 'He said  "no" ,'), ("he", 'אמר "שלום'), ("ar", "إلى ي ك"), ("fa", "می\u200cرود"),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "rule", "before", "after"), CHANGED)
def test_a_rule_changes(tag: str, rule: str, before: str, after: str) -> None:
    mended = mend(before, tag)
    assert mended.text == after
    assert rule in {change.rule for change in mended.changes}
    assert mend(after, tag).changes == ()


@pytest.mark.parametrize(("tag", "text"), LEFT)
def test_what_no_rule_may_change(tag: str, text: str) -> None:
    assert mend(text, tag).changes == ()


@pytest.mark.parametrize(
    ("tag", "text", "kind"),
    [
        ("ar", 'قال "نعم', "quotes"), ("ar", "1979-1981", "range"), ("ar", "ثم...", "dots"), ("ar", "3 : 15", "ratio"),
        ("ar", "کتاب", "letter"), ("fa", "او می رود", "prefix"),
    ],
)  # fmt: skip
def test_doubts_are_told_at_their_place(tag: str, text: str, kind: str) -> None:
    found = list(findings(text, tag))
    assert [doubt.kind for doubt in found] == [kind]
    assert text[found[0].offset :].startswith(found[0].what)


def test_no_doubt_in_a_date_an_address_or_a_persian_word() -> None:
    assert list(findings("2020-01-02 https://a.example/1-2...", "ar")) == []
    assert list(findings("کتاب علی", "fa")) == []


def test_what_is_masked_is_left() -> None:
    text = "نعم  ،ثم"
    mended = mend(text, "ar", text[:3] + SYNTAX * 3 + text[6:])
    assert mended.text == text


PROSE = st.text(
    st.sampled_from(list('ابيكهـ\u064b\u0651\u064eیמש aZ19.,:;?!"«»()- \u00a0\u200c\u200f\u00ad،؛؟ـ…')), max_size=30
)
TAGS = st.sampled_from(["ar", "fa", "ur", "he", "ckb", "en"])


@given(PROSE, TAGS)
def test_mending_twice_is_mending_once(text: str, tag: str) -> None:
    once = mend(text, tag).text
    assert mend(once, tag).text == once


@given(PROSE, TAGS)
def test_no_letter_is_lost(text: str, tag: str) -> None:
    def letters(words: str) -> list[str]:
        return sorted(re.sub(r"[\W_ـ]", "", words.replace("ي", "ی").replace("ك", "ک")))

    assert letters(mend(text, tag).text) == letters(text)


def test_a_hostile_text_takes_no_time() -> None:
    began = time.perf_counter()
    for piece in (
        "ا" * 100_000,
        "1" * 100_000,
        "ا ، " * 30_000,
        '"ا" ' * 30_000,
        "ا" + " \u00a0" * 50_000,
        "a " * 50_000,
    ):
        mend(piece, "ar")
        list(findings(piece, "ar"))
    assert time.perf_counter() - began < 20


_SIGNS = st.text(
    st.sampled_from(
        [
            *' \u00a0،؛؟.:!»«)]([,;?"-–|\u0640\u200f\u200c\u00ad\u064b\u064e\u0651\u06d6اليكیکםוא15٣aB@/\n',
            SYNTAX,
            "\ufefb",
        ]
    ),
    max_size=14,
)


@given(_SIGNS, st.sampled_from(["ar", "fa", "ur", "he", "en"]))
def test_what_is_passed_over_had_nothing_to_mend(text: str, tag: str) -> None:
    """The quick look at signs changes nothing but the time it takes."""
    quick, doubts = mend(text, tag), list(findings(text, tag))

    def always(*_: object) -> bool:
        return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(orthography.Rule, "may_match", always)
        patch.setattr(orthography, "_has_work", always)
        patch.setattr(orthography, "_TECHNICAL", re.compile(""))
        patch.setattr(orthography, "_UNSAFE", tuple((*row[:3], ("",)) for row in orthography._UNSAFE))  # pyright: ignore
        assert (mend(text, tag), list(findings(text, tag))) == (quick, doubts)
