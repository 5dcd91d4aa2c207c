"""What somebody plants in a page does not run, even if it came past the checks of the text, and asks nobody for anything."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guide.build import BuildError, build

from ..conftest import copy_tiny
from .conftest import Opener, serve

SCRIPT = "(window.planted ??= []).push('a script')"
STRANGER = "https://stranger.invalid"
PLANTED = f"""
<script>{SCRIPT}</script>

<script src="data:text/javascript,(window.planted??=[]).push('a script in an address')"></script>

<script src="{STRANGER}/script.js"></script>

<img src="nowhere.png" alt="x" onerror="(window.planted ??= []).push('an image')">

<img src="{STRANGER}/counter.gif" alt="x">

<svg width="9" height="9" onload="(window.planted ??= []).push('a drawing')"></svg>

<iframe title="x" srcdoc="<script>(parent.planted ??= []).push('a frame')</script>"></iframe>

<link rel="stylesheet" href="{STRANGER}/styles.css">

<style>@import "{STRANGER}/more.css"; h1 {{ display: none }}</style>

<p style="position: fixed; inset: 0">over everything</p>

<form action="{STRANGER}/form"><button>Send</button></form>

[Press here](javascript:(window.planted??=[]).push(1))

</article></main><script>(window.planted ??= []).push('a script after the text')</script>
"""
POLICY = re.compile(r"<meta[^>]*Content-Security-Policy[^>]*>", re.I)


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tiny guide with a page in which all of it is planted."""
    guide = copy_tiny(tmp_path_factory.mktemp("planted"))
    page = guide / "docs" / "height.md"
    page.write_text(page.read_text() + PLANTED)
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


def _visit_and_press(page: Page, address: str) -> list[str]:
    """Open the page and press all that is planted to be pressed; return what of it ran."""
    page.goto(address)
    page.get_by_role("link", name="Press here").evaluate("link => link.click()")
    page.get_by_role("button", name="Send").evaluate("button => button.click()")
    page.evaluate("() => new Promise(done => setTimeout(done, 200))")
    ran: list[str] = page.evaluate("window.planted ?? []")
    return ran


def test_the_checks_refuse_such_a_page(guide: Path) -> None:
    with pytest.raises(BuildError, match=r"docs/height\.md"):
        build(guide, guide / "checked")
    assert not (guide / "checked").exists()


def test_nothing_of_it_runs_or_leaves_the_device(open_window: Opener, address: str) -> None:
    visit = open_window(quiet=False)
    assert _visit_and_press(visit.page, f"{address}height.html") == []
    assert visit.page.url == f"{address}height.html"
    assert [url for url in visit.strangers(address) if not url.startswith(("about:", "chrome-error:"))] == []
    expect(visit.page.locator("h1")).to_be_visible()
    expect(visit.page.get_by_text("over everything")).to_have_css("position", "static")
    # the guide's own script still works beside it
    visit.page.get_by_role("button", name="Dark", exact=True).click()
    expect(visit.page.locator("html")).to_have_attribute("data-look", "dark")


def test_without_the_policy_it_would_run(open_window: Opener, finished: Path, tmp_path: Path) -> None:
    text = (finished / "height.html").read_text()
    (tmp_path / "height.html").write_text(POLICY.sub("", text, count=1))
    page = open_window(quiet=False).page
    page.route(f"{STRANGER}/**", lambda route: route.abort())
    ran = _visit_and_press(page, f"{tmp_path.as_uri()}/height.html")
    assert set(map(str, ran)) >= {"a script", "an image", "a drawing", "1", "a script after the text"}


def test_the_policy_holds_no_hash_of_it(finished: Path) -> None:
    text = (finished / "height.html").read_text()
    (policy,) = POLICY.findall(text)
    assert "unsafe" not in policy
    for script in re.findall(r"<script>(.*?)</script>", text, re.S):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert (digest in policy) == ("planted" not in script), script
