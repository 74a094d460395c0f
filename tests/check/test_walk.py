"""Walks see every node once, in reading order."""

from __future__ import annotations

from report.check.walk import every_block, every_inline, words
from report.model import Text
from report.source import markdown
from report.source.lines import Lines

SOURCE = """\
## أ

ب *ت* [ث](#x)^[ج]

- ح

  > خ

| د |
|---|
| ذ |

::::: note ر
:::: quote ز
س
::::
:::::

![ش](a.png "ص")

::: questions
ض؟

- ط

: ظ
:::

`ع`

```
غ
```
"""


def test_everything_in_reading_order() -> None:
    blocks = markdown.text(Lines("t.md", SOURCE), 0, "ch", [])
    texts = "".join(i.text.strip(" ؟") for i in every_inline(blocks) if isinstance(i, Text))
    assert texts == "أبتثجحخدذرزسصضطظ"
    assert len({id(block) for block in every_block(blocks)}) == len(list(every_block(blocks)))


def test_words_have_notes_last() -> None:
    blocks = markdown.text(Lines("t.md", SOURCE), 0, "ch", [])
    assert words(blocks).split() == [
        "أ",
        "ب",
        "ت",
        "ث",
        "ح",
        "خ",
        "د",
        "ذ",
        "ر",
        "ز",
        "س",
        "ص",
        "ض؟",
        "ط",
        "ظ",
        "ع",
        "غ",
        "ج",
    ]
