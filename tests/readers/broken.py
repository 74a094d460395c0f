"""Copies of a book with one thing taken away."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable


def changed(book: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The book with every file passed through `change(name, data)`; order and storing stay."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as good, zipfile.ZipFile(out, "w") as bad:
        for entry in good.infolist():
            bad.writestr(entry, change(entry.filename, good.read(entry)))
    assert out.getvalue() != book
    return out.getvalue()


def without(book: bytes, ending: str, *words: bytes) -> bytes:
    """The book without certain words in the files of an ending; they must have been there."""
    touched: list[str] = []

    def change(name: str, data: bytes) -> bytes:
        if name.endswith(ending):
            for word in words:
                touched.extend([name] if word in data else [])
                data = data.replace(word, b"")
        return data

    broken = changed(book, change)
    assert touched, (ending, words)
    return broken
