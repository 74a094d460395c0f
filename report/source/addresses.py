"""Addresses of links: as typed inside the booklet, percent-encoded and punycoded for the web (RFC 3986, RFC 3492)."""

from __future__ import annotations

import re

from markdown_it.common.normalize_url import normalizeLink

from report.script import slugs

_WEB = re.compile(r"https?://|mailto:", re.IGNORECASE)


def address(href: str) -> str:
    """The address a link leads to. What is neither inside nor of the web stays as it is, for the checker to refuse."""
    if href.startswith("#"):
        return "#" + slugs.slug(" ".join(href[1:].split()))
    if not _WEB.match(href):
        return href
    try:
        return normalizeLink(href)
    except (ValueError, UnicodeError):
        return href
