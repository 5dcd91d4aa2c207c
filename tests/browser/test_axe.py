"""axe-core finds nothing to complain of, on every page and in every state, light and dark, narrow and wide."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .axe import WIDTHS, wrong_everywhere, wrong_now
from .conftest import Opener, open_whole


def test_axe_complains_when_there_is_reason_to(open_window: Opener, served: str) -> None:
    page = open_window().page
    page.goto(f"{served}index.html")
    page.evaluate(
        """() => document.querySelector("article").insertAdjacentHTML("beforeend",
          '<p><span id="pale">pale</span><img src="data:,"><a href="#" id="bare"></a></p>' +
          '<button id="tiny">.</button><button>.</button>')"""
    )
    page.locator("#pale").evaluate("pale => { pale.style.color = '#666'; }")
    for button in page.locator("article button").all():
        button.evaluate("button => { Object.assign(button.style, { width: '9px', height: '9px', padding: 0 }); }")
    found = {one.partition(":")[0] for one in wrong_now(page)}
    assert {"color-contrast-enhanced", "image-alt", "link-name", "target-size"} <= found


def test_every_page_is_clean_in_both_looks_and_widths(open_window: Opener, served: str, names: list[str]) -> None:
    page = open_window().page
    wrong = {}
    for name in names:
        open_whole(page, served + name)
        if found := wrong_everywhere(page):
            wrong[name] = found
    assert wrong == {}


def _open_answers(page: Page) -> None:
    page.get_by_role("button", name="Open all answers").click()
    expect(page.locator("details:not([open])")).to_have_count(0)


def _open_menu(page: Page) -> None:
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.get_by_role("button", name="Close", exact=True)).to_be_visible()


def _search(page: Page) -> None:
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("freezing")
    expect(page.get_by_role("search").locator("ol mark").first).to_be_visible()


def _search_in_vain(page: Page) -> None:
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("zzzzqqqq")
    expect(page.get_by_role("search").get_by_role("link")).to_have_count(3)


def _explain(page: Page) -> None:
    page.locator("article a.term").first.focus()
    expect(page.locator(".panel")).to_be_visible()


def _fill_in(page: Page) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Add a line").click()
    page.locator("form.sheet [type=checkbox]").evaluate_all("all => all.forEach(one => one.click())")
    page.locator("form.sheet :is(textarea, .few)").evaluate_all(
        "all => all.forEach(one => { one.value = 'word '.repeat(9); })"
    )
    page.get_by_label("Keep my answers on this device").first.check()
    page.get_by_role("button", name="Copy as text").first.click()
    expect(page.get_by_label("Your answers")).to_be_visible()


def _turn_degrees(page: Page) -> None:
    page.get_by_label("degrees Celsius").fill("-20")
    expect(page.get_by_label("degrees Fahrenheit")).to_have_value("-4")


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "answers open": ("faq.html", _open_answers),
    "menu open": ("risks.html", _open_menu),
    "results": ("benefits.html", _search),
    "no results": ("benefits.html", _search_in_vain),
    "a word explained": ("benefits.html", _explain),
    "sheets filled in": ("decide.html", _fill_in),
    "degrees": ("about.html", _turn_degrees),
}


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_clean(open_window: Opener, served: str, state: str) -> None:
    page = open_window().page
    name, reach = STATES[state]
    open_whole(page, served + name)
    reach(page)
    # a wide screen has no menu to open
    assert wrong_everywhere(page, widths=(390,) if state == "menu open" else WIDTHS) == []
