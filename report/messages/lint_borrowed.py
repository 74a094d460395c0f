"""K671–K679: what the lint of e-books finds by rules it borrowed, and what shelves and readers ask of a book."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

ENTRIES: Entries = {
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
