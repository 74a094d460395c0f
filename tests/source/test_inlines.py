"""Inlines: what every mark gives, nested in a fixed order, each at its true line and column."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report.model import Text

Show = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("نص", "نص@1:1"),
        ("  نص", "نص@1:3"),
        ("نص *مؤكد* و**قوي**.", "نص @1:1 em(مؤكد@1:5)  و@1:10 strong(قوي@1:14) .@1:19"),
        ("***كلاهما***", "em(strong(كلاهما@1:4))"),
        ("_نص_ `كود` ``a ` b``", "em(نص@1:2)  @1:5 `كود`@1:6  @1:11 `a ` b`@1:12"),
        ("سطر\n  ثان", "سطر ثان@1:1"),
        ("سطر  \nثان\\\nثالث", "سطر@1:1 break ثان@2:1 break ثالث@3:1"),
        ("سطر \n*ثان*", "سطر @1:1 em(ثان@2:2)"),
        ("a &amp; \\*b\\* &#x41; a < b > c", "a & *b* A a < b > c@1:1"),
        (
            "[نص](#one) و[نص](<https://x.org/a b>)",
            "link[#one]@1:1(نص@1:2)  و@1:11 link[https://x.org/a%20b]@1:13(نص@1:14)",
        ),
        ("[نص](https://مثال.com/ف)", "link[https://xn--mgbh0fb.com/%D9%81]@1:1(نص@1:2)"),
        (
            "<https://x.org> <a@b.org>",
            "link[https://x.org]@1:1(https://x.org@1:2)  @1:16 link[mailto:a@b.org]@1:17(a@b.org@1:18)",
        ),
        ("[نص][x]\n\n[x]: #one", "link[#one]@1:1(نص@1:2)"),
        ("[نص] [نص][لا]", "[نص] [نص][لا]@1:1"),
        ("[الشاه]{person=shah}", "person[shah]@1:1(الشاه@1:2)"),
        ("و[*الشاه* `x`]{person=shah}", "و@1:1 person[shah]@1:2(em(الشاه@1:4)  @1:10 `x`@1:11)"),
        ('[س]{.index} [س]{index="بهلوي!المرض"}', "index[]@1:1(س@1:2)  @1:12 index[بهلوي!المرض]@1:13(س@1:14)"),
        ("[س]{index=بهلوي!المرض}", "index[بهلوي!المرض]@1:1(س@1:2)"),
        ("[]{index=س}نص", "index[س]@1:1() نص@1:12"),
        ("[1979]{digits=latin}", "digits[latin](1979@1:2)"),
        (
            "[س]{digits=latin lang=en index=a event=e #here}",
            "anchor[here]@1:1(event[e]@1:1(index[a]@1:1(lang[en]@1:1(digits[latin](س@1:2)))))",
        ),
        ('[س]{person=a\nindex="ب ج"} نص', "person[a]@1:1(index[ب ج]@1:1(س@1:2))  نص@2:13"),
        ('[س]{index="\\"ب\\" \\\\"}', 'index["ب" \\]@1:1(س@1:2)'),
        ("نص^[حاشية *م*] نص", "نص@1:1 note@1:3(حاشية @1:5 em(م@1:12))  نص@1:15"),
        ("نص[^1]\n\n[^1]: حاشية\n    تتمة", "نص@1:1 note@1:3(حاشية تتمة@3:7)"),
        ("نص[^أ]{.index}\n\n[^أ]: أولى\n\n    ثانية", "نص@1:1 note@1:3(أولى@3:7 / ثانية@5:5) {.index}@1:7"),
        ("{نص} و \\{#id} و`{#id}`", "{نص} و {#id} و@1:1 `{#id}`@1:16"),
        ("٢ * ٣ * ٤ ** ٥", "٢ * ٣ * ٤ ** ٥@1:1"),
    ],
)
def test_marks(read: Show, show: Show, text: str, shown: str) -> None:
    assert show(read(text).words) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("> نص *مؤكد*", "نص @1:3 em(مؤكد@1:7)"),
        (">نص\nكسول *م*", "نص كسول @1:2 em(م@2:7)"),
        ("> > نص\n> > *م*", "نص @1:5 em(م@2:6)"),
        ("- نص\n  *م*", "نص @1:3 em(م@2:4)"),
        ("10) نص\n    *م*", "نص @1:5 em(م@2:6)"),
        ("-\tنص\n\t*م*", "نص @1:3 em(م@2:3)"),
        ("> - نص `x`\n>   [س]{.index}", "نص @1:5 `x`@1:8  @1:11 index[]@2:5(س@2:6)"),
        ("::: note\n- > نص *م*\n:::", "نص @2:5 em(م@2:9)"),
        ("> ```\n> x\n> ```\n>\n> نص *م*", "نص @5:3 em(م@5:7)"),
    ],
)
def test_columns_inside_containers(read: Show, show: Show, text: str, shown: str) -> None:
    blocks = read(text).blocks
    while not hasattr(blocks[-1], "children"):
        holder = blocks[-1]
        blocks = holder.items[-1] if hasattr(holder, "items") else holder.blocks
    assert show(blocks[-1].children) == shown


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("نص <b>ثقيل</b> <!-- س -->", ["K112@1:4", "K112@1:11", "K112@1:16"]),
        ("<div>\n\n> </div>", ["K112@1:1", "K112@3:3"]),
        ("نص <!-- س", ["K112@1:4"]),
        ("[س]{person=}", ["K113@1:12"]),
        ('[س]{person="a}', ["K113@1:12"]),
        ("نص\n> و[س]{", ["K113@2:7"]),
        ("[س]{a=1}[س]{.b}", ["K114@1:5", "K114@1:13"]),
        ("**س**{.index} `س`{#a} ^[س]{x=1}", ["K115@1:6", "K115@1:18", "K115@1:27"]),
        ("[^1] [^2]\n\n[^2]: س", ["K118@1:1"]),
        ("س\n\n[^2]: س[^3]", ["K119@3:1", "K126@3:8"]),
        ("ب[^1] ج[^1]\n\n[^1]: س", ["K143@1:8"]),
        ("[^أ ب] ^[س", ["K118@1:1", "K118@1:8"]),
        ("![س](a.png) نص", ["K127@1:1"]),
        ('[س](#a "ت")', ["K131@1:1"]),
        ("[س]{person=a term=b} [س]{.index index=x} [س]{#a #b}", ["K132@1:14", "K132@1:33", "K132@1:49"]),
        ("[](#a) []{term=a} ^[]", ["K135@1:1", "K135@1:11", "K135@1:19"]),
        ("[س [س](#a)]{event=e} [س^[ح]](#a)", ["K139@1:4", "K139@1:24"]),
        ("[س]{#A}", ["K140@1:5"]),
        ("[س](a b) ![س](ا ب.png)", ["K141@1:3", "K141@1:13"]),
        ("و**«س»** ب**", ["K142@1:2", "K142@1:7", "K142@1:11"]),
        ("[1]{digits=roman}", ["K305@1:5"]),
        ("نص &rlm;&#x202E; &#0;", ["K301@1:4", "K301@1:9", "K301@1:18"]),
        ("\\[س\\]{.index}", ["K115@1:6"]),
        ("[س]\\{.index}", []),
        ("«a < b» و a<b و 5<6>4", []),
        ("<س 2:255>", []),
    ],
)
def test_faults(read: Show, text: str, codes: list[str]) -> None:
    assert read(text).codes == codes


def test_a_note_that_calls_itself_ends(read: Show) -> None:
    assert read("س[^1]\n\n[^1]: س[^1] ^[س^[س]]").codes == ["K126@3:8", "K126@3:13", "K126@3:16"]


@pytest.mark.parametrize("level", [1, 30, 64])
def test_deep_nesting_is_read(read: Show, level: int) -> None:
    for text in ("[" * level + "س" + "]{.index}" * level, "".join("*_"[i % 2] for i in range(level)) + "س"):
        assert "K117" not in {fault.code for fault in read(text).faults}


@pytest.mark.parametrize(
    "text", ["[" * 65 + "س", "^[" * 70 + "س" + "]" * 70, "".join("*أ **ب " for _ in range(40)) + "ج** د* " * 40]
)
def test_deeper_is_a_fault_and_keeps_its_words(read: Show, text: str) -> None:
    found = read(text)
    assert [fault.code for fault in found.faults] == ["K117"]
    assert found.words == (Text(text.strip(), found.blocks[0].place),)
