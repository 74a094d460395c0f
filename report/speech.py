"""What the command says besides faults, in Arabic and English."""

from __future__ import annotations

import os

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "description": "Right-to-left-first booklet press: one folder in, a typeset PDF and an EPUB out.",
        "build": "make the PDF and the EPUB of a booklet",
        "check": "read a booklet and tell every fault in it",
        "export": "write flash cards from a booklet",
        "what": "what to export: cards (terms, events, questions)",
        "to_cards": "form of the cards: anki",
        "schema": "print the JSON Schema of the YAML files",
        "doctor": "tell what is missing on this machine, and the line that installs it",
        "booklet": "folder of the booklet (default: this folder if it holds booklet.yaml, else the built-in booklet)",
        "to": "formats to make, separated by commas: pdf, epub (default: both)",
        "out": "folder for the results (default: out)",
        "edition": "student (default), teacher (answers in place), or exam (questions alone)",
        "theme": "name of a theme, or its folder (default: what booklet.yaml says)",
        "strict": "take warnings for errors",
        "report": "write a report of the build (seconds, pages, faults, sha256) to this JSON file",
        "format": "how faults are told: text or json",
        "lang": "language of this command's messages: ar or en (default: the locale's)",
        "terminal": "logical (default), or visual for a terminal that shows Arabic letters apart and backwards",
        "which": "which file's schema: booklet, people, terms, events, sources, chapter (default: all)",
        "stage.check": "reading and checking",
        "stage.html": "composing",
        "stage.pdf": "setting the pages",
        "stage.epub": "making the e-book",
        "stage.verify": "proving the files",
        "stage.write": "writing",
        "done": "{path} · {size} KB",
        "pages": "{path} · {pages} pages · {size} KB",
        "sound": "sound: no fault found",
        "faults": "errors: {errors}, warnings: {warnings}",
        "nothing": "nothing was written",
        "stopped": "stopped; nothing was written",
        "usage": "wrong use: {reason}",
        "see_help": "see: kurrasa {command} --help",
        "bug": "this is a fault of kurrasa, not yours: {reason}. Please report it with the booklet; KURRASA_DEBUG=1 shows more.",
        "ok": "ok",
        "missing": "missing",
        "doctor.python": "Python {version}",
        "doctor.library": "library {name}",
        "doctor.package": "package {name}",
        "doctor.fonts": "fonts: {count} faces, all as in the manifest",
        "doctor.fonts_bad": "fonts differ from the manifest: {names}",
        "doctor.engine": "PDF engine starts",
        "doctor.install": "install with:  {line}",
        "doctor.well": "everything needed is here",
    },
    "ar": {
        "description": "مطبعة كُرّاسات تبدأ من اليمين: مجلد واحد يدخل، فيخرج ملف PDF منضَّد وكتاب EPUB.",
        "build": "يصنع ملفي PDF وEPUB من الكُرّاسة",
        "check": "يقرأ الكُرّاسة ويذكر كل خطأ فيها",
        "export": "يصنع بطاقات استذكار من الكرّاسة",
        "what": "ما يُصدَّر: cards للبطاقات (المصطلحات والأحداث والأسئلة)",
        "to_cards": "صيغة البطاقات: anki",
        "schema": "يطبع مخطط JSON لملفات YAML",
        "doctor": "يذكر ما ينقص هذا الجهاز والسطر الذي يثبّته",
        "booklet": "مجلد الكُرّاسة (إن لم يُذكر: هذا المجلد إن كان فيه booklet.yaml، وإلا فالكُرّاسة المرفقة)",
        "to": "الصيغ المطلوبة مفصولة بفواصل: pdf, epub (إن لم تُذكر: كلتاهما)",
        "out": "مجلد النتائج (إن لم يُذكر: out)",
        "edition": "student للطالب (الأصل)، أو teacher للمعلّم والإجابات في مواضعها، أو exam للأسئلة وحدها",
        "theme": "اسم السمة أو مجلدها (إن لم يُذكر: ما في booklet.yaml)",
        "strict": "تُعدّ التنبيهات أخطاء",
        "report": "يكتب تقريرًا عن البناء (الثواني والصفحات والأخطاء وsha256) في هذا الملف بصيغة JSON",
        "format": "طريقة عرض الأخطاء: text أو json",
        "lang": "لغة رسائل هذا الأمر: ar أو en (إن لم تُذكر: لغة الجهاز)",
        "terminal": "logical (الأصل)، أو visual لطرفية تُظهر الحروف العربية مفرّقة ومعكوسة",
        "which": "مخطط أي ملف: booklet, people, terms, events, sources, chapter (إن لم يُذكر: جميعها)",
        "stage.check": "القراءة والفحص",
        "stage.html": "التركيب",
        "stage.pdf": "تنضيد الصفحات",
        "stage.epub": "صنع الكتاب الإلكتروني",
        "stage.verify": "التحقق من الملفات",
        "stage.write": "الكتابة",
        "done": "{path} · {size} ك.ب",
        "pages": "{path} · عدد الصفحات {pages} · {size} ك.ب",
        "sound": "سليمة: لا خطأ فيها",
        "faults": "الأخطاء: {errors}، التنبيهات: {warnings}",
        "nothing": "لم يُكتب شيء",
        "stopped": "توقّف العمل؛ لم يُكتب شيء",
        "usage": "استعمال غير صحيح: {reason}",
        "see_help": "انظر: kurrasa {command} --help",
        "bug": "هذا خطأ في كُرّاسة نفسها لا منك: {reason}. نرجو الإبلاغ عنه مع الكُرّاسة؛ و KURRASA_DEBUG=1 يُظهر المزيد.",
        "ok": "موجود",
        "missing": "ناقص",
        "doctor.python": "بايثون {version}",
        "doctor.library": "مكتبة {name}",
        "doctor.package": "حزمة {name}",
        "doctor.fonts": "الخطوط: {count} وجهًا، كلها كما في القائمة",
        "doctor.fonts_bad": "خطوط تخالف القائمة: {names}",
        "doctor.engine": "محرّك PDF يعمل",
        "doctor.install": "للتثبيت:  {line}",
        "doctor.well": "كل ما يلزم موجود",
    },
}


def language(wanted: str | None) -> str:
    """The language asked for, else the locale's if it is Arabic, else English."""
    if wanted:
        return wanted
    locale = next((os.environ[k] for k in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(k)), "")
    return "ar" if locale.lower().startswith("ar") else "en"


def say(key: str, language: str, **values: object) -> str:
    return WORDS[language][key].format(**values)
