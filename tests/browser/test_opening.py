"""What stands on the first screen is seen before the rest of a page has come, and does not move when it comes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .conftest import Opener, Quiet, Server

# Everything that moved by itself, as parts of the window: where it was and where it is, in pixels.
MOVED = """() => new Promise((done) => {
  const moved = [];
  new PerformanceObserver((list) => {
    for (const { sources } of list.getEntries()) {
      for (const { node, previousRect, currentRect } of sources) {
        moved.push([node?.className || node?.nodeName, previousRect.y, currentRect.y]);
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(moved), 300);
})"""
# The buttons of the header take the place of a link: they come with the script, at its end of the line.
BUTTONS = "tools"


class _Halting(Quiet):
    """Sends a page up to its script, waits for a sign, and sends the rest."""

    def __init__(self, sign: threading.Event, *args: object, **options: object) -> None:
        self.sign = sign
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802
        path = Path(self.translate_path(self.path))
        if path.suffix != ".html":
            return super().do_GET()
        first, script, rest = path.read_bytes().partition(b"<script defer")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(first)
        self.sign.wait(20)
        self.wfile.write(script + rest)
        return None


@pytest.fixture
def halting(site: Path) -> Iterator[tuple[str, threading.Event]]:
    """The address of the site on such a server, and the sign."""
    sign = threading.Event()
    with Server(("127.0.0.1", 0), partial(_Halting, sign, directory=site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", sign
        server.shutdown()


@pytest.mark.parametrize(("name", "width"), [("benefits.html", 390), ("faq.html", 390), ("options.html", 1280)])
def test_the_first_screen_comes_first_and_stays(
    open_window: Opener, halting: tuple[str, threading.Event], name: str, width: int
) -> None:
    address, sign = halting
    page = open_window(width).page
    page.goto(f"{address}{name}", wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("article > p, article > section").last).to_be_visible()
    assert page.locator("footer").count() == 0
    sign.set()
    expect(page.locator("footer")).to_be_attached()
    page.wait_for_load_state()
    assert [one for one in page.evaluate(MOVED) if one[0] != BUTTONS] == []
