"""K5xx: layout, PDF and the proof of the finished PDF."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

_OURS = Words("", "this should not happen with a sound booklet: please report it with the booklet")
_OURS_AR = "لا ينبغي أن يقع هذا لكرّاسة سليمة، فنرجو الإبلاغ عنه مع الكرّاسة"

_ANEW = "build the booklet anew and compare; if a new file has it too, report it with the booklet"
_ANEW_AR = "ابنِ الكرّاسة من جديد وقارن، فإن بقي الخطأ فنرجو الإبلاغ عنه مع الكرّاسة"

ENTRIES: Entries = {
    "K501": stops(
        Words("the PDF engine is WeasyPrint {found}, but {wanted} is needed", "pip install 'weasyprint==70.*'"),
        Words("محرّك PDF هو WeasyPrint {found} والمطلوب {wanted}", "pip install 'weasyprint==70.*'"),
    ),
    "K502": stops(
        Words("the page numbers do not come to rest", _OURS.hint),
        Words("أرقام الصفحات لا تستقر", _OURS_AR),
    ),
    "K503": stops(
        Words("the library Pango is missing: {reason}", "run `kurrasa doctor`: it prints the line that installs it"),
        Words("مكتبة Pango ناقصة: {reason}", "اكتب kurrasa doctor فيعطيك السطر الذي يثبّتها"),
    ),
    "K504": warns(
        Words("the PDF engine says: {message}", "usually a line of CSS it does not know; correct the theme"),
        Words("يقول محرّك PDF: {message}", "سببه عادةً سطر CSS لا يعرفه، فصحّح السمة"),
    ),
    "K505": warns(
        Words(
            "on page {page} ({section}) a line sticks out by {points} pt: {text}",
            "give the long word or address a place to break, or shorten it",
        ),
        Words(
            "في الصفحة {page} ({section}) سطر يتجاوز الهامش بمقدار {points} نقطة: {text}",
            "اجعل للكلمة أو العنوان الطويل موضعًا ينكسر عنده، أو اختصره",
        ),
    ),
    "K510": stops(
        Words("the finished PDF cannot be opened: {reason}", _OURS.hint),
        Words("لا يمكن فتح ملف PDF الناتج: {reason}", _OURS_AR),
    ),
    "K511": stops(
        Words("the finished PDF says {entry} = {found} instead of {wanted}", _OURS.hint),
        Words("في ملف PDF الناتج {entry} = {found} بدلًا من {wanted}", _OURS_AR),
    ),
    "K512": stops(
        Words("the font {font} in the finished PDF: {reason}", "use only fonts of the press or of the theme"),
        Words("الخط {font} في ملف PDF الناتج: {reason}", "لا تستعمل إلا خطوط المطبعة أو السمة"),
    ),
    "K513": stops(
        Words("the outline of the finished PDF is {found} instead of {wanted}", _OURS.hint),
        Words("مخطط ملف PDF الناتج هو {found} بدلًا من {wanted}", _OURS_AR),
    ),
    "K514": stops(
        Words("{section} opens on page {page}, which is not a recto", _OURS.hint),
        Words("يبدأ {section} في الصفحة {page} وليست وجهًا", _OURS_AR),
    ),
    "K515": stops(
        Words("a link on page {page} leads to {target}, which is not there", _OURS.hint),
        Words("في الصفحة {page} رابط إلى {target} ولا وجود له", _OURS_AR),
    ),
    "K516": stops(
        Words("the text of the finished PDF holds the presentation form {character}", _OURS.hint),
        Words("في نص ملف PDF الناتج شكل عرض {character} بدل الحرف", _OURS_AR),
    ),
    "K517": stops(
        Words("the text of the finished PDF is not the text of the booklet: {difference}", _OURS.hint),
        Words("نص ملف PDF الناتج ليس نص الكرّاسة: {difference}", _OURS_AR),
    ),
    "K518": stops(
        Words("the finished PDF holds text that is neither tagged nor an artifact: {text}", _OURS.hint),
        Words("في ملف PDF الناتج نص غير موسوم: {text}", _OURS_AR),
    ),
    "K519": stops(
        Words("in {where} the finished PDF goes on with {found} instead of {wanted}", _OURS.hint),
        Words("في {where} يتابع ملف PDF الناتج بـ{found} بدلًا من {wanted}", _OURS_AR),
    ),
    "K520": stops(
        Words("in {where} the words {text} are tagged with the language {found} instead of {wanted}", _OURS.hint),
        Words("في {where} وُسمت الكلمات {text} باللغة {found} بدلًا من {wanted}", _OURS_AR),
    ),
    "K521": stops(
        Words(
            "on page {page} ({where}) a line stands as {found} from left to right instead of {wanted}",
            "mark the words of the other language: `[words]{{lang=en}}`; if that does not help, report it with the booklet",
        ),
        Words(
            "في الصفحة {page} ({where}) سطر ترتيبه من اليسار {found} بدلًا من {wanted}",
            "علّم كلمات اللغة الأخرى هكذا `[words]{{lang=en}}`، فإن لم يُجدِ فنرجو الإبلاغ عنه مع الكرّاسة",
        ),
    ),
    "K521.alone": stops(
        Words("on page {page} the words {text} stand on the wrong side of those before them", _ANEW),
        Words("في الصفحة {page} تقع الكلمات {text} في غير جهتها مما قبلها", _ANEW_AR),
    ),
    "K522.none": stops(
        Words("the PDF has no tags: nobody can have it read aloud in order", _ANEW),
        Words("ملف PDF بلا وسوم، فلا يُقرأ بصوت على ترتيبه", _ANEW_AR),
    ),
    "K522.id": stops(
        Words("two elements of the PDF have the ID {id}", _ANEW),
        Words("عنصران في ملف PDF لهما المعرِّف {id}", _ANEW_AR),
    ),
    "K522.parent": stops(
        Words("on page {page} the tag of text {mcid} is not led back to from the page (ParentTree)", _ANEW),
        Words("في الصفحة {page} لا تردّ الصفحة النص {mcid} إلى وسمه (ParentTree)", _ANEW_AR),
    ),
    "K522.outside": stops(
        Words("on page {page} the text {mcid} stands outside the tag tree", _ANEW),
        Words("في الصفحة {page} يقع النص {mcid} خارج شجرة الوسوم", _ANEW_AR),
    ),
    "K522.header": stops(
        Words("the table cell {text} does not say which heads it stands under", _ANEW),
        Words("خلية الجدول {text} لا تذكر رأس عمودها أو صفها", _ANEW_AR),
    ),
    "K523": stops(
        Words("on page {page} the words {text} cannot be in the language {language} they are tagged with", _ANEW),
        Words("في الصفحة {page} الكلمات {text} لا تكون باللغة {language} التي وُسمت بها", _ANEW_AR),
    ),
    "K524": stops(
        Words("the PDF says {entry} = {found}, which is not the direction of the language {language}", _ANEW),
        Words("في ملف PDF {entry} = {found} وليس هذا اتجاه اللغة {language}", _ANEW_AR),
    ),
    "K525": stops(
        Words("the font {font} draws {wanted}, but the PDF gives {found} for it to copy", _ANEW),
        Words("الخط {font} يرسم {wanted} وملف PDF يعطي {found} عند النسخ", _ANEW_AR),
    ),
    "K526": stops(
        Words("on page {page} a letter cannot be copied: the PDF gives {character} for it", _ANEW),
        Words("في الصفحة {page} حرف لا يُنسخ، يعطي ملف PDF مكانه {character}", _ANEW_AR),
    ),
    "K527": stops(
        Words("on page {page} the words {text} are read after what stands below them", _ANEW),
        Words("في الصفحة {page} تُقرأ الكلمات {text} بعد ما يقع تحتها", _ANEW_AR),
    ),
    "K528": stops(
        Words("on page {page} ink stands {points} pt outside the page: {text}", _ANEW),
        Words("في الصفحة {page} حبر خارج الصفحة بمقدار {points} نقطة: {text}", _ANEW_AR),
    ),
    "K529.actual": stops(
        Words("the PDF gives {text} for glyphs that draw something else", _ANEW),
        Words("يعطي ملف PDF النص {text} لما رُسم بغيره", _ANEW_AR),
    ),
    "K529.alt": stops(
        Words("a picture of the PDF has no description", "write one in the booklet: `![description](picture)`"),
        Words("صورة في ملف PDF بلا وصف", "اكتب وصفها في الكرّاسة: `![الوصف](الصورة)`"),
    ),
    "K530.marked": stops(
        Words(
            "'{text}' has letters that the language '{language}' it is marked with is not written in",
            "end the mark before it, or mark it by itself inside: `[words [كلمة]{{lang=ar}} words]{{lang=en}}`",
        ),
        Words(
            "في «{text}» حروف لا تُكتب بها اللغة «{language}» التي وُسمت بها",
            "أنهِ الوسم قبلها، أو سِمها وحدها داخله: `[words [كلمة]{{lang=ar}} words]{{lang=en}}`",
        ),
    ),
    "K530.entry": stops(
        Words(
            "'{text}' in '{key}' has letters that the language '{language}' of this entry is not written in",
            "write '{key}' in that language; a source may be given another one: `language: ar`",
        ),
        Words(
            "في «{text}» من «{key}» حروف لا تُكتب بها لغة هذا المدخل «{language}»",
            "اكتب «{key}» بتلك اللغة، وللمصدر أن تُذكر له لغة أخرى: `language: ar`",
        ),
    ),
}
