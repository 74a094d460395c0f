"""The questions of a `::: questions` fence: what kind each is, told by braces above it or by its own shape."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, Literal, cast, get_args

from report.fault import Fault, Place, error, warning
from report.model import (
    Analysis,
    Block,
    Blocks,
    Choice,
    Drawn,
    Essay,
    Fill,
    Gap,
    Inlines,
    Level,
    List,
    Match,
    Option,
    Order,
    Paragraph,
    Question,
    Quote,
    Short,
    Table,
    Task,
    Text,
    Truth,
)
from report.script import digits
from report.source import attributes
from report.source.attributes import Attribute
from report.source.lines import Where
from report.source.nodes import Node

KINDS: Final = ("short", "choice", "choices", "truth", "match", "order", "gap", "source", "essay")
LEVELS: Final = tuple(level for level in get_args(Level) if level)
KEYS: Final = ("kind", "level", "points", "lines", "objective", "hint", "answer", "from", "count", "seed")
MOST: Final = {"points": 100, "lines": 60, "objective": 99, "count": 12}
"""The largest number each key may have; the smallest is 1, and 2 events are the fewest to put in order."""


@dataclass(slots=True)
class Keys:
    """The braces above a question, checked key by key (K240)."""

    faults: list[Fault]
    place: Place | None = None
    given: dict[str, str] = field(default_factory=dict[str, str])
    at: dict[str, Place] = field(default_factory=dict[str, Place])

    def take(self, item: Attribute, where: Where) -> None:
        """One key with its value, if both are known."""
        place, value = where.place(item.offset), item.value
        allowed = {"kind": KINDS, "level": LEVELS, "answer": ("true", "false"), "from": ("chronology",)}.get(item.key)
        if item.key not in KEYS or item.key in self.given:
            self.faults.append(error("K240", place, key=item.key, known=", ".join(KEYS)))
        elif allowed and value not in allowed:
            self.faults.append(
                error("K240", place, reason="value", key=item.key, value=value, allowed=", ".join(allowed))
            )
        elif item.key in MOST and not self._number(value, MOST[item.key]):
            self.faults.append(error("K240", place, reason="number", key=item.key, value=value, most=MOST[item.key]))
        else:
            self.given[item.key], self.at[item.key] = value, place

    def number(self, key: str) -> int:
        return int(digits.fold(self.given.get(key, "0")))

    @staticmethod
    def _number(value: str, most: int) -> bool:
        folded = digits.fold(value)
        return folded.isascii() and folded.isdigit() and 1 <= int(folded) <= most

    def hint(self) -> Inlines:
        return (Text(self.given["hint"], self.at["hint"]),) if "hint" in self.given else ()


def keys_of(node: Node, place: Place, faults: list[Fault]) -> Keys | None:
    """The keys of a line of braces that speaks of a question; None where it only names the block below."""
    parsed = attributes.parse(node.token.content, 0)
    if isinstance(parsed, attributes.Malformed) or all(item.key in "#." for item in parsed.attributes):
        return None
    where = Where(place.path, ((0, place.line, place.column),))
    keys = Keys(faults, place)
    for item in parsed.attributes:
        keys.take(item, where)
    if parsed.end < len(node.token.content):
        faults.append(error("K113", where.place(parsed.end), reason="after"))
    return keys


def question(id: str, number: int, place: Place, prompt: Blocks, answer: Blocks, keys: Keys) -> tuple[Question, bool]:
    """The question, and whether it must still be told that it has no answer (K209)."""
    prompt, task = _task(prompt, answer, keys, place)
    if isinstance(task, Essay) and task.rubric:
        answer = tuple(block for block in answer if block is not task.rubric)
        if not answer:
            keys.faults.append(warning("K255", place))
    elif isinstance(task, Analysis) and answer:
        answer = _in_parts(prompt, answer, keys)
    made = Question(
        id, number, prompt, answer, place, task,
        level=cast("Level", keys.given.get("level", "")), points=keys.number("points"),
        lines=keys.number("lines") or None, objective=keys.number("objective"), hint=keys.hint(),
    )  # fmt: skip
    holds = isinstance(task, Choice | Match | Order | Fill | Drawn) or (isinstance(task, Essay) and task.rubric)
    wrong = isinstance(task, Short) and keys.given.get("kind", "short") != "short"  # that has been told already
    return made, not (answer or holds or wrong)


def _task(prompt: Blocks, answer: Blocks, keys: Keys, place: Place) -> tuple[Blocks, Task]:
    if "from" in keys.given:
        return prompt, _drawn(keys, place)
    last = prompt[-1] if prompt else None
    kind = keys.given.get("kind") or _shape(last, prompt, keys)
    match kind:
        case "choice" | "choices":
            options = _options(last)
            _judge(options, kind == "choices", keys, place)
            return (prompt[:-1] if options else prompt), Choice(options, kind == "choices")
        case "truth":
            if "answer" not in keys.given:
                keys.faults.append(error("K246", place))
            return prompt, Truth(keys.given.get("answer") == "true")
        case "match":
            return _match(prompt, last, keys, place)
        case "order":
            return _order(prompt, last, keys, place)
        case "gap":
            if not gaps(prompt):
                keys.faults.append(error("K245", place, reason="none"))
            return prompt, Fill()
        case "source":
            if not any(isinstance(block, Quote) for block in prompt):
                keys.faults.append(error("K247", place))
            return prompt, Analysis()
        case "essay":
            return prompt, _essay(answer, keys, place)
        case _:
            return prompt, Short()


def _shape(last: Block | None, prompt: Blocks, keys: Keys) -> str:
    """The kind that needs no word: options with boxes, gaps, a statement that is true or false."""
    if _options(last):
        return "choice"
    if "answer" in keys.given:
        return "truth"
    return "gap" if gaps(prompt) else "short"


def gaps(blocks: Blocks) -> list[Gap]:
    """The gaps in paragraphs and lists of a prompt."""
    found: list[Gap] = []
    for block in blocks:
        match block:
            case Paragraph(children=children):
                found += _gaps(children)
            case List(items=items):
                found += [gap for item in items for gap in gaps(item)]
            case _:
                pass
    return found


def _gaps(inlines: Inlines) -> list[Gap]:
    found: list[Gap] = []
    for inline in inlines:
        if isinstance(inline, Gap):
            found.append(inline)
        elif children := getattr(inline, "children", ()):
            found += _gaps(cast("Inlines", children))
    return found


def _options(last: Block | None) -> tuple[Option, ...]:
    """The items of a list that all begin with `[x]` or `[ ]`."""
    if not isinstance(last, List) or last.start is not None:
        return ()
    found: list[Option] = []
    for item in last.items:
        first = _line(item)[:1]
        if not first or not isinstance(text := first[0], Text) or text.text[:4].lower() not in ("[x] ", "[ ] "):
            return ()
        words = replace(text, text=text.text[4:], place=replace(text.place, column=text.place.column + 4))
        found.append(Option((words, *_line(item)[1:]), text.text[1] != " "))
    return tuple(found)


def _judge(options: tuple[Option, ...], many: bool, keys: Keys, place: Place) -> None:
    """K241: too few options, none right, or more than one where one is asked."""
    right = sum(option.right for option in options)
    if len(options) < 2:
        keys.faults.append(error("K241", place, reason="options"))
    elif not right:
        keys.faults.append(error("K241", place, reason="none"))
    elif right > 1 and not many:
        keys.faults.append(error("K241", place, reason="many", count=right))


def _match(prompt: Blocks, last: Block | None, keys: Keys, place: Place) -> tuple[Blocks, Task]:
    """K242: no table of two columns and two rows or more, or a side that is missing."""
    if not isinstance(last, Table) or len(last.head) != 2 or len(last.rows) < 2:
        keys.faults.append(error("K242", place, reason="table"))
        return prompt, Short()
    for number, row in enumerate(last.rows, 1):
        if not all(cell.children for cell in row):
            keys.faults.append(error("K242", last.place, reason="side", row=number))
    return prompt[:-1], Match(tuple((row[0].children, row[1].children) for row in last.rows))


def _order(prompt: Blocks, last: Block | None, keys: Keys, place: Place) -> tuple[Blocks, Task]:
    items = tuple(_line(item) for item in last.items) if isinstance(last, List) and last.start is not None else ()
    if len(items) < 2 or not all(items):
        keys.faults.append(error("K243", place))
        return prompt, Short()
    return prompt[:-1], Order(items)


def _essay(answer: Blocks, keys: Keys, place: Place) -> Essay:
    """K248: neither rubric nor model answer, or a rubric whose points are not those of the question."""
    rubric = next((block for block in answer if isinstance(block, Table)), None)
    if rubric is None:
        keys.faults.append(error("K248", place, reason="rubric"))
        return Essay(None)
    points = [_points(row[-1].children) for row in rubric.rows]
    if keys.number("points") and sum(points) != keys.number("points"):
        total = keys.number("points")
        keys.faults.append(error("K248", rubric.place, reason="sum", sum=sum(points), points=total))
    return Essay(rubric)


def parts(prompt: Blocks) -> List | None:
    """The sub-questions of a source: the numbered list its prompt ends with."""
    last = prompt[-1] if prompt else None
    return last if isinstance(last, List) and last.start is not None else None


def _in_parts(prompt: Blocks, answer: Blocks, keys: Keys) -> Blocks:
    """The answers to the sub-questions as a numbered list; paragraphs, one for each, are taken for one. K254 where they are
    not as many."""
    asked = parts(prompt)
    if asked is None or len(asked.items) < 2:
        return answer
    given = parts(answer)
    items = given.items if given else tuple((block,) for block in answer)
    if len(items) != len(asked.items):
        place = given.place if given else answer[0].place
        keys.faults.append(error("K254", place, parts=len(asked.items), answers=len(items), first=asked.place))
    return answer if given else (List(1, items, answer[0].place),)


def _points(words: Inlines) -> int:
    text = digits.fold("".join(w.text for w in words if isinstance(w, Text)).strip())
    return int(text) if text.isascii() and text.isdigit() else 0


def _drawn(keys: Keys, place: Place) -> Drawn:
    kind = keys.given.get("kind", "order")
    if kind not in ("order", "truth"):
        keys.faults.append(error("K240", place, reason="value", key="kind", value=kind, allowed="order, truth"))
    count = max(keys.number("count") or 4, 2)
    return Drawn(cast("Literal['order', 'truth']", kind), count, keys.given.get("seed", ""))


def _line(item: Blocks) -> Inlines:
    """The words of an item that is one paragraph."""
    return item[0].children if len(item) == 1 and isinstance(item[0], Paragraph) else ()
