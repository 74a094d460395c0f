"""K320–K328: how prose is typed."""

from __future__ import annotations

from report.messages.entry import Entries, Words, warns

_HINT = "`kurrasa check --fix` mends it; `--fix --dry-run` shows how ({count} in this file)"
_HINT_AR = "يصلحه `kurrasa check --fix`؛ و`--fix --dry-run` يعرض الفرق (العدد في هذا الملف: {count})"

_SAFE = {
    "N1": ("a space stands before a stop or a closing mark", "مسافة قبل علامة ترقيم أو قوس إغلاق"),
    "N2": ("a stop is doubled", "علامة ترقيم مكرّرة"),
    "N3": ("no space follows a stop", "لا مسافة بعد علامة الترقيم"),
    "N4": ("a Latin comma follows an Arabic word", "فاصلة لاتينية بعد كلمة عربية"),
    "N5": ("a Latin semicolon follows an Arabic word", "فاصلة منقوطة لاتينية بعد كلمة عربية"),
    "N6": ("a Latin question mark follows an Arabic word", "علامة استفهام لاتينية بعد كلمة عربية"),
    "N7": ("straight quotation marks", "علامات تنصيص مستقيمة"),
    "N8": ("a spaced hyphen stands for a dash", "شرطة قصيرة بين مسافتين مكان الشرطة الطويلة"),
    "N9": ("a word is stretched by typed tatweel", "كلمة ممدودة بتطويل مكتوب"),
    "N11": ("a zero-width non-joiner too many", "فاصل صفري زائد"),
    "N13": ("the tanween stands after the alef", "التنوين بعد الألف لا قبلها"),
    "N14": ("a space or soft hyphen too many", "مسافة زائدة أو شرطة خفيّة"),
    "N15": ("an Arabic letter stands for a Persian or Urdu one", "حرف عربي مكان الحرف الفارسي أو الأردي"),
}

ENTRIES: Entries = {
    **{f"K320.{rule}": warns(Words(en, _HINT), Words(ar, _HINT_AR)) for rule, (en, ar) in _SAFE.items()},
    "K321": warns(
        Words("straight quotation marks that do not pair", "type the marks of the language, « and »"),
        Words("علامات تنصيص مستقيمة لا تتقابل", "اكتب علامتي اللغة: « و»"),
    ),
    "K322": warns(
        Words("the range '{words}' has a hyphen, which may turn round", "write an en dash between the numbers: –"),
        Words("في المدى «{words}» شرطة قصيرة قد تقلب طرفيه", "اكتب بين العددين الشرطة –"),
    ),
    "K323": warns(
        Words("three marks or more in a row: '{words}'", "write the one sign … or one stop"),
        Words("ثلاث علامات متتالية أو أكثر: «{words}»", "اكتب علامة الحذف … أو علامة واحدة"),
    ),
    "K324": warns(
        Words("a space stands before the colon between two numbers", "write a ratio or an hour without spaces: `3:15`"),
        Words("مسافة قبل النقطتين بين عددين", "اكتب النسبة أو الساعة بلا مسافات: `3:15`"),
    ),
    "K325": warns(
        Words(
            "the Persian letter '{words}' stands in Arabic text ({count} in this file)",
            "type ي or ك; a Persian name goes in `[words]{{lang=fa}}`",
        ),
        Words(
            "الحرف الفارسي «{words}» في نص عربي (العدد في هذا الملف: {count})",
            "اكتب ي أو ك؛ والاسم الفارسي هكذا: `[words]{{lang=fa}}`",
        ),
    ),
    "K326": warns(
        Words("'{words}' stands apart from its verb", "join it by a zero-width non-joiner, if it is the prefix"),
        Words("«{words}» مفصولة عن فعلها", "صِلها بالفاصل الصفري إن كانت سابقة الفعل"),
    ),
    "K328.stop": warns(
        Words("the call of a note stands before the stop: '{words}'", "write it behind the stop: `word.[^key]`"),
        Words("رقم الحاشية قبل علامة الترقيم: «{words}»", "اكتبه بعدها هكذا: `كلمة.[^key]`"),
    ),
    "K328.space": warns(
        Words("a space parts the call of a note from '{words}'", "write it close: `word[^key]`"),
        Words("بين رقم الحاشية و«{words}» مسافة", "صِله بها هكذا: `كلمة[^key]`"),
    ),
    "K327": warns(
        Words(
            "{count} changes are due here, but the value is escaped or folded over lines",
            "write the value on one line without backslashes; then `kurrasa check --fix` mends it",
        ),
        Words(
            "هنا ما يلزم إصلاحه ({count})، غير أن القيمة فيها رموز هروب أو موزّعة على أسطر",
            "اكتب القيمة في سطر واحد بلا شرطات مائلة عكسية، ثم يصلحها `kurrasa check --fix`",
        ),
    ),
}
