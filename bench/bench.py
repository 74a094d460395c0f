"""Time kurrasa's whole build against the bare engine on the same pages: `make bench [PAGES="10 100 300"] [RUNS=3]`.

For each size a booklet is generated (chapters of text, notes, tables, questions, dates). kurrasa builds it to a PDF from
its folder, everything included: reading, checking, composing, layout by sections, text layer, tags, and the proof of the
finished file. The bare engine sets one HTML document with the same content and CSS, page numbers by target-counter.
All are processes of their own, run in turn in one go. "Same HTML" compares what each measures of itself, from the HTML
to the file; "whole command" compares the processes, interpreter and all. Ratios are what to quote.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from report import assets, html, theme
from report.build import read
from report.pdf import paper, printed

PARAGRAPHS = [
    "كانت المدينة القديمة قائمة على ضفة النهر، وكان الناس يقصدونها من القرى البعيدة ليبيعوا ما صنعوه في الشتاء، "
    "وليشتروا من أسواقها الورق والحبر والكتب التي يحملها التجار من بلد إلى بلد، ويقرؤها المعلمون على تلاميذهم في المساء.",
    "وفي تلك السنة طال المطر حتى خاف الزراع على زرعهم، فاجتمع شيوخ القرى وتشاوروا في أمر الجسر الخشبي الذي مال بعضه، "
    "واتفقوا على أن يعيدوا بناءه بالحجارة قبل أن يأتي الربيع، وأن يتقاسموا العمل والنفقة بينهم بالعدل.",
    "قال المعلم لتلاميذه: «من أراد أن يعرف تاريخ هذا الجسر فليقرأ ما كتب على الحجر الأول»، فخرجوا إليه في الصباح، "
    "ووجدوا عليه اسم الباني والسنة التي تم فيها البناء، ونقشًا صغيرًا لا يعرف معناه إلا القليل.",
]
CHAPTER_PAGES = 5  # roughly what one generated chapter takes


def booklet(folder: Path, pages: int) -> Path:
    """Write a booklet of about so many pages."""
    chapters = max(1, round((pages - 6) / CHAPTER_PAGES))
    (folder / "text").mkdir(parents=True)
    names = [f"text/c{n:03}.md" for n in range(1, chapters + 1)]
    (folder / "booklet.yaml").write_text(
        f"title: كتاب القياس\nlanguage: ar\nidentifier: urn:uuid:00000000-0000-5000-8000-{pages:012}\n"
        f"date: 2026-01-01\nchapters: [{', '.join(names)}]\n",
        encoding="utf-8",
    )
    events = "".join(
        f"e{n}:\n  date: {1900 + n}-03-0{n % 9 + 1}\n  title: حدث\n  text: نص الحدث.\n  passage: c{n}\n"
        for n in range(1, chapters + 1)
    )
    (folder / "events.yaml").write_text(events, encoding="utf-8")
    for n, name in enumerate(names, 1):
        (folder / name).write_text(chapter(n), encoding="utf-8")
    return folder


def chapter(n: int) -> str:
    text = [f"---\nid: c{n}\ntitle: الفصل المعدّ للقياس\n---\n", "::: objectives\n- أن يقرأ.\n- أن يفهم.\n:::\n"]
    for section in range(3):
        text.append(f"## قسم من الفصل {{#c{n}-s{section}}}\n")
        for k in range(5):
            body = " ".join(PARAGRAPHS[(n + section + k + i) % 3] for i in range(2))
            mark = f" وكان ذلك في [سنة البناء]{{event=e{n}}}." if section == k == 0 else ""
            note = f"[^{section}{k}]" if k % 2 == 0 else ""
            text.append(f"{body}{mark}{note}\n")
    text.append("::: table جدول\n| السنة | العدد |\n|---|--:|\n| 1901 | 12 |\n| 1902 | 15 |\n:::\n")
    text.append("::: questions\n\nمن بنى الجسر؟\n\n: بناه أهل القرى.\n\n:::\n")
    text += [f"[^{s}{k}]: حاشية قصيرة تشرح كلمة من النص.\n" for s in range(3) for k in (0, 2, 4)]
    return "\n".join(text)


def bare_html(folder: Path, target: Path) -> None:
    """The same content as one document, for an engine that nobody helps."""
    made, faults = read(folder, folder.name)
    assert made is not None, faults
    style = theme.load("naskh", "ar", folder, made.meta.place)
    sheets = [printed.sheet(section) for section in html.sections(made, style)]
    css = paper.rules(made.meta, style) + style.css("print").replace(
        "theme:0/", (assets.styles() / "naskh").as_uri() + "/"
    )
    css += ".pageref::after { content: target-counter(attr(href), page, arabic-indic) } "
    css += ".title-page, .contents, .text, .chapter, .chronology { break-before: recto }"
    target.write_bytes(printed.joined(sheets, made.meta, css))


def run(command: list[str]) -> tuple[float, float]:
    """CPU seconds of a whole process (user and system), and those it measured of itself (0 if it says none)."""
    before = os.times()
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    after = os.times()
    whole = (after.children_user - before.children_user) + (after.children_system - before.children_system)
    said = done.stdout.strip()
    return whole, float(said) if said.replace(".", "", 1).isdigit() else 0.0


def pages_of(path: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def measure(size: int, runs: int, room: Path) -> str:
    """One row: the median and the range of the ratios of `runs` turns."""
    folder, page = booklet(room / f"b{size}", size), room / f"b{size}.html"
    bare_html(folder, page)
    here, plain, again = Path(__file__).parent, room / "plain.pdf", room / "again.pdf"
    whole: list[float] = []
    same: list[float] = []
    for _ in range(runs):
        command, _ = run(
            [sys.executable, "-m", "report", "build", str(folder), "--to", "pdf", "--out", str(room / "out")]
        )
        bare, bare_setting = run([sys.executable, str(here / "bare.py"), str(page), str(plain)])
        _, setting = run([sys.executable, str(here / "ours.py"), str(folder), str(again)])
        whole.append(command / bare)
        same.append(setting / bare_setting)
    counts = f"{size:>6} {pages_of(again):>6} {pages_of(plain):>6} {bare:>8.2f}"
    return f"{counts} | {told(same)} | {told(whole)}"


def told(ratios: list[float]) -> str:
    return f"{statistics.median(ratios):>5.2f} ({min(ratios):.2f} … {max(ratios):.2f})"


def main() -> None:
    sizes = [int(n) for n in os.environ.get("PAGES", "10 100 300").split()]
    runs = int(os.environ.get("RUNS", "3"))
    print("CPU of kurrasa as a multiple of the bare engine's, median (range)")
    print(
        f"{'asked':>6} {'pages':>6} {'bare':>6} {'bare s':>8} | {'same HTML':<19} | whole command (reads, checks, proves too)"
    )
    with tempfile.TemporaryDirectory(prefix="kurrasa-bench-") as room:
        for size in sizes:
            print(measure(size, runs, Path(room)), flush=True)


if __name__ == "__main__":
    main()
