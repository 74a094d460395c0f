"""Rules of direction: package, pages, documents, phrases, calls; what validators are silent about."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache, partial

from report.epub.lint.opened import Opened, direction, script
from report.epub.lint.rule import Found, found
from report.epub.lint.tree import Run, Tree
from report.epub.tree import Element
from report.script import characters

_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_FORMS = re.compile("[\ufb50-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc]")
_FAMILIES = {"0-9": re.compile("[0-9]"), "٠-٩": re.compile("[٠-٩]"), "۰-۹": re.compile("[۰-۹]")}
_DIGIT = re.compile("[0-9٠-٩۰-۹]")
_NUMBER = re.compile(r"(?:^|(?<=[\s(«“]))[0-9٠-٩۰-۹]+(?=[\s.,،؛:)»”]|$)")
_MARKS = {"ltr": "\u200e", "rtl": "\u200f"}
_INLINE = {"span", "em", "i", "b", "strong", "cite", "q", "dfn", "code", "bdi", "small"}
_TYPED = {"code", "pre", "kbd", "samp", "script", "style"}
_JOINED_BEFORE = re.compile(r"[0-9٠-٩۰-۹][-+.,:/٪%٫٬،]*$")
_JOINED_AFTER = re.compile(r"^[-+.,:/٪%٫٬،]*[0-9٠-٩۰-۹]")


def package(book: Opened) -> Found:
    """Apple Books takes the direction of titles from here."""
    said = book.package.root.get("dir", "")
    if said != book.direction and (said or book.direction == "rtl"):
        yield found(book.package.place(), wanted=book.direction, found=said or "–")


def progression(book: Opened) -> Found:
    """Which way pages turn (EPUB 3.3 §5.7.1); never left to the reader's guess in a right-to-left book."""
    for spine in book.package.root.iter("spine"):
        said = spine.get("page-progression-direction", "")
        if said != book.direction and (said not in ("", "default") or book.direction == "rtl"):
            yield found(book.package.place(spine), wanted=book.direction, found=said or "–")


def main_language(book: Opened) -> Found:
    """The first dc:language and the package's own agree, and most letters of the book can be of that language."""
    stated = [(e.text or "").strip() for e in book.package.root.iter("dc:language")]
    own = book.package.root.get("xml:lang", "")
    at = next(book.package.root.iter("dc:language"), None)
    if not stated or (own and own != stated[0]):
        yield found(book.package.place(at), wanted=own or "–", found=stated[0] if stated else "–")
        return
    letters = _letters(book.letters, "".join(t.text for t in book.documents.values()))
    if letters[script(stated[0])] * 2 < letters.total() and len(script(stated[0])) == 4:
        yield found(book.package.place(at), wanted=letters.most_common(1)[0][0], found=stated[0])


def _letters(letters: frozenset[str], text: str) -> Counter[str]:
    """How many letters there are of each script; each script's are counted together, since there are few scripts."""
    scripts: dict[str, str] = {}
    for letter in letters:
        name = characters.script_of(letter)
        scripts[name] = scripts.get(name, "") + letter
    return Counter({name: sum(map(len, re.findall(f"[{its}]+", text))) for name, its in scripts.items()})


def document_language(book: Opened) -> Found:
    for tree in book.documents.values():
        said = tree.root.get("lang", ""), tree.root.get("xml:lang", "")
        if said != (book.language, book.language):
            yield found(tree.place(), wanted=book.language or "–", found=" ".join(filter(None, said)) or "–")


def document_direction(book: Opened) -> Found:
    for tree in book.documents.values():
        said = tree.root.get("dir", "")
        if said != book.direction and (said or book.direction == "rtl"):
            yield found(tree.place(), wanted=book.direction, found=said or "–")


def languages_agree(book: Opened) -> Found:
    """`lang` for browsers, `xml:lang` for readers of XML: both, and the same."""
    for tree, element in book.elements():
        if element is not tree.root and element.get("lang") != element.get("xml:lang"):
            yield found(tree.place(element), found=f"{element.get('lang', '–')} {element.get('xml:lang', '–')}")


def turns(book: Opened) -> Found:
    """An element that changes to a language of the other direction changes `dir` too, itself or by what it stands in; and
    none says another direction than that of its language, or leaves it to the reader's guess (`auto`)."""
    for tree, element in book.elements():
        own, said = element.get("lang") or element.get("xml:lang") or "", element.get("dir")
        if element is tree.root or (not own and said is None):
            continue
        language = own or tree.inherited(element, "lang", "xml:lang")
        if not script(language):
            continue
        wanted = direction(language)
        amiss = said not in (None, wanted) and not _may_turn(element, language)
        if amiss or (own and (tree.inherited(element, "dir") or "ltr") != wanted):
            yield found(tree.place(element), language=language, wanted=wanted)


def _may_turn(element: Element, language: str) -> bool:
    """Code, data and names in other letters run their own way in any language; a phrase with its letters does not."""
    if element.get("dir") not in _MARKS or (element.tag not in _INLINE and element.tag not in _TYPED):
        return False
    letters = (c for c in "".join(element.itertext()) if c.isalpha())
    return element.tag in _TYPED or script(language) not in {characters.script_of(c) for c in letters}


