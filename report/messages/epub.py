"""K6xx: EPUB and the proof of the finished EPUB."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

_OURS = "this should not happen with a sound booklet: please report it with the booklet"
_OURS_AR = "لا ينبغي أن يقع هذا لكرّاسة سليمة، فنرجو الإبلاغ عنه مع الكرّاسة"

ENTRIES: Entries = {
    "K601": stops(
        Words(
            "a link leads to '#{id}', which stands nowhere in the e-book",
            "if the place named is a template, the theme wrote the link, or left out what it leads to",
        ),
        Words(
            "رابط إلى «#{id}» ولا وجود له في الكتاب الإلكتروني",
            "إن كان الموضع المذكور قالبًا فالسمة هي التي كتبت الرابط أو أسقطت ما يشير إليه",
        ),
    ),
    "K602": stops(
        Words(
            "the id '{id}' stands twice in the e-book",
            "give one of the two places another id; templates begin theirs with the id of the section",
        ),
        Words(
            "المعرِّف «{id}» مكرَّر في الكتاب الإلكتروني",
            "غيّر معرِّف أحد الموضعين، وفي القوالب ابدأه بمعرِّف القسم",
        ),
    ),
    "K603": stops(
        Words(
            "the file '{path}' cannot be put into the e-book",
            "it must be there, be readable, and lie inside the booklet's or the theme's folder; nothing is fetched from the web",
        ),
        Words(
            "تعذّر وضع الملف «{path}» في الكتاب الإلكتروني",
            "يجب أن يكون موجودًا مقروءًا داخل مجلد الكرّاسة أو السمة، ولا يُجلب شيء من الشبكة",
        ),
    ),
    "K604": stops(
        Words(
            "e-books do not take the kind of file that '{path}' is",
            "save pictures as JPEG, PNG, GIF, WebP or SVG, fonts as TTF or OTF",
        ),
        Words(
            "نوع الملف «{path}» لا تقبله الكتب الإلكترونية",
            "احفظ الصور بصيغة JPEG أو PNG أو GIF أو WebP أو SVG، والخطوط بصيغة TTF أو OTF",
        ),
    ),
    "K605": stops(
        Words(
            "the picture '{path}' is not a still one: it holds {what}",
            "export it as plain SVG, without scripts, movement and links to other files",
        ),
        Words(
            "الصورة «{path}» ليست ساكنة، ففيها {what}",
            "صدّرها بصيغة SVG بسيطة بلا برامج ولا حركة ولا روابط إلى ملفات أخرى",
        ),
    ),
    "K606": stops(
        Words(
            "an e-book may not hold {what}",
            "take it out of the template; looks belong in the theme's CSS, and nothing may run or load from elsewhere",
        ),
        Words(
            "لا يجوز أن يكون في الكتاب الإلكتروني {what}",
            "احذفه من القالب؛ فالمظهر موضعه CSS السمة، ولا يجوز تشغيل شيء ولا جلبه من خارج الكتاب",
        ),
    ),
    "K607": stops(
        Words(
            "the CSS of an e-book may not have '{what}'",
            "direction follows from the language, and everything must lie in the theme's folder",
        ),
        Words(
            "لا يجوز في CSS الكتاب الإلكتروني «{what}»",
            "الاتجاه يتبع اللغة، ويجب أن يكون كل شيء داخل مجلد السمة",
        ),
    ),
    "K608": stops(
        Words(
            "no face of the token '{token}' is here: {names}",
            "name a face of the press (fonts/manifest.toml), put the file into `fonts/` of the theme, or write `serif`",
        ),
        Words(
            "لا خط من خطوط القيمة «{token}» موجود هنا: {names}",
            "اذكر خطًّا من خطوط المطبعة (fonts/manifest.toml) أو ضع ملفه في `fonts/` داخل السمة أو اكتب `serif`",
        ),
    ),
    "K610": stops(
        Words("the finished EPUB cannot be opened: {reason}", _OURS),
        Words("لا يمكن فتح ملف EPUB الناتج: {reason}", _OURS_AR),
    ),
    "K611": stops(
        Words("the finished EPUB does not begin with its mimetype, stored and bare", _OURS),
        Words("لا يبدأ ملف EPUB الناتج بنوعه mimetype كما يجب", _OURS_AR),
    ),
    "K612": stops(
        Words("direction and language of {where} in the finished EPUB are '{found}' instead of '{wanted}'", _OURS),
        Words("اتجاه {where} ولغته في ملف EPUB الناتج «{found}» بدلًا من «{wanted}»", _OURS_AR),
    ),
    "K613": stops(
        Words("a link in {where} of the finished EPUB leads to '{target}', which is not there", _OURS),
        Words("في {where} من ملف EPUB الناتج رابط إلى «{target}» ولا وجود له", _OURS_AR),
    ),
    "K614": stops(
        Words("the text of the finished EPUB holds the presentation form {character}", _OURS),
        Words("في نص ملف EPUB الناتج شكل عرض {character} بدل الحرف", _OURS_AR),
    ),
    "K615": stops(
        Words("the text of the finished EPUB is not the text of the booklet: {difference}", _OURS),
        Words("نص ملف EPUB الناتج ليس نص الكرّاسة: {difference}", _OURS_AR),
    ),
    "K616": stops(
        Words("the file {file} of the EPUB's list is not there, or is listed twice", _OURS),
        Words("الملف {file} المذكور في قائمة EPUB غير موجود أو مكرَّر", _OURS_AR),
    ),
    "K617": stops(
        Words("in {where} of the EPUB the words {text} cannot be in the language {language} they stand under", _OURS),
        Words("في {where} من ملف EPUB الكلمات {text} لا تكون باللغة {language} المذكورة لها", _OURS_AR),
    ),
    "K618": stops(
        Words("in {where} of the EPUB a letter was lost: {character} stands for it", _OURS),
        Words("في {where} من ملف EPUB حرف ضاع وحلّ محله {character}", _OURS_AR),
    ),
    "K670": warns(
        Words(
            "this note has {length} characters; e-readers show a note over the page only below {most}",
            "it is printed and can be gone to; to have it shown over the page, shorten it, or make it part of the text",
        ),
        Words(
            "في هذه الحاشية {length} من المحارف، ولا تعرضها القارئات الإلكترونية فوق الصفحة إلا دون {most}",
            "تُطبع ويُنتقل إليها، فإن أردت عرضها فوق الصفحة فاختصرها أو اجعلها في المتن",
        ),
    ),
}
