"""Numbers in words: ordinals, and what a chapter is called."""

from __future__ import annotations

import icu

from report.script import digits, languages

# ICU has no ordinals for Persian and falls back to English for Urdu.
_FA = (
    "اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم نوزدهم بیستم"
).split()
_UR = (
    "پہلا دوسرا تیسرا چوتھا پانچواں چھٹا ساتواں آٹھواں نواں دسواں گیارھواں بارھواں تیرھواں چودھواں پندرھواں سولھواں "
    "سترھواں اٹھارھواں انیسواں بیسواں"
).split()
_RULES = {"ar": "%spellout-ordinal-masculine", "he": "%spellout-ordinal-masculine", "en": "%spellout-cardinal"}
_CHAPTER = {"ar": "الفصل {}", "fa": "فصل {}", "ur": "{} باب", "he": "פרק {}", "en": "Chapter {}"}


def ordinal(n: int, language: str) -> str:
    """An ordinal in words (a cardinal in English, as chapters are counted there); digits where no words are known."""
    primary = language.split("-")[0].lower()
    table = {"fa": _FA, "ur": _UR}.get(primary)
    if table:
        return table[n - 1] if n <= len(table) else digits.format(n, languages.find(language).digits)
    if primary not in _RULES:
        return digits.format(n, languages.find(language).digits)
    spell = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(primary))
    spell.setDefaultRuleSet(_RULES[primary])
    return " ".join(str(spell.format(n)).split())  # ICU writes two spaces in «الحادي  والعشرون»


def chapter_label(n: int, language: str) -> str:
    """«الفصل الأول», «فصل اول», «پہلا باب», «פרק ראשון», "Chapter One"; the bare number elsewhere."""
    primary = language.split("-")[0].lower()
    words = ordinal(n, language)
    return _CHAPTER.get(primary, "{}").format(words.title() if primary == "en" else words)
