"""Events placed by another: the words for it in five languages."""

from __future__ import annotations

from typing import Final

from report.script.languages import find, primary

RELATIONS: Final = ("after", "before", "day-after", "day-before", "minutes-after", "minutes-before")
"""What one event may be to another; days move the date, minutes do not, and the first two leave it open."""

LATER: Final = frozenset(("after", "day-after", "minutes-after"))
EARLIER: Final = frozenset(("before", "day-before", "minutes-before"))
BESIDE: Final = frozenset(("after", "before", "minutes-after", "minutes-before"))
"""Those that give no day to be sorted by: the event stands next to the other."""

_WORDS: Final = {
    "ar": (
        "بعد {}",
        "قبل {}",
        "في اليوم التالي لحدث {}",
        "في اليوم السابق لحدث {}",
        "بعد دقائق من {}",
        "قبل دقائق من {}",
    ),
    "fa": ("پس از {}", "پیش از {}", "فردای {}", "روز پیش از {}", "چند دقیقه پس از {}", "چند دقیقه پیش از {}"),
    "ur": ("{} کے بعد", "{} سے پہلے", "{} کے اگلے دن", "{} سے ایک دن پہلے", "{} کے چند منٹ بعد", "{} سے چند منٹ پہلے"),
    "he": ("אחרי {}", "לפני {}", "למחרת {}", "יום לפני {}", "דקות אחרי {}", "דקות לפני {}"),
    "en": ("after {}", "before {}", "the day after {}", "the day before {}", "minutes after {}", "minutes before {}"),
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
