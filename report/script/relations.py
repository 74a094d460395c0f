"""Events placed by another: the words for it in five languages."""

from __future__ import annotations

from typing import Final

from report.script.languages import find, primary

RELATIONS: Final = ("after", "before", "day-after", "day-before", "minutes-after")
"""What one event may be to another; days move the date, minutes do not, and the first two leave it open."""

_WORDS: Final = {
    "ar": ("بعد {}", "قبل {}", "في اليوم التالي لحدث {}", "في اليوم السابق لحدث {}", "بعد دقائق من {}"),
    "fa": ("پس از {}", "پیش از {}", "فردای {}", "روز پیش از {}", "چند دقیقه پس از {}"),
    "ur": ("{} کے بعد", "{} سے پہلے", "{} کے اگلے دن", "{} سے ایک دن پہلے", "{} کے چند منٹ بعد"),
    "he": ("אחרי {}", "לפני {}", "למחרת {}", "יום לפני {}", "דקות אחרי {}"),
    "en": ("after {}", "before {}", "the day after {}", "the day before {}", "minutes after {}"),
}


def phrase(relation: str, title: str, language: str) -> str:
    """What an event is to another, by the other's title in the quotation marks of the language. Raises ValueError for an
    unknown relation.

    >>> phrase("day-before", "الإفراج", "ar")
    'في اليوم السابق لحدث «الإفراج»'
    """
    opening, closing, *_ = find(language).quotes
    words = _WORDS.get(primary(language), _WORDS["en"])
    return words[RELATIONS.index(relation)].format(f"{opening}{title}{closing}")
