"""K240–K259: the kinds of questions, their answers, and what ties them to objectives and chronology."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

ENTRIES: Entries = {
    "K240": stops(
        Words("a question has no key '{key}', or it stands twice", "its keys are {known}"),
        Words("ليس للسؤال مفتاح «{key}»، أو هو مكرّر", "مفاتيح السؤال: {known}"),
    ),
    "K240.value": stops(
        Words("'{value}' is no value of '{key}'", "write one of {allowed}"),
        Words("لا يقبل «{key}» القيمة «{value}»", "اكتب واحدة من: {allowed}"),
    ),
    "K240.number": stops(
        Words("'{value}' cannot be the value of '{key}'", "write a whole number from 1 to {most}"),
        Words("لا تصلح «{value}» قيمةً لـ«{key}»", "اكتب عددًا صحيحًا من 1 إلى {most}"),
    ),
    "K241.options": stops(
        Words("the question offers fewer than two options", "write a list whose items begin with `[x]` or `[ ]`"),
        Words("في السؤال أقل من خيارين", "اكتب قائمة تبدأ بنودها بالعلامة `[x]` أو `[ ]`"),
    ),
    "K241.none": stops(
        Words("no option is marked right", "put an x in the brackets of the right one: `- [x]`"),
        Words("لم يُعلَّم خيار صحيح", "ضع حرف x بين معقوفي الخيار الصحيح: `- [x]`"),
    ),
    "K241.many": stops(
        Words("{count} options are marked right where one is asked for", "leave one, or write `{{kind=choices}}`"),
        Words("عدد الخيارات المعلَّمة {count} والمطلوب واحد", "أبقِ واحدًا، أو اكتب `{{kind=choices}}`"),
    ),
    "K242.table": stops(
        Words("there are no pairs to match", "end the question with a table of two columns and two rows or more"),
        Words("ليس في سؤال المزاوجة أزواج", "اختم السؤال بجدول من عمودين وصفّين أو أكثر"),
    ),
    "K242.side": stops(
        Words("one side of pair {row} is empty", "write both sides; each has one that belongs to it"),
        Words("في الزوج {row} جهة فارغة", "اكتب الجهتين؛ فلكل واحدة ما يقابلها"),
    ),
    "K243": stops(
        Words("there is nothing to put in order", "end the question with a numbered list, in the right order"),
        Words("ليس في السؤال ما يُرتَّب", "اختم السؤال بقائمة مرقّمة مرتّبة الترتيب الصحيح"),
    ),
    "K244": stops(
        Words("'{later}' comes before '{earlier}' here, but {first} dates it after", "change the order, or the date"),
        Words("يتقدم «{later}» هنا على «{earlier}»، وتاريخه في {first} متأخر عنه", "غيّر الترتيب أو صحّح التاريخ"),
    ),
    "K245.none": stops(
        Words("the question has no gap", "mark the words to be filled in: `[words]{{.gap}}`"),
        Words("ليس في السؤال فراغ", "علّم الكلمات المحذوفة: `[الكلمات]{{.gap}}`"),
    ),
    "K245.empty": stops(
        Words("the gap has no answer", "write what belongs in it between the brackets: `[words]{{.gap}}`"),
        Words("الفراغ بلا جواب", "اكتب ما يُملأ به بين المعقوفين: `[الكلمات]{{.gap}}`"),
    ),
    "K245.outside": stops(
        Words("a gap stands outside a question", "gaps belong in the prompt of a question"),
        Words("فراغ في غير سؤال", "لا تكون الفراغات إلا في نص سؤال"),
    ),
    "K246": stops(
        Words("it is not said whether the statement is true", "write `{{answer=true}}` or `{{answer=false}}` above it"),
        Words("لم يُذكر أصحيحة العبارة أم خاطئة", "اكتب فوقها `{{answer=true}}` أو `{{answer=false}}`"),
    ),
    "K247": stops(
        Words("there is no quotation to study", "put the passage between the question and its parts, after `>`"),
        Words("ليس في السؤال نص يُدرس", "ضع المقتبس بين السؤال وفروعه بعد العلامة `>`"),
    ),
    "K248.rubric": stops(
        Words("the essay has no rubric", "add a table of criteria to its answer, the points in the last column"),
        Words("سؤال المقال بلا سلّم تقدير", "أضف إلى جوابه جدولًا بالمعايير، ودرجاتها في العمود الأخير"),
    ),
    "K248.sum": stops(
        Words("the rubric adds up to {sum} points, the question is worth {points}", "make the two agree"),
        Words("مجموع سلّم التقدير {sum} ودرجة السؤال {points}", "اجعلهما متفقين"),
    ),
    "K249": stops(
        Words("the chapter has no objective {number}", "its objectives are numbered from 1, as they are listed"),
        Words("ليس في الفصل هدف رقمه {number}", "تُرقَّم أهداف الفصل من 1 بحسب ورودها"),
    ),
    "K249.untested": warns(
        Words("no question tests objective {number}", "add `{{objective={number}}}` above a question that does"),
        Words("لا سؤال عن الهدف {number}", "أضف `{{objective={number}}}` فوق سؤال يقيسه"),
    ),
    "K250": stops(
        Words(
            "the chronology has {count} events that can be told apart, the question asks for {wanted}",
            "give more events exact dates, or ask for fewer",
        ),
        Words(
            "في التسلسل الزمني من الأحداث المتمايزة {count}، والمطلوب {wanted}", "زد أحداثًا محدّدة التواريخ أو اطلب أقل"
        ),
    ),
    "K254": stops(
        Words(
            "the source has {parts} sub-questions ({first}), its answer has {answers} parts",
            "answer with a numbered list, one item for each sub-question",
        ),
        Words(
            "لسؤال النص فروع عددها {parts} ({first})، ولجوابه من الأجزاء {answers}",
            "اكتب الجواب قائمةً مرقّمة، لكل فرع بند",
        ),
    ),
    "K255": warns(
        Words("the essay has a rubric but no model answer", "write in its answer, above the table, what may be said"),
        Words("لسؤال المقال سلّم تقدير وليس له جواب نموذجي", "اكتب في جوابه فوق الجدول ما يصح أن يُقال"),
    ),
    "K251": stops(
        Words("decks for Anki need the package genanki", "install it: `pip install kurrasa[anki]`"),
        Words("تحتاج بطاقات Anki إلى حزمة genanki", "ثبّتها: `pip install kurrasa[anki]`"),
    ),
}
