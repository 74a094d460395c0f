"""Running heads and folios are artifacts: upstream tags them as content, and a screen reader would read each of them.

ISO 14289-1 §7.1 and §7.8 (real content is tagged, running matter is /Artifact of type /Pagination).
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes

IN_MARGIN = "kurrasa_in_margin"  # an attribute of ours on the engine's boxes
_PAGINATION = pydyf.Dictionary({"Type": "/Pagination"})


def marked_or_artifact(upstream: Any) -> Any:
    """A Stream.marked that writes an artifact for boxes inside a page's margins."""

    def marked(stream: Any, box: Any, tag: str) -> AbstractContextManager[None]:
        return _artifact(stream) if getattr(box, IN_MARGIN, False) else upstream(stream, box, tag)

    return marked


@contextmanager
def _artifact(stream: Any) -> Generator[None]:
    if stream._tags is not None:
        pydyf.Stream.begin_marked_content(stream, "Artifact", _PAGINATION)
    try:
        yield
    finally:
        if stream._tags is not None:
            pydyf.Stream.end_marked_content(stream)


def tree_without_margins(upstream: Any) -> Any:
    """A _build_box_tree that gives no elements for margin boxes, whose text was never tagged."""

    def build(box: Any, *rest: Any) -> Iterator[Any]:
        return iter(()) if isinstance(box, boxes.MarginBox) else upstream(box, *rest)

    return build


def page_with_margins_known(upstream: Any) -> Any:
    """A draw_page that first tells every text box of the margins where it stands."""

    def draw(page: Any, stream: Any) -> None:
        for child in page.children:
            if isinstance(child, boxes.MarginBox):
                for inner in child.descendants():
                    setattr(inner, IN_MARGIN, True)
        upstream(page, stream)

    return draw
