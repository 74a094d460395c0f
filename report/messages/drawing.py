"""K220–K221: text in drawings that cannot be set as outlines."""

from __future__ import annotations

from report.messages.entry import Entries, Words, stops

ENTRIES: Entries = {
    "K220.element": stops(
        Words(
            "the drawing '{file}' has text in <{element}>, which cannot be set",
            "use plain text elements, or turn this text into paths in the drawing program",
        ),
        Words(
            "في الرسم «{file}» نص داخل العنصر <{element}>، ولا يمكن صفّه",
            "اجعله نصًّا عاديًّا، أو حوّله إلى مسارات في برنامج الرسم",
        ),
    ),
    "K220.vertical": stops(
        Words("the drawing '{file}' has vertical text", "set it level, and turn it with transform if it must stand"),
        Words("في الرسم «{file}» نص عمودي", "اجعله أفقيًّا، وأدِره بالتحويل (transform) إن لزم"),
    ),
    "K220.letters": stops(
        Words(
            "the drawing '{file}' places or turns the letters of a text one by one",
            "give each text one x and one y: letters that join cannot be parted",
        ),
        Words(
            "في الرسم «{file}» نص حُدّد موضع كل حرف منه أو دورانه",
            "اكتفِ بقيمة x واحدة وقيمة y واحدة لكل نص، فالحروف المتصلة لا تُفرَّق",
        ),
    ),
    "K220.style": stops(
        Words(
            "the style sheet of the drawing '{file}' sets its text by the selector '{element}', which is not followed",
            "select by one name, class or id, or write attributes on the text",
        ),
        Words(
            "في أنماط الرسم «{file}» محدِّد للنص لا يُتبع: «{element}»",
            "حدِّد باسم واحد أو صنف أو معرّف، أو اكتب الخصائص على النص نفسه",
        ),
    ),
    "K221": stops(
        Words(
            "no font has this character of the drawing '{file}': {name}",
            "use another character, or turn this text into paths in the drawing program",
        ),
        Words(
            "لا يوجد في أي خط هذا المحرف من الرسم «{file}»: {name}",
            "استعمل محرفًا آخر، أو حوّل النص إلى مسارات في برنامج الرسم",
        ),
    ),
}
