"""From the start page a reader reaches every page, and nothing goes wrong or leaves the device."""

from __future__ import annotations

from urllib.parse import urldefrag

from guide.content import read_guide

from ..conftest import ROOT
from .conftest import Visit


def _links(visit: Visit, base: str) -> set[str]:
    found = visit.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    pages = {urldefrag(link)[0] for link in found if link.startswith(base)}
    return {page for page in pages if page.endswith((".html", "/"))}  # the open data is a download


def test_every_page_is_reached_by_following_links(visit: Visit, base: str) -> None:
    waiting, seen = [f"{base}index.html"], set[str]()
    while waiting:
        address = waiting.pop()
        seen.add(address)
        visit.page.goto(address)
        assert visit.page.locator("h1").count() == 1, address
        waiting += sorted(_links(visit, base) - seen - set(waiting))
    assert {page.replace(".md", ".html") for page in read_guide(ROOT).pages} <= {url.removeprefix(base) for url in seen}
    assert visit.complaints == []
    assert visit.strangers(base) == []


def test_the_first_phone_screen_answers_four_questions(visit: Visit, base: str) -> None:
    visit.page.goto(f"{base}index.html")
    ways = visit.page.locator("article .ways li")
    assert ways.count() == 4
    for way in ways.all():
        box = way.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 844, way.inner_text()
