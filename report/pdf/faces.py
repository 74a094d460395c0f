"""A private fontconfig: the engine sees the shipped faces and the theme's own, never what the machine has installed."""

from __future__ import annotations

import atexit
import os
import tempfile
from collections.abc import Iterable
from html import escape
from pathlib import Path

_ROOM = tempfile.TemporaryDirectory(prefix="kurrasa-fonts-")
atexit.register(_ROOM.cleanup)


def use(folders: Iterable[Path]) -> None:
    """Make these folders the only fonts of this process.

    fontconfig reads FONTCONFIG_FILE each time a configuration is made, so this must run before WeasyPrint is imported
    and before each FontConfiguration. Without the usual rule files there are no synthetic bold or slanted faces.
    """
    dirs = "".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders)
    cache = escape(str(Path(_ROOM.name) / "cache"))
    path = Path(_ROOM.name) / "fonts.conf"
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig>{dirs}<cachedir>{cache}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    os.environ["FONTCONFIG_FILE"] = str(path)
