"""The list of a file's pages, made once.

The engine asks for it whenever a link or a structure element names its page, and pydyf makes it anew each time: the cost
of a file grew by the square of its pages.
"""

from __future__ import annotations

from functools import wraps
from typing import Any


def listed_once(upstream: property) -> property:
    """A PDF.page_references that is made again only when pages were added."""
    listed: Any = upstream.fget

    @wraps(listed)
    def page_references(pdf: Any) -> tuple[bytes, ...]:
        count = len(pdf.pages["Kids"])
        if getattr(pdf, "_kurrasa_pages", (-1, ()))[0] != count:
            pdf._kurrasa_pages = count, listed(pdf)
        return pdf._kurrasa_pages[1]

    return property(page_references)
