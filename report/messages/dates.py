"""K31x: dates in the text, durations, events placed by others."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

ENTRIES: Entries = {
    "K310": warns(
        Words(
            "'{words}' is a date, but its paragraph mentions no event of that date",
            "mention the event beside it, `[…]{{event=id}}`, or write `[…]{{.no-event}}` if it is of none",
        ),
        Words(
            "«{words}» تاريخ لا يُذكر في فقرته حدث وقع فيه",
            "اذكر الحدث معه هكذا `[…]{{event=id}}`، أو اكتب `[…]{{.no-event}}` إن لم يكن تاريخ حدث",
        ),
    ),
    "K311": stops(
        Words(
            "'{words}' stands in the words of the event '{id}', whose date is '{date}' (at {first})",
            "look at the two dates, or at the event that is meant",
        ),
        Words(
            "«{words}» من كلمات الحدث «{id}»، وتاريخه «{date}» (في {first})",
            "راجع التاريخين، أو راجع الحدث المقصود",
        ),
    ),
    "K312": stops(
        Words(
            "'{words}' is not the time between the two events",
            "it is {days} days; leave the words out, and the press counts",
        ),
        Words("«{words}» ليست المدة بين الحدثين", "المدة بالأيام: {days}؛ وإن حذفت الكلمات حسبتها المطبعة"),
    ),
    "K312.count": stops(
        Words(
            "'{words}' counts the days another way: by these events it is {days}",
            "write `count=inclusive` if the first and the last day are both counted, else leave it out",
        ),
        Words(
            "عُدّت أيام «{words}» على وجه آخر: المدة بين الحدثين {days}",
            "اكتب `count=inclusive` إن احتُسب اليوم الأول والأخير معًا، وإلا فاحذفها",
        ),
    ),
    "K312.day": stops(
        Words(
            "days cannot be counted from or to the event '{id}', whose date is '{date}'",
            "name events whose day is known",
        ),
        Words("لا تُحسب الأيام من الحدث «{id}» ولا إليه، فتاريخه «{date}»", "اختر حدثين يُعرف يوم كل منهما"),
    ),
    "K312.order": stops(
        Words("the event '{second}' is before '{first}'", "change `from` and `to` about"),
        Words("الحدث «{second}» سابق للحدث «{first}»", "بدّل بين `from` و`to`"),
    ),
    "K316": stops(
        Words(
            "'{key}' does not make a duration",
            "write `[…]{{from=id to=id}}`, and `count=inclusive` or `count=exclusive` if needed",
        ),
        Words(
            "لا تتم المدة بالمفتاح «{key}»",
            "اكتب `[…]{{from=id to=id}}`، ومعه عند الحاجة `count=inclusive` أو `count=exclusive`",
        ),
    ),
}
