"""The zip: order, times, and the same bytes whatever the order the files came in."""

from __future__ import annotations

import io
import zipfile

import pytest

from report.epub import container


def infos(data: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert book.testzip() is None
        return book.infolist()


def test_mimetype_is_first_stored_and_bare() -> None:
    data = container.pack({"a": b"1"}, container.moment(1_000_000_000))
    assert data[:4] == b"PK\3\4"
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    first, second = infos(data)
    assert (first.compress_type, second.compress_type) == (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    assert (first.extra, second.extra, first.create_system) == (b"", b"", 3)
    assert second.external_attr >> 16 == 0o100644


def test_order_of_arrival_does_not_matter() -> None:
    when = container.moment(1_000_000_000)
    names = ["EPUB/b", "META-INF/container.xml", "EPUB/a"]
    one = container.pack({n: n.encode() * 99 for n in names}, when)
    two = container.pack({n: n.encode() * 99 for n in reversed(names)}, when)
    assert one == two
    assert [i.filename for i in infos(one)] == ["mimetype", "EPUB/a", "EPUB/b", "META-INF/container.xml"]


@pytest.mark.parametrize(
    ("modified", "shown"),
    [
        (-5, "1980-01-01T00:00:00"),
        (315_532_800, "1980-01-01T00:00:00"),
        (1_700_000_000, "2023-11-14T22:13:20"),
        (10**12, "2107-12-31T23:59:58"),
    ],
)
def test_times_stay_within_what_a_zip_can_say(modified: int, shown: str) -> None:
    when = container.moment(modified)
    assert when.isoformat() == f"{shown}+00:00"
    assert {i.date_time for i in infos(container.pack({"a": b""}, when))} == {when.timetuple()[:6]}
