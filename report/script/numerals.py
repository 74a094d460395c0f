"""Numbers in words: ordinals, centuries, and what a chapter is called."""

from __future__ import annotations

from functools import cache
from typing import Any

from report.script import digits, languages
from report.script.languages import primary
from report.script.unicode import icu

_LIMIT = 99  # ICU's ordinals go wrong from a hundred on («المائة وواحد»)

# ICU has no ordinals for Persian and answers in English for Urdu. First to thirtieth.
_FA_UNITS = ("اول", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم")
_FA = (
    *_FA_UNITS,
    *("دهم", "یازدهم", "دوازدهم", "سیزدهم", "چهاردهم", "پانزدهم", "شانزدهم", "هفدهم", "هجدهم", "نوزدهم", "بیستم"),
    *(f"بیست و {unit}" for unit in ("یکم", *_FA_UNITS[1:])),
    "سی‌ام",
)
_UR = (
    *("پہلا", "دوسرا", "تیسرا", "چوتھا", "پانچواں", "چھٹا", "ساتواں", "آٹھواں", "نواں", "دسواں"),
    *("گیارہواں", "بارہواں", "تیرہواں", "چودہواں", "پندرہواں", "سولہواں", "سترہواں", "اٹھارہواں", "انیسواں", "بیسواں"),
    *("اکیسواں", "بائیسواں", "تئیسواں", "چوبیسواں", "پچیسواں"),
    *("چھبیسواں", "ستائیسواں", "اٹھائیسواں", "انتیسواں", "تیسواں"),
)
_RULES = {"ar": "%spellout-ordinal-{}", "he": "%spellout-ordinal-{}", "en": "%spellout-ordinal"}
_CHAPTERS = {"ar": "الفصل {}", "fa": "فصل {}", "ur": "{} باب", "he": "פרק {}", "en": "Chapter {}"}


def ordinal(n: int, language: str, gender: str = "masculine") -> str:
    """An ordinal in words: «الحادي والعشرون», «بیست و یکم», «اکیسواں», «עשרים ואחד», "twenty-first".

    Words reach to 99 in ar he en, to 30 in fa ur; beyond, and for other languages, the number in the language's digits.
    `gender` is masculine or feminine (fa and en have none). Raises ValueError for n < 1 or another gender.
    """
    if n < 1 or gender not in ("masculine", "feminine"):
        raise ValueError(f"no ordinal of {n}, {gender}")
    tag = primary(language)
    table = {"fa": _FA, "ur": _UR}.get(tag, ())
    if n <= len(table):
        return _urdu_feminine(table[n - 1]) if tag == "ur" and gender == "feminine" else table[n - 1]
    if tag in _RULES and n <= _LIMIT:
        return _spell(n, tag, _RULES[tag].format(gender))
    return digits.format(n, languages.find(language).digits)


_LETTERS = {
    "fa": ("الف", *"بپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"),
    "ur": ("الف", *"بپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنوہی"),
    "he": tuple("אבגדהוזחטיכלמנסעפצקרשת"),
    "en": tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
}


def letter(n: int, language: str) -> str:
    """The letter of an option: the abjad order in Arabic (أ ب ج د), the alphabet in fa ur he and in Latin script.

    Beyond the alphabet, the number in the language's digits. Raises ValueError for n < 1.
    """
    if n < 1:
        raise ValueError(f"no letter for {n}")
    tag = primary(language)
    if tag == "ar":
        return digits.abjad(n)
    alphabet = _LETTERS.get(tag, _LETTERS["en"])
    return alphabet[n - 1] if n <= len(alphabet) else digits.format(n, languages.find(language).digits)


def chapter_label(n: int, language: str) -> str:
    """«الفصل الأول», «فصل اول», «پہلا باب», «פרק ראשון», "Chapter One"; the bare number in other languages.

    Beyond the words a number stands behind its noun: «الفصل ١٠٠», «باب ۳۱».
    """
    tag = primary(language)
    if tag == "en" and n <= _LIMIT:
        return f"Chapter {_spell(n, 'en', '%spellout-cardinal').title()}"
    number = ordinal(n, language)
    template = "باب {}" if tag == "ur" and n > len(_UR) else _CHAPTERS.get(tag, "{}")
    return template.format(number)


def century(n: int, language: str, style: str, *, governed: bool = False) -> str:
    """The number of a century beside its noun: «العشرون», or «العشرين» where a word before it asks for the genitive;
    «بیستم», «بیسویں», 20, 20th.
    """
    tag = primary(language)
    if tag == "en":
        return f"{digits.format(n, style)}{_english_suffix(n)}"
    words = ordinal(n, language, "feminine" if tag == "ur" else "masculine")
    if tag == "he" or digits.fold(words).isdigit():
        return digits.format(n, style)
    return f"{words[:-2]}ين" if tag == "ar" and governed and words.endswith("ون") else words


def _english_suffix(n: int) -> str:
    return "th" if n // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def _urdu_feminine(ordinal: str) -> str:
    return f"{ordinal[:-2]}یں" if ordinal.endswith("اں") else f"{ordinal[:-1]}ی"


@cache
def _spell(n: int, tag: str, rules: str) -> str:
    """ICU's words, with one space where it writes two («الحادي  والعشرون») and the full spelling of שנייה."""
    return " ".join(str(_speller(tag, rules).format(n)).split()).replace("שניה", "שנייה")


@cache
def _speller(tag: str, rules: str) -> Any:
    """Made once, since its rules are read anew for each."""
    spelling = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(tag))
    spelling.setDefaultRuleSet(rules)
    return spelling
