"""Sections → PDF by WeasyPrint 70, which is imported nowhere else."""

from report.pdf.press import Printed, cover_image, engine_starts, write

__all__ = ["Printed", "cover_image", "engine_starts", "write"]
