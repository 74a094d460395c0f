"""K31x: dates in the text, durations, events placed by others."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops, warns

ENTRIES: Entries = {
    "K310": warns(
        Words(
            "'{words}' is a date, but its chapter mentions no event of that date",
            "mention the event there, `[…]{{event=id}}`, or write `[…]{{.no-event}}` if it is of none",
        ),
        Words(
            "«{words}» تاريخ لا يُذكر في فصله حدث وقع فيه",
            "اذكر الحدث في الفصل هكذا `[…]{{event=id}}`، أو اكتب `[…]{{.no-event}}` إن لم يكن تاريخ حدث",
        ),
    ),
    "K310.entry": warns(
        Words(
            "'{words}' is a date, but the chronology has no event of that date",
            "add the event to events.yaml, or write `[…]{{.no-event}}` if it is of none",
        ),
        Words(
            "«{words}» تاريخ ليس في التسلسل الزمني حدث وقع فيه",
            "أضف الحدث إلى events.yaml، أو اكتب `[…]{{.no-event}}` إن لم يكن تاريخ حدث",
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
    "K313": stops(
        Words("the event '{id}' is placed by '{other}', which is placed by it (at {first})", "give one of them a date"),
        Words("موضع الحدث «{id}» من «{other}»، وموضع هذا منه (في {first})", "اجعل لأحدهما تاريخًا"),
    ),
    "K314": stops(
        Words(
            "'{key}' names the event '{id}', which there is not (for the event at {first})",
            "look at the spelling of the id",
        ),
        Words("تشير «{key}» إلى الحدث «{id}» ولا وجود له (للحدث في {first})", "راجع إملاء المعرّف"),
    ),
    "K314.day": stops(
        Words("the day of the event '{id}' is not known: '{date}' (at {first})", "write `after` or `before` instead"),
        Words("لا يُعرف يوم الحدث «{id}»، فتاريخه «{date}» (في {first})", "اكتب `after` أو `before` بدلًا من ذلك"),
    ),
    "K318": stops(
        Words(
            "there is no day '{words}'",
            "look at the day and the month; if the words quote a mistake, write `[…]{{.no-event}}`",
        ),
        Words(
            "لا يوجد يوم «{words}»",
            "راجع اليوم والشهر؛ وإن كانت الكلمات تنقل خطأً كما هو فاكتب `[…]{{.no-event}}`",
        ),
    ),
    "K319": stops(
        Words(
            "'{words}' stands in one sentence with the event '{id}', whose date is '{date}' (at {first})",
            "look at the two dates; if this one is of something else, write `[…]{{.no-event}}` or mention its event",
        ),
        Words(
            "«{words}» في جملة واحدة مع الحدث «{id}»، وتاريخه «{date}» (في {first})",
            "راجع التاريخين؛ وإن كان هذا تاريخ أمر آخر فاكتب `[…]{{.no-event}}` أو اذكر حدثه",
        ),
    ),
    "K317": stops(
        Words(
            "the date '{date}' is not what '{key}' gives: '{other}' (at {first})",
            "remove one of the two, or correct the date",
        ),
        Words("التاريخ «{date}» غير ما تدل عليه «{key}»: «{other}» (في {first})", "احذف أحدهما أو صحّح التاريخ"),
    ),
    "K317.two": stops(
        Words("the event is placed by '{other}' and by '{key}'", "keep one of the two"),
        Words("للحدث موضعان: بالمفتاح «{other}» وبالمفتاح «{key}»", "أبقِ واحدًا منهما"),
    ),
    "K315": stops(
        Words(
            "'{date}' is before 15 October 1582, and it is not said in which calendar",
            "write `calendar: julian` as most histories count, or `calendar: gregorian`; once in booklet.yaml is enough."
            " The year is never the Hijri one",
        ),
        Words(
            "التاريخ «{date}» أسبق من 15 أكتوبر 1582، ولم يُذكر أهو يولياني أم غريغوري",
            "اكتب `calendar: julian` كما في أكثر كتب التاريخ، أو `calendar: gregorian`؛ ويكفي ذلك مرة واحدة في booklet.yaml."
            " والسنة ميلادية دائمًا لا هجرية",
        ),
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
