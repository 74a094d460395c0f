"""Dates in prose: each corpus line by line, recall and precision by language, and the text the built-in booklet is from."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.script.datewords import find, folding
from report.script.datewords.lexicon import Lexicon

CORPUS = Path(__file__).parent / "corpus"
REACHED = {"ar": (1.0, 1.0), "fa": (1.0, 1.0), "he": (1.0, 1.0), "ur": (1.0, 1.0), "en": (1.0, 1.0)}
"""Recall and precision, as reached: a change may not fall behind."""


def told(text: str, language: str) -> list[str]:
    """What the corpora list: dates with a year."""
    dated = (found for found in find(text, language) if found.kind != "yearless")
    return [f"{found.edtf}:{found.part}" if found.part else found.edtf for found in dated]


def measured(corpus: Path, language: str) -> tuple[list[str], Counter[str]]:
    """The lines of a corpus, and how many dates they have and how many were found, rightly and in all."""
    hits = Counter[str]()
    lines = [line for line in corpus.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]
    for number, line in enumerate(lines, 1):
        sentence, _, expected = line.partition("\t")
        want, got = Counter(expected.split()), Counter(told(sentence, language))
        hits.update(right=(want & got).total(), want=want.total(), got=got.total(), negative=not want)
        if want != got:
            print(f"{language}.tsv:{number}: {sentence}: {sorted(want)} but found {sorted(got)}")
    recall, precision = hits["right"] / hits["want"], hits["right"] / hits["got"]
    print(f"{language}: {len(lines)} sentences, recall {recall:.3f}, precision {precision:.3f}")
    assert len(set(lines)) == len(lines)
    return lines, hits


@pytest.mark.parametrize("language", sorted(REACHED))
def test_corpus(language: str) -> None:
    lines, hits = measured(CORPUS / f"{language}.tsv", language)
    assert len(lines) >= 100
    assert hits["negative"] >= 30
    assert hits["right"] >= REACHED[language][0] * hits["want"]
    assert hits["right"] >= REACHED[language][1] * hits["got"]


@pytest.mark.parametrize("language", sorted(REACHED))
def test_fresh_sentences(language: str) -> None:
    """Sentences of another hand: their first line tells what was found before the search was mended."""
    lines, hits = measured(CORPUS / "fresh" / f"{language}.tsv", language)
    assert len(lines) >= 40
    assert hits["right"] == hits["want"]
    assert hits["got"] - hits["right"] == (language == "ur")


SEED = [
    ("الذي أطيح به في عام 1979.", ["1979"]),
    ("في 4 نوفمبر 1979 ، تم احتجاز 52 دبلوماسيًا ومواطنًا أمريكيًا", ["1979-11-04"]),
    ("واحتجز الرهائن لمدة 444 يوما ، وأفرج عنهم في 20 كانون الثاني (يناير) 1981.", ["1981-01-20"]),
    ("غادر الشاه الولايات المتحدة في ديسمبر 1979 ، وحصل", ["1979-12"]),
    ("حيث توفي في سن الستين في 27 يوليو 1980 متأثرًا", ["1980-07-27"]),
    ("بين وكالة المخابرات المركزية وكندا في 27 يناير 1980. وصلت", ["1980-01-27"]),
    ("وصلت الأزمة ذروتها في أوائل عام 1980 بعد فشل", ["1980:early"]),
    ("أسفرت المحاولة الفاشلة في 24 أبريل 1980 عن", ["1980-04-24"]),
    ("في سبتمبر 1980 ، غزا العراق إيران", ["1980-09"]),
    ("وخسارته الكاسحة في انتخابات 1980 الرئاسية.", ["1980"]),
    ("تم إطلاق سراح الرهائن رسمياً في اليوم التالي لتوقيع اتفاقيات الجزائر", []),
]


@pytest.mark.parametrize(("sentence", "dates"), SEED)
def test_the_ten_dated_facts(sentence: str, dates: list[str]) -> None:
    assert told(sentence, "ar") == dates


def test_offsets_are_of_the_text_as_typed() -> None:
    text = "أُطيح به في عَامِ ١٩٧٩، وفي ٤ نوفمـبر ١٩٧٩"
    assert [text[found.start : found.end] for found in find(text, "ar")] == ["عَامِ ١٩٧٩", "٤ نوفمـبر ١٩٧٩"]


def test_other_calendars_give_the_days_they_cover() -> None:
    (day,) = find("في 14 ذي الحجة 1399 هـ", "ar")
    (month,) = find("آبان ۱۳۵۸", "fa")
    (year,) = find("سال ۱۳۵۸", "fa")
    assert (day.edtf, day.precision) == ("1979-11-04", "day")
    assert (month.edtf, month.precision) == ("1979-10-23/1979-11-21", "month")
    assert (year.edtf, year.precision) == ("1979-03-21/1980-03-20", "year")


def test_numbers_alone_may_be_read_two_ways() -> None:
    assert [found.kind for found in find("4/11/1979 و24/4/1980 و5/5/1980", "ar")] == ["ambiguous", "date", "date"]


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("غادر في 4 نوفمبر ولم يعد", "ar", ["XXXX-11-04"]),
        ("وفي ديسمبر عاد", "ar", ["XXXX-12"]),
        ("مارس الطبيب عمله", "ar", []),
        ("در مهرماه آمد", "fa", ["XXXX-07"]),
        ("با ۵ تیر کشته شد", "fa", []),
        ("مهر مادر", "fa", []),
        ("4 نومبر کو", "ur", ["XXXX-11-04"]),
        ("ב־4 בנובמבר", "he", ["XXXX-11-04"]),
        ("אב ובנו", "he", []),
        ("On 4 November they came", "en", ["XXXX-11-04"]),
        ("They may march", "en", []),
    ],
)
def test_dates_without_a_year(text: str, language: str, edtf: list[str]) -> None:
    assert [found.edtf for found in find(text, language) if found.kind == "yearless"] == edtf
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "kinds"),
    [
        ("في 31 أبريل 1980", "ar", ["impossible"]),
        ("در ۳۱ مهر ۱۳۵۹", "fa", ["impossible"]),
        ("on 29 February 1981", "en", ["impossible"]),
        ("في 29 فبراير 1980", "ar", ["date"]),
        ("31 رمضان 1400 هـ", "ar", ["impossible"]),
        ("30 شعبان 1400 هـ", "ar", ["impossible"]),
        ("30 شعبان 1399 هـ", "ar", ["date"]),
        ("30 صفر 600 هـ", "ar", ["date"]),  # 29 days as reckoned, 30 where the moon was seen later
        ("31 صفر 600 هـ", "ar", ["impossible"]),
        ("في 5/13/1400 هـ", "ar", ["impossible"]),
        ("في 30/13/1400", "ar", []),
        ("في 5/13/1980", "ar", ["date"]),
        ("29 فبراير 1500", "ar", ["date"]),  # a day of the Julian calendar
        ("29 فبراير 1501", "ar", ["impossible"]),
    ],
)
def test_days_that_there_are_not(text: str, language: str, kinds: list[str]) -> None:
    assert [found.kind for found in find(text, language)] == kinds


def test_each_date_knows_its_calendar() -> None:
    found = find("14 ذو الحجة 1399 هـ الموافق 4 نوفمبر 1979 م", "ar")
    assert [(one.calendar, one.edtf) for one in found] == [("hijri", "1979-11-04"), ("gregorian", "1979-11-04")]


def test_a_language_without_words() -> None:
    assert told("le 24/4/1980, en 1980", "fr") == ["1980-04-24"]


WORDS = ["عام", "نوفمبر", "1979", "٤", "۱۳۵۸", "آبان", "מאי", "ב", "־", "-", "–", "/", "(", ")", ",", "،", "و", "من", "إلى", "بين",
         "from", "to", "May", "November", "4th", "in", "circa", "mid", "میں", "سے", "ء", "هـ", "ق.م", "تא", "תש״מ", "י״ד",
         "1" * 5000, "31", "أبريل", "12%", "4/11/1979", "0", "00", "s", "'"]  # fmt: skip


@given(
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["", " ", "\u200c"])), max_size=9),
    st.sampled_from(["ar", "fa", "ur", "he", "en", "fr"]),
)
@settings(max_examples=400, deadline=None)
def test_no_row_of_words_breaks_it(row: list[tuple[str, str]], language: str) -> None:
    text, at = "".join(word + gap for word, gap in row), 0
    for found in find(text, language):
        assert at <= found.start < found.end <= len(text)
        assert found.edtf
        at = found.end


@given(st.text(alphabet="0123456789٤۴/.-–، (نوفمبر)عام19 إلىבינואר", max_size=60), st.sampled_from(sorted(REACHED)))
@settings(max_examples=150, deadline=None)
def test_spans_stand_apart_and_in_order(text: str, language: str) -> None:
    at = 0
    for found in find(text, language):
        assert at <= found.start < found.end <= len(text)
        at = found.end


@given(
    st.lists(
        st.sampled_from(
            [*WORDS, "السبت", "رمضان", "مهرماه", "خريف", "الأول", "كتاب", "یکم", "spring", "house", "בית", "."]
        ),
        max_size=7,
    ),
    st.sampled_from(["ar", "fa", "ur", "he", "en", "fr"]),
)
@settings(max_examples=400, deadline=None)
def test_a_silent_text_tells_no_date(words: list[str], language: str) -> None:
    """To pass over texts without numbers and openers changes nothing but the time it takes."""
    text = " ".join(words)
    quick = find(text, language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Lexicon, "is_silent", _never)
        assert find(text, language) == quick


def _never(*_: object) -> bool:
    return False


@given(st.text(st.one_of(st.sampled_from("²½१_'׳׳\"״\u200c\u064bابج. كא"), st.characters(codec="utf-8")), max_size=12))
def test_a_text_without_digits_has_the_tokens_it_has(text: str) -> None:
    quick = folding.tokens(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folding, "has_digit", _always)
        assert folding.tokens(text) == quick


def _always(*_: object) -> bool:
    return True
