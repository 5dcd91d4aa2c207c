"""A hard word explains itself: by mouse, keyboard and tap, never in the way, and as a plain link without script."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urldefrag

import pytest
from lxml import html
from playwright.sync_api import Locator, Page, expect

from guide.content import GLOSSARY, read_guide
from guide.terms import read_terms

from ..conftest import ROOT
from .conftest import Opener, Visit

WORD_LIST = GLOSSARY.replace(".md", ".html")
# Lets all short timers of the page run that were set before it: only so can one see that nothing happens.
LINGER = "() => new Promise(done => setTimeout(done, 500))"
# Focuses every word of a page in turn; returns those whose panel covers them, leaves the window or does not come.
MISPLACED = """async () => {
  const wrong = [];
  for (const word of document.querySelectorAll("article a.term")) {
    if (!word.checkVisibility({ contentVisibilityAuto: true })) continue; // in a closed answer
    word.focus();
    let panel = null;
    for (let frame = 0; frame < 300 && !panel; frame += 1) {
      await new Promise(requestAnimationFrame);
      panel = (word.closest("label") || word).nextElementSibling?.closest(".panel");
    }
    const box = panel?.getBoundingClientRect();
    const covers = box && [...word.getClientRects()].some(one =>
      one.left < box.right && one.right > box.left && one.top < box.bottom && one.bottom > box.top);
    if (!box || !box.height || covers || box.left < 0 || box.right > innerWidth) wrong.push(word.textContent);
    word.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  }
  return wrong;
}"""


@pytest.fixture
def page(visit: Visit, base: str) -> Page:
    visit.page.goto(f"{base}benefits.html")
    return visit.page


def _word(page: Page) -> Locator:
    """Return the first hard word of the page."""
    return page.locator("a.term").first


def _panel(page: Page) -> Locator:
    return page.get_by_role("group", name="Cryoneurolysis", exact=True)


def _rest(page: Page) -> None:
    """Take the mouse away from everything."""
    page.mouse.move(1, 1)


def test_hover_shows_the_word_how_to_say_it_and_what_it_means(page: Page) -> None:
    expect(_panel(page)).to_have_count(0)
    _word(page).hover()
    expect(_panel(page)).to_be_visible()
    entry = next(term for term in read_terms(read_guide(ROOT).pages[GLOSSARY]) if term.anchor == "cryoneurolysis")
    expect(_panel(page)).to_contain_text(entry.name)
    expect(_panel(page)).to_contain_text(entry.say.replace("*", ""))
    expect(_panel(page)).to_contain_text(entry.meaning)
    expect(_panel(page).get_by_role("link", name="More in the word list")).to_be_visible()


def test_keyboard_focus_shows_it(page: Page) -> None:
    for _ in range(20):
        page.keyboard.press("Tab")
        if _word(page).evaluate("word => word === document.activeElement"):
            break
    expect(_word(page)).to_be_focused()
    expect(_panel(page)).to_be_visible()


def test_a_tap_shows_it_a_tap_elsewhere_closes_it(open_window: Opener, base: str) -> None:
    page = open_window(touch=True).page
    page.goto(f"{base}benefits.html")
    _word(page).tap()
    expect(_panel(page)).to_be_visible()
    assert page.url == f"{base}benefits.html"
    page.locator("h1").tap()
    expect(_panel(page)).to_have_count(0)


def test_a_tap_inside_keeps_it_and_its_link_leads_on(open_window: Opener, base: str) -> None:
    page = open_window(touch=True).page
    page.goto(f"{base}benefits.html")
    _word(page).tap()
    _panel(page).locator("p").nth(1).tap()
    page.evaluate(LINGER)
    expect(_panel(page)).to_be_visible()
    _panel(page).get_by_role("link").tap()
    page.wait_for_url(f"**/{WORD_LIST}#cryoneurolysis")
    expect(page.locator("#cryoneurolysis")).to_be_in_viewport()


def test_a_second_tap_on_the_word_follows_it(open_window: Opener, served: str) -> None:
    page = open_window(touch=True).page
    page.goto(f"{served}benefits.html")
    _word(page).tap()
    expect(_panel(page)).to_be_visible()
    _word(page).tap()
    page.wait_for_url(f"**/{WORD_LIST}#cryoneurolysis")


def test_a_tap_leads_to_the_word_list_when_the_meanings_cannot_be_loaded(open_window: Opener, served: str) -> None:
    page = open_window(touch=True, quiet=False).page
    page.route("**/terms*.js", lambda route: route.abort())
    page.goto(f"{served}benefits.html")
    _word(page).tap()
    page.wait_for_url(f"**/{WORD_LIST}#cryoneurolysis")


def test_a_click_and_enter_follow_the_link(page: Page) -> None:
    _word(page).click()
    page.wait_for_url(f"**/{WORD_LIST}#cryoneurolysis")
    page.go_back()
    _word(page).press("Enter")
    page.wait_for_url(f"**/{WORD_LIST}#cryoneurolysis")


def test_it_can_be_entered_with_the_mouse_and_left(page: Page) -> None:
    _word(page).hover()
    expect(_panel(page)).to_be_visible()
    _panel(page).hover()
    page.evaluate(LINGER)
    expect(_panel(page)).to_be_visible()
    _rest(page)
    expect(_panel(page)).to_have_count(0)


def test_a_passing_mouse_opens_nothing(page: Page) -> None:
    _word(page).hover()
    _rest(page)
    page.evaluate(LINGER)
    expect(_panel(page)).to_have_count(0)


def test_escape_dismisses_a_hovered_one_and_leaves_the_focus(page: Page) -> None:
    button = page.get_by_role("button", name="Search")
    button.focus()
    _word(page).hover()
    expect(_panel(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(_panel(page)).to_have_count(0)
    expect(button).to_be_focused()


def test_escape_dismisses_a_focused_one_and_leaves_the_focus(page: Page) -> None:
    _word(page).focus()
    expect(_panel(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(_panel(page)).to_have_count(0)
    expect(_word(page)).to_be_focused()
    page.evaluate(LINGER)
    expect(_panel(page)).to_have_count(0)


def test_tab_reaches_its_link_and_then_leaves_it(page: Page) -> None:
    _word(page).focus()
    inside = _panel(page).get_by_role("link", name="More in the word list")
    expect(inside).to_be_visible()
    page.keyboard.press("Tab")
    expect(inside).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(_word(page)).to_be_focused()
    expect(_panel(page)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(_panel(page)).to_have_count(0)
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_escape_inside_it_gives_the_focus_back_to_the_word(page: Page) -> None:
    _word(page).focus()
    expect(_panel(page)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(_panel(page)).to_have_count(0)
    expect(_word(page)).to_be_focused()


def test_the_meaning_describes_the_word_while_it_is_open(page: Page) -> None:
    expect(_word(page)).not_to_have_attribute("aria-describedby", "term-meaning")
    _word(page).focus()
    expect(_panel(page)).to_be_visible()
    meaning = page.locator("#term-meaning").inner_text()
    expect(_word(page)).to_have_accessible_description(meaning)
    page.keyboard.press("Escape")
    expect(_word(page)).to_have_accessible_description("")
    assert _word(page).get_attribute("aria-describedby") is None


def test_only_one_is_open(page: Page) -> None:
    words = page.locator("a.term")
    words.nth(0).focus()
    expect(page.locator(".panel")).to_have_count(1)
    words.nth(1).hover()
    expect(page.get_by_role("group", name="Sham", exact=True)).to_be_visible()
    expect(page.locator(".panel")).to_have_count(1)


@pytest.mark.parametrize(("width", "height"), [(320, 400), (390, 844), (1280, 844)])
def test_no_panel_covers_its_word_or_leaves_the_window(
    open_window: Opener, served: str, width: int, height: int
) -> None:
    page = open_window(width).page
    page.set_viewport_size({"width": width, "height": height})
    wrong, seen = [], 0
    for name in read_guide(ROOT).pages:
        page.goto(served + name.replace(".md", ".html"))
        wrong += [(name, word) for word in page.evaluate(MISPLACED)]
        seen += page.locator("article a.term").count()
    assert wrong == []
    assert seen > 40


def test_without_script_it_is_a_plain_link_to_its_entry(without_script: Visit, base: str) -> None:
    page = without_script.page
    page.goto(f"{base}benefits.html")
    _word(page).hover()
    expect(page.locator(".panel")).to_have_count(0)
    _word(page).click()
    page.wait_for_url(f"**/{WORD_LIST}#cryoneurolysis")
    expect(page.locator("#cryoneurolysis")).to_be_in_viewport()


def test_only_the_first_use_on_a_page_is_a_link_and_none_stands_in_a_heading(site: Path) -> None:
    linked = 0
    for path in sorted(site.glob("*.html")):
        page = html.parse(path)
        links = page.xpath("//a[contains(concat(' ', @class, ' '), ' term ')]/@href")
        assert len(links) == len(set(links)), path.name
        assert page.xpath("//*[self::h1 or self::h2 or self::h3 or self::summary]//a[contains(@class, 'term')]") == []
        linked += len(links)
    assert linked > 40
    assert html.parse(site / WORD_LIST).xpath("//a[contains(@class, 'term')]") == []


def test_every_entry_says_how_to_say_its_word_where_the_writer_gave_it(site: Path) -> None:
    said = {term.anchor: term.say for term in read_terms(read_guide(ROOT).pages[GLOSSARY]) if term.say}
    page = html.parse(site / WORD_LIST)
    for anchor, say in said.items():
        line = page.xpath(f"string(//h3[@id='{anchor}']/following-sibling::ul[1]/li[starts-with(., 'Say it:')])")
        assert line == f"Say it: {say.replace('*', '')}"
    assert len(said) > 40


def test_every_entry_leads_back_to_where_its_word_is_used(site: Path) -> None:
    pages = {path.name: html.parse(path) for path in site.glob("*.html")}
    for term in read_terms(read_guide(ROOT).pages[GLOSSARY]):
        link = f"//article//a[contains(@class, 'term') and @href='{WORD_LIST}#{term.anchor}']"
        using = sorted(name for name, page in pages.items() if page.xpath(link))
        ways = pages[WORD_LIST].xpath(
            f"//p[@class='used-on'][preceding-sibling::h3[1]/@id='{term.anchor}']/a",
        )
        assert sorted(urldefrag(way.get("href"))[0] for way in ways) == using, term.name
        for way in ways:
            name, place = urldefrag(way.get("href"))
            assert way.text_content() == pages[name].xpath("string(//h1)").strip()
            (use,) = pages[name].xpath(link)
            around = [*use.xpath("ancestor::*/@id"), *use.xpath("preceding::*[self::h2 or self::h3][1]/@id")]
            assert place in (around or [""]), (term.name, way.get("href"))
