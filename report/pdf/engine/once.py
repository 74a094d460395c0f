"""Each right-to-left line is laid out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from weasyprint.formatting_structure import boxes


class _Unbounded(float):
    """The height a line may have before it is laid out: any, unless a float came to stand beside it meanwhile."""

    context: Any

    def __ge__(self, other: float) -> bool:
        return not self.context.excluded_shapes


def where_nothing_is_beside(upstream: Callable[..., Any]) -> Callable[..., Any]:
    """An avoid_collisions that lets a line without floats beside it be of any height.

    Upstream lays a line out again until its place no longer changes, and takes the width of the first trial, 0, for that
    of a right-to-left line: its place seems to have changed, and all the work is done twice.
    """

    @wraps(upstream)
    def avoid_collisions(context: Any, box: Any, containing_block: Any, outer: bool = True) -> Any:
        found = upstream(context, box, containing_block, outer)
        line: Any = box if isinstance(box, boxes.LineBox) else None
        if (
            line is not None
            and not context.excluded_shapes
            and not line.width
            and not line.height
            and containing_block.style["direction"] == "rtl"
        ):
            line.height = _Unbounded("inf")
            line.height.context = context
        return found

    return avoid_collisions
