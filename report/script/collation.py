"""Order of words in lists, by ICU's collators, tailored where readers of a language expect another order."""

from __future__ import annotations

import re
from functools import cache

import icu

# Modern Arabic indexes file hamza by its seat; ICU's own order makes أ إ ؤ ئ ء one letter.
_ARABIC = "&ا<<<آ<<<أ<<<إ<<<ٱ &و<<<ؤ &ي<<<ئ<<<ى &ه<<<ة"
_ARTICLE = re.compile(r"^[اٱ]ل(?=\w{2})")
# Words whose first ال is not the article.
KEEP = frozenset(
    "الله اللهم ألمانيا ألبانيا الماس التقاء التماس التفاف التزام التهاب التحام التحاق التواء التباس الهام إلهام الى إلى "
    "إلغاء إلزام ألم ألف إله إلكترون البوم ألبوم الياذة الذي التي الذين".split()
)
_UNMARKED = re.compile("[\u0640\u064b-\u065f\u0670\u0591-\u05c7]")


def sort_key(text: str, language: str) -> bytes:
    """A key that orders texts of a language; marks, tatweel and the Arabic article do not count."""
    return bytes(_collator(language.split("-")[0].lower()).getSortKey(bare(text, language)))


def bare(term: str, language: str, keep: frozenset[str] = KEEP) -> str:
    """The form a term files under: without marks, and in Arabic without the article of its first word."""
    plain = _UNMARKED.sub("", term).strip()
    first = plain.split(" ")[0]
    if language.split("-")[0].lower() != "ar" or first in keep:
        return plain
    return _ARTICLE.sub("", plain)


@cache
def _collator(primary: str) -> icu.Collator:
    if primary == "ar":
        return icu.RuleBasedCollator(_ARABIC)
    return icu.Collator.createInstance(icu.Locale(primary))
