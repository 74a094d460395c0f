"""A picture alone in its paragraph: `![what it shows](images/map.png "caption")`."""

from __future__ import annotations

from markdown_it.token import Token

from report.fault import error
from report.model import Figure, Inlines
from report.source.grammar import markdown
from report.source.hidden import HIDDEN, told
from report.source.inlines import phrase
from report.source.lines import Where
from report.source.reading import Reading

_WORDS = {"text", "text_special", "softbreak"}


def figure(reading: Reading, content: str, where: Where, id: str) -> Figure | None:
    """The figure, or None when the picture does not stand alone. Its description is plain words, its caption is inline
    Markdown."""
    tokens: list[Token] = []
    if content.count("[") > 64:
        return None
    markdown().inline.parse(content, markdown(), reading.env, tokens)
    if len(tokens) != 1 or tokens[0].type != "image":
        return None
    token = tokens[0]
    if label := token.meta.get("label"):
        reading.labels.add(str(label))
    if any(child.type not in _WORDS for child in token.children or ()):
        reading.faults.append(error("K131", where.place(2), reason="description", words=token.content))
    alt = "".join(" " if child.type == "softbreak" else child.content for child in token.children or ())
    reading.faults.extend(told(mark, where.place(2)) for mark in HIDDEN.findall(alt) if mark not in content)
    caption = _caption(reading, content, where, str(token.attrs.get("title", "")))
    return Figure(str(token.attrs["src"]), " ".join(alt.split("\n")).strip(" "), caption, where.place(0), id)


def _caption(reading: Reading, content: str, where: Where, title: str) -> Inlines:
    """The words between the quotes; those of a link definition are refused where it stands (K131)."""
    if not title or not content.endswith(")"):
        return ()
    end = len(content[:-1].rstrip()) - 1
    opening = {")": "("}.get(content[end], content[end])
    start = end - 1
    while start and (content[start] != opening or _escaped(content, start)):
        start -= 1
    return phrase(reading, content[start + 1 : end], where.after(start + 1))


def _escaped(content: str, offset: int) -> bool:
    before = content[:offset]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1
