"""What an element looks like: colours, size, leading, weight, slant; and how well one colour stands out from another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.fault import Place

Colour = tuple[float, float, float, float]
BLACK, WHITE, CLEAR = (0.0, 0.0, 0.0, 1.0), (1.0, 1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Look:
    """`size` is in parts of the reader's own, `leading` in parts of the size, 0 if the reader chooses it; `ground` is the
    colour beneath, white unless the book paints."""

    colour: Colour = BLACK
    ground: Colour = WHITE
    size: float = 1.0
    bold: bool = False
    slanted: bool = False
    hidden: bool = False
    place: Place | None = None  # of the declaration the colour comes from
    leading: float = 0.0
    sized: Place | None = None  # of the declarations size and leading come from
    led: Place | None = None


def over(top: Sequence[float], below: Colour) -> Colour:
    """What is seen when `top` lies over an opaque colour."""
    alpha = top[3]
    red, green, blue = (t * alpha + b * (1 - alpha) for t, b in zip(top[:3], below[:3], strict=True))
    return red, green, blue, 1.0


def contrast(one: Colour, other: Colour) -> float:
    """1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
