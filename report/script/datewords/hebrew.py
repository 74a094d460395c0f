"""Words of dates in Hebrew."""

from __future__ import annotations

from typing import Final

from report.script.datewords.speech import Speech, each, names, ordinals

_HEBREW_HE = names(
    "תשרי · חשוון/חשון/מרחשוון · כסלו/כסליו · טבת · שבט · אדר א' · אדר/אדר ב' · ניסן · אייר · סיוון/סיון · תמוז · אב/מנחם אב · אלול"
)

HEBREW: Final = Speech(
    months={
        "gregorian": (
            names(
                "ינואר · פברואר · מרץ/מרס · אפריל · מאי · יוני · יולי · אוגוסט · ספטמבר · אוקטובר · נובמבר · דצמבר"
            ),
        ),
        "hebrew": (_HEBREW_HE,),
    },
    ordinals=ordinals("ראשון/אחד · שני · שלישי · רביעי · חמישי · שישי · שביעי · שמיני · תשיעי · עשירי"),
    nouns=each("שנת · השנים · שנים · השנה"),
    cues=each("מאז · עד · בחירות · מלחמת · הסכם · בין · לפני · אחרי · לאחר · ב- · מ- · ל- · עד ל- · החל מ-"),
    of=each("ב · של · שנת · של שנת · לחודש · בחודש · בשנת · חודש"),
    to=each("עד · ועד"),
    both=each("ל- · ו- · לבין"),
    parts={
        **dict.fromkeys(each("תחילת · ראשית · מוקדם ב"), "early"),
        **dict.fromkeys(each("אמצע"), "mid"),
        **dict.fromkeys(each("סוף · שלהי"), "late"),
    },
    about=each("סביבות · בערך"),
    eras={
        **dict.fromkeys(each("לספירה · לסה״נ"), "gregorian"),
        **dict.fromkeys(each("לפנה״ס · לפני הספירה"), "before"),
    },
    dating=each("לספירה · לסה״נ · לפנה״ס · לפני הספירה"),
    counted=each(
        "שקל · שקלים · ש\"ח · דולר · דולרים · איש · אנשים · חיילים · ספרים · עמודים · מטר · מטרים · קילומטר · ק\"מ"
        " · פעמים · פעם · ימים · יום · שנה · שנים · שעות · תלמידים · קולות · בתים · טון · עותקים · פועלים · משפחות"
        " · מילים · לירות · בני · הרוגים · פצועים · מושבים · כפרים · נפש · תושבים · סטודנטים · צעדים · אירו · גרם"
    ),
    prefixes="ובלמהכש",
)  # fmt: skip
