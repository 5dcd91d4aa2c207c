"""Wide letters: a reader's own spacing of text (WCAG 1.4.12), and with it any font that a device may have."""

from __future__ import annotations

import pytest

from .conftest import Opener

# The spacing that a reader may set without losing anything: https://www.w3.org/TR/WCAG22/#text-spacing
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
# What is cut off in a page as it is now: the page itself, where it is wider than the window, and what hides its overflow.
CUT = """() => [document.documentElement, ...document.body.querySelectorAll("*")].filter(one => {
  const root = one === document.documentElement;
  const { overflowX, overflowY } = getComputedStyle(one);
  const hides = (overflow, size) => size > 1 && ["hidden", "clip"].includes(overflow);
  return one.scrollWidth > one.clientWidth + 1 && (root || hides(overflowX, one.clientWidth))
    || !root && one.scrollHeight > one.clientHeight + 1 && hides(overflowY, one.clientHeight);
}).map(one => `${one.localName}.${one.className}`)"""


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_is_cut_off_when_a_reader_spaces_the_text(
    open_window: Opener, served: str, names: list[str], width: int
) -> None:
    page = open_window(width).page
    cut = []
    for name in names:
        page.goto(served + name)
        letters = page.locator("h1").evaluate("it => getComputedStyle(it).letterSpacing")
        page.evaluate(SPACED)
        assert page.locator("h1").evaluate("it => getComputedStyle(it).letterSpacing") != letters
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        cut += [(name, found) for found in page.evaluate(CUT)]
    assert cut == []


def test_what_is_cut_off_is_found(open_window: Opener, served: str) -> None:
    page = open_window(320).page
    page.goto(f"{served}index.html")
    page.locator("h1").evaluate("it => Object.assign(it.style, { whiteSpace: 'nowrap', overflow: 'hidden' })")
    page.locator("article p").first.evaluate("it => Object.assign(it.style, { height: '1em', overflow: 'hidden' })")
    assert len(page.evaluate(CUT)) == 2
    page.locator("h1").evaluate("it => { it.style.overflow = 'visible'; }")
    page.evaluate(SPACED)
    assert any(found.startswith("html.") for found in page.evaluate(CUT))
