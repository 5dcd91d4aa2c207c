"""What a contributor plants in a page does nothing; what the site itself brings along works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from guide.finish import write
from guide.finish.policy import add_policies
from guide.finish.site import read_site
from guide.finish.styles import inline_styles

from .conftest import serve

STRANGER = "https://stranger.example"
OURS = "rgb(1, 2, 3)"
HEAD = """<meta charset="utf-8"><title>Hostile</title><link rel="stylesheet" href="assets/guide.css">
<script>
  document.documentElement.dataset.ours = "inline";
  function planted(what) { document.documentElement.dataset[what] = "it ran"; }
</script><script src="assets/guide.js" defer></script>"""
PLANTED = f"""<p id="attribute" style="color: rgb(255, 0, 0)">x</p>
<style>#attribute {{ color: rgb(255, 0, 0) }}</style>
<script>planted("script")</script>
<img src="missing.png" alt="" onerror="planted('onerror')"><svg onload="planted('onload')"></svg>
<a id="link" href="javascript:planted('link')">a link</a>
<form action="javascript:planted('form')"><button id="send">send</button></form>
<script src="{STRANGER}/a.js"></script><img src="{STRANGER}/a.png" alt=""><iframe src="{STRANGER}/a.html"></iframe>
<link rel="stylesheet" href="{STRANGER}/a.css"><object data="{STRANGER}/a.pdf"></object>
<video src="{STRANGER}/a.mp4"></video></article><script>planted("closed")</script><article>"""
WAYS = {"script", "closed", "onload", "onerror", "link", "form"}
# The site's own script asks a stranger too, as a mistake in it would.
SCRIPT = f"""document.documentElement.dataset.loaded = "yes";
fetch("{STRANGER}/a.json").catch(() => {{ document.documentElement.dataset.fetch = "refused"; }});
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished site whose start page holds everything that must not work."""
    site = tmp_path_factory.mktemp("hostile")
    (site / "assets").mkdir()
    (site / "assets" / "guide.css").write_text(f"p {{ color: {OURS} }}")
    (site / "assets" / "guide.js").write_text(SCRIPT)
    for name, text in {"index": PLANTED, "404": "Not here"}.items():
        page = f"<!doctype html><html lang=en><head>{HEAD}</head><body><article>{text}</article></body></html>"
        (site / f"{name}.html").write_text(page)
    built = read_site(site)
    inline_styles(built)
    add_policies(built)
    write(built)
    return site


@pytest.fixture(params=["served", "on disk"])
def address(request: pytest.FixtureRequest, hostile: Path) -> Iterator[str]:
    if request.param == "served":
        with serve(hostile) as base:
            yield base
    else:
        yield f"{hostile.as_uri()}/"


@dataclass
class Outcome:
    """What became of the hostile page: the marks on its root, the colour of its text, the strangers it asked."""

    marks: dict[str, str]
    color: str
    asked: set[str]


def _meet(context: BrowserContext, address: str) -> Outcome:
    """Open the hostile page and use everything in it."""
    asked: set[str] = set()

    def answer(route: Route) -> None:
        asked.add(route.request.url.rpartition(".")[2])
        route.abort()

    context.route(f"{STRANGER}/**", answer)
    page = context.new_page()
    page.goto(f"{address}index.html")
    expect(page.locator("html")).to_have_attribute("data-fetch", "refused")
    for control in ("#link", "#send"):
        page.locator(control).press("Enter")
    marks = page.evaluate("({ ...document.documentElement.dataset })")
    return Outcome(marks, page.locator("#attribute").evaluate("it => getComputedStyle(it).color"), asked)


def test_ours_works_and_what_is_planted_does_not(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        outcome = _meet(context, address)
    assert outcome.marks == {"ours": "inline", "loaded": "yes", "fetch": "refused"}
    assert outcome.color == OURS
    assert outcome.asked == set()


def test_without_the_policy_it_would_have_worked(browser: Browser, address: str) -> None:
    with browser.new_context(bypass_csp=True) as context:
        outcome = _meet(context, address)
    ran = {mark for mark, value in outcome.marks.items() if value == "it ran"}
    # A browser sends a form when it finds time to: on a busy machine that may be after the look.
    assert WAYS - {"form"} <= ran <= WAYS
    assert outcome.color != OURS
    assert outcome.asked == {"js", "png", "html", "css", "pdf", "mp4", "json"}
