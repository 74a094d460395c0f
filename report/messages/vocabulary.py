"""Words of the trade that faults carry as values and that messages need in the reader's language."""

from __future__ import annotations

from typing import Final

VOCABULARY: Final = frozenset({"kind", "thing"})
"""The names of the values that are looked up here instead of being quoted."""

WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "person": "person",
        "term": "term",
        "event": "event",
        "source": "source",
        "category": "category",
    },
    "ar": {
        "person": "شخص",
        "term": "مصطلح",
        "event": "حدث",
        "source": "مصدر",
        "category": "تصنيف",
    },
}
