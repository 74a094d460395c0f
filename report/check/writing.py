"""Rules about writing systems and dates: hidden characters (K301, K308), dates (K303, K307, K315), languages (K304),
letters that the language of their words does not have (K530), and notes too long for e-readers (K670)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from report.check.survey import Entry, Survey, scalar
from report.check.walk import children, every_block, words
from report.fault import Fault, Place, error, warning
from report.model import Code, Foreign, Inlines, Note, Pair, Text
from report.script import characters, dates, languages
from report.script.dates import Date, DateError
from report.source.hidden import HIDDEN, told
from report.source.yaml import Mapping, Node, Scalar, Sequence

CITED: Final = (
    "title",
    "short",
    "author",
    "editor",
    "translator",
    "container",
    "publisher",
    "city",
    "volume",
    "issue",
    "pages",
)
"""The fields of a source that its citation shows."""

DATES: Final = ("born", "died", "date", "year", "accessed")
"""The fields of an entry that hold an EDTF date."""

NOTE: Final = 5000
"""Characters a note must stay below to be shown over the page (Kobo's EPUB specification, "Footnotes and Endnotes")."""


def hidden_characters(found: Survey) -> Iterator[Fault]:
    """K301: direction marks and controls, wherever they stand in a file; K308: letters in presentation form."""
    for lines in found.draft.files:
        signs = found.signs[lines.path]
        for match in HIDDEN.finditer(lines.text) if HIDDEN.search(signs) else ():
            yield told(match[0], lines.place(match.start()))
        shaped = characters.PRESENTATION_FORMS
        for match in shaped.finditer(lines.text) if shaped.search(signs) else ():
            yield error("K308", lines.place(match.start()), character=match[0], name=characters.name(match[0]))


def escaped_characters(found: Survey) -> Iterator[Fault]:
    """K301: the same characters, written as `"\\u200f"` in YAML; `&rlm;` in Markdown is told by its reader."""
    raw = {path: "".join(HIDDEN.findall(signs)) for path, signs in found.signs.items()}
    for node in _scalars(found):
        already = raw.get(node.place.path, "")
        for match in HIDDEN.finditer(node.text):
            # The reader puts U+FFFD for characters that YAML refuses: those are told as they stand in the file.
            if match[0] not in already and not (match[0] == "\ufffd" and already):
                yield told(match[0], node.where().place(match.start()))


def bad_dates(found: Survey) -> Iterator[Fault]:
    """K303: a date that is none, by EDTF and by the calendar; the booklet's own, and that of its evaluation, must be days."""
    for entries in found.entries.values():
        for entry in entries.values():
            part = entry.text("part") if entry.text("part") in dates.PARTS else ""
            for key in DATES:
                if given := scalar(entry.keys, key):
                    parsed = read_date(given, part if key == "date" else "", entry.calendar)
                    if isinstance(parsed, Fault):
                        yield parsed
    judged = found.draft.meta.get("accessibility")
    for keys in (found.draft.meta, *([judged] if isinstance(judged, Mapping) else [])):
        given = scalar(keys, "date")
        if given and re.fullmatch(r"\d{4}-\d\d-\d\d", given.text.strip(), re.ASCII) and day(given.text) is None:
            yield error("K303", given.place, reason="impossible", date=given.text, detail=given.text)


def untold_calendars(found: Survey) -> Iterator[Fault]:
    """K315: a date from before the Gregorian calendar that does not say in which calendar it is."""
    told = [(entry, "date") for entry in found.entries["event"].values()]
    told += [(entry, key) for entry in found.entries["person"].values() for key in ("born", "died")]
    for entry, key in told:
        date, given = date_of(entry, key), scalar(entry.keys, key)
        if date and given and dates.is_early(date) and not entry.told_calendar:
            yield error("K315", given.place, date=date.edtf)


def languages_known(found: Survey) -> Iterator[Fault]:
    """K304: a language tag that is none, in booklet.yaml, sources.yaml, `{lang=…}` and `::: pair`."""
    given = [scalar(found.draft.meta, "language")]
    given += [scalar(entry.keys, "language") for entry in found.entries["source"].values()]
    for tag in given:
        if tag and not known_language(tag.text.strip()):
            yield error("K304", tag.place, tag=tag.text)
    for _, inline in found.inlines:
        if isinstance(inline, Foreign) and not known_language(inline.language):
            yield error("K304", inline.place, tag=inline.language)
    for text in found.draft.texts:
        for pair in (block for block in every_block(text.blocks) if isinstance(block, Pair)):
            for tag in filter(None, pair.languages):
                if not known_language(tag):
                    yield error("K304", pair.place, tag=tag)


def letters_of_the_language(found: Survey) -> Iterator[Fault]:
    """K530: letters of another script in words that are marked with a language, or in an entry that is set in one. A
    voice would read them by the wrong rules, and the finished PDF would be refused (K523)."""
    for _, inline in found.inlines:
        if isinstance(inline, Foreign) and known_language(inline.language):
            for text in _own_words(inline.children):
                if strange := _strange(text.text, inline.language):
                    yield error("K530", text.place, reason="marked", text=strange, language=inline.language)
    for entry, key, language in _fields_with_a_language(found):
        given = scalar(entry.keys, key)
        if given and (strange := _strange(given.text, language)):
            yield error("K530", given.place, reason="entry", key=key, text=strange, language=language)


def _own_words(inlines: Inlines) -> Iterator[Text | Code]:
    """Texts that have the language of the phrase: not those of notes, nor of phrases in it with a language of their own."""
    for inline in inlines:
        match inline:
            case Text() | Code():
                yield inline
            case Foreign() | Note():
                pass
            case _:
                yield from _own_words(children(inline))


def _fields_with_a_language(found: Survey) -> Iterator[tuple[Entry, str, str]]:
    """Fields whose words are set with a language: Latin names, and what a source is cited by (html/sources.py)."""
    for kind in ("person", "term"):
        yield from ((entry, "latin", "en") for entry in found.entries[kind].values())
    given = scalar(found.draft.meta, "language")
    own = given.text.strip() if given and known_language(given.text.strip()) else "en"
    for entry in found.entries["source"].values():
        assumed = languages.find(own).script != "Latn" and characters.is_latin(entry.text("title"))
        language = entry.text("language") or ("en" if assumed else own)
        if known_language(language) and languages.primary(language) != languages.primary(own):
            yield from ((entry, key, language) for key in CITED)


def _strange(text: str, language: str) -> str:
    """The first word with a letter of neither the language's script nor Latin, which stands in texts of every language."""
    fitting = {languages.find(language).script, "Latn", "Zyyy", "Zinh"}
    strange = (w for w in text.split() if {characters.script_of(c) for c in w if c.isalpha()} - fitting)
    return next(strange, "")


def long_notes(found: Survey) -> Iterator[Fault]:
    """K670: a note that an e-reader will not show over the page, though its call still leads to it."""
    for _, inline in found.inlines:
        if isinstance(inline, Note) and (length := len(words(inline.blocks))) >= NOTE:
            yield warning("K670", inline.place, length=length, most=NOTE)


def bad_epoch(epoch: str) -> Iterator[Fault]:
    """K307: a SOURCE_DATE_EPOCH that is no number of seconds (reproducible-builds.org/specs/source-date-epoch)."""
    if epoch and not (re.fullmatch(r"\d{1,11}", epoch, re.ASCII)):
        yield error("K307", Place("SOURCE_DATE_EPOCH"), value=epoch)


def known_language(tag: str) -> bool:
    try:
        languages.find(tag)
    except ValueError:
        return False
    return True


def day(text: str) -> dt.date | None:
    """A day as `2026-11-23`, if it is one."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        return None


def read_date(given: Scalar, part: str, calendar: str = "gregorian") -> Date | Fault:
    """A date of a field, or why it is none."""
    try:
        return dates.parse(given.text, part, calendar)
    except DateError as bad:
        return error("K303", given.place, reason=bad.reason, date=given.text, detail=bad.detail, part=part)


def date_of(entry: Entry, key: str, part: str = "") -> Date | None:
    """The date of a field, None if it is not given or wrong."""
    given = scalar(entry.keys, key)
    parsed = read_date(given, part, entry.calendar) if given else None
    return None if isinstance(parsed, Fault) else parsed


def _scalars(found: Survey) -> Iterator[Scalar]:
    trees = [found.draft.meta, *found.draft.lists.values(), *(text.head for text in found.draft.texts)]
    waiting: list[Node] = [tree for tree in trees if tree]
    while waiting:
        match waiting.pop():
            case Scalar() as node:
                yield node
            case Sequence(items=items):
                waiting.extend(items)
            case Mapping(entries=entries):
                waiting.extend(node for entry in entries for node in entry)
