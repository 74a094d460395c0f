"""Proofs of a PDF that need nothing but the file: tag tree, letters, languages, direction, order on the page (K52x)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, cast

import pikepdf

from report.fault import Fault, Place, error
from report.script import languages
from report.script.characters import agree, is_lost, script_of
from report.verify import face_letters, ink
from report.verify.letters import PRESENTATION_FORM, letters
from report.verify.pdf_text import Leaf, Reader

FaceLetters = dict[int, dict[int, str]]  # the characters a face has for its codes, by the identity of the Face
_TOLD = 40
_UP = 0.6  # em a line may stand above the one before it: an index or a call, not another line


def prove(pdf: pikepdf.Pdf, reader: Reader, place: Place) -> dict[str, list[Fault]]:
    """Faults by proof, in the order they are told."""
    leaves = list(reader.leaves())
    own = {id(face): face_letters.by_code(face.font) for face in reader.faces}
    return {
        "tree": [*_tree(pdf, reader, place)],
        "letters": [*_letters(reader, leaves, place)],
        "faces": [*_faces(reader, own, place)],
        "languages": [*_languages(pdf, leaves, place)],
        "direction": [*_direction(pdf, reader, place)],
        "title": [*title(pdf, place)],
        "order": [*_places(leaves, place), *_sides(pdf, leaves, place)],
        "ink": [*_ink(pdf, reader, place)],
        "descriptions": [*_descriptions(reader, own, place)],
    }


def _tree(pdf: pikepdf.Pdf, reader: Reader, place: Place) -> Iterator[Fault]:
    """Each marked sequence is in the tree, the parent tree leads back to its element, and no ID stands twice."""
    root = reader.root
    if root is None or not reader.marked:
        yield error("K522", place, reason="none")
        return
    parents = _parents(root.get("/ParentTree"))
    held: dict[tuple[int, int], Any] = {}
    pages = {page.obj.objgen: (index, cast("Any", page).get("/StructParents")) for index, page in enumerate(pdf.pages)}
    ids: set[str] = set()
    for element in reader.elements():
        id = str(element.get("/ID", ""))
        if id and id in ids:
            yield error("K522", place, reason="id", id=id)
        ids.add(id)
        for page, mcid in _own(element):
            index, key = pages.get(page.objgen, (-1, None)) if page is not None else (-1, None)
            held[index, mcid] = element
            listed = parents.get(int(key)) if key is not None else None
            if listed is None or mcid >= len(listed) or listed[mcid].objgen != element.objgen:
                yield error("K522", place, reason="parent", page=index + 1, mcid=mcid)
                return
    for index, mcid in reader.marked.keys() - held.keys():
        if any(unit.text.strip() for unit in reader.marked[index, mcid]):
            yield error("K522", place, reason="outside", page=index + 1, mcid=mcid)
    if reader.untagged.strip():
        yield error("K518", place, text=reader.untagged.strip()[:_TOLD])
    for cell in reader.elements("/TD"):
        if "/Headers" not in cell.get("/A", {}) and not any(_scoped(reader)):
            yield error("K522", place, reason="header", text=reader.text(cell)[:_TOLD])
            return


def _scoped(reader: Reader) -> Iterator[bool]:
    yield from ("/Scope" in cell.get("/A", {}) for cell in reader.elements("/TH"))


def _own(element: Any) -> Iterator[tuple[Any, int]]:
    """Page and id of each marked sequence that an element holds itself."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield element.get("/Pg"), kid
        elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
            yield kid.get("/Pg", element.get("/Pg")), int(cast("Any", kid)["/MCID"])


def _parents(tree: Any) -> dict[int, Any]:
    if tree is None:
        return {}
    nums = list(tree.get("/Nums", []))
    found = {int(key): value for key, value in zip(nums[::2], nums[1::2], strict=False)}
    for kid in tree.get("/Kids", []):
        found |= _parents(kid)
    return found