def foreign_runs(book: Opened) -> Found:
    """Words in letters the language cannot have stand in an element that says their language; told once an element."""
    foreign = cache(partial(_foreign_letters, book.letters))
    for tree in book.documents.values():
        told: set[Element] = set()
        for run in tree.runs:
            language = tree.inherited(run.holder, "lang", "xml:lang") if run.text.strip() else ""
            own = script(language) if language else ""
            word = _foreign(run.text, own) if own and foreign(own).search(run.text) else ""
            if word and run.holder not in told and not _is_typed(tree, run.holder):
                told.add(run.holder)
                yield found(tree.at(run, run.text.find(word)), language=language, text=word)


def _foreign_letters(letters: frozenset[str], own: str) -> re.Pattern[str]:
    """Any of the letters that are of another script than one; one that never matches where there are none."""
    foreign = sorted(c for c in letters if _scripts(c) and own not in _scripts(c))
    return re.compile(f"[{''.join(map(re.escape, foreign))}]" if foreign else r"(?!)")


def _foreign(text: str, own: str) -> str:
    """The first word of two letters or more in another script."""
    for word in re.findall(r"[^\W\d_]{2,}", text):
        scripts = _scripts(word)
        if scripts and own not in scripts:
            return word
    return ""


@lru_cache(maxsize=16_384)
def _scripts(word: str) -> frozenset[str]:
    """The scripts of its letters, without what is common to all."""
    return frozenset(map(characters.script_of, word)) - {"Zyyy", "Zinh"}


def _is_typed(tree: Tree, element: Element) -> bool:
    return any(e.tag in _TYPED for e in tree.upwards(element))


def controls(book: Opened) -> Found:
    """Embeddings, overrides and isolates as characters: markup does their work, old readers scramble lines at them."""
    yield from _characters(book, _CONTROLS)


def forms(book: Opened) -> Found:
    """Presentation forms cannot be searched or read aloud."""
    yield from _characters(book, _FORMS)


def _characters(book: Opened, wanted: re.Pattern[str]) -> Found:
    """In package and documents, and in what style sheets put into the text."""
    for tree in (book.package, *book.documents.values()):
        for run in tree.runs if wanted.search(tree.text) else ():
            for match in wanted.finditer(run.text):
                yield found(tree.at(run, match.start()), character=f"U+{ord(match[0]):04X}")
        for element in tree.where if wanted.search(tree.values) else ():
            for match in wanted.finditer(" ".join(element.attrib.values())):
                yield found(tree.place(element), character=f"U+{ord(match[0]):04X}")
    for one in (d for sheet in book.styles.values() for d in sheet.declarations()):
        for match in wanted.finditer(one.value):
            yield found(one.place, character=f"U+{ord(match[0]):04X}")


def digit_families(book: Opened) -> Found:
    """Numbers that stand by themselves in the text are in one family of digits; rarer ones are told, once a document."""
    if book.direction != "rtl":
        return
    seen = [(n, t, r) for t in book.documents.values() for r in t.runs for n in _numbers(book, t, r)]
    counts = {name: sum(bool(digit.match(n)) for n, _, _ in seen) for name, digit in _FAMILIES.items()}
    usual = max(counts, key=lambda name: counts[name])
    told: set[str] = set()
    for number, tree, run in seen:
        if not _FAMILIES[usual].match(number) and tree.path not in told:
            told.add(tree.path)
            yield found(tree.at(run, run.text.find(number)), found=number, wanted=usual)


def _numbers(book: Opened, tree: Tree, run: Run) -> list[str]:
    numbers: list[str] = _NUMBER.findall(run.text) if _DIGIT.search(run.text) else []
    if not numbers or _is_typed(tree, run.holder) or tree.inherited(run.holder, "lang", "xml:lang") != book.language:
        return []
    return [] if tree.inherited(run.holder, "dir") == "ltr" else numbers


def isolates(book: Opened) -> Found:
    """A phrase of the other direction is held by `bdi`, and by marks of its direction inside at both ends."""
    for tree, element in book.elements(*_INLINE):
        above, own = tree.above.get(element), element.get("dir", "")
        if own not in _MARKS or above is None:
            continue
        text, around = "".join(element.itertext()), tree.inherited(above, "dir") or "ltr"
        held = any(e.tag == "bdi" for e in tree.upwards(element))
        marked = len(text) > 2 and text[0] == text[-1] == _MARKS[own]
        if own != around and (not held or (element.tag == "bdi" and not marked)):
            yield found(tree.place(element), text=text)


def calls_parted(book: Opened) -> Found:
    """«1981» and its call «2» would be one number, read left to right, unless a mark parts them (UAX #9 W4, N1)."""
    for tree, call in book.elements("a"):
        if "noteref" not in call.get("epub:type", "").split() or tree.inherited(call, "dir") != "rtl":
            continue
        outer, above = call, tree.above[call]
        while above.tag == "sup" and above in tree.above:
            outer, above = above, tree.above[above]
        at = list(above).index(outer)
        before = (above[at - 1].tail if at else above.text) or ""
        if _JOINED_BEFORE.search(before) or _JOINED_AFTER.search(outer.tail or ""):
            yield found(tree.place(call), text=before[-20:] + "".join(call.itertext()))
