"""Two small booklets, Arabic and English, that use everything an e-book has to carry; written out as folders."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

_ARABIC = {
    "booklet.yaml": """
title: رهائن عام 1979
latin: Hostages of 1979
subtitle: قصة قصيرة
language: ar
identifier: urn:uuid:3f1c0a52-0000-5000-8000-0000000000aa
date: 2026-11-23
publisher: كرّاسة
edition: الطبعة 1
rights: رخصة مفتوحة
description: كتاب صغير يجرّب كل ما يحمله الكتاب الإلكتروني.
subjects: [تاريخ, تعليم]
accessibility:
  evaluated-by: مركز القراءة للجميع
  credential: خبير معتمد
  report: https://example.org/report?book=1&part=2
  date: 2026-11-20
creators:
  - {name: أحمد الكاتب, role: author, sort: "الكاتب، أحمد", latin: Ahmad al-Katib}
  - {name: ليلى, role: translator}
calendars: [gregorian, hijri]
front: [text/preface.md]
chapters: [text/seizure.md, text/rescue.md]
back: [text/end.md]
""",
    "people.yaml": """
carter: {name: جيمي كارتر, latin: Jimmy Carter, role: رئيس, text: رئيس حتى 1981.}
shah: {name: الشاه, role: ملك}
""",
    "terms.yaml": """
asylum: {term: حق اللجوء, latin: right of asylum, text: حماية تمنحها دولة., see: [embassy]}
embassy: {term: سفارة, text: بعثة دولة في أخرى.}
""",
    "events.yaml": """
seized: {date: 1979-11-04, title: اقتحام السفارة, text: دخل الطلاب., passage: seizure, as_written: 4 نوفمبر 1979, sources: [pact]}
freed: {date: 1981-01-20, title: الإفراج, passage: rescue, as_written: في 1981}
""",
    "sources.yaml": """
pact: {title: اتفاقية فيينا, kind: document, year: 1961, url: "https://example.org/pact?a=(1)"}
""",
    "text/preface.md": """---
id: preface
title: مقدمة
---

تمهيد فيه [سفارة]{term=embassy} وكتاب [Argo (2012)]{lang=en}، وكتاب [*A Short History*]{lang=en} أيضًا.
""",
    "text/seizure.md": """---
id: seizure
title: اقتحام السفارة عام 1979
short: الاقتحام
---

::: objectives
- أن يعرف القارئ التاريخ.
:::

في 4 نوفمبر 1979 دخل الطلاب [سفارة]{term=embassy} كبيرة، وكان [كارتر]{person=carter} رئيسًا حتى 1981[^one] ثم
ذهب [الشاه]{person=shah} يطلب [حق اللجوء]{term=asylum}. وقال [كارتر]{person=carter} مرة أخرى إن CIA لا تعلم.[^two]

## عملية Eagle Claw (1980) {#claw}

[اقتحام السفارة]{event=seized} كما في [الاتفاقية]{source=pact}، والأمر `run --fast (now)` مكتوب هنا.

![خريطة السفارة](images/map.png "خريطة")

1. أول
2. ثانٍ

::: table أعداد
| الاسم | العدد |
|---|--:|
| رهائن | 52 |
:::

::: questions

متى دخل الطلاب؟

: في 4 نوفمبر 1979.

من كان الرئيس؟

: كارتر.

:::

[^one]: حاشية أولى فيها [الشاه]{person=shah}.

[^two]: حاشية ثانية.
""",
    "text/rescue.md": """---
id: rescue
title: الإفراج
---

عاد [كارتر]{person=carter} إلى [الموضع](#claw)، وفيه [حق اللجوء]{term=asylum}.[^three] وقيل [بالفارسية]{lang=fa}.

## ما بعدها

انتهى كل شيء في 1981، و[أُفرج عنهم]{event=freed}.

[^three]: حاشية الفصل الثاني.
""",
    "text/end.md": """---
id: end
title: خاتمة
---

تمّ الكتاب.
""",
}

_ENGLISH = {
    "booklet.yaml": """
title: Hostages of 1979
language: en
identifier: urn:isbn:9783161484100
date: 2026-11-23
publisher: kurrasa
creators: [{name: A. Writer, role: author, sort: "Writer, A."}]
calendars: [gregorian]
chapters: [text/seizure.md]
""",
    "people.yaml": "carter: {name: Jimmy Carter, role: President}\n",
    "terms.yaml": "asylum: {term: asylum, text: Protection by a state.}\n",
    "events.yaml": "{}\n",
    "sources.yaml": "{}\n",
    "text/seizure.md": """---
id: seizure
title: The seizure
---

In 1979[^one] **the *Shah* left** and [Carter]{person=carter} heard of [asylum]{term=asylum} and [كُرّاسة (كتاب)]{lang=ar}.

## After *it*

More text with `code`.

[^one]: A note.
""",
}


def arabic(folder: Path) -> Path:
    """The Arabic booklet: pictures, notes, code, Latin, Persian, two chapters that mention the same things."""
    _write(folder, _ARABIC)
    (folder / "images").mkdir()
    Image.new("RGB", (60, 40), "#1d4b46").save(folder / "images" / "map.png")
    return folder


def english(folder: Path) -> Path:
    """A left-to-right booklet with an Arabic phrase, emphasis inside bold, and an ISBN."""
    _write(folder, _ENGLISH)
    return folder


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")
