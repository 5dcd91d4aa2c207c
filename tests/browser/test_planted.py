"""What somebody plants in a page does not run, even if it came past the checks of the text, and asks nobody for anything."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import Page, expect

from guide.build import BuildError, build

from ..conftest import copy_tiny
from .conftest import Opener, serve

# STRANGER stands for the address of another server, which writes down all that it is asked for.
PLANTED = """
<script>(window.planted ??= []).push('a script')</script>

<script src="data:text/javascript,(window.planted??=[]).push('a script in an address')"></script>

<script src="STRANGER/script.js"></script>

<img src="nowhere.png" alt="x" onerror="(window.planted ??= []).push('an image')">

<img src="STRANGER/counter.gif" alt="x">

<svg width="9" height="9" onload="(window.planted ??= []).push('a drawing')"></svg>

<iframe title="x" srcdoc="<script>(parent.planted ??= []).push('a frame')</script>"></iframe>

<link rel="stylesheet" href="STRANGER/styles.css">

<object data="STRANGER/sheet.pdf"></object>

<video src="STRANGER/film.mp4"></video>

<style>@import "STRANGER/more.css"; h1 { display: none }</style>

<p style="position: fixed; inset: 0">over everything</p>

<form action="STRANGER/form"><button>Send</button></form>

[Press here](javascript:(window.planted??=[]).push(1))

</article></main><script>(window.planted ??= []).push(2)</script>
"""
# The same at the top of a page, out of the place where the theme writes it.
CODED = '"></title><script>(window.planted ??= []).push(`the FIELD`)</script>'
# Lets all short timers of the page run: only so can one see that nothing happens.
LINGER = "() => new Promise(done => setTimeout(done, 300))"
ASK = "address => fetch(`${address}/list.json`, { mode: 'no-cors' }).then(() => 'answered', () => 'refused')"
POLICY = re.compile(r"<meta[^>]*Content-Security-Policy[^>]*>", re.I)


class Stranger(ThreadingHTTPServer):
    """Another server; it remembers what it was asked for."""

    asked: ClassVar[list[str]] = []


class _Notebook(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Write down what is asked for; there is nothing here."""
        Stranger.asked.append(self.path.partition("?")[0])
        self.send_error(404)

    def log_message(self, *_args: object) -> None:
        """Keep the test report free of a line for each request."""


@pytest.fixture(scope="module")
def stranger() -> Iterator[str]:
    with Stranger(("127.0.0.1", 0), _Notebook) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def guide(stranger: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tiny guide with a page in which all of it is planted."""
    guide = copy_tiny(tmp_path_factory.mktemp("planted"))
    page = guide / "docs" / "height.md"
    text = page.read_text()
    for field in ("title", "description", "status"):
        text = re.sub(f"^{field}: (.*)$", rf"{field}: '\1{CODED.replace('FIELD', field)}'", text, count=1, flags=re.M)
    page.write_text(text + PLANTED.replace("STRANGER", stranger))
    return guide


@pytest.fixture(scope="module")
def finished(guide: Path) -> Path:
    """The site of that guide, built and finished without the checks that would have refused it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "planted"]
    subprocess.run(command, cwd=guide, capture_output=True, check=True)
    return guide / "planted"


@pytest.fixture(params=["served", "on disk"])
def address(request: pytest.FixtureRequest, finished: Path) -> Iterator[str]:
    if request.param == "on disk":
        yield f"{finished.as_uri()}/"
        return
    with serve(finished) as served:
        yield served


ALL = {"a script", "a script in an address", "an image", "a drawing", "a frame", "1", "2"}
ASKED = ["script.js", "counter.gif", "styles.css", "more.css", "form", "sheet.pdf", "film.mp4"]
ALL |= {"the title", "the description", "the status"}


def _visit(page: Page, address: str) -> set[str]:
    """Open the page and press the link; return what of the planted code ran."""
    Stranger.asked.clear()
    page.goto(address)
    page.get_by_role("link", name="Press here").evaluate("link => link.click()")
    page.evaluate(LINGER)
    return set(map(str, page.evaluate("window.planted ?? []")))


def _send(page: Page) -> None:
    """Press the planted button."""
    page.get_by_role("button", name="Send").evaluate("button => button.click()")
    page.wait_for_timeout(500)  # nothing is to happen, so there is nothing to wait for


def test_the_checks_refuse_such_a_page(guide: Path) -> None:
    with pytest.raises(BuildError, match=r"docs/height\.md"):
        build(guide, guide / "checked")
    assert not (guide / "checked").exists()


def test_nothing_of_it_runs_or_leaves_the_device(open_window: Opener, address: str, stranger: str) -> None:
    page = open_window(quiet=False).page  # the browser complains of each thing that it refused
    assert _visit(page, f"{address}height.html") == set()
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_text("over everything")).to_have_css("position", "static")
    # the guide's own script still works beside it
    page.get_by_role("button", name="Dark", exact=True).click()
    expect(page.locator("html")).to_have_attribute("data-look", "dark")
    _send(page)
    assert page.url == f"{address}height.html"
    assert page.evaluate(ASK, stranger) == "refused"  # nor would the guide's own script, by mistake
    assert Stranger.asked == []


def test_without_the_policy_it_would_run(open_window: Opener, finished: Path, tmp_path: Path, stranger: str) -> None:
    text = (finished / "height.html").read_text()
    (tmp_path / "height.html").write_text(POLICY.sub("", text, count=1))
    page = open_window(quiet=False).page
    assert _visit(page, f"{tmp_path.as_uri()}/height.html") == ALL
    _send(page)
    assert page.evaluate(ASK, stranger) == "answered"
    assert set(Stranger.asked) > {f"/{name}" for name in ASKED}


def test_the_policy_holds_no_hash_of_it(finished: Path) -> None:
    text = (finished / "height.html").read_text()
    (policy,) = POLICY.findall(text)
    assert "unsafe" not in policy
    for script in re.findall(r"<script>(.*?)</script>", text, re.S):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert (digest in policy) == ("planted" not in script), script
