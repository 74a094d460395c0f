"""How each language says a date: order of day, month and year, and the words around it.

Braces take: {d} {m} {y} day, month, year; {c} a century, as ordinal in words or digits; {} a date already worded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from report.script.unicode import icu


class Thirds(NamedTuple):
    early: str
    mid: str
    late: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Words of one language. `short_*` leave out the year; "" means that the language always says it.

    `year_thirds` is for a year, `thirds` for a month, decade or century. `decades` holds the names of decades by their
    third digit where they have names; `seasons` runs from spring. `eras` and `names` are by calendar; a mark in `eras`
    holds its own space. `century_era` and `before_hijra` follow a century and a year before the Hijra.
    """

    day: str
    month: str
    short_day: str
    short_month: str
    year_thirds: Thirds
    thirds: Thirds
    seasons: tuple[str, ...]
    decade: str
    decades: tuple[str, ...]
    century: str
    century_era: str
    about: str
    since: str
    until: str
    unknown: str
    question: str
    arithmetic: str
    before_hijra: str
    eras: dict[str, str]
    names: dict[str, str]


_AR = Phrases(
    day="{d} {m} {y}",
    month="{m} {y}",
    short_day="{d} {m}",
    short_month="{m}",
    year_thirds=Thirds("أوائل عام {}", "أواسط عام {}", "أواخر عام {}"),
    thirds=Thirds("أوائل {}", "أواسط {}", "أواخر {}"),
    seasons=("ربيع عام {y}", "صيف عام {y}", "خريف عام {y}", "شتاء عام {y}"),
    decade="{name} القرن {c}",
    decades=(
        "العقد الأول من",
        "العقد الثاني من",
        "عشرينيات",
        "ثلاثينيات",
        "أربعينيات",
        "خمسينيات",
        "ستينيات",
        "سبعينيات",
        "ثمانينيات",
        "تسعينيات",
    ),
    century="القرن {c}",
    century_era=" الميلادي",
    about="نحو {}",
    since="منذ {}",
    until="حتى {}",
    unknown="غير معروف",
    question="{}؟",
    arithmetic="{} (حسابي)",
    before_hijra=" ق هـ",
    eras={"gregorian": " م", "hijri": " هـ", "solar": " هـ ش", "hebrew": " عبري"},
    names={"gregorian": "ميلادي", "hijri": "هجري", "solar": "هجري شمسي", "hebrew": "عبري"},
)
_FA = Phrases(
    day="{d} {m} {y}",
    month="{m} {y}",
    short_day="{d} {m}",
    short_month="{m}",
    year_thirds=Thirds("اوایل سال {}", "اواسط سال {}", "اواخر سال {}"),
    thirds=Thirds("اوایل {}", "اواسط {}", "اواخر {}"),
    seasons=("بهار {y}", "تابستان {y}", "پاییز {y}", "زمستان {y}"),
    decade="دههٔ {y}",
    decades=(),
    century="سدهٔ {c}",
    century_era=" میلادی",
    about="حدود {}",
    since="از {}",
    until="تا {}",
    unknown="نامعلوم",
    question="{}؟",
    arithmetic="{} (حسابی)",
    before_hijra=" پیش از هجرت",
    eras={"gregorian": " م", "hijri": " ق", "solar": " ش", "hebrew": " عبری"},
    names={"gregorian": "میلادی", "hijri": "هجری قمری", "solar": "هجری شمسی", "hebrew": "عبری"},
)
_UR = Phrases(
    day="{d} {m} {y}",
    month="{m} {y}",
    short_day="{d} {m}",
    short_month="{m}",
    year_thirds=Thirds("{} کے اوائل", "{} کے وسط", "{} کے اواخر"),
    thirds=Thirds("{} کے اوائل", "{} کے وسط", "{} کے اواخر"),
    seasons=("موسمِ بہار {y}", "موسمِ گرما {y}", "موسمِ خزاں {y}", "موسمِ سرما {y}"),
    decade="{y} کی دہائی",
    decades=(),
    century="{c} صدی",
    century_era=" عیسوی",
    about="تقریباً {}",
    since="{} سے",
    until="{} تک",
    unknown="نامعلوم",
    question="{}؟",
    arithmetic="{} (حسابی)",
    before_hijra=" قبلِ ہجرت",
    eras={"gregorian": "ء", "hijri": "ھ", "solar": "ھ ش", "hebrew": " عبرانی"},
    names={"gregorian": "عیسوی", "hijri": "ہجری", "solar": "ہجری شمسی", "hebrew": "عبرانی"},
)
_HE = Phrases(
    day="{d} ב{m} {y}",
    month="{m} {y}",
    short_day="{d} ב{m}",
    short_month="{m}",
    year_thirds=Thirds("תחילת {}", "אמצע {}", "סוף {}"),
    thirds=Thirds("תחילת {}", "אמצע {}", "סוף {}"),
    seasons=("אביב {y}", "קיץ {y}", "סתיו {y}", "חורף {y}"),
    decade="שנות ה־{short} של המאה ה־{c}",
    decades=(),
    century="המאה ה־{c}",
    century_era=" לספירה",
    about="{} בערך",
    since="מאז {}",
    until="עד {}",
    unknown="לא ידוע",
    question="{}?",
    arithmetic="{} (מחושב)",
    before_hijra=" לפני ההג׳רה",
    eras={"gregorian": " לספירה", "hijri": " להג׳רה", "solar": " להג׳רה השמסית", "hebrew": ""},
    names={"gregorian": "גרגוריאני", "hijri": "הג׳רי", "solar": "הג׳רי שמסי", "hebrew": "עברי"},
)
_EN = Phrases(
    day="{d} {m} {y}",
    month="{m} {y}",
    short_day="{d} {m}",
    short_month="{m}",
    year_thirds=Thirds("early {}", "mid-{}", "late {}"),
    thirds=Thirds("early {}", "mid-{}", "late {}"),
    seasons=("spring {y}", "summer {y}", "autumn {y}", "winter {y}"),
    decade="{y}s",
    decades=(),
    century="{c} century",
    century_era=" CE",
    about="c. {}",
    since="since {}",
    until="until {}",
    unknown="unknown",
    question="{}?",
    arithmetic="{} (arithmetic)",
    before_hijra=" BH",
    eras={"gregorian": " CE", "hijri": " AH", "solar": " SH", "hebrew": " AM"},
    names={"gregorian": "Gregorian", "hijri": "Hijri", "solar": "Solar Hijri", "hebrew": "Hebrew"},
)
_OWN = {"ar": _AR, "fa": _FA, "ur": _UR, "he": _HE, "en": _EN}
