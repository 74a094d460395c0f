"""Words of dates in Urdu."""

from __future__ import annotations

from typing import Final

from report.script.datewords.speech import Speech, each, names

URDU: Final = Speech(
    months={
        "gregorian": (
            names(
                "جنوری · فروری · مارچ · اپریل · مئی · جون · جولائی/جولائ · اگست · ستمبر · اکتوبر · نومبر · دسمبر"
            ),
        ),
        "hijri": (
            names(
                "محرم/محرم الحرام · صفر · ربیع الاول · ربیع الثانی/ربیع الآخر · جمادی الاول/جمادی الاولیٰ"
                " · جمادی الثانی/جمادی الثانیہ/جمادی الآخر · رجب · شعبان · رمضان/رمضان المبارک · شوال"
                " · ذوالقعدہ/ذی قعدہ/ذیقعدہ · ذوالحجہ/ذی الحجہ/ذی الحج"
            ),
        ),
    },
    ordinals={"یکم": 1, "پہلی": 1},
    nouns=each("سنہ · سن · سال"),
    cues=each("انتخابات"),
    behind=each(
        "میں · تک · سے · کے انتخابات · کی جنگ · کے آئین · کا آئین · کے اوائل · کے اواخر · کے وسط · کے آغاز · کے بعد"
        " · سے پہلے · کے انقلاب · کا انقلاب · اور"
    ),
    of=each("سنہ · سن · سال · کی · کو"),
    to=each("سے · تا"),
    both=("اور",),
    parts={},
    parts_behind={
        **dict.fromkeys(each("کے اوائل · کے آغاز · کے شروع"), "early"),
        **dict.fromkeys(each("کے وسط · کے درمیان"), "mid"),
        **dict.fromkeys(each("کے اواخر · کے آخر"), "late"),
    },
    about=each("تقریباً · لگ بھگ · قریباً"),
    eras={
        **dict.fromkeys(each("ء · عیسوی"), "gregorian"),
        **dict.fromkeys(each("قبل مسیح · ق م · ق.م"), "before"),
        **dict.fromkeys(each("ھ · ہجری"), "hijri"),
    },
    dating=each("ء · عیسوی · ھ · ہجری · قبل مسیح · ق م · ق.م"),
    counted=each(
        "روپے · روپیہ · ڈالر · افراد · لوگ · آدمی · کتابیں · کتاب · صفحات · صفحے · سپاہی · فوجی · میٹر · کلومیٹر · میل"
        " · دن · سال · برس · گھنٹے · طلبہ · ووٹ · گھر · بار · مرتبہ · ٹن · نسخے · مزدور · گاؤں · اسکول · ہزار · لاکھ"
    ),
)  # fmt: skip
