"""The menu of a phone: opened and left by keyboard, in the page and not over it, and a plain list without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import Opener, Visit

# The element that has the focus: where it lies on the screen, and whether a reader can see it there.
FOCUSED = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const box = [...element.getClientRects()].find((one) => one.width && one.height);
  if (!box) return { name: element.outerHTML.slice(0, 80), seen: false };
  // what is taller than the screen is looked at in the part that is on it
  const middle = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const top = document.elementFromPoint(box.x + box.width / 2, middle);
  return {
    name: element.textContent.trim(),
    inMenu: Boolean(element.closest("#pages")),
    seen: Boolean(top && element.contains(top)) && getComputedStyle(element).visibility === "visible",
  };
}"""
# Whether a point in the middle of an element is that element, and nothing that lies over it.
UNCOVERED = """element => {
  const box = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
}"""


def _open(page: Page, key: str = "Enter") -> None:
    page.get_by_role("button", name="Menu", exact=True).press(key)
    expect(page.get_by_role("button", name="Close", exact=True)).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_it_opens_and_closes_by_keyboard_and_says_so(visit: Visit, base: str, key: str) -> None:
    page = visit.page
    page.goto(f"{base}benefits.html")
    expect(page.get_by_role("button", name="Menu", exact=True)).to_have_attribute("aria-expanded", "false")
    _open(page, key)
    first = page.locator("#pages a").first
    expect(first).to_be_in_viewport()
    page.get_by_role("button", name="Close", exact=True).press(key)
    expect(page.get_by_role("button", name="Menu", exact=True)).to_have_attribute("aria-expanded", "false")
    expect(first).not_to_be_in_viewport()


def test_it_is_reached_and_used_with_tab_and_enter_alone(visit: Visit, base: str) -> None:
    page = visit.page
    page.goto(f"{base}benefits.html")
    button = page.get_by_role("button", name="Menu", exact=True)
    for _ in range(10):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#pages a").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nerve-pain.html")


def test_your_page_is_marked_in_it(visit: Visit, base: str) -> None:
    visit.page.goto(f"{base}benefits.html")
    _open(visit.page)
    current = visit.page.locator("#pages [aria-current]")
    expect(current).to_have_count(1)
    expect(current).to_have_text("What you may gain")
    expect(current).to_have_attribute("aria-current", "page")
    assert current.evaluate("link => link.href") == visit.page.url


def test_escape_closes_it_and_gives_the_focus_back(visit: Visit, base: str) -> None:
    page = visit.page
    page.goto(f"{base}benefits.html")
    _open(page)
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.locator("#pages a").nth(2)).to_be_focused()
    page.keyboard.press("Escape")
    button = page.get_by_role("button", name="Menu", exact=True)
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_it_pushes_the_page_down_and_covers_nothing(visit: Visit, base: str) -> None:
    page = visit.page
    page.goto(f"{base}benefits.html")
    _open(page)
    menu, text = page.locator("#pages").bounding_box(), page.locator("main").bounding_box()
    assert menu
    assert text
    assert menu["y"] + menu["height"] <= text["y"]
    title = page.locator("h1")
    title.scroll_into_view_if_needed()
    assert title.evaluate(UNCOVERED)
    for link in page.locator("#pages a").all():
        link.scroll_into_view_if_needed()
        assert link.evaluate(UNCOVERED), link.inner_text()


@pytest.mark.parametrize("is_open", [False, True])
def test_no_tab_stop_is_invisible(visit: Visit, served: str, *, is_open: bool) -> None:
    page = visit.page
    page.goto(f"{served}benefits.html")
    if is_open:
        _open(page)
        page.evaluate("document.activeElement.blur()")
    stops = []
    page.keyboard.press("Tab")
    while focused := page.evaluate(FOCUSED):
        stops.append(focused)
        page.keyboard.press("Tab")
    assert [stop for stop in stops if not stop["seen"]] == []
    assert len([stop for stop in stops if stop["inMenu"]]) == page.locator("#pages a").count()
    assert [stop["name"] for stop in stops].count("All pages") == 0


def test_a_wide_screen_has_the_list_beside_the_text_and_no_button(open_window: Opener, served: str) -> None:
    page = open_window(1280).page
    page.goto(f"{served}benefits.html")
    expect(page.get_by_role("button", name="Menu", exact=True)).to_be_hidden()
    expect(page.locator("#pages a").first).to_be_in_viewport()


def test_a_menu_left_open_gives_way_when_the_window_grows(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    _open(visit.page)
    visit.page.set_viewport_size({"width": 1280, "height": 844})
    expect(visit.page.locator("[data-tool=menu]")).to_have_attribute("aria-expanded", "false")
    menu, text = visit.page.locator("#pages").bounding_box(), visit.page.locator("article").bounding_box()
    assert menu
    assert text
    assert menu["x"] + menu["width"] <= text["x"]
    expect(visit.page.locator("h1")).to_be_in_viewport()


def test_without_script_a_link_leads_to_the_list_after_the_text(without_script: Visit, base: str) -> None:
    page = without_script.page
    page.goto(f"{base}benefits.html")
    expect(page.get_by_role("button", name="Menu")).to_have_count(0)
    link = page.get_by_role("link", name="All pages", exact=True)
    expect(link).to_be_visible()
    text, menu = page.locator("article").bounding_box(), page.locator("#pages").bounding_box()
    assert text
    assert menu
    assert text["y"] + text["height"] <= menu["y"]
    link.press("Enter")
    expect(page.locator("#pages a").first).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator("#pages a").first).to_be_focused()
