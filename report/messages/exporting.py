"""K280–K289: what a form of export has no place for."""

from __future__ import annotations

from report.messages.entry import Entries, Words, warns

ENTRIES: Entries = {
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
}
