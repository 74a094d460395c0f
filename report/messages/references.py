"""K2xx: ids, mentions, links, pictures, questions."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

ENTRIES: Entries = {
    "K201": stops(
        Words(
            "no {kind} has the id '{id}'",
            "add it to {file}, or look at the spelling",
            "did you mean '{near}'? or add it to {file}",
        ),
        Words(
            "لا يوجد {kind} معرّفه «{id}»", "أضفه إلى {file} أو راجع الإملاء", "أتقصد «{near}»؟ وإلا فأضفه إلى {file}"
        ),
    ),
    "K201.other": stops(
        Words("no {kind} has the id '{id}'; it is declared as {thing}", "write `{{{key}={id}}}`"),
        Words("لا يوجد {kind} معرّفه «{id}»، وإنما هو معرّف {thing}", "اكتب `{{{key}={id}}}`"),
    ),
    "K202": stops(
        Words("the id '{id}' is declared twice, first at {first}", "give one of the two another id"),
        Words("المعرّف «{id}» مكرّر، وأول وروده في {first}", "اختر لأحدهما معرّفًا آخر"),
    ),
    "K202.reserved": stops(
        Words("the id '{id}' is one that the press makes itself", "choose another one"),
        Words("المعرّف «{id}» محجوز لما يولّده البرنامج", "اختر معرّفًا آخر"),
    ),
    "K203": stops(
        Words(
            "nothing in the booklet has the id '{id}'",
            "name the place with `{{#{id}}}`, or look at the spelling",
            "did you mean '#{near}'?",
        ),
        Words("ليس في الكرّاسة شيء معرّفه «{id}»", "سمِّ الموضع بكتابة `{{#{id}}}` أو راجع الإملاء", "أتقصد «#{near}»؟"),
    ),
    "K204": stops(
        Words("there is no picture '{file}'", "paths begin at the booklet's folder: `images/map.png`"),
        Words("لا توجد صورة باسم «{file}»", "تبدأ المسارات من مجلد الكرّاسة: `images/map.png`"),
    ),
    "K204.case": stops(
        Words(
            "there is no picture '{file}', but there is one in other capitals",
            "write the name as the disk has it: here or elsewhere capital letters count",
            "write `{near}`: here or elsewhere capital letters count",
        ),
        Words(
            "لا توجد صورة باسم «{file}»، وتوجد صورة يخالفه اسمها في حالة الأحرف اللاتينية",
            "اكتب الاسم كما هو على القرص، ففي أجهزة كثيرة تفرّق الأحرف الكبيرة والصغيرة بين الملفات",
            "اكتب `{near}`، ففي أجهزة كثيرة تفرّق الأحرف الكبيرة والصغيرة بين الملفات",
        ),
    ),
    "K205": stops(
        Words(
            "the picture '{file}' has no description",
            "say between the brackets what it shows, for those who cannot see it",
        ),
        Words("الصورة «{file}» بلا وصف", "اكتب بين المعقوفين ما تُظهره لمن لا يراها"),
    ),
    "K206.name": stops(
        Words("'{suffix}' is no kind of picture that can be used", "save it as one of {allowed}"),
        Words("لا تُستعمل الصور من نوع «{suffix}»", "احفظها بأحد الأنواع: {allowed}"),
    ),
    "K206.lies": stops(
        Words("the picture '{file}' is not what its name says", "save it anew as one of {allowed}"),
        Words("محتوى الصورة «{file}» غير ما يقوله اسمها", "احفظها من جديد بأحد الأنواع: {allowed}"),
    ),
    "K206.broken": stops(
        Words("the picture '{file}' is damaged or cut short", "copy it again from where it came"),
        Words("الصورة «{file}» تالفة أو ناقصة", "انسخها من مصدرها مرة أخرى"),
    ),
    "K206.large": stops(
        Words(
            "the picture '{file}' is larger than 64 MB",
            "save it with fewer pixels; 300 for an inch are enough to print",
        ),
        Words("حجم الصورة «{file}» أكبر من 64 ميغابايت", "احفظها بأبعاد أصغر؛ تكفي للطباعة 300 نقطة في البوصة"),
    ),
    "K206.pixels": stops(
        Words(
            "the picture '{file}' has more than 100 megapixels",
            "save it with fewer; 400 for an inch of the page are all that print can show",
        ),
        Words(
            "في الصورة «{file}» أكثر من 100 مليون نقطة",
            "احفظها بأبعاد أصغر؛ فلا تُظهر الطباعة أكثر من 400 نقطة في البوصة",
        ),
    ),
    "K206.moves": stops(
        Words("the picture '{file}' moves, and paper cannot show it", "save the one frame that says it as PNG"),
        Words("الصورة «{file}» متحركة، ولا يُظهر الورق حركتها", "احفظ منها لقطة واحدة بصيغة PNG"),
    ),
    "K206.unseen": stops(
        Words(
            "nothing would be seen of the picture '{file}': a side of it is nothing, or less than a 200th of the other",
            "give it a width and a height, or cut it into several",
        ),
        Words(
            "لن يظهر من الصورة «{file}» شيء: أحد بُعديها صفر أو أقل من جزء من 200 من الآخر",
            "أعطها عرضًا وارتفاعًا، أو قسّمها صورًا",
        ),
    ),
    "K206.drawn": stops(
        Words(
            "the drawing '{file}' draws more than 200 000 things, or itself in a circle",
            "simplify it, or save it as PNG",
        ),
        Words("في الرسم «{file}» أكثر من 200 ألف عنصر، أو هو يرسم نفسه في حلقة", "بسّطه أو احفظه بصيغة PNG"),
    ),
    "K206.active": stops(
        Words(
            "the drawing '{file}' holds a script or points outside itself",
            "save it as plain SVG, with pictures embedded",
        ),
        Words("في الرسم «{file}» برمجة أو إحالة إلى خارجه", "احفظه بصيغة SVG مجرّدة مع تضمين الصور فيه"),
    ),
    "K207": warns(
        Words(
            "the {kind} '{id}' is declared but never mentioned",
            "mention it in the text: `[words]{{{key}={id}}}`, or remove it",
        ),
        Words("لم يُذكر في النص {kind} معرّفه «{id}»", "أحِل إليه في النص: `[الكلمات]{{{key}={id}}}`، أو احذفه من قائمته"),
    ),
    "K207.category": warns(
        Words("no event has the category '{id}'", "give it to an event, or remove it"),
        Words("ليس تحت التصنيف «{id}» أي حدث", "اجعله تصنيفًا لحدث أو احذفه"),
    ),
    "K208": stops(
        Words(
            "no chapter, section or place has the id '{id}'",
            "the passage of an event is the id of a chapter, or `{{#id}}` in its text",
            "did you mean '{near}'?",
        ),
        Words("لا فصل ولا قسم ولا موضع معرّفه «{id}»", "موضع الحدث معرّف فصل أو `{{#id}}` في متنه", "أتقصد «{near}»؟"),
    ),
    "K209": stops(
        Words(
            "the question has no answer",
            "write it below, on a line that begins with ': '; indent its further lines by two spaces",
        ),
        Words("السؤال بلا جواب", "اكتب الجواب تحته في سطر يبدأ بنقطتين ومسافة، وأزح سطوره التالية بمسافتين"),
    ),
    "K209.answer": stops(
        Words("the answer has no question", "write the question as a paragraph above it; a question has one answer"),
        Words("الجواب بلا سؤال", "اكتب السؤال فقرةً فوقه؛ ولكل سؤال جواب واحد"),
    ),
    "K209.empty": stops(
        Words("the answer is empty", "write it after the colon"),
        Words("الجواب فارغ", "اكتبه بعد النقطتين"),
    ),
    "K210.scheme": stops(
        Words("links do not lead to '{address}'", "they lead to `#id`, `https:`, `http:` or `mailto:`"),
        Words("لا تقود الروابط إلى «{address}»", "تقود الروابط إلى `#id` أو `https:` أو `http:` أو `mailto:`"),
    ),
    "K210.relative": stops(
        Words(
            "'{address}' is neither an id of this booklet nor a web address",
            "write `#id` for a place in the booklet, `https://…` for the web",
        ),
        Words(
            "«{address}» ليس معرّفًا في الكرّاسة ولا عنوانًا على الشبكة", "اكتب `#id` لموضع في الكرّاسة، و`https://…` للشبكة"
        ),
    ),
    "K211": warns(
        Words(
            "the event '{id}' names the passage '{passage}', but {file} never refers to it",
            "write `[words]{{event={id}}}` there, or name another passage",
        ),
        Words(
            "موضع الحدث «{id}» هو «{passage}»، ولا إحالة إليه في {file}",
            "اكتب `[الكلمات]{{event={id}}}` هناك أو غيّر الموضع",
        ),
    ),
    "K212": stops(
        Words(
            "'{words}' does not stand in {file}",
            "copy the words from the text letter by letter, or remove `as_written`",
        ),
        Words("لا ترد «{words}» في {file}", "انسخ الكلمات من النص حرفًا حرفًا أو احذف `as_written`"),
    ),
}
