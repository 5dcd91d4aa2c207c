"""The copies open from the disk with the network cut, wherever somebody puts them."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from guide.pack.book import write_book
from guide.pack.edition import read_edition

from ..conftest import the_copy
from ..pack.small import small_site
from .conftest import Opener, Visit

# A folder as people name it, with all that an address has to write in another way.
ODD = "Für Oma #1, 100 % (neu)"


@pytest.fixture(scope="module")
def odd(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked zip and the one page in such a folder."""
    folder = tmp_path_factory.mktemp("copies") / ODD
    with ZipFile(the_copy(packed, "zip")) as archive:
        archive.extractall(folder)
    shutil.copy(the_copy(packed, "html"), folder / "Für Opa #2.html")
    return folder


@pytest.fixture(scope="module")
def folder(odd: Path) -> Path:
    (found,) = (path for path in odd.iterdir() if path.is_dir())
    return found


@pytest.fixture
def offline(open_window: Opener) -> Visit:
    visit = open_window()
    visit.context.set_offline(offline=True)
    return visit


def _links(page_links: list[str]) -> set[str]:
    return {link for link in page_links if link.startswith("file:")}


def test_every_page_and_every_link_of_the_folder(offline: Visit, folder: Path) -> None:
    page, waiting, seen = offline.page, [(folder / "index.html").as_uri()], set[str]()
    places: dict[str, set[str]] = {}
    wanted: set[str] = set()
    while waiting:
        address = waiting.pop()
        page.goto(address)
        assert page.locator("h1").count() == 1, address
        places[address] = set(page.eval_on_selector_all("[id]", "all => all.map(one => one.id)"))
        links = _links(page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)"))
        wanted |= links
        seen.add(address)
        pages = {link.partition("#")[0] for link in links}
        waiting = sorted({*waiting, *(one for one in pages if one.endswith(".html"))} - seen)
    assert len(seen) == len(list(folder.glob("*.html")))
    for link in wanted:
        address, _, place = link.partition("#")
        assert not place or place in places[address], link
    assert offline.strangers("file:") == []


def test_the_tools_of_the_folder_work(offline: Visit, folder: Path) -> None:
    page = offline.page
    page.goto((folder / "benefits.html").as_uri())
    page.get_by_role("button", name="Dark", exact=True).click()
    expect(page.locator("html")).to_have_attribute("data-look", "dark")
    page.locator("article a.term").first.focus()
    page.locator("article a.term").first.hover()
    expect(page.locator(".panel")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("blood thinner")
    page.get_by_role("search").locator("ol a").first.click()
    expect(page.locator("article")).to_contain_text("blood")
    page.goto((folder / "faq.html").as_uri())
    page.get_by_role("button", name="Open all answers").click()
    expect(page.locator("details:not([open])")).to_have_count(0)
    page.goto((folder / "offline.html").as_uri())
    expect(page.get_by_role("button", name="Keep the guide")).to_have_count(0)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_one_page_fits_and_asks_for_nothing(open_window: Opener, odd: Path, width: int, *, script: bool) -> None:
    visit = open_window(width, script=script)
    visit.context.set_offline(offline=True)
    page = visit.page
    address = (odd / "Für Opa #2.html").as_uri()
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.get_by_role("heading", level=1)).to_have_text("Cryoablation for nerve pain")
    expect(page.locator("article .answer").first).to_be_visible()
    assert visit.requests[0].partition("#")[0] == address
    assert [url for url in visit.requests[1:] if not url.startswith("data:")] == []


def test_a_link_of_the_one_page_goes_to_its_place(offline: Visit, odd: Path) -> None:
    page = offline.page
    page.goto((odd / "Für Opa #2.html").as_uri())
    page.locator("nav").get_by_role("link", name="What can go wrong").click()
    expect(page.get_by_role("heading", level=2, name="What can go wrong")).to_be_in_viewport()
    page.locator("article a[href='#ri.get-help']").first.click()
    expect(page.locator("[id='ri.get-help']")).to_be_in_viewport()


def test_the_one_page_looks_like_the_guide(open_window: Opener, odd: Path, on_disk: str) -> None:
    """The same element has the same look on its page and in the one page, in light and in the dark."""
    asked = """all => all.map(one => { const look = getComputedStyle(one); const before = getComputedStyle(one, '::before');
      return ['color', 'backgroundColor', 'fontSize', 'fontWeight', 'fontFamily', 'marginTop', 'paddingLeft', 'display', 'borderTopWidth']
        .map(name => look[name] + '|' + before[name]).join(); })"""
    for look in ("light", "dark"):
        page, other = open_window(look=look, script=False).page, open_window(look=look, script=False).page
        other.goto((odd / "Für Opa #2.html").as_uri())
        for name in ("risks", "evidence", "faq", "options", "glossary"):
            page.goto(f"{on_disk}{name}.html")
            page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
            here = page.eval_on_selector_all("article :not(img, script, .all-answers)", asked)
            there = other.eval_on_selector_all(f"[id={name}] :not(.drawing, .drawing *)", asked)
            assert len(here) > 100
            assert [pair for pair in zip(here, there, strict=True) if pair[0] != pair[1]] == [], name


def test_a_picture_is_held_in_the_one_page(open_window: Opener, tmp_path: Path) -> None:
    visit = open_window()
    edition = read_edition(small_site(tmp_path / "site"), datetime(2026, 11, 23, tzinfo=UTC))
    write_book(edition, tmp_path / "book.html")
    visit.page.goto((tmp_path / "book.html").as_uri())
    picture = visit.page.get_by_role("img", name="Ein grünes Feld")
    assert picture.evaluate("it => it.localName") == "svg"
    assert picture.evaluate("it => it.getBoundingClientRect().height") > 0
