"""How each language says a date: the order of day, month and year, and the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from report.script.unicode import icu


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Templates of one language: {d} {m} {y} take day, month and year, {c} a century, {name} the name of a decade,
    {e} the mark of the era, {} a date already worded.

    `short_*` say a date whose year is told later; "" where the year cannot be left out. `thirds` are early, mid, late;
    `year` is what stands between such a word and a bare year. `seasons` run from spring; `decades` are named by their
    third digit, where they have names. `julian` and `gregorian` name the calendar of a date, `weekday` takes the day of the
    week {w} and a date {d}. `eras` and `names` are by calendar; a mark in `eras` brings its own space.
    """

    day: str = "{d} {m} {y}"
    month: str = "{m} {y}"
    short_day: str = "{d} {m}"
    short_month: str = "{m}"
    year: str = "{}"
    thirds: tuple[str, str, str]
    seasons: tuple[str, ...]
    decade: str
    decades: tuple[str, ...] = ()
    century: str
    century_era: str
    about: str
    since: str
    until: str
    unknown: str
    question: str
    arithmetic: str
    julian: str
    gregorian: str
    weekday: str = "{w} {d}"
    comma: str = "،"
    before_hijra: str
    eras: dict[str, str]
    names: dict[str, str]


_AR = Phrases(
    year="عام {}",
    thirds=("أوائل {}", "أواسط {}", "أواخر {}"),
    seasons=("ربيع عام {y}{e}", "صيف عام {y}{e}", "خريف عام {y}{e}", "شتاء عام {y}{e}"),
    decade="{name} القرن {c}{e}",
    decades=(
        "العقد الأول من", "العقد الثاني من", "عشرينيات", "ثلاثينيات", "أربعينيات",
        "خمسينيات", "ستينيات", "سبعينيات", "ثمانينيات", "تسعينيات",
    ),
    century="القرن {c}{e}",
    century_era=" الميلادي",
    about="نحو {}",
    since="منذ {}",
    until="حتى {}",
    unknown="غير معروف",
    question="{}؟",
    arithmetic="{} (حسابي)",
    julian="{} (بالتقويم اليولياني)",
    gregorian="{} (بالتقويم الغريغوري)",
    before_hijra=" ق هـ",
    eras={"gregorian": " م", "hijri": " هـ", "solar": " هـ ش", "hebrew": " عبري"},
    names={"gregorian": "ميلادي", "hijri": "هجري", "solar": "هجري شمسي", "hebrew": "عبري"},
)  # fmt: skip
_FA = Phrases(
    year="سال {}",
    thirds=("اوایل {}", "اواسط {}", "اواخر {}"),
    seasons=("بهار {y}{e}", "تابستان {y}{e}", "پاییز {y}{e}", "زمستان {y}{e}"),
    decade="دههٔ {y}{e}",
    century="سدهٔ {c}{e}",
    century_era=" میلادی",
    about="حدود {}",
    since="از {}",
    until="تا {}",
    unknown="نامعلوم",
    question="{}؟",
    arithmetic="{} (حسابی)",
    julian="{} (به تقویم یولیانی)",
    gregorian="{} (به تقویم گرگوری)",
    before_hijra=" پیش از هجرت",
    eras={"gregorian": " م", "hijri": " ق", "solar": " ش", "hebrew": " عبری"},
    names={"gregorian": "میلادی", "hijri": "هجری قمری", "solar": "هجری شمسی", "hebrew": "عبری"},
)
_UR = Phrases(
    thirds=("{} کے اوائل", "{} کے وسط", "{} کے اواخر"),
    seasons=("موسمِ بہار {y}{e}", "موسمِ گرما {y}{e}", "موسمِ خزاں {y}{e}", "موسمِ سرما {y}{e}"),
    decade="{y}{e} کی دہائی",
    century="{c} صدی{e}",
    century_era=" عیسوی",
    about="تقریباً {}",
    since="{} سے",
    until="{} تک",
    unknown="نامعلوم",
    question="{}؟",
    arithmetic="{} (حسابی)",
    julian="{} (جولین تقویم)",
    gregorian="{} (گریگورین تقویم)",
    before_hijra=" قبلِ ہجرت",
    eras={"gregorian": "ء", "hijri": "ھ", "solar": "ھ ش", "hebrew": " عبرانی"},
    names={"gregorian": "عیسوی", "hijri": "ہجری", "solar": "ہجری شمسی", "hebrew": "عبرانی"},
)
_HE = Phrases(
    day="{d} ב{m} {y}",
    short_day="{d} ב{m}",
    thirds=("תחילת {}", "אמצע {}", "סוף {}"),
    seasons=("אביב {y}{e}", "קיץ {y}{e}", "סתיו {y}{e}", "חורף {y}{e}"),
    decade="{name} של המאה ה־{c}{e}",
    decades=("העשור הראשון", "העשור השני", *(f"שנות ה־{tens}" for tens in range(20, 100, 10))),
    century="המאה ה־{c}{e}",
    century_era=" לספירה",
    about="סביבות {}",
    since="מאז {}",
    until="עד {}",
    unknown="לא ידוע",
    question="{}?",
    arithmetic="{} (מחושב)",
    julian="{} (בלוח היוליאני)",
    gregorian="{} (בלוח הגרגוריאני)",
    weekday="{w}, {d}",
    comma=",",
    before_hijra=" לפני ההג׳רה",
    eras={"gregorian": " לספירה", "hijri": " להג׳רה", "solar": " להג׳רה השמסית", "hebrew": ""},
    names={"gregorian": "גרגוריאני", "hijri": "הג׳רי", "solar": "הג׳רי שמסי", "hebrew": "עברי"},
)
_EN = Phrases(
    thirds=("early {}", "mid-{}", "late {}"),
    seasons=("spring {y}{e}", "summer {y}{e}", "autumn {y}{e}", "winter {y}{e}"),
    decade="{y}s{e}",
    century="{c} century{e}",
    century_era=" CE",
    about="c. {}",
    since="since {}",
    until="until {}",
    unknown="unknown",
    question="{}?",
    arithmetic="{} (arithmetic)",
    julian="{} (Julian)",
    gregorian="{} (Gregorian)",
    weekday="{w}, {d}",
    comma=",",
    before_hijra=" BH",
    eras={"gregorian": " CE", "hijri": " AH", "solar": " SH", "hebrew": " AM"},
    names={"gregorian": "Gregorian", "hijri": "Hijri", "solar": "Solar Hijri", "hebrew": "Hebrew"},
)
_OWN = {"ar": _AR, "fa": _FA, "ur": _UR, "he": _HE, "en": _EN}