def _letters(reader: Reader, leaves: Sequence[Leaf], place: Place) -> Iterator[Fault]:
    """No letter in a fixed shape, and none that is no letter: U+FFFD, private use, noncharacters."""
    for leaf in leaves:
        if form := PRESENTATION_FORM.search(leaf.text):
            yield error("K516", place, character=f"U+{ord(form.group()):04X}")
            return
        if lost := next(filter(is_lost, leaf.text), None):
            yield error("K526", place, character=f"U+{ord(lost):04X}", page=leaf.page + 1)
            return


def _faces(reader: Reader, own: FaceLetters, place: Place) -> Iterator[Fault]:
    """ToUnicode says of a glyph what the face's own table of characters says of it."""
    for face in reader.faces:
        for code, text in face.texts.items():
            known = own[id(face)].get(code, "")
            if known and text.strip() and not agree(text, known):
                yield error("K525", place, font=face.name, wanted=known[:8], found=text)
                break


def _languages(pdf: pikepdf.Pdf, leaves: Sequence[Leaf], place: Place) -> Iterator[Fault]:
    """Letters are those of the script of the language they are tagged with: no Arabic letter under English.

    Latin letters are let pass in every language: names and addresses are often left without one. The document's own
    language must be that of most letters."""
    document = str(cast("Any", pdf.Root).get("/Lang", ""))
    for leaf in leaves:
        script = _script(leaf.language) if leaf.language else ""
        if script and {script_of(c) for c in leaf.text if c.isalpha()} - {"Latn", "Zyyy", "Zinh", script}:
            yield error("K523", place, language=leaf.language, text=leaf.text[:_TOLD], page=leaf.page + 1)
            return
    own = "".join(leaf.text for leaf in leaves if not leaf.language)
    counts = {c: n for c, n in Counter(own).items() if c.isalpha()}
    right = sum(n for c, n in counts.items() if script_of(c) == _script(document))
    if right < sum(counts.values()) / 2:
        text = "".join(filter(str.isalpha, own))
        yield error("K523", place, language=document or "–", text=text[:_TOLD], page=1)


def _script(tag: str) -> str:
    try:
        return languages.find(tag).script
    except ValueError:
        return ""


def _direction(pdf: pikepdf.Pdf, reader: Reader, place: Place) -> Iterator[Fault]:
    """Reading direction and writing mode are those of the language."""
    root = cast("Any", pdf.Root)
    try:
        right = languages.find(str(root.get("/Lang", ""))).direction == "rtl"
    except ValueError:
        yield error("K511", place, entry="Lang", wanted="BCP 47", found=str(root.get("/Lang", "")))
        return
    found = str(root.get("/ViewerPreferences", {}).get("/Direction", "/L2R"))
    if found != ("/R2L" if right else "/L2R"):
        yield error("K524", place, entry="Direction", found=found, language=str(root.get("/Lang", "")))
    document = next(iter(reader.elements("/Document")), {})
    mode = str(document.get("/A", {}).get("/WritingMode", "/LrTb"))
    if mode != ("/RlTb" if right else "/LrTb"):
        yield error("K524", place, entry="WritingMode", found=mode, language=str(root.get("/Lang", "")))


def _places(leaves: Sequence[Leaf], place: Place) -> Iterator[Fault]:
    """In the order of the tree each line stands below the one before it, or beside it: K527 names the first that does not.

    Notes stand at the foot whatever calls them, and are left out. A text in a second language may begin on the page where
    the first did, beside it.
    """
    flow = [leaf for leaf in leaves if not leaf.note and leaf.text.strip() and "/Lbl" not in leaf.kinds]
    for before, after in pairwise(_in_lines(flow)):
        one, other = before[0].units[0], after[0].units[0]
        page = after[0].page
        up = other.y - one.y > _UP * max(one.size, other.size) and _overlap(before, after)
        back = page < before[0].page and not _answers(before[0], after[0])
        if back or (page == before[0].page and up):
            yield error("K527", place, page=page + 1, text=after[0].text[:_TOLD])
            return


def _answers(before: Leaf, after: Leaf) -> bool:
    """Whether a text in another language begins, both with their languages named: halves of a pair that crosses pages."""
    return bool(before.language and after.language) and before.language != after.language


