"""A copy of a site that everybody may read, and a server that shows it below its sub-path, as on the web."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

THIS_COMPUTER = "127.0.0.1"


class _Handler(SimpleHTTPRequestHandler):
    """Answers quickly and quietly, and tells linkchecker that it need not wait between two requests."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 1 << 16

    def end_headers(self) -> None:
        """Add the line that linkchecker looks for."""
        self.send_header("LinkChecker", "welcome")
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        """Say nothing of each request."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_args: object) -> None:
        """Say nothing when the other side hangs up."""


def _open(folder: Path) -> None:
    """Let everybody read a folder: linkchecker, started by root, goes on as `nobody`."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)


@contextmanager
def copied(folder: Path, sub_path: str) -> Iterator[Path]:
    """Copy a site below a new folder, at its sub-path; yield the new folder, which is removed afterwards."""
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        shutil.copytree(folder, top / sub_path.strip("/"), symlinks=True, dirs_exist_ok=True)
        _open(top)
        yield top


@contextmanager
def served(top: Path) -> Iterator[str]:
    """Serve a folder on this computer; yield the address of its top, without the last slash."""
    with _Server((THIS_COMPUTER, 0), partial(_Handler, directory=str(top))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{THIS_COMPUTER}:{server.server_port}"
        server.shutdown()
