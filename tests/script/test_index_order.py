"""The order of an index in each language, stated by hand as its readers look words up, and the letters they file under."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.script import collation

# Each row is in its right order; a slash parts letters of the alphabet (the headings of the groups).
ORDER = {
    # Hamza by its seat, bare alef first; the article does not count, but in الماس and التقاء it is none; أبو، ابن، آل are
    # kept, word by word; ة with ه, ى with ي; marks and tatweel do not count.
    "ar": "ابن خلدون | أبو بكر | اتفاقيات الجزائر | الأزمة | آل سعود | التقاء | الماس | ألمانيا | الأمل | إيران | إيـرانيون"
    " / البحر | بَهلوي / التواطؤ / الثورة / الجزائر / الحصانة / الخميني / ذئب / ريغان | رئيس / سؤال | السؤدد | سورية"
    " / الصلاة | الصلح / الفيل | فئة / القانون / الكويت / مال | مأوى | موت | مؤتمر | الميل | مئة"
    " / النسر / هدى | الهديل / الوساطة | وسام / اليمين",
    # آ before ا, پ چ ژ ک گ in place, و before ه.
    "fa": "آب | آزادی / ابر | ایران / باران / پدر / تهران / جنگ / چای / زبان / ژاله / شاه / قطار / کاغذ / گل / لاله / ماه"
    " / نامه / وزیر | وقت / هوا / یاد",
    # ٹ ڈ their own letters after ت د; آ after the other words of ا (as volume two of the Urdu Lughat).
    "ur": "ابر | احمد | آب / بات / پانی / تار / ٹکٹ / جنگ / چائے / دن / ڈاک / راستہ / زمین / شہر / کاغذ / گاڑی / لفظ"
    " / ملک / نام / وقت / ہوا / یاد",
    # Final letters with their base; points do not count.
    "he": "אב | אור / בית / דרך / יום | ים | ימים /"
    "  כלי | כף | כפר / ם | מים | מכתב / נייר / סוף / עיר | עץ | עצים / פרק / שָׁלוֹם | שמש",
    # The article does not count, nor do case and accents before letters.
    "en": "an apple | Argo / the bank | Beirut / café | Cairo / oath | “Operation Eagle Claw” / the Shah | Shiraz",
}


@pytest.mark.parametrize("language", ORDER)
def test_words_stand_in_the_order_their_readers_know(language: str) -> None:
    words = [word.strip() for group in ORDER[language].split(" / ") for word in group.split(" | ")]
    mixed = words[:]
    random.Random(1).shuffle(mixed)
    assert sorted(mixed, key=lambda w: collation.sort_key(w, language)) == words


@pytest.mark.parametrize("language", ORDER)
def test_a_group_is_one_letter_and_no_two_groups_share_it(language: str) -> None:
    groups = [
        [collation.letter(w.strip(), language) for w in group.split(" | ")] for group in ORDER[language].split(" / ")
    ]
    if language != "fa":  # آ is a letter of its own there, before ا
        assert all(len(set(letters)) == 1 for letters in groups), groups
    heads = [letters[0] for letters in groups]
    assert len(set(heads)) == len(heads)


def test_hamza_files_under_its_seat() -> None:
    seats = {"آمال": "ا", "أمل": "ا", "إمام": "ا", "ٱسم": "ا", "ؤ": "و", "ئ": "ي", "مؤتمر": "م"}
    assert {word: collation.letter(word, "ar") for word in seats} == seats


def test_persian_and_urdu_letters_head_their_own_groups() -> None:
    for language, letters in (("fa", "آاپچژگوهی"), ("ur", "اپٹچڈژگے")):
        for letter in letters:
            assert collation.letter(letter, language)[0] in (letter, "ا", "ی"), letter


@pytest.mark.parametrize(
    ("word", "filed"),
    [
        ("الرهائن", "رهائن"), ("«الابتزاز»", "ابتزاز"), ("الماس", "الماس"), ("التقاء", "التقاء"), ("التزامات", "التزامات"),
        ("الله", "الله"), ("ألمانيا", "ألمانيا"), ("الهام", "الهام"), ("ٱلشاه", "شاه"), ("الـرهائن", "رهائن"), ("ال", "ال"),
        ("اللجنة", "لجنة"), ("اللغة", "لغة"), ("اللاجئون", "لاجئون"), ("اليابان", "يابان"), ("الهامش", "هامش"),
        ("الواحات", "واحات"), ("الواح", "الواح"), ("الماء", "ماء"), ("الماسة", "الماسة"), ("البانيا", "البانيا"),
        ("التهابي", "التهابي"), ("التزامية", "التزامية"), ("التجارة", "تجارة"), ("التفاؤل", "تفاؤل"),
        ("الكترونيات", "الكترونيات"), ("المانيون", "المانيون"), ("المان", "المان"), ("الزهايمر", "الزهايمر"),
        ("أبو ظبي", "أبو ظبي"), ("ابن سينا", "ابن سينا"), ("آل البيت", "آل البيت"), ("اتفاقيات الجزائر", "اتفاقيات الجزائر"),
    ],
)  # fmt: skip
def test_the_article_is_dropped_by_rule_and_never_blindly(word: str, filed: str) -> None:
    assert collation.bare(word, "ar") == filed


def test_what_an_author_gives_to_file_under_is_taken_as_typed() -> None:
    assert collation.letter("الهلال", "ar") == "ه"
    assert collation.letter("الهلال", "ar", as_typed=True) == "ا"
    assert collation.sort_key("الهلال", "ar", as_typed=True) < collation.sort_key("برق", "ar")


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ar", "الأزمة", "الازمــة"),
        ("ar", "مُؤْتمر", "موتمر"),
        ("he", "שָׁלוֹם", "שלום"),
        ("en", "Café", "cafe"),
        ("ar", "«ابتزاز»", "إبتزاز"),
    ],
)
def test_spellings_of_one_word_are_known(language: str, one: str, other: str) -> None:
    assert collation.same(one, language) == collation.same(other, language)


@pytest.mark.parametrize(
    ("language", "one", "other"), [("ar", "الأزمة", "أزمة"), ("ar", "حل", "حال"), ("fa", "گل", "کل")]
)
def test_other_words_are_not_taken_for_spellings(language: str, one: str, other: str) -> None:
    assert collation.same(one, language) != collation.same(other, language)


@pytest.mark.parametrize(("language", "name"), [("ar", "لاتيني"), ("fa", "لاتین"), ("ur", "لاطینی"), ("he", "לטינית")])
def test_latin_words_and_numbers_stand_in_groups_that_are_named(language: str, name: str) -> None:
    assert collation.letter("Argo", language) == name
    assert collation.letter("444", language) not in ("…", name)
    key = collation.sort_key
    last = {"ar": "يمين", "fa": "یاد", "ur": "یاد", "he": "תה"}[language]
    assert key("444", language) < key(last, language) < key("Argo", language)


LETTERS = {
    "ar": "اأإآٱءبتثجحخدذرزسشصضطظعغفقكلمنهةوؤيئى",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئء",
    "ur": "آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے",
    "he": "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "en": "abcdefghijklmnopqrstuvwxyzéÅ",
}


@pytest.mark.parametrize("language", LETTERS)
@given(data=st.data())
def test_words_of_one_letter_stand_together(language: str, data: st.DataObject) -> None:
    """Whatever the words: an index would otherwise have two groups under one letter."""
    word = st.text(st.sampled_from(LETTERS[language] + "Az7٣ "), min_size=1, max_size=4).filter(str.strip)
    words = data.draw(st.lists(word, min_size=2, max_size=12))
    heads = [collation.letter(w, language) for w in sorted(words, key=lambda w: collation.sort_key(w, language))]
    runs = [head for at, head in enumerate(heads) if at == 0 or heads[at - 1] != head]
    assert len(runs) == len(set(runs)), heads
