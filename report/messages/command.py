"""K7xx: writing the results, reading finished files."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops

ENTRIES: Entries = {
    "K701": stops(
        Words("the file cannot be written: {reason}", "choose another folder with --out, or free it"),
        Words("لا يمكن كتابة الملف: {reason}", "اختر مجلدًا آخر بالخيار --out أو أتح الكتابة فيه"),
    ),
    "K702": stops(
        Words("the file cannot be read: {reason}", "name a PDF or EPUB that is there and that you may read"),
        Words("لا يمكن قراءة الملف: {reason}", "اذكر ملف PDF أو EPUB موجودًا يجوز لك قراءته"),
    ),
    "K703": stops(
        Words("{judge} says: {message}", "build the booklet anew; if a new file has it too, report it"),
        Words("يقول {judge}: {message}", "ابنِ الكرّاسة من جديد، فإن بقي الخطأ فنرجو الإبلاغ عنه"),
    ),
}
