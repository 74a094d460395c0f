"""Names of the months in four calendars: own tables where CLDR misspells or mixes (ar fa ur he en), CLDR elsewhere."""

from __future__ import annotations

from functools import cache
from itertools import starmap

from report.script.hebrew import is_leap
from report.script.unicode import icu

MONTHS = ("egyptian", "levantine", "maghrebi", "both")
"""Sets of Arabic names for the Gregorian months; `both` is the Egyptian name with the Levantine in brackets."""

_ICU_NAMES = {"gregorian": "gregorian", "hijri": "islamic-civil", "solar": "persian", "hebrew": "hebrew"}


def _row(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split("·"))


_ARABIC = {
    "egyptian": _row(
        "يناير · فبراير · مارس · أبريل · مايو · يونيو · يوليو · أغسطس · سبتمبر · أكتوبر · نوفمبر · ديسمبر"
    ),
    "levantine": _row(
        "كانون الثاني · شباط · آذار · نيسان · أيار · حزيران"
        " · تموز · آب · أيلول · تشرين الأول · تشرين الثاني · كانون الأول"
    ),
    "maghrebi": _row("جانفي · فيفري · مارس · أفريل · ماي · جوان · جويلية · أوت · سبتمبر · أكتوبر · نوفمبر · ديسمبر"),
}
_ARABIC["both"] = tuple(starmap("{} ({})".format, zip(_ARABIC["egyptian"], _ARABIC["levantine"], strict=True)))

_HIJRI = {
    "ar": _row(
        "محرم · صفر · ربيع الأول · ربيع الآخر · جمادى الأولى · جمادى الآخرة"
        " · رجب · شعبان · رمضان · شوال · ذو القعدة · ذو الحجة"
    ),
    "fa": _row(
        "محرم · صفر · ربیع‌الاول · ربیع‌الثانی · جمادی‌الاول · جمادی‌الثانی · رجب · شعبان · رمضان · شوال · ذیقعده · ذیحجه"
    ),
    "ur": _row(
        "محرم · صفر · ربیع الاول · ربیع الثانی · جمادی الاول · جمادی الثانی"
        " · رجب · شعبان · رمضان · شوال · ذوالقعدہ · ذوالحجہ"
    ),
    "he": _row(
        "מוחרם · צפר · רביע אל־אוול · רביע א־ת׳אני · ג׳ומאדא אל־אולא · ג׳ומאדא א־ת׳אניה"
        " · רג׳ב · שעבאן · רמדאן · שוואל · ד׳ו אל־קעדה · ד׳ו אל־חיג׳ה"
    ),
    "en": _row(
        "Muharram · Safar · Rabiʻ I · Rabiʻ II · Jumada I · Jumada II"
        " · Rajab · Shaʻban · Ramadan · Shawwal · Dhuʻl-Qiʻdah · Dhuʻl-Hijjah"
    ),
}
_SOLAR = {
    "ar": _row("فروردين · أرديبهشت · خرداد · تير · مرداد · شهريور · مهر · آبان · آذر · دي · بهمن · إسفند"),
    "fa": _row("فروردین · اردیبهشت · خرداد · تیر · مرداد · شهریور · مهر · آبان · آذر · دی · بهمن · اسفند"),
    "ur": _row("فروردین · اردیبہشت · خرداد · تیر · مرداد · شہریور · مہر · آبان · آذر · دی · بہمن · اسفند"),
    "he": _row("פרוורדין · אורדיבהשת · ח׳ורדאד · תיר · מורדאד · שהריוור · מהר · אבאן · אזר · די · בהמן · אספנד"),
    "en": _row(
        "Farvardin · Ordibehesht · Khordad · Tir · Mordad · Shahrivar · Mehr · Aban · Azar · Dey · Bahman · Esfand"
    ),
}
# From Tishri; the sixth is Adar I, the fourteenth is what the seventh is called in a leap year.
_HEBREW = {
    "ar": _row(
        "تشري · حشوان · كسلو · طيبت · شفاط · أدار الأول · أدار · نيسان · إيار · سيوان · تموز · آب · إيلول · أدار الثاني"
    ),
    "fa": _row(
        "تشری · حشوان · کسلو · طوت · شواط · ادار اول · ادار · نیسان · ایار · سیوان · تموز · آب · ایلول · ادار دوم"
    ),
    "ur": _row(
        "تشری · حشوان · کسلو · طبیت · شباط · ادار اول · ادار · نیسان · ایار · سیوان · تموز · آب · ایلول · ادار دوم"
    ),
    "he": _row("תשרי · חשוון · כסלו · טבת · שבט · אדר א׳ · אדר · ניסן · אייר · סיוון · תמוז · אב · אלול · אדר ב׳"),
    "en": _row(
        "Tishri · Heshvan · Kislev · Tevet · Shevat · Adar I · Adar"
        " · Nisan · Iyar · Sivan · Tammuz · Av · Elul · Adar II"
    ),
}
_OWN = {"hijri": _HIJRI, "solar": _SOLAR, "hebrew": _HEBREW}


def month(number: int, year: int, calendar: str, language: str, months: str = "egyptian") -> str:
    """The name of a month as it stands alone. Numbers as in script.conversion.Day; `language` is a primary subtag.

    Raises KeyError for an unknown calendar or set of months.
    """
    names = _table(calendar, language, months)
    if calendar == "hebrew" and number == 7 and is_leap(year) and len(names) > 13:
        return names[13]
    return names[number - 1]


def governed(name: str, language: str) -> str:
    """The name after a word that governs it: «١٤ ذي الحجة», «أوائل ذي القعدة»."""
    return name.replace("ذو ", "ذي ", 1) if language == "ar" and name.startswith("ذو ") else name


def before_year(name: str, language: str) -> str:
    """The name with a year behind it: Persian joins the two where the name ends in a silent heh («ژانویهٔ ۱۹۸۱»)."""
    return f"{name}\u0654" if language == "fa" and name.endswith("ه") else name


@cache
def _table(calendar: str, language: str, months: str) -> tuple[str, ...]:
    calendar = "gregorian" if calendar == "julian" else calendar
    if calendar == "gregorian" and language == "ar":
        return _ARABIC[months]
    own = _OWN.get(calendar, {}).get(language)
    return own or _from_unicode(_ICU_NAMES[calendar], language)


def _from_unicode(calendar: str, language: str) -> tuple[str, ...]:
    """CLDR's names; a calendar is always named, since `fa` and `ps` would else be taken as Persian."""
    pattern = icu.SimpleDateFormat("LLLL", icu.Locale(f"{language}@calendar={calendar}"))
    kinds = icu.DateFormatSymbols
    return tuple(str(name) for name in pattern.getDateFormatSymbols().getMonths(kinds.STANDALONE, kinds.WIDE))
