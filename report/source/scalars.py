"""Where the code points of a YAML scalar stood in its file: quotes, escapes, folding and indentation undone."""

from __future__ import annotations

from report.source.lines import Lines, Where

_LONG = {"x": 4, "u": 6, "U": 10}


def align(text: str, lines: Lines, span: tuple[int, int], style: str) -> Where:
    """Places for the scalar `text` read from `span` of the file. Style: `'`, `"`, `|`, `>` or empty (YAML 1.1 §9)."""
    start, end = span
    raw = lines.text[start:end]
    at = _content(raw, style)
    runs: list[tuple[int, int, int]] = []
    expected = -1
    for index, character in enumerate(text):
        at = _skip(raw, at, character, style)
        if at >= len(raw):
            break
        if at != expected:
            place = lines.place(start + at)
            runs.append((index, place.line, place.column))
        expected = at + 1
        at = _next(raw, at, style)
    if not runs:
        place = lines.place(start)
        runs.append((0, place.line, place.column))
    return Where(lines.path, tuple(runs))


def _content(raw: str, style: str) -> int:
    """Where the content begins: after the quote, or on the line after the indicator of a block scalar."""
    if style in {"'", '"'}:
        return 1
    return raw.find("\n") + 1 if style in {"|", ">"} else 0


def _skip(raw: str, at: int, character: str, style: str) -> int:
    """Past what YAML dropped in front of `character`: indentation, folded line ends, escaped line ends."""
    while at < len(raw):
        if style == '"' and raw.startswith("\\\n", at):
            at += 2
        elif raw[at] in " \t\n" and not character.isspace():
            at += 1
        else:
            break
    return at


def _next(raw: str, at: int, style: str) -> int:
    """Past one code point of the scalar as it was written, escapes counted whole."""
    if style == '"' and raw[at] == "\\":
        return at + _LONG.get(raw[at + 1 : at + 2], 2)
    if style == "'" and raw[at] == "'":
        return at + 2
    return at + 1
