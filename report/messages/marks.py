"""K135–K151: words that are missing, lists, links in links, notes called again, marks that stayed marks or cut words."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

ENTRIES: Entries = {
    "K135.link": stops(
        Words("a link has no words", "write them between the brackets"),
        Words("رابط بلا كلمات", "اكتبها بين المعقوفين"),
    ),
    "K135.span": stops(
        Words("brackets that refer to something have no words", "write them between the brackets"),
        Words("معقوفان لهما مفتاح وليس بينهما كلمات", "اكتبها بين المعقوفين"),
    ),
    "K135.note": stops(
        Words("a note has no words", "write them, or remove the note"),
        Words("حاشية بلا كلمات", "اكتبها أو احذف الحاشية"),
    ),
    "K135.heading": stops(
        Words("a heading has no words", "write them after the number signs"),
        Words("عنوان بلا كلمات", "اكتبها بعد علامات `#`"),
    ),
    "K136": warns(
        Words(
            "the list says {typed} here, but {printed} will be printed",
            "number on without gaps, or write `1.` everywhere",
        ),
        Words("رقم هذا العنصر {typed} وسيُطبع {printed}", "اجعل الترقيم متتابعًا، أو اكتب `1.` في كل العناصر"),
    ),
    "K137": warns(
        Words(
            "this numbered list is read as one paragraph",
            "type list numbers as `1. 2. 3.`; they are printed in the booklet's digits",
        ),
        Words("ستُقرأ هذه القائمة المرقّمة فقرةً واحدة", "اكتب أرقام القائمة هكذا: `1. 2. 3.` وستُطبع بأرقام الكرّاسة"),
    ),
    "K138": warns(
        Words("four spaces before the text make it code", "remove the spaces; for code write ``` above and below"),
        Words("أربع مسافات في أول السطر تجعله شيفرة", "احذف المسافات؛ وإن أردت شيفرة فاكتب ``` قبلها وبعدها"),
    ),
    "K139": stops(
        Words("a link or reference stands inside another", "take one of the two out"),
        Words("رابط أو إحالة داخل رابط أو إحالة", "أخرج أحدهما"),
    ),
    "K139.note": stops(
        Words("a note is called inside a link or reference", "put the note after it"),
        Words("إشارة حاشية داخل رابط أو إحالة", "ضع إشارة الحاشية بعده"),
    ),
    "K140": stops(
        Words(
            "'{id}' is no id",
            'small letters, digits and hyphens, a letter first: `{{#the-siege}}`; with spaces in quotes: `{{#"the siege"}}`',
        ),
        Words(
            "«{id}» لا يصلح معرّفًا",
            "المعرّف حروف عربية أو لاتينية صغيرة وأرقام وشرطات، وأوله حرف: `{{#الحصار}}`؛"
            ' وإن كان فيه مسافات فبين علامتي تنصيص: `{{#"حصار السفارة"}}`',
        ),
    ),
    "K141": stops(
        Words(
            "this looks like a link or a picture but is none",
            "put an address with spaces in `< >`, and close the parenthesis",
        ),
        Words("هذا يشبه رابطًا أو صورة وليس كذلك", "ضع العنوان الذي فيه مسافات بين `< >` وأغلق القوس"),
    ),
    "K142": warns(
        Words(
            "these asterisks are printed as they stand",
            "they must touch the word, not a quotation mark: `«**word**»`; or put a backslash before them",
        ),
        Words(
            "ستُطبع هذه النجوم كما هي",
            "يجب أن تلاصق الكلمة لا علامة التنصيص: `«**كلمة**»`؛ أو ضع قبلها شرطة مائلة معكوسة",
        ),
    ),
    "K143": stops(
        Words(
            "the note '{key}' is called again, first at {first}",
            "write a note for each call: each is printed under its own number",
        ),
        Words("للحاشية «{key}» إشارة ثانية، والأولى في {first}", "اكتب لكل إشارة حاشية، فكل حاشية تُطبع برقمها"),
    ),
    "K150.ligature": stops(
        Words(
            "markup, or the call of a note, stands between lam and alef in '{word}'; the two are one shape",
            "mark the whole word, and call the note after it",
        ),
        Words(
            "في «{word}» علامة تنسيق أو نداء حاشية بين اللام والألف، وهما رسم واحد لا يُقطع",
            "اجعل التنسيق على الكلمة كلها، ونداء الحاشية بعدها",
        ),
    ),
    "K150.mark": stops(
        Words(
            "markup, or the call of a note, parts a letter from its vowel sign or point in '{word}'",
            "mark the whole word, and call the note after it",
        ),
        Words(
            "في «{word}» علامة تنسيق أو نداء حاشية يفصل حرفًا عن حركته",
            "اجعل التنسيق على الكلمة كلها، ونداء الحاشية بعدها",
        ),
    ),
    "K151": stops(
        Words(
            "markup, or the call of a note, stands inside the number '{word}', and its parts could change places",
            "mark the whole number, and call the note after it",
        ),
        Words(
            "في العدد «{word}» علامة تنسيق أو نداء حاشية، وقد تتبادل أجزاؤه مواضعها",
            "اجعل التنسيق على العدد كله، ونداء الحاشية بعده",
        ),
    ),
}
