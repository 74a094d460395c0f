"""The timeline on a page of any colour, by day, by night and on sepia.

Its ground goes, and its marks become a stencil through which the text's own colour shows. A reader that knows
no stencils shows the picture itself: in one grey, which is read on white (4.6:1) and on black (4.6:1).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable

from report.epub.tree import Element, by_class
from report.theme import Theme

_GREY = "#757575"
_STENCILS = "(mask-mode: alpha) and (color: color-mix(in srgb, red, red))"
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


def stencils(documents: Iterable[Element], accent: str) -> str:
    """Make each timeline its own stencil, and give the rules for it: one each, so that none is a block of colour whose
    stencil is lost. Readers give pictures other addresses, so a class tells them apart. The colour is a picture too, since
    readers take colours off backgrounds at night. Every document and the sheet stand one folder down."""
    figures = (figure for root in documents for figure in by_class(root, "timeline"))
    rules: dict[str, str] = {}
    for image in (image for figure in figures for image in figure.iter("img")):
        path = image.get("src", "")
        name = f"stencil-{list(rules).index(path) + 1 if path in rules else len(rules) + 1}"
        image.set("class", name)
        colour = f"color-mix(in srgb, currentColor 80%, {accent})"
        rules[path] = (
            f".{name} {{ object-position: -200em 0; background: linear-gradient({colour}, {colour}); "
            f"mask: url({path}) center / contain no-repeat; }}"
        )
    return f"@supports {_STENCILS} {{\n" + "\n".join(rules.values()) + "\n}" if rules else ""
