"""The catalog as a page of Markdown: docs/faults.md is this text, and a test holds them equal."""

from __future__ import annotations

import re

from report.messages import CATALOG, Entry

_ROOMS = {
    "1": ("Files and what is written in them", "الملفات وما كُتب فيها"),
    "2": ("References, links, pictures, questions", "الإحالات والروابط والصور والأسئلة"),
    "3": ("Characters, dates, languages", "الحروف والتواريخ واللغات"),
    "4": ("Themes", "السمات"),
    "5": ("Layout and PDF", "الصفحات وملف PDF"),
    "6": ("EPUB", "ملف EPUB"),
    "7": ("The command", "الأمر"),
}

_FIELD = re.compile(r"\{\{|\}\}|\{(\w+)\}")

_HEAD = """\
# Faults

Everything that is wrong with a booklet is told at once, each fault as `file:line:column: error CODE: message` and a
hint. A code never changes its meaning and is never used for another fault. An error stops the build; a warning does so
only with `--strict`.
Words in ‹angle quotes› stand for what the fault is about. This page is made from the catalog (`report/messages/`): run
`pytest tests/test_faults.py --update-golden` after changing a message.

كل ما في الكرّاسة من أخطاء يُذكر دفعة واحدة: الملف والسطر والعمود ثم الرمز والرسالة والإرشاد.
الخطأ يوقف البناء، أما التنبيه فلا يوقفه إلا مع `--strict`. ورموز الأخطاء ثابتة.
والجدول بالعربية بعد الجدول بالإنجليزية في كل باب.
"""


def page() -> str:
    """The whole page."""
    parts = [_HEAD]
    for hundred, (english, arabic) in _ROOMS.items():
        rows = {key: entry for key, entry in sorted(CATALOG.items()) if key[1] == hundred}
        if rows:
            parts.append(f"## K{hundred}xx: {english}\n")
            parts.append(_table(rows, "| code | | what is wrong | what to do |", "warning", arabic=False))
            parts.append(f'<div dir="rtl" lang="ar">\n\n### {arabic}\n')
            parts.append(_table(rows, "| الرمز | | الخطأ | العلاج |", "تنبيه", arabic=True))
            parts.append("</div>\n")
    return "\n".join(parts)


def _table(rows: dict[str, Entry], head: str, warning: str, *, arabic: bool) -> str:
    lines = [head, "|---|---|---|---|"]
    shown = ""
    for key, entry in rows.items():
        code = key.partition(".")[0]
        words = entry.arabic if arabic else entry.english
        mark = warning if entry.severity == "warning" else ""
        lines.append(f"| {code if code != shown else ''} | {mark} | {_cell(words.message)} | {_cell(words.hint)} |")
        shown = code
    return "\n".join([*lines, ""])


def _cell(template: str) -> str:
    """A template with its placeholders as ‹name›, safe in a table."""
    return _FIELD.sub(lambda m: m[0][0] if m[0] in {"{{", "}}"} else f"‹{m[1]}›", template).replace("|", "\\|")
