"""Order of words in lists and the letter each files under: ICU's collators, tailored to how readers look words up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache
from typing import Any

from report.script.languages import find, primary
from report.script.unicode import icu

# School indexes file hamza by its seat and ta marbuta with heh; CLDR's Arabic makes أ إ ؤ ئ ء one letter.
_ARABIC = "[reorder Arab] &ا<<<آ<<<أ<<<إ<<<ٱ &و<<<ؤ &ي<<<ئ<<<ى &ه<<<ة"

_NAMES = (
    "الله اللهم الماس الماسة المان الماني المانية المانيا البانيا الباني البانية البرت الفريد الفونس الكسندر الكسندرا الكسي اليكس"
    " اليزابيث اليسا الياس الفيس التون الاسكا الاباما الزهايمر"
)
_LOAN_WORDS = "الكترون الكتروني الكترونية"
_ROOTS_IN_LAM = (  # nouns of verbs like التقى and التزم
    "التئام التباس التثام التجاء التحاء التحاف التحاق التحام التذاذ التزام التصاق التطام التعان التفات التفاف التقاء"
    " التقاط التقام التماس التماع التهاء التهاب التهام التواء التياع"
)
_HAMZA_NOT_TYPED = (  # what is written with أل إل آل by those who type the hamza; these take no ending: الواح, but الواحات
    "الحاح الحاق الزام الصاق الغاء القاء الهام الواح الوان القاب الغام العاب الفاظ الاف الات الية اليات الهة الهي الهية"
    " الوهية الفية الفة المعي المعية"
)
_PRONOUNS = "الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي اللائي"
_INFLECTED = frozenset(f"{_NAMES} {_LOAN_WORDS} {_ROOTS_IN_LAM}".split())
ARTICLE_EXCEPTIONS = _INFLECTED | frozenset(f"{_HAMZA_NOT_TYPED} {_PRONOUNS}".split())
"""Words whose leading ال is not the article, without marks, bare alef; those of _INFLECTED with any ending too."""

_ENDINGS = re.compile("(?:ات|ا|ه|ها|هم|نا|ي|ية|يه|يا|ون|ين|ان|يون|يين)$")
_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_TRAILING = " \u00a0»›”’\"'.,:;!?،؛؟۔)]}"
_ENGLISH_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\w)", re.IGNORECASE)
_LATIN_BUCKET = {"ar": "لاتيني", "fa": "لاتین", "ur": "لاطینی", "he": "לטינית", "en": "Latin"}
_NUMBER_BUCKET = {"ar": "أرقام", "fa": "ارقام", "ur": "اعداد", "he": "ספרות", "en": "0–9"}


def sort_key(text: str, language: str, *, as_typed: bool = False) -> bytes:
    """Orders texts of a language word by word; the article, marks, tatweel and signs around them do not count.

    `as_typed` keeps the article: for what an author gave as the form to file under.
    """
    return bytes(_collator(primary(language)).getSortKey(text if as_typed else bare(text, language)))


def same(text: str, language: str) -> bytes:
    """A key equal for two spellings of one word: hamza, marks, tatweel, case and signs around it do not count."""
    start = next((i for i, ch in enumerate(text) if ch.isalnum()), len(text))
    key = _MARKS.sub("", unicodedata.normalize("NFC", text[start:].rstrip(_TRAILING)))
    return bytes(_loose(primary(language)).getSortKey(key))


def letter(text: str, language: str, *, as_typed: bool = False) -> str:
    """The index letter a text files under («ا» for إيران), for headings over groups.

    Numbers and Latin words in a list of another script have named groups («أرقام», «لاتيني»); anything else is "…".
    """
    key = text.strip() if as_typed else bare(text, language)
    tag = primary(language)
    if not key or not key[0].isalpha():
        return _NUMBER_BUCKET.get(tag, "0–9") if key[:1].isdigit() else "…"
    script = str(icu.Script.getScript(key[0]).getShortName())
    if script != find(language).script:
        return _LATIN_BUCKET.get(tag, "A–Z") if script == "Latn" else "…"
    index = _index(tag)
    label = str(index.getBucket(index.getBucketIndex(key))[0])
    return key[0] if label == "…" else label  # a letter outside the alphabet stands for itself (ء in ar)


def bare(term: str, language: str, keep: Collection[str] = ()) -> str:
    """The form a term files under: no signs around it, no article (ar, en) on the first word.

    In Arabic marks and tatweel go too. A word of `keep`, or of ARTICLE_EXCEPTIONS, keeps its ال; so does one of which a
    single letter would be left. The article is never taken from a later word: «اتفاقيات الجزائر».
    """
    start = next((i for i, ch in enumerate(term) if ch.isalnum()), len(term))
    key = unicodedata.normalize("NFC", term[start:].rstrip(_TRAILING))
    match primary(language):
        case "ar":
            key = _MARKS.sub("", key).replace("ٱ", "ا")
            return key[2:] if _has_article(key.split(" ")[0], keep) else key
        case "en":
            return _ENGLISH_ARTICLE.sub("", key, count=1) if _ENGLISH_ARTICLE.match(key) else key
        case _:
            return key


def _has_article(word: str, keep: Collection[str]) -> bool:
    if not word.startswith("ال") or len(word) < 4:
        return False
    kept = {_MARKS.sub("", k) for k in keep}
    return not (word in ARTICLE_EXCEPTIONS or _ENDINGS.sub("", word) in _INFLECTED or word in kept)


@cache
def _collator(tag: str) -> Any:
    if tag == "ar":
        return icu.RuleBasedCollator(_ARABIC)
    return icu.Collator.createInstance(icu.Locale(tag))


@cache
def _loose(tag: str) -> Any:
    """The collator at its first strength: letters only."""
    collator = icu.RuleBasedCollator(_ARABIC) if tag == "ar" else icu.Collator.createInstance(icu.Locale(tag))
    collator.setStrength(icu.Collator.PRIMARY)
    return collator


@cache
def _index(tag: str) -> Any:
    """ICU's alphabetic index: labels by language, order by our collator."""
    index = icu.AlphabeticIndex(_collator(tag)) if tag == "ar" else icu.AlphabeticIndex(icu.Locale(tag))
    if tag == "ar":
        index.addLabels(icu.Locale("ar"))
    return index.buildImmutableIndex()
