"""The search of a page: its field, its results, and what they lead to."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def field(page: Page) -> Locator:
    """Return the field of the search."""
    return page.get_by_role("search").get_by_role("searchbox", name="What are you looking for?")


def results(page: Page) -> Locator:
    """Return the list of results."""
    return page.get_by_role("search").locator("ol li")


def ask(page: Page, query: str) -> list[str]:
    """Type a query; return the addresses of the results, relative to the site."""
    if field(page).is_hidden():
        page.keyboard.press("/")
    field(page).fill(query)
    expect(page.get_by_role("status")).to_contain_text(f"“{query}”")
    found: list[str] = results(page).locator("a").evaluate_all("links => links.map(link => link.href)")
    return [address.rpartition("/")[2] for address in found]
