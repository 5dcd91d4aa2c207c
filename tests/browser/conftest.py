"""A real browser, and the site as readers meet it: from a server under a sub-path and from the disk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from guide.browser import HELP, arguments, find

SUB_PATH = "cryoablation-guide"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Keep the test report free of a line for each request."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    assert path, HELP
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=path, args=arguments())
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site on a server, below a sub-path as on GitHub Pages."""
    top = tmp_path_factory.mktemp("server")
    (top / SUB_PATH).symlink_to(site)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(top))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
        server.shutdown()


@pytest.fixture(scope="session")
def on_disk(site: Path) -> str:
    return f"{site.as_uri()}/"


@dataclass
class Visit:
    """A browser window that remembers everything it was asked to fetch and everything that went wrong."""

    context: BrowserContext
    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))

    def strangers(self, base: str) -> list[str]:
        """Return the requests that left the site."""
        return [url for url in self.requests if not url.startswith((base, "data:"))]


@pytest.fixture(params=["served", "on_disk"])
def base(request: pytest.FixtureRequest) -> str:
    """The site's address: first on a server, then on the disk."""
    address = request.getfixturevalue(request.param)
    assert isinstance(address, str)
    return address


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    seen = Visit(context, context.new_page())
    seen.watch()
    yield seen
    context.close()
