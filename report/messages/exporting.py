"""K252, K253, K280–K289: what cannot be exported, or what a form of export has no place for."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

ENTRIES: Entries = {
    "K252.front": stops(
        Words(
            "the front of the card {words} does not fit in {width} × {height} mm, even in the smallest type",
            "shorten it, or put fewer cards on a sheet: `--count 4`",
        ),
        Words(
            "وجه البطاقة {words} لا تسعه مساحة {width} × {height} مم ولو بأصغر حرف",
            "اختصره، أو قلّل البطاقات في الورقة: `--count 4`",
        ),
    ),
    "K252.back": stops(
        Words(
            "the back of the card {words} does not fit in {width} × {height} mm, even in the smallest type",
            "shorten it, or put fewer cards on a sheet: `--count 4`",
        ),
        Words(
            "ظهر البطاقة {words} لا تسعه مساحة {width} × {height} مم ولو بأصغر حرف",
            "اختصره، أو قلّل البطاقات في الورقة: `--count 4`",
        ),
    ),
    "K253": stops(
        Words(
            "the booklet has nothing to put on cards",
            "cards are made of terms, events, and questions with a short answer: write some",
        ),
        Words(
            "ليس في الكرّاسة ما يُكتب على البطاقات",
            "تُصنع البطاقات من المصطلحات والأحداث والأسئلة القصيرة الجواب: اكتب شيئًا منها",
        ),
    ),
    "K280": warns(
        Words(
            "the form {form} has no place for these events: {ids}",
            "a calendar tells only certain days, TimelineJS only dated events; csv and json have them all",
        ),
        Words(
            "لا موضع لهذه الأحداث في صيغة {form}: {ids}",
            "لا يحمل التقويم إلا أيامًا معيّنة، ولا يحمل TimelineJS إلا ما له تاريخ؛ أمّا csv وjson ففيهما الأحداث كلها",
        ),
    ),
    "K281": warns(
        Words(
            "a spreadsheet takes the {column} of '{id}' for a formula: {cell}",
            "import the file with that column as text, or let the words begin with another sign",
        ),
        Words(
            "يقرأ برنامج الجداول خانة {column} في «{id}» معادلةً: {cell}",
            "استورد الملف واجعل ذلك العمود نصًّا، أو ابدأ الكلام بعلامة أخرى",
        ),
    ),
}
