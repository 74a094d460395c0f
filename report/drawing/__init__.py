"""Text in drawings as outlines: right in every program that draws an SVG, whatever it knows of scripts or has of faces."""

from report.drawing.lines import Anchor, Unset, faces, label, outline, width

__all__ = ["Anchor", "Unset", "faces", "label", "outline", "width"]
