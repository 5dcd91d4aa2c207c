"""A page that carries only the styles it needs looks as it would with all of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from ..conftest import ROOT
from .conftest import Visit

# Adds the whole stylesheet behind the page's own style: had that lost a rule which matters, something would change.
ADD = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
REMOVE = "() => { document.adoptedStyleSheets = []; }"
NAMES = "() => [...getComputedStyle(document.body)].filter(name => !name.startsWith('--'))"
# Until the page has answered to a change of its surroundings.
SETTLE = "async () => { for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame); }"


def _looks(page: Page) -> list[list[str]]:
    """Return the place and every property of all that is drawn, also of what styles put before and after elements."""
    page.evaluate(SETTLE)
    names = page.evaluate(NAMES)
    shot = page.context.new_cdp_session(page).send("DOMSnapshot.captureSnapshot", {"computedStyles": names})
    # `background: none` and the shorter `background: 0 0` say the same of a picture that is not there.
    words = [word.replace("0px 0px", "0% 0%") for word in shot["strings"]]
    drawn = shot["documents"][0]["layout"]
    return [
        [str(place), *(words[one] for one in row)] for place, row in zip(drawn["bounds"], drawn["styles"], strict=True)
    ]


def _changes(page: Page, css: str) -> list[tuple[str, str]]:
    """Return what looks different once this stylesheet is there too."""
    page.evaluate(REMOVE)
    before = _looks(page)
    page.evaluate(ADD, css)
    after = _looks(page)
    if len(before) != len(after):
        return [(f"{len(before)} things drawn", f"{len(after)} things drawn")]
    return [
        two
        for one, other in zip(before, after, strict=True)
        if one != other
        for two in zip(one, other, strict=True)
        if len(set(two)) == 2
    ]


def _open_everything(page: Page) -> None:
    """Open the menu, the search and a question, as far as the page has them: the script's own parts show too."""
    page.get_by_role("button", name="Menu", exact=True).press("Enter")
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("numb")
    expect(page.get_by_role("status")).not_to_be_empty()
    for question in page.locator("summary").all()[:1]:
        question.press("Enter")


@pytest.mark.parametrize("name", ["risks", "faq"])
def test_the_rest_of_the_styles_would_change_nothing(visit: Visit, served: str, name: str) -> None:
    css = (ROOT / "docs" / "assets" / "guide.css").read_text(encoding="utf-8")
    visit.page.goto(f"{served}{name}.html")
    _open_everything(visit.page)
    visit.page.emulate_media(color_scheme="dark")
    assert _changes(visit.page, css) == []
    visit.page.emulate_media(media="print")
    assert _changes(visit.page, css) == []


@pytest.mark.parametrize("css", ["h1::before { content: 'x' }", "h1 { letter-spacing: 1px }"])
def test_a_lost_rule_would_be_noticed(visit: Visit, served: str, css: str) -> None:
    visit.page.goto(f"{served}404.html")
    assert _changes(visit.page, css) != []
