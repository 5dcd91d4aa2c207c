"""The search is worked by keyboard, says what it found, and never makes markup of what is typed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import Opener, Visit
from .searching import ask, field, results

NUMBER = re.compile(r"^(\d+) results? for “")
# Typed by somebody who tries what happens, or pasted by mistake.
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "freezing </mark><b>bold</b>",
    "\"quotes\" 'and' “others”",
    "&lt;b&gt; &amp; &#60;",
    "javascript:alert(1)",
    "${alert(1)} {{7*7}} \\ /.*/ [(",
    "constructor __proto__ toString",
)
RESULT_PARTS = {"li", "small", "a", "span", "mark"}


@pytest.fixture
def page(visit: Visit, base: str) -> Page:
    visit.page.goto(f"{base}benefits.html")
    return visit.page


def test_it_opens_with_a_slash_and_escape_gives_the_focus_back(page: Page) -> None:
    expect(field(page)).to_have_count(0)
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("")
    button = page.get_by_role("button", name="Search", exact=True)
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(field(page)).to_have_count(0)
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_a_slash_that_is_typed_is_typed(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("and/or")
    expect(field(page)).to_have_value("and/or")


def test_the_button_opens_it_and_close_closes_it(page: Page) -> None:
    button = page.get_by_role("button", name="Search", exact=True)
    button.press("Enter")
    expect(field(page)).to_be_focused()
    page.get_by_role("search").get_by_role("button", name="Close").click()
    expect(field(page)).to_have_count(0)
    expect(button).to_be_focused()


def test_it_pushes_the_page_down_and_covers_nothing(page: Page) -> None:
    ask(page, "freezing")
    panel, text = page.get_by_role("search").bounding_box(), page.get_by_role("main").bounding_box()
    assert panel
    assert text
    assert panel["y"] + panel["height"] <= text["y"]


def test_the_other_name_that_was_looked_for_is_told(page: Page) -> None:
    ask(page, "blood thinner")
    expect(page.get_by_role("status")).to_contain_text("Also looked for: anticoagulant.")


def test_the_number_that_is_announced_is_right(page: Page) -> None:
    for query in ("fluroscopy", "how long does it last", "numbing", "freezing", "nerve"):
        ask(page, query)
        status = page.get_by_role("status").inner_text()
        told = NUMBER.match(status)
        assert told, status
        number, shown = int(told[1]), results(page).count()
        assert shown == number or (shown < number and f"Here are the best {shown}." in status), status
        assert (number > shown) == ("best" in status), status
        assert (number == 1) == ("1 result for" in status), status


def test_there_are_queries_with_one_result_and_with_too_many(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    ask(visit.page, "nerve")
    # A word of a single section that begins no other word: the guide's text decides which one that is.
    alone = visit.page.evaluate("""() => {
        const words = [...new Index(window.guideLists["search.js"]).words];
        const starts = (word) => words.filter(([other]) => other.startsWith(word)).length;
        return words.find(([word, found]) => word.length > 6 && found.size === 1 && starts(word) === 1)[0];
    }""")
    assert len(ask(visit.page, alone)) == 1
    ask(visit.page, "nerve")
    expect(visit.page.get_by_role("status")).to_contain_text("Here are the best ")


def test_matches_are_marked_and_nothing_else(page: Page) -> None:
    ask(page, "numbness")
    marks = results(page).locator("mark")
    assert marks.count() > 1
    assert {text.lower() for text in marks.all_inner_texts()} == {"numbness"}


def test_an_empty_query_says_nothing(page: Page) -> None:
    ask(page, "numbness")
    for nothing in ("", "   "):
        field(page).fill(nothing)
        expect(page.get_by_role("status")).to_have_text("")
        expect(results(page)).to_have_count(0)
        expect(page.locator(".search-ways")).to_be_hidden()
    field(page).press("Enter")
    expect(field(page)).to_be_focused()


def test_nothing_found_says_so_and_offers_three_ways_on(page: Page) -> None:
    for query in ("zzzzqqqq", "!!!", "？", "痛み"):
        assert ask(page, query) == []
        expect(page.get_by_role("status")).to_have_text(f"Nothing found for “{query}”. Try a shorter word.")
        ways = page.get_by_role("search").get_by_role("link")
        assert ways.count() == 3
        for way in ways.all():
            expect(way).to_be_visible()
    ask(page, "numbness")
    expect(page.locator(".search-ways")).to_be_hidden()


@pytest.mark.parametrize("query", ["numbness " * 2_000, "x" * 20_000, "anticoagulent nervv " * 500])
def test_a_very_long_query_is_cut_and_does_no_harm(visit: Visit, served: str, query: str) -> None:
    page = visit.page
    page.goto(f"{served}benefits.html")
    page.keyboard.press("/")
    field(page).fill(query)
    expect(page.get_by_role("status")).to_contain_text(query[:80])
    assert len(page.get_by_role("status").inner_text()) < 300
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert "glossary.html#numbness" in ask(page, "numbness")


def test_what_is_typed_never_becomes_an_element(page: Page) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    for query in HOSTILE:
        ask(page, query)
        assert page.get_by_role("status").inner_text().count(query) == 1
        inside = page.locator("#search :is([role=status], ol)").locator("*")
        assert set(inside.evaluate_all("all => all.map(one => one.localName)")) <= RESULT_PARTS, query
        addresses = results(page).locator("a").evaluate_all("links => links.map(link => link.protocol)")
        assert set(addresses) <= {"http:", "file:"}, query
    assert dialogs == []


def test_arrows_move_through_the_results_and_back(page: Page) -> None:
    links = results(page).locator("a")
    every = len(ask(page, "numbing"))
    assert every > 2
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(links.nth(every - 1)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(field(page)).to_be_focused()


def test_enter_goes_to_the_first_result_and_enter_again_opens_it(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("anticoagulent")
    page.keyboard.press("Enter")
    expect(results(page).locator("a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary.html#anticoagulant")
    expect(page.locator("#anticoagulant")).to_be_in_viewport()


def test_escape_in_the_results_closes_it_too(page: Page) -> None:
    ask(page, "numbing")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()
    page.keyboard.press("/")
    expect(field(page)).to_have_value("numbing")


def test_a_result_of_another_page_that_is_a_question_leads_to_an_open_answer(page: Page) -> None:
    ask(page, "Can it be undone if I do not like it?")
    results(page).locator("a").first.click()
    page.wait_for_url("**/faq.html#undone")
    expect(page.locator("#undone p").first).to_be_in_viewport()


def test_a_result_of_the_same_page_leads_there_and_closes_the_search(visit: Visit, base: str) -> None:
    page = visit.page
    page.goto(f"{base}faq.html")
    for _ in range(2):  # the second time the address does not change
        ask(page, "Can it be undone if I do not like it?")
        results(page).locator("a").first.click()
        expect(field(page)).to_have_count(0)
        expect(page.locator("#undone p").first).to_be_in_viewport()
        page.locator("summary", has_text="Can it be undone").click()
        expect(page.locator("#undone")).to_be_hidden()


def test_a_page_that_is_never_searched_loads_no_index(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}benefits.html")
    assert [url for url in visit.requests if "search" in url] == []
    ask(visit.page, "numbness")
    ask(visit.page, "nerve")
    assert len([url for url in visit.requests if "search" in url]) == 1


def test_an_index_that_cannot_be_read_is_told_and_tried_again(open_window: Opener, served: str) -> None:
    page = open_window(quiet=False).page
    page.route("**/search*.js", lambda route: route.abort())
    page.goto(f"{served}benefits.html")
    page.keyboard.press("/")
    expect(page.get_by_role("status")).to_contain_text("could not be read")
    page.unroute("**/search*.js")
    assert "glossary.html#numbness" in ask(page, "numbness")


def test_without_script_there_is_no_search_button(without_script: Visit, base: str) -> None:
    without_script.page.goto(f"{base}benefits.html")
    expect(without_script.page.get_by_role("button", name="Search")).to_have_count(0)
    expect(without_script.page.get_by_role("search")).to_have_count(0)
