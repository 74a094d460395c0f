"""K101–K106, K110, K111, K116, K117, K133, K134, K144: files, their encoding, their YAML."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

_BROKEN_YAML_EN = "quote the value, or compare the line with the one above it"
_BROKEN_YAML_AR = "ضع القيمة بين علامتي تنصيص، أو قارن السطر بالسطر الذي قبله"

ENTRIES: Entries = {
    "K101": stops(
        Words(
            "the folder has no `booklet.yaml`",
            "a booklet is a folder with a `booklet.yaml` in it; see `docs/format.md`",
        ),
        Words("ليس في المجلد ملف `booklet.yaml`", "الكرّاسة مجلد فيه ملف `booklet.yaml`؛ راجع `docs/format.md`"),
    ),
    "K101.folder": stops(
        Words("there is no such folder", "give the folder that holds `booklet.yaml`"),
        Words("لا يوجد مجلد بهذا الاسم", "اكتب اسم المجلد الذي فيه `booklet.yaml`"),
    ),
    "K102": stops(
        Words(
            "there is no file '{file}'",
            "paths begin at the booklet's folder; look at the spelling and at capital letters",
        ),
        Words("لا يوجد ملف باسم «{file}»", "تبدأ المسارات من مجلد الكرّاسة؛ راجع الإملاء وحالة الأحرف اللاتينية"),
    ),
    "K102.case": stops(
        Words(
            "there is no file '{file}', but there is one in other capitals",
            "write the name as the disk has it: here or elsewhere capital letters count",
            "write `{near}`: here or elsewhere capital letters count",
        ),
        Words(
            "لا يوجد ملف باسم «{file}»، ويوجد ملف يخالفه اسمه في حالة الأحرف اللاتينية",
            "اكتب الاسم كما هو على القرص، ففي أجهزة كثيرة تفرّق الأحرف الكبيرة والصغيرة بين الملفات",
            "اكتب `{near}`، ففي أجهزة كثيرة تفرّق الأحرف الكبيرة والصغيرة بين الملفات",
        ),
    ),
    "K102.folder": stops(
        Words("'{file}' is a folder, not a file", "name the file inside it"),
        Words("«{file}» مجلد لا ملف", "اكتب اسم الملف الذي في داخله"),
    ),
    "K102.unreadable": stops(
        Words("the file '{file}' cannot be read", "look at its permissions"),
        Words("تعذّرت قراءة الملف «{file}»", "تحقّق من أذونات الملف"),
    ),
    "K103": stops(
        Words(
            "the file is not UTF-8: byte {byte} is no text", "save it as UTF-8 in your editor; it may be Windows-1256"
        ),
        Words(
            "الملف ليس بترميز UTF-8: البايت {byte} ليس نصًّا", "احفظه من المحرّر بترميز UTF-8؛ لعلّه بترميز Windows-1256"
        ),
    ),
    "K103.utf16": stops(
        Words("the file is UTF-16, not UTF-8", "save it as UTF-8 in your editor"),
        Words("الملف بترميز UTF-16 لا UTF-8", "احفظه من المحرّر بترميز UTF-8"),
    ),
    "K104": stops(
        Words("this is not valid YAML", _BROKEN_YAML_EN),
        Words("هذا ليس YAML صحيحًا", _BROKEN_YAML_AR),
    ),
    "K104.colon": stops(
        Words(
            "a colon followed by a space begins a value inside a value",
            "put the value in quotes, or look at the indentation of the line",
        ),
        Words("نقطتان بعدهما مسافة في وسط القيمة", "ضع القيمة كلها بين علامتي تنصيص، أو راجع المسافات في أول السطر"),
    ),
    "K104.quote": stops(
        Words("the quotation mark that opens here is never closed", "close it with the same mark"),
        Words("علامة التنصيص المفتوحة هنا لم تُغلق", "أغلقها بالعلامة نفسها"),
    ),
    "K104.bracket": stops(
        Words("the bracket that opens here is not closed, or something in it is no list", "write `[a, b, c]`"),
        Words("القوس المفتوح هنا لم يُغلق، أو أن ما فيه ليس قائمة", "اكتب القائمة هكذا: `[a, b, c]`"),
    ),
    "K104.indent": stops(
        Words(
            "the line does not fit the lines above it",
            "keys of one entry begin in one column; nothing may follow a closing quotation mark",
        ),
        Words(
            "هذا السطر لا ينتظم مع ما قبله",
            "تبدأ مفاتيح المدخل الواحد في عمود واحد، ولا يأتي شيء بعد علامة التنصيص الخاتمة",
        ),
    ),
    "K104.start": stops(
        Words("a value cannot begin with '{character}'", "put the value in quotes"),
        Words("لا تبدأ القيمة بالعلامة «{character}»", "ضع القيمة بين علامتي تنصيص"),
    ),
    "K104.key": stops(
        Words("the line has a key but no colon", "write `key: value`, with a space after the colon"),
        Words("في السطر مفتاح بلا نقطتين", "اكتب «مفتاح: قيمة» مع مسافة بعد النقطتين"),
    ),
    "K104.escape": stops(
        Words(
            "a backslash in double quotes is followed by what it cannot be",
            "use single quotes, or write two backslashes",
        ),
        Words("بعد الشرطة المائلة المعكوسة ما لا يصحّ بعدها", "استعمل علامة تنصيص مفردة، أو اكتب الشرطة مرتين"),
    ),
    "K104.document": stops(
        Words("a second document begins here", "remove the line of dashes; one file holds one document"),
        Words("تبدأ هنا وثيقة ثانية", "احذف سطر الشرطات، ففي الملف الواحد وثيقة واحدة"),
    ),
    "K105": stops(
        Words("there is a tab where YAML wants spaces", "replace the tab with two spaces"),
        Words("هنا علامة جدولة (Tab)، ولا يقبل YAML إلا المسافات", "استبدل بها مسافتين"),
    ),
    "K106": stops(
        Words("the key '{key}' stands here again; it is already at {first}", "keep one of the two"),
        Words("المفتاح «{key}» مكرّر هنا، وقد ورد أولًا في {first}", "أبقِ واحدًا منهما"),
    ),
    "K110.alias": stops(
        Words("a YAML alias (`*name`) is not read", "write the value out; if it is text, put it in quotes"),
        Words("الإحالة في YAML (`*name`) لا تُقرأ", "اكتب القيمة كاملة؛ وإن كانت نصًّا فضعها بين علامتي تنصيص"),
    ),
    "K110.anchor": stops(
        Words("a YAML anchor (`&name`) is not read", "remove it; if it is text, put the value in quotes"),
        Words("العلامة المرجعية في YAML (`&name`) لا تُقرأ", "احذفها؛ وإن كانت نصًّا فضع القيمة بين علامتي تنصيص"),
    ),
    "K110.tag": stops(
        Words("a YAML tag (`!name`) is not read", "remove it; if it is text, put the value in quotes"),
        Words("الوسم في YAML (`!name`) لا يُقرأ", "احذفه؛ وإن كان نصًّا فضع القيمة بين علامتي تنصيص"),
    ),
    "K111.missing": stops(
        Words(
            "the text has no head", "begin the file with a line of three dashes, then id and title, then three dashes"
        ),
        Words("النص بلا ترويسة", "ابدأ الملف بسطر من ثلاث شرطات، ثم `id` و`title`، ثم ثلاث شرطات"),
    ),
    "K111.open": stops(
        Words("the head of the text is never closed", "end it with a line of three dashes"),
        Words("ترويسة النص لم تُغلق", "اختمها بسطر من ثلاث شرطات"),
    ),
    "K111.keys": stops(
        Words("the head of the text holds no keys", "write at least `id: …` and `title: …`"),
        Words("ليس في ترويسة النص مفاتيح", "اكتب فيها على الأقل `id` و`title`"),
    ),
    "K116": stops(
        Words("the path '{file}' leads out of the booklet's folder", "copy the file into the folder"),
        Words("المسار «{file}» يخرج من مجلد الكرّاسة", "انسخ الملف إلى داخل المجلد"),
    ),
    "K116.absolute": stops(
        Words("the path '{file}' does not begin at the booklet's folder", "write it from there: `text/chapter-1.md`"),
        Words("المسار «{file}» لا يبدأ من مجلد الكرّاسة", "اكتبه ابتداءً منه: `text/chapter-1.md`"),
    ),
    "K116.backslash": stops(
        Words("the path '{file}' has a backslash", "write forward slashes: `text/chapter-1.md`"),
        Words("في المسار «{file}» شرطة مائلة معكوسة", "اكتب الشرطة المائلة هكذا: `text/chapter-1.md`"),
    ),
    "K116.web": stops(
        Words("'{file}' is an address, not a file of the booklet", "nothing is fetched: save the file into the folder"),
        Words("«{file}» عنوان على الشبكة لا ملف في الكرّاسة", "لا يُجلب شيء من الشبكة: احفظ الملف في المجلد"),
    ),
    "K117.file": stops(
        Words("the file is larger than {limit} MB", "divide it into chapters; pictures belong into `images/`"),
        Words("حجم الملف أكبر من {limit} ميغابايت", "قسّمه فصولًا؛ أما الصور فمكانها `images/`"),
    ),
    "K117.yaml": stops(
        Words(
            "YAML is nested deeper than {limit} levels here",
            "no key of the format is that deep; look at the indentation",
        ),
        Words("تداخل YAML هنا أعمق من {limit} مستوًى", "لا يبلغ شيء في الصيغة هذا العمق؛ راجع المسافات في أول السطر"),
    ),
    "K117.nodes": stops(
        Words("the file has more than {limit} values", "divide the booklet"),
        Words("في الملف أكثر من {limit} قيمة", "قسّم الكرّاسة"),
    ),
    "K117.blocks": stops(
        Words("lists or quotations stand in each other deeper than {limit} levels", "bring them further out"),
        Words("القوائم أو الاقتباسات متداخلة أعمق من {limit} مستوًى", "قلّل تداخلها"),
    ),
    "K117.line": stops(
        Words(
            "brackets or emphasis stand in each other deeper than {limit} levels in this paragraph",
            "close them, or put a backslash before a bracket that is only a bracket",
        ),
        Words(
            "الأقواس أو علامات التوكيد في هذه الفقرة متداخلة أعمق من {limit} مستوًى",
            "أغلقها، أو ضع شرطة مائلة معكوسة قبل القوس الذي هو مجرّد قوس",
        ),
    ),
    "K133": stops(
        Words("the file '{file}' is listed twice, first at {first}", "remove one of the two lines"),
        Words("الملف «{file}» مذكور مرتين، أولاهما في {first}", "احذف أحد السطرين"),
    ),
    "K144": warns(
        Words(
            "the files '{file}' and '{twin}' (at {first}) differ in capital letters alone",
            "give one of them another name: Windows and macOS cannot keep both in one folder",
        ),
        Words(
            "لا يختلف اسما الملفين «{file}» و«{twin}» (في {first}) إلا في حالة الأحرف اللاتينية",
            "غيّر اسم أحدهما، فلا يجتمعان في مجلد واحد على Windows وmacOS",
        ),
    ),
    "K134": warns(
        Words(
            "`booklet.yaml` does not list this file, so it is not printed",
            "add '{file}' to `front`, `chapters` or `back`",
        ),
        Words("هذا الملف غير مذكور في `booklet.yaml`، فلن يُطبع", "أضف «{file}» إلى `front` أو `chapters` أو `back`"),
    ),
}
