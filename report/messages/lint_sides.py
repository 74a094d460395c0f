"""K620–K645: what the lint of e-books finds in container, direction, style and letters, the press's own or a stranger's."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

ENTRIES: Entries = {
    "K620": stops(
        Words(
            "this cannot be opened as an EPUB: {reason}",
            "make it anew, or copy it again: it may have been cut off, or hold more than a book does",
        ),
        Words(
            "لا يُفتح هذا الملف كتابًا بصيغة EPUB: {reason}", "أعد صنعه أو نسخه، فربما قُطع أو كان فيه أكثر مما يحمله كتاب"
        ),
    ),
    "K621": stops(
        Words(
            "the EPUB does not begin with its mimetype, stored and bare",
            "put `mimetype` first into the zip, without compression and extra fields",
        ),
        Words("لا يبدأ ملف EPUB بنوعه mimetype كما يجب", "ضع `mimetype` أول الملف المضغوط بلا ضغط ولا حقول زائدة"),
    ),
    "K622": stops(
        Words(
            "this document is no well-formed XML: {reason}",
            "close every element, write `&amp;` for an ampersand, and declare no entities",
        ),
        Words(
            "هذا المستند ليس XML سليم البناء: {reason}", "أغلق كل عنصر، واكتب `&amp;` بدل العلامة &، ولا تعرّف كيانات"
        ),
    ),
    "K623": stops(
        Words(
            "'{file}' is listed and not there, there and not listed, or listed twice",
            "make manifest and files the same",
        ),
        Words("«{file}» مذكور غير موجود، أو موجود غير مذكور، أو مكرَّر", "اجعل قائمة manifest والملفات شيئًا واحدًا"),
    ),
    "K624": warns(
        Words(
            "this file is too large for small readers, or no picture: {found}",
            "split texts above 300 kB; save pictures with fewer than 4 megapixels and 1.5 MB",
        ),
        Words(
            "هذا الملف أكبر مما تحمله القارئات الصغيرة، أو ليس صورة: {found}",
            "قسّم ما زاد على 300 كيلوبايت من النصوص، واحفظ الصور بأقل من 4 ملايين نقطة و1.5 ميغابايت",
        ),
    ),
    "K625": stops(
        Words(
            "the language changes to '{language}' here and the direction does not become {wanted}",
            "add `dir` beside `lang`",
        ),
        Words("تتغيّر اللغة هنا إلى «{language}» ولا يصير الاتجاه {wanted}", "أضف `dir` مع `lang`"),
    ),
    "K626": warns(
        Words(
            "the name '{file}' is not safe on every system",
            "use letters of ASCII, digits, `-`, `_` and `.`, and let no two names differ by case alone",
        ),
        Words(
            "الاسم «{file}» لا يصلح لكل نظام",
            "استعمل حروف ASCII والأرقام و`-` و`_` و`.`، ولا تجعل اسمين يختلفان بحجم الحروف وحده",
        ),
    ),
    "K627": stops(
        Words(
            "the direction of the package is '{found}' and not '{wanted}'",
            'write `<package dir="{wanted}">`: titles on the shelf follow it',
        ),
        Words("اتجاه الحزمة «{found}» لا «{wanted}»", 'اكتب `<package dir="{wanted}">`، فعناوين الرفّ تتبعه'),
    ),
    "K628": stops(
        Words("pages turn '{found}' and not '{wanted}'", 'write `<spine page-progression-direction="{wanted}">`'),
        Words("تُقلَب الصفحات «{found}» لا «{wanted}»", 'اكتب `<spine page-progression-direction="{wanted}">`'),
    ),
    "K629": stops(
        Words(
            "the language of the book is said to be '{found}', and its text or package says '{wanted}'",
            "put the main language first in `dc:language`, and the same in `xml:lang` of the package",
        ),
        Words(
            "لغة الكتاب المذكورة «{found}»، ونصه أو حزمته يقولان «{wanted}»",
            "اجعل اللغة الأصلية أول `dc:language` واجعلها هي نفسها في `xml:lang` الحزمة",
        ),
    ),
    "K630": stops(
        Words(
            "the language of this document is '{found}' and not '{wanted}'",
            "give `html` both `lang` and `xml:lang`, the book's",
        ),
        Words("لغة هذا المستند «{found}» لا «{wanted}»", "ضع في `html` كلًّا من `lang` و`xml:lang` بلغة الكتاب"),
    ),
    "K631": stops(
        Words(
            "the direction of this document is '{found}' and not '{wanted}'",
            'write `<html dir="{wanted}">` in every document, the nav too',
        ),
        Words("اتجاه هذا المستند «{found}» لا «{wanted}»", 'اكتب `<html dir="{wanted}">` في كل مستند، والفهرس منها'),
    ),
    "K632": warns(
        Words("`lang` and `xml:lang` are not the same here: {found}", "write both, alike"),
        Words("يختلف `lang` و`xml:lang` هنا: {found}", "اكتبهما معًا متطابقين"),
    ),
    "K633": warns(
        Words(
            "'{text}' stands under the language '{language}', which has no such letters",
            "put it into an element with its own `lang`, so that a voice can read it",
        ),
        Words("«{text}» تحت اللغة «{language}» وليست هذه حروفها", "ضعه في عنصر له `lang` خاص ليُقرأ بصوت لغته"),
    ),
    "K634": stops(
        Words("CSS says '{what}', which an EPUB must not", "take it out; `dir` in the documents says the direction"),
        Words("في CSS «{what}» ولا يجوز ذلك في EPUB", "احذفه، فالاتجاه يقوله `dir` في المستندات"),
    ),
    "K635": stops(
        Words(
            "CSS names a side of the paper: {what}",
            "write `start`, `end`, `margin-inline-start` and the like, which follow the direction",
        ),
        Words(
            "في CSS جهة ثابتة من الورق: {what}", "اكتب `start` و`end` و`margin-inline-start` وأمثالها فهي تتبع الاتجاه"
        ),
    ),
    "K636": stops(
        Words("CSS pulls joined letters apart: {what}", "take `letter-spacing` out"),
        Words("في CSS ما يفرّق الحروف المتصلة: {what}", "احذف `letter-spacing`"),
    ),
    "K637": warns(
        Words(
            "the reader cannot change this: {what}",
            "write sizes in `em`, line heights without a unit, and no `!important`",
        ),
        Words(
            "لا يستطيع القارئ تغيير هذا: {what}",
            "اكتب المقاسات بوحدة `em` وارتفاع السطر بلا وحدة، ولا تكتب `!important`",
        ),
    ),
    "K638": warns(
        Words(
            "'{text}' in {what} will be slanted by force, since its script has no italic",
            "set `font-style: normal` and another sign of emphasis for this script",
        ),
        Words("«{text}» في {what} سيُمال قسرًا لأن خطه بلا مائل", "اكتب `font-style: normal` واختر للتوكيد علامة أخرى"),
    ),
    "K639": stops(
        Words(
            "'{text}' stands out {ratio}:1 only from what is beneath it",
            "darken it: 4.5:1 for text, 3:1 for large text (WCAG 2.2, 1.4.3)",
        ),
        Words(
            "«{text}» لا يظهر على ما تحته إلا بنسبة {ratio}:1",
            "اجعله أدكن: 4.5:1 للنص و3:1 للنص الكبير (WCAG 2.2، 1.4.3)",
        ),
    ),
    "K640": warns(
        Words("no element answers to the selector '{what}'", "take the rule out, or mend the name in it"),
        Words("لا عنصر يوافق المحدِّد «{what}»", "احذف القاعدة أو صحّح الاسم فيها"),
    ),
    "K641": stops(
        Words(
            "an invisible control of direction stands here: {character}",
            "take it out and let `bdi` and `dir` do its work",
        ),
        Words("هنا محرف خفي يتحكم بالاتجاه: {character}", "احذفه ودع `bdi` و`dir` يقومان بعمله"),
    ),
    "K642": stops(
        Words(
            "a presentation form stands here instead of a letter: {character}",
            "write the letter itself; readers shape it, and only so can it be searched and read aloud",
        ),
        Words("هنا شكل عرض بدل الحرف: {character}", "اكتب الحرف نفسه، فالقارئات تشكّله، ولا يُبحث فيه ولا يُقرأ إلا كذلك"),
    ),
    "K643": warns(
        Words(
            "the number '{found}' is in other digits than most of the book ({wanted})",
            "choose one family of digits for the text",
        ),
        Words("العدد «{found}» بأرقام غير أرقام أكثر الكتاب ({wanted})", "اختر للنص أسرة واحدة من الأرقام"),
    ),
    "K644": stops(
        Words(
            "the phrase '{text}' runs the other way and is not held",
            "put it into `bdi` with `dir`, with U+200E (U+200F if it is right-to-left) at both ends inside",
        ),
        Words(
            "العبارة «{text}» معاكسة الاتجاه وليست محصورة",
            "ضعها في `bdi` له `dir`، وعند طرفيها من الداخل U+200E (وU+200F إن كانت من اليمين)",
        ),
    ),
    "K645": stops(
        Words("the call of a note runs into the number beside it: '{text}'", "put U+200F between them"),
        Words("رقم الحاشية ملتصق بالعدد الذي يجاوره: «{text}»", "ضع بينهما U+200F"),
    ),
}
