"""On paper: the text alone, with the addresses of other sites, and tables as tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from .conftest import Opener

# What only serves a screen.
FURNITURE = "header, .strip, #pages, .toc, [role=search], footer, .md-skip, button, .panel"


def _on_paper(page: Page, address: str) -> None:
    page.emulate_media(media="screen")
    page.goto(address)
    page.emulate_media(media="print")


@pytest.mark.parametrize("script", [True, False])
def test_no_header_menu_button_or_footer(open_window: Opener, served: str, names: list[str], *, script: bool) -> None:
    page = open_window(script=script).page
    for name in names:
        _on_paper(page, served + name)
        expect(page.locator(FURNITURE).locator("visible=true")).to_have_count(0)
        assert page.locator(FURNITURE).count() > 3
        expect(page.locator("h1")).to_be_visible()


def test_what_is_open_on_the_screen_is_not_printed(open_window: Opener, base: str) -> None:
    page = open_window().page
    page.goto(f"{base}benefits.html")
    page.get_by_role("button", name="Menu", exact=True).click()
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("freezing")
    expect(page.get_by_role("search").locator("ol li").first).to_be_visible()
    page.locator("article a.term").first.focus()
    expect(page.locator(".panel")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(FURNITURE).locator("visible=true")).to_have_count(0)


def test_the_address_of_another_site_follows_its_link(open_window: Opener, served: str, names: list[str]) -> None:
    page = open_window().page
    seen, inside = 0, set[str]()
    for name in names:
        _on_paper(page, served + name)
        after = "links => links.map(link => [link.getAttribute('href'), getComputedStyle(link, '::after').content])"
        for address, said in page.locator("article a[href^=http]").evaluate_all(after):
            assert said in {f'" (" "{address}" ")"', f'" ({address})"'}, said
            seen += 1
        inside |= {said for _, said in page.locator("article a:not([href^=http])").evaluate_all(after)}
    assert seen > 50
    assert inside <= {"none", "normal", '""'}


def test_tables_stay_tables(open_window: Opener, served: str, site: Path) -> None:
    page = open_window().page  # as narrow as a phone, where the screen shows cards
    with_tables = [path.name for path in sorted(site.glob("*.html")) if html.parse(path).xpath("//table")]
    assert len(with_tables) > 2
    for name in with_tables:
        _on_paper(page, served + name)
        parts = {"table": "table", "table > thead": "table-header-group", "table tr": "table-row"}
        parts |= {"table > tbody": "table-row-group", "table :is(td, th)": "table-cell"}
        for part, display in parts.items():
            shown = page.locator(part).evaluate_all("all => all.map(one => getComputedStyle(one).display)")
            assert set(shown) == {display}, (name, part)
        for heading in page.locator("thead th").all():
            box = heading.bounding_box()
            assert box
            assert box["height"] > 8, name


def test_paper_is_white_and_its_ink_black_even_in_the_dark(open_window: Opener, served: str) -> None:
    page = open_window(look="dark").page
    page.goto(f"{served}benefits.html")
    page.get_by_role("button", name="Light", exact=True).click()
    page.get_by_role("button", name="Dark", exact=True).click()
    page.emulate_media(media="print")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    for text in page.locator("article :is(h1, h2, p, li)").all():
        color = text.evaluate("it => getComputedStyle(it).color")
        assert color in {"rgb(0, 0, 0)", "rgb(51, 51, 51)"}, color


def test_a_warning_keeps_its_word_and_its_border(open_window: Opener, served: str) -> None:
    page = open_window().page
    _on_paper(page, f"{served}risks.html")
    cards = page.locator("section.card")
    assert cards.count() == 3
    for card, word in zip(cards.all(), ("Emergency:", "Urgent:", "Not urgent:"), strict=True):
        expect(card.get_by_text(word)).to_be_visible()
        assert card.evaluate("it => parseFloat(getComputedStyle(it).borderTopWidth)") >= 1
        expect(card.locator("li").first).to_be_visible()
