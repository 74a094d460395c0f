"""The house's typographic rules for prose: what may be mended safely, and what only a person can decide.

Rules N1–N17 are the project's own (docs/normalising.md). A stretch comes with a mask: what is no prose is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from report.script import languages
from report.script.typing_rules import BOTH, LETTERS, MARKS, RULES, UNTOLD, Rule, spaced

__all__ = ["RULES", "SYNTAX", "UNTOLD", "Change", "Finding", "Mended", "Rule", "findings", "mend"]

SYNTAX: Final = "\ue000"
"""Stands in a mask for a character that is not prose: markup, code, another language. A private-use character, so that a
text that holds one itself is merely left alone there."""

_PASSES = 12


@dataclass(frozen=True, slots=True)
class Change:
    """What one rule does at an offset of the text as it was given; offsets of later passes are led back to it."""

    rule: str
    offset: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a person must decide: `what` is the text itself."""

    kind: str
    offset: int
    what: str


@dataclass(frozen=True, slots=True)
class Mended:
    """`cells[i]` is what the code point i of the text given has become: itself, nothing, or others."""

    cells: tuple[str, ...]
    changes: tuple[Change, ...]

    @property
    def text(self) -> str:
        return "".join(self.cells)


_PROTECTED = re.compile(
    r"^\[[ xX]\](?= )"  # the box of a choice
    r"|﴿[^﴿﴾]*﴾"  # scripture has its own spelling
    r"|(?:https?://|www\.|mailto:)[^\s\ue000<>«»]*[^\s\ue000<>«».,،؛;:!?؟)\]]"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
    r"|\b\w+(?:\.\w+)+\b"
    r"|(?<![\d٠-٩۰-۹])[\d٠-٩۰-۹]+(?:[.,:/٫٬-][\d٠-٩۰-۹]+)+"
    r'|[A-Za-z](?:[!#-~ ]*[A-Za-z0-9+#%])?'
)  # fmt: skip
_TECHNICAL: Final = re.compile(r"[A-Za-z\d٠-٩۰-۹@﴿]|\.\w|^\[")
"""Of this something stands in all that is protected; most stretches are plain words, for which to look for more takes long."""
_UNSAFE: Final[tuple[tuple[str, re.Pattern[str], frozenset[str], tuple[str, ...]], ...]] = (
    ("range", re.compile(r"(?<![\d٠-٩۰-۹-])[\d٠-٩۰-۹]+-[\d٠-٩۰-۹]+(?![\d٠-٩۰-۹-])"), frozenset(), ("-",)),
    ("ratio", re.compile(r"(?<=[\d٠-٩۰-۹])[ \u00a0]+:[ \u00a0]*(?=[\d٠-٩۰-۹])"), frozenset(), spaced(":")),
    ("dots", re.compile(r"\.{3,}|،{3,}|؛{3,}"), frozenset(), ("...", "،،،", "؛؛؛")),
    ("letter", re.compile("[یک]"), frozenset({"ar"}), ("ی", "ک")),
    ("prefix", re.compile(f"(?<![{LETTERS}{MARKS}\u200c])ن?می (?=[{LETTERS}])"), frozenset({"fa"}), ("می ",)),
)
"""What to tell, where it stands, whose it is (blank: of all Arabic script), and of what one stands in each such stretch."""


def mend(text: str, tag: str, mask: str | None = None) -> Mended:
    """The text by the safe rules of its language. `mask` is as long as the text, SYNTAX where it is no prose."""
    rules, mask = _rules(tag), mask or text
    if not _has_work(mask, tag):
        return Mended(tuple(text), ())
    work = _Work(text, _protect(text, mask, _PROTECTED))
    for _ in range(_PASSES):
        before = work.seen
        for rule in rules:
            work.apply(rule)
        _quotes(work, tag)
        if work.seen == before:
            break
    return Mended(work.cells(), tuple(work.changes))


@cache
def _rules(tag: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.holds(tag))


def _has_work(mask: str, tag: str) -> bool:
    """Three stretches in four have none."""
    signs, searching = _asked(tag)
    for sign in signs:
        if sign in mask:
            return True
    return any(rule.may_match(mask) for rule in searching)


@cache
def _asked(tag: str) -> tuple[tuple[str, ...], tuple[Rule, ...]]:
    """The signs of a language's rules, the quotation mark of N7 among them, and the rules that look themselves."""
    rules = _rules(tag)
    signs = {sign for rule in rules for sign in rule.signs} | ({'"'} if rules else set())
    return tuple(sorted(signs)), tuple(rule for rule in rules if not rule.signs)


