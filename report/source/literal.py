"""Markup that was not read as markup and would be printed as it stands: each kind a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.fault import Fault, error
from report.source import attributes
from report.source.lines import Where

_SUSPECT = re.compile(r"\{|\[\^|\^\[|\]\(|<!--|</[A-Za-z]")
_CALL = re.compile(r"\[\^[^\[\]]*\]")


def leftovers(text: str, at: int, content: str, where: Where) -> Iterator[Fault]:
    """Faults of a stretch of plain text that stood at `at` in `content`."""
    for match in _SUSPECT.finditer(text):
        offset = at + match.start()
        place = where.place(offset)
        match match[0]:
            case "{":
                yield from _braces(content, offset, where)
            case "[^":
                call = _CALL.match(content, offset)
                yield error("K118", place, reason="spaces" if call else "open", key=call[0][2:-1] if call else "")
            case "^[":
                yield error("K118", place, reason="open")
            case "](":
                yield error("K141", place)
            case tag:
                yield error("K112", place, tag=tag)


def _braces(content: str, offset: int, where: Where) -> Iterator[Fault]:
    """Braces right after `]` are a fault whatever they hold; elsewhere only if they look like a list of keys."""
    braces = attributes.parse(content, offset)
    if content[:offset].endswith("]"):
        if isinstance(braces, attributes.Malformed):
            yield error("K113", where.place(braces.offset), reason=braces.reason)
        else:
            yield error("K115", where.place(offset), braces=content[offset : braces.end])
    elif attributes.LIKELY.match(content, offset):
        end = content.find("}", offset) + 1
        yield error("K115", where.place(offset), braces=content[offset : end or None])
