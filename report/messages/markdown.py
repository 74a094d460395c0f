"""K112–K115, K118–K132: Markdown that would be lost, printed as it stands, or read otherwise than meant."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

ENTRIES: Entries = {
    "K112": stops(
        Words(
            "HTML is not read: '{tag}' would be printed as it stands", "remove it, or write `&lt;` for the sign itself"
        ),
        Words("لا تُقرأ وسوم HTML، وسيُطبع «{tag}» كما هو", "احذفه، أو اكتب `&lt;` إن أردت العلامة نفسها"),
    ),
    "K113.open": stops(
        Words("the brace that opens here is never closed", "close it with `}}`, or put a backslash before it"),
        Words("الحاصرة المفتوحة هنا لم تُغلق", "أغلقها بالعلامة `}}` أو ضع قبلها شرطة مائلة معكوسة"),
    ),
    "K113.empty": stops(
        Words("the braces are empty", "give a key, or remove them"),
        Words("الحاصرتان فارغتان", "اكتب بينهما مفتاحًا أو احذفهما"),
    ),
    "K113.value": stops(
        Words("a key has no value here", "write `key=value`: `{{person=carter}}`"),
        Words("هنا مفتاح بلا قيمة", "اكتب المفتاح ثم `=` ثم القيمة: `{{person=carter}}`"),
    ),
    "K113.quotes": stops(
        Words("only straight double quotes hold a value", 'write `index="heading!sub-heading"`'),
        Words("لا تُحاط القيمة إلا بعلامة التنصيص المستقيمة", 'اكتب `index="المدخل!الفرع"`'),
    ),
    "K113.key": stops(
        Words("this cannot stand in braces", 'put a value with spaces or signs in straight quotes: `index="…"`'),
        Words(
            "لا يصحّ هذا بين الحاصرتين", 'ضع القيمة التي فيها مسافات أو علامات بين علامتي تنصيص مستقيمتين: `index="…"`'
        ),
    ),
    "K113.index": stops(
        Words("a part of the index heading is empty", "write `heading!sub-heading`, with words on both sides"),
        Words("في مدخل الفهرس جزء فارغ", "اكتب `المدخل!الفرع`، وعلى كل جانب كلمات"),
    ),
    "K113.after": stops(
        Words(
            "something follows the braces on this line",
            "a line that names the block below it holds nothing but `{{#id}}`",
        ),
        Words("بعد الحاصرتين في هذا السطر شيء آخر", "السطر الذي يسمّي ما تحته ليس فيه إلا `{{#id}}`"),
    ),
    "K114": stops(
        Words(
            "there is no key '{key}' for words in brackets",
            "the keys are: {known}, `.index` and `#id`",
            "did you mean '{near}'?",
        ),
        Words("لا يوجد مفتاح «{key}» للكلمات التي بين معقوفين", "المفاتيح هي: {known} و.index و#id", "أتقصد «{near}»؟"),
    ),
    "K114.block": stops(
        Words("a block takes no key '{key}', only an id", "write `{{#id}}`; other keys stand after `[words]`"),
        Words(
            "لا تقبل الكتلة المفتاح «{key}»، بل معرّفًا فقط", "اكتب `{{#id}}`؛ أما سائر المفاتيح فمكانها بعد `[الكلمات]`"
        ),
    ),
    "K115": stops(
        Words(
            "the braces '{braces}' belong to nothing and would be printed",
            "keys stand right after `[words]`, an id after a heading or on the line above a block; `\\{{` is a brace",
        ),
        Words(
            "الحاصرتان «{braces}» لا تتبعان شيئًا وستُطبعان كما هما",
            "تأتي المفاتيح بعد `[الكلمات]` مباشرة، والمعرّف بعد العنوان أو وحده في السطر الذي فوق الكتلة",
        ),
    ),
    "K118": stops(
        Words("the note '{key}' is called but not written", "write `[^{key}]: the note` on a line of its own"),
        Words("الحاشية «{key}» لها إشارة وليس لها نص", "اكتب نصها في سطر مستقل يبدأ بالإشارة `[^{key}]` ثم نقطتين"),
    ),
    "K118.spaces": stops(
        Words(
            "the key of a note has no spaces: '{key}'", "write `[^key]`; for a short note in place write `^[the note]`"
        ),
        Words("لا مسافات في رمز الحاشية: «{key}»", "اكتب `[^key]`؛ وللحاشية القصيرة في موضعها `^[النص]`"),
    ),
    "K118.open": stops(
        Words("a note begins here and is never closed", "close it with `]`, or put a backslash before the sign"),
        Words("تبدأ هنا حاشية ولا تُغلق", "أغلقها بالعلامة `]` أو ضع قبلها شرطة مائلة معكوسة"),
    ),
    "K119": stops(
        Words("the note '{key}' is written but never called", "put `[^{key}]` where it belongs, or remove it"),
        Words("الحاشية «{key}» مكتوبة ولا إشارة إليها في المتن", "ضع `[^{key}]` في موضعها أو احذف نصها"),
    ),
    "K120": stops(
        Words("the text has a head and nothing below it", "write it, or remove it from `booklet.yaml`"),
        Words("في النص ترويسة وليس تحتها شيء", "اكتب النص أو احذفه من `booklet.yaml`"),
    ),
    "K121.one": stops(
        Words("the only heading of level 1 is the title in the head", "write `##` for a section"),
        Words("لا عنوان من المستوى الأول إلا `title` في الترويسة", "اكتب `##` لعنوان القسم"),
    ),
    "K121.deep": stops(
        Words("headings go no deeper than `###`", "write `###`, or make it a paragraph in `**strong**` words"),
        Words("لا عناوين أدنى من `###`", "اكتب `###` أو اجعله فقرة بخط `**ثقيل**`"),
    ),
    "K121.skip": stops(
        Words("a heading `###` stands under no `##`", "write `##`, or put a `##` above it"),
        Words("عنوان `###` ليس فوقه عنوان `##`", "اكتب `##` أو ضع فوقه عنوان `##`"),
    ),
    "K121.inside": stops(
        Words(
            "a heading cannot stand in a list, a quotation or a fenced block",
            "put it outside, or write `**strong**` words",
        ),
        Words("لا يقع العنوان داخل قائمة أو اقتباس أو كتلة مسوَّرة", "أخرجه منها أو اكتبه بخط `**ثقيل**`"),
    ),
    "K121.underline": stops(
        Words(
            "the line of dashes makes the text above it a heading",
            "write `##` before a heading; for a break leave a blank line above the dashes",
        ),
        Words(
            "سطر الشرطات يجعل ما فوقه عنوانًا",
            "اكتب `##` قبل العنوان؛ وإن أردت فاصلًا فاترك فوق الشرطات سطرًا فارغًا",
        ),
    ),
    "K122": warns(
        Words(
            "the link definition '{label}' is used nowhere", "remove it, or write `[words][{label}]` where it belongs"
        ),
        Words("تعريف الرابط «{label}» غير مستعمل", "احذفه أو اكتب `[الكلمات][{label}]` في موضعه"),
    ),
    "K122.twice": stops(
        Words("the link definition '{label}' stands here again", "keep one of the two"),
        Words("تعريف الرابط «{label}» مكرّر هنا", "أبقِ واحدًا منهما"),
    ),
    "K123": stops(
        Words("there is no fenced block '{name}'", "there are: {known}", "did you mean '{near}'?"),
        Words("لا توجد كتلة مسوَّرة باسم «{name}»", "الكتل هي: {known}", "أتقصد «{near}»؟"),
    ),
    "K124": stops(
        Words(
            "the block '{name}' is never closed",
            "close it with a line of as many colons; if a block stands inside it, the outer one needs more colons",
        ),
        Words(
            "الكتلة «{name}» لم تُغلق",
            "أغلقها بسطر فيه عدد النقاط نفسه؛ وإن كانت فيها كتلة أخرى فللخارجية نقاط أكثر",
        ),
    ),
    "K124.stray": stops(
        Words(
            "this line of colons closes nothing", "remove it; an outer block needs more colons than the one inside it"
        ),
        Words("سطر النقاط هذا لا يُغلق شيئًا", "احذفه؛ وللكتلة الخارجية نقاط أكثر من التي في داخلها"),
    ),
    "K124.code": stops(
        Words("the code that begins here is never closed", "close it with a line of the same marks"),
        Words("الشيفرة التي تبدأ هنا لم تُغلق", "أغلقها بسطر من العلامات نفسها"),
    ),
    "K125": stops(
        Words("the note '{key}' is written twice", "give one of the two another key"),
        Words("الحاشية «{key}» مكتوبة مرتين", "اختر لإحداهما رمزًا آخر"),
    ),
    "K126": stops(
        Words("a note cannot stand in a note", "put it into the text, or in parentheses"),
        Words("لا تقع حاشية داخل حاشية", "ضعها في المتن أو بين قوسين"),
    ),
    "K126.list": stops(
        Words("a note cannot stand in people, terms, events or sources", "put it into the text, or in parentheses"),
        Words("لا تقع حاشية في قوائم الأشخاص والمصطلحات والأحداث والمصادر", "ضعها في المتن أو بين قوسين"),
    ),
    "K127": stops(
        Words("a picture cannot stand inside a line", "put it alone in a paragraph, with blank lines around it"),
        Words("لا تقع الصورة في وسط السطر", "ضعها وحدها في فقرة، قبلها سطر فارغ وبعدها سطر فارغ"),
    ),
    "K128": stops(
        Words(
            "the row has {cells} cells, the head of the table {width}",
            "add cells to the head, or write `\\|` for a bar",
        ),
        Words("في الصف {cells} خلايا، وفي رأس الجدول {width}", "زد خلايا الرأس، أو اكتب `\\|` إن أردت الخط نفسه"),
    ),
    "K129": stops(
        Words("this looks like a table but is none", "give the line of dashes as many cells as the head above it"),
        Words("هذا يشبه جدولًا وليس بجدول", "اجعل خلايا سطر الشرطات بعدد خلايا الرأس فوقه"),
    ),
    "K130.empty": stops(
        Words("the block '{name}' is empty", "write something in it, or remove it"),
        Words("الكتلة «{name}» فارغة", "اكتب فيها شيئًا أو احذفها"),
    ),
    "K130.table": stops(
        Words(
            "a block 'table' holds one pipe table and nothing else",
            "put other text outside; look at the line of dashes",
        ),
        Words("في كتلة `table` جدول واحد لا غير", "أخرج ما سواه منها؛ وراجع سطر الشرطات"),
    ),
    "K131.title": stops(
        Words("a link has no title: '{words}' would not be printed", "put it into the text, or remove it"),
        Words("ليس للرابط عنوان: لن يُطبع «{words}»", "ضعه في المتن أو احذفه"),
    ),
    "K131.description": stops(
        Words("the description of a picture is plain words", "put links, emphasis and notes into the caption"),
        Words("وصف الصورة كلمات مجرّدة", "ضع الروابط والتوكيد والحواشي في الشرح الذي تحت الصورة"),
    ),
    "K131.questions": stops(
        Words("a block of questions has no title: '{words}' would not be printed", "remove it"),
        Words("ليس لكتلة الأسئلة عنوان: لن يُطبع «{words}»", "احذفه"),
    ),
    "K131.code": warns(
        Words("'{words}' after the marks of code is not printed", "remove it"),
        Words("لن يُطبع «{words}» المكتوب بعد علامات الشيفرة", "احذفه"),
    ),
    "K132.twice": stops(
        Words("the key '{key}' stands twice in these braces", "keep one of the two"),
        Words("المفتاح «{key}» مكرّر بين هاتين الحاصرتين", "أبقِ واحدًا منهما"),
    ),
    "K132.refs": stops(
        Words("words refer to one thing: '{key}' is the second", "keep one, and put the other on other words"),
        Words("للكلمات إحالة واحدة، و«{key}» هي الثانية", "أبقِ واحدة واجعل الأخرى على كلمات أخرى"),
    ),
    "K132.index": stops(
        Words("`.index` and `index=` do not go together", "keep one of the two"),
        Words("لا يجتمع `.index` و`index=` معًا", "أبقِ واحدًا منهما"),
    ),
    "K132.id": stops(
        Words("one block has two ids: '{first}' and '{second}'", "keep one of the two"),
        Words("لكتلة واحدة معرّفان: «{first}» و«{second}»", "أبقِ واحدًا منهما"),
    ),
}