_FIELD = re.compile(r"'(?P<quoted>[^']*)'|(?P<day>d+)|(?P<month>[ML]+)|(?P<year>y+)")


@cache
def find(language: str) -> Phrases:
    """The phrases of a language (a primary subtag). One without its own gets CLDR's order and signs instead of words:
    (1/3) for early, ~ for about, and no seasons, decades or centuries, which are then shown as the span they cover.
    """
    return _OWN.get(language) or Phrases(
        day=_from_unicode(language, "yMMMMd"),
        month=_from_unicode(language, "yMMMM"),
        short_day="",
        short_month="",
        thirds=("{} (1/3)", "{} (2/3)", "{} (3/3)"),
        seasons=(),
        decade="",
        century="",
        century_era="",
        about="~{}",
        since="{} –",
        until="– {}",
        unknown="?",
        question="{}?",
        arithmetic="{} (±1)",
        julian=_EN.julian,
        gregorian=_EN.gregorian,
        weekday="{w}, {d}",
        comma=",",
        before_hijra=_EN.before_hijra,
        eras=_EN.eras,
        names=_EN.names,
    )


def _from_unicode(language: str, skeleton: str) -> str:
    """CLDR's pattern for some fields, as a template; the Gregorian one, for `fa` and `ps` have another by default."""
    locale = icu.Locale(f"{language}@calendar=gregorian")
    pattern = str(icu.DateTimePatternGenerator.createInstance(locale).getBestPattern(skeleton))
    return _FIELD.sub(lambda m: m["quoted"] or f"{{{(m.lastgroup or '')[0]}}}", pattern)
