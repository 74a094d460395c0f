"""Sections, and flash cards, → PDF by WeasyPrint 70, which is imported nowhere else."""

from report.pdf.cover import cover_image
from report.pdf.grid import GRIDS, PAPERS, Grid, Leaf, Sheets, grid
from report.pdf.press import Printed, engine_starts, flash_cards, load, write

__all__ = [
    "GRIDS", "PAPERS", "Grid", "Leaf", "Printed", "Sheets", "cover_image", "engine_starts", "flash_cards", "grid", "load",
    "write",
]  # fmt: skip
