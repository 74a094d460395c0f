"""K5xx: layout, PDF and the proof of the finished PDF."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

_OURS = Words("", "this should not happen with a sound booklet: please report it with the booklet")
_OURS_AR = "لا ينبغي أن يقع هذا لكرّاسة سليمة، فنرجو الإبلاغ عنه مع الكرّاسة"

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
}
