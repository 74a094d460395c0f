"""The fixed words kurrasa itself puts on a page («المحتويات», «الأهداف» …), one TOML file a language."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent
FALLBACK = "en"


def known() -> tuple[str, ...]:
    """Primary language subtags that have their own words."""
    return tuple(sorted(p.stem for p in _FOLDER.glob("*.toml")))


def has(language: str) -> bool:
    """Whether a BCP 47 tag has words of its own."""
    return language.split("-")[0].lower() in known()


@cache
def labels(language: str) -> dict[str, str]:
    """Words for a BCP 47 tag; English where the language has none (the build warns of that, K413)."""
    primary = language.split("-")[0].lower()
    path = _FOLDER / f"{primary if has(language) else FALLBACK}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
