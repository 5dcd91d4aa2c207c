"""Bytes and requests of every page, as a real browser asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playwright.sync_api import Page

from bench.sections import read_rows, titles_words
from bench.server import Answer
from bench.stand import Stand
from bench.table import Figure, at_most

PAGE, LONG_LIST, REQUESTS, ONE_SEARCH, FIVE_PAGES = 14_600, 26_000, 3, 40_000, 80_000

BLOCKING = """() => performance.getEntriesByType("resource")
  .filter((entry) => entry.renderBlockingStatus === "blocking").map((entry) => entry.name)"""


@dataclass(frozen=True)
class Visit:
    """What one page cost: files on load, files more for a search, and what should not be there."""

    name: str
    load: list[Answer]
    search: list[Answer]
    blocking: list[str]
    strangers: list[str]

    @property
    def bytes(self) -> int:
        """Return the bytes of the page."""
        return size(self.load)

    @property
    def with_search(self) -> int:
        """Return the bytes of the page and one search."""
        return self.bytes + size(self.search)


def size(answers: Sequence[Answer]) -> int:
    """Return the bytes that were sent."""
    return sum(answer.size for answer in answers)


def search_for(page: Page, query: str) -> None:
    """Search as a reader does, and wait for the first result."""
    page.keyboard.press("/")
    page.locator("#search input").fill(query)
    page.locator("#search ol a").first.wait_for()
    page.wait_for_load_state("networkidle")


def visit(ours: Stand, name: str, query: str) -> Visit:
    """Open a page with an empty cache, then search once."""
    asked: list[str] = []
    with ours.phone() as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(ours.address(name), wait_until="networkidle")
        load, blocking = ours.server.take(), page.evaluate(BLOCKING)
        search_for(page, query)
        strangers = [url for url in asked if not url.startswith((ours.server.address, "data:", "blob:"))]
        return Visit(name, load, ours.server.take(), blocking, strangers)


def walk(ours: Stand, names: Sequence[str], query: str) -> int:
    """Return the bytes of several pages in one window, then one search; what is cached is not sent again."""
    with ours.phone() as page:
        for name in names:
            page.goto(ours.address(name), wait_until="networkidle")
        search_for(page, query)
        return size(ours.server.take())


def _worst(visits: Sequence[Visit], kind: str, bound: int) -> Iterator[Figure]:
    worst = max(visits, key=lambda one: one.bytes)
    busiest = max(visits, key=lambda one: len(one.load))
    yield at_most(f"{kind}, cold", worst.bytes, bound, f"  {worst.name}")
    yield at_most(f"{kind}, cold: requests", len(busiest.load), REQUESTS, f"  {busiest.name}")


def _names(found: Sequence[str]) -> str:
    """Return what was found, shortened to file names."""
    return f"  {', '.join(sorted({url.rpartition('/')[2] for url in found}))}" if found else ""


def _each(visits: Sequence[Visit], bound: int) -> Iterator[Figure]:
    """Yield a row for every page."""
    for one in sorted(visits, key=lambda one: one.bytes, reverse=True):
        more = f"  {len(one.load)} requests; {one.with_search:,} with a search"
        yield at_most(f"  {one.name}", one.bytes, bound, more)


def measure(ours: Stand) -> Iterator[Figure]:
    """Yield the weight of the site."""
    query = titles_words(read_rows(ours.trees), 1)[0]
    ours.server.take()
    pages = [visit(ours, name, query) for name in ours.by_weight()]
    lists = [visit(ours, name, query) for name in ours.by_weight(lists=True)]
    yield from _worst(pages, "any page", PAGE)
    if lists:
        yield from _worst(lists, "a long list", LONG_LIST)
    heavy = sorted(pages, key=lambda one: one.bytes, reverse=True)
    yield at_most("a page and one search", heavy[0].with_search, ONE_SEARCH, f"  {heavy[0].name}")
    five = {"the first": ours.in_order()[:5], "the heaviest": [one.name for one in heavy[:5]]}
    for which, names in five.items():
        yield at_most(f"five pages, {which}, and one search", walk(ours, names, query), FIVE_PAGES)
    blocking = max((one.blocking for one in pages + lists), key=len)
    yield at_most("render-blocking requests of a page", len(blocking), 0, _names(blocking))
    strangers = [url for one in pages + lists for url in one.strangers]
    yield at_most("requests to other hosts, all pages", len(strangers), 0, _names(strangers))
    yield from _each(pages, PAGE)
    yield from _each(lists, LONG_LIST)
