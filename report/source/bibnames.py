"""Names as BibTeX writes them, as sources.yaml has them: «family, given; …»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff]")


def names(raw: str, plain: Callable[[str], str]) -> str:
    """All names of a field. `plain` makes text of LaTeX. Names are parted by `and`, and known in BibTeX's three forms:
    First von Last; von Last, First; von Last, Jr, First. What stands in braces is one word. A name in right-to-left letters
    without a comma stands as it is: which word is the family's cannot be told."""
    return "; ".join(filter(None, (_name(one, plain) for one in _split(raw, "and"))))


def _name(raw: str, plain: Callable[[str], str]) -> str:
    if raw.strip() == "others":
        return "et al."
    parts = [part.strip() for part in _split(raw, ",")]
    if len(parts) == 1:
        words = list(_split(raw, " "))
        if _RIGHT_TO_LEFT.search(raw) or len(words) == 1:
            return plain(raw)
        begin = next((n for n, word in enumerate(words[:-1]) if word[:1].islower()), len(words) - 1)
        given, family = " ".join(words[:begin]), " ".join(words[begin:])
    else:
        family, *middle, given = parts
        given = " ".join((given, *middle))
    return ", ".join(filter(None, (plain(family), plain(given))))


def _split(raw: str, at: str) -> Iterator[str]:
    """Pieces parted by `and`, a comma or white space, none of them inside braces."""
    depth, start = 0, 0
    mark = re.compile({"and": r"\s+and\s+", ",": ",", " ": r"\s+"}[at])
    n = 0
    while n < len(raw):
        depth += {"{": 1, "}": -1}.get(raw[n], 0)
        if depth == 0 and (found := mark.match(raw, n)):
            yield raw[start:n]
            n = start = found.end()
            continue
        n += 1
    if raw[start:].strip():
        yield raw[start:]
