"""Words for faults of pairs, K152–K156: what is told in two languages, side by side."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops

ENTRIES: Entries = {
    "K152": stops(
        Words(
            "paragraphs of the pair above its line: {above}, below it: {below}; this one is answered by none",
            "answer each paragraph of one language with one of the other, in the same order",
        ),
        Words(
            "عدد الفقرات فوق خط النصّين المتقابلين {above} وتحته {below}، فليس لهذه الفقرة ما يقابلها",
            "اجعل لكل فقرة من إحدى اللغتين فقرة تقابلها من الأخرى، بالترتيب نفسه",
        ),
    ),
    "K152.kind": stops(
        Words(
            "number {number} of this half is not of the kind, or not of the length, of what it answers at {first}",
            "answer a paragraph with a paragraph, and a list with a list of as many items",
        ),
        Words(
            "الفقرة {number} من هذا النصف ليست من نوع ما تقابله في {first} أو ليست بعدد عناصره",
            "قابل الفقرة بفقرة، والقائمة بقائمة لها عدد العناصر نفسه",
        ),
    ),
    "K153": stops(
        Words("the pair does not name its two languages", "write `::: pair ar en`"),
        Words("لم تُذكر لغتا النصّين المتقابلين", "اكتب `::: pair ar en`"),
    ),
    "K153.same": stops(
        Words("the pair names the same language twice: '{tag}'", "write `::: pair ar en`"),
        Words("ذُكرت اللغة نفسها مرتين: «{tag}»", "اكتب `::: pair ar en`"),
    ),
    "K154": stops(
        Words(
            "no line parts the two languages of the pair",
            "write `---` between them, with a blank line above and below it",
        ),
        Words("لا خط يفصل بين النصّين المتقابلين", "اكتب `---` بينهما، قبله سطر فارغ وبعده سطر فارغ"),
    ),
    "K154.twice": stops(
        Words("a second line `---` stands in the pair", "remove it: one line parts the two languages"),
        Words("بين النصّين المتقابلين خط `---` ثانٍ", "احذفه: خط واحد يفصل بين اللغتين"),
    ),
    "K155": stops(
        Words(
            "a pair stands inside another block",
            "put it at the outer level of the text, between two paragraphs or headings",
        ),
        Words("النصّان المتقابلان داخل كتلة أخرى", "ضعهما في متن النص نفسه، بين فقرتين أو بعد عنوان"),
    ),
    "K155.nested": stops(
        Words("a pair stands inside a pair", "close the first with `:::` before the second"),
        Words("نصّان متقابلان داخل نصّين متقابلين", "أغلق الأول بـ`:::` قبل الثاني"),
    ),
    "K156": stops(
        Words(
            "a pair holds only paragraphs, lists and quotations",
            "take this out of the pair: put it before it or after it",
        ),
        Words("لا يكون في النصّين المتقابلين إلا فقرات وقوائم واقتباسات", "أخرج هذا منهما: ضعه قبلهما أو بعدهما"),
    ),
}
