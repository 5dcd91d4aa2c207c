"""A page that carries only the styles it needs looks as it would with all of them."""

from __future__ import annotations

from collections.abc import Iterator

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


def _looks(page: Page) -> Iterator[str]:
    """Yield the place and every property of all that is drawn, also of what styles put before and after elements."""
    page.evaluate(SETTLE)
    names = page.evaluate(NAMES)
    shot = page.context.new_cdp_session(page).send("DOMSnapshot.captureSnapshot", {"computedStyles": names})
    # `background: none` and the shorter `background: 0 0` say the same of a picture that is not there.
    words = [word.replace("0px 0px", "0% 0%") for word in shot["strings"]]
    drawn = shot["documents"][0]["layout"]
    for place, text, values in zip(drawn["bounds"], drawn["text"], drawn["styles"], strict=True):
        for name, value in zip(names, values, strict=False):
            yield f"{place} {words[text] if text >= 0 else ''} {name}: {words[value]}"


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
    for media in ("screen", "print"):
        visit.page.emulate_media(media=media)
        visit.page.evaluate(REMOVE)
        own = set(_looks(visit.page))
        visit.page.evaluate(ADD, css)
        assert set(_looks(visit.page)) - own == set(), media


def test_a_lost_rule_would_be_noticed(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}404.html")
    own = set(_looks(visit.page))
    visit.page.evaluate(ADD, "h1::before { content: 'x' }")
    assert set(_looks(visit.page)) - own != set()
