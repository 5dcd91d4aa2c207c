"""Everybody gets everything: by keyboard, small, large, in any colours, without styles."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .axe import CONTRAST, LOOKS, WIDTHS, wrong_now
from .conftest import SIDEWAYS, Opener, open_whole

# The element that has the focus: what it is, and what about it a reader who uses the keyboard would complain of.
FOCUSED = """() => {
  const element = document.activeElement;
  window.seen ??= new WeakSet();
  if (!element || element === document.body || seen.has(element)) return null; // some browsers begin again at the top
  seen.add(element);
  const style = getComputedStyle(element);
  const boxes = [...element.getClientRects()].filter(box => box.width && box.height);
  const middle = (start, length, end) => (Math.max(start, 0) + Math.min(start + length, end)) / 2;
  const inside = boxes.filter(box => {
    const top = document.elementFromPoint(middle(box.x, box.width, innerWidth), middle(box.y, box.height, innerHeight));
    return top && element.contains(top);
  });
  const line = element.closest("p, li, td, th, figcaption, h1, h2, h3");
  const inText = style.display === "inline" && line && line.textContent.trim().length > element.textContent.trim().length + 3;
  const large = boxes.some(box => box.width >= 24 && box.height >= 24);
  const ring = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
  const complaints = [];
  if (!boxes.length || !inside.length || style.visibility !== "visible" || +style.opacity === 0) complaints.push("unseen");
  if (!large && !inText) complaints.push(`small: ${boxes.map(box => `${box.width} x ${box.height}`)}`);
  if (!ring) complaints.push("no mark");
  const name = element.textContent.trim() || element.getAttribute("aria-label") || element.localName;
  const counts = element.matches("a, button, input, select, textarea, summary") && !element.closest(".panel");
  return { name, counts, complaints };
}"""
# What cannot be reached: things that one can press, but that the keyboard never came to.
PRESSABLE = "a[href], button, input, select, textarea, summary"


@pytest.mark.parametrize("width", WIDTHS)
def test_every_control_is_reached_seen_large_enough_and_marked(
    open_window: Opener, served: str, names: list[str], width: int
) -> None:
    page = open_window(width).page
    wrong = []
    for name in names:
        open_whole(page, served + name)
        page.locator("details").evaluate_all("folds => folds.forEach(fold => { fold.open = true; })")
        stops, controls = 0, page.locator(PRESSABLE).locator("visible=true").count()
        page.keyboard.press("Tab")
        while focused := page.evaluate(FOCUSED):
            stops += focused["counts"]  # the panels of hard words come and go
            wrong += [(name, focused["name"], focused["complaints"])] if focused["complaints"] else []
            page.keyboard.press("Tab")
        assert stops == controls, f"{name}: {controls - stops} controls are never reached"
    assert wrong == []


@pytest.mark.parametrize("script", [True, False])
def test_the_skip_link_is_the_first_stop_and_works(open_window: Opener, base: str, *, script: bool) -> None:
    page = open_window(script=script).page
    page.goto(f"{base}benefits.html")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_nothing_scrolls_sideways_at_320_pixels(open_window: Opener, served: str, names: list[str]) -> None:
    page = open_window(320).page
    wide = []
    for name in names:
        open_whole(page, served + name)
        if name == "faq.html":
            page.get_by_role("button", name="Open all answers").click()
            expect(page.locator("details:not([open])")).to_have_count(0)
        wide += [name] if page.evaluate(SIDEWAYS) else []
    assert wide == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_sideways_with_text_twice_as_large(
    open_window: Opener, served: str, names: list[str], width: int
) -> None:
    visit = open_window(width)
    page = visit.page
    page.goto(f"{served}index.html")
    size = "parseFloat(getComputedStyle(document.querySelector('article')).fontSize)"
    before = page.evaluate(size)
    # what a reader sets in the browser: the size of text that is not otherwise given
    visit.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    wide = []
    for name in names:
        open_whole(page, served + name)
        wide += [name] if page.evaluate(SIDEWAYS) else []
        assert page.evaluate(size) == 2 * before
    assert wide == []


def test_the_reader_s_own_colours_keep_every_word_and_mark(open_window: Opener, served: str, names: list[str]) -> None:
    page = open_window().page
    wrong = []
    for name in names:
        page.emulate_media(forced_colors="none", color_scheme="light")
        open_whole(page, served + name)
        before = page.locator("article").inner_text()
        for look in LOOKS:
            page.emulate_media(forced_colors="active", color_scheme=look)
            assert page.evaluate("matchMedia('(forced-colors: active)').matches")
            assert page.locator("article").inner_text() == before, name
            wrong += [(name, look, found) for found in wrong_now(page, CONTRAST)]
    assert wrong == []


def test_nothing_moves_for_who_asks_for_stillness(open_window: Opener, served: str, names: list[str]) -> None:
    page = open_window().page
    for name in names:
        page.emulate_media(reduced_motion="no-preference")
        open_whole(page, served + name)
        before = page.locator("body").inner_text()
        page.emulate_media(reduced_motion="reduce")
        assert page.locator("html").evaluate("it => getComputedStyle(it).scrollBehavior") == "auto"
        assert page.evaluate("document.getAnimations().length") == 0
        assert page.locator("body").inner_text() == before, name


def test_without_styles_no_icon_fills_the_page_and_every_word_is_there(
    open_window: Opener, served: str, names: list[str]
) -> None:
    page = open_window(1280).page
    large = []
    for name in names:
        open_whole(page, served + name)
        words = page.locator("article").inner_text().split()
        page.evaluate("document.querySelectorAll('style, link[rel~=stylesheet]').forEach(one => one.remove())")
        icons = "all => all.map(one => one.getBoundingClientRect().width).filter(width => width > 60)"
        large += [(name, width) for width in page.locator("svg:not(.plate)").evaluate_all(icons)]
        large += [
            (name, "plate")
            for one in page.locator("svg.plate").all()
            if (one.bounding_box() or {"width": 0})["width"] > 1280
        ]
        left = page.locator("article").inner_text().split()
        assert len(left) >= len(words), name
    assert large == []


def test_links_in_running_text_are_underlined(open_window: Opener, served: str, names: list[str]) -> None:
    page = open_window().page
    bare = []
    for name in names:
        open_whole(page, served + name)
        # the small outlined chips that name a source are the one exception: their border marks them
        bare += page.locator("article :is(p, li, td, figcaption) a:visible").evaluate_all(
            """links => links.filter(link => {
              const style = getComputedStyle(link);
              return !style.textDecorationLine.includes("underline") && parseFloat(style.borderTopWidth) < 1;
            }).map(link => link.outerHTML)"""
        )
    assert bare == []


def test_a_link_to_another_site_says_so(open_window: Opener, served: str, names: list[str]) -> None:
    page = open_window().page
    seen = 0
    for name in names:
        open_whole(page, served + name)
        marks = page.locator("article a[href^=http]").evaluate_all(
            "links => links.map(link => getComputedStyle(link, '::after').content)"
        )
        assert [mark for mark in marks if "↗" not in mark or "another site" not in mark] == [], name
        seen += len(marks)
    assert seen > 50
