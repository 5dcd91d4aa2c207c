"""Light and dark: the system's wish at first, then the reader's own, remembered and there from the first paint."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from .conftest import Opener, Visit, eventually

LIGHT, DARK = "rgb(252, 252, 250)", "rgb(14, 26, 33)"  # the paper of guide.css
# Writes down the choice that stands on the root when it first gets one, and whether there was a body by then.
WITNESS = """
new MutationObserver(() => {
  if ("look" in document.documentElement.dataset) {
    window.first ??= { look: document.documentElement.dataset.look, body: document.body !== null };
  }
}).observe(document, { attributes: true, childList: true, subtree: true });
"""

# Writes down when a page first asks what is remembered: before it is loaded, or after.
ASKED = """
addEventListener("load", () => setTimeout(() => { window.isLoaded = true; }));
for (const name of ["getItem", "setItem", "removeItem"]) {
  const real = Storage.prototype[name];
  Storage.prototype[name] = function (...words) { window.asked ??= window.isLoaded ? "after" : "before"; return real.apply(this, words); };
}
"""


def _shows(page: Page, paper: str) -> None:
    expect(page.locator("body")).to_have_css("background-color", paper)
    expect(page.locator("html")).to_have_css("color-scheme", "dark" if paper == DARK else "light")


def _choose(visit: Visit, name: str) -> None:
    """Press the button, and wait until the browser has written the choice down: until another window knows of it."""
    visit.page.get_by_role("button", name=name, exact=True).click()
    other = visit.context.new_page()
    other.goto(visit.page.url)
    eventually(other, "localStorage.getItem('look')", name.lower())
    other.close()


@pytest.mark.parametrize(("look", "paper", "offer"), [("light", LIGHT, "Dark"), ("dark", DARK, "Light")])
def test_without_a_choice_the_page_follows_the_system(
    open_window: Opener, base: str, look: Literal["light", "dark"], paper: str, offer: str
) -> None:
    page = open_window(look=look).page
    page.goto(f"{base}index.html")
    _shows(page, paper)
    expect(page.get_by_role("button", name=offer, exact=True)).to_be_visible()


def test_a_change_of_the_system_is_followed_and_the_button_keeps_up(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}index.html")
    visit.page.emulate_media(color_scheme="dark")
    _shows(visit.page, DARK)
    expect(visit.page.get_by_role("button", name="Light", exact=True)).to_be_visible()
    visit.page.emulate_media(color_scheme="light")
    _shows(visit.page, LIGHT)
    expect(visit.page.get_by_role("button", name="Dark", exact=True)).to_be_visible()


def test_the_button_names_what_you_get_and_gives_it(visit: Visit, base: str) -> None:
    visit.page.goto(f"{base}index.html")
    visit.page.get_by_role("button", name="Dark", exact=True).press("Enter")
    _shows(visit.page, DARK)
    visit.page.get_by_role("button", name="Light", exact=True).press("Space")
    _shows(visit.page, LIGHT)
    expect(visit.page.get_by_role("button", name="Dark", exact=True)).to_be_focused()


def test_a_choice_is_remembered_over_reload_and_over_pages(visit: Visit, base: str) -> None:
    visit.page.goto(f"{base}index.html")
    _choose(visit, "Dark")
    visit.page.reload()
    _shows(visit.page, DARK)
    visit.page.goto(f"{base}faq.html")
    _shows(visit.page, DARK)
    expect(visit.page.get_by_role("button", name="Light", exact=True)).to_be_visible()


def test_a_choice_beats_the_system(open_window: Opener, base: str) -> None:
    window = open_window(look="dark")
    page = window.page
    page.goto(f"{base}index.html")
    _choose(window, "Light")
    page.goto(f"{base}risks.html")
    _shows(page, LIGHT)
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    _shows(page, LIGHT)


def test_another_window_follows_a_choice(visit: Visit, base: str) -> None:
    visit.page.goto(f"{base}index.html")
    other = visit.context.new_page()
    other.goto(f"{base}faq.html")
    visit.page.get_by_role("button", name="Dark", exact=True).click()
    _shows(other, DARK)
    expect(other.get_by_role("button", name="Light", exact=True)).to_be_visible()


def test_a_page_that_the_browser_kept_follows_a_choice_when_it_comes_back(visit: Visit, base: str) -> None:
    visit.page.goto(f"{base}index.html")
    visit.page.evaluate("localStorage.setItem('look', 'dark')")  # as a later page does, while this one sleeps
    visit.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    _shows(visit.page, DARK)
    expect(visit.page.get_by_role("button", name="Light", exact=True)).to_be_visible()


def test_a_choice_shows_from_the_first_paint(visit: Visit, base: str) -> None:
    visit.page.goto(f"{base}index.html")
    _choose(visit, "Dark")
    visit.page.add_init_script(WITNESS)
    visit.page.goto(f"{base}faq.html")
    assert visit.page.evaluate("window.first") == {"look": "dark", "body": False}


def test_a_page_from_the_disk_asks_what_is_remembered_when_it_is_loaded(
    visit: Visit, on_disk: str, names: list[str]
) -> None:
    """One that asks before can lose what it keeps; see `settled` in guide.js."""
    visit.page.add_init_script(ASKED)
    for name in names:
        if name == "404.html":
            continue  # only a server shows it, and its addresses are those of one
        visit.page.goto(on_disk + name)
        eventually(visit.page, "window.asked", "after")


def test_a_new_window_on_the_disk_follows_a_choice_soon(visit: Visit, on_disk: str) -> None:
    visit.page.goto(f"{on_disk}index.html")
    _choose(visit, "Dark")
    other = visit.context.new_page()
    other.goto(f"{on_disk}faq.html")
    _shows(other, DARK)
    eventually(other, "window.name", "dark")


@pytest.mark.parametrize("left", ["red", "", "dark "])
def test_what_another_program_calls_a_window_is_no_choice(visit: Visit, on_disk: str, left: str) -> None:
    visit.page.goto(f"{on_disk}index.html")
    visit.page.evaluate("name => { window.name = name; }", left)
    visit.page.reload()
    expect(visit.page.get_by_role("button", name="Dark", exact=True)).to_be_visible()
    assert visit.page.evaluate("'look' in document.documentElement.dataset") is False


def test_a_browser_that_remembers_nothing_still_switches(visit: Visit, served: str) -> None:
    visit.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    visit.page.goto(f"{served}index.html")
    visit.page.get_by_role("button", name="Dark", exact=True).click()
    _shows(visit.page, DARK)


@pytest.mark.parametrize(("look", "paper"), [("light", LIGHT), ("dark", DARK)])
def test_without_script_the_system_decides(
    open_window: Opener, base: str, look: Literal["light", "dark"], paper: str
) -> None:
    page = open_window(look=look, script=False).page
    page.goto(f"{base}index.html")
    _shows(page, paper)
    expect(page.get_by_role("button")).to_have_count(0)
