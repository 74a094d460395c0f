"""Places named in Arabic: links by the written id lead there in the e-book, and the files are ASCII."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from report.build import build, read
from report.script.slugs import slug

FILES = {
    "booklet.yaml": "title: كتاب المواضع المسمّاة بالعربية\nlanguage: ar\n"
    "identifier: urn:uuid:7c9e6679-7425-40de-944b-e07fc1f90ae7\ndate: 2026-11-23\nchapters: [text/one.md, text/two.md]\n",
    "events.yaml": "siege: {date: 1979-11-04, title: حصار السفارة, passage: حصار السفارة}\n"
    "end: {date: 1981-01-20, title: نهاية الأزمة, passage: النهاية}\n",
    "text/one.md": '---\nid: one\ntitle: الفصل الأول\n---\n\n## حصار السفارة {#"حصار السفارة"}\n\n'
    "بدأ [الحصار]{event=siege} في طهران، ثم [تتمة]{#تتمة} و[كلمة]{.index to=النهاية} هنا، وانظر "
    "[النهاية](#النهاية).\n\n{#فقرة}\nفقرة أخرى فيها كلام.\n",
    "text/two.md": "---\nid: two\ntitle: الفصل الثاني\n---\n\n## النهاية {#النهاية}\n\nانتهت [الأزمة]{event=end}، وانظر "
    "[الحصار](<#حصار السفارة>) و[التتمة](#تتمة) و[الفقرة](#فقرة).\n",
}


def written(folder: Path, **changes: str) -> Path:
    for name, text in (FILES | changes).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_links_lead_there_in_both_files(tmp_path: Path) -> None:
    result = build(written(tmp_path), tmp_path / "out")
    assert result.faults == ()
    with zipfile.ZipFile(result.outputs["epub"][0]) as book:
        one, two = (book.read(f"EPUB/text/{name}.xhtml").decode() for name in ("one", "two"))
    for id in ("حصار السفارة", "تتمة", "فقرة"):
        assert f'id="{slug(id)}"' in one
        assert f'href="one.xhtml#{slug(id)}"' in two
    assert all(id.isascii() for id in re.findall(r'(?:id|href)="([^"]*)"', one + two))


def test_faults_speak_of_ids_as_they_are_written(tmp_path: Path) -> None:
    text = FILES["text/two.md"].replace("(#فقرة)", "(#فقره)").replace("{#النهاية}", "{#تتمة}")
    faults = read(written(tmp_path, **{"text/two.md": text}), "b")[1]
    told = {fault.code: (fault.values["id"], fault.values.get("near", "")) for fault in faults if "id" in fault.values}
    assert told["K203"] in (("فقره", "فقرة"), ("النهاية", ""))
    assert told["K202"][0] == "تتمة"
    assert told["K208"][0] == told["K268"][0] == "النهاية"
