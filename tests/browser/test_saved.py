"""After one visit the whole guide opens with no connection, and never older than it was seen."""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect

from guide.finish.worker import list_files

from .conftest import SUB_PATH, Opener, eventually

# How long a page may take in these tests before the saved one is shown, and how long a slow server takes; in seconds.
PATIENCE, SLOW = 0.4, 2.0
DAY = 86_400


class _Handler(SimpleHTTPRequestHandler):
    """A server that can be cut off, or slow."""

    server: _Server

    def do_GET(self) -> None:
        if self.server.is_cut:
            self.close_connection = True
            return
        if self.server.is_slow and "assets/" not in self.path:
            time.sleep(SLOW)
        self.server.asked.append(self.path.removeprefix(f"/{SUB_PATH}/"))
        super().do_GET()

    def end_headers(self) -> None:
        """Let the browser keep nothing of its own: what is shown when the server is cut off comes from the worker."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    is_cut = is_slow = False

    def __init__(self, top: Path) -> None:
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(top)))

    def handle_error(self, *_args: object) -> None:
        pass


@dataclass
class Place:
    """A site on a server of its own, which a test may change."""

    site: Path
    server: _Server

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/{SUB_PATH}/"

    def change(self, name: str, words: str, days: int) -> None:
        """Put words under the title of a page, as if it had been changed so many days from now."""
        path = self.site / name
        text = re.sub("(<p class=test>.*?</p>)?(?=<p class=review>)", "", path.read_text(), count=1)
        path.write_text(text.replace("<p class=review>", f"<p class=test>{words}</p><p class=review>", 1))
        os.utime(path, (time.time() + days * DAY,) * 2)

    def publish(self) -> None:
        list_files(self.site)


@pytest.fixture
def place(site: Path, tmp_path: Path) -> Iterator[Place]:
    folder = tmp_path / SUB_PATH
    shutil.copytree(site, folder)
    worker = folder / "worker.js"
    worker.write_text(worker.read_text().replace("PATIENCE = 3000", f"PATIENCE = {PATIENCE * 1000:g}"))
    list_files(folder)
    with _Server(tmp_path) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Place(folder, server)
        server.shutdown()


@pytest.fixture
def page(open_window: Opener) -> Page:
    return open_window(worker=True, quiet=False).page


STATE = "navigator.serviceWorker.getRegistration().then(one => one?.active?.state)"
CACHES = "caches.keys()"
SAVED = "This is the copy that your device saved on"


def visit(page: Page, place: Place, name: str = "index.html") -> None:
    """Open a page, and wait until the guide is kept."""
    page.goto(place.address + name)
    eventually(page, STATE, "activated", within=30)


def update(page: Page) -> None:
    """Let the browser look for a new version, and wait until it has taken over."""
    page.evaluate(
        """async () => { window.kept = await navigator.serviceWorker.getRegistration(); window.before = kept.active;
        await kept.update(); }"""
    )
    eventually(page, "kept.active !== before && kept.active.state", "activated", within=30)


def is_asked(page: Page, place: Place, name: str) -> None:
    """Wait until somebody has asked the server for a file."""
    end = time.monotonic() + 30
    while name not in place.server.asked:
        assert time.monotonic() < end, f"nobody asked for {name}"
        page.wait_for_timeout(20)


def devtools(page: Page, command: str, **values: str | int | bool) -> None:
    page.context.new_cdp_session(page).send(command, values)


def test_pages_never_opened_open_without_a_connection(page: Page, place: Place) -> None:
    visit(page, place)
    assert SAVED not in page.content()
    place.server.is_cut = True
    for path in sorted(place.site.glob("*.html")):
        if path.name not in {"404.html", "index.html"}:
            page.goto(place.address + path.name)
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            assert SAVED not in page.content()
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("numb")
    expect(page.get_by_role("search").locator("ol a").first).to_be_visible()
    for name in ("index.html", "", "?from=mail#short-version"):
        page.goto(place.address + name)
        expect(page.get_by_role("status").filter(has_text=SAVED)).to_be_visible()


def test_a_slow_answer_is_not_waited_for_but_kept(page: Page, place: Place) -> None:
    visit(page, place)
    place.change("risks.html", "New words.", days=1)
    place.server.is_slow = True
    before = time.monotonic()
    page.goto(f"{place.address}risks.html", wait_until="commit")
    assert PATIENCE <= time.monotonic() - before < SLOW
    assert "New words." not in page.content()
    kept = f"caches.match('{place.address}risks.html').then(it => it.text()).then(it => it.includes('New words.'))"
    eventually(page, kept, value=True)


def test_what_was_seen_is_what_is_saved(page: Page, place: Place) -> None:
    visit(page, place)
    place.change("risks.html", "New words.", days=1)
    page.goto(f"{place.address}risks.html")
    expect(page.locator("article")).to_contain_text("New words.")
    place.change("risks.html", "Old words.", days=-9)  # a server that lags behind
    page.goto(f"{place.address}risks.html")
    expect(page.locator("article")).to_contain_text("New words.")
    place.server.is_cut = True
    page.goto(f"{place.address}risks.html")
    expect(page.locator("article")).to_contain_text("New words.")


def test_a_new_version_takes_over_and_keeps_what_is_newer(page: Page, place: Place) -> None:
    visit(page, place)
    first = page.evaluate(CACHES)
    place.change("risks.html", "New words.", days=2)
    visit(page, place, "risks.html")
    place.change("risks.html", "Old words.", days=1)
    place.change("faq.html", "Other words.", days=1)
    (place.site / "about.html").unlink()
    place.publish()
    page.evaluate("caches.open('another site')")
    update(page)
    second = page.evaluate(CACHES)
    assert len(first) == 1
    assert len(second) == 2
    assert first[0] not in second
    assert "another site" in second
    place.server.is_cut = True
    for name, words in (("risks.html", "New words."), ("faq.html", "Other words.")):
        page.goto(place.address + name)
        expect(page.locator("article")).to_contain_text(words)
    with pytest.raises(Error):
        page.goto(f"{place.address}about.html")


GIVEN_UP = "navigator.serviceWorker.getRegistration().then(it => !it || !(it.installing || it.waiting || it.active))"


def test_half_an_install_leaves_nothing(page: Page, place: Place) -> None:
    (place.site / "faq.html").unlink()
    page.goto(place.address)
    is_asked(page, place, "faq.html")
    eventually(page, GIVEN_UP, value=True)
    assert page.evaluate(CACHES) == []
    page.goto(f"{place.address}risks.html")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_no_room_to_install(page: Page, place: Place) -> None:
    page.goto(f"{place.address}404.html")
    devtools(page, "Storage.overrideQuotaForOrigin", origin=place.address.rsplit("/", 2)[0], quotaSize=50_000)
    page.goto(f"{place.address}offline.html")
    page.get_by_role("button", name="Keep the guide").click()
    expect(page.get_by_role("status")).to_contain_text("That did not work.")
    eventually(page, GIVEN_UP, value=True)
    assert page.evaluate(CACHES) == []


def test_no_room_for_a_newer_page(page: Page, place: Place) -> None:
    """Then the older one goes, so that it is never shown after the newer one."""
    visit(page, place)
    devtools(page, "Storage.overrideQuotaForOrigin", origin=place.address.rsplit("/", 2)[0], quotaSize=1)
    place.change("risks.html", "New words." * 9000, days=1)
    page.goto(f"{place.address}risks.html")
    expect(page.locator("article")).to_contain_text("New words.")
    place.server.is_cut = True
    page.goto(f"{place.address}faq.html")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    with pytest.raises(Error):
        page.goto(f"{place.address}risks.html")


def test_who_saves_data_is_asked(page: Page, place: Place) -> None:
    devtools(page, "Emulation.setDataSaverOverride", dataSaverEnabled=True)
    page.goto(place.address)
    page.goto(f"{place.address}offline.html")
    assert page.evaluate("navigator.connection.saveData")
    button = page.get_by_role("button", name=re.compile(r"^Keep the guide on this device \(0\.\d MB\)$"))
    expect(button).to_be_visible()
    assert "worker.js" not in place.server.asked
    button.click()
    expect(page.get_by_role("status")).to_have_text("Kept. All pages now open with no connection.")
    assert len(page.evaluate(CACHES)) == 1
    page.reload()
    page.get_by_role("button", name="Remove it from this device").click()
    expect(page.get_by_role("status")).to_have_text("Removed. Pages now need a connection.")
    assert page.evaluate(CACHES) == []
    page.goto(place.address)
    page.goto(f"{place.address}offline.html")
    expect(button).to_be_visible()
    assert page.evaluate(CACHES) == []


def test_who_has_removed_it_is_left_alone(page: Page, place: Place) -> None:
    visit(page, place, "offline.html")
    page.get_by_role("button", name="Remove it from this device").click()
    expect(page.get_by_role("button", name="Keep the guide on this device")).to_be_visible()
    page.goto(place.address)
    page.goto(f"{place.address}offline.html")
    expect(page.get_by_role("button", name="Keep the guide on this device")).to_be_visible()
    assert page.evaluate(CACHES) == []
    place.server.is_cut = True
    with pytest.raises(Error):
        page.goto(place.address)


def test_from_the_disk_nothing_is_registered(open_window: Opener, on_disk: str) -> None:
    visit = open_window(worker=True)
    visit.page.goto(f"{on_disk}offline.html")
    expect(visit.page.get_by_role("button", name="Menu")).to_be_visible()
    expect(visit.page.get_by_role("button", name="Keep the guide")).to_have_count(0)
    assert not [url for url in visit.requests if "keep.js" in url or "worker.js" in url]
