"""Decimal digits in three families, changed inside numbers only; letters as numbers for outlines (abjad).

A number is digits with separators between them. Kept as typed, because they name and do not count:
- whatever is joined to a Latin letter, directly or by . _ - @ / : + # ' (v1.2, C3PO, COVID-19, 12:30pm, a1@b.org);
- web addresses;
- three or more groups joined by full stops (2.0.1, 192.168.0.1) or by hyphens (1979-11-04, 978-3-16-148410-0), save a
  date typed day-month-year (4-11-1979).
All other digits change. Separators change where they separate: thousands (1,234 or 12,34,567) and one decimal point
(1.2); elsewhere (12,5 or 1979,1980) they stay. A percent sign changes where it follows the number directly.
Every change is one character for one, so offsets hold.
"""

from __future__ import annotations

import re

STYLES = ("arabic-indic", "extended", "latin", "source")

_FAMILIES = {"arabic-indic": "٠١٢٣٤٥٦٧٨٩", "extended": "۰۱۲۳۴۵۶۷۸۹", "latin": "0123456789"}
_DIGITS = {
    style: {ord(digit): family[value] for typed in _FAMILIES.values() for value, digit in enumerate(typed)}
    for style, family in _FAMILIES.items()
}
_EASTERN, _WESTERN = str.maketrans(",.%", "٬٫٪"), str.maketrans("٬٫٪", ",.%")
_NUMBERS = {style: table | (_WESTERN if style == "latin" else _EASTERN) for style, table in _DIGITS.items()}

_D = "[0-9٠-٩۰-۹]"
_LATIN = "A-Za-zÀ-ÖØ-öø-ʯ\u0300-\u036fḀ-ỿ"
_ALNUM = f"[{_LATIN}0-9٠-٩۰-۹]"

_DIGIT = re.compile(_D)
_LETTER = re.compile(f"[{_LATIN}]")
_TOKEN = re.compile(
    rf"(?:https?://|www\.)[^\s«»“”<>\"]+"
    rf"|{_ALNUM}+(?:(?:[-._@/:+#'’]+|(?<={_D})[,٬٫](?={_D})){_ALNUM}+)*(?:[%٪](?!{_ALNUM}))?"
)
_NUMBER = re.compile(rf"{_D}+(?:[.,٬٫]{_D}+)*[%٪]?")
_COUNT = re.compile(rf"(?:{_D}+|{_D}{{1,3}}(?:[,٬]{_D}{{2,3}})*[,٬]{_D}{{3}})(?:[.٫]{_D}+)?[%٪]?")
_NAME = re.compile(rf"{_D}\.{_D}+\.{_D}|{_D}-{_D}+-{_D}")
_DAY_MONTH_YEAR = re.compile(rf"{_D}{{1,2}}-{_D}{{1,2}}-{_D}{{4}}")

_UNITS, _TENS, _HUNDREDS = "ابجدهوزحط", "يكلمنسعفص", "قرشتثخذضظ"


def convert(text: str, style: str) -> str:
    """The text with its numbers in the digits of a style; `source` leaves it as it is. Idempotent.

    Raises ValueError for an unknown style.

    >>> convert("في 4 نوفمبر 1979، 1,234.5 و12% (v2.0)", "arabic-indic")
    'في ٤ نوفمبر ١٩٧٩، ١٬٢٣٤٫٥ و١٢٪ (v2.0)'
    """
    if style not in STYLES:
        raise ValueError(f"no such style of digits: {style!r}")
    if style == "source" or not _DIGIT.search(text):
        return text
    return _TOKEN.sub(lambda token: _token(token.group(), style), text)


def format(n: int, style: str) -> str:
    """A whole number without thousands separators; `source` gives European digits: nothing was typed."""
    return str(n).translate(_DIGITS["latin" if style == "source" else style])


def abjad(n: int) -> str:
    """The number in Arabic letters by the eastern abjad order, 1 to 1999 (أ ب ج د هـ و ز ح ط ي يا … غظصط).

    A lone heh is written هـ, so that it is not read as the digit ٥. Raises ValueError outside the range.
    """
    if not 1 <= n <= 1999:
        raise ValueError(f"abjad numbers run from 1 to 1999, not {n}")
    if n in (1, 5):
        return "أ" if n == 1 else "هـ"
    parts = ((_HUNDREDS, n // 100 % 10), (_TENS, n // 10 % 10), (_UNITS, n % 10))
    return "غ" * (n // 1000) + "".join(letters[value - 1] for letters, value in parts if value)


def fold(text: str) -> str:
    """Every digit of the three families as a European digit, wherever it stands."""
    return text.translate(_DIGITS["latin"])


def _token(token: str, style: str) -> str:
    if _LETTER.search(token) or (_NAME.search(token) and not _DAY_MONTH_YEAR.fullmatch(token)):
        return token
    return _NUMBER.sub(lambda number: _number(number.group(), style), token)


def _number(number: str, style: str) -> str:
    """Separators stay where the shape is not that of one number; the percent sign follows the digits all the same."""
    if _COUNT.fullmatch(number):
        return number.translate(_NUMBERS[style])
    body, sign = (number[:-1], number[-1]) if number[-1] in "%٪" else (number, "")
    return body.translate(_DIGITS[style]) + sign.translate(_NUMBERS[style])
