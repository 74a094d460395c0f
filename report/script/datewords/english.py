"""Words of dates in English."""

from __future__ import annotations

from typing import Final

from report.script.datewords.speech import Speech, each, names

_EN_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_EN_TEENS = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth"),
)
_EN_ORDINALS = {
    **{word: n for n, word in enumerate(_EN_UNITS + _EN_TEENS, 1)},
    **{f"twenty-{word}": 20 + n for n, word in enumerate(_EN_UNITS, 1)},
    **{"thirtieth": 30, "thirty-first": 31},
}

ENGLISH: Final = Speech(
    months={
        "gregorian": (
            names(
                "January/Jan./Jan · February/Feb./Feb · March/Mar./Mar · April/Apr./Apr · May · June/Jun./Jun"
                " · July/Jul./Jul · August/Aug./Aug · September/Sept./Sep./Sept/Sep · October/Oct./Oct"
                " · November/Nov./Nov · December/Dec./Dec"
            ),
        ),
        "hijri": (
            names(
                "Muharram · Safar · Rabi I/Rabi' I/Rabi al-Awwal · Rabi II/Rabi' II/Rabi al-Thani · Jumada I"
                " · Jumada II · Rajab · Shaban/Sha'ban · Ramadan · Shawwal · Dhu al-Qadah/Dhu al-Qa'dah"
                " · Dhu al-Hijjah"
            ),
        ),
        "solar": (
            names(
                "Farvardin · Ordibehesht · Khordad · Tir · Mordad · Shahrivar · Mehr · Aban · Azar · Dey · Bahman"
                " · Esfand"
            ),
        ),
        "hebrew": (
            names(
                "Tishri/Tishrei · Heshvan/Cheshvan · Kislev · Tevet · Shevat · Adar I · Adar/Adar II · Nisan · Iyar"
                " · Sivan · Tammuz · Av · Elul"
            ),
        ),
    },
    ordinals=_EN_ORDINALS,
    nouns=each("the year · the years · year · years"),
    cues=each(
        "since · until · till · by · before · after · during · between · from · the election of · election of"
        " · revolution of · war of · circa · in"
        " · In · During · Throughout · Since · By · Until · From · Between · After · Before · throughout"
    ),
    loose=("of",),
    behind=each(
        "election · elections · presidential election · presidential elections · revolution · constitution"
        " · treaty · war"
    ),
    of=each("of · of the year · the · in"),
    to=each("to · until · till · through"),
    both=("and",),
    parts={
        **dict.fromkeys(each("early · Early · the beginning of · the start of"), "early"),
        **dict.fromkeys(each("mid · Mid · the middle of"), "mid"),
        **dict.fromkeys(each("late · Late · the end of"), "late"),
    },
    about=each("about · around · c."),
    eras={
        **dict.fromkeys(each("CE · AD · A.D."), "gregorian"),
        **dict.fromkeys(each("BC · BCE · B.C."), "before"),
        **dict.fromkeys(each("AH · A.H."), "hijri"),
        **dict.fromkeys(each("SH · AHS"), "solar"),
        "AM": "hebrew",
    },
    dating=each("CE · AD · A.D. · BC · BCE · B.C. · AH · A.H. · SH · AHS"),
    counted=each(
        "dollars · men · women · people · soldiers · books · pages · metres · meters · feet · miles · km · days · hours"
        " · years · words · copies · votes · students · houses · tons · times · euros · pounds · seats · members · cars"
        " · villages · schools · workers · families · degrees · points · letters · trees · steps · rials · tomans"
        " · volunteers · applicants · spectators · calories · prisoners · delegates · ships · acres"
    ),
)  # fmt: skip
