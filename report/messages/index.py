"""K260–K273: marks for the index, its cross-references, spellings, ranges, order; events before a birth; citations."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

ENTRIES: Entries = {
    "K260": stops(
        Words(
            "a mark for the index stands on no words and names no heading",
            'put words between the brackets, or name the heading: `[]{{index="heading"}}`',
        ),
        Words(
            "علامة كشّاف ليس عليها كلمات ولا لها مدخل", 'اكتب كلمات بين المعقوفين، أو سمِّ المدخل: `[]{{index="heading"}}`'
        ),
    ),
    "K260.entry": stops(
        Words("a part of this index heading is empty", "write heading!sub-heading, with words on both sides"),
        Words("في مدخل الكشّاف هذا جزء فارغ", "اكتب المدخل ثم `!` ثم المدخل الفرعي، وفي كل منهما كلمات"),
    ),
    "K261": stops(
        Words(
            "the index heading '{heading}' is more than {limit} deep",
            "take a level out: columns of an index hold {limit}",
        ),
        Words("مدخل الكشّاف «{heading}» أعمق من {limit} مستويات", "احذف مستوى؛ فأعمدة الكشّاف تتّسع لعدد أقصاه {limit}"),
    ),
    "K262": stops(
        Words(
            "the index has no heading '{heading}'",
            "mark a passage with it, or look at the spelling; sub-headings are written heading!sub-heading",
            "did you mean '{near}'?",
        ),
        Words(
            "ليس في الكشّاف مدخل «{heading}»",
            "علِّم به موضعًا في النص أو راجع الإملاء؛ ويُكتب المدخل الفرعي بعد مدخله وبينهما `!`",
            "أتقصد «{near}»؟",
        ),
    ),
    "K263": stops(
        Words(
            "'{heading}' sends the reader on, and '{other}' at {first} sends back to it",
            "let one of them hold the page numbers: take its `see` out",
        ),
        Words(
            "يُحيل المدخل «{heading}» القارئ إلى غيره، ثم يعيده إليه «{other}» في {first}",
            "اجعل أرقام الصفحات تحت أحدهما، واحذف `see` منه",
        ),
    ),
    "K264": warns(
        Words(
            "this entry sends to '{heading}', which at {first} only sends on",
            "name the last one",
            "name the last one: '{near}'",
        ),
        Words(
            "يُحيل هذا المدخل إلى «{heading}»، وهو نفسه محال في {first}",
            "سمِّ المدخل الأخير",
            "سمِّ المدخل الأخير: «{near}»",
        ),
    ),
    "K265": warns(
        Words(
            "the index heading '{heading}' is spelled otherwise at {first}: '{other}'",
            "spell both alike, or they are two entries",
        ),
        Words("مدخل الكشّاف «{heading}» مكتوب في {first} بصورة أخرى: «{other}»", "وحّد كتابتهما وإلا صارا مدخلين"),
    ),
    "K266": warns(
        Words(
            "no passage is marked with the index heading '{heading}'",
            'mark one with `{{index="…"}}`, or remove the entry',
        ),
        Words("لم يُعلَّم في النص أي موضع بمدخل الكشّاف «{heading}»", 'علِّم موضعًا بكتابة `{{index="…"}}` أو احذف المدخل'),
    ),
    "K267": warns(
        Words(
            "'{heading}' sends the reader elsewhere but has passages of its own, first at {first}",
            "write `see-also`, or mark those passages with the other heading",
        ),
        Words(
            "يُحيل المدخل «{heading}» إلى غيره وله مواضع في النص، أوّلها {first}",
            "اكتب `see-also` بدل `see`، أو علِّم تلك المواضع بالمدخل الآخر",
        ),
    ),
    "K268": stops(
        Words(
            "this passage is to run to '{id}', but no place has that id",
            "name its end with `{{#{id}}}`, or look at the spelling",
            "did you mean `to={near}`?",
        ),
        Words(
            "يُراد أن يمتد هذا الموضع إلى «{id}»، وليس في النص موضع بهذا المعرّف",
            "سمِّ نهايته بكتابة `{{#{id}}}` أو راجع الإملاء",
            "أتقصد `to={near}`؟",
        ),
    ),
    "K268.before": stops(
        Words(
            "this passage runs to '{id}', which stands before it, at {first}", "put the mark where the passage begins"
        ),
        Words("ينتهي هذا الموضع عند «{id}»، وهو قبله في {first}", "ضع العلامة حيث يبدأ الموضع"),
    ),
    "K270": stops(
        Words("the event of {date} names '{id}', born {born}, at {first}", "look at the two dates"),
        Words("حدث تاريخه {date} يذكر «{id}» المولود في {born}، في {first}", "راجع التاريخين"),
    ),
    "K276.type": stops(
        Words("after @ stands no kind of entry", "write one, as `@book{{houghton2001, …}}`"),
        Words("ليس بعد العلامة @ نوع مدخلة", "اكتب نوعًا، مثل `@book{{houghton2001, …}}`"),
    ),
    "K276.brace": stops(
        Words("the entry does not open with a brace", "write `{{` after its kind, as `@book{{houghton2001, …}}`"),
        Words("المدخلة لا تبدأ بقوس", "اكتب `{{` بعد نوعها، مثل `@book{{houghton2001, …}}`"),
    ),
    "K276.key": stops(
        Words(
            "the entry has no key", "write one after the brace: `@book{{houghton2001, …}}`; the text cites it by that"
        ),
        Words("ليس للمدخلة مفتاح", "اكتبه بعد القوس: `@book{{houghton2001, …}}`؛ فبه يحال إليها في النص"),
    ),
    "K276.field": stops(
        Words("a field has no name; the entry begins at {first}", "write fields as `title = {{…}},`"),
        Words("حقل بلا اسم في المدخلة التي أولها {first}", "اكتب الحقول هكذا: `title = {{…}},`"),
    ),
    "K276.equals": stops(
        Words("there is no = behind '{key}'; the entry begins at {first}", "write fields as `title = {{…}},`"),
        Words("ليس بعد «{key}» علامة = في المدخلة التي أولها {first}", "اكتب الحقول هكذا: `title = {{…}},`"),
    ),
    "K276.value": stops(
        Words("a field has no value; the entry begins at {first}", "write fields as `title = {{…}},`"),
        Words("حقل بلا قيمة في المدخلة التي أولها {first}", "اكتب الحقول هكذا: `title = {{…}},`"),
    ),
    "K276.string": stops(
        Words("no @string is called '{key}'", "put the words in braces, or define it above: `@string{{name = {{…}}}}`"),
        Words("لا @string باسم «{key}»", "ضع الكلمات بين قوسين، أو عرّفه قبلها: `@string{{name = {{…}}}}`"),
    ),
    "K276.comma": stops(
        Words(
            "a comma or the closing brace is missing; the entry begins at {first}",
            "end the field before it with a comma",
        ),
        Words("تنقص فاصلة أو قوس الإغلاق في المدخلة التي أولها {first}", "اختم الحقل السابق بفاصلة"),
    ),
    "K276.open": stops(
        Words("what opens here is never closed; the entry begins at {first}", "count braces and quotation marks"),
        Words("ما فُتح هنا لم يُغلق في المدخلة التي أولها {first}", "عدّ الأقواس وعلامات الاقتباس"),
    ),
    "K277": stops(
        Words("the LaTeX command '{command}' is not known", "write the letters themselves; the file is read as UTF-8"),
        Words("أمر LaTeX غير معروف: «{command}»", "اكتب الحروف نفسها، فالملف يُقرأ بترميز UTF-8"),
    ),
    "K279": stops(
        Words("the term '{id}' sends the reader to itself ({first})", "take it out of its own `see`"),
        Words("يحيل المصطلح «{id}» إلى نفسه ({first})", "احذفه من مفتاح `see` فيه"),
    ),
    "K278": stops(
        Words("crossref names '{id}', which the file does not have", "look at the key of the entry it stands in"),
        Words("يحيل crossref إلى «{id}» وليس في الملف", "راجع مفتاح المدخلة المحال إليها"),
    ),
    "K274": stops(
        Words(
            "'{id}' is said to have died aged {years}, but was born ({first}) {reckoned} years before",
            "look at the three",
        ),
        Words("قيل إن «{id}» توفي عن {years}، وبين ميلاده ({first}) ووفاته {reckoned}", "راجع التاريخين والعمر"),
    ),
    "K274.number": stops(
        Words("'{value}' is no age", "write whole years, from 0 to {most}"),
        Words("لا تصلح «{value}» عمرًا", "اكتب عدد السنين صحيحًا، من 0 إلى {most}"),
    ),
    "K274.death": stops(
        Words("the age of '{id}' at death is given, but no date of death", "add `died:`, or take `aged:` out"),
        Words("ذُكر عمر «{id}» عند الوفاة ولم يُذكر تاريخها", "أضف `died:` أو احذف `aged:`"),
    ),
    "K275": warns(
        Words(
            "the event of {date} names '{id}', who died {died}, at {first}",
            "look at the two dates; whoever an event after his death only speaks of need not stand under `people`",
        ),
        Words(
            "حدث تاريخه {date} يذكر «{id}» المتوفّى في {died}، في {first}",
            "راجع التاريخين؛ ومن كان الحدث حديثًا عنه بعد وفاته فلا حاجة إلى ذكره في `people`",
        ),
    ),
    "K271": stops(
        Words("a file of sources in CSL-JSON is one list", "export the items as CSL-JSON: `[ {{ … }}, {{ … }} ]`"),
        Words("ملف المصادر بصيغة CSL-JSON قائمة واحدة", "صدّر المراجع بصيغة CSL-JSON: `[ {{ … }}, {{ … }} ]`"),
    ),
    "K271.item": stops(
        Words("this source has no id", 'give it one: `"id": "carter-1982"`'),
        Words("هذا المصدر بلا معرّف", 'أعطه معرّفًا: `"id": "carter-1982"`'),
    ),
    "K272": stops(
        Words("`{key}` cites a source, and none is named here", "write `{{source=id pages=12-14}}`"),
        Words("يستشهد `{key}` بمصدر، ولا مصدر هنا", "اكتب `{{source=id pages=12-14}}`"),
    ),
    "K273": stops(
        Words("'{heading}' files under '{sort}' here, and under '{other}' at {first}", "keep one of the two `sort`s"),
        Words("يُرتَّب المدخل «{heading}» هنا بحسب «{sort}»، وفي {first} بحسب «{other}»", "أبقِ إحدى قيمتي `sort`"),
    ),
    "K269.answer": stops(
        Words("a mark for the index stands in an answer", "mark the passage itself: the answer key is not indexed"),
        Words("علامة كشّاف داخل جواب", "علِّم الموضع نفسه في النص، فمفتاح الإجابات لا يدخل الكشّاف"),
    ),
    "K269": stops(
        Words(
            "`{key}` says something of a mark for the index, and there is none here",
            'add `.index` or `index="heading"`',
        ),
        Words("يصف `{key}` علامة كشّاف، ولا علامة هنا", 'أضف `.index` أو `index="heading"`'),
    ),
}
