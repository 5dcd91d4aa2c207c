"""What a reader fills in is kept only when asked, is there again, and is forgotten for good."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import Visit
from .sheets import (
    NO_CLIPBOARD,
    OTHER,
    QUESTION,
    SHEETS,
    ends,
    fill_in,
    is_filled_in,
    keep,
    open_sheets,
    own,
    press,
    say_yes,
    status,
)

REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
KEPT = "() => Object.keys(localStorage).filter(key => key !== 'look')"


@pytest.fixture
def page(visit: Visit, base: str) -> Page:
    return open_sheets(visit, base)


def test_nothing_is_kept_unless_a_reader_asks(page: Page) -> None:
    fill_in(page)
    assert page.evaluate(KEPT) == []
    page.reload()
    is_filled_in(page, filled=False)
    for title in SHEETS:
        expect(keep(page, title)).not_to_be_checked()


@pytest.mark.parametrize("first", [True, False])
def test_what_a_reader_asks_to_keep_is_there_again(page: Page, *, first: bool) -> None:
    for title in SHEETS if first else ():
        keep(page, title).check()
    fill_in(page)
    for title in SHEETS if not first else ():
        keep(page, title).check()
    expect(status(page)).to_have_text("Kept until you forget them.")
    page.get_by_role("button", name="Add a line").click()
    own(page, 4).fill("And my cat?")
    assert len(page.evaluate(KEPT)) == len(SHEETS)
    page.reload()
    is_filled_in(page, filled=True)
    expect(own(page, 4)).to_have_value("And my cat?")
    for title in SHEETS:
        expect(keep(page, title)).to_be_checked()
    page.get_by_label(QUESTION).uncheck()
    page.goto(page.url.replace("decide", "about"))
    page.go_back()
    expect(page.get_by_label(QUESTION)).not_to_be_checked()
    expect(page.get_by_label(OTHER)).to_be_checked()


def test_forget_empties_the_sheet_and_the_device_and_no_other_sheet(page: Page) -> None:
    fill_in(page)
    for title in SHEETS:
        keep(page, title).check()
    say_yes(page)
    press(page, "Forget my answers")
    expect(own(page)).to_have_value("")
    expect(page.get_by_label(QUESTION)).not_to_be_checked()
    expect(keep(page)).not_to_be_checked()
    expect(status(page)).to_have_text("Forgotten. The sheet is empty.")
    assert len(page.evaluate(KEPT)) == len(SHEETS) - 1
    assert "dog" not in page.evaluate("JSON.stringify(localStorage)")
    expect(page.get_by_label("Tuesday, Medicine")).to_have_value("none")
    expect(ends(page).get_by_role("button", name="Forget my answers")).to_be_focused()
    page.reload()
    expect(own(page)).to_have_value("")


def test_forget_asks_first(page: Page) -> None:
    fill_in(page)
    keep(page).check()
    say_yes(page, yes=False)
    press(page, "Forget my answers")
    is_filled_in(page, filled=True)
    assert len(page.evaluate(KEPT)) == 1


def test_to_stop_keeping_takes_it_off_the_device_and_leaves_the_sheet(page: Page) -> None:
    fill_in(page)
    keep(page).check()
    keep(page).uncheck()
    expect(status(page)).to_have_text("No longer kept.")
    own(page).press_sequentially("!")
    assert page.evaluate(KEPT) == []
    expect(page.get_by_label(QUESTION)).to_be_checked()


def test_another_window_forgets_too(page: Page, visit: Visit) -> None:
    fill_in(page)
    keep(page).check()
    other = visit.context.new_page()
    other.goto(page.url)
    expect(own(other)).to_have_value("Can my dog come?")
    say_yes(page)
    press(page, "Forget my answers")
    expect(own(other)).to_have_value("")
    expect(keep(other)).not_to_be_checked()
    own(other).fill("new")
    assert other.evaluate(KEPT) == []


@pytest.mark.parametrize("kept", ["{", "7", '"x"', "[[1]]", "[null]", '{"a":1}', ""])
def test_what_another_program_left_there_does_no_harm(page: Page, kept: str) -> None:
    page.evaluate("kept => localStorage.setItem(`${location.pathname} My questions`, kept)", kept)
    page.reload()
    expect(own(page)).to_have_value("")
    own(page).fill("mine")
    page.reload()
    expect(own(page)).to_have_value("mine")


@pytest.mark.parametrize("trouble", [REFUSED, FULL])
def test_a_browser_that_keeps_nothing_says_so_and_all_else_works(visit: Visit, base: str, trouble: str) -> None:
    page = visit.page
    page.add_init_script(trouble + NO_CLIPBOARD)
    page.goto(f"{base}decide.html")
    fill_in(page)
    keep(page).click()
    expect(status(page)).to_contain_text("cannot keep")
    expect(keep(page)).not_to_be_checked()
    press(page, "Copy as text")
    expect(page.get_by_label("Your answers")).to_have_value(re.compile("dog"))
    say_yes(page)
    press(page, "Forget my answers")
    expect(own(page)).to_have_value("")
