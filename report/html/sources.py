"""Citations as fragments: entries of the list of sources, and the notes that cite them, each in its own language."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from report.apparatus import bibliography
from report.apparatus.bibliography import Piece, Pieces
from report.html.tags import language_attributes, tag
from report.labels import labels
from report.model import Meta, Source
from report.script import calendars, characters, digits, languages
from report.script.dates import Date


def language_of(source: Source, meta: Meta) -> str:
    """The language a source is cited in: its own, else English for a title in Latin letters, else the booklet's."""
    if source.language:
        return source.language
    own = languages.find(meta.language)
    return "en" if own.script != "Latn" and characters.is_latin(source.title) else meta.language


def attributes(source: Source, meta: Meta) -> dict[str, str]:
    """`lang`, `dir` and class of a citation in another language than the booklet's; nothing for one in the same."""
    language = language_of(source, meta)
    if languages.primary(language) == languages.primary(meta.language):
        return {}
    return {"class_": "foreign", **language_attributes(language)}


def entry(source: Source, meta: Meta, text: Callable[[str], Markup]) -> Markup:
    """The entry in the list. `text` sets words of the booklet's own language."""
    words = labels(language_of(source, meta))
    made = bibliography.entry(source, words, _date(source.year, source, meta), _date(source.accessed, source, meta))
    return _written(made, source, meta, text)


def citation(
    source: Source, meta: Meta, text: Callable[[str], Markup], pages: str, *, again: bool, end: str = "."
) -> Markup:
    """A note: full when a chapter first cites the source, short when it does so `again`; its title leads to the entry."""
    words = labels(language_of(source, meta))
    if again:
        return _written(bibliography.short(source, words, pages, end), source, meta, text, f"#source-{source.id}")
    made = bibliography.note(
        source, words, _date(source.year, source, meta), _date(source.accessed, source, meta), pages, end
    )
    return _written(made, source, meta, text, f"#source-{source.id}")


def _date(date: Date | None, source: Source, meta: Meta) -> str:
    if date is None:
        return ""
    language = language_of(source, meta)
    own = not attributes(source, meta)
    style = meta.digits if own else languages.find(language).digits
    return calendars.show(date, "gregorian", language, meta.months, style)


def _written(pieces: Pieces, source: Source, meta: Meta, text: Callable[[str], Markup], href: str = "") -> Markup:
    """Words of another language stand as they were typed, but for the digits of that language."""
    language = languages.find(language_of(source, meta))

    def plain(words: str) -> Markup:
        return escape(digits.convert(words, language.digits))

    own = text if not attributes(source, meta) else plain
    shown = [(piece, _piece(piece, own, language.quotes)) for piece in pieces]
    titles = {source.title, source.short} if href else set[str]()
    return Markup().join(
        tag("a", words, class_="cited", href=href)
        if piece.style in ("work", "part") and piece.text in titles
        else words
        for piece, words in shown
    )


def _piece(piece: Piece, text: Callable[[str], Markup], quotes: tuple[str, ...]) -> Markup:
    match piece.style:
        case "work":
            return tag("cite", text(piece.text))
        case "part":
            return Markup(quotes[0]) + text(piece.text) + Markup(quotes[1])
        case "address":
            return tag("a", tag("code", escape(piece.text), dir="ltr"), class_="web", href=piece.text)
        case "plain":
            return text(piece.text)
