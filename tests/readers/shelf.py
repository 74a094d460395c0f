"""Books and reading systems over loopback, and a book opened in one of them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

HERE = Path(__file__).resolve().parent
READY = HERE / "node_modules" / "ready"
READERS = ("foliate", "epubjs")
PHONE = (390, 600)


class _Handler(SimpleHTTPRequestHandler):
    """The readers' files from this folder; books from memory."""

    def __init__(self, *given: Any, books: dict[str, bytes]) -> None:
        self.books = books
        super().__init__(*given, directory=str(HERE))

    def do_GET(self) -> None:
        data = self.books.get(self.path.removeprefix("/books/"))
        if data is None:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/epub+zip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is told."""


class Shelf:
    """Serves books by name at `address`, 127.0.0.1 only."""

    def __init__(self, port: int, books: dict[str, bytes]) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.books = books

    def put(self, name: str, data: bytes) -> str:
        self.books[name] = data
        return f"/books/{name}"


@contextmanager
def served() -> Iterator[Shelf]:
    """A shelf as long as it is needed."""
    books: dict[str, bytes] = {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, books=books))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Shelf(server.server_address[1], books)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Reader:
    """A reading system with one book open; `about` is what it says of the book."""

    def __init__(self, browser: Browser, shelf: Shelf, engine: str, size: tuple[int, int] = PHONE) -> None:
        self.page: Page = browser.new_page(viewport={"width": size[0], "height": size[1]})
        self.width = size[0]
        self.page.goto(f"{shelf.address}/{engine}.html")
        self.page.wait_for_function("window.reader")
        self.about: dict[str, Any] = {}

    def open(self, address: str) -> Reader:
        self.about = self.call("open", address)
        return self

    def call(self, name: str, *values: object) -> Any:
        """Ask reader.NAME(values…) and wait for what it answers."""
        return self.page.evaluate("([name, values]) => reader[name](...values)", [name, list(values)])

    def settled(self, name: str, tries: int = 50) -> Any:
        """The same for a place on the page, which is -1 while a reader is still laying the page out."""
        answer = self.call(name)
        while tries and answer == -1:
            self.page.wait_for_timeout(100)
            answer, tries = self.call(name), tries - 1
        return answer

    def close(self) -> None:
        self.page.close()
