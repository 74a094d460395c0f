"""K3xx: characters, dates, languages."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops

ENTRIES: Entries = {
    "K301": stops(
        Words("the text holds the control character {name}", "delete it"),
        Words("في النص حرف تحكّم: {name}", "احذفه"),
    ),
    "K301.direction": stops(
        Words(
            "the text holds the invisible direction mark {name}",
            "delete it; direction follows from the language: `[words]{{lang=en}}`",
        ),
        Words("في النص علامة اتجاه خفيّة: {name}", "احذفها؛ فالاتجاه يتبع اللغة: `[words]{{lang=en}}`"),
    ),
    "K301.damaged": stops(
        Words("a letter was lost here, and {name} stands in its place", "type the letter again"),
        Words("ضاع هنا حرف وحلّ محله {name}", "اكتب الحرف من جديد"),
    ),
    "K302": stops(
        Words("no font of the theme has the character {name}", "use another character, or add a font to the theme"),
        Words("ليس في خطوط السمة الحرف {name}", "استعمل حرفًا غيره أو أضف إلى السمة خطًّا فيه"),
    ),
    "K303": stops(
        Words("'{date}' is no date", "write 1980, `1980-09`, `1980-09-22`, `1979/1981`, `1980~` or `1980-09?`"),
        Words("«{date}» ليس تاريخًا", "اكتب 1980 أو `1980-09` أو `1980-09-22` أو `1979/1981` أو `1980~` أو `1980-09?`"),
    ),
    "K303.impossible": stops(
        Words("there is no day or month '{detail}'", "look at the month and the day: year-month-day"),
        Words("لا يوجد يوم أو شهر «{detail}»", "راجع الشهر واليوم: سنة-شهر-يوم"),
    ),
    "K303.order": stops(
        Words("'{date}' ends before it begins", "write the earlier date first: `1979/1981`"),
        Words("«{date}» ينتهي قبل أن يبدأ", "اكتب التاريخ الأسبق أولًا: `1979/1981`"),
    ),
    "K303.open": stops(
        Words("one end of '{date}' is missing", "write `..` for an open end: `1979/..`"),
        Words("ينقص «{date}» أحد طرفيه", "اكتب `..` للطرف المفتوح: `1979/..`"),
    ),
    "K303.part": stops(
        Words("'{date}' cannot have the part '{part}'", "`early`, `mid` and `late` go with a year or a month"),
        Words("لا يقبل «{date}» الجزء «{part}»", "`early` و`mid` و`late` مع السنة أو الشهر فقط"),
    ),
    "K303.range": stops(
        Words("the year of '{date}' cannot be printed", "years go from 0001 to 9999"),
        Words("سنة «{date}» خارج ما يمكن طباعته", "السنوات من 0001 إلى 9999"),
    ),
    "K304": stops(
        Words("'{tag}' is no language", "write a BCP 47 tag: ar, fa, ur, he, en, fr"),
        Words("«{tag}» ليس رمز لغة", "اكتب رمزًا من BCP 47: ar أو fa أو ur أو he أو en أو fr"),
    ),
    "K305": stops(
        Words("there are no digits '{style}'", "there are: {allowed}"),
        Words("لا توجد أرقام باسم «{style}»", "الأنواع هي: {allowed}"),
    ),
    "K306": stops(
        Words("'{id}' died ({died}) before being born ({born}, at {first})", "look at the two dates"),
        Words("تاريخ وفاة «{id}» ({died}) قبل تاريخ ميلاده ({born}، في {first})", "راجع التاريخين"),
    ),
    "K307": stops(
        Words(
            "`SOURCE_DATE_EPOCH` is '{value}', which is no number of seconds",
            "unset it, or give whole seconds since 1970",
        ),
        Words("قيمة `SOURCE_DATE_EPOCH` هي «{value}» وليست عدد ثوانٍ", "ألغِها أو اجعلها عدد الثواني منذ 1970"),
    ),
    "K308": stops(
        Words(
            "'{character}' is a letter in presentation form ({name})", "type the word again; it was copied from a PDF"
        ),
        Words("«{character}» حرف بشكله المطبعي ({name})", "اكتب الكلمة من جديد؛ فقد نُسخت من ملف PDF"),
    ),
}