def _ink(pdf: pikepdf.Pdf, reader: Reader, place: Place) -> Iterator[Fault]:
    """No ink of the text stands outside the page as it is trimmed."""
    boxes = [[float(edge) for edge in page.trimbox] for page in pdf.pages]  # type: ignore[union-attr]
    for line in ink.lines(reader):
        left, _, right, _ = boxes[line.page]
        if (out := max(left - line.left, line.right - right)) > 0:
            yield error("K528", place, page=line.page + 1, points=f"{out:.1f}", text=line.text[:_TOLD])


def _in_lines(flow: Sequence[Leaf]) -> Iterator[list[Leaf]]:
    """Leaves of one block that follow each other on one line."""
    line: list[Leaf] = []
    for leaf in flow:
        if line and (
            (line[0].page, line[0].block) != (leaf.page, leaf.block)
            or abs(line[0].units[0].y - leaf.units[0].y) > _UP * max(line[0].units[0].size, leaf.units[0].size)
        ):
            yield line
            line = []
        line.append(leaf)
    if line:
        yield line


def _sides(pdf: pikepdf.Pdf, leaves: Sequence[Leaf], place: Place) -> Iterator[Fault]:
    """On one line of a block, words of the block's direction follow each other in it."""
    try:
        right = languages.find(str(cast("Any", pdf.Root).get("/Lang", ""))).direction == "rtl"
    except ValueError:
        return
    flow = [leaf for leaf in leaves if _kinds(leaf) == ({"R"} if right else {"L"})]
    for before, after in pairwise(flow):
        if before.block != after.block or before.page != after.page or before.language or after.language:
            continue
        if abs(before.units[0].y - after.units[0].y) > 0.01:
            continue
        if (_edges(after)[0] > _edges(before)[0]) == right:
            yield error("K521", place, reason="alone", page=after.page + 1, text=after.text[:_TOLD])
            return


def _kinds(leaf: Leaf) -> set[str]:
    return {
        "R" if k in ("R", "AL") else k for c in leaf.text if (k := unicodedata.bidirectional(c)) in ("L", "R", "AL")
    }


def _edges(leaf: Leaf) -> tuple[float, float]:
    inked = [unit for unit in leaf.units if unit.text.strip()] or list(leaf.units)
    return min(unit.x for unit in inked), max(unit.x + unit.width for unit in inked)


def _overlap(one: Sequence[Leaf], other: Sequence[Leaf]) -> bool:
    """Whether two lines stand above each other, not side by side."""
    left = max(min(_edges(leaf)[0] for leaf in line) for line in (one, other))
    return min(max(_edges(leaf)[1] for leaf in line) for line in (one, other)) - left > 0.1


def _descriptions(reader: Reader, own: FaceLetters, place: Place) -> Iterator[Fault]:
    """Pictures are described, and what an element says instead of its text says the same letters."""
    for element in reader.elements():
        kind = str(element["/S"])
        if kind == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield error("K529", place, reason="alt")
        for name in ("/ActualText", "/E"):
            if name in element and letters(str(element[name])) != letters(reader.text(element)):
                yield error("K529", place, reason="actual", text=str(element[name])[:_TOLD])
    for units in reader.marked.values():
        for unit in (unit for unit in units if unit.actual):
            known = [own[id(unit.face)].get(code, "") for code, _ in unit.codes]
            if any(k and not agree(unit.text, k) for k in known):
                yield error("K529", place, reason="actual", text=unit.text[:_TOLD])
                return


def title(pdf: pikepdf.Pdf, place: Place) -> Iterator[Fault]:
    """The title is one, and the same in both places that hold it."""
    found = str(pdf.docinfo.get("/Title", ""))
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        other = str(xmp.get("dc:title", ""))
    if not found.strip() or found != other or re.search(r"\.(pdf|html?|docx?|md)$", found, re.IGNORECASE):
        yield error("K511", place, entry="Title", wanted=other, found=found)


def labels(pdf: pikepdf.Pdf, place: Place) -> Iterator[Fault]:
    """Pages have labels, from the first on."""
    nums = list(cast("Any", pdf.Root).get("/PageLabels", {}).get("/Nums", []))
    if not nums or int(nums[0]) != 0:
        yield error("K511", place, entry="PageLabels", wanted="0 …", found="–" if not nums else str(nums[0]))
