"""Numbers with signs: each datum in prose is found by its type, and its order follows from type and language.

European digits after an Arabic letter become Arabic numbers (UAX #9 W2), so «12%» or «1979-1981» would change order by
what stands before it. House order (w3c alreq, Number in other uses; docs/typography.md):
- Arabic script: ranges and day-month-year run right to left, the lower year at the right; a percent sign or a currency
  stands at the left of its number, a degree at the right;
- Hebrew and left-to-right scripts: all run left to right, ranges too; a sign after a space follows its number as a word;
- everywhere left to right: telephone numbers, ISBN and other numbers of three groups or more (1979-11-04, 2.0.1),
  fractions, dates with slashes, times, a number with a Latin unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from report.script.embedding import levels, order
from report.script.languages import Direction, Language

Type = Literal["phone", "date", "code", "unit", "range", "percent", "currency", "degree", "compound"]
Form = Literal["bare", "held", "parted"]

_D = "[0-9٠-٩۰-۹]"
_CURRENCY = "[$£¥₪€₹﷼؋]"
_UNIT = "(?:[kMGTcmµn]?(?:Hz|Wh|W|V|B|g|m|l|L)|km/h)(?:[²³])?"
_NUMBER = rf"{_D}+(?:[.,٬٫:/]{_D}+)*"
_GROUP = rf"\(?{_D}{{1,4}}\)?"
_TYPES: Final = (
    ("phone", rf"\+{_D}{{1,4}}(?:[ -]?{_GROUP}){{2,6}}|\({_D}{{1,4}}\) {_D}{{3,4}}[ -]?{_D}{{3,4}}"),
    ("date", rf"{_D}{{1,2}}-{_D}{{1,2}}-{_D}{{4}}"),
    ("code", rf"{_D}+(?:-{_D}+){{2,}}(?:-[Xx])?"),
    ("unit", rf"{_NUMBER} ?{_UNIT}(?![A-Za-z])"),
    ("degree", rf"(?:[-−+])?{_NUMBER}(?: ?[-–] ?{_NUMBER})? ?°(?:[CF](?![A-Za-z]))?"),
    ("range", rf"{_NUMBER} ?[-–—] ?{_NUMBER}(?: ?[%٪‰]| ?{_CURRENCY})?"),
    ("percent", rf"{_NUMBER} ?[%٪‰]|[%٪‰]{_NUMBER}"),
    ("currency", rf"{_CURRENCY} ?{_NUMBER}|{_NUMBER} ?{_CURRENCY}"),
    ("compound", rf"{_D}+(?:\.{_D}+){{2,}}|{_D}+(?:[/:]{_D}+)+"),
)
_WORD = f"A-Za-z{_D[1:-1]}\u00c0-\u024f"
_DATUM = re.compile(
    rf"(?<![{_WORD}])(?<![{_WORD}][-.,٬٫:/@_+#–—])(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _TYPES)
    + rf")(?![{_WORD}])(?![-/:@_–—.,٬٫]{_D})"
)
_DIGIT = re.compile(_D)
_ATOM = re.compile(rf"{_D}+(?:[.,٬٫:/]{_D}+)*|[A-Za-zµ]+|.", re.DOTALL)
_BREAKS = re.compile(r"[ \-–—/]")
_SHORT: Final = 24  # characters: what is longer may be broken, or a narrow measure could not hold it
_SHAPE = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹0123456789", "١" * 10 + "۱" * 10 + "1" * 10)
BEFORE: Final = ("", "ب ", "א ", "b ", "5 ", "٥ ", "۵ ")
AFTER: Final = ("", " ب", " א", " b", " 5", " ٥")

_PROCLITIC = re.compile(r"(?<![\w\u0640])([وفبكل]\u0640|[وفبكل](?= [0-9٠-٩۰-۹A-Za-z]))\u0640* (?=\S|$)")
_ABBREVIATED = re.compile(rf"(?<={_D}) (?=(?:كم|كغ|كلغ|كجم|جم|سم|مم|م|هـ|ق\.م)(?![\w\u0640]))")


@dataclass(frozen=True, slots=True)
class Datum:
    """`start` and `end` are offsets in the text that was searched; `text` is what stands there."""

    start: int
    end: int
    text: str
    type: Type


def find(text: str) -> Iterator[Datum]:
    """The data of a text, in order. A plain number is none: nothing can change its order."""
    if _DIGIT.search(text) is None:  # each of them has one; to look for all kinds takes a hundred times as long
        return
    for match in _DATUM.finditer(text):
        name: Type = match.lastgroup  # type: ignore[assignment]
        yield Datum(match.start(), match.end(), match.group(), name)


def hold(text: str) -> str:
    """The text with a no-break space behind a detached ل ب و ف ك and between a number and a short Arabic unit or era.

    >>> hold("بـ 42")
    'بـ\\xa042'
    """
    return _ABBREVIATED.sub("\u00a0", _PROCLITIC.sub(lambda found: found.group()[:-1] + "\u00a0", text))


def direction(datum: Datum, language: Language) -> Direction:
    """Which way the parts of a datum follow each other by house order."""
    if language.direction == "ltr":
        return "ltr"
    sign_last = not _is_digit(datum.text[-1])
    arabic = language.script == "Arab"
    match datum.type:
        case "phone" | "code" | "unit" | "degree" | "compound":
            return "ltr"
        case "date" | "range":
            return "rtl" if arabic else "ltr"
        case "percent" | "currency":
            return "rtl" if sign_last and (arabic or " " in datum.text) else "ltr"


def form(datum: Datum, language: Language) -> Form:
    """How a datum must be written to have its order wherever it stands.

    `bare` when it has it beside letters of any script; `held` when it has it in a box with its direction; `parted` when
    each number in that box needs a box of its own, left to right.
    """
    return _form(datum.text.translate(_SHAPE), direction(datum, language), language.direction)


def is_short_and_breakable(datum: Datum) -> bool:
    """Whether a line could be broken inside it, and none may (w3c alreq)."""
    return len(datum.text) <= _SHORT and _BREAKS.search(datum.text) is not None


def parts(text: str) -> list[str]:
    """Numbers and words, whole, and the signs between them."""
    return _ATOM.findall(text)


def is_number(part: str) -> bool:
    return _is_digit(part[0])


def sequence(text: str, way: Direction) -> list[int]:
    """Offsets of a datum's characters as they must be seen from left to right: its parts one way, each number whole."""
    offsets = [(found.start(), found.end()) for found in _ATOM.finditer(text)]
    return [i for start, end in (offsets if way == "ltr" else reversed(offsets)) for i in range(start, end)]


def displayed(text: str, before: str, after: str, base: Direction) -> list[int]:
    """Offsets of a datum's characters as UAX #9 shows them from left to right between two pieces of text."""
    found = levels(before + text + after, base)
    return [i - len(before) for i in order(found) if len(before) <= i < len(before) + len(text)]


def _is_digit(character: str) -> bool:
    return re.fullmatch(_D, character) is not None


@cache
def _form(shape: str, way: Direction, base: Direction) -> Form:
    wanted = sequence(shape, way)
    if all(displayed(shape, before, after, base) == wanted for before in BEFORE for after in AFTER):
        return "bare"
    return "held" if displayed(shape, "", "", way) == wanted else "parted"
