"""The test stand: the site, built once into a temporary folder, on a server, with a browser in front of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import html
from playwright.sync_api import Browser, Page, sync_playwright

from bench.copies import LONG_LISTS, copy_guide, make_site
from bench.server import Server, content, serve
from guide.browser import HELP, arguments, find
from guide.finish.site import HOME

# A phone on a slow network, as in the bounds: 150 ms there and back, 1.6 Mbit/s down, a quarter of this CPU.
PHONE = {"width": 390, "height": 844}
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
CPU = 4
GUIDE = "guide"


@dataclass
class Stand:
    """Everything a measurement needs."""

    root: Path
    temp: Path
    server: Server
    browser: Browser

    @property
    def site(self) -> Path:
        """Return the folder of the finished site."""
        return self.server.folders[GUIDE]

    def address(self, name: str, folder: str = GUIDE) -> str:
        """Return the address of a page."""
        return f"{self.server.address}{folder}/{name}"

    @cached_property
    def trees(self) -> dict[str, html.HtmlElement]:
        """Return the trees of the finished pages, by name."""
        paths = sorted(self.site.rglob("*.html"))
        texts = {path.relative_to(self.site).as_posix(): path.read_text(encoding="utf-8") for path in paths}
        return {name: html.document_fromstring(text) for name, text in texts.items()}

    def by_weight(self, *, lists: bool = False) -> list[str]:
        """Return the pages that are meant to be read (or else the long lists), the heaviest HTML last."""
        names = [name for name in self.trees if (Path(name).stem in LONG_LISTS) == lists]
        return sorted(names, key=lambda name: len(content(self.site / name)[1]))

    def in_order(self) -> list[str]:
        """Return the names of the pages as the menu lists them, which is how they are meant to be read."""
        return [str(name) for name in self.trees[HOME].xpath("//nav[@id='pages']//a/@href")]

    @contextmanager
    def phone(self, *, slow: bool = False) -> Iterator[Page]:
        """Open a browser window with an empty cache."""
        # What keeps the guide for later fetches all of it, behind the page that is measured here.
        context = self.browser.new_context(
            viewport={"width": PHONE["width"], "height": PHONE["height"]}, service_workers="block"
        )
        page = context.new_page()
        if slow:
            control = context.new_cdp_session(page)
            control.send("Network.enable")
            control.send("Network.emulateNetworkConditions", NETWORK)
            control.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
        yield page
        context.close()


@contextmanager
def stand(root: Path) -> Iterator[Stand]:
    """Build the guide and set everything up. Raises LookupError when there is no browser."""
    path = find()
    if not path:
        raise LookupError(HELP)
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as folder, serve() as server, sync_playwright() as play:
        temp = Path(folder)
        guide = copy_guide(root, temp / "guide")
        make_site(guide, SITE_URL=f"https://example.org/{GUIDE}/")
        server.folders[GUIDE] = guide / "site"
        browser = play.chromium.launch(executable_path=path, args=arguments())
        yield Stand(root, temp, server, browser)
        browser.close()
