"""Numbers with signs: found by type, one order wherever they stand; python-bidi gives the levels, boxes are isolates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.script import digits, languages, tokens
from report.script.embedding import levels, order
from report.script.tokens import AFTER, BEFORE

TYPES = [
    ("12%", "percent"), ("12 %", "percent"), ("%12", "percent"), ("€12.3", "currency"), ("12€", "currency"),
    ("37.5°", "degree"), ("-5 °C", "degree"), ("1979-1981", "range"), ("1979–1981", "range"), ("10–12%", "range"),
    ("2017/06/24", "compound"), ("3:15", "compound"), ("2/255", "compound"), ("1.2.3", "compound"),
    ("1979-11-04", "code"), ("978-3-16-148410-0", "code"), ("4-11-1979", "date"), ("+966 11 123 4567", "phone"),
    ("5 kg", "unit"), ("2:255-257", "range"),
]  # fmt: skip
STYLES = ("arabic-indic", "extended", "latin")
CONTROL = "\u200e\u200f\u2066\u2067\u2069"

# Seen from left to right, as the house order says it (brackets, spaces and all).
ORDERS = [
    ("ar", "arabic-indic", "12%", "٪١٢"), ("ar", "latin", "12%", "%12"), ("fa", "extended", "12%", "٪۱۲"),
    ("he", "latin", "12%", "12%"), ("ar", "arabic-indic", "€12.3", "€١٢٫٣"), ("ar", "latin", "12€", "€12"),
    ("ar", "arabic-indic", "37.5°", "٣٧٫٥°"), ("he", "latin", "37.5°", "37.5°"),
    ("ar", "arabic-indic", "1979–1981", "١٩٨١–١٩٧٩"), ("ar", "latin", "1979-1981", "1981-1979"),
    ("fa", "extended", "1979-1981", "۱۹۸۱-۱۹۷۹"), ("ur", "extended", "1979–1981", "۱۹۸۱–۱۹۷۹"),
    ("he", "latin", "1979–1981", "1979–1981"), ("he", "latin", "1979-1981", "1979-1981"),
    ("en", "latin", "1979–1981", "1979–1981"), ("ar", "arabic-indic", "+966 11 123 4567", "+٩٦٦ ١١ ١٢٣ ٤٥٦٧"),
    ("ar", "arabic-indic", "2017/06/24", "٢٠١٧/٠٦/٢٤"), ("ar", "arabic-indic", "4-11-1979", "١٩٧٩-١١-٤"),
    ("ar", "arabic-indic", "1979-11-04", "1979-11-04"), ("ar", "arabic-indic", "2:255", "٢:٢٥٥"),
    ("ar", "latin", "2:255", "2:255"), ("ar", "arabic-indic", "1.2.3", "1.2.3"), ("ar", "latin", "5 kg", "5 kg"),
]  # fmt: skip


def only(text: str) -> tokens.Datum:
    (datum,) = tokens.find(text)
    assert datum.text == text
    return datum


def seen(datum: tokens.Datum, tag: str, before: str = "", after: str = "") -> str:
    """The datum from left to right in a browser: boxes with a direction are isolates (CSS Writing Modes 3 §2.4)."""
    language = languages.find(tag)
    open_ = {"ltr": "\u2066", "rtl": "\u2067"}[tokens.direction(datum, language)]
    match tokens.form(datum, language):
        case "bare":
            written = datum.text
        case "held":
            written = f"{open_}{datum.text}\u2069"
        case "parted":
            inner = [f"\u2066{p}\u2069" if tokens.is_number(p) else p for p in tokens.parts(datum.text)]
            written = f"{open_}{''.join(inner)}\u2069"
    line = before + written + after
    found = levels(line, language.direction)
    inside = range(len(before), len(before) + len(written))
    shown = "".join(line[i] for i in order(found) if i in inside)
    return "".join(ch for ch in shown if ch not in CONTROL)


@pytest.mark.parametrize(("text", "type_"), TYPES)
@pytest.mark.parametrize("style", STYLES)
def test_each_type_is_known_in_every_family_of_digits(text: str, type_: str, style: str) -> None:
    assert only(digits.convert(text, style)).type == type_


@pytest.mark.parametrize("text", ["1979", "1,234.5", "v1.2-3", "COVID-19", "C3PO", "a1@b.org", "", "ab–cd", "١٬٢٣٤"])
def test_what_is_no_datum(text: str) -> None:
    assert list(tokens.find(text)) == []


@pytest.mark.parametrize(("language", "style", "text", "wanted"), ORDERS)
def test_the_order_of_the_house(language: str, style: str, text: str, wanted: str) -> None:
    datum = only(digits.convert(text, style))
    assert {seen(datum, language, before, after) for before in BEFORE for after in AFTER} == {wanted}


def test_without_the_box_the_order_would_change() -> None:
    """Why the boxes are there: typography.md §4.4."""
    alone, after_arabic = (tokens.displayed("12%", before, "", "rtl") for before in ("", "ب "))
    assert alone != after_arabic


_numbers = st.text("0123456789", min_size=1, max_size=4)
_data = st.one_of(
    st.builds("{}{}{}".format, _numbers, st.sampled_from("-–/:"), _numbers),
    st.builds("{}{}".format, _numbers, st.sampled_from(["%", " %", "°", "€", " €", " kg"])),
    st.builds("+{} {} {} {}".format, _numbers, _numbers, _numbers, _numbers),
    st.builds("{}–{}%".format, _numbers, _numbers),
)


@given(_data, st.sampled_from(STYLES), st.sampled_from(["ar", "fa", "ur", "he", "en"]))
def test_one_datum_one_order(text: str, style: str, language: str) -> None:
    for datum in tokens.find(digits.convert(text, style)):
        way = tokens.direction(datum, languages.find(language))
        wanted = "".join(datum.text[i] for i in tokens.sequence(datum.text, way))
        assert {seen(datum, language, before, after) for before in BEFORE for after in AFTER} == {wanted}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("بـ 42", "بـ\u00a042"), ("لـ W3C", "لـ\u00a0W3C"), ("و NASA", "و\u00a0NASA"), ("قال لـ ", "قال لـ\u00a0"),
        ("٥ كم", "٥\u00a0كم"), ("١٤٠٠ هـ", "١٤٠٠\u00a0هـ"), ("كتاب 42", "كتاب 42"), ("٥ كمائن", "٥ كمائن"),
        ("أ و ب", "أ و ب"), ("محـ 4", "محـ 4"),
    ],
)  # fmt: skip
def test_what_holds_to_its_neighbour(text: str, wanted: str) -> None:
    assert tokens.hold(text) == wanted
