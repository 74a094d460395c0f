"""Links as they are tagged: one annotation for each stretch of a link on a line, none for what stands inside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.formatting_structure import boxes


def without_inner(upstream: Callable[..., None]) -> Callable[..., None]:
    """A gather_anchors that keeps no link for an inline box whose link is only its parent's."""

    def gather(box: Any, anchors: Any, links: list[Any], *rest: Any) -> None:
        upstream(box, anchors, links, *rest)
        links[:] = [link for link in links if link[3].link or not isinstance(link[3], boxes.InlineBox)]

    return gather
