"""K646–K669: what the lint of e-books finds in structure, notes, navigation and metadata."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

ENTRIES: Entries = {
    "K646": stops(
        Words(
            "the title of this document is '{found}' and its heading '{wanted}'",
            "make `title` say what the heading says",
        ),
        Words("عنوان هذا المستند «{found}» ورأسه «{wanted}»", "اجعل `title` يقول ما يقوله الرأس"),
    ),
    "K647": stops(
        Words("headings are out of order here: {found}", "one h1 a document, then h2, then h3, none left out"),
        Words("العناوين هنا غير مرتبة: {found}", "اجعل h1 واحدًا في المستند ثم h2 ثم h3 بلا تخطٍّ"),
    ),
    "K648": stops(
        Words(
            "the id '{id}' stands twice, or is not safe in addresses",
            "use each id once, of ASCII letters, digits, `-`, `_` and `.`",
        ),
        Words("المعرِّف «{id}» مكرَّر أو لا يصلح في العناوين", "استعمل كل معرِّف مرة، من حروف ASCII والأرقام و`-` و`_` و`.`"),
    ),
    "K649": stops(
        Words(
            "`epub:type` and `role` do not say the same: '{type}', '{role}'",
            "write both, for e-readers and who listens; say of each document whether it is front, body or back matter",
        ),
        Words(
            "لا يقول `epub:type` و`role` شيئًا واحدًا: «{type}»، «{role}»",
            "اكتبهما معًا للقارئات وللمستمعين، وبيّن في كل مستند أهو مقدمات أم متن أم خواتيم",
        ),
    ),
    "K650": stops(
        Words("the part with role '{role}' has no name", "point `aria-labelledby` at its heading"),
        Words("الجزء الذي دوره «{role}» بلا اسم", "اجعل `aria-labelledby` يشير إلى عنوانه"),
    ),
    "K651": stops(
        Words("this leads to '{target}', which is not in the book", "mend the address, or take the link out"),
        Words("هذا يؤدي إلى «{target}» وليس في الكتاب", "صحّح العنوان أو احذف الرابط"),
    ),
    "K652": stops(
        Words(
            "call and note do not belong together: '{what}'",
            "let each call lead to one note after it in the same file, and each note back to its call by a named `doc-backlink`",
        ),
        Words(
            "رقم الحاشية والحاشية لا يتلازمان: «{what}»",
            "اجعل كل رقم يؤدي إلى حاشية واحدة بعده في الملف نفسه، وكل حاشية تعود إلى رقمها برابط `doc-backlink` مسمّى",
        ),
    ),
    "K653": warns(
        Words("a note of {found} characters will not pop up", "keep it under {allowed}, or move it into the text"),
        Words("حاشية من {found} محرف لا تظهر في نافذة", "اجعلها أقل من {allowed} أو انقلها إلى المتن"),
    ),
    "K654": stops(
        Words(
            "the contents say '{label}' where the heading says '{wanted}'",
            "list every heading of the first two levels, in its own words",
        ),
        Words("في المحتويات «{label}» والعنوان «{wanted}»", "اذكر كل عنوان من المستويين الأولين بلفظه"),
    ),
    "K654.order": stops(
        Words(
            "'{label}' stands behind '{wanted}' in the contents and before it in the book",
            "list headings as they are read",
        ),
        Words("«{label}» في المحتويات بعد «{wanted}» وفي الكتاب قبله", "رتّب المحتويات كما يُقرأ الكتاب"),
    ),
    "K655": stops(
        Words(
            "the landmarks lack '{what}'",
            "one hidden, flat list: cover, contents, start of the text, glossary, bibliography, index",
        ),
        Words(
            "ينقص المعالمَ «{what}»",
            "اجعلها قائمة واحدة خفية غير متداخلة: الغلاف والمحتويات وأول المتن والمعجم والمراجع والكشّاف",
        ),
    ),
    "K656": stops(
        Words(
            "page list and page markers do not agree: '{what}'",
            "list every marker in order under its label, and name the printed edition in `pageBreakSource`",
        ),
        Words(
            "قائمة الصفحات وعلاماتها لا تتفق: «{what}»",
            "اذكر كل علامة بترتيبها ورقمها، وسمِّ الطبعة الورقية في `pageBreakSource`",
        ),
    ),
    "K657": stops(
        Words("the page numbers are not those of the PDF: '{found}' where it has '{wanted}'", "make both in one build"),
        Words("أرقام الصفحات ليست أرقام ملف PDF: «{found}» وفيه «{wanted}»", "اصنعهما في بناء واحد"),
    ),
    "K658": stops(
        Words(
            "the package does not say '{what}' as it must",
            "give an identifier, a title, one moment of change, and for each maker a role and a filing name",
        ),
        Words("لا تقول الحزمة «{what}» كما يجب", "اذكر معرِّفًا وعنوانًا ووقت تعديل واحدًا، ولكل صانع دورًا واسمًا يُرتَّب به"),
    ),
    "K659": stops(
        Words(
            "what is said of accessibility is not what the book has: {what}",
            "say all five, each from the content, the summary in the book's language",
        ),
        Words(
            "ما ذُكر من سهولة الوصول ليس ما في الكتاب: {what}", "اذكر الخمسة كلها كما في المحتوى، والملخص بلغة الكتاب"
        ),
    ),
    "K660": stops(
        Words(
            "conformance is claimed wrongly: '{what}'",
            "write `EPUB Accessibility 1.1 - WCAG 2.2 Level AA` exactly, and name who evaluated it in `a11y:certifiedBy`",
        ),
        Words(
            "ادّعاء المطابقة غير صحيح: «{what}»",
            "اكتب `EPUB Accessibility 1.1 - WCAG 2.2 Level AA` بلفظه، وسمِّ من قيّم الكتاب في `a11y:certifiedBy`",
        ),
    ),
    "K661": stops(
        Words("the picture '{what}' is not described", "write `alt`: what it shows, or nothing for an ornament"),
        Words("الصورة «{what}» غير موصوفة", "اكتب في `alt` ما تُظهره، أو اتركه فارغًا للزخرف"),
    ),
    "K662": stops(
        Words(
            "the table does not say what it shows or what its heads head: '{what}'",
            "give it a caption, and each `th` a `scope`",
        ),
        Words("لا يبيّن الجدول ما يعرضه أو ما ترأسه رؤوسه: «{what}»", "ضع له عنوانًا، ولكل `th` قيمة `scope`"),
    ),
    "K663": stops(
        Words(
            "the cover is not one that shelves and readers find: {what}",
            'one JPEG or PNG with `properties="cover-image"` and `<meta name="cover">`, alone in its document',
        ),
        Words(
            "الغلاف ليس كما تجده الرفوف والقارئات: {what}",
            'صورة JPEG أو PNG واحدة لها `properties="cover-image"` و`<meta name="cover">`، وحدها في مستندها',
        ),
    ),
    "K664": stops(
        Words(
            "this runs, fetches from elsewhere, or styles in place: {what}",
            "take it out; looks belong in the style sheet, and everything into the book",
        ),
        Words(
            "هذا يُشغَّل أو يُجلب من الخارج أو ينسّق في موضعه: {what}", "احذفه، فالمظهر في ورقة الأنماط، وكل شيء داخل الكتاب"
        ),
    ),
    "K665": stops(
        Words("a template was left unfilled: '{text}'", "fill it, or take it out"),
        Words("بقي قالب لم يُملأ: «{text}»", "املأه أو احذفه"),
    ),
    "K666": warns(
        Words("an element says nothing: {what}", "take it out; space belongs in the style sheet"),
        Words("عنصر لا يقول شيئًا: {what}", "احذفه، فالفراغ موضعه ورقة الأنماط"),
    ),
    "K667": stops(
        Words(
            "this entry of the glossary is not marked as one: '{text}'",
            "`dt` is a `glossterm` with one `dfn`, `dd` a `glossdef`",
        ),
        Words("هذا المدخل في المعجم غير موسوم: «{text}»", "`dt` هو `glossterm` وفيه `dfn` واحد، و`dd` هو `glossdef`"),
    ),
    "K668": warns(
        Words(
            "the font '{file}' lacks its licence, is not used, or is one that readers do not take",
            "put in TTF or OTF, in clear, used by `@font-face`, with a link to its licence",
        ),
        Words(
            "الخط «{file}» بلا رخصة أو غير مستعمل أو لا تقبله القارئات",
            "ضعه بصيغة TTF أو OTF غير مشفّر، مستعملًا في `@font-face`، مع رابط إلى رخصته",
        ),
    ),
    "K668.italic": warns(
        Words(
            "the font '{file}' is not of the `font-style` it is declared with",
            "declare the upright file `normal`, and `italic` only a file that is drawn so; no Arabic face is",
        ),
        Words(
            "الخط «{file}» ليس بالميل المذكور في `font-style`",
            "اجعل القائم `normal`، ولا تذكر `italic` إلا لملف مرسوم كذلك، وليس في الخطوط العربية مائل",
        ),
    ),
    "K668.bold": warns(
        Words("the font '{file}' is not of the `font-weight` it is declared with", "put in the bold file itself"),
        Words("الخط «{file}» ليس بالثقل المذكور في `font-weight`", "ضع ملف الخط الثقيل نفسه"),
    ),
    "K669": warns(
        Words(
            "a slip of typing: '{text}'",
            "one space, none before a comma, no doubled sign, and the work by its name instead of ibid.",
        ),
        Words("زلّة في الكتابة: «{text}»", "مسافة واحدة، ولا مسافة قبل الفاصلة، ولا علامة مكرَّرة، واذكر المصدر باسمه"),
    ),
}
