"""Dates in the prose against the chronology, and durations against their events."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report.apparatus import chronology, inlines_in
from report.apparatus.durations import words
from report.model import Duration
from tests.check.conftest import Checked

EVENTS = """\
seizure:
  date: 1979-11-04
  title: اقتحام
  passage: one
release:
  date: 1981-01-20
  title: إفراج
  passage: one
"""
TOLD = "[اقتحموها]{event=seizure} ثم [أفرجوا]{event=release}.\n\n"
Maker = Callable[..., Checked]


@pytest.mark.parametrize(
    "text",
    [
        "[اقتحموها]{event=seizure} في 4 نوفمبر 1979.",
        "[اقتحموها في 4 نوفمبر 1979]{event=seizure}.",
        "[اقتحموها]{event=seizure} في نوفمبر 1979، أي في 13 آبان 1358، وفي عام 1979.",
        "[اقتحموها]{event=seizure} في **4** نوفمبر `5 نوفمبر 1980` 1979.",
        "في [عام 1953]{.no-event} كان غير ذلك.",
        "انظر `4 يوليو 1953`.",
        "| متى | ماذا |\n|---|---|\n| 4 نوفمبر 1979 | [اقتحام]{event=seizure} |",
        "[in 1953 he said in June 1953]{lang=fr}",
        "[اقتحموها]{event=seizure} يوم 11/4/1979.",
        "[اقتحموها]{event=seizure} في 13 ذي الحجة 1399 هـ أو في 15 ذي الحجة 1399 هـ.",
        "قال: [في 31 أبريل 1980]{.no-event}.",
        "ذلك في 4 نوفمبر 1979، وهذا في 1981/1/20.",
        "## في نوفمبر 1979",
        "::: questions\n\nماذا جرى في 4 نوفمبر 1979؟\n\n: جرى في عام 1979 شيء.\n\n:::",
        "::: questions\n\n{kind=truth answer=false}\nجرى ذلك في 5 يونيو 1967.\n\n: بل في 4 نوفمبر 1979.\n\n:::",
        "::: questions\n\n{kind=choice}\nمتى؟\n\n- [ ] في 5 يونيو 1967\n- [x] في 4 نوفمبر 1979\n\n:::",
    ],
)
def test_dates_with_their_event(checked: Maker, text: str) -> None:
    assert checked(TOLD + text + "\n", events=EVENTS).codes == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ذلك في 4 نوفمبر 1978.", "K310 text/one.md:8:8"),
        ("[اقتحموها]{event=seizure}\nفي 5 نوفمبر\n1979.", "K319 text/one.md:9:4"),
        ("[اقتحموها]{event=seizure}. وفي 5 نوفمبر 1979 كان غيره.", "K310 text/one.md:8:32"),
        ("- ذلك في 4 نوفمبر 1978.", "K310 text/one.md:8:10"),
        ("## في نوفمبر 1978", "K310 text/one.md:8:7"),
        ("> قال: في عام 1978", "K310 text/one.md:8:11"),
        ("كلام.[^n]\n\n[^n]: في عام 1978", "K310 text/one.md:10:10"),
        ("| متى | ماذا |\n|---|---|\n| عام 1978 | [اقتحام]{event=seizure} |", "K319 text/one.md:10:3"),
        ("::: summary\nفي عام 1978 كان ذلك.\n:::", "K310 text/one.md:9:4"),
        ("::: questions\n\nماذا جرى في عام 1978؟\n\n: جواب.\n\n:::", "K310 text/one.md:10:13"),
        ("::: questions\n\nماذا؟\n\n: جرى في عام 1978.\n\n:::", "K310 text/one.md:12:10"),
        ("::: questions\n\n{kind=truth answer=true}\nفي عام 1978.\n\n: ج.\n\n:::", "K310 text/one.md:11:4"),
        ("::: questions\n\n{kind=choice}\nمتى؟\n\n- [ ] أمس\n- [x] في عام 1978\n\n:::", "K310 text/one.md:14:10"),
        ("قال [in June 1953]{lang=en} ذلك.", "K310 text/one.md:8:9"),
        ("[اقتحموها]{event=seizure} في 16 ذي الحجة 1399 هـ.", "K319 text/one.md:8:30"),
        ("[اقتحموها]{event=seizure} في 31 أبريل 1980.", "K318 text/one.md:8:30"),
        ("[أفرجوا عنهم في **عام** 1980]{event=release}.", "K311 text/one.md:8:19"),
    ],
)
def test_dates_without(checked: Maker, text: str, code: str) -> None:
    assert checked(TOLD + text + "\n", events=EVENTS).codes == [code]


EARLY = """\
baghdad:
  date: 1258-02-10
  calendar: {}
  title: سقوط بغداد
  passage: one
