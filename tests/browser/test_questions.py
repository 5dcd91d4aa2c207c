"""Questions fold and unfold: by hand, by address, by a search in the page and on paper; a warning never does."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Locator, Page, expect

from guide.content import FAQ, GLOSSARY, read_guide

from ..conftest import ROOT
from .conftest import Opener, Visit

PAGE = FAQ.replace(".md", ".html")
# A question, its address, words that stand in its answer and nowhere else on the page.
ADDRESS, QUESTION, ONLY_THERE = "how-long", "How long does the relief last?", "a probe with liquid nitrogen dates"


def _folds(page: Page) -> Locator:
    return page.locator("article details")


def _open(page: Page) -> Locator:
    return page.locator("article details[open]")


def _is_open_at(page: Page, anchor: str) -> None:
    """Check that just this answer is open and can be read where the reader is."""
    expect(_open(page)).to_have_count(1)
    expect(page.locator(f"details[open] #{anchor}")).to_be_visible()
    expect(page.locator(f"#{anchor} p").first).to_be_in_viewport()


def test_all_are_closed_at_first_and_open_by_click_and_key(visit: Visit, base: str) -> None:
    page = visit.page
    page.goto(base + PAGE)
    expect(_folds(page)).to_have_count(len(page.locator("article h3").all()))
    expect(_open(page)).to_have_count(0)
    question = page.locator("summary", has_text=QUESTION)
    for act in ("Click", "Enter", "Space"):
        before = _open(page).count()
        question.click() if act == "Click" else question.press(act)
        expect(_open(page)).to_have_count(1 - before)
    expect(page.locator(f"#{ADDRESS} p").first).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_an_address_opens_its_answer(open_window: Opener, base: str, *, script: bool) -> None:
    page = open_window(script=script).page
    page.goto(f"{base}{PAGE}#{ADDRESS}")
    _is_open_at(page, ADDRESS)


@pytest.mark.parametrize("script", [True, False])
def test_a_link_from_another_page_opens_the_answer(open_window: Opener, base: str, *, script: bool) -> None:
    page = open_window(script=script).page
    anchors = {heading.anchor for heading in read_guide(ROOT).pages[FAQ].headings if heading.level == 3}
    page.goto(f"{base}{GLOSSARY.replace('.md', '.html')}")  # its entries lead to where their words are used
    links = page.locator(f"article a[href^='{PAGE}#']").all()
    link = next(link for link in links if str(link.get_attribute("href")).partition("#")[2] in anchors)
    anchor = str(link.get_attribute("href")).partition("#")[2]
    link.click()
    page.wait_for_url(f"**/{PAGE}#{anchor}")
    _is_open_at(page, anchor)


def test_a_new_address_on_the_same_page_opens_its_answer(visit: Visit, base: str) -> None:
    page = visit.page
    page.goto(base + PAGE)
    page.evaluate(f"location.hash = '{ADDRESS}'")
    _is_open_at(page, ADDRESS)


@pytest.mark.parametrize("wrong", ["nowhere", "%E0%A4%A", "", "%3Cimg%20src%3Dx%3E"])
def test_an_address_that_leads_nowhere_does_no_harm(visit: Visit, base: str, wrong: str) -> None:
    page = visit.page
    page.goto(f"{base}{PAGE}#{wrong}")
    expect(_open(page)).to_have_count(0)
    page.get_by_role("button", name="Open all answers").click()
    expect(page.locator(f"#{ADDRESS} p").first).to_be_visible()


def test_one_button_opens_all_and_closes_all(visit: Visit, base: str) -> None:
    page = visit.page
    page.goto(base + PAGE)
    every = _folds(page).count()
    page.get_by_role("button", name="Open all answers").press("Enter")
    expect(_open(page)).to_have_count(every)
    close = page.get_by_role("button", name="Close all answers")
    expect(close).to_be_focused()
    close.press("Enter")
    expect(_open(page)).to_have_count(0)
    expect(page.get_by_role("button", name="Open all answers")).to_be_visible()


def test_the_button_keeps_up_with_what_is_opened_by_hand(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(served + PAGE)
    page.locator("summary").first.click()
    page.get_by_role("button", name="Open all answers").click()
    expect(page.get_by_role("button", name="Close all answers")).to_be_visible()
    page.locator("summary").first.click()
    expect(page.get_by_role("button", name="Open all answers")).to_be_visible()


def test_without_script_they_fold_too_and_there_is_no_dead_button(without_script: Visit, base: str) -> None:
    page = without_script.page
    page.goto(base + PAGE)
    expect(_open(page)).to_have_count(0)
    expect(page.get_by_role("button")).to_have_count(0)
    page.locator("summary", has_text=QUESTION).click()
    expect(page.locator(f"#{ADDRESS} p").first).to_be_visible()


def test_each_question_is_a_heading_for_a_screen_reader(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(served + PAGE)
    # the tree that the browser itself gives to screen readers, not what a tool makes of the HTML
    tree = visit.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    headings = [
        node["name"]["value"]
        for node in tree
        if node["role"]["value"] == "heading"
        and {"name": "level", "value": {"type": "integer", "value": 3}} in node["properties"]
    ]
    written = [heading.text for heading in read_guide(ROOT).pages[FAQ].headings if heading.level == 3]
    assert sorted(headings) == sorted(written)
    folds = [node for node in tree if node["role"]["value"] == "DisclosureTriangle"]
    assert len(folds) == len(written)
    closed = {"name": "expanded", "value": {"type": "booleanOrUndefined", "value": False}}
    assert all(closed in node["properties"] for node in folds)


@pytest.mark.parametrize("script", [True, False])
def test_on_paper_every_answer_is_laid_out(open_window: Opener, base: str, *, script: bool) -> None:
    page = open_window(script=script).page
    page.goto(base + PAGE)
    page.emulate_media(media="print")
    answers = page.locator("article .answer").all()
    assert len(answers) > 20
    for answer in answers:
        box = answer.bounding_box()
        assert box
        assert box["height"] > 10, answer.text_content()
    page.emulate_media(media="screen")
    expect(page.locator(f"#{ADDRESS}")).to_be_hidden()


def test_after_printing_the_page_is_as_it_was(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(f"{served}{PAGE}#{ADDRESS}")
    page.evaluate(
        "addEventListener('beforeprint', () => { window.onPaper = document.querySelectorAll('details[open]').length; })"
    )
    page.pdf()
    assert page.evaluate("window.onPaper") == _folds(page).count()
    _is_open_at(page, ADDRESS)


@pytest.mark.parametrize("script", [True, False])
def test_a_search_in_the_page_opens_the_answer(open_window: Opener, base: str, *, script: bool) -> None:
    # A link to words (#:~:text=) opens a fold by the same steps of the HTML standard as the browser's own search,
    # which a test cannot press.
    page = open_window(script=script).page
    page.goto(f"{base}{PAGE}#:~:text={ONLY_THERE.replace(' ', '%20')}")
    expect(_open(page)).to_have_count(1)
    expect(_open(page)).to_contain_text(ONLY_THERE)
    expect(page.get_by_text(ONLY_THERE)).to_be_in_viewport()


def test_a_warning_is_in_no_fold(site: Path, visit: Visit, served: str) -> None:
    cards = 0
    for path in sorted(site.glob("*.html")):
        page = html.parse(path)
        for card in page.xpath("//section[contains(concat(' ', @class, ' '), ' card ')] | //*[@class='help']"):
            assert not card.xpath("ancestor::details"), path.name
            cards += 1
    assert cards >= 3
    visit.page.goto(f"{served}risks.html")
    for shown in visit.page.locator("section.card").all():
        expect(shown.locator("li").first).to_be_visible()
