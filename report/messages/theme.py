"""K4xx: themes."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

ENTRIES: Entries = {
    "K401": stops(
        Words(
            "no theme is called {name}",
            "known themes are {known}; a theme can also be a folder inside the booklet",
            near="perhaps {near} was meant",
        ),
        Words(
            "لا سمة باسم {name}",
            "السمات المعروفة: {known}، ويصحّ أن تكون السمة مجلدًا داخل الكرّاسة",
            near="لعل المقصود {near}",
        ),
    ),
    "K402": stops(
        Words("theme.toml cannot be used: {reason}", "keys are name, extends, description and the table [tokens]"),
        Words("لا يمكن استعمال theme.toml: {reason}", "مفاتيحه name وextends وdescription والجدول [tokens]"),
    ),
    "K403": stops(
        Words(
            "the template fails: {reason}", "correct the template; the names it may use are listed in docs/themes.md"
        ),
        Words("القالب لا يعمل: {reason}", "صحّح القالب، والأسماء المتاحة له مذكورة في docs/themes.md"),
    ),
    "K404": stops(
        Words(
            "the CSS uses the token --{name}, which no theme defines",
            "define it in [tokens] of theme.toml",
            near="perhaps --{near} was meant",
        ),
        Words(
            "تستعمل صفحة الأنماط الرمز --{name} ولا سمة تعرّفه",
            "عرّفه في [tokens] من theme.toml",
            near="لعل المقصود --{near}",
        ),
    ),
    "K405": stops(
        Words("the token --{name} is defined by itself", "give it a value that does not lead back to it"),
        Words("الرمز --{name} معرَّف بنفسه", "أعطه قيمة لا تعود إليه"),
    ),
    "K406": stops(
        Words("the template does not give well-formed XHTML: {reason}", "close every tag and quote every attribute"),
        Words("القالب لا ينتج XHTML سليمًا: {reason}", "أغلق كل وسم، وضع قيمة كل خاصية بين علامتي تنصيص"),
    ),
    "K407": stops(
        Words("the theme extends {name}, which leads back to itself", "remove one `extends` of the circle"),
        Words("تمتد السمة من {name} وهي تعود إليها", "احذف واحدًا من أسطر extends في الحلقة"),
    ),
    "K408": stops(
        Words(
            "the theme or the booklet asks for {address}, which may not be opened",
            "only files inside the booklet and the theme may be used, nothing from the network",
        ),
        Words(
            "تطلب السمة أو الكرّاسة {address} ولا يجوز فتحه",
            "لا يُستعمل إلا ما في مجلد الكرّاسة والسمة، ولا شيء من الشبكة",
        ),
    ),
    "K409": stops(
        Words(
            "the file lies outside the theme's folder", "copy it into the theme; links that lead out are not followed"
        ),
        Words("الملف خارج مجلد السمة", "انسخه إلى السمة، فالروابط الخارجة منها لا تُتبع"),
    ),
    "K410": stops(
        Words(
            "the file is larger than {limit} bytes", "theme files are small texts; move pictures to files of their own"
        ),
        Words("حجم الملف أكبر من {limit} بايت", "ملفات السمة نصوص صغيرة، فانقل الصور إلى ملفات مستقلة"),
    ),
    "K411": stops(
        Words("the file is not UTF-8 text", "save it as UTF-8"),
        Words("الملف ليس نصًّا بترميز UTF-8", "احفظه بترميز UTF-8"),
    ),
    "K412": stops(
        Words("the file cannot be read: {reason}", "check its permissions"),
        Words("لا يمكن قراءة الملف: {reason}", "راجع أذونات قراءته"),
    ),
    "K416": stops(
        Words("the token 'initial' is '{value}'", "write `none`, or `word` for a first word set large"),
        Words("قيمة «initial» في السمة «{value}»", "اكتب `none`، أو `word` لتكبير الكلمة الأولى"),
    ),
    "K416.pairs": stops(
        Words("the token 'pairs' is '{value}'", "write `columns`, or `stacked` for one language beneath the other"),
        Words("قيمة «pairs» في السمة «{value}»", "اكتب `columns`، أو `stacked` لتكون إحدى اللغتين تحت الأخرى"),
    ),
    "K417": warns(
        Words(
            "no licence lies beside this font, and the e-book hands the font on",
            "put the text of its licence into the same folder, as one of {allowed}",
        ),
        Words(
            "لا رخصة بجانب هذا الخط، والكتاب الإلكتروني ينقله إلى غيرك",
            "ضع نص رخصته في المجلد نفسه باسم من هذه: {allowed}",
        ),
    ),
    "K413": warns(
        Words(
            "there are no fixed words for the language {language}; headings such as “Contents” are English",
            "add a file for it to report/labels/, or write to us",
        ),
        Words(
            "لا كلمات ثابتة للغة {language}، فالعناوين مثل «المحتويات» تظهر بالإنجليزية",
            "أضف ملفًا لها في report/labels/ أو راسلنا",
        ),
    ),
    "K414": stops(
        Words("the token 'justify' is '{value}'", "write `kashida` to draw words out, or `space` to widen spaces only"),
        Words("قيمة «justify» في السمة «{value}»", "اكتب `kashida` لمدّ بعض الكلمات، أو `space` لتوسيع المسافات وحدها"),
    ),
    "K414.max": stops(
        Words(
            "the token 'kashida-max' is '{value}', which is no length a word may be drawn out by",
            "give it in em, more than 0 and not more than {most}, such as `0.8em`",
        ),
        Words(
            "قيمة «kashida-max» في السمة «{value}»، ولا تصلح طولًا لمدّ الكلمة",
            "اكتبها بوحدة em، أكبر من 0 ولا تزيد على {most}، مثل `0.8em`",
        ),
    ),
    "K414.css": stops(
        Words(
            "the theme's CSS gives '--kashida' the value '{value}'",
            "write `none`, or a length in em, more than 0 and not more than {most}, such as `0.8em`",
        ),
        Words(
            "صفحة أنماط السمة تعطي «--kashida» القيمة «{value}»",
            "اكتب `none`، أو طولًا بوحدة em أكبر من 0 ولا يزيد على {most}، مثل `0.8em`",
        ),
    ),
}
