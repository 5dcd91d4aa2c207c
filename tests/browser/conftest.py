"""A real browser, and the site as readers meet it: from a server under a sub-path and from the disk."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from guide.browser import HELP, arguments, find

SUB_PATH = "cryoablation-guide"
# So many milliseconds the browser may take for what a test expects of it: a busy machine is slow.
expect.set_options(timeout=20_000)
# What a browser says of a request that it gave up itself, because the reader went on to another page.
GIVEN_UP = "net::ERR_ABORTED"

# What Playwright says when it blocks the worker that keeps the guide on the device.
NO_WORKER = "Service Worker registration blocked by Playwright"

# Where the page of offline reading tells how a browser keeps the guide. Its button comes a moment after the page.
KEEP = "#keep + p"
# Whether a page is wider than the window.
SIDEWAYS = "() => document.documentElement.scrollWidth > innerWidth"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Keep the test report free of a line for each request."""


class Server(ThreadingHTTPServer):
    def handle_error(self, *_args: object) -> None:
        """Keep quiet about a browser that hangs up, because the reader went on to another page."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    assert path, HELP
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=path, args=arguments())
        yield chromium
        chromium.close()


def eventually(page: Page, expression: str, value: object, *, within: float = 10) -> None:
    """Wait until an expression has a value in a page; fail after some seconds.

    Playwright's own `wait_for_function` does not serve: from its second look on it evaluates a string inside the
    page, which the policy of the guide forbids. So it works only where there is nothing to wait for.
    """
    end = time.monotonic() + within
    while (found := page.evaluate(expression)) != value:
        assert time.monotonic() < end, f"{expression} is {found!r}, not {value!r}"
        time.sleep(0.05)


def open_whole(page: Page, address: str) -> None:
    """Open a page, and wait until all of it is there."""
    page.goto(address)
    if page.locator(KEEP).count():
        page.locator(f"{KEEP} + p button").wait_for()


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Give the address of a site on a server, below a sub-path as on GitHub Pages."""
    with tempfile.TemporaryDirectory() as top:
        (Path(top) / SUB_PATH).symlink_to(site.resolve())
        with Server(("127.0.0.1", 0), partial(Quiet, directory=top)) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
            server.shutdown()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def on_disk(site: Path) -> str:
    return f"{site.as_uri()}/"


@pytest.fixture(scope="session")
def names(site: Path) -> list[str]:
    """The names of all pages, the one for wrong addresses too."""
    return sorted(path.name for path in site.glob("*.html"))


@dataclass
class Visit:
    """A browser window that remembers everything it was asked to fetch and everything that went wrong."""

    context: BrowserContext
    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.context.on("requestfailed", self._failed)
        self.context.on("console", self._said)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _failed(self, request: Request) -> None:
        if request.failure != GIVEN_UP:
            self.complaints.append(f"failed: {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.text != NO_WORKER:
            self.complaints.append(message.text)

    def strangers(self, base: str) -> list[str]:
        """Return the requests that left the site."""
        return [url for url in self.requests if not url.startswith((base, "data:"))]


@pytest.fixture(params=["served", "on_disk"])
def base(request: pytest.FixtureRequest) -> str:
    """The site's address: first on a server, then on the disk."""
    address = request.getfixturevalue(request.param)
    assert isinstance(address, str)
    return address


# Opens a window; its arguments are those of `open_window` below.
Opener = Callable[..., Visit]


@pytest.fixture
def open_window(browser: Browser) -> Iterator[Opener]:
    """Opens windows of a phone's size; after the test each must have stayed on this machine and without a complaint."""
    opened: list[Visit] = []

    def opener(
        width: int = 390,
        *,
        script: bool = True,
        look: Literal["light", "dark"] = "light",
        touch: bool = False,
        quiet: bool = True,
        worker: bool = False,
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 844},
            java_script_enabled=script,
            color_scheme=look,
            has_touch=touch,
            reduced_motion="reduce",  # a smooth scroll would have to be waited for
            service_workers="allow" if worker else "block",  # or each test would fetch the whole guide
        )
        visit = Visit(context, context.new_page())
        visit.watch()
        if quiet:
            opened.append(visit)
        return visit

    yield opener
    for context in browser.contexts:
        context.close()
    for visit in opened:
        assert visit.complaints == []
        assert [url for url in visit.requests if not url.startswith(("http://127.0.0.1:", "file:", "data:"))] == []


@pytest.fixture
def visit(open_window: Opener) -> Visit:
    return open_window()


@pytest.fixture
def without_script(open_window: Opener) -> Visit:
    return open_window(script=False)
