"""A small web server that sends files as a good host does: gzip level 6, cacheable, over lasting connections."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

LEVEL = 6
PACKED = ("text/", "image/svg", "application/json", "application/xml", "application/javascript")


@cache
def content(path: Path) -> tuple[str, bytes]:
    """Return the type of a file and its bytes as they are sent."""
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    data = path.read_bytes()
    return kind, gzip.compress(data, LEVEL, mtime=0) if kind.startswith(PACKED) else data


@dataclass(frozen=True)
class Answer:
    """A file that a browser asked for: its address below the server, its type and its bytes as sent."""

    path: str
    kind: str
    size: int

    @property
    def counts(self) -> bool:
        """Tell whether this is anything but a figure or the icon."""
        return not self.kind.startswith("image/")


@dataclass
class Server:
    """A running server: its address, the folders it shows by their first name, and what it sent."""

    address: str = ""
    folders: dict[str, Path] = field(default_factory=dict)
    sent: list[Answer] = field(default_factory=list)

    def answer(self, address: str) -> tuple[int, str, bytes]:
        """Return status, type and bytes for an address, and remember them."""
        path = unquote(urlsplit(address).path).lstrip("/")
        first, _, rest = path.partition("/")
        file = self.folders.get(first, Path("nowhere")) / rest
        status, (kind, data) = (200, content(file)) if file.is_file() else (404, ("text/plain", b"not found"))
        self.sent.append(Answer(path, kind, len(data)))
        return status, kind, data

    def take(self) -> list[Answer]:
        """Return what counts of all that was sent since the last call."""
        sent, self.sent = self.sent, []
        return [answer for answer in sent if answer.counts]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a browser keeps its connections open
    request_queue_size = 64


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body leave in one go
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            """Send a file."""
            status, kind, data = server.answer(self.path)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "max-age=600")
            if data.startswith(b"\x1f\x8b"):
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_arguments: object) -> None:
            """Keep the terminal for the table."""

    return Handler


@contextmanager
def serve() -> Iterator[Server]:
    """Run a server on this computer while the block lasts."""
    server = Server()
    with _Server(("127.0.0.1", 0), _handler(server)) as running:
        server.address = f"http://127.0.0.1:{running.server_port}/"
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield server
        running.shutdown()
