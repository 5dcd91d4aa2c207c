"""On a wide screen the list of sections stands beside the text and shows which one is being read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import Opener


@pytest.fixture
def page(open_window: Opener, served: str) -> Page:
    page = open_window(1280).page
    page.goto(f"{served}risks.html")
    return page


def test_each_section_is_listed_and_its_link_leads_there(page: Page) -> None:
    listed = page.get_by_role("navigation", name="On this page").get_by_role("link")
    headings = page.locator("article h2[id]").evaluate_all("all => all.map(one => one.id)")
    assert listed.evaluate_all("links => links.map(link => link.hash.slice(1))") == headings
    listed.last.click()
    expect(page.locator("article h2").last).to_be_in_viewport()


def test_the_section_that_is_read_is_marked(page: Page) -> None:
    current = page.locator(".toc [aria-current]")
    headings = page.locator("article h2[id]")
    for number in (1, headings.count() // 2, 1):  # on, and back again
        headings.nth(number).evaluate("heading => heading.scrollIntoView()")
        expect(current).to_have_count(1)
        expect(current).to_have_attribute("href", f"#{headings.nth(number).get_attribute('id')}")


def test_a_phone_and_a_page_without_script_have_no_mark(open_window: Opener, served: str) -> None:
    page = open_window(1280, script=False).page
    page.goto(f"{served}risks.html")
    expect(page.get_by_role("navigation", name="On this page")).to_be_visible()
    expect(page.locator(".toc [aria-current]")).to_have_count(0)
    page = open_window(390).page
    page.goto(f"{served}risks.html")
    expect(page.locator(".toc")).to_be_hidden()
