"""The LaTeX that stands in BibTeX files, as plain text: accents, letters, dashes, quotation marks, groups.

Accents and letters are those of LaTeX's own encodings (The LaTeX Companion, 3rd ed., tables 9.1 and 9.2).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

_ACCENTS: Final = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
_LETTERS: Final = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
    "i": "ı", "j": "ȷ", "th": "þ", "TH": "Þ", "dh": "ð", "DH": "Ð", "ng": "ŋ", "NG": "Ŋ", "ldots": "…", "dots": "…",
    "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
    "textquotedblright": "”", "textasciitilde": "~", "textbackslash": "\\", "S": "§", "P": "¶", "copyright": "©",
}  # fmt: skip
_SET: Final = {
    "emph", "textit", "textbf", "textsc", "textup", "textrm", "textsf", "texttt", "textnormal", "mbox", "text", "url",
    "em", "it", "bf", "sc", "rm", "itshape", "bfseries", "scshape", "normalfont", "noopsort", "protect", "relax",
}  # fmt: skip
_SIGNS: Final = {
    "&": "&",
    "%": "%",
    "$": "$",
    "#": "#",
    "_": "_",
    "{": "{",
    "}": "}",
    " ": " ",
    ",": "\u202f",
    "-": "",
    "/": "",
}
_LIGATURES: Final = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"))
_COMMAND: Final = re.compile(r"\\([A-Za-z]+|.)[ \t\n]*", re.DOTALL)
_BARE = r"(?:\\([ij])(?![A-Za-z])\s*|([^\W\d_]))"
_ACCENTED: Final = re.compile(rf"\{{\s*{_BARE}\s*\}}|{_BARE}")

Unknown = Callable[[int, str], None]
"""Told of a command that is not known: its offset, and the command."""


def plain(text: str, unknown: Unknown) -> str:
    """Text without LaTeX's commands and braces, white space as one space, in NFC.

    >>> plain(r"Jos\\'{e} \\emph{\\c{C}elik} 4--9~f", lambda *_: None)
    'José Çelik 4–9\\xa0f'
    """
    out: list[str] = []
    at = 0
    while at < len(text):
        if text[at] == "\\":
            at = _command(text, at, out, unknown)
            continue
        if text[at] == "$":
            unknown(at, "$")
        elif ligature := next((pair for pair in _LIGATURES if text.startswith(pair[0], at)), None):
            out.append(ligature[1])
            at += len(ligature[0])
            continue
        elif text[at] not in "{}":
            out.append("\u00a0" if text[at] == "~" else text[at])
        at += 1
    return re.sub(r"[ \t\n]+", " ", unicodedata.normalize("NFC", "".join(out)))


def _command(text: str, at: int, out: list[str], unknown: Unknown) -> int:
    """Write one command; where it ends."""
    found = _COMMAND.match(text, at)
    if found is None:
        unknown(at, "\\")
        return at + 1
    name = found[1]
    accented = _ACCENTED.match(text, found.end())
    if name in _ACCENTS and accented:
        letter = next(filter(None, accented.groups()))
        out.append(letter + _ACCENTS[name])
        return accented.end()
    if name in _LETTERS:
        out.append(_LETTERS[name])
        return found.end()
    if name in _SIGNS:
        out.append(_SIGNS[name])
        return at + 2
    if name not in _SET:
        unknown(at, "\\" + name)
    return found.end()