def findings(text: str, tag: str, mask: str | None = None) -> Iterator[Finding]:
    """What stands in the text and only a person can decide, after the safe rules are thought of as applied."""
    language, mask = languages.find(tag), mask or text
    if language.script not in BOTH:
        return
    links = ""
    for kind, pattern, only, signs in _UNSAFE:
        own = languages.primary(tag) in only or (not only and language.script == "Arab")
        if own and any(sign in mask for sign in signs):
            links = links or _protect(text, mask, _LINKS)
            for match in pattern.finditer(links):
                what = match[0].strip()
                yield Finding(kind, match.start() + match[0].index(what), what)
    if '"' in mask:
        work = _Work(text, _protect(text, mask, _PROTECTED))
        for rule in RULES:
            if rule.id == "N7" and rule.holds(tag):
                work.apply(rule)
        if '"' in work.seen and _pairs(work.seen) is None:
            yield Finding("quotes", work.origin[work.seen.index('"')], '"')


_LINKS = re.compile(
    r"﴿[^﴿﴾]*﴾|(?:https?://|www\.|mailto:)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\d٠-٩۰-۹])[\d٠-٩۰-۹]+-[\d٠-٩۰-۹]+-[\d٠-٩۰-۹-]+"
    r"|[A-Za-z](?:[!#-~ ]*[A-Za-z0-9+#%])?"
)  # fmt: skip


def _protect(text: str, mask: str, tokens: re.Pattern[str]) -> str:
    matches = list(tokens.finditer(mask)) if _TECHNICAL.search(mask) else []
    if not matches:
        return mask
    seen = list(mask)
    for match in matches:
        if not (match[0].isalpha() and not match[0].isascii()):
            seen[match.start() : match.end()] = SYNTAX * len(match[0])
    assert len(seen) == len(text)
    return "".join(seen)


class _Work:
    """A text being mended: `seen` is its masked form, `real` the text, `origin` where each code point came from."""

    def __init__(self, text: str, seen: str) -> None:
        self.length = len(text)
        self.real, self.seen = text, seen
        self.origin = list(range(len(text)))
        self.changes: list[Change] = []

    def apply(self, rule: Rule) -> None:
        if not rule.may_match(self.seen):
            return
        found = [(m.start(), m.end(), self._becomes(rule, m)) for m in rule.pattern.finditer(self.seen)]
        self.put(rule.id, [item for item in found if self.seen[item[0] : item[1]] != item[2]])

    @staticmethod
    def _becomes(rule: Rule, match: re.Match[str]) -> str:
        return match.expand(rule.becomes) if isinstance(rule.becomes, str) else rule.becomes(match)

    def put(self, rule: str, found: list[tuple[int, int, str]]) -> None:
        """Puts new words for what stands from start to end: prose, not empty, in ascending order. One pass."""
        if not found:
            return
        real, seen, origin, done = list[str](), list[str](), list[int](), 0
        for start, end, new in [*found, (len(self.seen), len(self.seen), "")]:
            real += (self.real[done:start], new)
            seen += (self.seen[done:start], new)
            came = self.origin[start:end]
            origin += self.origin[done:start]
            origin += [came[min(index, len(came) - 1)] for index in range(len(new))]
            if came:
                self.changes.append(Change(rule, came[0], self.seen[start:end], new))
            done = end
        self.real, self.seen, self.origin = "".join(real), "".join(seen), origin

    def cells(self) -> tuple[str, ...]:
        if not self.changes:
            return tuple(self.real)
        cells = [""] * self.length
        for character, origin in zip(self.real, self.origin, strict=True):
            cells[origin] += character
        return tuple(cells)


_OPENS = frozenset(" \t\n\u00a0([{«“‘–—:،")
_CLOSES = frozenset(" \t\n\u00a0)]}»”’–—.،؛:؟!,;?")


_STRAIGHT = re.compile('"')


def _pairs(seen: str) -> list[tuple[int, int]] | None:
    """Straight quotes that stand as opening and closing by turns; None if any of them does not."""
    marks = [match.start() for match in _STRAIGHT.finditer(seen)]
    if len(marks) % 2:
        return None
    pairs = list(zip(marks[::2], marks[1::2], strict=True))
    for first, last in pairs:
        before, after = seen[first - 1 : first], seen[last + 1 : last + 2]
        inside = seen[first + 1 : last]
        outside = (not before or before in _OPENS or before == SYNTAX) and (
            not after or after in _CLOSES or after == SYNTAX
        )
        if not (outside and inside and not inside[0].isspace() and not inside[-1].isspace()):
            return None
    return pairs


def _quotes(work: _Work, tag: str) -> None:
    """N7: pairs become the language's marks, the inner ones where outer ones are open."""
    pairs = _pairs(work.seen)
    if not pairs:
        return
    outer_open, outer_close, inner_open, inner_close = languages.find(tag).quotes
    depth = done = 0
    found: list[tuple[int, int, str]] = []
    for first, last in pairs:
        if outer_open != outer_close:
            depth += work.seen.count(outer_open, done, first) - work.seen.count(outer_close, done, first)
        done = first
        opening, closing = (inner_open, inner_close) if depth > 0 else (outer_open, outer_close)
        found += ((first, first + 1, opening), (last, last + 1, closing))
    work.put("N7", found)
