"""markdown-it's flat list of block tokens as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token


@dataclass(slots=True)
class Node:
    """An opening or single token, with what stands before its closing one."""

    token: Token
    children: list[Node] = field(default_factory=list["Node"])

    @property
    def kind(self) -> str:
        return self.token.type.removesuffix("_open")


def tree(tokens: list[Token]) -> list[Node]:
    """The top nodes of a list of tokens."""
    top: list[Node] = []
    open_lists = [top]
    for token in tokens:
        if token.nesting < 0:
            open_lists.pop()
            continue
        node = Node(token)
        open_lists[-1].append(node)
        if token.nesting > 0:
            open_lists.append(node.children)
    return top


def every(nodes: list[Node]) -> Iterator[Node]:
    """All nodes, parents before children, in reading order."""
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.children))
