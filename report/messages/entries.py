"""K107–K109: keys and values of the YAML files."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops

ENTRIES: Entries = {
    "K107": stops(
        Words("there is no key '{key}' here", "the keys are: {known}", "did you mean '{near}'?"),
        Words("لا يوجد هنا مفتاح باسم «{key}»", "المفاتيح هي: {known}", "أتقصد «{near}»؟"),
    ),
    "K108": stops(
        Words("the key '{key}' is missing", "add a line `{key}: …`"),
        Words("المفتاح «{key}» مفقود", "أضف سطرًا فيه `{key}: …`"),
    ),
    "K109.list": stops(
        Words("'{key}' must be a list", "write `[a, b]`, or each item on a line of its own after a dash"),
        Words("يجب أن تكون قيمة «{key}» قائمة", "اكتبها هكذا `[a, b]`، أو كل عنصر في سطر بعد شرطة"),
    ),
    "K109.mapping": stops(
        Words("'{key}' must hold keys with values", "write each `key: value` on a line below, indented by two spaces"),
        Words("يجب أن تكون تحت «{key}» مفاتيح لها قيم", "اكتب كل `key: value` في سطر تحته، مُزاحًا بمسافتين"),
    ),
    "K109.text": stops(
        Words("'{key}' must be text", "write words, not a list; if they begin with a bracket, put them in quotes"),
        Words("يجب أن تكون قيمة «{key}» نصًّا", "اكتب كلمات لا قائمة؛ وإن بدأت بقوس فضعها بين علامتي تنصيص"),
    ),
    "K109.enum": stops(
        Words(
            "'{value}' is no value for '{key}'", "it may be: {allowed}", "did you mean '{near}'? it may be: {allowed}"
        ),
        Words(
            "«{value}» لا تصلح قيمةً للمفتاح «{key}»",
            "القيم المقبولة: {allowed}",
            "أتقصد «{near}»؟ القيم المقبولة: {allowed}",
        ),
    ),
    "K109.id": stops(
        Words(
            "'{value}' is no id",
            "an id is a small letter a-z, then small letters, digits and hyphens: `right-of-asylum`",
        ),
        Words(
            "«{value}» لا يصلح معرّفًا", "المعرّف حرف لاتيني صغير تتبعه حروف صغيرة أو أرقام أو شرطات: `right-of-asylum`"
        ),
    ),
    "K109.blank": stops(
        Words("'{key}' is blank", "give it words, or remove the line"),
        Words("قيمة «{key}» فارغة", "اكتب فيها شيئًا أو احذف السطر"),
    ),
    "K109.empty": stops(
        Words("the list '{key}' is empty", "list at least one"),
        Words("القائمة «{key}» فارغة", "اذكر فيها عنصرًا واحدًا على الأقل"),
    ),
    "K109.unique": stops(
        Words("the list '{key}' names something twice", "keep one of the two"),
        Words("في القائمة «{key}» عنصر مكرّر", "أبقِه مرة واحدة"),
    ),
    "K109.many": stops(
        Words(
            "there are more than twelve in '{key}'", "keep twelve at most: each has a shape of its own on the timeline"
        ),
        Words("في «{key}» أكثر من اثني عشر", "أبقِ اثني عشر على الأكثر، فلكل منها شكل يخصه في الخط الزمني"),
    ),
    "K109.size": stops(
        Words("this is no page size", "write A5, B5, A4 or `[width, height]` in mm, each from 80 to 420"),
        Words("هذا ليس مقاس صفحة", "اكتب A5 أو B5 أو A4 أو `[العرض, الارتفاع]` بالمليمتر، وكلاهما بين 80 و420"),
    ),
    "K109.identifier": stops(
        Words("'{value}' is no identifier", "write `urn:uuid:…` or `urn:isbn:…`; `kurrasa new` makes one"),
        Words(
            "«{value}» لا يصلح رقمًا معرّفًا للكتاب", "اكتب `urn:uuid:…` أو `urn:isbn:…`؛ والأمر `kurrasa new` يولّد واحدًا"
        ),
    ),
    "K109.day": stops(
        Words("'{value}' is no day", "write year, month and day: `2026-11-23`"),
        Words("«{value}» ليس يومًا", "اكتب السنة ثم الشهر ثم اليوم: `2026-11-23`"),
    ),
    "K109.address": stops(
        Words("'{value}' is no web address", "write it in full: `https://…`"),
        Words("«{value}» ليس عنوانًا على الشبكة", "اكتبه كاملًا: `https://…`"),
    ),
}
