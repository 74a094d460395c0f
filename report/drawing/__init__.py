"""Text in drawings as outlines: right in every program that draws an SVG, whatever it knows of scripts or has of faces."""

from report.drawing.lines import Anchor, Unset, faces, label, outline, width
from report.drawing.pictures import Hand, outlined, unfit

__all__ = ["Anchor", "Hand", "Unset", "faces", "label", "outline", "outlined", "unfit", "width"]
