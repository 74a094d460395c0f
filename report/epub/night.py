"""The timeline on a page of any colour, by day, by night and on sepia: without its ground, and in one grey, which is read
on white (4.6:1) and on black (4.6:1).

It is no stencil (CSS `mask`) in the colour of the text: where a reader takes its files from a disk, masks are of another
origin (CSS Masking 1 §7.4), and the figure would be gone.
"""

from __future__ import annotations

import base64
import re

from report.epub.tree import Element, by_class
from report.theme import Theme

_GREY = "#757575"
_DATA = "data:image/svg+xml;base64,"


def loosen(root: Element, theme: Theme) -> None:
    """Take ground and colours out of the timelines of a section, in place, while they are still data."""
    for picture in (image for figure in by_class(root, "timeline") for image in figure.iter("img")):
        if (source := picture.get("src", "")).startswith(_DATA):
            svg = _loose(base64.b64decode(source.removeprefix(_DATA)).decode(), theme)
            picture.set("src", _DATA + base64.b64encode(svg.encode()).decode())


def _loose(svg: str, theme: Theme) -> str:
    paper, rule = theme.token("paper"), theme.token("rule")
    svg = re.sub(rf'<rect [^>]*fill="{re.escape(paper)}"/>', "", svg, count=1).replace(f'fill="{paper}"', 'fill="none"')
    svg = svg.replace(f'stroke="{rule}"', f'stroke="{_GREY}" stroke-opacity="0.6"')
    for name in ("ink", "quiet", "accent"):
        svg = svg.replace(f'"{theme.token(name)}"', f'"{_GREY}"')
    return svg