"""


@pytest.mark.parametrize(
    ("calendar", "text", "codes"),
    [
        ("julian", "[سقطت]{event=baghdad} في 10 فبراير 1258.", []),
        ("julian", "[سقطت]{event=baghdad} في 17 فبراير 1258.", []),
        ("julian", "[سقطت]{event=baghdad} في 4 صفر 656 هـ.", []),
        ("julian", "[سقطت]{event=baghdad} في 3 فبراير 1258.", ["K319 text/one.md:6:26"]),
        ("gregorian", "[سقطت]{event=baghdad} في 17 فبراير 1258.", ["K319 text/one.md:6:26"]),
    ],
)
def test_dates_from_before_the_reform_may_be_of_either_calendar(
    checked: Maker, calendar: str, text: str, codes: list[str]
) -> None:
    assert checked(text + "\n", events=EARLY.format(calendar)).codes == codes


def test_captions_are_read(checked: Maker) -> None:
    told = checked(TOLD + "![صورة](a.png)\nفي عام 1978\n", events=EVENTS)
    assert "K310 text/one.md:9:4" in told.codes


def test_the_fault_names_both_places(checked: Maker) -> None:
    told = checked("[اقتحموها]{event=seizure} في 5 نوفمبر 1979.\n", events=EVENTS.replace("release", "r"))
    (fault,) = (fault for fault in told.faults if fault.code == "K319")
    assert str(fault.values["first"]) == "b/events.yaml:2:9"


def test_without_a_chronology_nothing_is_asked(checked: Maker) -> None:
    assert checked("في عام 1953.\n").codes == []
    assert checked("في 31 أبريل 1953.\n").codes == ["K318 text/one.md:6:4"]


def test_a_duration_without_words_is_written_by_the_press(checked: Maker) -> None:
    made = checked(TOLD + "دام []{from=seizure to=release count=inclusive}.\n", events=EVENTS)
    assert made.codes == []
    assert made.booklet
    (duration,) = (one for one in inlines_in(made.booklet.chapters[0].blocks) if isinstance(one, Duration))
    assert words(made.booklet, duration) == "٤٤٤ يومًا، باحتساب اليومين"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[444 يومًا]{from=seizure to=release count=inclusive}", []),
        ("[٤٤٣ يومًا]{from=seizure to=release}", []),
        ("[444 يومًا]{from=seizure to=release}", ["K312.count text/one.md:8:1"]),
        ("[زمنًا]{from=seizure to=release}", ["K312 text/one.md:8:1"]),
        ("[443 يومًا]{from=seizure to=nothing}", ["K201 text/one.md:8:1"]),
    ],
)
def test_durations(checked: Maker, text: str, codes: list[str]) -> None:
    assert checked(TOLD + text + "\n", events=EVENTS).codes == codes


PLACED = """\
release:
  date: 1981-01-20
  title: إفراج
  passage: one
oath:
  minutes-after: speech
  title: يمين
  passage: one
speech:
  before: release
  title: خطاب
  passage: one
accords:
  day-before: release
  title: اتفاقيات
  passage: one
other:
  date: 1981-01-20
  title: غيره
  passage: one
"""


def test_events_placed_by_another(checked: Maker) -> None:
    text = " ".join(f"[كلمة]{{event={id}}}" for id in ("release", "oath", "speech", "accords", "other"))
    made = checked(f"{text} في 19 يناير 1981\n", events=PLACED)
    assert made.codes == []
    assert made.booklet
    (band,) = chronology(made.booklet, {})
    assert [(row.event.id, row.shown[0][1]) for row in band.rows] == [
        ("accords", "١٩ يناير ١٩٨١ (في اليوم السابق لحدث «إفراج»)"),
        ("speech", "قبل «إفراج»"),
        ("oath", "بعد دقائق من «خطاب»"),
        ("release", "٢٠ يناير ١٩٨١"),
        ("other", "٢٠ يناير ١٩٨١"),
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[خطب]{event=speech} في 18 يناير 1981.", []),
        ("[خطب في 18 يناير 1981]{event=speech}.", []),
        ("[أقسم]{event=oath} في عام 1980.", []),
        ("[خطب]{event=speech} كما قيل. وفي عام 1979 كان غيره.", ["K310 text/one.md:6:34"]),
        ("[خطب]{event=speech} في 22 يناير 1981.", ["K319 text/one.md:6:24"]),
        ("[خطب في 22 يناير 1981]{event=speech}.", ["K311 text/one.md:6:9"]),
    ],
)
def test_a_date_beside_an_event_of_which_only_the_order_is_known(checked: Maker, text: str, codes: list[str]) -> None:
    others = "\n\n" + " ".join(f"[كلمة]{{event={id}}}" for id in ("accords", "speech", "oath", "release", "other"))
    assert checked(text + others + "\n", events=PLACED).codes == codes


def test_an_event_needs_a_date_or_another(checked: Maker) -> None:
    events = "lost:\n  title: حدث\n  passage: one\n"
    assert checked("[كلمة]{event=lost}\n", events=events).codes == ["K108 events.yaml:1:1"]


def test_days_of_the_week_by_booklet_and_by_event(checked: Maker) -> None:
    events = EVENTS.replace("  title: إفراج", "  weekday: false\n  title: إفراج")
    made = checked(TOLD, booklet="weekday: true\ncalendars: [gregorian, hijri]\n", events=events)
    assert made.codes == []
    assert made.booklet
    rows = [row.shown for band in chronology(made.booklet, {}) for row in band.rows]
    assert rows == [
        (("gregorian", "الأحد ٤ نوفمبر ١٩٧٩ م"), ("hijri", "١٤ ذي الحجة ١٣٩٩ هـ")),
        (("gregorian", "٢٠ يناير ١٩٨١ م"), ("hijri", "١٤ ربيع الأول ١٤٠١ هـ")),
    ]


def test_a_day_after_a_julian_day_is_julian(checked: Maker) -> None:
    events = EARLY.format("julian") + "next:\n  day-after: baghdad\n  title: نهب\n  passage: one\n"
    made = checked("[سقطت]{event=baghdad} و[نُهبت]{event=next} في 11 فبراير 1258.\n", events=events)
    assert made.codes == []
    assert made.booklet
    assert [(event.date.edtf, event.date.calendar) for event in made.booklet.events] == [
        ("1258-02-10", "julian"),
        ("1258-02-11", "julian"),
    ]
