"""Everybody gets everything: axe-core on every page and state, by keyboard, small, large, in any colours, without styles."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import axe_playwright_python
import pytest
from lxml import html
from playwright.sync_api import Page, expect

from .conftest import Opener

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What could find nothing by itself in this guide, should have run all the same.
MUST_RUN = {"color-contrast", "color-contrast-enhanced", "target-size", "link-in-text-block", "region", "heading-order"}
LOOKS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (1280, 390)
# Runs axe; returns what is wrong, with the first three places of each, and the names of all rules that ran.
RUN = f"""async () => {{
  const found = await axe.run(document, {{ runOnly: {json.dumps(TAGS)}, resultTypes: ["violations"], preload: false }});
  return {{
    wrong: found.violations.map(rule => `${{rule.id}}: ` + rule.nodes.slice(0, 3).map(node => node.html).join(" | ")),
    ran: ["violations", "passes", "incomplete", "inapplicable"].flatMap(kind => found[kind].map(rule => rule.id)),
  }};
}}"""
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
SIDEWAYS = "() => document.documentElement.scrollWidth > innerWidth"


# Where the page of offline reading tells how a browser keeps the guide. Its button comes a moment after the page.
KEEP = "#keep + p"


def _open(page: Page, address: str) -> None:
    """Open a page, and wait until all of it is there."""
    page.goto(address)
    if page.locator(KEEP).count():
        page.locator(f"{KEEP} + p button").wait_for()


def _wrong(page: Page) -> list[str]:
    """Return what axe complains of in a page as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(RUN)
    assert set(found["ran"]) >= MUST_RUN, MUST_RUN - set(found["ran"])
    return [str(one) for one in found["wrong"]]


def _wrong_everywhere(page: Page, widths: tuple[int, ...] = WIDTHS) -> list[tuple[str, int, str]]:
    """Return what axe complains of in light and dark, narrow and wide."""
    wrong: list[tuple[str, int, str]] = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 844})
        for look in LOOKS:
            page.emulate_media(color_scheme=look)
            wrong += [(look, width, one) for one in _wrong(page)]
    return wrong


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
    found = {one.partition(":")[0] for one in _wrong(page)}
    assert {"color-contrast-enhanced", "image-alt", "link-name", "target-size"} <= found


def test_every_page_is_clean_in_both_looks_and_widths(open_window: Opener, served: str, names: list[str]) -> None:
    page = open_window().page
    wrong = {}
    for name in names:
        _open(page, served + name)
        if found := _wrong_everywhere(page):
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
    _open(page, served + name)
    reach(page)
    # a wide screen has no menu to open
    assert _wrong_everywhere(page, widths=(390,) if state == "menu open" else WIDTHS) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_every_control_is_reached_seen_large_enough_and_marked(
    open_window: Opener, served: str, names: list[str], width: int
) -> None:
    page = open_window(width).page
    wrong = []
    for name in names:
        _open(page, served + name)
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
        _open(page, served + name)
        if name == "faq.html":
            _open_answers(page)
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
        _open(page, served + name)
        wide += [name] if page.evaluate(SIDEWAYS) else []
        assert page.evaluate(size) == 2 * before
    assert wide == []


def test_the_reader_s_own_colours_keep_every_word_and_mark(open_window: Opener, served: str, names: list[str]) -> None:
    page = open_window().page
    wrong = []
    for name in names:
        page.emulate_media(forced_colors="none", color_scheme="light")
        _open(page, served + name)
        before = page.locator("article").inner_text()
        for look in LOOKS:
            page.emulate_media(forced_colors="active", color_scheme=look)
            assert page.evaluate("matchMedia('(forced-colors: active)').matches")
            assert page.locator("article").inner_text() == before, name
            wrong += [(name, look, found) for found in _wrong(page) if found.startswith("color-contrast")]
    assert wrong == []


def test_nothing_moves_for_who_asks_for_stillness(open_window: Opener, served: str, names: list[str]) -> None:
    page = open_window().page
    for name in names:
        page.emulate_media(reduced_motion="no-preference")
        _open(page, served + name)
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
        _open(page, served + name)
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
        _open(page, served + name)
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
        _open(page, served + name)
        marks = page.locator("article a[href^=http]").evaluate_all(
            "links => links.map(link => getComputedStyle(link, '::after').content)"
        )
        assert [mark for mark in marks if "↗" not in mark or "another site" not in mark] == [], name
        seen += len(marks)
    assert seen > 50


def test_a_table_that_is_too_wide_is_scrolled_by_keyboard(open_window: Opener, served: str) -> None:
    page = open_window().page
    page.goto(f"{served}benefits.html")
    region = page.locator("article [role=region]").first
    region.evaluate("it => { it.querySelector('table').style.width = '2000px'; }")
    region.focus()
    page.keyboard.press("ArrowRight")
    expect(region).not_to_have_js_property("scrollLeft", 0)


def test_every_table_stands_in_a_named_region_with_row_heads(site: Path) -> None:
    tables = 0
    for path in sorted(site.glob("*.html")):
        for table in html.parse(path).xpath("//table"):
            region = table.getparent()
            assert region.get("role") == "region"
            assert region.get("tabindex") == "0"
            assert region.get("aria-label"), path.name
            assert len(table.xpath("./tbody/tr/th[@scope='row']")) == len(table.xpath("./tbody/tr"))
            assert len(table.xpath("./thead//th[@scope='col']")) == len(table.xpath("./thead//th")) > 1
            tables += 1
    assert tables > 2
