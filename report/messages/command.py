"""K7xx: writing the results."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops

ENTRIES: Entries = {
    "K701": stops(
        Words("the file cannot be written: {reason}", "choose another folder with --out, or free it"),
        Words("لا يمكن كتابة الملف: {reason}", "اختر مجلدًا آخر بالخيار --out أو أتح الكتابة فيه"),
    ),
}
