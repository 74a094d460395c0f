"""K671–K679: what the lint of e-books finds by rules it borrowed, and what shelves and readers ask of a book."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

_SECTION = (
    "one section a file, named by its id; every section with an id, and a `role` or an `epub:type`",
    "اجعل في الملف قسمًا واحدًا على اسمه، ولكل قسم معرِّفًا و`role` أو `epub:type`",
)
_REASONS = {
    "file": ("this section is not the one of its file: {what}", "هذا القسم ليس قسم ملفه الواحد: {what}"),
    "body": ("this stands in no section: {what}", "هذا خارج الأقسام: {what}"),
    "id": ("this section has no id: {what}", "هذا القسم بلا معرِّف: {what}"),
    "meaning": ("it is not said what this section is: {what}", "لم يُذكر ما هذا القسم: {what}"),
    "heading": ("this heading stands in no section: {what}", "هذا العنوان خارج الأقسام: {what}"),
}

ENTRIES: Entries = {
    "K671": warns(
        Words(
            "the call of a note stands before a stop, or apart from its word: '{text}'",
            "put it right behind the word, and behind the stop if there is one",
        ),
        Words(
            "رقم الحاشية قبل علامة الترقيم أو بعيد عن كلمته: «{text}»",
            "ضعه بعد الكلمة مباشرة، وبعد علامة الترقيم إن كانت",
        ),
    ),
    "K672": stops(
        Words(
            "many readers cannot show this: {what}",
            "let the text flow, save pictures as JPEG, PNG, GIF, WebP or SVG, and lock nothing",
        ),
        Words(
            "هذا مما لا تعرضه قارئات كثيرة: {what}",
            "دع النص ينساب، واحفظ الصور بصيغة JPEG أو PNG أو GIF أو WebP أو SVG، ولا تقفل شيئًا",
        ),
    ),
    "K673": warns(
        Words(
            "shelves ask for more than the package says: {what}",
            "name a publisher, one date, a `file-as` for the title, and an identifier such as `urn:uuid:…` or `urn:isbn:…`",
        ),
        Words(
            "تطلب الرفوف أكثر مما تقوله الحزمة: {what}",
            "اذكر ناشرًا وتاريخًا واحدًا، و`file-as` للعنوان، ومعرِّفًا مثل `urn:uuid:…` أو `urn:isbn:…`",
        ),
    ),
    "K674": stops(
        Words(
            "a part of the index is not said to be one: {what}",
            "mark groups, lists, entries, terms and locators with `epub:type`: `index-group`, `index-entry-list` and so on",
        ),
        Words(
            "جزء من الكشّاف غير موسوم: {what}",
            "اذكر في `epub:type` المجموعات والقوائم والمداخل والمواضع: `index-group` و`index-entry-list` وما شابه",
        ),
    ),
    "K674.page": stops(
        Words(
            "the index says page '{found}' and the passage stands on '{wanted}'",
            "write the label of the page marker before it",
        ),
        Words("في الكشّاف الصفحة «{found}» والموضع في الصفحة «{wanted}»", "اكتب رقم علامة الصفحة التي قبل الموضع"),
    ),
    "K675": stops(
        Words(
            "question and answer do not lead to each other: '{what}'",
            "link each answer back to its question, and the other way",
        ),
        Words("السؤال والجواب لا يؤدي كل منهما إلى الآخر: «{what}»", "اربط كل جواب بسؤاله وكل سؤال بجوابه"),
    ),
    "K676": warns(
        Words("the file is not built of sections: {what}", _SECTION[0]),
        Words("الملف غير مبني من أقسام: {what}", _SECTION[1]),
    ),
    **{
        f"K676.{reason}": warns(Words(english, _SECTION[0]), Words(arabic, _SECTION[1]))
        for reason, (english, arabic) in _REASONS.items()
    },
    "K677": warns(
        Words("no e-reader knows the `epub:type` '{what}'", "use a word of EPUB's vocabulary, or declare its prefix"),
        Words("لا تعرف القارئات القيمة «{what}» في `epub:type`", "استعمل لفظًا من معجم EPUB أو عرّف سابقته"),
    ),
    "K678": warns(
        Words(
            "the glossary explains '{text}', which the text does not say",
            "link the term where it occurs, or leave it out",
        ),
        Words("يشرح المعجم «{text}» ولا ذكر له في النص", "اربط المصطلح حيث يرد، أو احذفه"),
    ),
    "K679": warns(
        Words(
            "text is too small, or its lines too close: {what} ('{text}')",
            "set text at .75em or more, and lines of a paragraph 1.4 apart or more: 1.6 to 2.2 for Arabic script",
        ),
        Words(
            "النص أصغر مما يُقرأ أو أسطره متلاصقة: {what} («{text}»)",
            "اجعل النص .75em فأكثر، وسطر الفقرة 1.4 فأكثر: من 1.6 إلى 2.2 للخط العربي",
        ),
    ),
}
