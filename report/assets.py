"""Where the themes, fonts and built-in booklets lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """The folder that holds styles/, fonts/ and content/."""
    shipped = _PACKAGE / "_data"
    return shipped if shipped.is_dir() else _PACKAGE.parent


def styles() -> Path:
    return root() / "styles"


def fonts() -> Path:
    return root() / "fonts"


def builtin_booklet() -> Path:
    return root() / "content" / "iran-hostage-crisis"
