"""The site works where GitHub Pages puts it: below `/name/`, for the project and for a copy of another name.

The server here answers as GitHub Pages does: letters count as they are written, `/page` is `/page.html`, and what is
not there gets the site's 404 page, at whatever depth.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import requests
from lxml import html

from guide.build import build

from .conftest import copy_tiny

UPSTREAM = "cryoablation-guide"
TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json"}


class Pages(ThreadingHTTPServer):
    """Serves a folder below a name, as GitHub Pages does."""

    daemon_threads = True

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder, self.prefix = folder, f"/{name}/" if name else "/"
        # A list, because some disks find a file whatever the size of its letters.
        self.files = {path for path in folder.rglob("*") if path.is_file()}
        self.home = f"http://127.0.0.1:{self.server_port}{self.prefix}"

    def find(self, path: str) -> tuple[int, Path | None]:
        """Return the status and the file of a path; outside the name there is nothing of this site."""
        if not path.startswith(self.prefix):
            return 404, None
        name = path.removeprefix(self.prefix) or "index.html"
        for candidate in (self.folder / name, self.folder / f"{name}.html"):
            if candidate in self.files:
                return 200, candidate
        return 404, self.folder / "404.html"


class Handler(BaseHTTPRequestHandler):
    server: Pages

    def do_GET(self) -> None:
        status, file = self.server.find(unquote(urlsplit(self.path).path))
        body = file.read_bytes() if file else b"another site"
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(file.suffix if file else "", "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def published(folder: Path, name: str) -> Iterator[str]:
    with Pages(folder, name) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server.home
        server.shutdown()


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The tiny guide, published under two names: that of a copy, and none (a site for a whole account)."""
    sites = {}
    for name, address in (("b-charity.copy", "https://b.github.io/b-charity.copy/"), ("", "https://b.github.io/")):
        guide = copy_tiny(tmp_path_factory.mktemp("copy"))
        settings = guide / "mkdocs.yml"
        text = re.sub(
            r"^site_url: .*$", "site_url: !ENV [SITE_URL, https://example.org/]", settings.read_text(), flags=re.M
        )
        settings.write_text(text)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", address)
            sites[name] = build(guide)
    return sites


@pytest.fixture(params=[UPSTREAM, "b-charity.copy", ""], ids=["upstream", "copy", "account"])
def home(request: pytest.FixtureRequest, site: Path, copies: dict[str, Path]) -> Iterator[str]:
    """The address of the start page, for the project, for a copy and for the site of an account."""
    with published(site if request.param == UPSTREAM else copies[request.param], request.param) as address:
        yield address


def get(address: str) -> requests.Response:
    return requests.get(address, timeout=20, allow_redirects=False)


def asked(page: requests.Response) -> set[str]:
    """Every address that a page asks for or leads to on its own host, as a browser resolves it."""
    tree = html.document_fromstring(page.content)
    written = tree.xpath("//a/@href | //img/@src | //script/@src | //link[@rel='icon' or @rel='stylesheet']/@href")
    whole = (urljoin(page.url, str(address)).partition("#")[0] for address in written)
    return {address for address in whole if urlsplit(address).netloc == urlsplit(page.url).netloc}


def title(page: requests.Response) -> str:
    return str(html.document_fromstring(page.content).xpath("string(//h1)")).strip()


def test_every_page_asks_only_for_what_is_there(home: str) -> None:
    waiting, seen = [home], set[str]()
    while waiting:
        address = waiting.pop()
        seen.add(address)
        page = get(address)
        assert page.status_code == 200, address
        if page.headers["Content-Type"].startswith("text/html"):
            assert all(one.startswith(home) for one in asked(page))
            waiting += asked(page) - seen - set(waiting)
    assert len(seen) > 6


@pytest.mark.parametrize("path", ["gone", "gone.html", "a/b/c/gone.html", "a/b/", "faq.html/gone", "FAQ.html", "Faq"])
def test_what_is_not_there_gets_a_page_that_leads_back(home: str, path: str) -> None:
    page = get(home + path)
    assert (page.status_code, title(page)) == (404, "We cannot find that page")
    addresses = asked(page) - {page.url}
    assert len(addresses) > 3
    assert [address for address in sorted(addresses) if get(address).status_code != 200] == []


def test_a_page_without_its_ending_is_the_same_page_and_its_links_work(home: str) -> None:
    whole, short = get(f"{home}faq.html"), get(f"{home}faq")
    assert (short.status_code, short.content) == (200, whole.content)
    own = {short.url, whole.url}
    assert asked(short) - own == asked(whole) - own


def test_a_page_says_its_published_address(home: str) -> None:
    page = html.document_fromstring(get(f"{home}faq.html").content)
    canonical = str(page.xpath("string(//link[@rel='canonical']/@href)"))
    assert canonical.startswith("https://")
    assert urlsplit(canonical).path == urlsplit(f"{home}faq.html").path


def test_outside_its_name_there_is_nothing_of_it(site: Path) -> None:
    with published(site, UPSTREAM) as home:
        assert get(urljoin(home, "/faq.html")).text == "another site"
