"""The zip of an EPUB (OCF 3.3 §4): `mimetype` first and stored, the rest sorted, the same bytes for the same files."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MIMETYPE = "application/epub+zip"
_FIRST = 315_532_800  # 1980-01-01, where the clock of zip begins
_LAST = 4_354_819_198  # 2107-12-31 23:59:58, where it ends
_UNIX = 3
_MODE = 0o100644 << 16


def moment(modified: int) -> datetime:
    """Seconds since 1970 (UTC) as the moment stamped on every entry, held within what a zip can say."""
    return datetime.fromtimestamp(min(max(modified, _FIRST), _LAST), UTC)


def pack(files: Mapping[str, bytes], when: datetime) -> bytes:
    """The finished package of `files` by path inside it; `mimetype` is added here."""
    out = io.BytesIO()
    with ZipFile(out, "w") as package:
        _put(package, "mimetype", MIMETYPE.encode("ascii"), when, ZIP_STORED)
        for name in sorted(files):
            _put(package, name, files[name], when, ZIP_DEFLATED)
    return out.getvalue()


def _put(package: ZipFile, name: str, data: bytes, when: datetime, method: int) -> None:
    entry = ZipInfo(name, when.timetuple()[:6])
    entry.create_system, entry.external_attr, entry.compress_type = _UNIX, _MODE, method
    package.writestr(entry, data, compresslevel=6)
